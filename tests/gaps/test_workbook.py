"""workbook: the register in Excel, as whoever goes round with it finds it."""

import io

import openpyxl
from content_builder import TODAY
from gaps.gap_builder import registered
from openpyxl.worksheet.worksheet import Worksheet
from rules.dataset_builder import REGULATION, SERVICE

from generator.gaps.workbook import workbook

HALL = "虚谷镇便民服务大厅"
CHANGES = {SERVICE: {"type": None, "visits": None, "name": "=HYPERLINK(1)"}, REGULATION: {"articles": None}}


def sheets() -> list[Worksheet]:
    return openpyxl.load_workbook(io.BytesIO(workbook(registered(CHANGES), HALL, TODAY))).worksheets


def test_sheet_has_a_row_for_each_gap() -> None:
    """The column to fill in is empty; the key is hidden; the header stays in view and on each sheet."""
    sheet, _ = sheets()

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["编号（不要改）", "谁来补", "事项", "缺什么", "填写", "怎么写", "因此"],
        ["regulations/zeren-zhuijiu#articles", "虚谷镇人民政府", "《责任追究制度》", "正文", None, "一格写不下，请交原文，或者改文件。",
         "该上墙的不能上墙、海报不能印、网页上整节空着、不容易搜到"],
        ["services/linshi-jiuzhu#type", "民政救济（民政救济岗）", "=HYPERLINK(1)", "事项类型", None,
         "选一个：行政许可、行政确认、行政给付、行政奖励、行政裁决、行政检查、其他行政权力、公共服务。", "海报不能印"],
        ["services/linshi-jiuzhu#visits", "民政救济（民政救济岗）", "=HYPERLINK(1)", "到现场次数", None, "写数字。", "海报不能印"],
    ]  # fmt: skip
    assert sheet.column_dimensions["A"].hidden
    assert sheet.freeze_panes == "E2"
    assert sheet.print_title_rows == "$1:$1"


def test_names_are_no_formulas() -> None:
    """A name that begins with = is text in every cell."""
    assert {cell.data_type for sheet in sheets() for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_cell_to_fill_in_is_text_and_offers_what_may_be_chosen() -> None:
    """A phone keeps its first 0, and a date stays as typed; where a cell is not enough it is grey."""
    sheet, _ = sheets()

    assert [sheet[f"E{row}"].number_format for row in (2, 3, 4)] == ["@", "@", "@"]
    assert [sheet[f"E{row}"].fill.fgColor.rgb for row in (2, 3, 4)] == ["FFE9EBEE", "FFFFF6E5", "FFFFF6E5"]
    (check,) = sheet.data_validations.dataValidation
    assert (str(check.sqref), check.formula1.startswith('"行政许可,行政确认,')) == ("E3", True)


def test_second_sheet_has_the_state_of_each_window() -> None:
    """In numbers, so that they can be sorted and added up."""
    _, sheet = sheets()

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["谁来补", "事项", "齐全", "八要素", "缺项"],
        ["民政救济", 1, 1, 1, 2],
        ["虚谷镇人民政府", "—", "—", "—", 1],
        ["合计", 1, 1, 1, 3],
    ]


def test_same_register_gives_same_bytes() -> None:
    """No time of writing is in the file."""
    assert workbook(registered(CHANGES), HALL, TODAY) == workbook(registered(CHANGES), HALL, TODAY)
