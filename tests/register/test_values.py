"""values: a cell is a text, a day, a count, or a stated reason; nothing is guessed."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from register_cells import ANY_CELL, MOBILE, VALID_ID

from generator.register.table import CellValue
from generator.register.values import UnreadableCell, as_day, as_days_count, as_text, has_lost_digits
from generator.texts.register import REGISTER_MESSAGES

JULY = date(2026, 7, 1)

# --- texts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ("　 \u200b\ufeff\n", ""),
        ("　张　三 ", "张三"),
        ("张\u200b三\u00a0", "张三"),
        ("买买提 · 艾力", "买买提 · 艾力"),
        ("John  Smith", "John Smith"),
        ("东街１２号\n二楼", "东街12号 二楼"),
        ("张三\n李四\r\n", "张三 李四"),
        ("ＸＣ２０２６", "XC2026"),
        ("一\ufe0f二\u2060三\u3164", "一二三"),
        ("'0012", "0012"),
        ('="0012"', "0012"),
        (12, "12"),
        (12.0, "12"),
        (12.5, "12.5"),
        (-3.0, "-3"),
        (202607010001.0, "202607010001"),
        (999_999_999_999_999.0, "999999999999999"),
        (True, "是"),
        (JULY, "2026-07-01"),
        (datetime(2026, 7, 1, 9, 30), "2026-07-01 09:30:00"),
        (time(9, 30), "09:30:00"),
        ("〇𠮷", "〇𠮷"),
    ],
)
def test_text_of_a_cell(value: CellValue, text: str) -> None:
    """Full-width digits are narrow, invisible characters and spaces around and between Han characters are gone."""
    assert as_text(value) == text


@pytest.mark.parametrize("value", [10**15, 1.1e17, -1e15, float("inf"), float("nan"), "1.10101E+17", " 1.1e17", "1E17"])
def test_number_that_lost_digits_is_no_text(value: CellValue) -> None:
    """More than 15 digits, as a number or as what a number became in a CSV."""
    assert as_text(value) == UnreadableCell("cell/number-format")


@pytest.mark.parametrize("value", ["#N/A", "#REF!", " #DIV/0! "])
def test_failed_formula_is_no_text(value: str) -> None:
    """The error that Excel shows instead of a value."""
    assert as_text(value) == UnreadableCell("cell/formula-error")


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        (10**15, True), (1.1e17, True), ("1.39E+10", True), ("1.1E+17", True), (float("nan"), True), (13900000000, False), (1.39e10, False),
        (1234567890, False), (MOBILE, False), (VALID_ID, False), (None, False), (True, False), (JULY, False), ("E12345678", False),
    ],
)  # fmt: skip
def test_number_that_lost_digits_is_recognised(value: CellValue, verdict: bool) -> None:
    """Sixteen digits and more as int or float, and the shape in which they arrive in a CSV; eleven digits lose none."""
    assert has_lost_digits(value) is verdict


# --- days ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        JULY, datetime(2026, 7, 1, 23, 59), 46204, 46204.0, 46204.75, 20260701, 20260701.0, "20260701",
        "2026-07-01", "2026-7-1", "2026/7/1", "2026/07/01", "2026.7.1", "2026年7月1日", "2026年07月01日", "2026年7月1号", "2026 年 7 月 1 日",
        "２０２６－０７－０１", "２０２６／７／１", "２０２６年７月１日", "2026—7—1", "2026。7。1", " 2026-07-01\u200b",
        "二〇二六年七月一日", "二○二六年七月一日", "二零二六年七月一日", "2026年七月一日",
        "2026-07-01 10:30:00", "2026-07-01T10:30:00", "2026/7/1 上午10:30", "2026年7月1日10时30分", "20260701 10:30", "2026-07-01（星期三）", "2026年7月1日 周三",
    ],
)  # fmt: skip
def test_day_in_every_usual_shape(value: CellValue) -> None:
    """Year, month, day, with any separator, in Chinese, full-width, as a serial number, with a time behind."""
    assert as_day(value) == JULY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇二六年十二月三十一日", date(2026, 12, 31)),
        ("二〇二六年十月十日", date(2026, 10, 10)),
        ("二〇二六年十一月二十日", date(2026, 11, 20)),
        ("二〇二八年二月二十九日", date(2028, 2, 29)),
    ],
)
def test_chinese_numerals_up_to_31(text: str, day: date) -> None:
    """Ten stands alone, before and after a digit."""
    assert as_day(text) == day


@pytest.mark.parametrize(
    "text",
    ["7月1日", "７月１日", "七月一日", "07月01日", "7.1", "07.01", "7/1", "7-1", "7、1", "7.1 9:30", "7.1（周三）"],
)
def test_day_without_a_year_takes_that_of_the_period(text: str) -> None:
    """With the period's year it is a day, without it is none."""
    assert as_day(text, 2026) == JULY
    assert as_day(text) == UnreadableCell("cell/date-year")


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("26-7-1", "year"), ("26.07.01", "year"), ("26年7月1日", "year"), ("二六年七月一日", "year"), ("7-1-26", "year"), ("7.1", "year"),
        ("7/1/2026", "ambiguous"), ("01.07.2026", "ambiguous"), ("31/12/2026", "ambiguous"),
        ("2026-02-29", "impossible"), ("2026-13-01", "impossible"), ("2026年2月30日", "impossible"), ("20261301", "impossible"),
        ("2026-0-1", "impossible"), ("1026-07-01", "impossible"), ("二〇二六年十三月一日", "impossible"),
        ("待定", "unreadable"), ("2026-07", "unreadable"), ("202607", "year"), (5, "unreadable"), (1.1e17, "unreadable"),
        (7.1, "decimal"), (12.3, "decimal"), (7.125, "unreadable"), (12.5e-3, "unreadable"), ("当场", "unreadable"),
        (True, "unreadable"), (time(9, 30), "unreadable"), (timedelta(3), "unreadable"), (MOBILE, "unreadable"), (float("nan"), "unreadable"),
        (float("-inf"), "unreadable"), (VALID_ID, "unreadable"),
    ],
)  # fmt: skip
def test_what_is_no_day_says_why(value: CellValue, rule: str) -> None:
    """Days before the year, days without one, days that do not exist, a number of two days, and what is something else."""
    assert as_day(value) == UnreadableCell(f"cell/date-{rule}")


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("26.7.8", date(2026, 7, 8)), ("26-07-08", date(2026, 7, 8)), ("26/7/8 9:30", date(2026, 7, 8)), ("260708", date(2026, 7, 8)),
        (260708, date(2026, 7, 8)), ("26年7月8日", date(2026, 7, 8)), ("二六年七月八日", date(2026, 7, 8)), ("25.12.30", date(2025, 12, 30)),
        ("26.7.26", date(2026, 7, 26)), ("25年12月26日", date(2025, 12, 26)), (7.15, date(2026, 7, 15)), (7.4, date(2026, 7, 4)), (12.31, date(2026, 12, 31)),
        ("7.10", date(2026, 7, 10)),
    ],
)  # fmt: skip
def test_short_year_is_that_of_the_period_or_the_one_before(value: CellValue, day: date) -> None:
    """Where nothing else can be meant; a number with two decimals, or one above 3, is one day only."""
    assert as_day(value, 2026) == day


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("7-1-26", "ambiguous"), ("8.7.26", "ambiguous"), ("25.12.26", "ambiguous"), ("24.7.8", "year"), ("26.13.8", "year"),
        ("24年7月8日", "year"), ("13/7", "impossible"), ("2.30", "impossible"),
    ],
)  # fmt: skip
def test_short_day_with_several_readings_or_none_says_why(value: CellValue, rule: str) -> None:
    """Month and day in both orders, the year first or last, or a year that the period does not have."""
    assert as_day(value, 2026) == UnreadableCell(f"cell/date-{rule}")


