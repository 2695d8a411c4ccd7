"""Tells whether an applicant is a body (公司, 村民委员会, 敬老院), which stays named, a person, or both in one cell.

A body is known by how its name ends. A name that could be a person's is taken for one, because a body that is masked by
mistake harms nobody. A cell that names a person beside a body can neither be shown nor masked: it is ``joined``, and
who wrote it has to part the two.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.privacy.disguise import visible
from generator.privacy.family_names import COMPOUND_SURNAMES, SURNAMES

NameKind = Literal["person", "organisation", "joined"]

_REMEMBERED = 8_192
_CERTAIN = (
    "公司|集团|有限合伙|合伙企业|个人独资企业|合作社|合作联社|联合社|供销社|信用社|委员会|村委会|居委会|管委会|"
    "村民小组|居民小组|经济组织|经济社|卫生院|卫生室|卫生所|敬老院|养老院|福利院|幸福院|光荣院|干休所|幼儿园|政府|"
    "派出所|司法所|事务所|办事处|局|厅|法院|检察院"
)
"""Endings with which no person's name ends, however short it is."""
_LONG = (
    "企业|工厂|商行|车行|银行|支行|分行|粮行|药行|花行|超市|餐馆|饭馆|饭店|酒店|旅馆|宾馆|茶馆|茶楼|酒楼|商店|商场|商城|"
    "网吧|酒吧|食堂|联社|报社|旅行社|出版社|党委|团委|纪委|支委|协会|学会|商会|工会|妇联|残联|文联|科协|联合会|基金会|"
    "理事会|促进会|研究会|互助会|学校|小学|中学|高中|初中|大学|学院|党校|托儿所|医院|门诊部?|诊所|药房|药店|政协|人大|"
    "办公室|工作室|工作站|研究室|实验室|图书馆|文化室|中心|支部|总支|大队|中队|支队|车队|服务队|消防队|工程队|施工队|"
    "经营部|门市部|服务部|销售部|维修部|修理部|批发部|收购部|加工部|专业队|农场|林场|牧场|渔场|茶场|果场|果园|茶园|种植园|"
    "采摘园|产业园|农庄|庄园|农家乐|基地|作坊|分社|总社|业主大会|"
    "商贸|物业|餐饮|实业|置业|农业|林业|牧业|果业|木业|纸业|民宿|公寓|客栈|书屋|宗祠|祠堂|煤矿|石矿|矿山|砖窑|瓦窑|"
    r"(?:村|社区|居)第?[0-9一二三四五六七八九十百]+(?:组|社|队)"
)
_SHORT = "[院所站馆厂店社部处行铺坊校寺庙观堂场室园会队团]"
"""Endings that a person's given name may have, so that the name has to be longer than a person's."""
_PLACES = "村|社区|街道|小组"
_FOREIGN = r"\b(?:Co|Corp|Inc|Ltd|LLC|LLP|GmbH|Company|Corporation|Limited)\.?"
_ENDS_CERTAINLY = re.compile(f"(?:{_CERTAIN})$")
_ENDS_LONG = re.compile(f"(?:{_LONG})$|{_FOREIGN}$")
_ENDS_SHORT = re.compile(f"{_SHORT}$")
_ENDS_AS_PLACE = re.compile(f"(?:{_PLACES})$")
_BODY_WITHIN = re.compile(
    "公司|合伙企业|合作社|委员会|村委会|居委会|村民小组|卫生院|卫生室|卫生所|敬老院|养老院|福利院|幼儿园|医院|学校|小学|中学|"
    "派出所|事务所|办事处|养殖场|加工厂|经营部|门市部|小吃店|超市"
)
"""Words of bodies that stand in no person's name; where a name goes on behind them, something is joined to the body."""
_PLACE = re.compile(r"(?:省|市|县|区|自治州|街道|社区)$")
_SMALL_PLACE = re.compile(r"(?:镇|乡|村)$")
_HAN = re.compile("[㐀-鿿〇\U00020000-\U0003ffff]")
_BETWEEN = re.compile(r"[\s、,;:/\\|&+_\-—–~]+|[与及]")
"""What stands between two names in one cell."""
_NOTE = re.compile(r"[(\[【〔〖{<《「『]([^()\[\]【】〔〕〖〗{}<>《》「」『』]*)(?:[)\]】〕〗}>》」』]|$)")
_SIGNS = re.compile(r"\s*[()\[\]【】〔〕〖〗{}<>《》「」『』]\s*|\.")
_LEGAL_FORM = re.compile(
    "(?:特殊)?(?:普通|有限)合伙|个人独资|个体工商户|个体户?|集团|股份|筹|全民所有制|集体所有制|中外合[资作]|外商独资|.*[分总支][店部院校厂站所社行]?"
)
_PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 "
    "云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 中国 华东 华南 华北 华中 东北 西北 西南"
)
_REGIONS = frozenset(_PROVINCES.split())
_STAMP = re.compile("(?:加?盖)?公?章")
"""A note on paper that names nobody."""
_ROLE = re.compile(
    "(?:法定代表人|法人代表|法人|负责人|经营者|业主|理事长|联系人|经办人|代办人?|代理人|委托代理人)[:为是]?"
)
_FOR = re.compile(r"(?P<who>.{2,4}?)(?:(?<![现时当古近世年])代(?![理驾工步码数言谢建孕])|[和同])(?P<whom>.{4,})")
"""张三代某村合作社: a person who applies for a body, and a person beside one."""
_OF_A_PLACE = re.compile("[省市县区镇乡村]")
_STEM = re.compile(r"(?P<stem>[^省市县区镇乡村]{5,})(?:社区|[镇乡村县])")
_OF_VILLAGES = re.compile(
    "[家庄屯沟湾坡店营堡寨洼庙桥塘坪岭溪林河江湖海山坝岗口寺集堂港台楼院房厂园头峪峡岔洞泉井田川原旗盟苏木]"
)
_WESTERN = re.compile(r"[A-Z][a-zà-ɏ]+ [A-Z][a-zà-ɏ]+")


