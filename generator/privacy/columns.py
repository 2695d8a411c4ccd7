"""Reads the cells of a table with the header of their column: 出生日期 stands in one line, the day in another.

Knows the three ways in which a table comes: lines of CSV below the first one, Markdown below its rule, and the rows of
a page, which ``passages`` parts by ``ROW_MARK`` and their cells by the sign for a block.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

ROW_MARK = "┆"
"""Stands in the text of a page where a row of a table begins or ends."""
_REACH = 900
"""Characters below a header that are read; the first rows tell what a column holds (see ``stretches``)."""
_LONGEST_LINE, _LONGEST_CELL = 500, 40
_DIGIT = re.compile("[0-9０-９一二三四五六七八九]")
_FIGURE = re.compile("[0-9]")
_WORTH_READING = re.compile("出生|生日|[Bb]irth|DOB|宅|家庭|住址|现住|[号證证卡户號]")
"""Headers of columns that may hold numbers of persons; an account's owner stands in another column."""
_LINE, _ROW = re.compile("[^\r\n]+"), re.compile(f"[^{ROW_MARK}]+")
_RULE = re.compile(r"\n[ >]*\|?(?=[^\n|]*--)[ :|\-]+(?=\n)")
_DELIMITERS = ("\t", ",", ";", "|")
_CELLS = {mark: re.compile(rf'(?:"[^"\n]*"|[^{mark}])*') for mark in (*_DELIMITERS, "\x1f")}


class Cell(NamedTuple):
    """A cell below a header, and its offset in the text."""

    header: str
    text: str
    start: int


def cells_below_headers(text: str) -> Iterator[Cell]:
    """The cells of columns that may hold numbers of persons, with a digit in them, each with its header."""
    for first, last, body in _headers(text):
        head = text[first:last]
        mark = "\x1f" if ROW_MARK in text else next((mark for mark in _DELIMITERS if mark in head), "")
        if not mark or not _WORTH_READING.search(head):
            continue
        names = [name for _, name in _cells(head, 0, len(head), mark)]
        for row in (_ROW if ROW_MARK in text else _LINE).finditer(text, body, last + _REACH):
            for name, (start, cell) in zip(names, _cells(text, *row.span(), mark), strict=False):
                if (
                    _WORTH_READING.search(name)
                    and "账" not in name
                    and len(cell) <= _LONGEST_CELL
                    and _DIGIT.search(cell)
                ):
                    yield Cell(name, cell, start)


def _headers(text: str) -> Iterator[tuple[int, int, int]]:
    """Start and end of each line or row that may be a header, and where its table goes on.

    A page has no sign that every header has, but no header has a digit.
    """
    if ROW_MARK in text:
        for row in _ROW.finditer(text):
            if row.end() - row.start() <= _LONGEST_LINE and not _FIGURE.search(row[0]):
                yield *row.span(), row.end()
        return
    end = text.find("\n", 0, _LONGEST_LINE)
    if end > 0:
        yield 0, end, end + 1
    if "|" in text and "--" in text:
        for rule in _RULE.finditer(text):
            yield max(text.rfind("\n", 0, rule.start()) + 1, rule.start() - _LONGEST_LINE), rule.start(), rule.end()


def _cells(text: str, start: int, end: int, mark: str) -> Iterator[tuple[int, str]]:
    """The cells between marks, without the outer marks and the blanks around each, with their offsets."""
    while start < end and text[start] in f" {mark}":
        start += 1
    while start < end:
        found = _CELLS[mark].match(text, start, end)
        stop = found.end() if found else end
        cell = text[start:stop]
        bare = cell.strip(" \r\"'")
        yield start + cell.find(bare), bare
        start = stop + 1
