"""``gongshi results number``: give numbers to the cases of a register that have none, in a copy of the register.

The register itself is only read. The copy holds the values of all sheets, so it is as private as the register and is
never written into the project. From then on the copy is the register: who numbers the old file again gets
other numbers for other cases.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.publish.files import save
from generator.register import mapping
from generator.register.columns import Table, find_tables
from generator.register.faults import Fault, ImportRefused, fault, of_error, report
from generator.register.opening import is_inside
from generator.register.sheets import read_register
from generator.register.table import CellValue, RegisterError, RegisterSheet, SheetRow
from generator.register.template import workbook_of
from generator.system.environment import Refused
from generator.texts.commands import TEXTS
from generator.texts.register import TEMPLATE_COLUMNS

HEADING = TEMPLATE_COLUMNS["receipt"][0]
_DIGITS = 4


def copy_beside(register: Path) -> Path:
    """The path of the copy when none is given."""
    return register.with_name(f"{register.stem}{TEXTS['numbered_suffix']}.xlsx")


def write(register: Path, out: Path, project: Path, content: Path, period: str) -> int:
    """Write the copy of ``register`` to ``out``; returns how many cases got a number, which begins with ``period``.

    Raises Refused when ``out`` exists or every case has a number; ImportRefused when the register cannot be read, or it
    or ``out`` lies in the project.
    """
    if register.exists() and any(is_inside(path, project, content) for path in (register, out)):
        raise _refused(register, fault("register/inside"))
    if out.exists():
        raise Refused(TEXTS["exists"].format(name=out))
    known_file = project / mapping.FILE
    known = mapping.read(known_file.read_bytes()) if known_file.is_file() else {}
    try:
        reading = read_register(register)
    except RegisterError as error:
        raise _refused(register, of_error(error)) from None
    tables = {place: find_tables(sheet, known) for place, sheet in enumerate(reading.sheets)}
    if not any(tables.values()):
        raise _refused(register, fault("register/no-table"))
    if unread := [fault("register/copy-unread", sheet.name) for sheet in reading.sheets if sheet.unread]:
        raise _refused(register, *unread)
    numbers = _Numbers(period, [table for found in tables.values() for table in found])
    sheets = [_numbered(sheet, tables[place], numbers) for place, sheet in enumerate(reading.sheets)]
    if not numbers.given:
        raise Refused(TEXTS["numbered_none"])
    save(out, workbook_of(sheets))
    return numbers.given


def _refused(register: Path, *faults: Fault) -> ImportRefused:
    return ImportRefused(report(register.name, faults))


class _Numbers:
    """Gives 2026Q3-0001, 2026Q3-0002 … and goes on behind the highest number of the kind in ``tables``."""

    def __init__(self, period: str, tables: Sequence[Table]) -> None:
        self._prefix = period.replace("-", "")
        self.given = 0
        shape = re.compile(rf"{self._prefix}-([0-9]+)")
        texts = (table.cell(row, "receipt") for table in tables for row in table.rows)
        found = (shape.fullmatch(text.strip()) for text in texts if isinstance(text, str))
        self._last = max((int(match[1]) for match in found if match), default=0)

    def next(self) -> str:
        """The next number."""
        self.given += 1
        self._last += 1
        return f"{self._prefix}-{self._last:0{_DIGITS}}"


def _numbered(sheet: RegisterSheet, tables: Sequence[Table], numbers: _Numbers) -> RegisterSheet:
    """``sheet`` with a number for each case; a first column is added where a table has none for numbers."""
    added = any(table.place("receipt") is None for table in tables)
    given = dict(pair for table in tables for pair in _given(table, numbers, added))
    rows = []
    for row in sheet.rows:
        cells: list[CellValue] = [None, *row.cells] if added else list(row.cells)
        place, number = given.get(row.number, (0, None))
        if number is not None:
            cells += [None] * (place + 1 - len(cells))
            cells[place] = number
        rows.append(SheetRow(row.number, tuple(cells), row.hidden))
    hidden = frozenset(column + added for column in sheet.hidden_columns)
    return replace(sheet, rows=tuple(rows), hidden_columns=hidden)


def _given(table: Table, numbers: _Numbers, added: bool) -> Iterator[tuple[int, tuple[int, str]]]:
    """Number of a row -> the column and the text that it gets, for the header and the cases of ``table``."""
    place = table.place("receipt")
    if place is None:
        yield table.header, (0, HEADING)
    for row in table.rows:
        cell = table.cell(row, "receipt")
        if cell is None or cell == "":
            yield row.number, (0 if place is None else place + added, numbers.next())
