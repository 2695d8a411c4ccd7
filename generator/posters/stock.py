"""What a sheet is printed on: papers, boards and stands, with their sizes in mm."""

from typing import NamedTuple


class Stock(NamedTuple):
    """A paper or a board: its name, and width and height in mm as it hangs."""

    name: str
    width: float
    height: float

    @property
    def turned(self) -> "Stock":
        """The same on its side."""
        return Stock(self.name, self.height, self.width)


_PAPERS: dict[str, tuple[int, int]] = {
    "a4": (210, 297), "a3": (297, 420), "a2": (420, 594), "a1": (594, 841),
    "b5": (176, 250), "b4": (250, 353), "16开": (184, 260), "8开": (260, 368),
}  # fmt: skip
"""Paper -> width and height in mm.

A and B as in GB/T 148 (ISO 216). What copiers call B4 and B5 is often that of Japan, 257 by 364 and 182 by 257 mm, on
which the sheet stands with a little more margin. 16开 and 8开 are the smallest that printers know by these names.
"""


def stock_of(paper: str) -> Stock:
    """The paper or board with this name; that of a board is its width and height in cm (60x90)."""
    if paper in _PAPERS:
        return Stock(paper, *_PAPERS[paper])
    width, height = paper.split("x")
    return Stock(paper, 10.0 * int(width), 10.0 * int(height))
