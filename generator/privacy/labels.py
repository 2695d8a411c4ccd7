"""Finds numbers that only their label gives away: 证件号码：…, 账号, 微信号 and the like, in Chinese and English.

The label and the number stand side by side, with a colon, a gap, the end of a cell or of a line between them. A column
of numbers below its header is not found here: ``register`` reads tables column by column.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.privacy.disguise import Folded, fold, has_chinese_digit, visible
from generator.privacy.finding import Hit
from generator.privacy.masked import MOST_READABLE
from generator.privacy.prefilter import Sign, one_scan

_PAPERS = (
    "居民身份证|身份证件?|身份证明|护照|通行证|回乡证|台胞证|居住证|暂住证|居留证|居留许可|永居证|永久居留证|户口簿|户口本|户籍|"
    "驾驶证|驾照|驾驶执照|行驶证|军官证|士兵证|士官证|义务兵证|军人证|警官证|文职干部证|文职证|退伍证|退役证|退役军人优待证|"
    "优待证|老年证|老年优待证|结婚证|离婚证|婚姻证|出生医学证明|出生证明|出生证|准生证|生育服务证|生育证|"
    "残疾人证|残疾证|残疾人|社会保障卡|社会保障|社保卡|社保|医疗保险|医疗保障|医保卡|医保|"
    "参合证?|合作医疗证?|低保证?|低保金领取证|特困证|特困供养证|供养证|五保证|失业证|就业创业证|就业失业登记证|"
    "优惠证|优抚证|独生子女证|光荣证|一折通|一本通|存单|健康卡|银行卡|存折|储蓄卡|信用卡|工资卡|一卡通|惠农卡|借记卡|卡|"
    "银行|个人|开户|收款|打款|发放|领款|学籍|学生证|学|工作证|工|病历|病案|住院|门诊|就诊卡?|体检|准考证|"
    "毕业证书?|学位证|不动产权证书?|房产证|房权证|土地证|宅基地证|林权证|党员证|"
    "证件|证|公民身份|身份|户主|户|参保|保险|保单|个人编|个人社保|个人权益|车牌|车辆|车架|发动机|号牌|支付宝|微信|手机|移动电话|本人电话|联系手机"
)
_FIRST = "".join(dict.fromkeys(paper[0] for paper in _PAPERS.split("|")))
_STRONG = re.compile(
    rf"(?=[{_FIRST}])(?:{_PAPERS})(?:证|卡|的|件|[(（]?档案|字)?[\s》]{{0,2}}(?:号码|账号|帐号|账户|帐户|卡号|证号|编号|编码|号|"
    rf"ID)(?![一-鿿]*[编楼线令文])"
    r"|(?:账号|帐号|账户|帐户|卡号|证号|身份证|公民身份号码|户号|学号|工号|病历号|病案号|住院号)(?![一-鿿])"
    r"|(?:护照|通行证|台胞证|居住证|暂住证|居留证|居留许可|永居证|永久居留证|驾驶证|驾照|军官证|士兵证|军人证|士官证|退伍证|文职干部证|残疾证|残疾人证|社保卡|社会保障卡|医保卡|银行卡|存折|"
    r"户口簿|户口本|低保证|特困证|生育服务证|军人保障卡|签证|准考证|一卡通|优抚证|结婚证|离婚证|出生证|出生证明|出生医学证明|退役军人优待证|优待证|一折通|微信|手机|(?<![0-9A-Za-z])(?:QQ|qq)|支付宝|车牌)(?![一-鿿A-Za-z])"
    r"|手机(?=1)|(?:微信号|(?<![0-9A-Za-z])(?:QQ|qq)号码?|V信|微信同号)"
    r"|(?<![A-Za-z])(?:ID|I\.D\.|Identity|identity|Identification|Passport|passport|PASSPORT|Account|account|"
    r"Bank account|[Bb]ank card|[Cc]ard"
    r"|[Dd]river'?s? [Ll]icen[cs]e|[Ll]icen[cs]e|[Pp]ermit|[Ss]ocial [Ss]ecurity|[Ii]nsurance|WeChat|[Mm]obile|"
    r"MOBILE|[Cc]ell)"
    r"(?:\s(?:[Cc]ard|CARD|document|[Dd]ocument))?\s{0,2}(?:[Nn]o\b\.?|NO\b\.?|[Nn]umber|NUMBER|[Nn]um\b|#|№|ID|"
    r"[Pp]hone|(?=[:：=]))"
)
_LABEL_SIGN = Sign(
    "号码卡证號碼證戶折簿本照信机宝户DQq人险通明可",
    r"(?:(?<![明可])|(?<=证明|许可))(?=(?:是|为|系|即|[\W_]){0,240}+[A-Za-z]{0,4}"
    r"[0-9０-９〇零一二三四五六七八九①-⑨Ａ-Ｚ军士武文\U00010000-\U0001ffff])",
)
_NAME_SIGN = Sign("信宝", r"(?=(?:账?号)?(?:是|为|[\W_]){0,40}+[A-Za-z])")
_NUMBER_AHEAD = r"(?=[.:：#=\s\"'*|（(【\[,，是为]{1,12}+[A-Z]{0,3}[0-9]{2})"
_ENGLISH_SIGN = Sign("#№", _NUMBER_AHEAD)
LABEL_SIGNS = (_LABEL_SIGN, _NAME_SIGN, _ENGLISH_SIGN)
"""How a label ends that has something like a value after it; English ones that end in a common letter have a scan of
their own."""
_LABEL_END, _NAME_END = one_scan(_LABEL_SIGN, _ENGLISH_SIGN), _NAME_SIGN.compiled()
_ACCOUNT = re.compile("账?号")
_ENGLISH_END = re.compile(f"[oOdDrRtT]{_NUMBER_AHEAD}")
_SHADES = {
    "0": "0123456789",
    "o": "odrtODRT",
    ":": ".:#=\t\n\r\v\f\x1c\x1d\x1e\x1f \"'*|([,?",
    "A": "ABCEFGHIJKLMNPQSUVWXYZ",
}
"""Signs of a text in which ``_ENGLISH_END`` begins with literals, for which ``re`` searches fastest; ? is any sign
beyond ASCII."""
_SHADOW = bytes.maketrans(
    "".join(_SHADES.values()).encode(), "".join(shade * len(signs) for shade, signs in _SHADES.items()).encode()
)
_SHADOW_OF_END = re.compile(b"o::{0,11}+[Ao]{0,3}00")
_SIMPLIFIED = str.maketrans(
    "號碼證護帳賬戶駕駛結離殘臺醫學電話機編銀軍書寶聯發領個體檢參險貸車",
    "号码证护帐账户驾驶结离残台医学电话机编银军书宝联发领个体检参险贷车",
)
"""Traditional characters of labels."""
_BEFORE = 24
_ANSWERS_KEPT = 4_096
"""Of how many stretches before a value it is remembered which label they end with; they are the same on many pages."""
_BETWEEN = re.compile(r"(?:[\s\W_]|为|是|系|即|[:：]|\((?:[^()]{0,8})(?:\(|$))*")
_VALUE = re.compile(
    r"([A-Za-z]{0,4}(?![A-Za-z])(?:[ \-.·]{0,2}[0-9A-Za-z]){3,29})|([\w]{1,4}字[^\w]?第?[^\w]?[0-9]{4,12}号?)|"
    r"([一-鿿]{1,2}证?字?第?[0-9]{5,12}号)"
)
_ACCOUNT_NAME = re.compile(r"[A-Za-z][A-Za-z0-9\-]{5,19}(?![A-Za-z0-9])")
_NAMED = re.compile(r"微信|WeChat|支付宝|V信")
_PUBLIC = re.compile(
    r"(?:(?:\+?86[- ]?)?0[1-9][0-9]{1,2}[- .]{1,2}[2-9][0-9]{6,7}|[48]00[- ][0-9]{3,4}[- ]?[0-9]{3,4}|"
    r"1[012][0-9]{3}|9[56][0-9]{3}"
    r"|(?:19|20)[0-9]{2}[- .年/](?:1[0-2]|0?[1-9])(?:[- .月/][0-3]?[0-9])?|(?:19|20)[0-9]{2}(?:0[1-9]|"
    r"1[0-2])[0-3][0-9]|(?:19|20)[0-9]{2})"
)
_PHONE = re.compile(r"手机|电话|[Mm]obile|MOBILE|[Cc]ell|[Pp]hone")
_UNIT = re.compile(
    r"\s?(?:年|月|日|元|万|份|个|人|件|户|次|天|%|％|号令|平方|公里|名|条|项|时|分|岁|张|页|位|字节|周岁|KB|MB|px)"
)
_STANDARD = re.compile(
    r"[A-Z]{2}[0-9]{0,2}(?:[/\- ]?T)?[ \-]?[0-9.]{2,6}[ \-](?:19|20)[0-9]{2}(?![0-9])", re.IGNORECASE
)
_FIRM = "号码ID#o.信Q户"
"""How a label ends that asks for a number; others are mere names of papers."""
_WORD = re.compile(r"[^0-9A-Za-z]")
_NEAR, _REACH = 72, 240
_LONGEST_NAME = 24
_MIN_DIGITS = 5


def find_labelled(text: str, signs: Iterable[int]) -> Iterator[Hit]:
    """Numbers right after a label that says they are a person's."""
    end = 0
    for place in sorted({*_label_ends(text, signs), *_english_ends(text)}):
        label = labelled_by(text[max(0, place - _BEFORE) : place]) if place > end else None
        if label is None:
            continue
        after, start = _behind(text, place)
        if start == 0 and label[-1] not in "号码#D信Q机卡折簿本证照户通明可.o":
            continue
        stretches = [after]
        if has_chinese_digit(after.text):
            stretches.append(fold(text, place, place + _REACH))
        for stretch in stretches:
            span = _value(stretch.text, start, label)
            if span:
                hit = stretch.span(*span)
                end = hit[1]
                yield Hit(*hit, "labelled-number")
                break


