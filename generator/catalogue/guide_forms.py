"""Read guides (办事指南) out of documents: one guide a table or a chapter, several in a file, also lists in tables."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.catalogue.form_paragraphs import Paragraphs
from generator.catalogue.form_parts import Left, Part
from generator.catalogue.form_tables import form_parts, grid_rows, is_form
from generator.catalogue.guides import Guides
from generator.catalogue.listing import Listing, Remark
from generator.catalogue.sheet_rows import services_in
from generator.register.table import Area, RegisterSheet, SheetRow
from generator.sources import Paragraph, Source, Table
from generator.texts.service_sources import ASIDES, PARAGRAPH, TABLE, TABLE_ROW


def guides_in(source: Source) -> Listing:
    """The services that a document tells of, in its order."""
    guides = Guides()
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
    found = [guides.listing(), *listings]
    services = [service for listing in found for service in listing.services]
    remarks = [remark for listing in found for remark in listing.remarks]
    return Listing(tuple(services), (*remarks, *_on_asides(source)))


def _table(table: Table, number: int, paragraphs: Paragraphs, listings: list[Listing]) -> Iterator[Part]:
    """The parts of a table; a list of services (a row each) goes to ``listings``."""
    places = [TABLE_ROW.format(table=number, row=row) for row in range(1, len(table.rows) + 1)]
    if rows := grid_rows(table, places):
        yield from paragraphs.drop()
        yield from rows
    elif is_form(table):
        yield from paragraphs.end()
        yield from form_parts(table, places)
    elif (found := services_in([_as_sheet(table, number)], sheets_name_windows=False)).services:
        yield from paragraphs.end()
        listings.append(found)
    elif paragraphs.label is not None:
        paragraphs.lines += ["\t".join(text for text in row if text) for row in table.rows]
    else:
        yield from (Left(place) for place, row in zip(places, table.rows, strict=True) if any(row))


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


def _on_asides(source: Source) -> Iterator[Remark]:
    """What stands beside the text: it is not read, but for what was inserted while changes were tracked."""
    for kind, count in Counter(aside.kind for aside in source.asides).items():
        rule = "guide/inserted" if kind == "inserted" else "guide/aside"
        yield Remark(rule, {"kind": ASIDES.get(kind, ""), "count": str(count)})
