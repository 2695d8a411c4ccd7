"""Read a register file (.xlsx, .xls, .ods, .csv) into sheets of plain values. No formula or macro runs.

The file is measured (``limits``) and parsed in a process of its own, which has 30 seconds and a limit of memory;
only rows of plain values come back from it. The one module that imports python_calamine.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from generator.register import number_formats
from generator.register.cell_runs import CellRuns
from generator.register.delimited import read_rows
from generator.register.limits import MeasuredFile, measure_file, refuse_other_files
from generator.register.sheet_extent import COLUMNS, ROWS, SheetExtent
from generator.register.table import Area, CellValue, RegisterError, RegisterPlace, RegisterSheet, SheetRow
from generator.system.failures import Died
from generator.system.isolated import run_isolated
from generator.system.worker import Overdue

SECONDS = 30
"""How long reading a register may take."""

MEMORY_MIB = 512
"""How much address space the reading process may take above what it starts with; 50 MB of XML take 320."""

_ROWS_AT_ONCE = 1_000
_HEADER_ROWS = 12
_HEADER_HEIGHT = 3
_REPEATED_VALUES = 20_000

_ONE_DECIMAL = re.compile(r"(?:[1-9]|1[0-2])\.[1-9]")


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a register that could be read: a rule of ``texts.register``, its place, and values for its blanks."""

    rule: str
    place: RegisterPlace = field(default_factory=RegisterPlace)
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """All worksheets of a register in order, hidden ones too, and the remarks on it."""

    sheets: tuple[RegisterSheet, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Start:
    """What the reading process sends before the rows of a sheet."""

    name: str
    hidden: bool
    hidden_columns: frozenset[int]


@dataclass(frozen=True, slots=True)
class _End:
    """What the reading process sends behind the rows of a sheet."""

    unread: CellRuns
    merged: tuple[Area, ...]
    repeated: tuple[Area, ...]


_Row = tuple[int, tuple[CellValue, ...], bool]
_Message = Note | _Start | _End | list[_Row]


def read_register(path: Path, progress: Callable[[int], None] | None = None) -> Reading:
    """Read a register; ``progress`` is called with the number of rows read so far.

    Raises RegisterError, which never holds the value of a cell.
    """
    refuse_other_files(path)
    sheets: list[tuple[_Start, list[SheetRow]]] = []
    ends: dict[int, _End] = {}
    notes: list[Note] = []
    repeated: dict[CellValue, CellValue] = {}
    count = 0
    try:
        for message in run_isolated(SECONDS, _read, path, memory_mib=MEMORY_MIB):
            if isinstance(message, Note):
                notes.append(message)
            elif isinstance(message, _Start):
                sheets.append((message, []))
            elif isinstance(message, _End):
                ends[len(sheets) - 1] = message
            else:
                sheets[-1][1].extend(SheetRow(row, _shared(cells, repeated), hidden) for row, cells, hidden in message)
                count += len(message)
                if progress:
                    progress(count)
    except Overdue:
        raise RegisterError("register/time", seconds=str(SECONDS)) from None
    except Died:
        raise RegisterError("register/memory") from None
    if not count:
        raise RegisterError("register/empty")
    without_end = _End(CellRuns(), (), ())
    return Reading(
        tuple(
            RegisterSheet(s.name, tuple(rows), s.hidden, s.hidden_columns, end.unread, end.merged, end.repeated)
            for place, (s, rows) in enumerate(sheets)
            for end in [ends.get(place, without_end)]
        ),
        tuple(notes),
    )


def _shared(cells: tuple[CellValue, ...], repeated: dict[CellValue, CellValue]) -> tuple[CellValue, ...]:
    """``cells`` with one object for equal texts and days, because items and dates stand in many rows."""
    if len(repeated) < _REPEATED_VALUES:
        return tuple(repeated.setdefault(cell, cell) if type(cell) in (str, date) else cell for cell in cells)
    return tuple(repeated.get(cell, cell) if type(cell) in (str, date) else cell for cell in cells)


# --- in the reading process ----------------------------------------------------------------------------------------


def _read(path: Path) -> Iterator[_Message]:
    """Yield notes, and for each sheet its start and its rows in pieces. Raises RegisterError."""
    try:
        measured = measure_file(path)
        if measured.kind == "csv":
            yield _Start(path.stem, False, frozenset())
            yield from _pieces(
                (number, tuple(map(_csv_cell, cells)), False) for number, cells in read_rows(measured.data)
            )
        else:
            yield from _read_workbook(measured)
    except PasswordError:
        raise RegisterError("register/password") from None
    except (CalamineError, ValueError, LookupError, ArithmeticError):  # What a broken file does to those who read it.
        raise RegisterError("register/broken") from None


def _csv_cell(text: str) -> CellValue:
    """A cell of a CSV: 7.1 as a number, because a spreadsheet writes 7.10 so, unless it was a text."""
    return float(text) if len(text) <= 4 and _ONE_DECIMAL.fullmatch(text) else text or None


def _read_workbook(measured: MeasuredFile) -> Iterator[_Message]:
    yield from (Note(rule) for rule in measured.notes)
    stream = io.BytesIO(measured.data)
    with CalamineWorkbook.from_filelike(stream) as workbook:
        in_order = dict(zip(workbook.sheet_names, measured.extents_in_order, strict=False))
        for sheet in workbook.sheets_metadata:
            if sheet.typ != SheetTypeEnum.WorkSheet:
                continue
            extent = measured.extents.get(sheet.name) or in_order.get(sheet.name) or SheetExtent()
            hidden = sheet.visible != SheetVisibleEnum.Visible
            yield _Start(sheet.name, hidden, frozenset(extent.hidden_columns))
            table = workbook.get_sheet_by_name(sheet.name)
            yield from _read_sheet(table, extent)
            yield _End(extent.unread, *_merged(table, extent))


def _read_sheet(sheet: CalamineSheet, extent: SheetExtent) -> Iterator[_Message]:
    place = RegisterPlace(sheet=sheet.name)
    if extent.formulas_without_value:
        yield Note("note/formula-empty", place, {"count": str(extent.formulas_without_value)})
    if extent.failed_formulas:
        yield Note("note/formula-error", place, {"count": str(extent.failed_formulas)})
    if sheet.start is None or sheet.end is None:
        return
    if sheet.end[0] >= ROWS or sheet.end[1] >= COLUMNS:  # In .xls the list of sheets may have lied to ``limits``.
        raise RegisterError("register/broken")
    areas = sheet.merged_cell_ranges or extent.merged
    width = sheet.end[1] + 1
    headers = [area for area in areas if _is_header(area, width)]
    lost = sum(_is_narrow(area, width) for area in areas) - len(headers)
    if lost:
        yield Note("note/merged", place, {"count": str(lost)})
    margin: tuple[CellValue, ...] = (None,) * sheet.start[1]
    rows = (margin + tuple(None if cell == "" else cell for cell in cells) for cells in sheet.iter_rows())
    yield from _pieces(
        (number, _trimmed(_as_shown(number, cells, extent)), number in extent.hidden_rows)
        for number, cells in enumerate(_filled(rows, headers), 1)
    )


def _as_shown(number: int, cells: tuple[CellValue, ...], extent: SheetExtent) -> tuple[CellValue, ...]:
    """The cells of row ``number`` as their number formats show them; what is not understood is noted in ``extent``."""
    if not extent.formats:
        return cells
    changed = list(cells)
    for column in extent.formats.columns:
        value = cells[column] if column < len(cells) else None
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            code = extent.formats.get(number, column)
            text = value if code is None else number_formats.shown(value, code)
            if text is None and abs(float(value)) < number_formats.EXACT:
                extent.unread.add(number, column, "cell/number-shown")
            elif isinstance(text, str):
                changed[column] = text
    return tuple(changed)


def _merged(sheet: CalamineSheet, extent: SheetExtent) -> tuple[tuple[Area, ...], tuple[Area, ...]]:
    """The merged areas that belong to no header, and those that do."""
    width = sheet.end[1] + 1 if sheet.end else 0
    areas = sheet.merged_cell_ranges or extent.merged
    below, above = (tuple(area for area in areas if _is_header(area, width) == wanted) for wanted in (False, True))
    return below, above


def _is_header(area: Area, width: int) -> bool:
    """Whether a merged area belongs to a header of several rows, so that its text counts for each of its cells."""
    (top, _), (bottom, _) = area
    return bottom < _HEADER_ROWS and bottom - top < _HEADER_HEIGHT and _is_narrow(area, width)


def _is_narrow(area: Area, width: int) -> bool:
    """Whether a merged area is neither a title nor a note, which begin in column A and span at least half the sheet."""
    (_, left), (_, right) = area
    return left > 0 or (right + 1) * 2 < width


def _filled(rows: Iterable[tuple[CellValue, ...]], areas: list[Area]) -> Iterator[tuple[CellValue, ...]]:
    texts: dict[Area, CellValue] = {}
    for number, cells in enumerate(rows):
        inside = [area for area in areas if area[0][0] <= number <= area[1][0]]
        if not inside:
            yield cells
            continue
        filled = list(cells)
        for area in inside:
            (top, left), (_, right) = area
            if number == top:
                texts[area] = filled[left] if left < len(filled) else None
            for column in range(left, min(right + 1, len(filled))):
                filled[column] = texts[area] if filled[column] is None else filled[column]
        yield tuple(filled)


def _trimmed(cells: tuple[CellValue, ...]) -> tuple[CellValue, ...]:
    end = len(cells)
    while end and cells[end - 1] is None:
        end -= 1
    return cells[:end]


def _pieces(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    """The rows in pieces; empty rows at the end are dropped."""
    piece: list[_Row] = []
    empty: list[_Row] = []
    for row in rows:
        if not row[1]:
            empty.append(row)
            continue
        piece += empty
        piece.append(row)
        empty.clear()
        if len(piece) >= _ROWS_AT_ONCE:
            yield piece
            piece = []
    if piece:
        yield piece
