"""What would hold a sheet that takes more than one: the smallest paper and board, and the distance for its own."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from generator.posters.complaints import DoesNotFit
from generator.posters.legibility import IN_THE_HAND, POINTS_A_METRE
from generator.posters.press import Press, Printing
from generator.posters.sheet import Sheet
from generator.posters.stock import Stock, stock_of
from generator.texts.posters import FITTING

_PAPERS = ("a4", "a3", "a2", "a1")
_BOARDS = ("60x90", "80x120", "90x120", "120x180", "120x240")
_TIMES = (1.2, 1.5, 2, 3, 5)
"""How much larger boards are tried than one that is too small."""
_FEW = 10
"""So many sheets are few."""
_COUNTS = re.compile(rb"/Type/Pages/Count ([0-9]+)")
_STEP = 10  # distances are tried to a tenth of a metre


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of the press has."""
    return max(map(int, _COUNTS.findall(pdf)), default=1)


def what_would_fit(press: Press, sheet: Sheet, printing: Printing) -> str | None:
    """One line for the clerk about a sheet that takes several: on what it would be one; None where there is nothing."""
    found = [_smallest(press, sheet, printing, names) for names in (_PAPERS, _BOARDS)]
    named = [_named(name) for name in found if name]
    metres = _distance(press, sheet, printing)
    parts = [FITTING["stocks"].format(names=FITTING["or"].join(named))] if named else []
    if metres:
        parts.append(FITTING["metres"].format(name=printing.stock.name, metres=f"{metres:g}"))
    return FITTING["and"].join(parts) or None


def what_would_hold(press: Press, sheet: Sheet, printing: Printing) -> str | None:
    """Where a sheet says more than its paper holds: the smallest paper, and board, that would hold it."""
    found = [next(_holding(press, sheet, printing, names), None) for names in (_PAPERS, _boards(printing.stock))]
    return FITTING["or"].join(map(_named, filter(None, found))) or None


def what_takes_few(press: Press, sheet: Sheet, printing: Printing) -> tuple[str, int] | None:
    """The smallest paper on which a sheet takes but a few, and how many."""
    for stock in _larger(printing.stock, (*_PAPERS, *_BOARDS)):
        count = press.extent(sheet, replace(printing, stock=stock)).sheets
        if count <= _FEW:
            return _named(stock.name), count
    return None


def _holding(press: Press, sheet: Sheet, printing: Printing, names: Iterable[str]) -> Iterator[str]:
    """Those of these papers, all larger than its own, on which a sheet can be printed at all."""
    for stock in _larger(printing.stock, names):
        with suppress(DoesNotFit):
            press.print(sheet, replace(printing, stock=stock, format="pdf"))
            yield stock.name


def _boards(stock: Stock) -> Iterable[str]:
    """Boards of the proportions of a board, else the usual ones."""
    if not re.fullmatch("[0-9]+x[0-9]+", stock.name):
        return _BOARDS
    return [f"{math.ceil(stock.width / 10 * times)}x{math.ceil(stock.height / 10 * times)}" for times in _TIMES]


def _larger(stock: Stock, names: Iterable[str]) -> Iterator[Stock]:
    return (larger for larger in map(stock_of, names) if _area(larger) > _area(stock))


def _named(name: str) -> str:
    return FITTING["board" if "x" in name else "paper"].format(name=name)


def _smallest(press: Press, sheet: Sheet, printing: Printing, names: Sequence[str]) -> str | None:
    """The smallest of these papers that holds the sheet, and is larger than its own."""
    for stock in _larger(printing.stock, names):
        if _is_one(press, sheet, replace(printing, stock=stock)):
            return stock.name
    return None


def _distance(press: Press, sheet: Sheet, printing: Printing) -> float | None:
    """From how many metres it could be read on one sheet of its own paper; None where its type would be too small."""
    asked = sheet.layout.distance if printing.distance is None else printing.distance
    low, high = math.ceil(IN_THE_HAND / POINTS_A_METRE * _STEP) - 1, math.ceil(asked * _STEP)
    if high - low < 2 or not _is_one(press, sheet, replace(printing, distance=low / _STEP)):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        if _is_one(press, sheet, replace(printing, distance=middle / _STEP)):
            low = middle
        else:
            high = middle
    return low / _STEP


def _is_one(press: Press, sheet: Sheet, printing: Printing) -> bool:
    return press.extent(sheet, printing).sheets == 1


def _area(stock: Stock) -> float:
    return stock.width * stock.height
