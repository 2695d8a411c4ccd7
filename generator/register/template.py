"""Make Excel registers: an empty one with formats and checks for each column, and one with the values of another.

Numbers of persons are kept as texts, items and outcomes are chosen from lists. The same items and codes give the same
bytes at any time. The one module that imports openpyxl.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import get_args

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.child import INVALID_TITLE_REGEX
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.facts.workdays import MAX_EXTENSION_DAYS
from generator.model import ResultRow
from generator.register.table import RegisterSheet
from generator.system.zips import zipped
from generator.texts.register import (
    TEMPLATE_CHOICES,
    TEMPLATE_COLUMNS,
    TEMPLATE_ERRORS,
    TEMPLATE_EXAMPLES,
    TEMPLATE_GUIDE,
    TEMPLATE_SHEETS,
)

PREPARED_ROWS = 2_000
"""Rows below the header whose cells have their format and their checks."""

OUTCOMES: tuple[str, ...] = get_args(ResultRow.model_fields["outcome"].annotation)
"""The outcomes (办理结果) to choose from."""

_TEXTS = ("receipt", "id_number", "phone", "query_code")
_DAYS = ("applied", "accepted", "due", "completed")
_WIDTHS = {
    "receipt": 24,
    "item": 28,
    "id_number": 22,
    "phone": 15,
    "address": 26,
    "extension_reason": 24,
    "query_code": 17,
}
_WIDTH = 12
_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)
_EPOCH = date(1899, 12, 30)
_MADE = datetime(2026, 1, 1)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_HEADER_FILL = PatternFill("solid", fgColor="DDE7F3")
_SHEET_NAME_LENGTH = 31
_PROMPT_TITLE_LENGTH, _PROMPT_LENGTH = 32, 255


def template(items: Sequence[str], codes: Sequence[str] = ()) -> bytes:
    """The workbook (.xlsx) with ``items`` (names of services, in order) to choose from.

    ``codes`` are query codes, one for each row below the examples.
    """
    workbook = Workbook()
    workbook.properties.creator = "gongshi"
    register = workbook.active
    assert isinstance(register, Worksheet)
    register.title = TEMPLATE_SHEETS["register"]
    _fill_guide(workbook.create_sheet(TEMPLATE_SHEETS["guide"]))
    _fill_choices(workbook.create_sheet(TEMPLATE_SHEETS["choices"]), items)
    _fill_register(register, items, codes)
    return reproducible(workbook)


def workbook_of(sheets: Sequence[RegisterSheet]) -> bytes:
    """A workbook (.xlsx) with the values of ``sheets``; texts stay texts, hidden rows, columns and sheets hidden."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for one in sheets:
        name = TEMPLATE_SHEETS["register"] if INVALID_TITLE_REGEX.search(one.name) else one.name
        sheet = workbook.create_sheet(name[:_SHEET_NAME_LENGTH])
        sheet.sheet_state = "hidden" if one.hidden else "visible"
        for row in one.rows:
            for column, value in enumerate(row.cells, 1):
                if isinstance(value, str):
                    _write_text(sheet, row.number, column, ILLEGAL_CHARACTERS_RE.sub("", value))
                    sheet.cell(row.number, column).number_format = "@"
                elif value is not None:
                    sheet.cell(row.number, column, value)
            if row.hidden:
                sheet.row_dimensions[row.number].hidden = True
        for column in one.hidden_columns:
            sheet.column_dimensions[get_column_letter(column + 1)].hidden = True
    return reproducible(workbook)


def reproducible(workbook: Workbook) -> bytes:
    """``workbook`` as .xlsx, the same bytes whenever it is saved: the two places with the time of saving are fixed."""
    saved = io.BytesIO()
    workbook.properties.created = _MADE
    workbook.save(saved)
    with zipfile.ZipFile(saved) as made:
        files = {name: made.read(name) for name in made.namelist()}
    files["docProps/core.xml"] = _MODIFIED.sub(
        rb"\g<1>" + _MADE.isoformat().encode() + b"Z", files["docProps/core.xml"]
    )
    return zipped(files.items())


