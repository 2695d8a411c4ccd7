"""Tables for Excel: text stays text, rows are as high as their text, and the same table gives the same bytes."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from generator.tables.book import Book

DAY = date(2026, 11, 27)


def made() -> bytes:
    book = Book("甲乙 & 丙", DAY)
    table = book.table("表", [("名称", 10), ("数", 6), ("填", 8)], frozen=2)
    table.add("=1+1", 3, (None, "open"))
    table.add("一二三四五六七八九十一二三四五六七八九十", (0.25, "share"), ("https://example.com", "quiet"))
    table.filter_rows()
    return book.data()


def test_nothing_is_a_formula_or_a_link() -> None:
    sheet = load_workbook(io.BytesIO(made())).active
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "n"]
    assert (sheet["A2"].value, sheet["B2"].value, sheet["C2"].value) == ("=1+1", 3, None)
    assert sheet["C3"].value == "https://example.com" and sheet["C3"].hyperlink is None


def test_rows_are_as_high_as_their_text() -> None:
    sheet = load_workbook(io.BytesIO(made())).active
    assert sheet.row_dimensions[2].height == pytest.approx(17, abs=0.5)
    assert sheet.row_dimensions[3].height == pytest.approx(5 * 17, abs=0.5)


def test_sheet_prints_on_one_width_of_a4() -> None:
    sheet = load_workbook(io.BytesIO(made())).active
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (
        "landscape",
        9,
        0,
    )
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:C3")
    assert "甲乙 && 丙" in sheet.oddHeader.left.text or "甲乙 & 丙" in sheet.oddHeader.left.text


def test_same_table_gives_the_same_bytes() -> None:
    assert made() == made()
