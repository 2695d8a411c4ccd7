"""Find the tables of services in a sheet: the header of one to three rows, and the rows below it with what they hold.

The headings of a merged header stand in its first cell only, or in all; both are read. A header that comes again on
each printed page is passed over; a header of other columns begins a table of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.catalogue.headings import NAME_KINDS, UNUSED, Heading, heading_of, is_group
from generator.register.table import RegisterSheet, SheetRow

_SEARCHED_ROWS = 60
_HEADER_HEIGHT = 3
_FEWEST_KINDS = 3


@dataclass(frozen=True)
class ServiceTable:
    """One table: the columns (index -> heading) in order, and the rows below the header that are not hidden."""

    headings: Mapping[int, Heading]
    rows: tuple[SheetRow, ...]
    header: int
    above: tuple[SheetRow, ...] = ()

    def of_kind(self, kind: str) -> list[int]:
        """The columns of ``kind``."""
        return [index for index, heading in self.headings.items() if heading.kind == kind]


def find_tables(sheet: RegisterSheet, known: Mapping[str, str] | None = None) -> list[ServiceTable]:
    """The tables of ``sheet`` from above to below; none where no row looks like a header."""
    rows = [row for row in sheet.rows if not row.hidden and any(cell is not None and cell != "" for cell in row.cells)]
    tables: list[ServiceTable] = []
    while found := _find_header(rows[:_SEARCHED_ROWS], known or {}):
        first, height, headings = found
        body = rows[first + height :]
        end = next((n for n, row in enumerate(body) if _is_other_header(row, headings, known or {})), len(body))
        own = [row for row in body[:end] if not _is_same_header(row, headings)]
        above = tuple(rows[:first])
        for columns in _side_by_side(headings):
            part = {index: headings[index] for index in columns}
            beside = own if len(part) == len(headings) else [one for row in own if (one := _within(row, columns))]
            tables.append(ServiceTable(part, tuple(beside), rows[first + height - 1].number, above))
            above = ()
        rows = body[end:]
    return tables


def _find_header(rows: Sequence[SheetRow], known: Mapping[str, str]) -> tuple[int, int, dict[int, Heading]] | None:
    """Place, height and headings of the best header among ``rows``; where two are as good, the one of fewer rows."""
    best: tuple[int, int, int, dict[int, Heading]] | None = None
    for first in range(len(rows)):
        for height in range(1, min(_HEADER_HEIGHT, len(rows) - first) + 1):
            if rows[first + height - 1].number != rows[first].number + height - 1:
                break
            headings = dict(_headings(rows[first : first + height], known))
            score = _score(headings)
            if score and (best is None or (score, -height) > (best[0], -best[2])):
                best = (score, first, height, headings)
    return best[1:] if best else None


def _headings(rows: Sequence[SheetRow], known: Mapping[str, str]) -> Iterator[tuple[int, Heading]]:
    groups = [_spread(row) for row in rows[:-1]]
    width = max(len(row.cells) for row in rows)
    for index in range(width):
        lowest = _text(rows[-1].cells[index]) if index < len(rows[-1].cells) else ""
        own = [_text(row.cells[index]) if index < len(row.cells) else "" for row in rows[:-1]]
        upper = [text or (group.get(index, "") if lowest else "") for text, group in zip(own, groups, strict=True)]
        if any((*upper, lowest)):
            yield index, heading_of([*upper, lowest], known)


def _side_by_side(headings: Mapping[int, Heading]) -> list[list[int]]:
    """The columns of each table, where the same table stands twice or more beside itself to save paper."""
    columns = sorted(headings)
    texts = [headings[index].text for index in columns]
    width = next((n for n in range(2, len(texts) // 2 + 1) if texts == texts[:n] * (len(texts) // n)), len(texts))
    return [columns[start : start + width] for start in range(0, len(columns), width)]


def _within(row: SheetRow, columns: Sequence[int]) -> SheetRow | None:
    """What a row has in the table of these columns; None where that is nothing. Other cells may be anything."""
    cells = tuple(cell if columns[0] <= index <= columns[-1] else None for index, cell in enumerate(row.cells))
    return replace(row, cells=cells) if any(cell not in (None, "") for cell in cells) else None


def _spread(row: SheetRow) -> dict[int, str]:
    """The heading that reaches over each cell of an upper row: itself, or that of the cells to its left, if a group."""
    reaching: dict[int, str] = {}
    last = ""
    for index in range(max(len(row.cells), 1) + _SEARCHED_ROWS):
        text = _text(row.cells[index]) if index < len(row.cells) else ""
        last = text or last
        if text or is_group(last):
            reaching[index] = last
    return reaching


def _score(headings: Mapping[int, Heading]) -> int:
    """How many fields a header names; 0 where it is none."""
    kinds = {heading.kind for heading in headings.values() if heading.kind not in (None, UNUSED)}
    recognised = sum(heading.kind is not None for heading in headings.values())
    if kinds.isdisjoint(NAME_KINDS):
        return 0
    if len(kinds) < _FEWEST_KINDS and 2 * recognised < len(headings) and not _is_surely_one(headings):
        return 0
    return len(kinds)


def _is_surely_one(headings: Mapping[int, Heading]) -> bool:
    """Whether a header of columns that are mostly unknown says in so many words where the services stand."""
    names = [one.text for one in headings.values() if one.kind in NAME_KINDS]
    return len(headings) >= _FEWEST_KINDS and any(text.endswith("事项名称") for text in names)


def _is_same_header(row: SheetRow, headings: Mapping[int, Heading]) -> bool:
    if not _is_all_text(row):
        return False
    filled = [(index, text) for index, cell in enumerate(row.cells) if (text := _text(cell))]
    same = sum(1 for index, text in filled if index in headings and text in headings[index].text.split())
    return same >= 2 and 2 * same > len(filled)


def _is_other_header(row: SheetRow, headings: Mapping[int, Heading], known: Mapping[str, str]) -> bool:
    if not _is_all_text(row) or _is_same_header(row, headings):
        return False
    found = {index: heading_of([text], known) for index, cell in enumerate(row.cells) if (text := _text(cell))}
    kinds = {heading.kind for heading in found.values() if heading.kind not in (None, UNUSED)}
    is_header = not kinds.isdisjoint(NAME_KINDS) and len(kinds) >= _FEWEST_KINDS
    return is_header and 2 * sum(heading.kind is not None for heading in found.values()) >= len(found)


def _is_all_text(row: SheetRow) -> bool:
    return all(cell is None or isinstance(cell, str) for cell in row.cells)


def _text(cell: object) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else "" if cell is None else str(cell)
