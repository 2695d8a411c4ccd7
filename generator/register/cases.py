"""Read the rows of a table once, each into a Case: its texts, days and counts, and what could not be read.

Columns that are never published (identity numbers, telephones, addresses) are not read here; ``Case.stored`` gives
their cells as they are.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from generator.register.columns import ColumnKind, Table, kind_label
from generator.register.dated import is_of_its_row
from generator.register.faults import Fault, fault
from generator.register.outcomes import outcome_in
from generator.register.shapes import CellKind, Value, fits_column
from generator.register.table import CellValue, SheetRow
from generator.register.values import (
    DayCell,
    MonthDay,
    SameDay,
    UnfinishedDay,
    UnreadableCell,
    as_days_count,
    as_text,
    in_year,
    read_day,
)

PUBLISHED: dict[ColumnKind, CellKind] = {
    "receipt": "receipt",
    "item": "item",
    "applicant": "name",
    "accepted": "day",
    "due": "day",
    "completed": "day",
    "outcome": "outcome",
    "extension_days": "days",
    "extension_reason": "text",
}
"""Kind of a column that is read -> what its cells hold."""

_REMEMBERED = 5_000
"""Texts of a column whose reading is kept for the next row: days, items and outcomes stand in many rows."""

V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a register, and where it stands. A cell without a value says why, as an ``UnreadableCell``.

    ``receipt_is_dated``: the receipt number holds the day of this case, so that it is no identity number although it
    may look like one. ``misplaced``: the columns whose cell plainly belongs to another column.
    """

    table: Table
    row: SheetRow
    receipt: str | UnreadableCell
    receipt_is_dated: bool
    item: str | UnreadableCell
    applicant: str | UnreadableCell
    accepted: DayCell
    due: DayCell
    completed: DayCell
    outcome: str | UnreadableCell
    extension_days: int | UnreadableCell | None
    extension_reason: str | UnreadableCell
    misplaced: tuple[ColumnKind, ...]

    def stored(self, kind: ColumnKind) -> CellValue:
        """The cell in the column of ``kind`` as the register has it; None where there is no such column or cell."""
        return self.table.cell(self.row, kind)

    def fault(self, rule: str, kind: ColumnKind, **values: str) -> Fault:
        """A Fault of ``rule`` in the cell of ``kind``; ``values`` fill the blanks of its message."""
        values.setdefault("title", kind_label(kind))
        return fault(rule, self.table.sheet.name, self.row.number, self.table.place(kind), **values)


def read_cases(table: Table, first: date, today: date) -> list[Case]:
    """The cases of ``table`` in order.

    Days that are written without a year (7月1日) are of the year of ``first``, the first day of the period. Days before
    it that may as well be of the next year, because they are not after ``today``, are unreadable.
    """
    reader = _RowReader(table, first, today)
    return [reader.case(row) for row in table.rows]


class _Column(Generic[V]):
    """Reads the cells of one column; a text that stands in many rows is read once."""

    def __init__(self, table: Table, kind: ColumnKind, read: Callable[[CellValue], V]) -> None:
        self._kind = kind
        self._index = table.place(kind)
        self._holds = PUBLISHED.get(kind)
        self._read = read
        self._remembered: dict[str, tuple[V, bool]] = {}
        self._unread = table.sheet.unread

    def read(self, row: SheetRow, misplaced: list[ColumnKind]) -> V | UnreadableCell:
        """The value of ``row`` in this column, whose kind is added to ``misplaced`` if the cell does not fit."""
        cell = row.cells[self._index] if self._index is not None and self._index < len(row.cells) else None
        if self._unread and (reason := self._reason(row)):
            return reason
        found = self._remembered.get(cell) if isinstance(cell, str) else None
        if found is None:
            found = self._look(cell)
            if isinstance(cell, str) and len(self._remembered) < _REMEMBERED:
                self._remembered[cell] = found
        value, fits = found
        if not fits:
            misplaced.append(self._kind)
        return value

    def _reason(self, row: SheetRow) -> UnreadableCell | None:
        """Why the cell cannot be read. The format of a number matters for receipt numbers only."""
        rule = None if self._index is None else self._unread.get(row.number, self._index)
        if rule is None or (rule == "cell/number-shown" and self._kind != "receipt"):
            return None
        return UnreadableCell(rule)

    def _look(self, cell: CellValue) -> tuple[V, bool]:
        value = self._read(cell)
        return value, cell is None or cell == "" or self._holds is None or fits_column(self._holds, cell, value)


class _RowReader:
    """Reads the rows of one table; ``first`` and ``today`` complete its days."""

    def __init__(self, table: Table, first: date, today: date) -> None:
        self._table, self._first, self._today = table, first, today
        self._has_one_date = table.place("same_day") is not None
        self._receipt = _Column(table, "receipt", as_text)
        self._item = _Column(table, "item", as_text)
        self._applicant = _Column(table, "applicant", as_text)
        self._applied = _Column(table, "applied", read_day)
        self._accepted = _Column(table, "accepted", read_day)
        self._due = _Column(table, "due", read_day)
        self._completed = _Column(table, "completed", read_day)
        self._outcome = _Column(table, "outcome", as_text)
        self._extension_days = _Column(table, "extension_days", as_days_count)
        self._extension_reason = _Column(table, "extension_reason", as_text)

    def case(self, row: SheetRow) -> Case:
        """The Case of ``row``."""
        misplaced: list[ColumnKind] = []
        receipt = self._receipt.read(row, misplaced)
        applied = self._applied.read(row, misplaced)
        accepted = self._accepted.read(row, misplaced)
        first = self._dated(accepted)
        outcome = self._outcome.read(row, misplaced)
        completed = self._later(self._completed.read(row, misplaced), first)
        if self._has_one_date and isinstance(outcome, str) and outcome_in(outcome) == "在办":
            completed = None
        if completed is None and isinstance(outcome, str) and _is_done_at_once(outcome):
            completed = first
        is_dated = isinstance(receipt, str) and is_of_its_row(receipt, accepted, applied)
        if is_dated and "receipt" in misplaced:
            misplaced.remove("receipt")
        return Case(
            self._table,
            row,
            receipt=receipt,
            receipt_is_dated=is_dated,
            item=self._item.read(row, misplaced),
            applicant=self._applicant.read(row, misplaced),
            accepted=first,
            due=self._later(self._due.read(row, misplaced), first),
            completed=completed,
            outcome=outcome,
            extension_days=self._extension_days.read(row, misplaced),
            extension_reason=self._extension_reason.read(row, misplaced),
            misplaced=tuple(dict.fromkeys(misplaced)),
        )

    def _later(self, day: DayCell | UnfinishedDay, accepted: DayCell) -> DayCell:
        """``day`` with its year; 当场 is the day of acceptance."""
        return accepted if isinstance(day, SameDay) else self._dated(day)

    def _dated(self, day: DayCell | UnfinishedDay) -> DayCell:
        found = in_year(day, self._first.year)
        if isinstance(day, MonthDay) and isinstance(found, date) and found < self._first:
            next_year = in_year(day, self._first.year + 1)
            if isinstance(next_year, date) and next_year <= self._today:
                return UnreadableCell("cell/date-year")
        return found


def _is_done_at_once(outcome: str) -> bool:
    """Whether an outcome says the day of completion, too: 当场办结."""
    return isinstance(read_day(outcome), SameDay) and outcome_in(outcome) == "办结"
