"""Reads the workbook that came back: the key of each gap and what somebody has written beside it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.catalogue.sheet_cells import text_of
from generator.register.table import CellValue, RegisterSheet
from generator.texts.gaps import TABLE
from generator.texts.service_words import OPEN_WORDS


class Answer(NamedTuple):
    """What is written beside a gap, and the row in which it stands, as Excel counts."""

    key: str
    text: str
    row: int


def answers(sheets: Sequence[RegisterSheet]) -> list[Answer] | None:
    """Every cell that is filled in, with more than 待定; None where no sheet has the columns of our workbook."""
    found: list[Answer] = []
    is_ours = False
    for sheet in sheets:
        columns: tuple[int, int] | None = None
        for row in sheet.rows:
            texts = [text_of(cell) for cell in row.cells]
            if columns:
                found += _answer(row.number, row.cells, columns)
            elif TABLE["key"] in texts and TABLE["answer"] in texts:
                columns, is_ours = (texts.index(TABLE["key"]), texts.index(TABLE["answer"])), True
    return found if is_ours else None


def _answer(number: int, cells: Sequence[CellValue], columns: tuple[int, int]) -> Iterator[Answer]:
    key, text = (text_of(cells[column]) if column < len(cells) else "" for column in columns)
    if key and text and text not in OPEN_WORDS:
        yield Answer(key, text, number)
