"""Finds names in a column below their label, and in lists of names (名单), whatever separates the cells."""

import re
from collections.abc import Iterator

from generator.privacy.surnames import SURELY, whole_name

_REACH = 900
"""Characters of a table that are read; to tell that it names people its first rows are enough."""
_ROW_BEFORE = 400
_HEAD_END = re.compile(r"(?:姓名)?\s*</t[hd]\s*>", re.I)
_ROW = re.compile(r"<tr\b", re.I)
_CELL = re.compile(r"<t[hd]\b[^<>]*>", re.I)
_TAG = re.compile("<[^<>]*>")
_RULE = re.compile(r"[\s|:\-]*\Z")
_BARE = " \"'*\u3000"
_LIST = "名单"
_ENTRY = re.compile(
    rf"(?:[\s,，、;；:：>|\x1f\"]|[0-9][.、．)）])(?P<name>{SURELY})"
    rf"(?=[ \u3000\t:：,，|\x1f\"]{{1,4}}[0-9一二三四五六七八九十]|[\s,，、;；|\x1f\"<。])"
)


def column_below(text: str, place: int) -> Iterator[tuple[int, int]]:
    """The first name in the column whose head ends at ``place``, if that is the head of a column."""
    if head := _HEAD_END.match(text, place):
        yield from _in_markup(text, place, head.end())
        return
    begin = text.rfind("\n", max(0, place - _ROW_BEFORE), place) + 1
    end = text.find("\n", place, place + _ROW_BEFORE)
    if end < 0:
        return
    line = text[begin:end].rstrip("\r")
    mark = next((mark for mark in "|\t,;" if mark in line), "\n")
    number = text.count(mark, begin, place)
    head_cell = line.split(mark)[number] if mark != "\n" else line
    if len(head_cell.strip(_BARE)) > 8:
        return
    for _ in range(8):
        row_begin, end = end + 1, text.find("\n", end + 1, place + _REACH)
        row = text[row_begin : end if end >= 0 else place + _REACH]
        if not row.strip():
            return
        if not _RULE.match(row) and (cells := row.rstrip("\r").split(mark))[number:]:
            cell = cells[number]
            start = row_begin + sum(len(other) + 1 for other in cells[:number]) + len(cell) - len(cell.lstrip(_BARE))
            found = whole_name(text, start)
            if found and found.end() == start + len(cell.strip(_BARE)):
                yield found.span()
                return
        if end < 0:
            return


def _in_markup(text: str, place: int, end: int) -> Iterator[tuple[int, int]]:
    """The same in a table of HTML."""
    begin = max(0, place - _ROW_BEFORE)
    starts = [row.start() for row in _ROW.finditer(text, begin, place)]
    if not starts:
        return
    number = sum(1 for _ in _CELL.finditer(text, starts[-1], place)) - 1
    rows = [row.start() for row in _ROW.finditer(text, end, place + _REACH)]
    for row, until in zip(rows, [*rows[1:], place + _REACH], strict=False):
        cells = list(_CELL.finditer(text, row, until))
        if len(cells) > number >= 0:
            start = cells[number].end()
            while tag := _TAG.match(text, start):
                start = tag.end()
            found = whole_name(text, start)
            if found and text[found.end() : found.end() + 1] == "<":
                yield found.span()
                return


def names_of_lists(text: str) -> Iterator[tuple[int, int]]:
    """The names of a list (名单), if there are two or more."""
    place = text.find(_LIST)
    while place >= 0:
        stop = place + _REACH
        found = [entry for entry in _ENTRY.finditer(text, place, stop) if whole_name(text, entry.start("name"))]
        if len(found) > 1:
            yield from (entry.span("name") for entry in found)
        place = text.find(_LIST, stop if len(found) > 1 else place + 1)
