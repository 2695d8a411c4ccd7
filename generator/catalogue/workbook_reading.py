"""Read the workbook that ``gongshi export services`` wrote: the records that it states, and where each value stands.

A field without a column of its own is not stated: the record keeps what the hall has. An empty cell states that there
is nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from generator.catalogue.cells import at, put, value_of
from generator.catalogue.item_names import before_each
from generator.catalogue.layout import Column, Table, tables
from generator.catalogue.same_names import plain_name
from generator.content.problems import excerpt
from generator.content.yaml_writing import Plain
from generator.model import RecordKey
from generator.register.faults import letter
from generator.register.sheets import Reading
from generator.register.table import CellValue, RegisterSheet, SheetRow
from generator.texts.workbook import MARK, SERVICE_KEY, SHEETS, SINGLE_HEAD, WORKBOOK


@dataclass
class StatedRecord:
    """A record as the workbook states it: its fields, the places of its values, the tables and columns that are there.

    ``kept`` are the paths of fields that the workbook has no column for.
    """

    place: str
    fields: dict[str, Any] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    kept: set[tuple[str, ...]] = field(default_factory=set)


@dataclass(frozen=True)
class StatedHall:
    """What a workbook states. ``services`` in the order of rows; ``others``: windows, materials, site -> the record.

    ``digests``: path -> digests of the file and of its record when it was exported. ``remarks``: what was left out;
    ``faults``: cells that cannot be read.
    """

    services: tuple[StatedRecord, ...]
    others: Mapping[str, StatedRecord]
    digests: Mapping[str, tuple[str, str]]
    remarks: tuple[str, ...]
    faults: tuple[str, ...]


def is_workbook(reading: Reading) -> bool:
    """Whether this is a workbook that this program wrote."""
    sheet = _named(reading, SHEETS["digests"])
    return bool(sheet and sheet.rows and sheet.rows[0].cells[:1] == (MARK,))


def read_workbook(reading: Reading) -> StatedHall:
    """What the workbook states."""
    return _Reader(reading).read()


def _named(reading: Reading, name: str) -> RegisterSheet | None:
    return next((sheet for sheet in reading.sheets if sheet.name == name), None)


@dataclass(frozen=True)
class _Sheet:
    """A sheet of a table, and in which column (from 0) each heading stands."""

    table: Table
    sheet: RegisterSheet
    places: Mapping[str, int]

    @property
    def missing(self) -> list[Column]:
        """The columns of the table that the sheet does not have."""
        return [column for column in self.table.columns if column.heading not in self.places]

    def rows(self) -> Iterator[SheetRow]:
        """The rows below the header that are not empty; those that a filter hides, too."""
        return (row for row in self.sheet.rows[1:] if any(cell is not None for cell in row.cells))

    def key_of(self, row: SheetRow) -> list[str]:
        """What says to which service a row belongs."""
        keys = (
            str(_cell(row, self.places[heading]) or "").strip() for heading in SERVICE_KEY if heading in self.places
        )
        return [key for key in keys if key]


class _Reader:
    """Goes through the sheets once, in the order of the tables."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.services: list[StatedRecord] = []
        self.by_key: dict[str, StatedRecord] = {}
        self.others: dict[str, StatedRecord] = {}
        self.remarks: list[str] = []
        self.faults: list[str] = []
        self.digests = self._digests()
        self.words = self._words()

    def read(self) -> StatedHall:
        for table in tables():
            sheet = _named(self.reading, table.sheet)
            if sheet is None:
                self._keep(table)
            elif table.is_single:
                self._read_single(table, sheet)
            elif table.path:
                self._read_items(self._opened(table, sheet))
            else:
                self._read_services(self._opened(table, sheet))
        known = {table.sheet for table in tables()} | set(SHEETS.values())
        for sheet in self.reading.sheets:
            if sheet.name not in known and not sheet.hidden:
                self.remarks.append(WORKBOOK["unknown_sheet"].format(sheet=excerpt(sheet.name)))
        return StatedHall(tuple(self.services), self.others, self.digests, tuple(self.remarks), tuple(self.faults))

    def _digests(self) -> dict[str, tuple[str, str]]:
        sheet = _named(self.reading, SHEETS["digests"])
        rows = sheet.rows[1:] if sheet else ()
        return {str(row.cells[0]): (str(row.cells[1]), str(row.cells[2])) for row in rows if len(row.cells) > 2}

    def _words(self) -> dict[str, set[str]]:
        """The words that the hall had for a column when it was exported."""
        sheet = _named(self.reading, SHEETS["choices"])
        columns = zip_longest(*(row.cells for row in sheet.rows)) if sheet else ()
        return {str(name): {str(word) for word in words if word is not None} for name, *words in columns}

    def _of(self, table: Table) -> StatedRecord:
        return self.others.setdefault(table.file, StatedRecord(table.sheet))

    def _records(self, table: Table) -> list[StatedRecord]:
        return self.services if table.file == "services" else [self._of(table)]

    def _keep(self, table: Table) -> None:
        """Without its sheet, what a table holds stays as it is in every record."""
        self.remarks.append(WORKBOOK["missing_sheet"].format(sheet=table.sheet))
        for record in self._records(table):
            record.kept.add(table.path)

    def _opened(self, table: Table, sheet: RegisterSheet) -> _Sheet:
        header = sheet.rows[0].cells if sheet.rows else ()
        places = {str(heading).strip(): number for number, heading in enumerate(header) if heading is not None}
        known = {*SERVICE_KEY, *(column.heading for column in table.columns)}
        self._tell_unknown(sheet, [heading for heading in places if heading not in known])
        return _Sheet(table, sheet, places)

    def _tell_unknown(self, sheet: RegisterSheet, headings: Iterable[str]) -> None:
        self.remarks += [
            WORKBOOK["unknown_column"].format(sheet=sheet.name, heading=excerpt(heading)) for heading in headings
        ]

    def _read_single(self, table: Table, sheet: RegisterSheet) -> None:
        record = self._of(table)
        columns = {column.heading: column for column in table.columns}
        rows = {str(row.cells[0]).strip(): row for row in sheet.rows if row.cells}
        self._tell_unknown(sheet, [heading for heading in rows if heading not in (*columns, SINGLE_HEAD[0])])
        for heading, column in columns.items():
            if heading in rows:
                self._put(record, table, column, sheet, rows[heading], 1)
            else:
                record.kept.add(column.path)

    def _read_services(self, opened: _Sheet) -> None:
        for row in opened.rows():
            record = self._record(opened, row)
            record.kept |= {column.path for column in opened.missing}
            if "name" not in record.fields:
                self.remarks.append(WORKBOOK["nameless"].format(place=record.place))
                continue
            self.services.append(record)
            self.by_key.setdefault(plain_name(str(record.fields["name"])), record)
            if "id" in record.fields:
                self.by_key[str(record.fields["id"])] = record

    def _read_items(self, opened: _Sheet) -> None:
        table = opened.table
        for record in self._records(table):
            record.kept |= {(*table.path, "*", *column.path) for column in opened.missing}
        for row in opened.rows():
            item = self._record(opened, row)
            if not item.fields:
                continue  # a row that waits to be filled in
            keys = opened.key_of(row)
            holder = self._service_of(keys) if table.is_of_service else self._of(table)
            if holder:
                _append(holder, table, item)
            elif not any(RecordKey("services", key).file in self.digests for key in keys):  # else its row was deleted
                self.remarks.append(WORKBOOK["no_service"].format(place=item.place))

    def _service_of(self, keys: list[str]) -> StatedRecord | None:
        wanted = (*keys, *map(plain_name, keys))
        return next((self.by_key[key] for key in wanted if key in self.by_key), None)

    def _record(self, opened: _Sheet, row: SheetRow) -> StatedRecord:
        record = StatedRecord(WORKBOOK["row"].format(sheet=opened.sheet.name, row=row.number))
        for column in opened.table.columns:
            if column.heading in opened.places:
                self._put(record, opened.table, column, opened.sheet, row, opened.places[column.heading])
        return record

    def _put(
        self, record: StatedRecord, table: Table, column: Column, sheet: RegisterSheet, row: SheetRow, number: int
    ) -> None:
        place = WORKBOOK["place"].format(sheet=sheet.name, row=row.number, column=letter(number))
        if sheet.unread.get(row.number, number):
            self.faults.append(WORKBOOK["unread"].format(place=place))
        put(record.fields, column.path, value_of(_cell(row, number), column, self.words.get(table.name_of(column), ())))
        for end in range(len(column.path), 0, -1):
            record.places.setdefault("/".join(column.path[:end]), place)


