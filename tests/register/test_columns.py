"""columns: headers are recognised by name in any order, and only rows that hold cases become cases."""

from collections.abc import Sequence

import pytest
from register_tables import HEADER, case, sheet, table

from generator.register.columns import (
    ColumnKind,
    Table,
    as_kind,
    find_table,
    find_tables,
    heading_faults,
    open_headings,
    plain,
    recognise,
)
from generator.register.table import CellValue


def kinds(found: Table | None) -> list[ColumnKind | None]:
    """The kinds of the columns of a table, in order."""
    assert found is not None
    return [column.kind for column in found.columns]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("收件编号", "receipt"),
        ("流水号", "receipt"),
        ("业务名称", "item"),
        ("姓 名", "applicant"),
        ("申请人（姓名）", "applicant"),
        ("办事群众\n", "applicant"),
        ("证件号码", "id_number"),
        ("联系电话(手机)", "phone"),
        ("家庭住址：", "address"),
        ("*受理日期", "accepted"),
        ("承诺办结日期", "due"),
        ("完成日期", "completed"),
        ("办理　结果", "outcome"),
        ("［延期天数］", "extension_days"),
        ("承办人", "officer"),
        ("备注", "note"),
        ("序号", "ignored"),
        ("家庭成员", "private"),
        ("特别栏", None),
        ("", None),
    ],
)
def test_heading_is_recognised_by_name_and_synonym(heading: str, kind: ColumnKind | None) -> None:
    """Spaces, full width, brackets and punctuation make no difference; an unknown name stays open."""
    assert recognise(heading, {}) == kind


def test_mapping_of_the_project_comes_first() -> None:
    """What a clerk has said about a heading counts before what is usual, however he spaces it."""
    assert recognise("编 号", {plain("编号"): "ignored"}) == "ignored"


def test_columns_may_stand_in_any_order() -> None:
    """Reversed columns are the same columns."""
    found = find_table(sheet(HEADER[::-1], case()[::-1]), {})

    assert found is not None
    assert found.place("receipt") == len(HEADER) - 1
    assert found.place("officer") == 0


@pytest.mark.parametrize(
    "above",
    [
        [],
        [("虚谷镇便民服务大厅办件台账",)],
        [("虚谷镇便民服务大厅办件台账",) * len(HEADER), (), ("填报单位：大厅", None, "2026年第三季度")],
    ],
    ids=["nothing", "a title", "a merged title, a blank row and a line of particulars"],
)
def test_header_is_found_under_titles(above: list[Sequence[CellValue]]) -> None:
    """Rows above the header are no cases and no headings."""
    found = find_table(sheet(*above, HEADER, case()), {})

    assert found is not None
    assert found.header == len(above) + 1
    assert [row.number for row in found.rows] == [len(above) + 2]
    assert found.open == ()


def test_header_of_two_rows_counts_by_its_lower_names() -> None:
    """A group heading over several columns gives way to the names below it; the other names stay."""
    upper = ("收件编号", "事项", "申请人情况", "申请人情况", "办理", "办理", "办理")
    lower = (None, None, "姓名", "电话", "受理日期", "办结日期", "办理结果")
    found = find_table(
        sheet(upper, lower, ("XG-1", "临时救助", "杨无名", "0300-0000199", "2026-07-01", None, "在办")), {}
    )

    assert kinds(found) == ["receipt", "item", "applicant", "phone", "accepted", "completed", "outcome"]
    assert found is not None
    assert (found.header, len(found.rows)) == (2, 1)


def test_sheet_without_a_header_has_no_table() -> None:
    """Two familiar words are not a header."""
    assert find_table(sheet(("姓名", "电话", "生日"), ("杨无名", "0300-0000199", "x")), {}) is None


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ((None, " ", ""), "blank"),
        (HEADER, "header"),
        (("合计", None, 12), "total"),
        (("本页小计：", "3 件"), "total"),
        (("填表说明：每月 5 日前报送",), "note"),
        (("制表：李虚构", None, "审核：赵虚构"), "note"),
        (("说明：全部属实",) * 13, "note"),
        (("XG-0009",), "note"),
        (case(收件编号="示例-1（导入前删去本行）"), "example"),
    ],
)
def test_row_that_holds_no_case_is_left_out_by_reason(row: Sequence[CellValue], reason: str) -> None:
    """Blank rows, headers of further pages, sums, notes, reserved numbers and examples are counted, not imported."""
    found = table(case(), row, case(收件编号="XG-0002"))

    assert [case.number for case in found.rows] == [2, 4]
    assert dict(found.left_out) == {reason: (3,)}


def test_hidden_row_is_not_imported() -> None:
    """A hidden row may be a deleted case; its number is told."""
    found = table(case(), case(收件编号="XG-0002"), hidden=[3])

    assert [row.number for row in found.rows] == [2]
    assert dict(found.left_out) == {"hidden": (3,)}


def test_doubtful_row_is_a_case() -> None:
    """A row without its number, but with an item and days, is not dropped: it will be an error."""
    assert len(table(case(收件编号=None)).rows) == 1


