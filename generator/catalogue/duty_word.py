"""A standard catalogue (公开标准目录) in a Word document, as the sheet that its tables would be in Excel.

All tables are one sheet, because a long one is often cut into several; paragraphs between them are rows with one text.
Rows are counted over all tables, from 1. Imported on demand: most counties hand out sheets.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.catalogue.refusals import ImportRefused, of_file
from generator.register.table import RegisterSheet, SheetRow
from generator.sources import Paragraph, Source, SourceError, Table
from generator.sources.reading import read_source
from generator.texts.duty_import import IMPORT
from generator.texts.sources import SOURCE_MESSAGES

_KEPT = ("note", "text box")
"""What stands beside the text and is part of what the catalogue says."""


def word_sheet(path: Path) -> tuple[RegisterSheet, int]:
    """The sheet, and how many pieces beside the text (headers of pages, comments, what is hidden) it leaves out.

    Raises ImportRefused.
    """
    try:
        source = read_source(path)
    except SourceError as error:
        message, remedy = (text.format(**error.values) for text in SOURCE_MESSAGES[error.rule])
        raise ImportRefused([of_file(path, message, remedy)]) from None
    left_out = sum(aside.kind not in (*_KEPT, "inserted") for aside in source.asides)
    return RegisterSheet(IMPORT["tables"], tuple(_rows(source))), left_out


def _rows(source: Source) -> Iterator[SheetRow]:
    number = 1
    for block in source.blocks:
        if isinstance(block, Paragraph):
            yield SheetRow(number, (f"{block.label}{block.text}",))
            continue
        for cells in _filled(block):
            yield SheetRow(number, cells)
            number += 1
    for aside in source.asides:
        if aside.kind in _KEPT:
            yield SheetRow(number, (aside.text,))


def _filled(table: Table) -> Iterator[tuple[str | None, ...]]:
    """The rows, each with what goes on from the row above."""
    above: list[str | None] = []
    for n, row in enumerate(table.rows):
        above = [
            above[place] if (n, place) in table.above and place < len(above) else (text or None)
            for place, text in enumerate(row)
        ]
        yield tuple(above)
