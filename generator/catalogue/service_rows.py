"""Bring the rows of a table together to services: a row each, or a row for each paper, or items with their parts.

A row without a name belongs to the service above it, and so does one that repeats its name. Rows before, between and
behind the services may be titles of groups, notes and sums; they are told apart here and never taken for a service.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.catalogue.cell_values import service_name
from generator.catalogue.entry import Entry
from generator.catalogue.headings import NAME_KINDS, UNUSED
from generator.catalogue.listing import Trouble
from generator.catalogue.row_kinds import TextRow, group_of, has_name, kind_of, text_row
from generator.catalogue.service_tables import ServiceTable
from generator.catalogue.sheet_cells import fault_of, filled_rows
from generator.register.faults import letter
from generator.register.table import RegisterSheet
from generator.texts.service_columns import SERIAL_COLUMNS
from generator.texts.service_sources import CELL, PLACE
from generator.texts.service_words import NOTHING

_TELLING_APART = ("item_codes.catalogue", "item_codes.implementing", "item_codes.business", "body", "level", "window")
"""Where rows of the same name differ in one of these, they are different services."""


@dataclass
class ServiceRows:
    """The rows of one service: its names from the general to the particular, and its cells.

    ``group`` is what stands above several services (民政窗口), ``title`` what stands above its own guide.
    """

    names: dict[str, str]
    place: str
    rows: list[list[Entry]] = field(default_factory=list)
    group: str = ""
    title: str = ""

    @property
    def cells(self) -> dict[str, str]:
        """Kind -> the first text of it."""
        return {entry.kind: entry.text for row in reversed(self.rows) for entry in reversed(row)}


@dataclass
class TableContents:
    """What the rows of a table are: services, and rows that are none (their places)."""

    services: list[ServiceRows] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    counts: Counter[int] = field(default_factory=Counter)
    """Column without a field -> how many cells have content."""


def contents_of(table: ServiceTable, sheet: RegisterSheet) -> TableContents:
    """The services of ``table`` in their order."""
    found = TableContents(notes=[place_of(sheet, row.number) for row in table.above])
    used = {index for index in table.headings if _is_used(table, sheet, index)}
    serial = {index for index, one in table.headings.items() if one.text.rpartition(" ")[2] in SERIAL_COLUMNS}
    group = ""
    rows = [text_row(row) for row in table.rows]
    wide = {area[0] for area in sheet.merged if area[1][1] > area[0][1]}
    last = max((row.number for row in rows if has_name(row, table.headings)), default=0)
    for raw, filled in zip(rows, filled_rows(sheet, table.rows), strict=True):
        found.counts.update(
            index for index in _without_field(raw, sheet, used) if not (index in serial and _is_number(raw, index))
        )
        row = raw if filled.cells == raw.cells else text_row(filled)
        first = next((index for index, text in enumerate(row.texts) if text), 0)
        kind = kind_of(row, table.headings, (row.number - 1, first) in wide, row.number > last)
        if kind == "service":
            _add(table, sheet, row, group, used, found)
            continue
        group = group_of(row) if kind == "group" else group
        found.notes.append(place_of(sheet, row.number))
    return found


def place_of(sheet: RegisterSheet, row: int, column: int | None = None) -> str:
    """Where a row, or a cell of it, stands."""
    place = PLACE.format(sheet=sheet.name, row=row)
    return place if column is None else CELL.format(place=place, column=letter(column))


def _is_used(table: ServiceTable, sheet: RegisterSheet, index: int) -> bool:
    return table.headings[index].kind not in (None, UNUSED) and index not in sheet.hidden_columns


def _without_field(row: TextRow, sheet: RegisterSheet, used: Container[int]) -> Iterator[int]:
    """The columns in which ``row`` has something and that have no field; a merged area counts once."""
    yield from (index for index, text in enumerate(row.texts) if text and index not in used)
    for index in sheet.unread.columns:
        if index not in used and sheet.unread.get(row.number, index) and not "".join(row.texts[index : index + 1]):
            yield index


def _is_number(row: TextRow, index: int) -> bool:
    return row.texts[index].rstrip("、.．").isdecimal() if index < len(row.texts) else False


def _add(
    table: ServiceTable, sheet: RegisterSheet, row: TextRow, group: str, used: Iterable[int], found: TableContents
) -> None:
    """Add ``row`` to the service above it, or begin one with it."""
    names, entries = _read(table, sheet, row, used, found)
    above = found.services[-1] if found.services else None
    begun = _begun(names, above, entries)
    if begun is None and above is None:
        found.nameless.append(place_of(sheet, row.number))
    elif begun is None and above is not None:
        told = {(entry.kind, entry.heading, entry.text) for row in above.rows for entry in row}
        above.rows.append(
            [one for one in entries if _is_of_paper(one) or (one.kind, one.heading, one.text) not in told]
        )
    elif begun is not None:
        if above is not None and _only_names(above, begun):
            found.services.pop()
        found.services.append(ServiceRows(begun, place_of(sheet, row.number), [entries], group))


def _only_names(above: ServiceRows, begun: Mapping[str, str]) -> bool:
    """Whether the row above has nothing but the name of the item of which ``begun`` is a part."""
    return not any(above.rows) and len(above.names) < len(begun) and above.names.items() <= begun.items()


def _begun(names: Mapping[str, str], above: ServiceRows | None, entries: Sequence[Entry]) -> dict[str, str] | None:
    """The names of the service that a row begins; None where it belongs to the one above."""
    if not names:
        return None
    upper: dict[str, str] = {}
    for kind in NAME_KINDS:
        if kind in names:
            break
        if above is not None and kind in above.names:
            upper[kind] = above.names[kind]
    begun = {**upper, **names}
    return None if above is not None and begun == above.names and not _differs(entries, above) else begun


def _differs(entries: Iterable[Entry], above: ServiceRows) -> bool:
    cells = above.cells
    return any(entry.kind in _TELLING_APART and cells.get(entry.kind, entry.text) != entry.text for entry in entries)


def _read(
    table: ServiceTable, sheet: RegisterSheet, row: TextRow, used: Iterable[int], found: TableContents
) -> tuple[dict[str, str], list[Entry]]:
    """The names and the other cells of a row; what cannot be read is noted in ``found``."""
    names: dict[str, str] = {}
    entries: list[Entry] = []
    for index in sorted(used):
        heading = table.headings[index]
        cell, text = (row.cells[index], row.texts[index]) if index < len(row.texts) else (None, "")
        kind = heading.kind or ""
        if fault := fault_of(cell, sheet.unread.get(row.number, index) if sheet.unread else None):
            found.troubles.append(Trouble(fault, heading.text, kind, place_of(sheet, row.number, index)))
        elif text and kind not in NAME_KINDS:
            entries.append(Entry(kind, heading.text, text, place_of(sheet, row.number, index), heading.unit))
        elif text and text not in NOTHING and names.setdefault(kind, service_name(text)) != service_name(text):
            found.troubles.append(Trouble("cell/differs", heading.text, kind, place_of(sheet, row.number, index)))
    return names, entries


def _is_of_paper(entry: Entry) -> bool:
    return entry.kind.startswith("materials.")
