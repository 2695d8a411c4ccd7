"""Finds addresses down to the door of a home. Addresses of offices, and streets with a number, are public."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from generator.privacy.disguise import Folded, fold, visible
from generator.privacy.finding import NO_PUBLIC_CONTACTS, Hit, PublicContacts
from generator.privacy.prefilter import Sign

_N = "0-9０-９一二三四五六七八九十百零〇①-⑨"
_PLACES = (
    "村路街巷弄苑园区里庄屯寨楼栋幢座厦寓舍府湾庭居院邸号坪组社队镇乡道坊湖城郡墅家公"
    "馆阁轩台湾岛墩塘浜桥垟坑岙岭坡沟营旗嘎元"
)
PLACE_SIGN = Sign(_PLACES, rf"(?=[ \0-\x08\u200b-\u200f\u3000第]{{0,12}}+[甲乙丙丁A-F]?[{_N}])")
"""A word for a place with a number behind it."""
_ANCHOR = PLACE_SIGN.compiled()
_LABEL = re.compile(
    r"(?:(?:家庭|现|常|居|户籍|户口|居住|住宅|通讯|通信|邮寄|送达|收件|收货|联系人?|身份证|暂住|申请人|本人)(?:所在|"
    r"登记)?(?:住|居)?(?:住?址|地址|地)|户口所在地|户籍登记地"
    r"|(?<!\w)(?:住址|[Hh]ome [Aa]ddress)|家住|现?住在|现住|居?住于|(?<![司业构位社])住所地|户籍)$"
)
_D = r"[0-9一二三四五六七八九十百零〇]"
_U = rf"[A-Za-z甲乙丙丁东西南北]?{_D}{{1,6}}"
_IN = r"[^,.！？!?：:]"
_HOME = re.compile(
    rf"(?:{_U}\s?(?:栋|幢|座|号楼|单元|弄|门|#楼?|排)\s?{_IN}{{0,6}}?{_U}\s?(?:号?室|户|房|"
    rf"号门?(?![楼文线令]))(?![籍口主型均内外])"
    rf"|{_U}\s?(?:栋|幢|座|号楼|#楼?|弄|单元)\s?{_IN}{{0,4}}?{_U}[- ]{{1,3}}{_D}{{2,5}}(?![-\d年月])"
    rf"|{_U}\s?(?:栋|幢|座|号楼)\s?[^0-9\w]{{0,2}}{_D}{{3,4}}(?!\s?[-.\d年个元人户件米m平])"
    rf"|{_U}\s?单元\s?{_IN}{{0,4}}?{_D}{{3,4}}(?![\d年个元人])"
    rf"|{_U}\s?单元\s?{_D}{{1,2}}[- ]{{1,2}}{_D}{{1,2}}(?![\d年月])"
    rf"|{_U}\s?弄\s?{_U}\s?(?:号|支弄)"
    rf"|{_D}{{1,3}}[- ]{{1,3}}{_D}{{1,2}}[- ]{{1,3}}{_D}{{3,4}}(?!-|\d|\.\d|年|月)"
    rf"|(?:第?{_D}{{1,3}}|[\w]{{1,4}})\s?(?:村民?小?组|组|社|队|屯|庄|片)\s?{_IN}{{0,3}}?{_U}\s?(?:号|"
    rf"户)(?![文线令楼机公通召])"
    rf"|{_U}\s?(?:号院?|[路街])\s?{_IN}{{0,12}}?{_U}\s?(?:室|户(?![籍口主型]))"
    rf"|{_U}\s?号\s?[- ]?\s?{_D}{{3,4}}(?![-\d年月日元个份件人号.])"
    rf"|(?:第?{_U}(?:层|楼))\s?{_U}\s?(?:号?室|户(?![籍口主型]))"
    rf"|{_U}(?:号?室)"
    r")"
)
_VILLAGE = re.compile(
    rf"(?:[一-鿿]{{1,6}}(?:自然)?[村屯庄寨湾])\s?(?:第?{_D}{{1,3}}[组社队])?\s?{_U}\s?号(?![文线令楼机公通召矿井站])"
)
_HOMELIKE = re.compile(
    r"小区|安置[区点]|定居点|人家|[苑园]|花园|家园|新村|公寓|宿舍|住宅|[栋幢]|单元|号楼|[巷弄]|胡同|路|街|道|村|[组社队]|里|庄|府|城|"
    r"居|湾|庭|邸|#|墅"
)
_OFFICE = re.compile(
    r"(?:政务|服务中心|便民|大厅|政府|委员会|村委|居委|党群|办公|法院|检察|派出所|公安|医院|卫生院|学校|中学|"
    r"小学|银行|大厦|大楼|行政"
    r"|事务所|公司|[局厅所站](?=\D{0,6}\d)|窗口|综合楼|会议|中心(?!花园|小区))"
    r"(?!会?(?:的?(?:旁|边|附近|对面|隔壁|对门|后面|背后|斜对)|[东南西北]侧|辖区|的?(?:职工|员工)?(?:宿舍|家属|住宅|公寓)))"
)
_OFFICE_LABEL = re.compile(rf"{_OFFICE.pattern}[^,.！？!?\s:：]{{0,4}}(?:地址|地点|位于)[:：]$")
"""An office whose address follows."""
_WAY_THERE = re.compile(r"^请?(?:到|前往|位于|设在|送到|送至|地址为|地址是|在|至)")
"""Words that lead to an address and are no part of it."""
_SOMEBODY_THERE = re.compile(r"^\w{0,16}?(?:位于|设在|地址[为是]?|在|[东南西北]至)")
"""Whose address follows, in a sentence: 村卫生室在."""
_LABEL_REACH = 24
_CONCRETE = re.compile(
    rf"{_IN}{{0,40}}?{_D}{{1,5}}\s?[-号栋幢室组户单弄]|{_IN}{{0,40}}?[栋幢座]\s?{_D}{{2,5}}|{_IN}{{1,20}}?(?:村|小区|社区|[路街巷苑]|花园|"
    rf"新村){_IN}{{0,8}}{_D}"
)
ADDRESS_SIGN = Sign(
    "址住在籍地于",
    "(?:(?<=址)|(?<=家住)|(?<=现住)(?![在址所地房宅户人])|(?<=住于)|(?<=住所地)(?![一-鿿])|(?<=住在)|(?<=户籍)(?!地)|(?<=户籍地)|(?<=登记地)|(?<=居住地)|(?<=所在地))",
    in_prose=True,
)
"""How a label of an address ends."""
_LABEL_END = ADDRESS_SIGN.compiled()
_ENGLISH_END = re.compile("ddress")
_WORD = re.compile(r"[^\W_]")
_NEAR, _REACH, _LONGEST = 80, 160, 60
"""How far behind a label an address is looked for, and what its pattern may need."""
_BEFORE, _AFTER = 24, 64
"""What belongs to the address around a word for a place."""
_VILLAGE_LONGEST = 26
_ANSWERS_KEPT, _LONGEST_KEPT = 2_048, 320
"""Of how many groups of neighbouring places it is remembered whether one leads to a door, and how long one may be."""


def find_addresses(text: str, signs: Iterable[int], known: PublicContacts) -> Iterator[Hit]:
    """Addresses with a room, a unit or a farm's number, and whatever concrete stands after a label such as 住址."""
    anchors, ends = list[int](), [match.end() for match in _ENGLISH_END.finditer(text)] if "ddress" in text else []
    for sign in signs:
        if _ANCHOR.match(text, sign):
            anchors.append(sign)
        if _LABEL_END.match(text, sign):
            ends.append(sign + 1)
    for group in _neighbours(anchors):
        begin, stop = max(0, group[0] - _BEFORE), group[-1] + 1 + _AFTER
        is_short = stop - begin <= _LONGEST_KEPT
        if not is_short or leads_to_a_door(text[begin:stop], tuple(anchor - begin for anchor in group)):
            yield from _doors(text, group, known)
    for end in ends:
        if not _LABEL.search(visible(text[max(0, end - 14) : end])):
            continue
        after, begin = _behind(text, end)
        concrete = _CONCRETE.match(after.text, begin)
        if concrete and not _OFFICE.search(concrete[0]) and not _public(text, after.span(begin, concrete.end()), known):
            yield Hit(*after.span(begin, concrete.end()), "address")


