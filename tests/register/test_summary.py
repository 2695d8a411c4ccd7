"""summary: what an import tells before it writes is complete, short, and holds nothing private."""

from collections import Counter

import pytest
from register_tables import CASE, HEADER, case, sheet

from generator.register.columns import Table, find_table
from generator.register.compare import Changes
from generator.register.public import Published
from generator.register.sheets import Note, Reading
from generator.register.summary import MAX_SHOWN, of_changes, of_hidden, of_reading, of_rows, of_text
from generator.register.table import RegisterPlace, RegisterSheet


def tables(*sheets: RegisterSheet) -> list[Table]:
    """The tables of ``sheets`` that have one."""
    return [found for one in sheets if (found := find_table(one, {"特别栏": "private"}))]


def told(*sheets: RegisterSheet, notes: tuple[Note, ...] = ()) -> list[str]:
    """What is told of a register with ``sheets``."""
    return list(of_reading(Reading(sheets, notes), tables(*sheets), "台账.xlsx"))


def test_sheet_tells_cases_columns_and_what_was_left_out() -> None:
    """Rows that are no case by their number, so that the clerk can look."""
    header = (*HEADER, "特别栏", None)
    rows = [(*case(), "密", "旁注"), (), ("合计", 1), case(收件编号="XG-2"), header]

    assert told(sheet(header, *rows, hidden=[5], name="7月")) == [
        "工作表“7月”：1 行办件",
        "  空行 1 行，已跳过",
        "  重复的表头 1 行，已跳过",
        "  合计行 1 行，已跳过：第 4 行",
        "  隐藏的行 1 行，没有导入；要导入请先取消隐藏：第 5 行",
        "  公开的列：收件编号、事项、申请人、受理日期、应办结日期、办结日期、办理结果、延期天数、延期原因",
        "  不公开的列：身份证号码、联系电话、住址、经办人、特别栏、O 列（没有列名）",
    ]


def test_other_sheets_are_named_with_the_reason() -> None:
    """Hidden ones, and those without a header that is known; notes on the file come first."""
    hidden = RegisterSheet("旧", sheet(HEADER, case()).rows, hidden=True)
    note = Note("note/merged", RegisterPlace("7月"), {"count": "2"})

    assert told(hidden, sheet(("随便",), name="说明"), notes=(note,)) == [
        "台账.xlsx:7月 [note/merged] 有 2 处合并单元格在表头以下，只有左上角的一格有内容。请写：取消合并，每格都填",
        "工作表“旧”是隐藏的，没有导入",
        "工作表“说明”没有认识的表头，没有导入",
    ]


def test_heading_that_may_be_private_is_shown_as_its_kind() -> None:
    """Somebody wrote a number above a column, and the mapping file knows it."""
    one = sheet((*HEADER, "电话0300-0000199"), (*case(), "x"))
    found = find_table(one, {"电话03000000199": "phone"})
    assert found is not None

    kept = list(of_reading(Reading((one,), ()), [found], "台账.csv"))[-1]
    assert kept == "  不公开的列：身份证号码、联系电话、住址、经办人、联系电话"


def test_no_cell_is_told() -> None:
    """Not of a case, not of a row that was left out."""
    lines = "\n".join(told(sheet(HEADER, case(), ("合计", *case()[1:]), case(), hidden=[4])))

    private = ("申请人", "身份证号码", "联系电话", "住址", "经办人")
    assert [name for name in private if str(CASE[name]) in lines] == []


def test_rows_that_went_another_way_are_counted() -> None:
    """Only what there is."""
    assert list(of_rows(Published(), "2026-Q3", 5, 0)) == ["2026-Q3：公开 5 件"]
    counts = Counter(other_period=1, open_then=2, due_open=3, masked_again=6)
    lines = list(of_rows(Published(counts=counts), "2026-Q3", 5, 4))
    assert [line.partition(" ")[2][:3] for line in lines[:5]] == ["1 行", "2 件", "3 件", "6 件", "4 件"]


