"""What follows from the table of a disclosure: columns of figures, the row of the total, and whether it adds up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.facts.services import GONE, NoticePhase, phase_of
from generator.model.disclosure import DisclosedRow, DisclosedTable, DisclosureRecord

TOTAL, SUBTOTAL = "合计", "小计"
"""What the first cell of a row says that adds up all others, or some of them."""

_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_NOTHING = ("", "-", "—", "——", "/", "无")


@dataclass(frozen=True)
class WrongSum:
    """A cell of the total that differs from the sum of the cells above it; columns are counted from 0."""

    row: DisclosedRow
    column: int
    stated: Decimal
    sum: Decimal


def disclosure_phase(record: DisclosureRecord, today: date) -> NoticePhase:
    """The phase of a disclosure on ``today``, as that of a notice."""
    return phase_of(record.withdrawn, record.take_down, record.posted_from, record.posted_until, today)


def is_shown(record: DisclosureRecord, today: date) -> bool:
    """Whether the table is published on ``today``; of one that was taken down only the title and the days are."""
    return disclosure_phase(record, today) not in GONE


def number_of(cell: str) -> Decimal | None:
    """The number in a cell, with or without commas between the thousands; None for anything else."""
    return Decimal(cell.replace(",", "")) if _NUMBER.fullmatch(cell) else None


def figure_columns(table: DisclosedTable) -> frozenset[int]:
    """The columns in which there are numbers, and else only blanks."""
    return frozenset(
        column
        for column in range(len(table.columns))
        if (cells := [row.cells[column] for row in table.rows if row.cells[column] not in _NOTHING])
        and all(number_of(cell) is not None for cell in cells)
    )


def total_row(table: DisclosedTable) -> DisclosedRow | None:
    """The last row, where it is called the total."""
    return table.rows[-1] if len(table.rows) > 1 and table.rows[-1].cells[0] == TOTAL else None


def wrong_sums(table: DisclosedTable) -> Iterator[WrongSum]:
    """Every column of figures whose total is stated and is not the sum of the rows above it, subtotals left out."""
    total = total_row(table)
    if total is None:
        return
    added = [row for row in table.rows[:-1] if not row.cells[0].endswith(SUBTOTAL)]
    for column in sorted(figure_columns(table)):
        stated = number_of(total.cells[column])
        found = sum((number_of(row.cells[column]) or Decimal() for row in added), Decimal())
        if stated is not None and stated != found:
            yield WrongSum(total, column, stated, found)
