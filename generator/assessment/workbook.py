"""The assessment as an Excel workbook: a row for each item, with room for the points that people give; and on a sheet
of its own every record that a number rests on, and everything that was not done.

The same assessment gives the same bytes. Every cell is text or a number, never a formula.
"""

import io
from datetime import date, datetime
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.assessment.scoring import Assessed
from generator.assessment.told import few, how_words, notes, sums, title, value_words
from generator.system.text_width import columns as text_columns
from generator.texts.assessment import TABLE

_COLUMNS = (
    ("area", 8), ("name", 24), ("weight", 7), ("value", 11), ("points", 9), ("how", 50),
    ("records", 36), ("lacking", 36),
)  # fmt: skip
_NAMES = (("name", 24), ("what", 12), ("record", 60))
"""The columns of the two sheets, by their keys in ``texts.assessment.TABLE``, and their widths."""

_WEIGHT, _POINTS = 2, 4
_LINE = 17
"""Height of a line in points."""
_WIDER = 1.25
"""So much wider than half a character of Chinese a column of text may be, by the typeface that stands in."""

_Columns = tuple[tuple[str, int], ...]

_MADE = datetime(2026, 1, 1)
_BASE: dict[str, object] = {
    "font_name": "等线",
    "font_size": 11,
    "text_wrap": True,
    "valign": "top",
    "border": 1,
    "border_color": "#B7BCC4",
}
_STYLES: dict[str, dict[str, object]] = {
    "head": {"bold": True, "bg_color": "#9D2121", "font_color": "#FFFFFF", "valign": "vcenter"},
    "plain": {"num_format": "@"},
    "number": {"num_format": "0", "align": "center"},
    "points": {"num_format": "0.00", "align": "center"},
    "open": {"bg_color": "#FFF6E5"},
}


def workbook(assessed: Assessed, hall: str, today: date) -> bytes:
    """The workbook (.xlsx) of what was ``assessed`` of ``hall`` on ``today``."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    heading = title(assessed, hall)
    book.set_properties({"title": heading, "author": "gongshi", "created": _MADE})
    formats: dict[str, Format] = {name: book.add_format({**_BASE, **style}) for name, style in _STYLES.items()}
    sheet, names = (book.add_worksheet(TABLE[key]) for key in ("sheet", "names"))
    _fill(sheet, assessed, today, formats)
    _fill_names(names, assessed, formats)
    for one in (sheet, names):
        one.set_header(f"&L{heading.replace('&', '&&')}&R{today.isoformat()}")
        _set_printing(one)
    book.close()
    return stream.getvalue()


def _fill(sheet: Worksheet, assessed: Assessed, today: date, formats: dict[str, Format]) -> None:
    _write_head(sheet, _COLUMNS, formats)
    lines = [(area, line) for area, some in assessed.areas.items() for line in some]
    for row, (area, line) in enumerate(lines, 1):
        told = (area, line.item.name, "", value_words(line), "", how_words(line), few(line.records), few(line.lacking))
        _write_words(sheet, row, told, _COLUMNS, formats)
        sheet.write_number(row, _WEIGHT, line.item.weight, formats["number"])
        if line.points is None:
            sheet.write_blank(row, _POINTS, None, formats["open"])
        else:
            sheet.write_number(row, _POINTS, line.points, formats["points"])
    last = len(lines) + 1
    words = "".join((*sums(assessed), *notes(assessed, today)))
    _write_words(sheet, last, (TABLE["total"], "", "", "", "", words, "", ""), _COLUMNS, formats)
    sheet.write_number(last, _WEIGHT, sum(line.item.weight for line in assessed.lines), formats["number"])
    sheet.write_number(last, _POINTS, assessed.points, formats["points"])


def _fill_names(sheet: Worksheet, assessed: Assessed, formats: dict[str, Format]) -> None:
    _write_head(sheet, _NAMES, formats)
    told = [
        (line.item.name, TABLE[kind], name)
        for line in assessed.lines
        for kind, names in (("is_lacking", line.lacking), ("is_record", line.records))
        for name in names
    ]
    for row, words in enumerate(told, 1):
        _write_words(sheet, row, words, _NAMES, formats)


def _write_head(sheet: Worksheet, columns: _Columns, formats: dict[str, Format]) -> None:
    for column, (key, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, TABLE[key], formats["head"])


def _write_words(
    sheet: Worksheet, row: int, told: tuple[str, ...], columns: _Columns, formats: dict[str, Format]
) -> None:
    """Write cells of text into a row that is as high as the longest of them."""
    lines = 1
    for column, (words, (_, width)) in enumerate(zip(told, columns, strict=True)):
        sheet.write_string(row, column, words, formats["plain"])
        lines = max(lines, ceil(text_columns(words) * _WIDER / width))
    sheet.set_row(row, lines * _LINE)


def _set_printing(sheet: Worksheet) -> None:
    """A4, landscape, the width of one sheet, the header on each sheet, and the number of the sheet."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 2)
    sheet.set_footer("&C" + TABLE["page"])
