"""Sheets that hang side by side have the same type and head, and take no more paper for it."""

from dataclasses import replace

import pytest
from test_press import TEMPLATES, Grey, long_sheet, on, pages, sheet, type_sizes

from generator.kit.wall_set import common_body
from generator.posters.fonts import find_fonts
from generator.posters.legibility import smallest_points
from generator.posters.press import Press

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def press() -> Press:
    """One press for all tests."""
    return Press(find_fonts(), TEMPLATES, further=[])


def test_set_shares_type_and_head(press: Press) -> None:
    """The largest body with which each takes as few sheets as alone; all heads end at the same height."""
    sheets = [
        sheet(),
        long_sheet(8),
        sheet(title="一个题目很长很长要写成两行才放得下的关于首问负责和一次性告知的制度"),
        long_sheet(14),
    ]
    alone = [press.extent(one, on("60x90")) for one in sheets]
    body = common_body(press.extent, sheets, on("60x90"))
    assert smallest_points(1) <= body <= min(one.size for one in alone)
    printed = [press.print(one, replace(on("60x90"), body=body))[0] for one in sheets]
    assert [pages(pdf) for pdf in printed] == [one.sheets for one in alone]
    heads = set()
    for pdf in printed:
        assert round(body, 1) in {round(size, 1) for size in type_sizes(pdf)}
        picture = Grey(pdf, 30)
        column = [picture.row(y)[picture.width // 12] for y in range(picture.height // 2)]
        heads.add(max(y for y, grey in enumerate(column) if grey < 100))
    assert max(heads) - min(heads) <= 1
    larger = [press.extent(one, replace(on("60x90"), body=body * 1.06)).sheets for one in sheets]
    assert larger != [one.sheets for one in alone] or body * 1.06 > min(one.size for one in alone)


def test_sheet_of_several_does_not_grow(press: Press) -> None:
    """A text of two sheets stays at two."""
    sheets = [long_sheet(30), long_sheet(6)]
    body = common_body(press.extent, sheets, on("a2"))
    assert [press.extent(one, replace(on("a2"), body=body)).sheets for one in sheets] == [
        press.extent(one, on("a2")).sheets for one in sheets
    ]
