"""Read a hall's sheets into services: one row a service, or one a paper; one sheet, or one for each window.

Files are read through ``register.sheets``, in a process of its own that is bounded. Every cell with content ends in a
field or is told in a remark: columns that nobody knows, cells that were not understood, rows that are notes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.catalogue.assemble import Assembled, assemble
from generator.catalogue.entry import Entry
from generator.catalogue.headings import NAME_KINDS, UNUSED, shown_name
from generator.catalogue.incoming import Incoming
from generator.catalogue.listing import Listing, Remark, Trouble, remarks_on, some_of
from generator.catalogue.service_rows import ServiceRows, TableContents, contents_of
from generator.catalogue.service_tables import ServiceTable, find_tables
from generator.register.faults import letter
from generator.register.sheets import read_register
from generator.register.table import RegisterSheet
from generator.texts.service_sources import MORE, ROW
from generator.texts.service_words import BODY_ENDINGS, GENERIC_SHEETS, WINDOW_ENDINGS

_SHORTEST_NAME = 6
"""A part of an item with a shorter name is called together with its item: 居民身份证办理（换领）."""


def read_sheets_of(path: Path, progress: Callable[[int], None] | None = None) -> Listing:
    """The services in a file of sheets. Raises RegisterError when it cannot be read."""
    reading = read_register(path, progress)
    is_table = path.suffix.lower() in (".csv", ".txt", ".tsv")
    return services_in(reading.sheets, sheets_name_windows=not is_table)


def services_in(
    sheets: Sequence[RegisterSheet], known: Mapping[str, str] | None = None, *, sheets_name_windows: bool = True
) -> Listing:
    """The services in ``sheets``, in order; ``known`` (plain heading -> kind) are headings that the hall explained."""
    remarks: list[Remark] = []
    troubles: list[Trouble] = []
    collected: list[tuple[ServiceRows, str]] = []
    visible = [sheet for sheet in sheets if not sheet.hidden]
    remarks += [Remark("sheet/hidden", {"sheet": sheet.name}) for sheet in sheets if sheet.hidden and sheet.rows]
    for sheet in visible:
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
    services = list(incoming_of(collected, troubles))
    return Listing(tuple(services), (*remarks, *remarks_on(troubles)))


def incoming_of(collected: Sequence[tuple[ServiceRows, str]], troubles: list[Trouble]) -> Iterator[Incoming]:
    """The services from their rows, each with the window after which its sheet is named ("" for none)."""
    often = Counter(_own_name(service.names) for service, _ in collected)
    for service, window in collected:
        made = assemble([*service.rows, _above(service, window)])
        troubles += made.troubles
        own = _own_name(service.names)
        name = _full_name(service.names) if often[own] > 1 or len(own) < _SHORTEST_NAME else own
        _keep_general_names(made, service, name)
        yield Incoming(name, service.place, made.fields, places=made.places)


def _own_name(names: Mapping[str, str]) -> str:
    return next(names[kind] for kind in reversed(NAME_KINDS) if kind in names)


def _full_name(names: Mapping[str, str]) -> str:
    """The item with its part in brackets, where both are named and differ."""
    parts = list(dict.fromkeys(names[kind] for kind in NAME_KINDS if kind in names))
    return parts[0] if len(parts) == 1 else f"{parts[0]}（{parts[-1]}）"


def _keep_general_names(made: Assembled, service: ServiceRows, name: str) -> None:
    """What an item is called above its parts stays findable."""
    general = [text for text in dict.fromkeys(service.names.values()) if text not in name]
    if general:
        made.fields["hidden_terms"] = [*made.fields.get("hidden_terms", []), *general]
        made.places.setdefault("hidden_terms", service.place)


def _above(service: ServiceRows, window: str) -> list[Entry]:
    """What the title above the rows, or the name of the sheet, says where no column does."""
    told = service.cells
    group = service.group
    if group and "window" not in told and (group.endswith(WINDOW_ENDINGS) or "窗" in group):
        return [Entry("window", group, group, service.place)]
    above = [Entry("window", window, window, service.place)] if window and "window" not in told else []
    if group and "body" not in told and group.endswith(BODY_ENDINGS):
        above.append(Entry("body", group, group, service.place))
    return above


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
                "heading": heading.text if heading else "",
                "column": letter(index),
                "count": str(count),
                "names": _few(shown_name(kind) for kind in ("window", "materials.name", "time_limits.promised")),
            },
        )


def _few(names: Iterable[str]) -> str:
    return "、".join(names) + MORE
