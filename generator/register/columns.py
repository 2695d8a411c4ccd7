"""Find the table in a sheet: its header row, what each column holds by its name, and the rows that hold cases.

Registers come with merged title rows above the header, headers of two rows, headers repeated on each printed page,
sums and notes below. A column whose name is not known has no kind (``Column.kind`` is None) until the clerk is asked.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import zip_longest
from typing import Literal, get_args

from generator.content.problems import excerpt
from generator.privacy import find
from generator.register.faults import Fault, fault
from generator.register.table import CellValue, RegisterSheet, SheetRow
from generator.register.values import is_ditto
from generator.texts.columns import COLUMN_NAMES, TOTALS
from generator.texts.register import TEMPLATE_EXAMPLE_MARK

ColumnKind = Literal[
    "receipt", "item", "applicant", "id_number", "phone", "address", "applied", "accepted", "due", "completed",
    "same_day", "outcome", "extension_days", "extension_reason", "query_code", "officer", "private", "note", "ignored",
]  # fmt: skip

REQUIRED: tuple[ColumnKind, ...] = ("receipt", "item", "accepted", "completed", "outcome")
_BOTH_DAYS: tuple[ColumnKind, ...] = ("accepted", "completed")
"""The columns that a column of the kind same_day stands for: registers of cases that are done at once have one date."""
PUBLIC: tuple[ColumnKind, ...] = (*REQUIRED, "same_day", "applicant", "due", "extension_days", "extension_reason")
"""The kinds of columns that are published; each may stand once."""
_MISSING = {"receipt": "column/missing-receipt", **dict.fromkeys(_BOTH_DAYS, "column/missing-date")}
"""Columns that not every register has, and what may be done then."""
_FEWEST_NAMES = 3
"""A row is taken for the header when at least so many of its cells are known column names."""
_SEARCHED_ROWS = 60
_BRACKETED = re.compile(r"[(\[{<〔【《「][^()\[\]{}<>〔〕【】《》「」]*[)\]}>〕】》」]")
_DATE_HEADING = re.compile("日期|时间|日$")
_DIGIT = re.compile("[0-9]")
_NOISE = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Column:
    """One column with content: its place (from 0), its heading as it stands, and its kind (None: not known yet)."""

    index: int
    heading: str
    kind: ColumnKind | None


@dataclass(frozen=True)
class Table:
    """The table of one sheet: the last row of its header, its columns, and its rows that hold cases.

    ``left_out``: reason (a key of ``summary``) -> numbers of the rows below the header that are no cases.
    """

    sheet: RegisterSheet
    header: int
    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    left_out: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def place(self, kind: ColumnKind) -> int | None:
        """Where the first column of ``kind`` is, from 0; None when there is none."""
        return self._places.get(kind)

    def cell(self, row: SheetRow, kind: ColumnKind) -> CellValue:
        """What ``row`` has in the column of ``kind``; None where there is no such column or cell."""
        place = self.place(kind)
        return row.cells[place] if place is not None and place < len(row.cells) else None

    @cached_property
    def _places(self) -> dict[ColumnKind, int]:
        places = {column.kind: column.index for column in reversed(self.columns) if column.kind}
        if (only := places.get("same_day")) is not None:
            return {**dict.fromkeys(_BOTH_DAYS, only), **places}
        return places

    @property
    def open(self) -> tuple[Column, ...]:
        """The columns whose names are not known yet."""
        return tuple(column for column in self.columns if column.kind is None)


def kind_label(kind: ColumnKind) -> str:
    """The Chinese name of a kind, as it is shown and written into the mapping file."""
    return COLUMN_NAMES[kind][0]


def plain(text: str) -> str:
    """A heading in normal width and small letters, without spaces, line breaks and punctuation."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).casefold()


_KINDS: dict[str, ColumnKind] = {plain(name): kind for kind in get_args(ColumnKind) for name in COLUMN_NAMES[kind]}
LABELS: dict[str, ColumnKind] = {kind_label(kind): kind for kind in get_args(ColumnKind)}
"""Name in the mapping file -> kind."""


def recognise(heading: str, known: Mapping[str, ColumnKind]) -> ColumnKind | None:
    """The kind of a column headed ``heading``; ``known`` (plain heading -> kind) is asked first."""
    text = unicodedata.normalize("NFKC", heading)
    names = (plain(text), plain(_BRACKETED.sub("", text)))
    return next((table[name] for table in (known, _KINDS) for name in names if name in table), None)


