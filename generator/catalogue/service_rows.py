"""Bring the rows of a table together to services: a row each, or a row for each paper, or items with their parts.

A row without a name belongs to the service above it, and so does one that repeats its name. Rows before, between and
behind the services may be titles of groups, notes and sums; they are told apart here and never taken for a service.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.catalogue.entry import Entry
from generator.catalogue.headings import NAME_KINDS, UNUSED
from generator.catalogue.listing import Trouble
from generator.catalogue.service_tables import ServiceTable
from generator.catalogue.sheet_cells import fault_of, filled_rows, text_of
from generator.register.table import CellValue, RegisterSheet, SheetRow
from generator.texts.columns import TOTALS
from generator.texts.service_sources import PLACE
from generator.texts.service_words import BODY_ENDINGS, NOTE_BEGINNINGS, NOTHING, WINDOW_ENDINGS

_LISTS = ("materials.", "conditions", "exclusions", "steps", "legal_basis", "situations", "faq", "time_limits.special")
"""Beginnings of the kinds that a row without a name may add to the service above it even if nothing else is in it."""

_TELLING_APART = ("item_codes.catalogue", "item_codes.implementing", "item_codes.business", "body", "level", "window")
"""Where rows of the same name differ in one of these, they are different services."""

_GROUP_NUMBER = re.compile(r"^\s*[（(]?[一二三四五六七八九十0-9]{1,3}[)）]?[、.．\s]\s*")
_GROUP_COUNT = re.compile(r"\s*[（(][^（）()]*[0-9一二三四五六七八九十]+\s*[项个件][^（）()]*[)）]\s*$")
_SIGNED = re.compile(
    "^(?:填表|制表|填报|审核|审批|复核|联系|单位负责|负责|报送|统计)[人员单位日期时间电话（）盖章]{0,8}[：:]"
)
_EXAMPLE = re.compile(r"^[（(【]?(?:例|示例|样例|填写示例|举例)[)）】：:]")
_LONGEST_GROUP = 24


@dataclass
class ServiceRows:
    """The rows of one service: its names from the general to the particular, its cells, and the title above it."""

    names: dict[str, str]
    place: str
    rows: list[list[Entry]] = field(default_factory=list)
    group: str = ""

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
    counts: dict[int, int] = field(default_factory=dict)
    """Column without a field -> how many cells have content."""


def contents_of(table: ServiceTable, sheet: RegisterSheet) -> TableContents:
    """The services of ``table`` in their order."""
    found = TableContents(notes=[_place(sheet, row) for row in table.above])
    group = ""
    last = max((row.number for row in table.rows if _has_name(table, row)), default=0)
    for raw, row in zip(table.rows, filled_rows(sheet, table.rows), strict=True):
        _count_unused(table, sheet, raw, found)
        kind = _kind_of_row(table, sheet, row, row.number > last)
        if kind == "group":
            group = _GROUP_COUNT.sub("", _GROUP_NUMBER.sub("", _filled(row)[0][1])).strip()
            found.notes.append(_place(sheet, row))
        elif kind == "note":
            found.notes.append(_place(sheet, row))
        else:
            _add(table, sheet, row, group, found)
    return found


def _kind_of_row(table: ServiceTable, sheet: RegisterSheet, row: SheetRow, is_behind: bool) -> str:
    """service, group or note; ``is_behind`` says that no row with a name and more comes after it."""
    filled = _filled(row)
    texts = [text for _, text in filled]
    if not filled or _is_note(texts):
        return "note"
    if len(filled) > 1:
        return "service"
    index, text = filled[0]
    kind = table.headings[index].kind if index in table.headings else None
    is_wide = any(area[0] == (row.number - 1, index) and area[1][1] > index for area in sheet.merged)
    if not is_wide and kind and kind.startswith(_LISTS):
        return "service"
    if not is_behind and _is_title(text, is_wide or kind not in NAME_KINDS):
        return "group"
    if is_wide or text.startswith(NOTE_BEGINNINGS):
        return "note"
    return "service" if kind in NAME_KINDS or (kind not in (None, UNUSED) and not is_behind) else "note"


def _is_note(texts: Sequence[str]) -> bool:
    """Whether a row holds sums, signatures, an example, or the numbers of the columns."""
    first = re.sub(r"\s", "", texts[0])
    numbers = [str(number) for number in range(int(first == "1"), len(texts) + 1)]
    return (
        first.startswith(TOTALS)
        or any(map(_SIGNED.match, texts))
        or any(map(_EXAMPLE.match, texts[:2]))
        or (len(texts) > 2 and texts == numbers[: len(texts)])
    )


def _is_title(text: str, may_be_office: bool) -> bool:
    """Whether a text that stands alone in its row is a window, or an office where that is no service itself."""
    if len(text) > _LONGEST_GROUP or text.startswith(NOTE_BEGINNINGS) or "：" in text:
        return False
    bare = _GROUP_COUNT.sub("", text).strip()
    return bare.endswith(WINDOW_ENDINGS) or (may_be_office and bare.endswith(BODY_ENDINGS))


def _has_name(table: ServiceTable, row: SheetRow) -> bool:
    filled = dict(_filled(row))
    return len(filled) > 1 and any(index in filled for kind in NAME_KINDS for index in table.of_kind(kind))


def _filled(row: SheetRow) -> list[tuple[int, str]]:
    return [(index, text) for index, cell in enumerate(row.cells) if (text := text_of(cell))]


def _place(sheet: RegisterSheet, row: SheetRow) -> str:
    return PLACE.format(sheet=sheet.name, row=row.number)


def _add(table: ServiceTable, sheet: RegisterSheet, row: SheetRow, group: str, found: TableContents) -> None:
    """Add ``row`` to the service above it, or begin one with it."""
    names, entries = _read(table, sheet, row, found)
    above = found.services[-1] if found.services else None
    begun = _begun(names, above, entries)
    if begun is None and above is None:
        found.nameless.append(_place(sheet, row))
    elif begun is None and above is not None:
        told = {(entry.kind, entry.heading, entry.text) for row in above.rows for entry in row}
        above.rows.append(
            [one for one in entries if _is_of_paper(one) or (one.kind, one.heading, one.text) not in told]
        )
    elif begun is not None:
        if above is not None and _only_names(above, begun):
            found.services.pop()
        found.services.append(ServiceRows(begun, _place(sheet, row), [entries], group))


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
    table: ServiceTable, sheet: RegisterSheet, row: SheetRow, found: TableContents
) -> tuple[dict[str, str], list[Entry]]:
    """The names and the other cells of a row; what cannot be read, or has no field, is noted in ``found``."""
    names: dict[str, str] = {}
    entries: list[Entry] = []
    place = _place(sheet, row)
    for index, cell in _cells(sheet, row):
        heading = table.headings.get(index)
        if heading is None or heading.kind is None or not _is_used(table, sheet, index):
            continue
        if fault := fault_of(cell, sheet.unread.get(row.number, index)):
            found.troubles.append(Trouble(fault, heading.text, heading.kind, place))
        elif text := text_of(cell):
            if heading.kind in NAME_KINDS:
                if text not in NOTHING:
                    names.setdefault(heading.kind, " ".join(text.split()))
            else:
                entries.append(Entry(heading.kind, heading.text, text, place, heading.unit))
    return names, entries


def _is_used(table: ServiceTable, sheet: RegisterSheet, index: int) -> bool:
    heading = table.headings.get(index)
    return heading is not None and heading.kind not in (None, UNUSED) and index not in sheet.hidden_columns


def _count_unused(table: ServiceTable, sheet: RegisterSheet, row: SheetRow, found: TableContents) -> None:
    """Count the cells with content that have no field; ``row`` is as it stands, each merged area once."""
    for index, cell in _cells(sheet, row):
        if (text_of(cell) or sheet.unread.get(row.number, index)) and not _is_used(table, sheet, index):
            found.counts[index] = found.counts.get(index, 0) + 1


def _is_of_paper(entry: Entry) -> bool:
    return entry.kind.startswith("materials.")


def _cells(sheet: RegisterSheet, row: SheetRow) -> Iterator[tuple[int, CellValue]]:
    """The cells of a row up to the last column that has something, read or not."""
    yield from enumerate(row.cells)
    yield from ((index, None) for index in sorted(sheet.unread.columns) if index >= len(row.cells))
