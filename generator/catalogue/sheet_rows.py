"""Read a hall's sheets into services: one row a service, or one a paper; one sheet, or one for each window.

The sheets are those of ``register.sheets``, which reads files in a bounded process. Every cell with content
ends in a field or is told in a remark: columns that nobody knows, cells that were not understood, rows that are notes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.catalogue.entry import Entry
from generator.catalogue.field_mapping import FieldMapping
from generator.catalogue.form_tables import form_parts, is_form
from generator.catalogue.guides import Guides
from generator.catalogue.headings import UNUSED, shown_name
from generator.catalogue.listing import Listing, Remark, Trouble, remarks_on, shown_heading, some_of
from generator.catalogue.named_services import incoming_of
from generator.catalogue.service_rows import ServiceRows, TableContents, contents_of, place_of
from generator.catalogue.service_tables import ServiceTable, find_tables
from generator.catalogue.sheet_cells import text_of
from generator.register.faults import letter
from generator.register.table import RegisterSheet
from generator.sources import Table
from generator.texts.service_sources import MORE, ROW
from generator.texts.service_words import GENERIC_SHEETS, WINDOW_ENDINGS

_FEWEST_LABELS = 3
"""A sheet is a form where at least so many labels stand beside their values."""


def services_in(
    sheets: Sequence[RegisterSheet], mapping: FieldMapping | None = None, *, sheets_name_windows: bool = True
) -> Listing:
    """The services in ``sheets``, in order; ``mapping`` explains headings and codes that the program does not know."""
    known = mapping.headings if mapping else None
    remarks: list[Remark] = []
    troubles: list[Trouble] = []
    collected: list[tuple[ServiceRows, str]] = []
    visible = [sheet for sheet in sheets if not sheet.hidden]
    remarks += [Remark("sheet/hidden", {"sheet": sheet.name}) for sheet in sheets if sheet.hidden and sheet.rows]
    forms: list[Listing] = []
    for sheet in visible:
        if form := _guides_on(sheet):
            forms.append(form)
            remarks += _hidden(sheet)
            continue
        tables = find_tables(sheet, known)
        if not tables:
            count = sum(any(cell is not None for cell in row.cells) for row in sheet.rows)
            remarks += [Remark("sheet/no-table", {"sheet": sheet.name, "count": str(count)})] if count else []
            continue
        remarks += _hidden(sheet)
        window = _window_of(sheet.name, len(visible)) if sheets_name_windows else ""
        for table in tables:
            contents = contents_of(table, sheet)
            remarks += _on_rows(contents)
            remarks += _on_columns(table, contents, sheet)
            troubles += contents.troubles
            uses_sheet = window and not table.of_kind("window")
            if uses_sheet and contents.services:
                remarks.append(Remark("sheet/window", {"sheet": sheet.name, "count": str(len(contents.services))}))
            collected += [(service, window if uses_sheet else "") for service in contents.services]
    if mapping and mapping.codes:
        for service, _ in collected:
            service.rows = [[_in_words(one, mapping) for one in row] for row in service.rows]
    listed = Listing(tuple(incoming_of(collected, troubles)), (*remarks, *remarks_on(troubles)))
    services = [service for one in (listed, *forms) for service in one.services]
    return Listing(tuple(services), tuple(remark for one in (listed, *forms) for remark in one.remarks))


def _in_words(entry: Entry, mapping: FieldMapping) -> Entry:
    return replace(entry, text=mapping.word(entry.kind, entry.text))


def _guides_on(sheet: RegisterSheet) -> Listing | None:
    """The guides on a sheet that is laid out as a form (labels beside their values); None where it is no form."""
    rows = [row for row in sheet.rows if not row.hidden]
    table = Table(tuple(tuple(text_of(cell) for cell in row.cells) for row in rows if row.cells), 0)
    if not is_form(table, _FEWEST_LABELS):
        return None
    guides = Guides()
    for part in form_parts(table, [place_of(sheet, row.number) for row in rows if row.cells]):
        guides.take(part)
    return guides.listing()


def _window_of(name: str, sheets: int) -> str:
    """The window that a sheet is named after; "" for Sheet1, 清单 and the like, and for the only sheet of a file."""
    bare = name.strip()
    if bare.endswith(WINDOW_ENDINGS):
        return bare
    is_generic = any(word in bare.lower() for word in GENERIC_SHEETS) or any(map(str.isdigit, bare))
    return "" if sheets < 2 or is_generic else bare


# --- what is said of a sheet ------------------------------------------------------------------------------------------


def _hidden(sheet: RegisterSheet) -> list[Remark]:
    rows = [ROW.format(row=row.number) for row in sheet.rows if row.hidden and any(c is not None for c in row.cells)]
    return [Remark("sheet/hidden-rows", {"count": str(len(rows)), "rows": some_of(rows)})] if rows else []


def _on_rows(contents: TableContents) -> list[Remark]:
    remarks = [Remark("sheet/notes", {"rows": some_of(contents.notes)})] if contents.notes else []
    if contents.nameless:
        remarks.append(Remark("sheet/no-name", {"rows": some_of(contents.nameless)}))
    return remarks


def _on_columns(table: ServiceTable, contents: TableContents, sheet: RegisterSheet) -> Iterator[Remark]:
    for index, count in sorted(contents.counts.items()):
        heading = table.headings.get(index)
        if index in sheet.hidden_columns:
            rule = "column/hidden"
        elif heading is None:
            rule = "column/nameless"
        else:
            rule = "column/unused" if heading.kind == UNUSED else "column/unknown"
        yield Remark(
            rule,
            {
                "heading": shown_heading(heading.text) if heading else "",
                "column": letter(index),
                "count": str(count),
                "names": _few(shown_name(kind) for kind in ("window", "materials.name", "time_limits.promised")),
            },
        )


def _few(names: Iterable[str]) -> str:
    return "、".join(names) + MORE
