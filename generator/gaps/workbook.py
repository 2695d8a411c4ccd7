"""The register as an Excel workbook for whoever goes round asking; what is filled in there can be read back.

The same register gives the same bytes.
"""

from collections.abc import Sequence
from datetime import date

from generator.gaps.register import Register
from generator.gaps.rows import Row, rows
from generator.gaps.state_table import state_rows
from generator.gaps.wording import duty_words, field_words, summary
from generator.tables.book import Book, Cell, Table
from generator.texts.gaps import COLUMNS, STAFF, TABLE

COLUMN_KEYS = ("key", "duty", "title", "field", "answer", "how", "consequences")
"""The columns, by their keys in ``texts.gaps.TABLE``; the first is hidden."""

ANSWER = COLUMN_KEYS.index("answer")

_WIDTHS = {"key": 8, "duty": 20, "title": 30, "field": 22, "answer": 44, "how": 30, "consequences": 24}
_MOST_LETTERS = 255
"""Of a list to choose from, as Excel allows it."""


def workbook(register: Register, hall: str, today: date) -> bytes:
    """The workbook (.xlsx): a sheet with a row for each gap, and one with the state of each window."""
    book = Book(TABLE["heading"].format(hall=hall), today)
    table = book.table(TABLE["sheet"], [(TABLE[key], _WIDTHS[key]) for key in COLUMN_KEYS], frozen=ANSWER)
    table.sheet.set_column(0, 0, _WIDTHS["key"], None, {"hidden": True})
    lead = TABLE["lead"].format(day=STAFF["day"].format(day=today), summary=summary(register))
    table.sheet.write_comment(0, ANSWER, lead, {"x_scale": 3, "y_scale": 1.2, "author": "gongshi"})
    _fill(table, list(rows(register)))
    names = tuple(COLUMNS.values())
    _fill_states(book.table(TABLE["states"], [(names[0], 28), *((name, 11) for name in names[1:])]), register)
    return book.data()


def _fill(table: Table, listed: Sequence[Row]) -> None:
    for row in listed:
        gap = row.gap
        answer = (None, "open" if row.form else "closed")
        told = (gap.key, duty_words(row.duty), gap.title, field_words(gap))
        table.add(*told, answer, (row.how, "quiet"), (row.consequences, "quiet"))
        if row.words and len(",".join(row.words)) <= _MOST_LETTERS:
            message = TABLE["choice_error"].format(choices="、".join(row.words))
            choice = {"validate": "list", "source": list(row.words), "error_message": message}
            choice["error_title"] = TABLE["choice_title"]
            table.sheet.data_validation(table.rows, ANSWER, table.rows, ANSWER, choice)
    table.filter_rows()


def _fill_states(table: Table, register: Register) -> None:
    for row in state_rows(register):
        counted: tuple[Cell, ...] = (
            row.cells[1:4] if row.share is None else (row.guides, row.complete, (row.share, "share"))
        )
        table.add(row.name, *counted, row.gaps)
