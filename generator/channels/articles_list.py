"""The list of all articles as an Excel workbook, for entering many at once. The same articles give the same bytes."""

from collections.abc import Iterable, Mapping
from datetime import date

from generator.tables.book import Book
from generator.texts.channels_articles import ARTICLES, COLUMNS

_WIDTHS = {"title": 36, "column": 12, "date": 12, "source": 24, "author": 24, "summary": 60, "file": 36}
_USUAL = 10


def articles_list(fields: Iterable[Mapping[str, str]], today: date) -> bytes:
    """The workbook (.xlsx): a row for each article; every cell is a text."""
    book = Book(ARTICLES["sheet"], today)
    table = book.table(ARTICLES["sheet"], [(name, _WIDTHS.get(key, _USUAL)) for key, name in COLUMNS.items()])
    for values in fields:
        table.add(*(values[key] for key in COLUMNS))
    table.filter_rows()
    return book.data()