class _Parts(NamedTuple):
    """A name without the brackets at its ends, and what stands in those."""

    bare: str
    notes: tuple[str, ...]


def normal(name: str) -> str:
    """``name`` in normal width, without what shows nothing and without space at its ends."""
    return unicodedata.normalize("NFKC", visible(unicodedata.normalize("NFKC", name))).strip()


@lru_cache(_REMEMBERED)
def kind_of_name(name: str) -> NameKind:
    """Whether ``name`` is that of a person, of a body, or joins a person and a body."""
    text = normal(name)
    if _is_of_a_persons_size(text) and not _ENDS_CERTAINLY.search(text):
        return "person"
    bare, notes = _parts(text)
    told = [note for note in notes if not _belongs_to_a_body(note)]
    pieces = list(_pieces(bare))
    bodies = [piece for piece in pieces if _is_body(piece)]
    if not bodies and _is_body("".join(pieces)):
        if any(map(_tells_a_person, pieces)):
            return "joined"
        bodies = pieces = ["".join(pieces)]  # 敬 老 院, spread over the width of a cell.
    if not bodies:
        within = any(map(_is_body, notes)) or (len(bare) > 4 and _BODY_WITHIN.search("".join(pieces)))
        return "joined" if within else "person"
    beside = [piece for piece in pieces if piece not in bodies and not _belongs_to_the_next(piece)]
    if beside or any(map(_tells_a_person, told)) or any(map(_begins_with_a_person, bodies)):
        return "joined"
    if _WESTERN.search(bare) and _HAN.search(bare):
        return "joined"
    return "organisation"


def is_organisation(name: str) -> bool:
    """Whether ``name`` is that of a body alone, which stays named."""
    return kind_of_name(name) == "organisation"


