"""The register as an Excel workbook for whoever goes round asking; what is filled in there can be read back.

The same register gives the same bytes. Every cell is text or a number, never a formula.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.gaps.register import Register
from generator.gaps.rows import Row, rows
from generator.gaps.state_table import state_rows
from generator.gaps.wording import duty_words, field_words, summary
from generator.texts.gaps import COLUMNS, STAFF, TABLE

COLUMN_KEYS = ("key", "duty", "title", "field", "answer", "how", "consequences")
"""The columns, by their keys in ``texts.gaps.TABLE``; the first is hidden."""

ANSWER = COLUMN_KEYS.index("answer")

_WIDTHS = {"key": 8, "duty": 20, "title": 30, "field": 22, "answer": 44, "how": 30, "consequences": 24}
_MADE = datetime(2026, 1, 1)
_MOST_LETTERS = 255
"""Of a list to choose from, as Excel allows it."""


def workbook(register: Register, hall: str, today: date) -> bytes:
    """The workbook (.xlsx): a sheet with a row for each gap, and one with the state of each window."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    title = TABLE["heading"].format(hall=hall)
    book.set_properties({"title": title, "author": "gongshi", "created": _MADE})
    formats: dict[str, Format] = {name: book.add_format({**_BASE, **style}) for name, style in _STYLES.items()}
    sheet = book.add_worksheet(TABLE["sheet"])
    _fill(sheet, list(rows(register)), formats)
    lead = TABLE["lead"].format(day=STAFF["day"].format(day=today), summary=summary(register))
    sheet.set_header(f"&L{title.replace('&', '&&')}&R{today.isoformat()}")
    sheet.write_comment(0, ANSWER, lead, {"x_scale": 3, "y_scale": 1.2, "author": "gongshi"})
    _fill_states(book.add_worksheet(TABLE["states"]), register, formats)
    book.close()
    return stream.getvalue()


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
    "quiet": {"num_format": "@", "font_color": "#565D66", "font_size": 10},
    "answer": {"num_format": "@", "bg_color": "#FFF6E5"},
    "elsewhere": {"num_format": "@", "bg_color": "#E9EBEE"},
    "number": {"num_format": "0"},
    "share": {"num_format": "0.0%"},
}


def _fill(sheet: Worksheet, listed: Sequence[Row], formats: dict[str, Format]) -> None:
    for column, key in enumerate(COLUMN_KEYS):
        sheet.set_column(column, column, _WIDTHS[key], None, {"hidden": key == "key"})
        sheet.write_string(0, column, TABLE[key], formats["head"])
    for number, row in enumerate(listed, 1):
        gap = row.gap
        told = (gap.key, duty_words(row.duty), gap.title, field_words(gap), "", row.how, row.consequences)
        for column, text in enumerate(told):
            if column == ANSWER:
                sheet.write_blank(number, column, None, formats["answer" if row.form else "elsewhere"])
            else:
                sheet.write_string(number, column, text, formats["quiet" if column > ANSWER else "plain"])
        if row.words and len(",".join(row.words)) <= _MOST_LETTERS:
            message = TABLE["choice_error"].format(choices="、".join(row.words))
            choice = {"validate": "list", "source": list(row.words), "error_message": message}
            sheet.data_validation(number, ANSWER, number, ANSWER, choice | {"error_title": TABLE["choice_title"]})
    sheet.set_row(0, 24)
    sheet.freeze_panes(1, 4)
    sheet.autofilter(0, 0, max(len(listed), 1), len(COLUMN_KEYS) - 1)
    _set_printing(sheet)


def _fill_states(sheet: Worksheet, register: Register, formats: dict[str, Format]) -> None:
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, len(COLUMNS) - 1, 11)
    for column, name in enumerate(COLUMNS.values()):
        sheet.write_string(0, column, name, formats["head"])
    for number, row in enumerate(state_rows(register), 1):
        sheet.write_string(number, 0, row.name, formats["plain"])
        counts = () if row.share is None else (row.guides, row.complete)
        for column, count in enumerate(counts, 1):
            sheet.write_number(number, column, count, formats["number"])
        if row.share is None:
            for column in (1, 2, 3):
                sheet.write_string(number, column, row.cells[column], formats["plain"])
        else:
            sheet.write_number(number, 3, row.share, formats["share"])
        sheet.write_number(number, 4, row.gaps, formats["number"])
    sheet.freeze_panes(1, 1)
    _set_printing(sheet)


def _set_printing(sheet: Worksheet) -> None:
    """A4, landscape, the width of one sheet, the header on each sheet, and the number of the sheet."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer(f"&C{TABLE['page']}")
