"""Write the workbook of a hall's services (.xlsx), to be changed in Excel or WPS and imported again.

Texts stay texts, whatever they begin with; no cell has a formula. The same content gives the same bytes. The one module
that imports xlsxwriter.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import zip_longest

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from generator.catalogue.export_rows import ExportedFile, Row, digests, rows_of
from generator.catalogue.layout import Column, Table, tables
from generator.texts.workbook import NOTES, SERVICE_KEY, SHEETS, SINGLE_HEAD

_MADE = datetime(2026, 1, 1)
_PREPARED_ROWS = 300
"""Rows below the last one whose cells have their checks, for what is added."""
_WIDTHS = {"number": 8, "day": 12, "truth": 8, "text": 18}
_LONG = 40
_GAP = "#FFF2CC"
_LONG_FIELDS = {
    "summary",
    "conditions",
    "exclusions",
    "text",
    "what",
    "notes",
    "answer",
    "question",
    "duties",
    "reason",
}


def workbook(files: Sequence[ExportedFile], offered: Mapping[str, Sequence[str]]) -> bytes:
    """The workbook with the records of ``files``. Raises Unexportable.

    ``offered`` maps the name of a field (its table and path, services/window) to words to choose from; others may be
    written there, too.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"author": "gongshi", "created": _MADE})
    made = _Book(book, offered)
    for table in tables():
        rows = rows_of(table, files, offered)
        if table.is_single:
            made.add_record(table, rows)
        else:
            made.add_table(table, rows)
    columns = zip_longest(*([name, *words] for name, words in offered.items()), fillvalue="")
    made.add_hidden(SHEETS["choices"], [*columns])
    made.add_hidden(SHEETS["digests"], digests(files))
    book.close()
    return stream.getvalue()


class _Book:
    """The sheets of one workbook; every cell is written by its type."""

    def __init__(self, book: xlsxwriter.Workbook, offered: Mapping[str, Sequence[str]]) -> None:
        self.book = book
        self.offered = {name: len(words) for name, words in offered.items()}
        self.head = book.add_format({"bold": True, "bg_color": "#DDE7F3", "text_wrap": True, "valign": "top"})
        self.key = self._format("@", color="#595959")
        self.formats = {
            (kind, is_gap): self._format(code, background=_GAP if is_gap else None)
            for kind, code in (("text", "@"), ("truth", "@"), ("number", "0"), ("day", "yyyy-mm-dd"))
            for is_gap in (False, True)
        }

    def _format(self, code: str, color: str | None = None, background: str | None = None) -> Format:
        style = {"num_format": code, "text_wrap": True, "valign": "top"}
        return self.book.add_format(
            style | ({"font_color": color} if color else {}) | ({"bg_color": background} if background else {})
        )

    def add_table(self, table: Table, rows: Sequence[Row]) -> None:
        """A sheet with a row for each record, and its header."""
        sheet = self.book.add_worksheet(table.sheet)
        keys = SERVICE_KEY if table.is_of_service else ()
        for place, heading in enumerate(keys):
            self._heading(sheet, 0, place, heading, NOTES["key"])
            sheet.set_column(place, place, _WIDTHS["text"], self.key)
        for place, column in enumerate(table.columns, len(keys)):
            self._heading(sheet, 0, place, column.heading, _note(column))
            wide = _LONG if column.path[-1] in _LONG_FIELDS else _WIDTHS[column.kind]
            sheet.set_column(place, place, wide, self.formats[column.kind, False])
            self._check(sheet, table, column, (1, place, len(rows) + _PREPARED_ROWS, place))
        for number, row in enumerate(rows, 1):
            for place, text in enumerate(row.key):
                sheet.write_string(number, place, text, self.key)
            for place, (column, value) in enumerate(zip(table.columns, row.cells, strict=True), len(keys)):
                self._cell(sheet, number, place, column, value, column.path in row.gaps)
        sheet.freeze_panes(1, len(keys) or 2)
        sheet.autofilter(0, 0, max(len(rows), 1), len(keys) + len(table.columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def add_record(self, table: Table, rows: Sequence[Row]) -> None:
        """A sheet of one record, with a row for each field."""
        sheet = self.book.add_worksheet(table.sheet)
        for place, (heading, width) in enumerate(zip(SINGLE_HEAD, (_LONG * 0.8, _LONG * 1.5, _LONG), strict=True)):
            sheet.write_string(0, place, heading, self.head)
            sheet.set_column(place, place, width)
        for number, column in enumerate(table.columns, 1):
            sheet.write_string(number, 0, column.heading, self.key)
            for row in rows:
                value = row.cells[number - 1]
                self._cell(sheet, number, 1, column, value, column.path in row.gaps)
            sheet.write_string(number, 2, _note(column), self.key)
            self._check(sheet, table, column, (number, 1, number, 1))
        sheet.freeze_panes(1, 1)

    def add_hidden(self, name: str, rows: Sequence[Sequence[str]]) -> None:
        """A sheet that nobody is to change."""
        sheet = self.book.add_worksheet(name)
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                if text:
                    sheet.write_string(number, place, text)
        sheet.hide()

    def _heading(self, sheet: Worksheet, row: int, place: int, heading: str, note: str) -> None:
        sheet.write_string(row, place, heading, self.head)
        if note:
            sheet.write_comment(row, place, note, {"author": "gongshi", "x_scale": 1.6})

    def _cell(
        self, sheet: Worksheet, row: int, place: int, column: Column, value: str | int | date | None, is_gap: bool
    ) -> None:
        style = self.formats[column.kind, is_gap]
        if value is None:
            sheet.write_blank(row, place, None, style)
        elif isinstance(value, date):
            sheet.write_datetime(row, place, datetime(value.year, value.month, value.day), style)
        elif isinstance(value, int):
            sheet.write_number(row, place, value, style)
        else:
            sheet.write_string(row, place, value, style)

    def _check(self, sheet: Worksheet, table: Table, column: Column, area: tuple[int, int, int, int]) -> None:
        """Offer the words of the model, which are the only ones, or those of the hall."""
        name = table.name_of(column)
        words = list(column.choices) or (["是", "否"] if column.kind == "truth" else [])
        if words and not column.is_list:
            sheet.data_validation(*area, {"validate": "list", "source": words, "error_message": _note(column)[:255]})
        elif count := self.offered.get(name):
            letter = xl_col_to_name(list(self.offered).index(name))
            source = f"={SHEETS['choices']}!${letter}$2:${letter}${count + 1}"
            sheet.data_validation(*area, {"validate": "list", "source": source, "error_type": "information"})


def _note(column: Column) -> str:
    """What the field reference says of a field, and how it is filled in."""
    kind = "choices" if column.choices else column.kind
    parts = [
        NOTES["required"] if column.is_required else "",
        column.description,
        NOTES.get(kind, "").format(choices="、".join(column.choices)),
        NOTES["list"] if column.is_list else "",
        NOTES["id"] if column.path == ("id",) else "",
    ]
    return "".join(parts)