def _behind(text: str, end: int) -> tuple[Folded, int]:
    """What stands behind a label, and where in it an address begins; no more than is needed."""
    for reach in (_NEAR, _REACH):
        after = fold(text, end, end + reach, words=True)
        word = _WORD.search(after.text)
        begin = word.start() if word else len(after.text)
        if begin < len(after.text) - _LONGEST:
            break
    return after, begin


def _neighbours(anchors: list[int]) -> Iterator[list[int]]:
    """The anchors in groups whose surroundings overlap, so that these are folded once."""
    group: list[int] = []
    for anchor in anchors:
        if group and anchor - group[-1] > _BEFORE + _AFTER:
            yield group
            group = []
        group.append(anchor)
    if group:
        yield group


@lru_cache(_ANSWERS_KEPT)
def leads_to_a_door(around: str, anchors: tuple[int, ...]) -> bool:
    """Whether any address to a door stands around these words for a place, of the hall or not; kept in this process."""
    return any(True for _ in _doors(around, anchors, NO_PUBLIC_CONTACTS))


def _doors(text: str, anchors: Sequence[int], known: PublicContacts) -> Iterator[Hit]:
    """Addresses around words for a place that stand near each other."""
    stretch = fold(text, max(0, anchors[0] - _BEFORE), anchors[-1] + 1 + _AFTER, words=True)
    homes = _Homes(stretch.text)
    done = -1
    for anchor in anchors:
        if anchor < done:
            continue
        head = bisect_left(stretch.places, anchor)
        begin = bisect_left(stretch.places, max(done, anchor - _BEFORE))
        cut = max(begin, *(stretch.text.rfind(sign, begin, head) + 1 for sign in ",.:：！？"))
        match = _door(stretch, cut, head, homes)
        if match and not _public(text, stretch.span(*match), known):
            done = stretch.span(*match)[1]
            yield Hit(stretch.places[match[0]], done, "address")


