"""Read a .csv register: find out its encoding and delimiter, and give its rows as texts."""

import csv
import io
import re
from collections.abc import Iterator

from generator.register.sheet_extent import SheetExtent
from generator.register.table import RegisterError, RegisterPlace
from generator.system.decoding import UnknownEncoding, decoded

_DELIMITERS = ",\t;"
_SAMPLE_ROWS = 30
_SAMPLE_CHARACTERS = 20_000
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_TAB_BESIDE_DELIMITER = re.compile('\t+(?="?[,;])|(?<=[,;])\t+|(?<=[,;]")\t+')
"""Systems write a tab before or behind a number so that Excel keeps it as a text; such a tab parts no cells."""


def read_rows(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """The number of each row (from 1, as a spreadsheet counts) and its cells, empty ones at the end dropped.

    Raises RegisterError for an unknown encoding, control characters, a quote that is not closed, a cell that is too
    long, and a table that is too large.
    """
    text = _decoded(data)
    if found := _CONTROL.search(text):
        raise RegisterError("register/csv-control", RegisterPlace(row=text.count("\n", 0, found.start()) + 1))
    extent = SheetExtent()
    delimiter = _delimiter(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    has_tabs = delimiter != "\t" and "\t" in text
    number = 0
    try:
        for number, cells in enumerate(rows, 1):
            if has_tabs:
                cells = [cell.strip("\t") for cell in cells]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                extent.reach(number, len(cells))
            yield number, cells
    except csv.Error:
        raise RegisterError("register/csv-cell", RegisterPlace(row=number + 1)) from None


def _decoded(data: bytes) -> str:
    try:
        return decoded(data)
    except UnknownEncoding:
        raise RegisterError("register/csv-encoding") from None


def _delimiter(text: str) -> str:
    """The delimiter that cuts most of the first rows into the same number of cells; if several do, into the most."""
    sample = _TAB_BESIDE_DELIMITER.sub("", text[:_SAMPLE_CHARACTERS]).splitlines(keepends=True)[:_SAMPLE_ROWS]
    return max(_DELIMITERS, key=lambda delimiter: _fit(sample, delimiter))


def _fit(sample: list[str], delimiter: str) -> tuple[int, int]:
    try:
        widths = [len(row) for row in csv.reader(sample, delimiter=delimiter) if len(row) > 1]
    except csv.Error:
        return 0, 0
    usual = max(set(widths), key=widths.count, default=0)
    return widths.count(usual), usual
