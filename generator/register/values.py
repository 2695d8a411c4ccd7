"""Turn a stored cell into a text, a day or a count, or say why it has none.

Nothing is guessed: a two-digit year, a day that may be a month and a number that lost digits are unreadable.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from generator.register.table import CellValue

HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, for a set in a regular expression."""


@dataclass(frozen=True, slots=True)
class UnreadableCell:
    """Why a cell has no value: a rule of ``texts.register``."""

    rule: str


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day that was written without its year; month and day may be numbers that no day has."""

    month: int
    day: int


DayCell = date | UnreadableCell | None
"""What a cell of a column of days holds; None when it is empty."""

_EXCEL_EPOCH = date(1899, 12, 30)
_SERIALS = range(32874, 73051)  # 1990-01-01 to 2099-12-31: other numbers in a date column are something else.
_YEARS = range(1900, 2100)
_EXACT_DIGITS = 15
_FORMULA_ERROR = re.compile(r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|DATA!)")
_SCIENTIFIC = re.compile(r"[0-9](\.[0-9]+)?E\+?[0-9]{2}", re.IGNORECASE)
_COMMON = re.compile("[0-9A-Za-z\u4e00-\u9fa5-]+")  # Most texts of a register; cleaning would leave them as they are.
_TEXT_FORMULA = re.compile(r'="(.*)"', re.DOTALL)
_SPACE_IN_WORD = re.compile(f"(?<=[{HAN}]) (?=[{HAN}])")
_NARROW = {
    code: code - 0xFEE0 for span in ((0xFF10, 0xFF1A), (0xFF21, 0xFF3B), (0xFF41, 0xFF5B)) for code in range(*span)
}
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")


def as_text(value: CellValue) -> str | UnreadableCell:
    """The text of a cell, "" for an empty one: narrow digits and letters, no invisible characters, single spaces.

    Spaces between two Han characters are removed, because they only align names of different length; a line break
    becomes a space, because it may part two names. A number of more than 15 digits is unreadable, because a spreadsheet
    has already replaced its last digits by zeros.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        if not abs(value) < 10**_EXACT_DIGITS:
            return UnreadableCell("cell/number-format")
        return str(int(value)) if value == int(value) else repr(value)
    if isinstance(value, date | time | timedelta):
        return value.isoformat(" ") if isinstance(value, datetime) else str(value)
    if _COMMON.fullmatch(value):
        return UnreadableCell("cell/number-format") if _SCIENTIFIC.fullmatch(value) else value
    text = _cleaned(value)
    if _FORMULA_ERROR.fullmatch(text):
        return UnreadableCell("cell/formula-error")
    return UnreadableCell("cell/number-format") if _SCIENTIFIC.fullmatch(text) else text


def has_lost_digits(value: CellValue) -> bool:
    """Whether a number is stored with more digits than a spreadsheet keeps, or as 1.1E+17 in a CSV.

    A phone number of 11 digits that is stored as a number is complete.
    """
    return as_text(value) == UnreadableCell("cell/number-format")


def read_day(value: CellValue) -> DayCell | MonthDay:
    """The day of a cell, None for an empty one, without its year (MonthDay) where none is written: 7月1日.

    Years come first: 2026-07-01, 2026/7/1, 2026.7.1, 20260701, 2026年7月1日, 二〇二六年七月一日, a serial number
    of Excel; a time of day or a weekday behind it is dropped.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _SERIALS.stop:
        return (
            _EXCEL_EPOCH + timedelta(int(value)) if int(value) in _SERIALS else UnreadableCell("cell/date-unreadable")
        )
    text = as_text(value)
    if isinstance(text, UnreadableCell):
        return text if text.rule == "cell/formula-error" else UnreadableCell("cell/date-unreadable")
    return _day_of_text(text) if text else None


def in_year(day: DayCell | MonthDay, year: int | None) -> DayCell:
    """``day`` with ``year`` where it has none of its own; unreadable when there is no year or no such day in it."""
    if not isinstance(day, MonthDay):
        return day
    return UnreadableCell("cell/date-year") if year is None else _day(year, day.month, day.day)


def as_day(value: CellValue, year: int | None = None) -> DayCell:
    """The day of a cell as ``read_day`` reads it, completed by ``year``."""
    return in_year(read_day(value), year)


def as_days_count(value: CellValue) -> int | UnreadableCell | None:
    """The whole number of days of a cell, None for an empty one: 10, 10天, 10个工作日, 十日."""
    text = as_text(value)
    if text == "":
        return None
    found = None if isinstance(text, UnreadableCell) else _DAYS.fullmatch(text.replace(" ", ""))
    count = found and (int(found[1]) if found[1].isascii() else _chinese_number(found[1]))
    return UnreadableCell("cell/days-unreadable") if count is None else count


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
TIME_OR_WEEKDAY = rf"{_CLOCK}(?:\s*[((（]?(?:星期|周)[一二三四五六日天][))）]?)?"
_SEPARATED = re.compile(
    rf"([0-9]+)\s*([-/.．／。、－—–~])\s*([0-9]+)\s*[-/.．／。、－—–~]\s*([0-9]+)\s*{TIME_OR_WEEKDAY}"
)
_COMPACT = re.compile(rf"([0-9]{{4}})([0-9]{{2}})([0-9]{{2}})\s*{TIME_OR_WEEKDAY}")
_WRITTEN = re.compile(
    rf"(?:({_NUMERAL}+)\s*年\s*)?({_NUMERAL}{{1,3}})\s*月\s*({_NUMERAL}{{1,3}})\s*[日号]?\s*{TIME_OR_WEEKDAY}"
)


def _day_of_text(text: str) -> date | MonthDay | UnreadableCell:
    if found := _SEPARATED.fullmatch(text):
        first, _, month, last = found.groups()
        if len(first) != 4:
            return UnreadableCell("cell/date-ambiguous" if len(last) == 4 else "cell/date-year")
        return _day(int(first), int(month), int(last))
    if found := _COMPACT.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _WRITTEN.fullmatch(text):
        month, day = (_chinese_number(part) or 0 for part in found.groups()[1:])
        return MonthDay(month, day) if found[1] is None else _day(_chinese_year(found[1]), month, day)
    return UnreadableCell("cell/date-unreadable")


def _day(year: int | None, month: int, day: int) -> date | UnreadableCell:
    if year is None:
        return UnreadableCell("cell/date-year")
    try:
        return date(year, month, day) if year in _YEARS else UnreadableCell("cell/date-impossible")
    except ValueError:
        return UnreadableCell("cell/date-impossible")


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