@pytest.mark.parametrize("text", ["同上", " 同 上 ", "〃", "同前"])
def test_ditto_is_no_value(text: str) -> None:
    """What stands above is not known here."""
    assert {as_text(text), as_day(text, 2026)} == {UnreadableCell("cell/ditto")}


def test_empty_cell_is_no_day_and_no_count() -> None:
    """Empty, blank and invisible are None, not a reason."""
    assert [as_day(None), as_day("　"), as_days_count(None), as_days_count("\u200b")] == [None] * 4


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_day_is_read_back_from_every_shape(day: date) -> None:
    """What is written as a day is the same day when it is read."""
    serial = (day - date(1899, 12, 30)).days
    shapes = [
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
        serial,
        float(serial),
    ]

    assert {as_day(shape) for shape in shapes} == {day}


# --- counts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (10, 10),
        (10.0, 10),
        ("10", 10),
        ("１０天", 10),
        ("10个工作日", 10),
        ("10 日", 10),
        ("十", 10),
        ("十五天", 15),
        ("二十个工作日", 20),
        ("0", 0),
    ],
)
def test_days_are_counted(value: CellValue, count: int) -> None:
    """With a unit or without, in digits or in Chinese."""
    assert as_days_count(value) == count


@pytest.mark.parametrize("value", [2.5, -1, "很久", "2小时", "1000", 1e17, True, JULY, "十十", "五五"])
def test_what_is_no_count_says_so(value: CellValue) -> None:
    """Halves, negative numbers, hours and words."""
    assert as_days_count(value) == UnreadableCell("cell/days-unreadable")


@given(ANY_CELL)
def test_every_cell_has_a_value_or_a_worded_reason(value: CellValue) -> None:
    """Nothing that a sheet can hold ends in a crash, and every reason has its message."""
    found = [as_text(value), as_day(value), as_day(value, 2026), as_days_count(value)]

    assert {reason.rule for reason in found if isinstance(reason, UnreadableCell)} <= set(REGISTER_MESSAGES)
