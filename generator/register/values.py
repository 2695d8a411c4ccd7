"""Turn a stored cell into a text, a day or a count, or say why it has none.

Nothing is guessed: a day that may be a month and a number that lost digits are unreadable; a day without its year, or
with the last two digits of it, is read with the year of the period where only one reading is possible.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from generator.model.small_numbers import DIGITS, small_number
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


@dataclass(frozen=True, slots=True)
class ShortYearDay:
    """A day of three numbers below 100: 26.7.8; ``year_first`` when the first is plainly the year: 26年7月8日."""

    first: int
    second: int
    third: int
    year_first: bool = False


@dataclass(frozen=True, slots=True)
class SameDay:
    """The day of acceptance, written as 当场 or 当日."""


UnfinishedDay = MonthDay | ShortYearDay | SameDay
"""A day that other cells, or the period, complete."""

DayCell = date | UnreadableCell | None
"""What a cell of a column of days holds; None when it is empty."""

_EXCEL_EPOCH = date(1899, 12, 30)
_SERIALS = range(32874, 73051)  # 1990-01-01 to 2099-12-31: other numbers in a date column are something else.
_YEARS = range(1900, 2100)
_EXACT_DIGITS = 15
_DITTO = frozenset(("同上", "同 上", "同前", "〃", "″", '"'))
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
    if value in _DITTO:
        return UnreadableCell("cell/ditto")
    if _COMMON.fullmatch(value):
        return UnreadableCell("cell/number-format") if _SCIENTIFIC.fullmatch(value) else value
    text = _cleaned(value)
    if text in _DITTO:
        return UnreadableCell("cell/ditto")
    if _FORMULA_ERROR.fullmatch(text):
        return UnreadableCell("cell/formula-error")
    return UnreadableCell("cell/number-format") if _SCIENTIFIC.fullmatch(text) else text


def has_lost_digits(value: CellValue) -> bool:
    """Whether a number is stored with more digits than a spreadsheet keeps, or as 1.1E+17 in a CSV.

    A phone number of 11 digits that is stored as a number is complete.
    """
    return as_text(value) == UnreadableCell("cell/number-format")


def is_ditto(value: CellValue) -> bool:
    """Whether a cell says that it holds what the cell above it holds."""
    return isinstance(value, str) and len(value) < 6 and value.strip() in _DITTO


def read_day(value: CellValue) -> DayCell | UnfinishedDay:
    """The day of a cell, None for an empty one, unfinished where its year is missing or short: 7月1日, 7.1, 26.7.1.

    Years come first: 2026-07-01, 2026/7/1, 2026.7.1, 20260701, 2026年7月1日, 二〇二六年七月一日, a serial number
    of Excel; a time of day or a weekday behind it is dropped. The number 7.1 may be the first or the tenth of July.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _SERIALS.stop:
        if int(value) in _SERIALS:
            return _EXCEL_EPOCH + timedelta(int(value))
        return _month_and_day(repr(value)) if 1 < value < 13 else UnreadableCell("cell/date-unreadable")
    text = as_text(value)
    if isinstance(text, UnreadableCell):
        return text if text.rule != "cell/number-format" else UnreadableCell("cell/date-unreadable")
    return _day_of_text(text) if text else None


def in_year(day: DayCell | UnfinishedDay, year: int | None) -> DayCell:
    """``day`` with ``year`` where it has none of its own; unreadable when there is no year or no such day in it."""
    if isinstance(day, MonthDay):
        return UnreadableCell("cell/date-year") if year is None else _day(year, day.month, day.day)
    if isinstance(day, ShortYearDay):
        return UnreadableCell("cell/date-year") if year is None else _only_reading(day, year)
    return UnreadableCell("cell/date-unreadable") if isinstance(day, SameDay) else day


def as_day(value: CellValue, year: int | None = None) -> DayCell:
    """The day of a cell as ``read_day`` reads it, completed by ``year``."""
    return in_year(read_day(value), year)


def as_days_count(value: CellValue) -> int | UnreadableCell | None:
    """The whole number of days of a cell, None for an empty one: 10, 10天, 10个工作日, 十日."""
    text = as_text(value)
    if text == "":
        return None
    found = None if isinstance(text, UnreadableCell) else _DAYS.fullmatch(text.replace(" ", ""))
    count = found and (int(found[1]) if found[1].isascii() else small_number(found[1]))
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

