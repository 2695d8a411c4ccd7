"""contents: columns that were shifted or renamed are noticed in any row, and told by place only."""

from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from register_tables import HEADER, case, table

from generator.register.cases import read_cases
from generator.register.contents import content_faults
from generator.register.faults import Fault, letter, report
from generator.register.table import CellValue


def content(*rows: Sequence[CellValue]) -> Iterator[Fault]:
    """The faults of a register of ``rows``."""
    one = table(*rows)
    return content_faults([one], read_cases(one, date(2026, 7, 1), date(2026, 10, 12)))


def found(**cells: CellValue) -> list[tuple[str, str]]:
    """Rule and column letter of each fault of a register whose last row has ``cells``."""
    rows = [case(收件编号=f"XG-{number:04}") for number in range(300)]
    return [(f.rule, letter(f.place.column or 0)) for f in content(*rows, case(**cells))]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"申请人": "00000020261345001X"}, "C"),
        ({"申请人": "13900000000"}, "C"),
        ({"收件编号": "杨无名"}, "A"),
        ({"收件编号": "13900000000"}, "A"),
        ({"收件编号": "330000202606300012"}, "A"),
        ({"收件编号": "330000260702012"}, "A"),
        ({"事项": "XG2026000001"}, "B"),
        ({"受理日期": "13900000000"}, "G"),
        ({"办结日期": "139 0000 0000"}, "I"),
        ({"办理结果": "13900000000"}, "J"),
        ({"延期天数": "2026-07-01"}, "K"),
        ({"延期原因": "13900000000"}, "L"),
        ({"身份证号码": "2026-07-01"}, "D"),
        ({"联系电话": "110000199001011234"}, "E"),
        ({"住址": "13900000000"}, "F"),
        ({"经办人": "2026-07-01"}, "M"),
    ],
)  # fmt: skip
def test_value_of_another_kind_stops_the_import(cells: dict[str, CellValue], column: str) -> None:
    """One cell in the last of 301 rows is enough, in published columns and in the others."""
    assert found(**cells) == [("column/contents", column)]


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"身份证号码": "无"},
        {"身份证号码": "未带证件", "联系电话": "无"},
        {"住址": "不详", "经办人": "值班岗"},
        {"受理日期": "七月初"},
        {"收件编号": "330000202607010012"},
        {"收件编号": "330000-20260701-0012"},
        {"收件编号": 330000260701012},
        {"联系电话": 13900000000},
        {"联系电话": 13900000000.0},
        {"联系电话": 3000000199},
        {"住址": "3-12"},
        {"办结日期": "当场办结"},
        {"受理日期": "26.7.1"},
        {"办理结果": "同上", "身份证号码": "同上", "收件编号": "同上"},
    ],
    ids=str,
)
def test_odd_values_do_not(cells: dict[str, CellValue]) -> None:
    """What is not published may be incomplete; an unreadable day has its own message.

    A receipt number of region, day and serial has the shape of an ID, but the day of its row.
    """
    assert found(**cells) == []


@pytest.mark.parametrize("column", ["身份证号码", "联系电话"])
@pytest.mark.parametrize("value", [1.1010119900101e17, "1.1E+17", "1.39E+10"])
def test_number_that_lost_digits_is_an_error(column: str, value: CellValue) -> None:
    """An ID that a spreadsheet keeps as a number, and a number that a CSV shows in powers of ten."""
    assert ("cell/number-format", letter(HEADER.index(column))) in found(**{column: value})


def test_column_that_mostly_holds_something_else_is_told_once() -> None:
    """Names under 身份证号码 all the way down are one fault."""
    faults = list(content(*(case(身份证号码="杨无名") for _ in range(50))))

    assert [(f.rule, f.place.row) for f in faults] == [("column/contents", 2)]


def test_report_names_place_and_never_the_value() -> None:
    """File, sheet, row and column letter; of many faults of a kind twenty are listed and the others counted."""
    lines = list(report("台账.xlsx", content(*(case(申请人="13900000000") for _ in range(50)))))

    assert lines[0] == (
        "台账.xlsx:台账:2:C [column/contents] 这里的内容不是“申请人”，可能整列或整行错位，或者列名改过。请对照列名检查。"
    )
    assert lines[20:] == ["台账.xlsx:台账:C [column/contents] 同样的问题还有 30 行。"]
    assert "139" not in "".join(lines)
