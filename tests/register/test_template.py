"""template: a workbook that opens without repair, keeps numbers as texts, and is always the same."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from generator.register.shapes import CellKind, looks_like
from generator.register.sheets import read_register
from generator.register.template import OUTCOMES, PREPARED_ROWS, template
from generator.texts.register import TEMPLATE_COLUMNS, TEMPLATE_EXAMPLE_MARK

ITEMS = ("临时救助申请", "=老年优待证", "农村建房用地")
HEADERS = tuple(header for header, _ in TEMPLATE_COLUMNS.values())
LAST = PREPARED_ROWS + 1


@pytest.fixture(scope="module")
def made() -> openpyxl.Workbook:
    """The template as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(template(ITEMS)))


def check_of(made: openpyxl.Workbook, header: str) -> DataValidation:
    """The check of the column under ``header``."""
    letter = openpyxl.utils.get_column_letter(HEADERS.index(header) + 1)
    (check,) = [
        check
        for check in made["台账"].data_validations.dataValidation
        if str(check.sqref) == f"{letter}2:{letter}{LAST}"
    ]
    return check


def test_same_items_give_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """No moment is left in it: not in the properties, not in the zip."""
    first = template(ITEMS)
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 5, 6, 7, 8, 9, 1, 126, 0))

    assert template(ITEMS) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert (
            re.findall(rb"[0-9]{4}-[0-9]{2}-[0-9]{2}T[^<]*", archive.read("docProps/core.xml"))
            == [b"2026-01-01T00:00:00Z"] * 2
        )


def test_members_are_sound_xml_and_none_is_missing() -> None:
    """Every part parses, every relation leads to a part, and nothing in it is active."""
    with zipfile.ZipFile(io.BytesIO(template(ITEMS))) as archive:
        names = set(archive.namelist())
        for name in names:
            ElementTree.fromstring(archive.read(name))
        targets = re.findall(rb'Target="([^"]*)"', archive.read("xl/_rels/workbook.xml.rels"))
        sheet = archive.read("xl/worksheets/sheet1.xml")

    assert {target.decode().lstrip("/").removeprefix("xl/") for target in targets} <= {
        name.removeprefix("xl/") for name in names
    }
    assert b"<f>" not in sheet
    assert not any(name.endswith(".bin") for name in names)


def test_register_can_be_read_and_its_examples_are_no_persons(tmp_path: Path) -> None:
    """The import reads it: header and two rows that say they are examples, with numbers nobody can have."""
    (tmp_path / "台账.xlsx").write_bytes(template(ITEMS))

    reading = read_register(tmp_path / "台账.xlsx")

    register, guide, choices = reading.sheets
    assert [sheet.name for sheet in reading.sheets] == ["台账", "填写说明", "选项"]
    assert reading.notes == ()
    header, *examples = [row.cells for row in register.rows]
    assert header == HEADERS
    assert len(examples) == 2
    for example in examples:
        named = dict(zip(TEMPLATE_COLUMNS, example, strict=True))
        assert str(named["receipt"]).startswith(TEMPLATE_EXAMPLE_MARK)
        assert str(named["id_number"]).startswith("000000")
        assert not 1 <= int(str(named["id_number"])[10:12]) <= 12
        assert set(str(named["phone"])) == {"0"}
        assert isinstance(named["accepted"], date)
    assert guide.rows[0].cells == ("填写说明",)
    assert [row.cells[0] for row in choices.rows[1:]] == [*ITEMS, None]


def test_examples_look_like_their_columns(tmp_path: Path) -> None:
    """A clerk who leaves the examples in is not told that the columns have shifted."""
    (tmp_path / "台账.xlsx").write_bytes(template(ITEMS))
    kinds: list[CellKind | Literal["code"]] = [
        "receipt",
        "item",
        "name",
        "id_number",
        "phone",
        "address",
        "day",
        "day",
        "day",
        "day",
        "outcome",
        "days",
        "text",
        "code",
        "name",
    ]

    rows = read_register(tmp_path / "台账.xlsx").sheets[0].rows[1:]

    assert [
        kind
        for row in rows
        for kind, cell in zip(kinds, row.cells, strict=True)
        if kind != "code" and not looks_like(kind, cell)
    ] == []


@pytest.mark.parametrize(
    ("header", "number_format"),
    [
        ("收件编号", "@"),
        ("身份证号码", "@"),
        ("联系电话", "@"),
        ("受理日期", "yyyy-mm-dd"),
        ("办结日期", "yyyy-mm-dd"),
        ("申请人", "General"),
    ],
)
def test_cells_have_the_format_of_their_column_down_to_the_last(
    made: openpyxl.Workbook, header: str, number_format: str
) -> None:
    """Long numbers are texts and days are days, in each of the 2,000 rows."""
    column = HEADERS.index(header) + 1

    assert {made["台账"].cell(row, column).number_format for row in (2, 4, 1000, LAST)} == {number_format}


@pytest.mark.parametrize(
    ("header", "kind", "first"),
    [
        ("事项", "list", "'选项'!$A$2:$A$4"),
        ("办理结果", "list", f"'选项'!$B$2:$B${len(OUTCOMES) + 1}"),
        ("受理日期", "date", "32874"),
        ("延期天数", "whole", "0"),
        ("身份证号码", "custom", "ISTEXT(D2)"),
        ("联系电话", "custom", "ISTEXT(E2)"),
    ],
)
def test_columns_refuse_what_they_cannot_hold(made: openpyxl.Workbook, header: str, kind: str, first: str) -> None:
    """Lists to choose from, days, whole numbers, and texts where digits would be lost."""
    check = check_of(made, header)

    assert (check.type, check.formula1, check.errorStyle, check.showErrorMessage) == (kind, first, "stop", True)
    assert check.error


@pytest.mark.parametrize("header", HEADERS)
def test_every_column_says_what_to_enter(made: openpyxl.Workbook, header: str) -> None:
    """A message appears beside the cell, within the lengths that Excel allows."""
    check = check_of(made, header)

    assert check.showInputMessage
    assert 0 < len(check.promptTitle) <= 32
    assert 0 < len(check.prompt) <= 255
    assert len(check.error or "") <= 225


def test_sheet_is_ready_for_screen_and_paper(made: openpyxl.Workbook) -> None:
    """The header stays in sight and is repeated; the page lies across with all columns on it."""
    sheet = made["台账"]

    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_project_without_services_has_no_empty_list() -> None:
    """Without items the column is free text; an empty list would make Excel repair the file."""
    assert check_of(openpyxl.load_workbook(io.BytesIO(template(()))), "事项").type is None