def test_year_without_calendar_is_told_with_the_way_out() -> None:
    """The year that due days depend on, and how it is written; a year that cannot be typed in is only counted."""
    published = Published(counts=Counter(due_open=7), unknown_years=Counter({2018: 2, 2031: 4}))

    assert list(of_rows(published, "2031-Q3", 5, 0)) == [
        "应办结日期没有写、也算不出来的 7 件，留空（时限单位未定，或还不知道放假安排）",
        "  其中 4 件要算到 2031 年，程序还不知道这一年的放假安排。国务院办公厅的通知已经发出的，请先照通知写在 "
        "content/holidays.yml 的 years: 下面，再导入一次（gongshi new holidays 2031 新建这个文件）。写法：\n"
        "    - {year: 2031, source: 【填写：通知文号】, holidays: [{name: 元旦, from: 【填写：第一天】, "
        "until: 【填写：最后一天】}], workdays: [【填写：调休上班日】]}",
        "2031-Q3：公开 5 件",
    ]


@pytest.mark.parametrize(
    ("stale", "line"),
    [(True, "行的内容没有变化，只更新 2026-Q3.yml。"), (False, "与已发布的完全一样，没有改动任何文件。")],
)
def test_no_change_is_said(stale: bool, line: str) -> None:
    """And whether the description is written anew."""
    assert list(of_changes(Changes((), (), ()), stale, "2026-Q3.yml")) == [line]


def test_changes_are_listed_up_to_a_limit() -> None:
    """With the columns of what was corrected; the number is always of all."""
    many = tuple(f"XG-{number:04}" for number in range(MAX_SHOWN + 1))
    added, corrected, withdrawn = of_changes(Changes(many, (("XG-1", ("办理结果", "办结日期")),), ("XG-2",)), True, "x")

    assert added.startswith(f"新增 {MAX_SHOWN + 1} 件：XG-0000、XG-0001、")
    assert added.endswith(f"、{many[MAX_SHOWN - 1]}……")
    assert corrected == "更正 1 件：XG-1（办理结果、办结日期）"
    assert withdrawn == "撤下 1 件（已发布，台账里不再有）：XG-2"


def test_receipt_number_that_looks_private_is_blanked() -> None:
    """One that was published by hand may be a telephone number."""
    mobile = "138" + "0013" + "8001"
    assert mobile not in "".join(of_changes(Changes((), (), (mobile,)), False, "x"))


def test_lines_of_the_description_that_go_and_come_are_shown() -> None:
    """A line that moved is none of them; a new file comes whole."""
    assert list(of_text("a: 1\nb: 2\n", "b: 2\na: 3\n", "x.yml")) == ["x.yml 的改动：", "  - a: 1", "  + a: 3"]
    assert list(of_text(None, "a: 1\n", "x.yml")) == ["x.yml 的改动：", "  + a: 1"]
    assert list(of_text("a: 1\n", "a: 1\n", "x.yml")) == []


def test_withdrawn_row_that_is_hidden_is_told() -> None:
    """A filter was left on; a row that is gone, and a hidden one that was never published, are nothing to tell."""
    rows = [case(), case(收件编号="XG-2"), case(收件编号="XG-3")]
    changes = Changes((), (), ("XG-2", "XG-9"))

    assert list(of_hidden(changes, tables(sheet(HEADER, *rows, hidden=[3, 4])))) == [
        "  其中 1 件在台账的隐藏行里，可能是筛选造成的；请先取消筛选、再导入：XG-2"
    ]
    assert list(of_hidden(changes, tables(sheet(HEADER, *rows, hidden=[2, 4])))) == []


def test_receipt_with_its_own_day_is_shown_in_full() -> None:
    """One that looks like an identity number and is not known to be none is blanked."""
    receipt = "330000" + "260701" + "012"
    lines = [
        "".join(of_changes(Changes((receipt,), (), (), dated), False, "x.yml"))
        for dated in (frozenset({receipt}), frozenset[str]())
    ]

    assert receipt in lines[0]
    assert receipt not in lines[1]
