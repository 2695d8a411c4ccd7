"""Registers as the reading gives them: a header, and rows of which a test changes one cell. People are invented."""

from collections.abc import Sequence

from generator.register.columns import Table, find_table
from generator.register.table import CellValue, RegisterSheet, SheetRow

HEADER = (
    "收件编号", "事项", "申请人", "身份证号码", "联系电话", "住址", "受理日期", "应办结日期", "办结日期", "办理结果",
    "延期天数", "延期原因", "经办人",
)  # fmt: skip

CASE: dict[str, CellValue] = {
    "收件编号": "XG-0001",
    "事项": "临时救助",
    "申请人": "杨无名",
    "身份证号码": "000000202613450011",
    "联系电话": "0300-0000199",
    "住址": "虚谷镇不远村3组12号",
    "受理日期": "2026-07-01",
    "应办结日期": None,
    "办结日期": "2026-07-13",
    "办理结果": "办结",
    "延期天数": None,
    "延期原因": None,
    "经办人": "李虚构",
}


def case(**cells: CellValue) -> tuple[CellValue, ...]:
    """The cells of a row: CASE with ``cells`` changed."""
    return tuple({**CASE, **cells}[name] for name in HEADER)


def sheet(*rows: Sequence[CellValue], name: str = "台账", hidden: Sequence[int] = (), start: int = 1) -> RegisterSheet:
    """A sheet of ``rows``; those with the numbers in ``hidden`` are hidden."""
    numbered = (SheetRow(number, tuple(row), number in hidden) for number, row in enumerate(rows, start))
    return RegisterSheet(name, tuple(numbered))


def table(*rows: Sequence[CellValue], hidden: Sequence[int] = ()) -> Table:
    """The table of a sheet with HEADER in row 1 and ``rows`` below it."""
    found = find_table(sheet(HEADER, *rows, hidden=hidden), {})
    assert found is not None
    return found
