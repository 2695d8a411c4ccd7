"""What follows from the table of a disclosure."""

from datetime import date
from decimal import Decimal

import pytest

from generator.facts.disclosures import disclosure_phase, figure_columns, number_of, total_row
from generator.model import DisclosedRow, DisclosedTable, DisclosureRecord


def table(*rows: tuple[str, ...]) -> DisclosedTable:
    """A table with as many columns as its rows have cells."""
    columns = tuple(f"第{n}栏" for n, _ in enumerate(rows[0], 1))
    return DisclosedTable(columns, tuple(DisclosedRow(row, line) for line, row in enumerate(rows, 2)))


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("12,480.00", "12480"), ("0.5", "0.5"), ("-1,200", "-1200"), ("1234567", "1234567"),
        ("1,23", None), ("12,4800", None), ("3人", None), ("2026-07-01", None), ("", None), ("１２", None), ("1e3", None),
    ],
)  # fmt: skip
def test_number_in_a_cell(cell: str, number: str | None) -> None:
    """Thousands may be parted by commas, in the right places; all else is words."""
    assert number_of(cell) == (None if number is None else Decimal(number))


def test_columns_of_figures() -> None:
    """A column of numbers and blanks is one; one with a word, or with nothing at all, is not."""
    assert figure_columns(table(("甲", "1", "", "1", "—"), ("乙", "—", "", "无数", "2"))) == {1, 4}


def test_total_is_the_last_row_alone() -> None:
    """A single row is no total of anything."""
    last = ("合计", "3")
    assert total_row(table(("甲", "3"), last)) == DisclosedRow(last, 3)
    assert total_row(table(last, ("甲", "3"))) is None
    assert total_row(table(last)) is None


@pytest.mark.parametrize(
    ("day", "phase"),
    [("2026-10-14", "upcoming"), ("2026-10-15", "in_force"), ("2026-10-25", "in_force"), ("2026-10-26", "past"),
     ("2026-10-30", "past"), ("2026-10-31", "taken_down"), ("2026-11-05", "withdrawn")],
)  # fmt: skip
def test_phase_of_a_day(day: str, phase: str) -> None:
    """As that of a notice: the last days count."""
    record = DisclosureRecord.model_validate(
        {
            "id": "x", "title": "表", "kind": "财务收支", "period": "2026-09", "posted_from": "2026-10-15",
            "posted_until": "2026-10-25", "take_down": "2026-10-30",
            "withdrawn": {"on": "2026-11-05", "reason": "数字有误"},
        }
    )  # fmt: skip
    assert disclosure_phase(record, date.fromisoformat(day)) == phase
