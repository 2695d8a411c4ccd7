"""A stored cell to a value, or the reason why it has none: texts, days, counts; and what a value looks like.

Nothing here guesses: a two-digit year, a day that may be a month and a number that lost digits are refused.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from generator.register.table import CellValue

Kind = Literal["receipt", "name", "id_number", "phone", "address", "day", "outcome", "item", "days", "text"]
"""What a column holds: 收件编号, 姓名, 证件号码, 电话, 住址, 日期, 办理结果, 事项, 天数, any text."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a cell has no value: a rule of ``texts.register``."""

    rule: str


_EXCEL_EPOCH = date(1899, 12, 30)
_SERIALS = range(32874, 73051)  # 1990-01-01 to 2099-12-31: other numbers in a date column are something else.
_YEARS = range(1900, 2100)
_EXACT_DIGITS = 15
_FORMULA_ERROR = re.compile(r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|DATA!)")
_SCIENTIFIC = re.compile(r"[0-9](\.[0-9]+)?E\+?[0-9]{2}", re.IGNORECASE)
_TEXT_FORMULA = re.compile(r'="(.*)"', re.DOTALL)
_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SPACE_IN_WORD = re.compile(f"(?<=[{_HAN}]) (?=[{_HAN}])")
_NARROW = {
    code: code - 0xFEE0 for span in ((0xFF10, 0xFF1A), (0xFF21, 0xFF3B), (0xFF41, 0xFF5B)) for code in range(*span)
}
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")


def as_text(value: CellValue) -> str | Unreadable:
    """The text of a cell, "" for an empty one: narrow digits and letters, no invisible characters, single spaces.

    Spaces between two Han characters, which only align names of different length, go; a line break, which may part
    two names, is a space. A number of more than 15
    digits is Unreadable, because a spreadsheet has already replaced its end by zeros.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        if not abs(value) < 10**_EXACT_DIGITS:
            return Unreadable("cell/number-format")
        return str(int(value)) if value == int(value) else repr(value)
    if isinstance(value, date | time | timedelta):
        return value.isoformat(" ") if isinstance(value, datetime) else str(value)
    text = _cleaned(value)
    if _FORMULA_ERROR.fullmatch(text):
        return Unreadable("cell/formula-error")
    return Unreadable("cell/number-format") if _SCIENTIFIC.fullmatch(text) else text


def is_number_typed(value: CellValue) -> bool:
    """Whether a number of a person (ID, phone) was stored as a number, or comes from a CSV that was: 1.1E+17."""
    if isinstance(value, bool):
        return False
    if isinstance(value, int | float):
        return not abs(value) < 10 ** (len("13800000000") - 1)
    return isinstance(value, str) and bool(_SCIENTIFIC.fullmatch(_cleaned(value)))


def as_day(value: CellValue, year: int | None = None) -> date | Unreadable | None:
    """The day of a cell, None for an empty one; ``year`` completes 7月1日.

    Years come first: 2026-07-01, 2026/7/1, 2026.7.1, 20260701, 2026年7月1日, 二〇二六年七月一日, a serial number
    of Excel; a time of day or a weekday behind it is dropped.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _SERIALS.stop:
        return _EXCEL_EPOCH + timedelta(int(value)) if int(value) in _SERIALS else Unreadable("cell/date-unreadable")
    text = as_text(value)
    if isinstance(text, Unreadable):
        return text if text.rule == "cell/formula-error" else Unreadable("cell/date-unreadable")
    return _day_of_text(text, year) if text else None


def as_days_count(value: CellValue) -> int | Unreadable | None:
    """The whole number of days of a cell, None for an empty one: 10, 10天, 10个工作日, 十日."""
    text = as_text(value)
    if text == "":
        return None
    found = None if isinstance(text, Unreadable) else _DAYS.fullmatch(text.replace(" ", ""))
    count = found and (int(found[1]) if found[1].isascii() else _chinese_number(found[1]))
    return Unreadable("cell/days-unreadable") if count is None else count


def looks_like(kind: Kind, value: CellValue) -> bool:
    """Whether a cell may stand in a column of ``kind``; false when it plainly is something else. Empty cells may.

    Catches shifted and renamed columns, so it asks what a value cannot be, not whether it is correct.
    """
    if kind == "day":
        return not isinstance(as_day(value, 2000), Unreadable)
    if kind == "days":
        return not isinstance(as_days_count(value), Unreadable)
    text = as_text(value)
    if isinstance(text, Unreadable):
        return kind in ("id_number", "phone")  # That its digits are lost is another, clearer message.
    if text == "":
        return True
    if isinstance(value, date | time | timedelta):
        return False
    return _MAY_BE[kind](text)