def test_unknown_heading_is_asked_for_once_and_only_when_its_column_is_used() -> None:
    """The same name on two sheets is one question; an unknown column without a value is none."""
    first, second = (find_table(sheet((*HEADER, "特别栏", "空栏"), (*case(), "甲")), {}) for _ in range(2))

    assert first is not None
    assert second is not None
    assert open_headings([first, second]) == ["特别栏"]
    assert [(f.rule, f.place.column) for f in heading_faults(first)] == [("column/unknown", len(HEADER))]


def test_heading_with_a_number_is_not_shown() -> None:
    """A heading that holds digits like a private number is neither asked for nor printed."""
    found = find_table(sheet((*HEADER, "13900000000"), (*case(), "甲")), {})

    assert found is not None
    assert open_headings([found]) == []
    assert [(f.rule, f.values) for f in heading_faults(found)] == [("column/heading", ())]


def test_column_without_a_heading_is_private() -> None:
    """What nobody named is never published, and its values count as private."""
    found = find_table(sheet(HEADER, (*case(), "甲")), {})

    assert kinds(found)[-1] == "private"


def test_missing_and_doubled_columns_are_faults() -> None:
    """Every required column that is missing is named, and the second of two columns of one kind."""
    header = tuple({"办结日期": "受理时间"}.get(name, name) for name in HEADER)
    found = find_table(sheet(header, case()), {})

    assert found is not None
    assert [(f.rule, dict(f.values)["title"]) for f in heading_faults(found)] == [
        ("column/twice", "受理日期"),
        ("column/missing-date", "办结日期"),
    ]


@pytest.mark.parametrize(
    ("others", "rule"), [(("事项",), "column/unknown-date"), (("事项", "受理日期"), "column/unknown")]
)
def test_unknown_date_may_be_the_only_one(others: tuple[str, ...], rule: str) -> None:
    """Where no day of acceptance or completion is known, the message says what a single date may be."""
    found = find_table(sheet(("收件编号", "办理结果", "事由日期", *others), ("XG-1", "办结", "7.1", "临时救助")), {})

    assert found is not None
    assert [fault.rule for fault in heading_faults(found)] == [rule]


def test_column_for_both_days_stands_alone() -> None:
    """Beside a day of acceptance or completion it would not be known which counts."""
    header = tuple({"住址": "当日办结日期"}.get(name, name) for name in HEADER)
    found = find_table(sheet(header, case()), {})

    assert found is not None
    assert [f.rule for f in heading_faults(found)] == ["column/one-date"]


@pytest.mark.parametrize(
    ("label", "kind"), [("忽略", "ignored"), ("保密", "private"), ("姓名", "applicant"), ("鱼", None)]
)
def test_label_in_the_mapping_file_means_a_kind(label: str, kind: ColumnKind | None) -> None:
    """Our names and every synonym may be written; others mean nothing."""
    assert as_kind(label) == kind


def test_heading_that_names_a_person_is_not_shown() -> None:
    """What the caller knows to be a name is neither shown nor suggested for the mapping file."""
    found = find_table(sheet((*HEADER, "杨无名"), (*case(), "甲")), {})

    assert found is not None
    assert [(f.rule, f.values) for f in heading_faults(found, {"杨无名"})] == [("column/heading", ())]


# --- several tables, and 同上 ------------------------------------------------------------------------------------------

SHORT = ("收件编号", "申请人", "事项", "受理日期", "办结日期", "办理结果")


def short(number: int) -> tuple[str, ...]:
    """A row below SHORT."""
    return f"XG-{number}", "杨无名", "临时救助", "2026-07-01", "2026-07-02", "办结"


def test_tables_one_below_the_other_have_their_own_columns() -> None:
    """Each keeps its rows; titles between them are no cases, and the longer header need not come first."""
    rows = (SHORT, short(1), short(2), (), ("二、民政窗口",), HEADER, case(收件编号="XG-3"), (), SHORT, short(4))

    tables = find_tables(sheet(*rows), {})

    assert [[table.cell(row, "receipt") for row in table.rows] for table in tables] == [
        ["XG-1", "XG-2"],
        ["XG-3"],
        ["XG-4"],
    ]
    assert [table.place("item") for table in tables] == [2, 1, 2]
    below = [[row.number for row in table.sheet.rows if row.number > table.header] for table in tables]
    assert below == [[2, 3, 4, 5], [7, 8], [10]]


def test_repeated_header_and_summary_begin_no_table() -> None:
    """The header of each printed page, also without its last column, and a small table of sums below."""
    rows = (SHORT, short(1), SHORT, short(2), SHORT[:5], short(3), ("事项", "件数", "备注"), ("临时救助", 2, ""))

    (table,) = find_tables(sheet(*rows), {})

    assert [row.number for row in table.rows][:3] == [2, 4, 6]


def test_ditto_stands_for_the_cell_above() -> None:
    """Down several rows, in every column but the receipt number, and only where the row above is a case."""
    ditto = case(收件编号="XG-2", 事项="同上", 身份证号码="〃", 受理日期="同上")
    one = table(case(), ditto, ditto, (), case(收件编号="同上", 事项="同上"))

    assert [one.cell(row, "item") for row in one.rows] == ["临时救助"] * 3 + ["同上"]
    assert [one.cell(row, "id_number") for row in one.rows][1:3] == ["000000202613450011"] * 2
    assert one.cell(one.rows[2], "accepted") == "2026-07-01"
    assert table(case(), case(收件编号="同上")).rows[1].cells[0] == "同上"
