"""Reads the tables that came back, a workbook or a Word document: which gap, and what somebody has written there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.catalogue.sheet_cells import text_of
from generator.gaps.gap import Gap
from generator.gaps.register import Register
from generator.gaps.wording import field_words
from generator.register.table import RegisterSheet
from generator.sources import Source, Table
from generator.texts.gaps import FILL, TABLE
from generator.texts.service_words import OPEN_WORDS

WORD_COLUMNS = ("title", "field", "duty", "answer")
"""The columns of the Word document, by their keys in ``texts.gaps.TABLE``."""

_CUT = "…"


class Answer(NamedTuple):
    """What is written beside a gap, and where it stands (第5行). ``key`` is "" where it is not told which gap it is."""

    key: str
    text: str
    place: str


def answers_in_sheets(sheets: Sequence[RegisterSheet]) -> list[Answer] | None:
    """Every cell that is filled in, with more than 待定; None where no sheet has the columns of our workbook."""
    found: list[Answer] = []
    is_ours = False
    for sheet in sheets:
        columns: tuple[int, int] | None = None
        for row in sheet.rows:
            texts = [text_of(cell) for cell in row.cells]
            if columns:
                key, text = (texts[column] if column < len(texts) else "" for column in columns)
                found += _answer(key, text, FILL["row"].format(row=row.number)) if key else ()
            elif TABLE["key"] in texts and TABLE["answer"] in texts:
                columns, is_ours = (texts.index(TABLE["key"]), texts.index(TABLE["answer"])), True
    return found if is_ours else None


def answers_in_document(source: Source, register: Register) -> list[Answer] | None:
    """Every cell that is filled in, in the tables with our columns; None where there is none of those.

    The tables have no keys: a gap is known by its title, by what is missing, and by who is asked.
    """
    ours = [block for block in source.blocks if isinstance(block, Table) and _heads(block)]
    if not ours:
        return None
    asked: dict[tuple[str, str], list[Gap]] = {}
    for gap in register.gaps:
        for who in {gap.duty.name, gap.duty.post or gap.duty.name}:
            asked.setdefault((field_words(gap), who), []).append(gap)
    return [answer for number, table in enumerate(ours, 1) for answer in _of_table(table, number, asked)]


def _heads(table: Table) -> bool:
    return bool(table.rows) and _texts(table.rows[0]) == [TABLE[key] for key in WORD_COLUMNS]


def _of_table(table: Table, number: int, asked: Mapping[tuple[str, str], Sequence[Gap]]) -> Iterator[Answer]:
    """``asked`` maps what is missing and who is asked to the gaps."""
    title = ""
    for row, cells in enumerate(table.rows[1:], 2):
        texts = _texts(cells)
        if len(texts) != len(WORD_COLUMNS):
            continue
        shown, field, who, text = texts
        title = title if _is_short_for(shown, title) else shown
        found = [gap for gap in asked.get((field, who), ()) if _is_short_for(title, gap.title)]
        key = found[0].key if len(found) == 1 else ""
        yield from _answer(key, text, FILL["row_of_table"].format(table=number, row=row))


def _is_short_for(shown: str, title: str) -> bool:
    """Whether ``shown`` is ``title``, or how it begins."""
    return shown == title or (shown.endswith(_CUT) and title.startswith(shown.removesuffix(_CUT)))


def _texts(cells: Sequence[str | None]) -> list[str]:
    return [(cell or "").strip() for cell in cells]


def _answer(key: str, text: str, place: str) -> Iterator[Answer]:
    if text and text not in OPEN_WORDS:
        yield Answer(key, text, place)