def find_table(sheet: RegisterSheet, known: Mapping[str, ColumnKind]) -> Table | None:
    """The table of ``sheet``; None when no row looks like a header."""
    found: tuple[int, int, int, dict[int, str]] = (0, 0, 0, {})  # score, -height, last row of the header, headings
    filled = [row for row in sheet.rows[:_SEARCHED_ROWS] if any(_texts(row))]
    for number, row in enumerate(filled):
        below = filled[number + 1] if number + 1 < len(filled) else None
        for height, headings in enumerate(_readings(row, below), 1):
            score = len({kind for text in headings.values() if (kind := recognise(text, known))})
            last = row.number if height == 1 or below is None else below.number
            if (score, -height) > found[:2]:
                found = (score, -height, last, headings)
    score, _, last, headings = found
    if score < _FEWEST_NAMES:
        return None
    return _table(sheet, last, headings, known)


def find_tables(sheet: RegisterSheet, known: Mapping[str, ColumnKind]) -> list[Table]:
    """The tables that stand one below the other in ``sheet``, each with the rows up to the header of the next.

    The ``sheet`` of a table ends where the next one begins. A further table is one with a header of other columns,
    among them most of those that are needed; a summary has none.
    """
    table = find_table(sheet, known)
    if table is None:
        return []
    above = _part(sheet, 0, table.header)
    upper = [one for one in find_tables(above, known) if one.rows and _is_of_cases(one)]
    for row in sheet.rows:
        if row.number > table.header and _is_other_header(row, table, known):
            below = find_tables(_part(sheet, row.number, sheet.rows[-1].number + 1), known)
            if below:
                first = find_table(_part(sheet, 0, row.number), known)
                return [*upper, *([first] if first else []), *below]
    return [*upper, table]


def _part(sheet: RegisterSheet, first: int, end: int) -> RegisterSheet:
    """The rows of ``sheet`` with the numbers from ``first`` to before ``end``."""
    return replace(sheet, rows=tuple(row for row in sheet.rows if first <= row.number < end))


def _is_of_cases(table: Table) -> bool:
    return len({column.kind for column in table.columns} & set(REQUIRED)) >= _FEWEST_NAMES


def _is_other_header(row: SheetRow, table: Table, known: Mapping[str, ColumnKind]) -> bool:
    if any(cell is not None and (not isinstance(cell, str) or _DIGIT.search(cell)) for cell in row.cells):
        return False  # Almost every case ends here: its number or its days hold digits.
    kinds = {index: kind for index, text in enumerate(_texts(row)) if (kind := recognise(text, known))}
    own = {column.index: column.kind for column in table.columns if column.kind}
    return len(set(kinds.values()) & set(REQUIRED)) >= _FEWEST_NAMES and not kinds.items() <= own.items()


def _readings(row: SheetRow, below: SheetRow | None) -> Iterator[dict[int, str]]:
    """The headings (index -> text) if ``row`` alone is the header, then if ``below`` belongs to it and goes first."""
    upper = {index: text for index, text in enumerate(_texts(row)) if text}
    yield upper
    if below is not None:
        yield upper | {index: text for index, text in enumerate(_texts(below)) if text}


def _texts(row: SheetRow) -> list[str]:
    return [cell.strip() if isinstance(cell, str) else "" for cell in row.cells]


def _table(sheet: RegisterSheet, header: int, headings: dict[int, str], known: Mapping[str, ColumnKind]) -> Table:
    kinds = {index: recognise(text, known) for index, text in headings.items()}
    columns = {index: kind for index, kind in kinds.items() if kind}
    public = [index for index, kind in columns.items() if kind in PUBLIC] if sheet.unread else []
    rows: list[SheetRow] = []
    left_out: dict[str, list[int]] = {}
    used: set[int] = set()
    for row in sheet.rows:
        if row.number <= header:
            continue
        reason = _reason_to_leave_out(row, columns, headings)
        if reason in ("blank", "note") and any(sheet.unread.get(row.number, index) for index in public):
            reason = None  # Its cells hold formulas whose results are missing.
        if reason:
            left_out.setdefault(reason, []).append(row.number)
        else:
            rows.append(_without_dittos(row, rows[-1] if rows else None, columns))
        if reason in (None, "hidden"):
            used.update(index for index, cell in enumerate(row.cells) if not _is_blank(cell))
    named = [
        Column(index, headings[index], kinds[index]) for index in sorted(headings) if index in used or kinds[index]
    ]
    nameless = [Column(index, "", "private") for index in sorted(used - set(headings))]
    numbers = {reason: tuple(found) for reason, found in left_out.items()}
    return Table(sheet, header, (*named, *nameless), tuple(rows), numbers)