def _append(record: StatedRecord, table: Table, item: StatedRecord) -> None:
    """Put ``item`` at the end of its list in ``record``."""
    holder: dict[str, Any] = record.fields
    for key in table.path[:-1]:
        holder = holder.setdefault(key, {})
    items: list[Plain] = holder.setdefault(table.path[-1], [])
    below = "/".join((*table.path, str(len(items))))
    items.append(item.fields)
    record.places[below] = item.place
    record.places |= {f"{below}/{name}": place for name, place in item.places.items()}


def _cell(row: SheetRow, place: int) -> CellValue:
    return row.cells[place] if place < len(row.cells) else None


def completed(stated: StatedRecord, old: Mapping[str, Plain]) -> dict[str, Any]:
    """What ``stated`` says, with what the hall has in fields for which there is no column."""
    fields = {**old, **stated.fields} if () in stated.kept else dict(stated.fields)
    for path in stated.kept - {()}:
        if "*" in path:
            _keep_in_items(fields, old, path[: path.index("*")], path[path.index("*") + 1 :])
        else:
            put(fields, path, at(old, path))
    return fields | {key: old[key] for key in ("versions",) if key in old}


def _keep_in_items(
    fields: dict[str, Any], old: Mapping[str, Plain], path: tuple[str, ...], inner: tuple[str, ...]
) -> None:
    items = at(fields, path) or ()
    for item, was in zip(items, before_each(at(old, path) or (), items), strict=True):
        put(item, inner, at(was or {}, inner))
