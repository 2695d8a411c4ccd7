"""Finds names of persons beside a label (户主：…, 申请人…, 配偶…) or beside a relation behind them (…之子).

Labels of the hall's own people (负责人, 监督人, 经办人, 联系人) are none: who answers to residents is public.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.privacy.disguise import fold, visible
from generator.privacy.finding import Hit, PrivateKind
from generator.privacy.name_tables import column_below, names_of_lists
from generator.privacy.sensitive import SENSITIVE_LABELS, is_beside_a_sensitive_word, may_be_named
from generator.privacy.surnames import FIRST, GIVEN, STRICT, bare_name, marked_name, whole_name

_PERSONS_LISTED = """
申请人 申请者 办理人 申办人 申报人 户主 当事人 救助对象 低保对象 特困人员 五保户 低保户 特困户
贫困户 受助学生 优抚对象 保障对象 孤老 姓名 名字 曾用名 委托人 受托人 代办人 代理人 代领人 领取人
收件人 寄件人 持证人 持卡人 开户名 户名 收款人 领款人 监护人 参保人 参保人员 投保人 被保险人 学生
儿童 新生儿 老人 抚养人 受益人 逝者 死者 继承人 亡故人员 死亡人员 救助人 建房户 承包方 承包人
承包方代表 权利人 使用权人 产权人 征收人 拆迁人 男方 女方 租户 承租人 出租人 房主 业主 住户 共有人
保障人 享受人 享受对象 发放对象 补助对象 补贴对象 慰问对象 帮扶对象 脱贫户 监测户 居民 村民 经营者
购买人 转让人 受让人 立遗嘱人 遗嘱人 送养人 收养人 失踪人 走失人员 受理对象 服务对象 人员姓名
"""
_PERSONS = _PERSONS_LISTED.split()
_KIN_LISTED = """
配偶 妻子 丈夫 爱人 其妻 其夫 前妻 前夫 老伴 父亲 母亲 其父 其母 岳父 岳母 公公 婆婆 继父 继母
养父 养母 生父 生母 儿子 女儿 长子 次子 三子 长女 次女 三女 幼子 幼女 独生子 独生女 子女 养子
养女 继子 继女 其子 其女 儿媳 女婿 祖父 祖母 外祖父 外祖母 爷爷 奶奶 外公 外婆 姥姥 姥爷 孙子
孙女 外孙 外孙女 哥哥 弟弟 姐姐 妹妹 兄长 兄弟 姐妹 侄子 侄女 外甥 叔叔 伯父 舅舅 姑姑 姨妈
照料人 赡养人 扶养人 家长 家庭成员 同住人 家属 亲属 生活成员 之妻 之夫 之父 之母 之子 之女 的妻
的子 的女
"""
_KIN = _KIN_LISTED.split()
_SHORT_KIN = "妻夫父母子女孙兄弟姐妹儿"
"""Relations of one character: behind a colon or in brackets only, where no other character stands before them."""
LABELS = frozenset((*_PERSONS, *_KIN, *SENSITIVE_LABELS))
_RELATIONS = frozenset((*_KIN, "监护人"))
_LONGEST = max(map(len, LABELS))
_TRADITIONAL = str.maketrans("請戶監護訪舉報訴當對學兒領養親屬長員偶", "请户监护访举报诉当对学儿领养亲属长员偶")
_NAMED = re.compile("(?:姓名|名字)\\Z")
_ENDS = "".join(sorted({label[-1] for label in LABELS} | set(_SHORT_KIN) | set("兒親員屬長")))
_SIGN = re.compile(
    rf"[{_ENDS}](?=[\s\x1f:：=,，、/／|*_\"'“”‘’「【】\]（(）)\-—–·<\u00ad\u200b-\u200f\u2060\ufeff]|为|是|系|[{FIRST}㐀-䶿])"
)
"""The end of a label with a gap, a mark or a family name behind it."""
_MARK = re.compile(
    r"(?:姓\s{0,2}名|名字)?(?:[（(](?:拼音|曾用名|签名|签字|盖章|甲方|乙方|本人|全名)[)）])?"
    r"(?:[\s\x1f:：=/／\-—–*_\"'“”‘’「『【】\](（|,，>]|</?[a-z][^<>]{0,60}>|为|是|系(?![统列])|[一二三四五六七八九十0-9]{1,2}[.、．]){0,24}"
)
_LEADS = re.compile("[:：=/／—–(（】*]|--|为|是|系|<[/a-z]")
_RELATION_THEN = re.compile("[妻夫父母子女儿孙][子亲儿]?[,，]")
_LIST = re.compile("[,，、/／ ;；\u3000与和及]{1,2}")
_THEN_KIN = re.compile(
    rf"(?<![㐀-䶿一-鿿])(?P<name>{STRICT})(?:[ ]?[（(，,]|系|是|与|為|为)"
    r"(?:(?:申请人|户主|本人|其|患者|老人|孩子|逝者|死者|被监护人|该户)?(?:之|的)?)\Z"
)
_MASKED = re.compile(r"(?=[一-鿿]{0,4}[*＊某])[一-鿿*＊]{2,6}")
_TO_STAR = dict.fromkeys(map(ord, "○◯□■△▲☆★●※∗×✕"), "*")
"""What else clerks write for a hidden character."""
_STARS = re.compile("[*＊某]+")
_STARS_BEFORE = re.compile("[*＊]{2,3}[ ]?")
_WELL_MASKED = re.compile(r"[一-鿿]{0,2}\*+[一-鿿]?")
_GIVEN_NAME = re.compile(rf"[{GIVEN}]{{2}}(?![一-鿿*＊])")
_BEHIND_MASK = re.compile(
    rf"[*＊某](?:(?:(?<=[一-鿿][*＊])|(?<=[*＊]{{2}}))(?:[（( ，,]{{1,2}}(?:即|本名|原名|全名)?)?"
    rf"|(?<=[一-鿿].)[一-鿿]?[（(](?:即|本名|原名|全名)?)(?=[{FIRST}])"
)
_HAN = re.compile("[一-鿿]")
_BEFORE, _AFTER = 16, 56
_LONGEST_CELL = 12
_ANSWERS_KEPT = 4_096


def find_names(text: str) -> Iterator[Hit]:
    """Names behind a label or a relation, in front of a relation, in a column below a label, and in a list of names."""
    end = 0
    for sign in _SIGN.finditer(text):
        place = sign.end()
        if place <= end or (label := label_before(text[max(0, place - _BEFORE) : place])) is None:
            continue
        for start, stop in (*_behind(text, place, label), *_in_front(text, place, label)):
            end = max(end, min(stop, place + _AFTER))
            yield _hit(text, start, stop, label)
    for start, stop in (*names_of_lists(text), *_beside_masks(text)):
        yield _hit(text, start, stop, "")


def _hit(text: str, start: int, stop: int, label: str) -> Hit:
    sensitive = label in SENSITIVE_LABELS or is_beside_a_sensitive_word(text, start, stop)
    kind: PrivateKind = "sensitive-name" if sensitive else "name"
    return Hit(start, stop, kind, may_be_named(text, start, stop, label))


@lru_cache(_ANSWERS_KEPT)
def label_before(text: str) -> str | None:
    """The label with which ``text`` ends; of 患者姓名 it is 患者."""
    tail = re.sub(r"\s", "", visible(text)).translate(_TRADITIONAL)
    named = _NAMED.sub("", tail)
    for ending in (named, tail):
        for length in range(min(_LONGEST, len(ending)), 1, -1):
            if ending[-length:] in LABELS:
                return ending[-length:]
    short = tail[-1:]
    return short if short in _SHORT_KIN and not _HAN.match(tail[-2:-1]) else None


def _behind(text: str, place: int, label: str) -> Iterator[tuple[int, int]]:
    """The name behind a label that ends at ``place``, or in the column below it."""
    is_marked, found = name_behind(text[place : place + _AFTER], label)
    if found:
        if not _goes_on(text, place, place + found[0], place + found[1]):
            yield place + found[0], place + found[1]
    elif is_marked:
        yield from column_below(text, place)


def _goes_on(text: str, place: int, start: int, stop: int) -> bool:
    """Whether a sentence was broken into lines between a label that ends at ``place`` and what looks like a name.

    The lines of a sheet end anywhere: 老人、残疾人 / 和孩子，由政府供养.
    """
    gap = text[place:start]
    if "\n" not in gap or gap.strip():
        return False
    before = text.rfind("\n", 0, place) + 1
    return place - before > _LONGEST_CELL and text[stop : stop + 1].strip() != ""


@lru_cache(_ANSWERS_KEPT)
def name_behind(after: str, label: str) -> tuple[bool, tuple[int, int] | None]:
    """Whether a mark or a gap stands between the label and ``after`` it, and where in it a name stands.

    The labels on every page of a site are read once. The answers are kept in the memory of this process.
    """
    stretch = fold(after, 0, len(after))
    whole = len(stretch.places) == len(after)  # nothing invisible within
    shown = (after if whole else "".join(after[at] for at in stretch.places)).translate(_TO_STAR)
    mark = _MARK.match(shown)
    begin = mark.end() if mark else 0
    leading = _LEADS.search(shown, 0, begin) is not None
    if label in _SHORT_KIN and not leading:
        return False, None
    if not begin:
        found = bare_name(shown)
    elif leading:
        if kin := _RELATION_THEN.match(shown, begin):
            begin = kin.end()
        found = marked_name(shown, begin)
    else:
        found = whole_name(shown, begin)
    span = found.span() if found else None
    if begin and not span:
        span = _weakly_masked(shown, begin) or _barely_masked(shown, begin)
    return begin > 0, stretch.span(*span) if span else None


def _weakly_masked(shown: str, begin: int) -> tuple[int, int] | None:
    """A name of which more can be read than its family name and, from three characters on, the last."""
    found = _MASKED.match(shown, begin)
    if found is None:
        beside = _STARS_BEFORE.match(shown, begin)
        name = whole_name(shown, beside.end()) if beside else None
        return name.span() if name else None
    plain = _STARS.sub(lambda stars: "*" * len(stars[0]), found[0])
    shows_last = not plain.endswith("*")
    if _WELL_MASKED.fullmatch(plain) and len(plain) > 1 + shows_last and plain.index("*") < 3:
        return None
    return found.span()


def _barely_masked(shown: str, begin: int) -> tuple[int, int] | None:
    """A given name of which but the family name is hidden (*春桃), where the stars stand right before ``begin``."""
    stars = len(shown[:begin]) - len(shown[:begin].rstrip("*＊"))
    found = _GIVEN_NAME.match(shown, begin) if 0 < stars < 3 else None
    return (begin - stars, found.end()) if found else None


def _beside_masks(text: str) -> Iterator[tuple[int, int]]:
    """A whole name right behind a masked one: 王**（王小明）, ***王小明."""
    for sign in _BEHIND_MASK.finditer(text):
        line = text[text.rfind("\n", 0, sign.start()) + 1 : sign.start() - 2]
        if "**" in line:  # Bold type in Markdown ends here, as likely as not.
            continue
        found = whole_name(text, sign.end())
        if found and text[found.end() : found.end() + 1] not in ("*", "＊"):
            yield found.span()


def _in_front(text: str, place: int, label: str) -> Iterator[tuple[int, int]]:
    """The name in front of a relation: 张三（配偶）, 张三系户主之子."""
    if label in _RELATIONS or label in _SHORT_KIN:
        length = len(label)
        found = _THEN_KIN.search(text[max(0, place - length - 24) : place - length])
        if found:
            shift = max(0, place - length - 24)
            yield shift + found.start("name"), shift + found.end("name")
