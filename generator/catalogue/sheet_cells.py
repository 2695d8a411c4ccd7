"""The text of a cell of a sheet, with line breaks kept; and the cells that merged areas repeat downwards."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time

from generator.register.faults import Fault, fault
from generator.register.table import CellValue, RegisterSheet, SheetRow
from generator.register.values import has_lost_digits, is_ditto

_UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
"""Signs without width that come along when a cell is copied from a web page."""

_FORMULA_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!")

_RULES = {"cell/digits": "cell/number-format", "cell/formula": "cell/formula-error"}
"""Why a cell has no text -> what to do about it."""


PART = "小计"
"""A total of the rows since the last one."""
TOTALS = ("合计", "总计", "共计", PART)
"""What a row of totals begins with."""
_NOTE = re.compile("(?:备?注|说明|附注)[：:]")
_SIGNED = re.compile("(?:填[表报]|制表|编制|审[核批]|负责|经办|联系|报送|分管)[^：:]{0,6}[：:]")


def is_foot(texts: Sequence[str]) -> bool:
    """Whether the ``texts`` of a row, of which one says something, are a note below a table, or who signed it."""
    first = next(text for text in texts if text)
    return bool(_SIGNED.match(first) or (len({*texts} - {""}) == 1 and _NOTE.match(first)))


def text_of(cell: CellValue) -> str:
    """What a cell says, as it stands."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        if "\r" in cell or "_x000D_" in cell:  # How Excel ends lines, and what other programs make of that.
            cell = cell.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
        return cell.translate(_UNSEEN).strip()
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, int | float):
        return str(int(cell)) if cell == int(cell) else repr(cell)
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return cell.isoformat(" ") if isinstance(cell, datetime) else str(cell)


def fault_of(cell: CellValue, unread: str | None) -> str | None:
    """Why a cell has no text (a rule of ``texts.service_sources``); None where it has, or is empty."""
    if unread in ("cell/formula-empty", "cell/formula-error") or (isinstance(cell, str) and cell in _FORMULA_ERRORS):
        return "cell/formula"
    return "cell/digits" if isinstance(cell, int | float) and has_lost_digits(cell) else None


def fault_at(sheet: RegisterSheet, number: int, place: int, cell: CellValue) -> Fault | None:
    """Why the cell in row ``number`` (from 1) and column ``place`` (from 0) cannot be read; None where it can."""
    unread = sheet.unread.get(number, place)
    rule = fault_of(cell, unread)
    return fault(unread or _RULES[rule], sheet.name, number, place) if rule else None


def filled_rows(sheet: RegisterSheet, rows: Sequence[SheetRow]) -> Iterator[SheetRow]:
    """``rows`` with the text of merged areas in each of their rows, and with what stands above 同上.

    Empty rows, and rows with a single text (a heading between rows), do not come between 同上 and what it means.
    Areas count rows and columns from 0, rows their numbers from 1.
    """
    waiting = sorted((area for area in sheet.merged if area[0][0] < area[1][0]), reverse=True)
    texts = {row.number: row.cells for row in sheet.rows}
    begun: dict[int, tuple[int, CellValue]] = {}  # Column -> last row, value; sound areas do not overlap.
    above: list[CellValue] = []
    for row in rows:
        while waiting and waiting[-1][0][0] < row.number:
            (top, left), (bottom, _) = waiting.pop()
            first = texts.get(top + 1, ())
            if left < len(first):
                begun[left] = bottom + 1, first[left]
        cells = list(row.cells)
        for column, (last, value) in begun.items():
            if last >= row.number and value is not None:
                cells += [None] * (column + 1 - len(cells))
                cells[column] = value if cells[column] is None else cells[column]
        for index, cell in enumerate(cells[: len(above)]):
            cells[index] = above[index] if is_ditto(cell) else cell
        written = [index for index, cell in enumerate(row.cells) if cell is not None]
        if len(written) > 1:
            above = cells
        elif written:
            above = [*above, *[None] * (written[0] + 1 - len(above))]
            above[written[0]] = cells[written[0]]
        yield replace(row, cells=tuple(cells))