def organisation_name(name: str) -> str:
    """The name of a body as it is shown: as it was written, without a note at its end that is no part of it (盖章)."""
    written = visible(name).strip()
    while True:
        notes = [found for found in _NOTE.finditer(written.translate(_BRACKETS)) if found.end() == len(written)]
        if not notes or notes[-1].start() == 0 or _belongs_to_a_body(normal(notes[-1][1])):
            return written
        written = written[: notes[-1].start()].strip()


_BRACKETS = str.maketrans("（）［］｛｝＜＞", "()[]{}<>")


def _parts(text: str) -> _Parts:
    """The text without the brackets at its ends; those within are part of the name: 示例（东山）有限公司."""
    notes = []
    for found in reversed(list(_NOTE.finditer(text))):
        if found.end() == len(text) or found.start() == 0:
            notes.append(found[1].strip())
            text = (text[: found.start()] + text[found.end() :]).strip()
    return _Parts(text, tuple(note for note in notes if note))


def _pieces(bare: str) -> Iterator[str]:
    """The names of a cell that holds several, each without spaces and brackets."""
    return filter(None, _BETWEEN.split(_SIGNS.sub("", bare)))


def _is_body(piece: str) -> bool:
    """Whether ``piece``, which holds no space, ends as the names of bodies do and is no person's name."""
    if _ENDS_CERTAINLY.search(piece):
        return len(piece) > 2 or not _family(piece)
    if _is_of_a_persons_size(piece):
        return False
    if _ENDS_LONG.search(piece):
        return True
    family = _family(piece)
    if _ENDS_SHORT.search(piece):
        return len(piece) > 3 + len(family)
    return bool(_ENDS_AS_PLACE.search(piece)) and not family and len(piece) > 2


def _family(text: str) -> str:
    """The family name with which ``text`` begins; empty when it begins with none."""
    for size in (5, 4, 3, 2):
        if text[:size] in COMPOUND_SURNAMES:
            return text[:size]
    return text[:1] if text[:1] in SURNAMES else ""


def _is_of_a_persons_size(text: str) -> bool:
    """Whether ``text`` is a family name with one or two characters behind it."""
    family = _family(text)
    return bool(family) and len(family) < len(text) <= len(family) + 2 and all(map(_HAN.match, text))


def _belongs_to_a_body(note: str) -> bool:
    """Whether a bracket at the end of a body's name is part of it: its legal form, a branch, a region."""
    if _LEGAL_FORM.fullmatch(note) or note in _REGIONS or _PLACE.search(note) or _is_body(note):
        return True
    return bool(_ENDS_SHORT.search(note)) and len(note) > 1 and not _is_of_a_persons_size(note)


def _belongs_to_the_next(piece: str) -> bool:
    """Whether a piece beside a body is the place in front of its name, a number, or a word in Latin letters."""
    if _PLACE.search(piece) or not _HAN.search(piece) or re.fullmatch("第[一二三四五六七八九十]+", piece):
        return "*" not in piece
    return bool(_SMALL_PLACE.search(piece)) and not _is_of_a_persons_size(piece)


def _tells_a_person(note: str) -> bool:
    """Whether a bracket beside a body's name holds a person's name, masked or not, or says who acts for it."""
    if _STAMP.fullmatch(note):
        return False
    return bool(_is_of_a_persons_size(note) or _ROLE.match(note) or re.search("[*·某]", note))


def _begins_with_a_person(body: str) -> bool:
    """Whether a person's name stands in front of a body's with 代, 和, a middle dot, or nothing between."""
    joined = _FOR.fullmatch(body)
    if joined and _is_of_a_persons_size(joined["who"]) and _is_body(joined["whom"]):
        certain = "代" in joined.string[joined.end("who") : joined.start("whom")]
        if certain or len(joined["who"]) > 2 or _OF_A_PLACE.search(joined["whom"]):
            return True
    role = _ROLE.match(body)
    if role and _family(body[role.end() :]):
        return True
    if "·" in body and _is_of_a_persons_size(body.partition("·")[0]):
        return True
    stem = _STEM.match(body)
    return bool(stem and _family(body) and not _OF_VILLAGES.search(stem["stem"], 1, 4))
