"""How a large sheet is cut into tiles for a small printer, and in which scale.

A tile overlaps its neighbours, so that they can be glued. The scale is chosen so that no tile is nearly empty: A1 on A4
at its own size would take 16 tiles, seven of them with a strip of a few centimetres; at 92.6 % it takes 9.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.posters.sheet import PosterError
from generator.posters.stock import Stock
from generator.texts.tiles import TILES

MARGIN = 10.0
"""mm around each tile that office printers need, and where its marks stand."""

OVERLAP = 10.0
"""mm by which neighbours overlap."""

_LEAST_SCALE = 0.85
_MOST_TILES = 60


class Tiling(NamedTuple):
    """Tiles of ``paper`` in ``columns`` and ``rows``, for a sheet printed at ``scale``."""

    paper: Stock
    columns: int
    rows: int
    scale: float

    @property
    def total(self) -> int:
        """How many tiles there are."""
        return self.columns * self.rows


def tiling(sheet: Stock, paper: Stock) -> Tiling:
    """The tiles of ``paper``, upright or on its side, that are fewest for the area that they show.

    The scale is 85 % or more. Raises PosterError where ``sheet`` is not larger than one tile, or would
    take more than sixty.
    """
    if sheet.width <= paper.width and sheet.height <= paper.height:
        raise PosterError(TILES["no_need"].format(sheet=sheet.name, paper=paper.name))
    fitting = [one for one in _tilings(sheet, paper) if one.scale >= _LEAST_SCALE]
    if not fitting:
        raise PosterError(TILES["too_many"].format(sheet=sheet.name, paper=paper.name, most=_MOST_TILES))
    return min(fitting, key=lambda one: (one.total / one.scale**2, one.total))


def _tilings(sheet: Stock, paper: Stock) -> Iterator[Tiling]:
    for turned in (paper, paper.turned):
        width, height = turned.width - 2 * MARGIN, turned.height - 2 * MARGIN
        for columns in range(1, _MOST_TILES + 1):
            for rows in range(1, _MOST_TILES // columns + 1):
                across = columns * width - (columns - 1) * OVERLAP
                down = rows * height - (rows - 1) * OVERLAP
                yield Tiling(turned, columns, rows, min(1.0, across / sheet.width, down / sheet.height))
