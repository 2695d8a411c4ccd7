"""The table of a disclosure from a sheet: what of the sheet it is, what stops it, and that nothing is written before."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from content_builder import minimal_content, write_content
from openpyxl import Workbook
from project_builder import make_project
from rules.dataset_builder import DISCLOSURE

from generator.catalogue.disclosures import planned
from generator.catalogue.file_plan import FilePlan
from generator.catalogue.refusals import ImportRefused
from generator.cli import main
from generator.content.load import load
from generator.content.problems import ContentError

TODAY = date(2026, 11, 20)
ID = "caiwu-2026-q3"
HEADER = ("日期", "项目", "收入（元）", "支出（元）", "备注")
ROWS: Sequence[Sequence[object]] = [
    (date(2026, 7, 1), "上季度结转", 12480, None, None),
    (date(2026, 7, 15), "打印纸、墨盒", None, 836.5, "三包"),
    ("合　计", "", 12480, 836.5, None),
]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A hall with a disclosure whose table is a sample."""
    folder = tmp_path / "project" / "content"
    return write_content(folder, minimal_content() | {f"disclosures/{ID}.csv": "日期,项目\n"})


def sheet(tmp_path: Path, *rows: Sequence[object], header: Sequence[object] = HEADER, name: str = f"{ID}.xlsx") -> Path:
    """A workbook as a village's accountant makes it: a title over the columns, the unit, rows, and who made it."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "第三季度"
    page.append(["不远村2026年第三季度财务收支公开表"])
    page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(header))
    page.append([None, None, None, None, "单位：元"])
    for row in (header, *(rows or ROWS), ("编制：村报账员", None, None, "审核：村务监督委员会")):
        page.append(list(row))
    if not rows:  # The words of the total are two columns wide.
        page.merge_cells(start_row=6, start_column=1, end_row=6, end_column=2)
    book.save(tmp_path / name)
    return tmp_path / name


def plan(file: Path, content: Path, sheet: str | None = None) -> FilePlan:
    return planned(file, ID, sheet, content, TODAY)


def refused(file: Path, content: Path) -> tuple[str, ...]:
    with pytest.raises(ImportRefused) as refusal:
        plan(file, content)
    return refusal.value.lines


def test_table_stands_below_its_title_and_above_the_signatures(tmp_path: Path, content: Path) -> None:
    """Days are written as such; 合　计 is the total, also where its cell is two columns wide."""
    made = plan(sheet(tmp_path), content)

    assert made.data.decode().splitlines() == [
        "日期,项目,收入（元）,支出（元）,备注",
        '2026-07-01,上季度结转,"12,480.00",,',
        "2026-07-15,打印纸、墨盒,,836.50,三包",
        '合计,,"12,480.00",836.50,',
    ]
    assert made.report[:3] == (
        f"{ID}.xlsx 工作表“第三季度”：读到 3 行，各列是 日期、项目、收入（元）、支出（元）、备注。",
        "表格以外的行没有导入（标题、编制、审核等）：第 1、2、7 行。",
        f"{ID}.csv：新增 4 行，删去 1 行（改动的行算一增一删）：",
    )
    assert "  + 2026-07-15,打印纸、墨盒,,836.50,三包" in made.report


def test_numbers_are_written_to_be_added_up(tmp_path: Path, content: Path) -> None:
    """Decimals of a column are those of its longest number, noise of sums is none, and only money has commas."""
    header = ("年份", "亩数", "租金", "补助")
    rows = [(2025, 26.5, 0.1 + 0.2, 40000), (2026, 12, 12836.55, 0), ("合计", 38.5, 12836.85, 40000)]
    assert plan(sheet(tmp_path, *rows, header=header), content).data.decode().splitlines()[1:] == [
        '2025,26.5,0.30,"40,000.00"',
        '2026,12.0,"12,836.55",0.00',
        '合计,38.5,"12,836.85","40,000.00"',
    ]
    whole = [("租金", 12480)]
    assert plan(sheet(tmp_path, *whole, header=("项目", "金额")), content).data.decode() == '项目,金额\n租金,"12,480"\n'


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("7月", "慰问王小二，身份证号11010119000229001X", None, 100, None)], "[privacy/number]"),
        ([("7月", "慰问，联系电话13800000000", None, 100, None)], "[privacy/number]"),
        ([("7月", "租金", 100, None, None), ("合计", None, 90, None, None)], ":5:C [table/sum]"),
        ([("7月", "租金", "=1+1", None, None)], ":4:C [cell/formula-empty]"),
        ([("7月", "租金", 100, None, None, "另记")], ":4:F [table/header]"),
        ([("7月", "租金", 12345678901234567, None, None)], ":4:C [cell/number-format]"),
        ([("7月", "租" * 300, 1, None, None)], ":4:B [field/"),
    ],
)
def test_what_may_not_be_published_stops_the_import(
    tmp_path: Path, content: Path, rows: Sequence[Sequence[object]], said: str
) -> None:
    """With the place in the sheet, and never with the value."""
    lines = refused(sheet(tmp_path, *rows), content)

    assert len(lines) == 1 and said in lines[0] and lines[0].startswith(f"{ID}.xlsx:第三季度:")
    assert not any(private in lines[0] for private in ("王小二", "11010119000229001X", "13800000000"))


def test_gap_is_told_and_does_not_stop(tmp_path: Path, content: Path) -> None:
    """As in the content."""
    assert (
        ":4:E [text/placeholder]" in plan(sheet(tmp_path, ("7月", "租金", 100, None, "待定"), ()), content).report[-1]
    )


def test_names_below_their_heading_stop_the_import(tmp_path: Path, content: Path) -> None:
    """The content only reminds of a name; a sheet that comes in has them by the dozen."""
    header = ("序号", "姓名", "金额")
    rows = [(1, "王子虚", 300), (2, "李乌有", 300)]
    lines = refused(sheet(tmp_path, *rows, header=header), content)
    assert [line.partition(" ")[0] for line in lines] == [f"{ID}.xlsx:第三季度:{row}:B" for row in (4, 5)]


def test_merged_rows_and_shares_are_not_guessed(tmp_path: Path, content: Path) -> None:
    """One amount for two rows, and 12.5% that is stored as 0.125."""
    book = Workbook()
    page = book.active
    assert page is not None
    for row in (("村组", "面积", "占比"), ("一组", 26.5, 0.125), ("二组", None, "87.5%")):
        page.append(row)
    page.merge_cells("B2:B3")
    book.save(tmp_path / "x.xlsx")
    lines = refused(tmp_path / "x.xlsx", content)
    assert [line.partition("] ")[0] for line in lines] == [
        "x.xlsx:Sheet:2:C [table/share",
        "x.xlsx:Sheet:2:B [table/merged",
    ]


def test_hidden_rows_stay_out_and_are_told(tmp_path: Path, content: Path) -> None:
    """So do hidden columns: nobody looked at them."""
    book = Workbook()
    page = book.active
    assert page is not None
    for row in (("项目", "经办", "金额"), ("租金", "甲", 1), ("押金", "乙", 2)):
        page.append(row)
    page.row_dimensions[3].hidden = True
    page.column_dimensions["B"].hidden = True
    book.save(tmp_path / "x.xlsx")
    made = plan(tmp_path / "x.xlsx", content)
    assert made.data.decode() == "项目,金额\n租金,1\n"
    assert "隐藏的行没有导入：第 3 行。" in made.report


def test_of_several_sheets_one_is_named(tmp_path: Path, content: Path) -> None:
    """A workbook with a sheet for each quarter."""
    book = Workbook()
    for name in ("一季度", "二季度"):
        page = book.create_sheet(name)
        page.append(["项目", "金额"])
        page.append([name, 1])
    book.save(tmp_path / "x.xlsx")
    assert refused(tmp_path / "x.xlsx", content) == (
        "有几个工作表都有表格：一季度、二季度。请加上 --sheet，写明导入哪一个。",
    )
    assert plan(tmp_path / "x.xlsx", content, "二季度").data.decode() == "项目,金额\n二季度,1\n"


def test_table_of_nothing_is_refused(tmp_path: Path, content: Path) -> None:
    """A record that is not there, one that is broken, a sheet without columns."""
    (tmp_path / "x.csv").write_text("只有一句话\n", "utf-8")
    assert refused(tmp_path / "x.csv", content)[0].startswith("没有找到表格。")
    with pytest.raises(ImportRefused, match="请先运行 gongshi new disclosure q4"):
        planned(sheet(tmp_path), "q4", None, content, TODAY)
    (content / DISCLOSURE).write_text(f"id: {ID}\n", "utf-8")
    with pytest.raises(ContentError) as error:
        plan(sheet(tmp_path), content)
    assert {one.path for one in error.value.problems} == {f"content/{DISCLOSURE}"}


def run(content: Path, *arguments: str, answer: str = "") -> Result:
    command = ["import", "disclosure", *arguments, "-C", str(content.parent), "--today", "2026-11-20"]
    return CliRunner().invoke(main, command, input=answer, prog_name="gongshi", catch_exceptions=False)


@pytest.mark.parametrize(
    ("options", "answer", "code", "is_written"),
    [(["--dry-run"], "", 0, False), ([], "n\n", 1, False), ([], "y\n", 0, True), (["--yes"], "", 0, True)],
)
def test_nothing_is_written_without_consent(
    tmp_path: Path, content: Path, options: list[str], answer: str, code: int, is_written: bool
) -> None:
    """What was imported is read back without a problem, and importing it again changes nothing."""
    make_project(content.parent)
    file = str(sheet(tmp_path))
    done = run(content, file, *options, answer=answer)

    assert done.exit_code == code and '  + 合计,,"12,480.00",836.50,' in done.stdout
    assert ((content / f"disclosures/{ID}.csv").read_text("utf-8").count("\n") == 4) is is_written
    if is_written:
        assert not [one for one in load(content).problems if one.path.endswith(".csv")]
        assert run(content, file).stdout.splitlines()[-1] == "没有变化，什么也不用写。"