# --- texts --------------------------------------------------------------------------------------------------------


def _cleaned(text: str) -> str:
    text = text.translate(_NARROW)
    if not text.isascii() or not text.isprintable():
        text = "".join(character for character in text if _is_visible(character))
    lines = (_SPACE_IN_WORD.sub("", " ".join(line.split())) for line in text.splitlines())
    text = " ".join(filter(None, lines))
    if formula := _TEXT_FORMULA.fullmatch(text):  # How some systems keep digits alive in a CSV: ="0012".
        text = formula[1].strip()
    return text.removeprefix("'").lstrip()


def _is_visible(character: str) -> bool:
    if character in _BLANK_LETTERS:
        return False
    category = unicodedata.category(character)
    if category in ("Cf", "Cs", "Co", "Cn"):
        return False
    return character in "\t\n\r\x0b\x0c\x85" if category == "Cc" else not "\ufe00" <= character <= "\ufe0f"


# --- days ---------------------------------------------------------------------------------------------------------

_DIGITS = {digit: number for number, row in enumerate(("〇○零0", *"一二三四五六七八九")) for digit in row}
_NUMERAL = r"[0-9〇○零一二三四五六七八九十]"
_DAYS = re.compile(r"([0-9]{1,3}|[零一二三四五六七八九十]{1,3})(个?(工作|自然)?[天日])?")
_CLOCK = r"(?:T?(?:\s*(?:上午|下午|凌晨|中午|晚上))?\s*[0-9]{1,2}[:：时点][0-9:：时分秒点.]*Z?)?"
_BEHIND = rf"{_CLOCK}(?:\s*[((（]?(?:星期|周)[一二三四五六日天][))）]?)?"
_SEPARATED = re.compile(rf"([0-9]+)\s*([-/.．／。、－—–~])\s*([0-9]+)\s*[-/.．／。、－—–~]\s*([0-9]+)\s*{_BEHIND}")
_COMPACT = re.compile(rf"([0-9]{{4}})([0-9]{{2}})([0-9]{{2}})\s*{_BEHIND}")
_WRITTEN = re.compile(
    rf"(?:({_NUMERAL}+)\s*年\s*)?({_NUMERAL}{{1,3}})\s*月\s*({_NUMERAL}{{1,3}})\s*[日号]?\s*{_BEHIND}"
)


def _day_of_text(text: str, year: int | None) -> date | Unreadable:
    if found := _SEPARATED.fullmatch(text):
        first, _, month, last = found.groups()
        if len(first) != 4:
            return Unreadable("cell/date-ambiguous" if len(last) == 4 else "cell/date-year")
        return _day(int(first), int(month), int(last))
    if found := _COMPACT.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _WRITTEN.fullmatch(text):
        if found[1] is None and year is None:
            return Unreadable("cell/date-year")
        return _day(year if found[1] is None else _chinese_year(found[1]), *map(_chinese_number, found.groups()[1:]))
    return Unreadable("cell/date-unreadable")


def _day(year: int | None, month: int | None, day: int | None) -> date | Unreadable:
    if year is None:
        return Unreadable("cell/date-year")
    try:
        return date(year, month or 0, day or 0) if year in _YEARS else Unreadable("cell/date-impossible")
    except ValueError:
        return Unreadable("cell/date-impossible")


def _chinese_year(text: str) -> int | None:
    if len(text) != 4 or "十" in text:
        return None
    return int("".join(digit if digit.isascii() else str(_DIGITS[digit]) for digit in text))


def _chinese_number(text: str) -> int | None:
    """``text`` as a number below 1,000 in ASCII digits, below 100 in Chinese ones; None when it is none."""
    if text.isascii():
        return int(text)
    tens, ten, ones = text.partition("十")
    if "十" in ones or len(tens) > 1 or len(ones) > 1:
        return None
    if not ten:
        return _DIGITS[tens]
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)


# --- what a value may be ------------------------------------------------------------------------------------------