def _reason_to_leave_out(row: SheetRow, kinds: Mapping[int, ColumnKind], headings: Mapping[int, str]) -> str | None:
    """The reason (a key of ``summary``) why a row below the header is no case; None for a case and when in doubt."""
    filled = [index for index, cell in enumerate(row.cells) if not _is_blank(cell) and kinds.get(index) != "query_code"]
    if not filled:  # the template has query codes in rows that are still empty
        return "blank"
    if row.hidden:
        return "hidden"
    first = row.cells[filled[0]]
    if isinstance(first, str) and plain(first).startswith(TOTALS):
        return "total"
    receipts = (row.cells[index] for index in filled if kinds.get(index) == "receipt")
    if any(isinstance(cell, str) and cell.startswith(TEMPLATE_EXAMPLE_MARK) for cell in receipts):
        return "example"
    repeated = 0
    if headings.get(filled[0]) == _stripped(first):
        repeated = sum(1 for index in filled if headings.get(index) == _stripped(row.cells[index]))
    if repeated >= _FEWEST_NAMES and 2 * repeated >= len(filled):
        return "header"
    merged = isinstance(first, str) and all(row.cells[index] == first for index in filled)
    told = {kinds.get(index) for index in filled} & {"item", "accepted", "completed", "same_day", "outcome"}
    return "note" if merged or len(filled) == 1 or not told else None


def _without_dittos(row: SheetRow, above: SheetRow | None, kinds: Mapping[int, ColumnKind]) -> SheetRow:
    """``row`` with what stands in the row directly above where it says 同上; receipt numbers are never the same."""
    if above is None or above.number != row.number - 1 or not any(map(is_ditto, row.cells)):
        return row
    pairs = zip_longest(row.cells, above.cells[: len(row.cells)])
    cells = (
        upper if is_ditto(cell) and upper is not None and kinds.get(index) != "receipt" else cell
        for index, (cell, upper) in enumerate(pairs)
    )
    return replace(row, cells=tuple(cells))


def _is_blank(cell: CellValue) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _stripped(cell: CellValue) -> str | None:
    return cell.strip() if isinstance(cell, str) else None


# --- faults -----------------------------------------------------------------------------------------------------------


def heading_faults(table: Table, private: Container[str] = ()) -> Iterator[Fault]:
    """Headings that are not known (those in ``private`` are not shown), kinds that stand twice or are missing."""
    name = table.sheet.name
    for column in table.open:
        heading = safe_heading(column.heading)
        if heading is None or column.heading in private:
            yield fault("column/heading", name, table.header, column.index)
        else:
            is_only_date = _DATE_HEADING.search(heading) and not any(
                table.place(kind) is not None for kind in _BOTH_DAYS
            )
            rule = "column/unknown-date" if is_only_date else "column/unknown"
            yield fault(rule, name, table.header, column.index, heading=heading)
    kinds = [column.kind for column in table.columns]
    for kind in PUBLIC:
        if kinds.count(kind) > 1:
            places = [column.index for column in table.columns if column.kind == kind]
            yield fault("column/twice", name, table.header, places[1], title=kind_label(kind))
    if "same_day" in kinds and not set(kinds).isdisjoint(_BOTH_DAYS):
        yield fault("column/one-date", name, table.header, table.place("same_day"), title=kind_label("same_day"))
    if not table.open:
        for kind in REQUIRED:
            if table.place(kind) is None:
                names = "、".join(COLUMN_NAMES[kind][:5])
                rule = _MISSING.get(kind, "column/missing")
                yield fault(rule, name, table.header, title=kind_label(kind), names=names)


def safe_heading(heading: str) -> str | None:
    """``heading`` as a message may quote it; None when it holds what may be private."""
    return None if find(heading) or sum(map(str.isdigit, heading)) > 4 else excerpt(" ".join(heading.split()))


def open_headings(tables: Iterable[Table]) -> Sequence[str]:
    """The headings that are not known and may be shown to the clerk, each once, in order."""
    headings = (column.heading for table in tables for column in table.open)
    return list(dict.fromkeys(heading for heading in headings if safe_heading(heading) is not None))


def as_kind(label: str) -> ColumnKind | None:
    """The kind that is called ``label`` in the mapping file, by its label or any synonym; None for another word."""
    return LABELS.get(label) or _KINDS.get(plain(label))
