"""Read a hall's sheets into services: one row a service, or one a paper; one sheet, or one for each window.

The sheets are those of ``register.sheets``, which reads files in a bounded process. Every cell with content
ends in a field or is told in a remark: columns that nobody knows, cells that were not understood, rows that are notes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.catalogue.entry import Entry
from generator.catalogue.field_mapping import FieldMapping
from generator.catalogue.form_sheets import guides_on
from generator.catalogue.headings import UNUSED, shown_name
from generator.catalogue.listing import Listing, Remark, Trouble, remarks_on, shown_heading, some_of
from generator.catalogue.named_services import incoming_of
from generator.catalogue.service_rows import ServiceRows, TableContents, contents_of
from generator.catalogue.service_tables import ServiceTable, find_tables
from generator.register.faults import letter
from generator.register.table import RegisterSheet
from generator.texts.service_sources import COLUMN, MORE, ROW
from generator.texts.service_words import GENERIC_SHEETS, WINDOW_ENDINGS

_MOST_COLUMNS = 8
"""More columns of which the same is to be said are told together."""
_SHOWN_COLUMNS = 40
_OF_MANY = {
    "column/unknown": "columns/unknown",
    "column/hidden": "columns/hidden",
    "column/nameless": "columns/nameless",
    "column/unused": "columns/unused",
}


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
        if form := guides_on(sheet):
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
    found: list[Remark] = []
    for index, count in sorted(contents.counts.items()):
        heading = table.headings.get(index)
        if index in sheet.hidden_columns:
            rule = "column/hidden"
        elif heading is None:
            rule = "column/nameless"
        else:
            rule = "column/unused" if heading.kind == UNUSED else "column/unknown"
        values = {
            "heading": shown_heading(heading.text) if heading else "",
            "column": letter(index),
            "count": str(count),
            "names": _few(shown_name(kind) for kind in ("window", "materials.name", "time_limits.promised")),
        }
        found.append(Remark(rule, values))
    for rule in dict.fromkeys(one.rule for one in found):
        yield from _together([one for one in found if one.rule == rule])


def _together(remarks: Sequence[Remark]) -> list[Remark]:
    """Remarks of one rule on columns; one for all where there are many of them."""
    if len(remarks) <= _MOST_COLUMNS:
        return [*remarks]
    shown = [COLUMN.format(**one.values) for one in remarks[:_SHOWN_COLUMNS]]
    headings = "、".join(shown) + (MORE if len(remarks) > _SHOWN_COLUMNS else "")
    cells = str(sum(int(one.values["count"]) for one in remarks))
    values = {**remarks[0].values, "columns": str(len(remarks)), "headings": headings, "count": cells}
    return [Remark(_OF_MANY[remarks[0].rule], values)]


def _few(names: Iterable[str]) -> str:
    return "、".join(names) + MORE