_LETTER = re.compile(f"[A-Za-z\u00c0-\u024f{_HAN}]")
_LONG_NUMBER = re.compile(r"[0-9](?:[ -]?[0-9*xX]){5,}")
_IDENTITY = re.compile(
    r"(?:[0-9]{6}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X])", re.I
)
_OLD_IDENTITY = re.compile(r"[1-8][0-9]{5}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}")
_MOBILE = re.compile(r"(?:\+?86)?1[3-9][0-9]{9}")
_LAND_LINE = r"(?:\(?0[0-9]{2,3}\)?-?)?[1-9][0-9]{6,7}(?:(?:-|转|#)[0-9]{1,5})?"
_ONE_PHONE = rf"(?:\+?86-?)?(?:1[3-9][0-9]{{9}}|{_LAND_LINE}|[48]00-?[0-9]{{3}}-?[0-9]{{4}})"
_PHONES = re.compile(rf"{_ONE_PHONE}(?:[/、,，;；或]{_ONE_PHONE})*")
_MASKED_NUMBER = re.compile(r"[0-9*＊Xx]{7,20}")
_PAPER = re.compile(f"[A-Za-z0-9*＊()（）第号字{_HAN}]{{5,40}}")
_DOOR = re.compile(
    r"(?<![0-9])[0-9]{1,4}(-[0-9]{1,4})?(号|室|组|栋|幢|单元|弄|巷|楼|层)|(路|街|巷|弄|村|组|镇|乡)[0-9]+"
)
_OUTCOME_WORDS = re.compile(
    "已?(办结|办理完毕|完成|通过|批准|同意|发放|撤回|撤销申请|驳回|在办|办理中)|不予?(批准|受理|同意|通过|许可)|未通过"
)
_DATE_SHAPED = re.compile(rf"[0-9]{{4}}(?:[-/.年][0-9]{{1,2}}[-/.月][0-9]{{1,2}}日?)\s*{_BEHIND}")


def _compact(text: str) -> str:
    return re.sub(r"[\s\-–—]", "", text)


def _is_identity(text: str) -> bool:
    compact = _compact(text)
    return bool(_IDENTITY.fullmatch(compact) or _OLD_IDENTITY.fullmatch(compact))


def _is_mobile(text: str) -> bool:
    return bool(_MOBILE.fullmatch(_compact(text)))


def _is_date(text: str) -> bool:
    return bool(_DATE_SHAPED.fullmatch(text))


def _has_words(text: str) -> bool:
    return bool(_LETTER.search(text)) and not _LONG_NUMBER.search(text) and not _is_date(text)


def _may_be_receipt(text: str) -> bool:
    digits = any(character.isdigit() for character in text)
    return digits and len(text) <= 40 and not (_is_identity(text) or _is_mobile(text) or _is_date(text))


def _may_be_name(text: str) -> bool:
    return _has_words(text) and len(text) <= 60 and not _DOOR.search(text) and not _OUTCOME_WORDS.fullmatch(text)


def _may_be_identity(text: str) -> bool:
    compact = _compact(text)
    if _is_identity(text):
        return True
    if _is_mobile(text) or _is_date(text) or not any(character.isdigit() for character in text):
        return False
    return bool(_PAPER.fullmatch(compact)) and not _DOOR.search(text)


def _may_be_phone(text: str) -> bool:
    shapes = (text.replace(" ", ""), _compact(text))
    return not (_is_identity(text) or _is_date(text)) and any(
        _PHONES.fullmatch(shape) or _MASKED_NUMBER.fullmatch(shape) for shape in shapes
    )


def _may_be_address(text: str) -> bool:
    return bool(re.search(f"[{_HAN}]", text)) and not _LONG_NUMBER.search(text) and not _is_date(text)


def _may_be_outcome(text: str) -> bool:
    return _has_words(text) and len(text) <= 40 and not _DOOR.search(text)


def _may_be_item(text: str) -> bool:
    return _has_words(text) and len(text) <= 120 and not _OUTCOME_WORDS.fullmatch(text)


def _may_be_text(text: str) -> bool:
    return not (_is_identity(text) or _is_mobile(text))


_MAY_BE = {
    "receipt": _may_be_receipt,
    "name": _may_be_name,
    "id_number": _may_be_identity,
    "phone": _may_be_phone,
    "address": _may_be_address,
    "outcome": _may_be_outcome,
    "item": _may_be_item,
    "text": _may_be_text,
}