def _behind(text: str, place: int) -> tuple[Folded, int]:
    """What stands behind a label, its numerals as words, and where in it a value begins; no more than is needed."""
    for reach in (_NEAR, _REACH):
        after = fold(text, place, place + reach, words=True)
        between = _BETWEEN.match(after.text)
        start = between.end() if between else 0
        value = _VALUE.match(after.text, start)
        if (value.end() if value else start) < len(after.text) - _LONGEST_NAME:
            break
    return after, start


def _label_ends(text: str, signs: Iterable[int]) -> Iterator[int]:
    """Offsets behind what could be a label with something like a value after it."""
    for sign in signs:
        if _LABEL_END.match(text, sign):
            yield sign + 1
        if _NAME_END.match(text, sign):
            account = _ACCOUNT.match(text, sign + 1)
            yield account.end() if account else sign + 1


def _english_ends(text: str) -> Iterator[int]:
    """The same for labels in English: No. ID, Number and the like."""
    shadow = text.encode("ascii", "replace").translate(_SHADOW)
    for sign in _SHADOW_OF_END.finditer(shadow):
        if _ENGLISH_END.match(text, sign.start()):
            yield sign.start() + 1


@lru_cache(_ANSWERS_KEPT)
def labelled_by(text: str) -> str | None:
    """The label with which ``text`` ends."""
    before = visible(text).translate(_SIMPLIFIED)
    for match in _STRONG.finditer(before):
        if match.end() >= len(before.rstrip(".")):
            return match[0]
    return None