def _fill_register(sheet: Worksheet, items: Sequence[str], codes: Sequence[str]) -> None:
    for column, (kind, (header, _)) in enumerate(TEMPLATE_COLUMNS.items(), 1):
        cell = sheet.cell(1, column, header)
        cell.font, cell.fill = Font(bold=True), _HEADER_FILL
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = _WIDTHS.get(kind, _WIDTH)
        number_format = "@" if kind in _TEXTS else "yyyy-mm-dd" if kind in _DAYS else None
        if number_format:
            for row in range(2, PREPARED_ROWS + 2):
                sheet.cell(row, column).number_format = number_format
        validation = _validation(kind, letter, len(items))
        validation.add(f"{letter}2:{letter}{PREPARED_ROWS + 1}")
        sheet.add_data_validation(validation)
    for row, example in enumerate(TEMPLATE_EXAMPLES, 2):
        for column, kind in enumerate(TEMPLATE_COLUMNS, 1):
            _enter(sheet, row, column, kind, items[0] if kind == "item" and items else example.get(kind, ""))
    place = list(TEMPLATE_COLUMNS).index("query_code") + 1
    for row, code in enumerate(codes, 2 + len(TEMPLATE_EXAMPLES)):
        _write_text(sheet, row, place, code)
    sheet.row_dimensions[1].height = 30
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    _print_across(sheet)


def _enter(sheet: Worksheet, row: int, column: int, kind: str, text: str) -> None:
    cell = sheet.cell(row, column)
    cell.font = Font(italic=True, color="808080")
    if text and kind in _DAYS:
        cell.value = date.fromisoformat(text)
        cell.number_format = "yyyy-mm-dd"
    elif text and kind == "extension_days":
        cell.value = int(text)
    elif text:
        _write_text(sheet, row, column, text)


def _write_text(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column, text)
    cell.data_type = "s"  # A text that begins with = is still a text.


def _validation(kind: str, letter: str, items: int) -> DataValidation:
    """The check of a column's cells, with the message that appears when one is entered."""
    header, prompt = TEMPLATE_COLUMNS[kind]
    validation = _check(kind, letter, items)
    validation.allow_blank = validation.showInputMessage = True
    validation.promptTitle, validation.prompt = header[:_PROMPT_TITLE_LENGTH], prompt[:_PROMPT_LENGTH]
    if validation.error:
        validation.showErrorMessage = True
        validation.errorStyle, validation.errorTitle = "stop", TEMPLATE_ERRORS["title"]
    return validation


def _check(kind: str, letter: str, items: int) -> DataValidation:
    if kind in ("id_number", "phone"):
        return DataValidation("custom", f"ISTEXT({letter}2)", error=TEMPLATE_ERRORS["text"])
    if kind in _DAYS:
        first, last = (str((day - _EPOCH).days) for day in (_FIRST_DAY, _LAST_DAY))
        return DataValidation("date", first, last, operator="between", error=TEMPLATE_ERRORS["day"])
    if kind == "extension_days":
        return DataValidation("whole", "0", str(MAX_EXTENSION_DAYS), operator="between", error=TEMPLATE_ERRORS["days"])
    if kind == "outcome" or (kind == "item" and items):
        column, count = ("B", len(OUTCOMES)) if kind == "outcome" else ("A", items)
        source = f"'{TEMPLATE_SHEETS['choices']}'!${column}$2:${column}${count + 1}"
        return DataValidation("list", source, error=TEMPLATE_ERRORS["choice"])
    return DataValidation()


def _fill_guide(sheet: Worksheet) -> None:
    for row, line in enumerate(TEMPLATE_GUIDE, 1):
        sheet.cell(row, 1, line).alignment = Alignment(wrap_text=True, vertical="top")
    start = len(TEMPLATE_GUIDE) + 2
    for row, (header, prompt) in enumerate(TEMPLATE_COLUMNS.values(), start):
        sheet.cell(row, 1, f"{header}：{prompt}").alignment = Alignment(wrap_text=True, vertical="top")
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    sheet.column_dimensions["A"].width = 90
    _print_across(sheet)


def _fill_choices(sheet: Worksheet, items: Sequence[str]) -> None:
    for column, (header, names) in enumerate(zip(TEMPLATE_CHOICES, (items, OUTCOMES), strict=True), 1):
        sheet.cell(1, column, header).font = Font(bold=True)
        for row, name in enumerate(names, 2):
            _write_text(sheet, row, column, name)
    sheet.column_dimensions["A"].width = 40
    sheet.column_dimensions["B"].width = 16


def _print_across(sheet: Worksheet) -> None:
    """Set printing to A4, landscape, all columns on the width of one page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
