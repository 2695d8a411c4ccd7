"""shapes: a value is recognised as one of its column, or as one that has slipped in from another."""

from datetime import date

import pytest
from hypothesis import given
from register_cells import ANY_CELL, IMPOSSIBLE_ID, MOBILE, VALID_ID

from generator.register.shapes import CellKind, looks_like
from generator.register.table import CellValue

JULY = date(2026, 7, 1)

TYPICAL: dict[CellKind, list[CellValue]] = {
    "receipt": ["2026-0001", "11X00000000000000N20001120002607010001260701", "XC20260701001", "云民〔2026〕12号", 12.0, 202607010001.0, "20260701", "示例-1（导入前删去本行）"],
    "name": ["张三", "欧阳某某", "买买提·艾力", "John Smith", "张*", "云溪种植专业合作社", "张三等3人", "〇一", "李 四"],
    "id_number": [VALID_ID, IMPOSSIBLE_ID, VALID_ID.lower(), f"{VALID_ID[:6]} {VALID_ID[6:14]} {VALID_ID[14:]}", "E12345678", "11010*********0011", "军字第1234567号", 1.1e17],
    "phone": [MOBILE, f"{MOBILE[:3]}-{MOBILE[3:7]}-{MOBILE[7:]}", f"{MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}", "0592-1234567", "(0592)1234567", "1234567", "0592-1234567转801", f"{MOBILE}/0592-1234567", f"+86 {MOBILE}", "139****0000", 1.39e10],
    "address": ["云溪镇东街12号", "东湖村三组", "2026号院"],
    "day": [JULY, "2026-07-01", "7月1日", 46204, "二〇二六年七月一日"],
    "outcome": ["办结", "不予批准", "已办结", "在办", "通过", "材料不全，退回", "√", "×", "办结，7月15日到3号窗口领取"],
    "item": ["临时救助", "城乡居民最低生活保障", "一孩生育服务证（2016年前）"],
    "days": [5, "10", "10个工作日"],
    "text": ["需要到现场核实", "7月1日补件", 12],
}  # fmt: skip


@pytest.mark.parametrize("kind", TYPICAL)
def test_typical_values_look_like_their_kind(kind: CellKind) -> None:
    """What is usual in a column is never taken for a shifted one; nor is an empty cell."""
    assert [value for value in (*TYPICAL[kind], None, "", "　") if not looks_like(kind, value)] == []


@pytest.mark.parametrize(
    ("kind", "others"),
    [
        ("receipt", [VALID_ID, MOBILE, "张三", "2026-07-01", JULY, "办结", "临时救助"]),
        (
            "name",
            [
                VALID_ID,
                MOBILE,
                "2026年7月1日",
                JULY,
                12.0,
                "办结",
                "不予批准",
                "云溪镇东街12号",
                "XC20260701001",
                "0592-1234567",
            ],
        ),
        ("id_number", [MOBILE, "张三", "2026-07-01", JULY, "云溪镇东街12号", "办结"]),
        ("phone", [VALID_ID, "张三", "2026-07-01", JULY, "办结", "云溪镇东街12号", 46204]),
        ("address", [VALID_ID, MOBILE, "2026-07-01", JULY, 12]),
        ("day", [VALID_ID, MOBILE, "张三", "办结", 5]),
        ("outcome", [VALID_ID, MOBILE, JULY, "2026-07-01", "云溪镇东街12号"]),
        ("item", [VALID_ID, MOBILE, JULY, "2026/7/1", "办结", 5]),
        ("days", [VALID_ID, MOBILE, "张三", JULY, "2026-07-01"]),
        ("text", [VALID_ID, MOBILE]),
    ],
)
def test_shifted_columns_are_recognised(kind: CellKind, others: list[CellValue]) -> None:
    """IDs under 姓名, names under 编号, phones under dates: none of them looks like the column it is in."""
    assert [value for value in others if looks_like(kind, value)] == []


@given(ANY_CELL)
def test_every_cell_has_a_verdict(value: CellValue) -> None:
    """Nothing that a sheet can hold ends in a crash."""
    assert all(isinstance(looks_like(kind, value), bool) for kind in TYPICAL)