def _value(text: str, start: int, label: str) -> tuple[int, int] | None:
    """Where the private value stands that begins at ``start``, if it is one."""
    named = _ACCOUNT_NAME.match(text, start) if _NAMED.search(label) else None
    if named and (re.search("[0-9-]", named[0]) or "号" in label):
        return named.span()
    value = _VALUE.match(text, start)
    if value is None:
        return None
    first, last = value.span()
    kept = re.match(r"[A-Za-z]{0,4}[0-9](?:[ \-.·]{0,2}[0-9A-Za-z])*", value[0]) if value[1] else None
    last = first + kept.end() if kept else last
    shown = text[first:last]
    if sum(sign.isdigit() for sign in shown) < _MIN_DIGITS or _UNIT.match(text, last) or _STANDARD.match(shown):
        return None
    if shown.startswith("1 2 3 "):  # The page numbers of a document site.
        return None
    if label.endswith("优待证") and shown.isdigit() and (label == "优待证" or "," in text[:start]):
        return None
    firm = label[-1] in _FIRM and len(shown) == 8 and shown.isdigit()
    public = None if firm else _PUBLIC.match(shown)
    if public and (public.end() == len(shown) or not shown[public.end()].isalnum()):
        return None
    digits = re.sub("[^0-9]", "", shown)
    if "XXX" in shown.upper() and len(digits) <= MOST_READABLE:
        return None
    begin = _WORD.split(shown, 1)[0] if value[1] else shown
    if label[-1] not in _FIRM and (len(re.sub("[^0-9]", "", begin)) < 6 or last - first > 24):
        return None
    local = _PHONE.search(label) and re.fullmatch("[2-8][0-9]{6,7}", digits)
    if local:
        return None
    if _PHONE.search(label) and not 7 <= len(digits) <= 13:
        return None
    return first, last