_NUMERAL = r"[0-9〇○零一二三四五六七八九十]"
_DAYS = re.compile(r"([0-9]{1,3}|[零一二三四五六七八九十]{1,3})(个?(工作|自然)?[天日])?")
_CLOCK = r"(?:T?(?:\s*(?:上午|下午|凌晨|中午|晚上))?\s*[0-9]{1,2}[:：时点][0-9:：时分秒点.]*Z?)?"
TIME_OR_WEEKDAY = rf"{_CLOCK}(?:\s*[((（]?(?:星期|周)[一二三四五六日天][))）]?)?"
_SEPARATED = re.compile(
    rf"([0-9]+)\s*([-/.．／。、－—–~])\s*([0-9]+)\s*[-/.．／。、－—–~]\s*([0-9]+)\s*{TIME_OR_WEEKDAY}"
)
_COMPACT = re.compile(rf"([0-9]{{4}})([0-9]{{2}})([0-9]{{2}})\s*{TIME_OR_WEEKDAY}")
_NUMBERED = re.compile(rf"([0-9]{{1,2}})\s*[-/.．／。、－—–]\s*([0-9]{{1,2}})\s*[日号]?\s*{TIME_OR_WEEKDAY}")
_SHORT_COMPACT = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})")
_NUMBER = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")
_SAME_DAY = re.compile(
    "(?:当场|当日|当天|现场|即时|即日|同日)(?:办结|办理|办毕|完成|办好|办完|办)?|即办|立等可取|同受理(?:日期|时间|日)?"
)
_WRITTEN = re.compile(
    rf"(?:({_NUMERAL}+)\s*年\s*)?({_NUMERAL}{{1,3}})\s*月\s*({_NUMERAL}{{1,3}})\s*[日号]?\s*{TIME_OR_WEEKDAY}"
)


def _day_of_text(text: str) -> date | UnfinishedDay | UnreadableCell:
    if found := _SEPARATED.fullmatch(text):
        first, _, month, last = found.groups()
        if max(len(first), len(month), len(last)) <= 2:
            return ShortYearDay(int(first), int(month), int(last))
        if len(first) != 4:
            return UnreadableCell("cell/date-ambiguous" if len(last) == 4 else "cell/date-year")
        return _day(int(first), int(month), int(last))
    if found := _NUMBERED.fullmatch(text):
        return MonthDay(int(found[1]), int(found[2]))
    if found := _SHORT_COMPACT.fullmatch(text):
        return ShortYearDay(int(found[1]), int(found[2]), int(found[3]))
    if _SAME_DAY.fullmatch(text):
        return SameDay()
    if found := _COMPACT.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _WRITTEN.fullmatch(text):
        month, day = (small_number(part) or 0 for part in found.groups()[1:])
        if found[1] is None:
            return MonthDay(month, day)
        year = _chinese_year(found[1])
        return ShortYearDay(year, month, day, year_first=True) if year and year < 100 else _day(year, month, day)
    return UnreadableCell("cell/date-unreadable")


def _month_and_day(number: str) -> MonthDay | UnreadableCell:
    """The day of a number such as 7.15. One decimal may be what is left of two: 7.1 of 7.10; but 7.4 is of 7.4."""
    found = _NUMBER.fullmatch(number)
    if not found:
        return UnreadableCell("cell/date-unreadable")
    return (
        UnreadableCell("cell/date-decimal") if found[2] in ("1", "2", "3") else MonthDay(int(found[1]), int(found[2]))
    )


def _only_reading(day: ShortYearDay, year: int) -> date | UnreadableCell:
    """The one day that ``day`` can mean: its year is ``year`` or, where the year stands first, the one before.

    Cases of a period may have begun in the year before. Days that are written from day to year are not read as such,
    but they make a text ambiguous.
    """
    first, second, third = day.first, day.second, day.third
    begun = [_day(2000 + first, second, third)] if 2000 + first in (year - 1, year) else []
    others = [(third, second, first), (third, first, second)] if not day.year_first else []
    read = [*begun, *(_day(year, month, number) for short, month, number in others if 2000 + short == year)]
    found = {one for one in read if isinstance(one, date)}
    if len(found) == 1:
        return found.pop()
    return UnreadableCell("cell/date-ambiguous" if found else "cell/date-year")


def _day(year: int | None, month: int, day: int) -> date | UnreadableCell:
    if year is None:
        return UnreadableCell("cell/date-year")
    try:
        return date(year, month, day) if year in _YEARS else UnreadableCell("cell/date-impossible")
    except ValueError:
        return UnreadableCell("cell/date-impossible")


def _chinese_year(text: str) -> int | None:
    if len(text) not in (2, 4) or "十" in text:
        return None
    return int("".join(digit if digit.isascii() else str(DIGITS[digit]) for digit in text))
