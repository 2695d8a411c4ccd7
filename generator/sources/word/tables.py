"""The rows and cells of a Word table on its grid, with merged ones."""

from collections.abc import Iterator
from typing import Literal

from lxml.etree import _Element

from generator.sources.word.runs import NOT_TEXT
from generator.sources.word.xml_names import child, number, value, w

_COLUMNS = 63
"""Word makes no more columns; a larger number would only take memory."""

Covered = Literal["", "left", "above"]
"""On which side of a cell the merged one stands that covers it; "" where none does."""

Cell = tuple[_Element | None, Covered]
"""A place of the grid: the cell that begins there, None where there is none, and what covers it."""


def table_rows(table: _Element) -> Iterator[_Element]:
    """The rows of a table, those in content controls and tracked changes too."""
    yield from _inside(table, w("tr"))


def grid(row: _Element) -> list[Cell]:
    """The places of one row of the grid, from left to right."""
    empty: Cell = (None, "")
    cells = [empty] * _span(row, "trPr", "gridBefore")
    for cell in _inside(row, w("tc")):
        cells.append((cell, _covered(cell)))
        cells += [(None, "left")] * (max(_span(cell, "tcPr", "gridSpan"), 1) - 1)
    return cells + [empty] * _span(row, "trPr", "gridAfter")


def change_of(row: _Element) -> str:
    """Whether a row was "inserted" or "deleted" while changes were tracked; "" otherwise."""
    if child(row, "trPr", "del") is not None:
        return "deleted"
    return "inserted" if child(row, "trPr", "ins") is not None else ""


def _inside(element: _Element, name: str) -> Iterator[_Element]:
    for node in element:
        if node.tag == name:
            yield node
        elif isinstance(node.tag, str) and node.tag not in NOT_TEXT:
            yield from _inside(node, name)


def _span(element: _Element, *path: str) -> int:
    return min(max(number(child(element, *path)) or 0, 0), _COLUMNS)


def _covered(cell: _Element) -> Covered:
    """Whether a cell goes on from the one above it or (in old files) to its left."""
    sides: tuple[tuple[str, Covered], ...] = (("vMerge", "above"), ("hMerge", "left"))
    for name, side in sides:
        merge = child(cell, "tcPr", name)
        if merge is not None and (value(merge) or "continue") == "continue":
            return side
    return ""
