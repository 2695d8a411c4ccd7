"""Something that holds for some cells of a sheet: their number format, or why they could not be read.

It mostly holds for whole columns, so it is kept as runs of rows, which take little memory.
"""

from bisect import bisect_right
from collections.abc import Iterator


class CellRuns:
    """Texts for cells. Cells of a column have to be added in the order of their rows."""

    def __init__(self) -> None:
        self._columns: dict[int, tuple[list[int], list[int], list[str]]] = {}  # First rows, last rows, texts.

    def __bool__(self) -> bool:
        return bool(self._columns)

    @property
    def columns(self) -> Iterator[int]:
        """The columns (from 0) with any text."""
        return iter(self._columns)

    def add(self, row: int, column: int, text: str) -> None:
        """Note ``text`` for a cell; rows count from 1, columns from 0. A row above the last one noted is ignored."""
        firsts, lasts, texts = self._columns.setdefault(column, ([], [], []))
        if lasts and row <= lasts[-1]:
            return
        if lasts and row == lasts[-1] + 1 and text == texts[-1]:
            lasts[-1] = row
            return
        firsts.append(row)
        lasts.append(row)
        texts.append(text)

    def get(self, row: int, column: int) -> str | None:
        """The text of a cell; None where there is none."""
        found = self._columns.get(column)
        if found is None:
            return None
        firsts, lasts, texts = found
        place = bisect_right(firsts, row) - 1
        return texts[place] if place >= 0 and row <= lasts[place] else None
