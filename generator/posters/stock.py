"""What a sheet is printed on: papers, boards and stands, with their sizes in mm."""

from typing import NamedTuple


class Stock(NamedTuple):
    """A paper or a board: its name, and width and height in mm as it hangs.

    ``pixels`` are those of a picture of it on an inch.
    """

    name: str
    width: float
    height: float
    pixels: float = 144

    @property
    def turned(self) -> "Stock":
        """The same on its side."""
        return self._replace(width=self.height, height=self.width)


_PAPERS: dict[str, tuple[int, int]] = {
    "a4": (210, 297), "a3": (297, 420), "a2": (420, 594), "a1": (594, 841),
    "b5": (176, 250), "b4": (250, 353), "16开": (184, 260), "8开": (260, 368),
}  # fmt: skip
"""Paper -> width and height in mm.

A and B as in GB/T 148-1997, which has them from ISO 216. What copiers call B4 and B5 is often that of Japan, 257 by 364
and 182 by 257 mm, on which the sheet stands with a little more margin. 16开 and 8开 are the smallest that printers know
by these names.
"""


LONGEST = 5080.0
"""Longest side in mm of a page of a PDF: 14,400 points; what is longer is drawn to a scale."""

LARGEST_CHARACTER = 490.0
"""Height in mm up to which characters are drawn by every viewer: poppler leaves out those of more than 1,500 points."""

SCALE_STRIP = 10.0
"""Height in mm of the strip below a drawing to scale, on which the scale is said."""

_SCREEN = 96.0
"""Pixels on an inch of a screen, on which a pixel is as large as in style sheets."""


def stock_of(paper: str) -> Stock:
    """The paper, board or screen with this name.

    That of a board is its width and height in cm (60x90), of a drawing to scale with the scale (1440x70-1to10), of a
    screen its width and height in pixels (1920x1080px), of a picture as high as its contents its width (1080px).
    """
    if paper in _PAPERS:
        return Stock(paper, *_PAPERS[paper])
    if paper.endswith("px"):
        across, *down = (25.4 / _SCREEN * int(side) for side in paper.removesuffix("px").split("x"))
        return Stock(paper, across, down[0] if down else across, _SCREEN)
    size, _, scale = paper.partition("-1to")
    width, height = (10.0 * int(side) for side in size.split("x"))
    if not scale:
        return Stock(paper, width, height)
    return Stock(paper, width / int(scale), height / int(scale) + SCALE_STRIP)


def scaled(width: int, height: int, character: float) -> str:
    """The name of a board of this width and height in cm, to the largest scale that a page of a PDF can have.

    ``character`` is the height of its largest characters in cm.
    """
    side = max(width / LONGEST, character / LARGEST_CHARACTER) * 10
    scale = next(scale for scale in (1, 10, 50, 250) if side <= scale)
    return f"{width}x{height}" + (f"-1to{scale}" if scale > 1 else "")
