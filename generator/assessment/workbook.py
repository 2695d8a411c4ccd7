"""The assessment as an Excel workbook: a row for each item, with room for the points that people give; and on a sheet
of its own every record that a number rests on, and everything that was not done.

The same assessment gives the same bytes.
"""

from datetime import date

from generator.assessment.scoring import Assessed
from generator.assessment.told import few, how_words, notes, sums, title, value_words
from generator.tables.book import Book, Table
from generator.texts.assessment import TABLE

_COLUMNS = (
    ("area", 8), ("name", 24), ("weight", 7), ("value", 11), ("points", 9), ("how", 50),
    ("records", 36), ("lacking", 36),
)  # fmt: skip
_NAMES = (("name", 24), ("what", 12), ("record", 60))
"""The columns of the two sheets, by their keys in ``texts.assessment.TABLE``, and their widths."""


def workbook(assessed: Assessed, hall: str, today: date) -> bytes:
    """The workbook (.xlsx) of what was ``assessed`` of ``hall`` on ``today``."""
    book = Book(title(assessed, hall), today)
    _fill(_table(book, "sheet", _COLUMNS), assessed, today)
    names = _table(book, "names", _NAMES)
    for line in assessed.lines:
        for kind, found in (("is_lacking", line.lacking), ("is_record", line.records)):
            for name in found:
                names.add(line.item.name, TABLE[kind], name)
    return book.data()


def _table(book: Book, name: str, columns: tuple[tuple[str, int], ...]) -> Table:
    return book.table(TABLE[name], [(TABLE[key], width) for key, width in columns], frozen=2)


def _fill(table: Table, assessed: Assessed, today: date) -> None:
    for area, some in assessed.areas.items():
        for line in some:
            points = (None, "open") if line.points is None else (line.points, "points")
            told = (how_words(line), few(line.records), few(line.lacking))
            table.add(area, line.item.name, line.item.weight, value_words(line), points, *told)
    words = "".join((*sums(assessed), *notes(assessed, today)))
    weight = sum(line.item.weight for line in assessed.lines)
    table.add(TABLE["total"], "", weight, "", (assessed.points, "points"), words, "", "")
