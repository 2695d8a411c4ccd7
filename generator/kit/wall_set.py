"""Sheets that hang side by side: the type that all of them share."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.posters.legibility import smallest_points
from generator.posters.press import Extent, Printing
from generator.posters.sheet import Sheet

Measure = Callable[[Sheet, Printing], Extent]
"""How a sheet would come out."""

_TRIES = 7


def common_body(extent_of: Measure, sheets: Sequence[Sheet], printing: Printing) -> float:
    """The largest size of text, in points, with which each of ``sheets`` takes as few sheets as it can.

    ``printing`` with this ``body`` gives all of them the same type, head and air. Raises ``PosterError``.
    """
    alone = [extent_of(sheet, printing) for sheet in sheets]
    distances = [sheet.layout.distance if printing.distance is None else printing.distance for sheet in sheets]
    least = max(map(smallest_points, distances))
    size = max(least, min((extent.size for extent in alone if extent.sheets == 1), default=2 * least))
    for sheet, extent in zip(sheets, alone, strict=True):
        size = _reduced(extent_of, sheet, printing, extent.sheets, least, size)
    return size


def _reduced(extent_of: Measure, sheet: Sheet, printing: Printing, count: int, least: float, size: float) -> float:
    """``size``, or the largest below it with which the sheet takes ``count``; ``least`` where there is none."""

    def fits(body: float) -> bool:
        return extent_of(sheet, replace(printing, body=body)).sheets <= count

    if fits(size):
        return size
    low, high = least, size
    for _ in range(_TRIES):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return round(low - 0.005, 2) if low > least else least
