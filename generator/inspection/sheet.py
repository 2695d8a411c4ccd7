"""The assessment as an Excel workbook: every fault on a row of its own, every indicator with what it
cost, and what only people can see.

The same assessment gives the same bytes. Every cell is text or a number, never a formula.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.inspection.assessment import Assessment, Outcome
from generator.inspection.told import Locate, source_words, summary
from generator.system.text_width import columns as text_columns
from generator.texts.inspection import TABLE

_FAULTS = (("indicator", 28), ("kind", 8), ("where", 40), ("what", 48), ("remedy", 44))
_INDICATORS = (
    ("indicator", 36), ("kind", 8), ("verdict", 11), ("count", 8), ("lost", 8), ("source", 58), ("confirmed", 10)
)  # fmt: skip
_BY_HAND = (("indicator", 36), ("look", 80), ("source", 58))
"""The columns of the sheets, by their keys in ``texts.inspection.TABLE``, and their widths."""

_COUNT, _LOST = 3, 4
_LINE = 17
"""Height of a line in points."""

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
    "veto": {"num_format": "@", "bold": True, "font_color": "#9D2121"},
    "number": {"num_format": "0"},
    "points": {"num_format": "0.0#"},
}


def workbook(assessment: Assessment, located: Locate, hall: str, today: date) -> bytes:
    """The workbook (.xlsx) of ``assessment`` of ``hall`` on ``today``."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    title = TABLE["heading"].format(hall=hall)
    book.set_properties({"title": title, "author": "gongshi", "created": _MADE})
    formats: dict[str, Format] = {name: book.add_format({**_BASE, **style}) for name, style in _STYLES.items()}
    faults, indicators, by_hand = (book.add_worksheet(TABLE[name]) for name in ("faults", "indicators", "by_hand"))
    _fill_faults(faults, assessment, located, formats)
    _fill_indicators(indicators, assessment, formats)
    _fill_by_hand(by_hand, assessment, formats)
    for sheet in (faults, indicators, by_hand):
        sheet.set_header(f"&L{title.replace('&', '&&')}&R{today.isoformat()}")
        sheet.set_footer("&C" + TABLE["page"])
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 1)
    book.close()
    return stream.getvalue()


def _fill_faults(sheet: Worksheet, assessment: Assessment, located: Locate, formats: dict[str, Format]) -> None:
    _head(sheet, _FAULTS, formats)
    row = 1
    for outcome in (*assessment.vetoes, *assessment.deductions, *assessment.near):
        style = "veto" if outcome.is_veto else "plain"
        for fault in outcome.faults:
            where = located(fault.where)
            kind = outcome.indicator.kind if outcome.applies else TABLE["few"]
            told = (outcome.indicator.name, kind, where, fault.what, fault.remedy)
            _write(sheet, row, told, _FAULTS, (style, style), formats)
            row += 1
    sheet.autofilter(0, 0, max(row - 1, 1), len(_FAULTS) - 1)


def _fill_indicators(sheet: Worksheet, assessment: Assessment, formats: dict[str, Format]) -> None:
    _head(sheet, _INDICATORS, formats)
    for row, outcome in enumerate(assessment.outcomes, 1):
        indicator = outcome.indicator
        style = "veto" if outcome.is_veto else "plain"
        confirmed = TABLE["is_unconfirmed" if indicator.unconfirmed else "is_confirmed"]
        told = (indicator.name, indicator.kind, _verdict(outcome), "", "", source_words(indicator.source), confirmed)
        _write(sheet, row, told, _INDICATORS, (style, style, style), formats)
        sheet.write_number(row, _COUNT, len(outcome.faults), formats["number"])
        sheet.write_number(row, _LOST, outcome.lost, formats["points"])
    last = len(assessment.outcomes) + 1
    _write(sheet, last, (TABLE["total"], "", "", "", "", summary(assessment), ""), _INDICATORS, (), formats)
    sheet.write_number(last, _LOST, assessment.lost, formats["points"])


def _fill_by_hand(sheet: Worksheet, assessment: Assessment, formats: dict[str, Format]) -> None:
    _head(sheet, _BY_HAND, formats)
    for row, one in enumerate(assessment.by_hand, 1):
        _write(sheet, row, (one.name, one.what, source_words(one.source)), _BY_HAND, (), formats)


def _write(
    sheet: Worksheet,
    row: int,
    texts: Sequence[str],
    columns: Sequence[tuple[str, int]],
    styles: Sequence[str],
    formats: dict[str, Format],
) -> None:
    """One row of texts, as high as its longest needs; ``styles`` are those of its first cells."""
    for column, text in enumerate(texts):
        sheet.write_string(row, column, text, formats[styles[column] if column < len(styles) else "plain"])
    lines = max(ceil(text_columns(text) / (width - 1)) for text, (_, width) in zip(texts, columns, strict=True))
    sheet.set_row(row, _LINE * max(lines, 1))


def _verdict(outcome: Outcome) -> str:
    if not outcome.made:
        return TABLE["not_made"]
    if not outcome.faults:
        return TABLE["fine"]
    if not outcome.applies:
        return TABLE["few"]
    return TABLE["veto" if outcome.is_veto else "lost"]


def _head(sheet: Worksheet, columns: Sequence[tuple[str, int]], formats: dict[str, Format]) -> None:
    for column, (key, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, TABLE[key], formats["head"])
    sheet.set_row(0, 24)