class _Homes:
    """The next home from a place on; places are asked for in their order, and each is tried once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: re.Match[str] | None = None
        self._untried = 0

    def first(self, start: int, last: int) -> re.Match[str] | None:
        """The first home that begins at ``start`` or later, but not after ``last``."""
        if self._found is None or self._found.start() < start:
            self._found = None
            for place in range(max(start, self._untried), last + 1):
                self._untried = place + 1
                self._found = _HOME.match(self._text, place)
                if self._found:
                    break
        return self._found if self._found and self._found.start() <= last else None


def _door(stretch: Folded, cut: int, head: int, homes: _Homes) -> tuple[int, int] | None:
    """The address around the place word at ``head``, if it leads to the door of a home."""
    text = stretch.text
    home = _village(text, cut, head) or homes.first(max(cut, head - 4), head + 12)
    if home is None:
        return None
    whole = text[cut : home.end()]
    if (
        _OFFICE.search(whole)
        or not _HOMELIKE.search(whole)
        or _OFFICE_LABEL.search(text, max(0, cut - _LABEL_REACH), cut)
    ):
        return None
    return (min(cut, home.start()) if home.start() - cut < 24 else home.start(), home.end())


def _village(text: str, cut: int, head: int) -> re.Match[str] | None:
    """The farm whose number stands after the place word at ``head``."""
    if text.find("号", head, head + _VILLAGE_LONGEST) < 0:
        return None
    for match in _VILLAGE.finditer(text, cut, head + _VILLAGE_LONGEST + 1):
        if match.end() > head:
            return match if match.start() <= head else None
    return None


def _public(text: str, span: tuple[int, int], known: PublicContacts) -> bool:
    """Whether it is an address of the hall, or a part of one; one that goes on behind a known place is not."""
    if not known.addresses:
        return False
    value = _WAY_THERE.sub("", re.sub(r"\W", "", fold(text, *span).text))
    return any(value in address for address in known.addresses) or _SOMEBODY_THERE.sub("", value) in known.addresses
