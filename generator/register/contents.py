"""Find columns that were shifted or renamed, by looking at the values of every row.

In a published column each value must be of the column's kind; each Case knows its misplaced cells. The other columns
hold values of many shapes; there the import stops when a value plainly is of another kind, or most do not fit.
"""

from collections.abc import Iterable, Iterator

from generator.register.cases import Case
from generator.register.columns import Column, ColumnKind, Table, kind_label
from generator.register.faults import Fault, fault
from generator.register.shapes import CellKind, fits_column, looks_like, read_as
from generator.register.table import CellValue
from generator.register.values import UnfinishedDay, has_lost_digits, read_day

_KEPT: dict[ColumnKind, CellKind] = {
    "id_number": "id_number",
    "phone": "phone",
    "address": "address",
    "applied": "day",
    "officer": "name",
}
_DISTINCT: tuple[CellKind, ...] = ("id_number", "phone", "day")
"""Kinds whose values have a shape that no other kind has."""


def content_faults(tables: Iterable[Table], cases: Iterable[Case]) -> Iterator[Fault]:
    """Values that are not of their column, and private numbers that lost digits; ``cases`` are those of ``tables``."""
    for case in cases:
        for kind in case.misplaced:
            yield case.fault("column/contents", kind)
    for table in tables:
        for column in table.columns:
            if column.kind in _KEPT:
                yield from _kept(table, column, _KEPT[column.kind])


def _kept(table: Table, column: Column, kind: CellKind) -> Iterator[Fault]:
    cells = [(row, row.cells[column.index]) for row in table.rows if column.index < len(row.cells)]
    filled = [(row, cell) for row, cell in cells if cell is not None and cell != ""]
    strangers = 0
    for row, cell in filled:
        if kind in ("id_number", "phone") and has_lost_digits(cell):
            yield fault("cell/number-format", table.sheet.name, row.number, column.index)
        elif not fits_column(kind, cell, read_as(kind, cell)):
            strangers += 1
            if any(_is_plainly(other, cell) for other in _DISTINCT if other != kind):
                yield _misplaced(table, column, row.number)
    if 2 * strangers > len(filled):
        yield _misplaced(table, column, filled[0][0].number)


def _is_plainly(kind: CellKind, cell: CellValue) -> bool:
    """Whether ``cell`` has the shape of ``kind`` and of no other; 3-12 may be a house as well as a day."""
    return looks_like(kind, cell) and (kind != "day" or not isinstance(read_day(cell), UnfinishedDay))


def _misplaced(table: Table, column: Column, row: int) -> Fault:
    title = kind_label(column.kind or "private")
    return fault("column/contents", table.sheet.name, row, column.index, title=title)
