"""The list of all articles as an Excel workbook, for entering many at once. The same articles give the same bytes."""

import io
from collections.abc import Iterable, Mapping
from datetime import datetime

import xlsxwriter

from generator.texts.channels_articles import ARTICLES, COLUMNS

_MADE = datetime(2026, 1, 1)
_WIDTHS = {"title": 36, "column": 12, "date": 12, "source": 24, "author": 24, "summary": 60, "file": 36}
_USUAL = 10


def articles_list(fields: Iterable[Mapping[str, str]]) -> bytes:
    """The workbook (.xlsx): a row for each article; every cell is a text, never a formula or a link."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"author": "gongshi", "created": _MADE})
    base = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#B7BCC4", "num_format": "@"}
    plain, head = book.add_format(base), book.add_format({**base, "bold": True, "bg_color": "#DDE7F3"})
    sheet = book.add_worksheet(ARTICLES["sheet"])
    for place, (key, heading) in enumerate(COLUMNS.items()):
        sheet.set_column(place, place, _WIDTHS.get(key, _USUAL))
        sheet.write_string(0, place, heading, head)
    rows = 0
    for rows, values in enumerate(fields, 1):
        for place, key in enumerate(COLUMNS):
            sheet.write_string(rows, place, values[key], plain)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(rows, 1), len(COLUMNS) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return stream.getvalue()
