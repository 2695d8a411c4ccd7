"""cases: each row is read once, and a cell without a value says why."""

from dataclasses import replace
from datetime import date

import pytest
from register_tables import HEADER, case, sheet, table

from generator.register.cases import Case, read_cases
from generator.register.columns import find_table, heading_faults, kind_label
from generator.register.table import CellValue
from generator.register.values import UnreadableCell

FIRST, TODAY = date(2026, 7, 1), date(2026, 10, 12)


def read(first: date = FIRST, today: date = TODAY, **cells: CellValue) -> Case:
    """The Case of one row."""
    (found,) = read_cases(table(case(**cells)), first, today)
    return found


def test_row_is_read_into_texts_days_and_counts() -> None:
    """Each cell by the kind of its column; empty ones are no text, no day, no count."""
    found = read(
        事项=" 临时 救助", 受理日期="2026/7/1", 应办结日期="7月15日", 延期天数="5天", 延期原因="补材料", 办理结果=None
    )

    assert (found.receipt, found.item, found.applicant) == ("XG-0001", "临时救助", "杨无名")
    assert (found.accepted, found.due, found.completed) == (date(2026, 7, 1), date(2026, 7, 15), date(2026, 7, 13))
    assert (found.outcome, found.extension_days, found.extension_reason) == ("", 5, "补材料")
    assert found.misplaced == ()


def test_cell_that_cannot_be_read_says_why() -> None:
    """In place of its value; a day that the year does not have is one of them."""
    found = read(受理日期="七月初", 办结日期="2月29日", 延期天数="几")

    assert found.accepted == UnreadableCell("cell/date-unreadable")
    assert found.completed == UnreadableCell("cell/date-impossible")
    assert found.extension_days == UnreadableCell("cell/days-unreadable")
    assert found.misplaced == ("extension_days",)


@pytest.mark.parametrize(
    ("receipt", "is_dated", "misplaced"),
    [
        ("XG-0001", False, ()),
        ("330000202607010012", True, ()),
        ("330000202607020012", False, ("receipt",)),
        ("13900000000", False, ("receipt",)),
    ],
)
def test_number_of_its_own_day_is_no_misplaced_one(receipt: str, is_dated: bool, misplaced: tuple[str, ...]) -> None:
    """A receipt number that looks like an identity number fits its column when it holds the day of its case."""
    found = read(收件编号=receipt)

    assert (found.receipt_is_dated, found.misplaced) == (is_dated, misplaced)


@pytest.mark.parametrize(
    ("text", "day"),
    [("11.20", date(2025, 11, 20)), ("8.3", date(2025, 8, 3)), ("1.5", UnreadableCell("cell/date-year")), ("1.15", date(2025, 1, 15))],
)  # fmt: skip
def test_day_without_a_year_that_may_be_of_the_next_is_unreadable(text: str, day: date | UnreadableCell) -> None:
    """A register of the last quarter, imported in January, may hold days of January; a day after today is no reading."""
    found = read(date(2025, 10, 1), date(2026, 1, 10), 受理日期=text, 办结日期=None)

    assert found.accepted == day


@pytest.mark.parametrize("text", ["当场", "当场办结", "当日办结", "当天", "即时办结", "同日"])
def test_done_on_the_spot_is_the_day_of_acceptance(text: str) -> None:
    """As the day of completion and as the day that was promised; a day of acceptance cannot say so."""
    found = read(受理日期="7.3", 办结日期=text, 应办结日期=text)

    assert (found.accepted, found.completed, found.due, found.misplaced) == (date(2026, 7, 3),) * 3 + ((),)
    assert read(受理日期=text).accepted == UnreadableCell("cell/date-unreadable")


def test_outcome_that_says_at_once_says_the_day() -> None:
    """Where no day of completion is written; other outcomes say none."""
    assert read(办理结果="当场办结", 办结日期=None).completed == date(2026, 7, 1)
    assert read(办理结果="当场办结", 办结日期="7.2").completed == date(2026, 7, 2)
    assert read(办理结果="办结", 办结日期=None).completed is None


def test_one_date_is_that_of_acceptance_and_completion() -> None:
    """Of a register whose cases are done at once; a case that is still open is not completed."""
    header = ("收件编号", "事项", "受理/办结日期", "办理结果")
    one = find_table(sheet(header, ("XG-1", "临时救助", "7.3", "办结"), ("XG-2", "临时救助", "7.4", "在办")), {})
    assert one is not None
    assert list(heading_faults(one)) == []

    days = [(found.accepted, found.completed) for found in read_cases(one, FIRST, TODAY)]
    assert days == [(date(2026, 7, 3), date(2026, 7, 3)), (date(2026, 7, 4), None)]


def test_equal_texts_in_different_columns_are_read_by_their_column() -> None:
    """What one column made of a text is not taken for another's."""
    found = read(延期天数="5", 延期原因="5", 事项="5")

    assert (found.extension_days, found.extension_reason, found.item) == (5, "5", "5")
    assert found.misplaced == ("item",)


def test_first_of_two_columns_is_read() -> None:
    """Where a kind stands twice; a column that is not there has no cells."""
    one = table(case())
    columns = tuple(replace(column, kind="phone") if column.kind == "id_number" else column for column in one.columns)
    (found,) = read_cases(replace(one, columns=columns), FIRST, TODAY)

    assert (found.stored("phone"), found.stored("id_number")) == (case()[HEADER.index("身份证号码")], None)


def test_fault_of_a_case_names_its_cell() -> None:
    """By sheet, row and column, with the title of the column."""
    fault = read().fault("case/empty", "item")

    assert (fault.place.sheet, fault.place.row, fault.place.column) == ("台账", 2, HEADER.index("事项"))
    assert fault.values == (("title", kind_label("item")),)
