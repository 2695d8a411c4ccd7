"""A workbook of tables (.xlsx) with a head, rows as high as their text, and a print on A4, as wide as one sheet.

Every cell is text or a number, never a formula or a link.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from math import ceil
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.system.text_width import columns as text_columns
from generator.texts.tables import PAGE_OF_PAGES

Value = str | int | float | None
Cell = Value | tuple[Value, str]
"""What stands in a cell, or that and the name of its style; None is an empty cell."""

Column = tuple[str, float]
"""Heading, and width in characters of half width."""

_MADE: Final = datetime(2026, 1, 1)
_A4: Final = 9
_LINE, _HEAD = 17, 24
"""Heights in points."""
_WIDER: Final = 1.2
"""So much wider than half a character of Chinese a column of text may be, by the typeface that stands in."""

_BASE: Final[Mapping[str, object]] = {
    "font_name": "等线", "font_size": 11, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#B7BCC4",
}  # fmt: skip
_STYLES: Final[Mapping[str, Mapping[str, object]]] = {
    "head": {"bold": True, "bg_color": "#9D2121", "font_color": "#FFFFFF", "valign": "vcenter"},
    "plain": {"num_format": "@"},
    "strong": {"num_format": "@", "bold": True, "font_color": "#9D2121"},
    "quiet": {"num_format": "@", "font_color": "#565D66", "font_size": 10},
    "open": {"num_format": "@", "bg_color": "#FFF6E5"},
    "closed": {"num_format": "@", "bg_color": "#E9EBEE"},
    "number": {"num_format": "0"},
    "points": {"num_format": "0.0#"},
    "share": {"num_format": "0.0%"},
}
"""Styles of cells: text, which must be seen or stands back; to be filled in, or not; numbers."""


class Table:
    """A sheet of a workbook that grows row by row. ``sheet`` is that of the library, for what only one table needs."""

    def __init__(self, sheet: Worksheet, columns: Sequence[Column], formats: Mapping[str, Format]) -> None:
        self.sheet = sheet
        self.rows = 0
        self._columns = columns
        self._formats = formats
        for place, (heading, width) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, heading, formats["head"])
        sheet.set_row(0, _HEAD)

    def add(self, *cells: Cell) -> None:
        """Write the next row, as high as the longest of its texts needs."""
        self.rows += 1
        lines = 1
        for place, (cell, (_, width)) in enumerate(zip(cells, self._columns, strict=True)):
            value, style = cell if isinstance(cell, tuple) else (cell, "plain" if isinstance(cell, str) else "number")
            if value is None:
                self.sheet.write_blank(self.rows, place, None, self._formats[style])
            elif isinstance(value, str):
                self.sheet.write_string(self.rows, place, value, self._formats[style])
                lines = max(lines, ceil(text_columns(value) * _WIDER / width))
            else:
                self.sheet.write_number(self.rows, place, value, self._formats[style])
        self.sheet.set_row(self.rows, _LINE * lines)

    def filter_rows(self) -> None:
        """Let whoever opens it choose rows by their words."""
        self.sheet.autofilter(0, 0, max(self.rows, 1), len(self._columns) - 1)


class Book:
    """A workbook; its title and ``today`` stand at the top of each printed sheet."""

    def __init__(self, title: str, today: date) -> None:
        self._stream = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(self._stream, options)
        self._book.set_properties({"title": title, "author": "gongshi", "created": _MADE})
        self._header = f"&L{title.replace('&', '&&')}&R{today.isoformat()}"
        self._formats = {name: self._book.add_format({**_BASE, **style}) for name, style in _STYLES.items()}

    def table(self, name: str, columns: Sequence[Column], frozen: int = 1) -> Table:
        """A sheet with a head; the head and the first ``frozen`` columns stay in view."""
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, frozen)
        sheet.set_header(self._header)
        sheet.set_footer(f"&C{PAGE_OF_PAGES}")
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        return Table(sheet, columns, self._formats)

    def data(self) -> bytes:
        """The file. Nothing can be added afterwards."""
        self._book.close()
        return self._stream.getvalue()
