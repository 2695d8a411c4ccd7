"""Read guides (办事指南) out of documents: one guide a table or a chapter, several in a file, also lists in tables.

Where a guide begins is known by the name of a service (事项名称), else by its title (老年优待证办事指南).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.catalogue.entry import Entry
from generator.catalogue.form_paragraphs import Paragraphs
from generator.catalogue.form_parts import Left, Line, Part, Title
from generator.catalogue.form_tables import form_parts, grid_in_text, grid_rows, is_form
from generator.catalogue.headings import NAME_KINDS
from generator.catalogue.listing import Listing, Remark, Trouble, remarks_on, some_of
from generator.catalogue.service_rows import ServiceRows
from generator.catalogue.sheet_rows import incoming_of, services_in
from generator.register.table import Area, RegisterSheet, SheetRow
from generator.sources import Paragraph, Source, Table
from generator.texts.service_sources import ASIDES, PARAGRAPH, TABLE, TABLE_ROW


@dataclass
class _Guides:
    """The guides found so far; parts are taken in the order of the document."""

    services: list[ServiceRows] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    level: int = 0
    """The level of the heading that is the title of the guide; 0 where it has another title."""
    title: Title | None = None
    """A title for which no line has come yet."""

    def take(self, part: Part) -> None:
        """Add ``part`` to the guide it belongs to."""
        if isinstance(part, Left):
            self.left.append(part)
        elif isinstance(part, Title):
            self._begin(part)
        else:
            self._add(part.entries)

    def _begin(self, title: Title) -> None:
        is_section = title.level > self.level > 0 and self.services and self.title is None
        if is_section:
            self.left.append(Left(title.place))
            return
        if self.title is not None:
            self.left.append(Left(self.title.place))
        self.title, self.level = title, title.level

    def _add(self, entries: Sequence[Entry]) -> None:
        names = {entry.kind: " ".join(entry.text.split()) for entry in entries if entry.kind in NAME_KINDS}
        others = [entry for entry in entries if entry.kind not in NAME_KINDS]
        current = self.services[-1] if self.services else None
        repeats = current is not None and any(kind in current.names for kind in names)
        if self.title is not None or current is None or repeats:
            current = ServiceRows({}, self.title.place if self.title else entries[0].place)
            current.group = self.title.text if self.title else ""
            self.title = None
            self.services.append(current)
        current.names |= names
        if others:
            current.rows.append(others)


def guides_in(source: Source) -> Listing:
    """The services that a document tells of, in its order."""
    guides = _Guides()
    listings: list[Listing] = []
    paragraphs = Paragraphs()
    tables = 0
    for block in source.blocks:
        if isinstance(block, Paragraph) and block.in_contents:
            continue  # A table of contents repeats the titles of the guides.
        if isinstance(block, Paragraph):
            parts = paragraphs.take(block, PARAGRAPH.format(number=block.place))
        else:
            tables += 1
            parts = _table(block, tables, paragraphs, listings)
        for part in parts:
            guides.take(part)
    for part in paragraphs.end():
        guides.take(part)
    return _joined(guides, listings, source)


def _table(table: Table, number: int, paragraphs: Paragraphs, listings: list[Listing]) -> Iterator[Part]:
    """The parts of a table; a list of services (a row each) goes to ``listings``."""
    places = [TABLE_ROW.format(table=number, row=row) for row in range(1, len(table.rows) + 1)]
    if rows := grid_rows(table, places):
        paragraphs.label = None
        yield from rows
    elif is_form(table):
        yield from paragraphs.end()
        for part in form_parts(table, places):
            yield from _with_grids(part)
    elif (found := services_in([_as_sheet(table, number)], sheets_name_windows=False)).services:
        yield from paragraphs.end()
        listings.append(found)
    elif paragraphs.label is not None:
        paragraphs.lines += ["\t".join(text for text in row if text) for row in table.rows]
    else:
        yield from (Left(place) for place, row in zip(places, table.rows, strict=True) if any(row))


def _with_grids(part: Part) -> list[Part]:
    """``part``, or the rows of the grid that its value is."""
    if isinstance(part, Line) and len(part.entries) == 1 and part.entries[0].kind == "materials.name":
        return [*grid_in_text(part.entries[0].text, part.entries[0].place)] or [part]
    return [part]


def _as_sheet(table: Table, number: int) -> RegisterSheet:
    """A table as a sheet: a cell that is covered has the text of the one above it, unless its whole row is one cell."""
    rows = [SheetRow(place, tuple(text or None for text in row)) for place, row in enumerate(table.rows, 1)]
    merged: list[Area] = []
    for top, row in enumerate(table.rows):
        for column, text in enumerate(row):
            bottom = top
            while text and bottom + 1 < len(table.rows) and _is_covered(table.rows[bottom + 1], column):
                bottom += 1
            if bottom > top:
                merged.append(((top, column), (bottom, column)))
    return RegisterSheet(TABLE.format(table=number), tuple(rows), merged=tuple(merged))


def _is_covered(row: Sequence[str | None], column: int) -> bool:
    return column < len(row) and row[column] is None and sum(text is not None for text in row) > 1


def _joined(guides: _Guides, listings: Iterable[Listing], source: Source) -> Listing:
    named = [service for service in guides.services if service.names or service.group]
    nameless = [service.place for service in guides.services if service not in named]
    for service in named:
        service.names = service.names or {"name": service.group}
        service.group = ""
    troubles: list[Trouble] = []
    services = list(incoming_of([(service, "") for service in named], troubles))
    remarks = [Remark("guide/no-name", {"places": some_of(nameless)})] if nameless else []
    remarks += remarks_on(troubles)
    remarks += _on_left(guides.left)
    counts = Counter(aside.kind for aside in source.asides)
    for kind, count in counts.items():
        rule = "guide/inserted" if kind == "inserted" else "guide/aside"
        remarks.append(Remark(rule, {"kind": ASIDES.get(kind, ""), "count": str(count)}))
    return Listing(
        (*services, *(one for listing in listings for one in listing.services)),
        (*remarks, *(one for listing in listings for one in listing.remarks)),
    )


def _on_left(left: Iterable[Left]) -> Iterator[Remark]:
    found: dict[str, list[str]] = {}
    for one in left:
        found.setdefault(one.heading, []).append(one.place)
    for heading, places in found.items():
        values = {"heading": heading, "count": str(len(places)), "places": some_of(places)}
        yield Remark("guide/label" if heading else "guide/left", values)
