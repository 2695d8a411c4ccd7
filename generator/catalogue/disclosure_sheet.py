"""The table of a disclosure (公开事项) in a sheet as people make it: below its title, above the lines of signatures.

Numbers have as many decimals as the longest of their column, so that they can be added up on paper; amounts of money
have commas between the thousands and, where any of them has a fen, two decimals. Rows and columns that are hidden are
left out, because nobody looked at them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.catalogue.sheet_cells import fault_at, text_of
from generator.facts.disclosures import SUBTOTAL, TOTAL, number_of
from generator.register.faults import Fault, fault
from generator.register.table import CellValue, RegisterSheet, SheetRow

_SHARE = re.compile("率|比例|占比|百分|[%％]")
"""Columns of shares: a sheet keeps 12.5% as 0.125, and shows what no reader of the file is told."""
_BELOW = re.compile(
    "(?:编制|制表|填表|填报|审核|复核|经手|会计|出纳|报账员|负责人|公开时间|公开日期|备注|说明|注)[^:：]{0,10}[:：]"
)
"""What stands below a table: who made it, and remarks."""
_MONEY = re.compile("元|金|收入|支出|余额|结余|结存|费|款|价|预算|决算|补助|补贴")
"""Columns of money."""
_MOST_DECIMALS = 6


@dataclass(frozen=True)
class SheetTable:
    """A table in a sheet: its columns, rows with the number of each, and the numbers of rows that are no part of it.

    ``places`` are the columns of the sheet, from 0, that the table has; ``faults`` are cells that cannot be read.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    beside: tuple[int, ...]
    hidden: tuple[int, ...]
    places: tuple[int, ...]
    header: int
    faults: tuple[Fault, ...]


def table_in(sheet: RegisterSheet) -> SheetTable | None:
    """The table of a sheet; None where no row names columns."""
    filled = [row for row in _unrepeated(sheet) if _count(row)]
    header = next((row for row in filled if _is_header(row, max(map(_count, filled)))), None)
    if header is None:
        return None
    places = tuple(n for n, cell in enumerate(header.cells) if text_of(cell) and n not in sheet.hidden_columns)
    below = [row for row in filled if row.number > header.number]
    shown = [row for row in below if not row.hidden]
    last = next((n for n, row in enumerate(shown) if _first(row) == TOTAL), len(shown)) + 1
    inside = [row for row in shown[:last] if not _is_below(row)]
    inner = {row.number for row in inside}
    return SheetTable(
        tuple(_line(header.cells[n]) for n in places),
        tuple(_rows(inside, {n: _line(header.cells[n]) for n in places})),
        tuple(row.number for row in filled if not row.hidden and row.number not in (header.number, *inner)),
        tuple(row.number for row in below if row.hidden),
        places,
        header.number,
        tuple(_faults(sheet, header, inside, places)),
    )


def _unrepeated(sheet: RegisterSheet) -> Iterator[SheetRow]:
    """The rows, with the words of a cell that is several columns wide in the first of them only."""
    copies = {
        (top + 1, n)
        for (top, left), (bottom, right) in sheet.repeated
        if top == bottom
        for n in range(left + 1, right + 1)
    }
    for row in sheet.rows:
        yield replace(row, cells=tuple(None if (row.number, n) in copies else cell for n, cell in enumerate(row.cells)))


def _count(row: SheetRow) -> int:
    return sum(bool(text_of(cell)) for cell in row.cells)


def _is_header(row: SheetRow, most: int) -> bool:
    """Whether a row is the first that is nearly full, and has nothing but words."""
    words = [text_of(cell) for cell in row.cells if text_of(cell)]
    return len(words) >= max(2, 0.8 * most) and all(isinstance(cell, str | None) for cell in row.cells)


def _first(row: SheetRow) -> str:
    """The first words of a row; 合　计 is 合计."""
    return _bare(next((text_of(cell) for cell in row.cells if text_of(cell)), ""))


def _bare(words: str) -> str:
    together = "".join(words.split())
    return together if together.endswith((TOTAL, SUBTOTAL)) else words


def _is_below(row: SheetRow) -> bool:
    return bool(_BELOW.match(_first(row))) or _first(row) in ("备注", "说明")


def _line(cell: CellValue) -> str:
    """The words of a cell in one line."""
    return " ".join(text_of(cell).split())


def _rows(rows: Sequence[SheetRow], columns: dict[int, str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows as they are written; ``columns`` are place and name of each column."""
    needed = {n: max((_decimals(cell) for row in rows for cell in row.cells[n : n + 1]), default=0) for n in columns}
    money = {n for n, name in columns.items() if _MONEY.search(name)}
    cents = max((needed[n] for n in money), default=0)
    forms = {n: f",.{max(2, cents) if cents else 0}f" if n in money else f".{needed[n]}f" for n in columns}
    for row in rows:
        cells = [(row.cells[n] if n < len(row.cells) else None, forms[n]) for n in columns]
        texts = [_shown(cell, form) for cell, form in cells]
        yield row.number, (_bare(texts[0]), *texts[1:])


def _decimals(cell: CellValue) -> int:
    """How many decimals a number has, without the noise of sums in binary."""
    if isinstance(cell, float):
        return max(0, -_exponent(round(Decimal(repr(cell)), _MOST_DECIMALS).normalize()))
    return len(cell.partition(".")[2]) if isinstance(cell, str) and number_of(cell) is not None else 0


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _shown(cell: CellValue, form: str) -> str:
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    return format(cell, form) if is_number else _line(cell)


def _faults(sheet: RegisterSheet, header: SheetRow, rows: Sequence[SheetRow], places: Sequence[int]) -> Iterator[Fault]:
    """Cells that cannot be read, cells below no name, merged rows, shares that are stored as fractions."""
    names = {n: _line(header.cells[n]) for n in places}
    times = Counter(names.values())
    yield from (fault("table/header", sheet.name, header.number, n) for n in places if times[names[n]] > 1)
    for row in rows:
        for n in range(max(len(row.cells), places[-1] + 1)):
            if n in sheet.hidden_columns:
                continue
            cell = row.cells[n] if n < len(row.cells) else None
            if found := fault_at(sheet, row.number, n, cell):
                yield found
            elif n not in names and text_of(cell):
                yield fault("table/header", sheet.name, row.number, n)
            elif n in names and _SHARE.search(names[n]) and isinstance(cell, float) and 0 < abs(cell) < 1:
                yield fault("table/share", sheet.name, row.number, n)
    numbers = {row.number for row in rows}
    for (top, left), (bottom, _) in (*sheet.merged, *sheet.repeated):
        if top < bottom and not numbers.isdisjoint(range(top + 1, bottom + 2)):
            yield fault("table/merged", sheet.name, top + 1, left)
