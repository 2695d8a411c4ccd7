"""numbered: cases without receipt numbers get them in a copy; the register and the numbers that it has stay as they are."""

from pathlib import Path

import pytest
from project_builder import make_project

from generator.register.columns import find_tables
from generator.register.faults import ImportRefused
from generator.register.numbered import copy_beside, write
from generator.register.sheets import read_register
from generator.system.environment import Refused

ROWS = "便民服务台账,,,,\n姓名,事项,当日办结日期,办理结果,联系电话\n杨无名,临时救助,7.10,办结,0300\n李乌有,临时救助,7.12,办结,=1\n合计,2,,,\n"


def numbered(folder: Path, text: str = ROWS, period: str = "2026-Q3") -> tuple[int, Path]:
    """How many cases of a register got a number, and the copy."""
    folder.mkdir(exist_ok=True)
    register = folder / "台账.csv"
    register.write_text(text)
    project = make_project(folder / "project")
    copy = copy_beside(register)
    return write(register, copy, project, project / "content", period), copy


def cells(path: Path) -> list[tuple[object, ...]]:
    """The cells of the first sheet of a register."""
    return [row.cells for row in read_register(path).sheets[0].rows]


def test_register_without_numbers_gets_a_column_of_them(tmp_path: Path) -> None:
    """Before the others, for cases only; all values stay, texts as texts, and the register is not touched."""
    count, copy = numbered(tmp_path)

    assert (count, copy.name) == (2, "台账-已编号.xlsx")
    assert cells(copy) == [
        (None, "便民服务台账"),
        ("收件编号", "姓名", "事项", "当日办结日期", "办理结果", "联系电话"),
        ("2026Q3-0001", "杨无名", "临时救助", "7.10", "办结", "0300"),
        ("2026Q3-0002", "李乌有", "临时救助", "7.12", "办结", "=1"),
        (None, "合计", "2"),
    ]
    assert (tmp_path / "台账.csv").read_text() == ROWS
    (table,) = find_tables(read_register(copy).sheets[0], {})
    assert [table.cell(row, "receipt") for row in table.rows] == ["2026Q3-0001", "2026Q3-0002"]


def test_numbers_that_are_there_stay(tmp_path: Path) -> None:
    """New ones go on behind the highest of their kind."""
    text = "事项,收件编号,当日办结日期,办理结果\n临时救助,2026Q3-0007,7.10,办结\n临时救助,,7.10,办结\n临时救助,旧-9,7.10,办结\n"

    count, copy = numbered(tmp_path, text)

    assert count == 1
    assert [row[1] for row in cells(copy)] == ["收件编号", "2026Q3-0007", "2026Q3-0008", "旧-9"]


def test_nothing_is_overwritten_and_nothing_private_enters_the_project(tmp_path: Path) -> None:
    """A copy that exists may be the register of today; a complete register needs none."""
    _, copy = numbered(tmp_path)
    with pytest.raises(Refused, match="已经存在"):
        numbered(tmp_path)
    with pytest.raises(Refused, match="都已经有"):
        numbered(tmp_path / "whole", "收件编号,事项,办理结果\n1,临时救助,办结\n")
    content = tmp_path / "project" / "content"
    for out in (content / "台账.xlsx", content.parent / "台账.xlsx"):
        with pytest.raises(ImportRefused, match="register/inside"):
            write(tmp_path / "台账.csv", out, content.parent, content, "2026-Q3")
        assert copy.exists() and not out.exists()


@pytest.mark.parametrize(("text", "rule"), [("甲,乙\n1,2\n", "register/no-table"), ("\x01", "register/csv-control")])
def test_register_that_cannot_be_read_is_refused(tmp_path: Path, text: str, rule: str) -> None:
    """With the message of the import."""
    with pytest.raises(ImportRefused, match=rule):
        numbered(tmp_path, text)
