"""Whether the values of each column are of its kind, in every row: what shows that columns were shifted or renamed.

Published columns must hold what they say. The others hold private values of many shapes; there only a value that is
plainly of another kind, or a column that mostly is, gives the shift away.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.register.columns import Column, ColumnKind, Table, kind_label
from generator.register.dated import is_of_its_row
from generator.register.faults import Fault, fault
from generator.register.table import CellValue, SheetRow
from generator.register.values import Kind, as_text, is_number_typed, looks_like
from generator.texts.columns import OUTCOMES

_PUBLISHED: dict[ColumnKind, Kind] = {
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
_KEPT: dict[ColumnKind, Kind] = {
    "id_number": "id_number",
    "phone": "phone",
    "address": "address",
    "applied": "day",
    "officer": "name",
}
_PLAINLY: dict[Kind, re.Pattern[str]] = {
    "receipt": re.compile(r"[A-Z]{1,6}[0-9]{4}(?:[A-Z][0-9])?-[0-9]{1,8}"),
    "name": re.compile(r"[\u4e00-\u9fff]{2,4}"),
    "id_number": re.compile(r"[0-9]{6}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9][0-9]{3}[0-9X]"),
    "phone": re.compile(r"1[3-9][0-9]{9}"),
    "address": re.compile(r"[\u4e00-\u9fff]{2,30}(?:[0-9]{1,4}[\u4e00-\u9fff]{1,10}){0,4}"),
}
"""The commonest shapes, at which the thorough look would find nothing: a hundred thousand rows have half a million."""
_OUTCOME_WORDS = frozenset(word for words in OUTCOMES.values() for word in words)
_TELLING: tuple[Kind, ...] = ("id_number", "phone", "day")
"""Kinds whose values are not mistaken for another's."""


def content_faults(table: Table) -> Iterator[Fault]:
    """Values that cannot be what their column says, and private numbers that lost digits; all rows are looked at."""
    for column in table.columns:
        cells = ((row, row.cells[column.index]) for row in table.rows if column.index < len(row.cells))
        filled = ((row, cell) for row, cell in cells if cell is not None and cell != "")
        if column.kind in _PUBLISHED:
            yield from _published(table, column, filled, _PUBLISHED[column.kind])
        elif column.kind in _KEPT:
            yield from _kept(table, column, list(filled), _KEPT[column.kind])


def _published(
    table: Table, column: Column, filled: Iterable[tuple[SheetRow, CellValue]], kind: Kind
) -> Iterator[Fault]:
    for row, cell in filled:
        if not (_fits(kind, cell) or (kind == "receipt" and _is_dated(table, row, cell))):
            yield _misfit(table, column, row)


def _is_dated(table: Table, row: SheetRow, cell: CellValue) -> bool:
    text = as_text(cell)
    days = (table.cell(row, kind) for kind in ("accepted", "applied"))
    return isinstance(text, str) and is_of_its_row(text, *days)


def _kept(table: Table, column: Column, filled: list[tuple[SheetRow, CellValue]], kind: Kind) -> Iterator[Fault]:
    strangers = 0
    for row, cell in filled:
        if kind in ("id_number", "phone") and is_number_typed(cell):
            yield fault("cell/number-format", table.sheet.name, row.number, column.index)
        elif not _fits(kind, cell):
            strangers += 1
            if any(looks_like(other, cell) for other in _TELLING if other != kind):
                yield _misfit(table, column, row)
    if 2 * strangers > len(filled):
        yield _misfit(table, column, filled[0][0])


@lru_cache(maxsize=10_000)
def _fits(kind: Kind, cell: CellValue) -> bool:
    if kind == "day":  # Words in a date column are another fault, with a better message; numbers are a shift.
        return looks_like("day", cell) or not any(looks_like(other, cell) for other in ("id_number", "phone"))
    plainly = _PLAINLY.get(kind)
    if plainly and isinstance(cell, str) and plainly.fullmatch(cell) and cell not in _OUTCOME_WORDS:
        return True
    return looks_like(kind, cell)


def _misfit(table: Table, column: Column, row: SheetRow) -> Fault:
    assert column.kind is not None
    title = kind_label(column.kind)
    return fault("column/contents", table.sheet.name, row.number, column.index, title=title)
