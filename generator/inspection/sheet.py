"""The assessment as an Excel workbook: every fault on a row of its own, and every indicator with what it cost.

The same assessment gives the same bytes. Every cell is text or a number, never a formula.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.inspection.assessment import Assessment, Outcome
from generator.inspection.told import Locate, source_words, summary
from generator.texts.inspection import TABLE

_FAULTS = (("indicator", 28), ("kind", 8), ("where", 40), ("what", 48), ("remedy", 44))
_INDICATORS = (
    ("indicator", 34), ("kind", 8), ("verdict", 11), ("count", 8), ("lost", 8), ("source", 46), ("confirmed", 10)
)  # fmt: skip
"""The columns of the two sheets, by their keys in ``texts.inspection.TABLE``, and their widths."""

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
    faults, indicators = book.add_worksheet(TABLE["faults"]), book.add_worksheet(TABLE["indicators"])
    _fill_faults(faults, assessment, located, formats)
    _fill_indicators(indicators, assessment, formats)
    for sheet in (faults, indicators):
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
        for fault in outcome.faults:
            told = (outcome.indicator.name, outcome.indicator.kind, located(fault.where), fault.what, fault.remedy)
            for column, text in enumerate(told):
                sheet.write_string(row, column, text, formats["veto" if outcome.is_veto and column < 2 else "plain"])
            row += 1
    sheet.autofilter(0, 0, max(row - 1, 1), len(_FAULTS) - 1)


def _fill_indicators(sheet: Worksheet, assessment: Assessment, formats: dict[str, Format]) -> None:
    _head(sheet, _INDICATORS, formats)
    for row, outcome in enumerate(assessment.outcomes, 1):
        indicator = outcome.indicator
        style = formats["veto" if outcome.is_veto else "plain"]
        for column, text in enumerate((indicator.name, indicator.kind, _verdict(outcome))):
            sheet.write_string(row, column, text, style)
        sheet.write_number(row, 3, len(outcome.faults), formats["number"])
        sheet.write_number(row, 4, outcome.lost, formats["points"])
        sheet.write_string(row, 5, source_words(indicator.source), formats["plain"])
        confirmed = TABLE["is_unconfirmed" if indicator.unconfirmed else "is_confirmed"]
        sheet.write_string(row, 6, confirmed, formats["plain"])
    for row, one in enumerate(assessment.by_hand, len(assessment.outcomes) + 1):
        for column, text in enumerate((one.name, "", TABLE["by_hand"], "", "", source_words(one.source), one.what)):
            sheet.write_string(row, column, text, formats["plain"])
    last = len(assessment.outcomes) + len(assessment.by_hand) + 1
    for column, text in enumerate((TABLE["total"], "", "", "")):
        sheet.write_string(last, column, text, formats["plain"])
    sheet.write_number(last, 4, assessment.lost, formats["points"])
    sheet.merge_range(last, 5, last, 6, summary(assessment), formats["plain"])


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
