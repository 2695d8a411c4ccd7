"""Ratings from exports of the official system: counts only, no people, no comments, nothing written before."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from content_builder import minimal_content, write_content
from openpyxl import Workbook
from project_builder import make_project

from generator.catalogue.file_plan import FilePlan
from generator.catalogue.rating_import import planned
from generator.catalogue.refusals import ImportRefused
from generator.cli import main
from generator.content.load import load
from generator.model.rating import GRADES

MONTH = "2026-09"
COUNTS = (
    "序号",
    "窗口名称",
    "工作人员",
    "评价总数",
    "非常满意（件）",
    "满意数",
    "基本满意",
    "不满意",
    "非常不满意",
    "满意率",
    "评价内容",
)
COUNTED: Sequence[Sequence[Any]] = [
    (1, "民政救济", "王小二", 24, 20, 3, 1, None, "-", "100%", "王小二态度好"),
    (2, "民政救济", "李小三", 11, 10, 0, 0, 1, 0, "90.9%", "我家的低保没批"),
    ("合计", None, None, 35, 30, 3, 1, 1, 0, None, None),
]
SINGLE = ("评价时间", "办理部门", "办事人", "联系电话", "满意度", "意见建议")
SINGLES: Sequence[Sequence[Any]] = [
    (date(2026, 9, 3), "民政救济窗口", "王小二", "13800000000", "非常满意", "快"),
    ("2026-09-30 10:00:00", "民政救济", "李小三", None, "5星", None),
    ("2026/9/12", None, None, None, "非常不满意", "等了两天"),
    (date(2026, 10, 1), "民政救济", None, None, "满意", None),
]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_content(tmp_path / "project" / "content", minimal_content())


def book(tmp_path: Path, header: Sequence[Any], *rows: Sequence[Any], second: bool = False) -> Path:
    made = Workbook()
    page = made.active
    assert page is not None
    page.title = "评价"
    for row in (("示例大厅9月好差评统计表",), header, *rows):
        page.append(list(row))
    if second:
        other = made.create_sheet("又一张")
        other.append(list(header))
    made.save(tmp_path / "haochaping.xlsx")
    return tmp_path / "haochaping.xlsx"


def counted(plan: FilePlan, content: Path) -> dict[str | None, list[int]]:
    """Window -> counts from the best grade, as a build reads them."""
    plan.path.parent.mkdir(exist_ok=True)
    plan.path.write_bytes(plan.data)
    loaded = load(content)
    assert loaded.dataset and not loaded.problems
    return {row.window: [getattr(row, grade) for grade in GRADES] for row in loaded.dataset.ratings[MONTH].rows}


def refused(file: Path, content: Path, period: str = MONTH) -> tuple[str, ...]:
    with pytest.raises(ImportRefused) as refusal:
        planned(file, period, content)
    return refusal.value.lines


def test_counts_of_officers_become_those_of_their_window(tmp_path: Path, content: Path) -> None:
    """Rows of one window are added up; people, comments and rates are left out, and said to be."""
    plan = planned(book(tmp_path, COUNTS, *COUNTED), MONTH, content)

    assert counted(plan, content) == {"minzheng": [30, 3, 1, 1, 0]}
    assert plan.report == (
        "haochaping.xlsx 工作表“评价”：读到 2 行，35 个评价。",
        "写到个人的列没有导入：工作人员。好差评只按窗口公布，不排个人。",
        "评语没有导入：评价内容。里面可能有居民自己的事。",
        "其余没有导入的列：序号、满意率。",
        "  民政救济：非常满意30，满意3，基本满意1，不满意1，非常不满意0",
        "网页上：全大厅按档公布，各窗口只公布总数；不足10个的合并，推算不出来。",
    )


def test_single_ratings_are_counted(tmp_path: Path, content: Path) -> None:
    """In words or stars, by window or for the hall; those of another month are left out and counted."""
    plan = planned(book(tmp_path, SINGLE, *SINGLES), MONTH, content)

    assert counted(plan, content) == {"minzheng": [2, 0, 0, 0, 0], None: [0, 0, 0, 0, 1]}
    assert "不在 2026-09 的 1 个评价没有导入。" in plan.report
    assert "写到个人的列没有导入：办事人、联系电话。好差评只按窗口公布，不排个人。" in plan.report


@pytest.mark.parametrize(("header", "rows"), [(COUNTS, COUNTED), (SINGLE, SINGLES)])
def test_nothing_of_people_or_comments_reaches_the_file(
    tmp_path: Path, content: Path, header: Sequence[Any], rows: Sequence[Sequence[Any]]
) -> None:
    """Neither the file nor what is told holds any of it."""
    plan = planned(book(tmp_path, header, *rows), MONTH, content)
    said = plan.data.decode() + "\n".join(plan.report)

    assert not [word for word in ("王小二", "李小三", "13800000000", "低保", "态度好", "两天") if word in said]


@pytest.mark.parametrize(
    ("header", "row", "said"),
    [
        (COUNTS, (1, "没有的窗口", None, 1, 1, 0, 0, 0, 0), "haochaping.xlsx:评价:3:B windows.yml 里没有这个窗口。"),
        (COUNTS, (1, "民政救济", None, 1, "一个", 0, 0, 0, 0), "haochaping.xlsx:评价:3:E 这一格应当是整数。"),
        (
            COUNTS,
            (1, "民政救济", None, 9, 1, 0, 0, 0, 0),
            "haochaping.xlsx:评价:3:D 各档相加是 1，这里写的是 9。请核对。",
        ),
        (
            SINGLE,
            (date(2026, 9, 3), "民政救济", None, None, "还行", None),
            "haochaping.xlsx:评价:3:E 这一格看不出是哪一档。",
        ),
        (SINGLE, ("九月初", "民政救济", None, None, "满意", None), "haochaping.xlsx:评价:3:A 这一格看不出是哪一天。"),
    ],
)
def test_what_cannot_be_counted_stops_the_import(
    tmp_path: Path, content: Path, header: Sequence[Any], row: Sequence[Any], said: str
) -> None:
    """With its place and no cell of the export."""
    lines = refused(book(tmp_path, header, row), content)

    assert lines[0].startswith(said) and "还行" not in lines[0] and "没有的窗口" not in lines[0]


def test_totals_of_the_export_have_to_be_right(tmp_path: Path, content: Path) -> None:
    """A row that the filter of the export left out would be missed."""
    wrong = ("合计", None, None, 36, 31, 3, 1, 1, 0, None, None)

    assert refused(book(tmp_path, COUNTS, *COUNTED[:2], wrong), content) == (
        "haochaping.xlsx:评价:5:E 各档相加是 30，这里写的是 31。请核对。",
    )


FIVE = ("非常满意", "满意", "基本满意", "不满意", "非常不满意")


@pytest.mark.parametrize(
    ("header", "rows", "expected"),
    [
        (("窗口", *FIVE), [("民政救济", "１２", "3 次", "0", "－", "—")], {"minzheng": [12, 3, 0, 0, 0]}),
        (("窗口", "五星", "4星", "3星", "2星", "1星"), [("民政救济", 3, 1, 0, 0, 0)], {"minzheng": [3, 1, 0, 0, 0]}),
        (
            ("窗口", *(name for grade in FIVE for name in (grade, None))),
            [(None, *("占比", "数量") * 5), ("民政救济", "80%", 8, 0.2, 2, 0, 0, 0, 0, 0, 0)],
            {"minzheng": [8, 2, 0, 0, 0]},
        ),
        (
            ("窗口", "姓名", *FIVE),
            [("民政救济", "王小二", 3, 0, 0, 0, 0), ("民政救济", "李小三", 2, 1, 0, 0, 0),
             ("民政救济", "小计", 5, 1, 0, 0, 0), ("总 计", None, 5, 1, 0, 0, 0)],
            {"minzheng": [5, 1, 0, 0, 0]},
        ),
        (
            ("窗口", *FIVE),
            [("合计", 5, 1, 0, 0, 0), ("民政救济", 5, 1, 0, 0, 0), ("制表人：王小二", None, None, None, None, "审核：李小三"),
             ("注：来自省系统",), ("数据来源 省系统",)],
            {"minzheng": [5, 1, 0, 0, 0]},
        ),
        (("窗口", *FIVE), [("合计", 5, 1, 0, 0, 0)], {None: [5, 1, 0, 0, 0]}),
        (("窗口", "满意度"), [("民政救济", "满意"), (None, "满意")], {"minzheng": [0, 1, 0, 0, 0], None: [0, 1, 0, 0, 0]}),
        (
            ("月份", "窗口", *FIVE),
            [("2026年8月", "民政救济", 9, 9, 9, 9, 9), ("9月", "民政救济", 4, 1, 0, 0, 0)],
            {"minzheng": [4, 1, 0, 0, 0]},
        ),
        (
            ("时间", "窗口", *FIVE),
            [("2026年9月", "民政救济", 4, 1, 0, 0, 0), ("2026-08-01至2026-08-31", "民政救济", 9, 9, 9, 9, 9)],
            {"minzheng": [4, 1, 0, 0, 0]},
        ),
        (
            ("日期", "窗口", *FIVE),
            [("2026-09-30", "民政救济", 4, 1, 0, 0, 0), ("2026年10月1日", "民政救济", 9, 9, 9, 9, 9)],
            {"minzheng": [4, 1, 0, 0, 0]},
        ),
    ],
)  # fmt: skip
def test_exports_of_other_systems_are_read(
    tmp_path: Path, content: Path, header: Sequence[Any], rows: Sequence[Any], expected: dict[str | None, list[int]]
) -> None:
    """Wide digits, stars, rates beside counts, totals of parts and above all others, other months, who signed."""
    assert counted(planned(book(tmp_path, header, *rows), MONTH, content), content) == expected


@pytest.mark.parametrize(
    ("header", "rows", "said"),
    [
        (("窗口", *FIVE), [("民政救济", -3, 1, 0, 0, 0)], "3:B 这一格应当是整数。"),
        (("窗口", *FIVE), [("民政救济", "=1+2", 1, 0, 0, 0)], "3:B 这一格应当是整数。"),
        (("窗口", "非常满意", "满意", "一般", "不满意"), [("民政救济", 3, 1, 7, 0)], "2:D 这一列不是好差评的五档。"),
        (("窗口", *FIVE, *FIVE), [("民政救济", *range(10))], "2:G “非常满意”有两列，"),
        (("窗口", *FIVE), [("民政救济", 3, 1, 0, 0, 0), (None, 2, 0, 0, 0, 0)], "4:A 这一行没有窗口，"),
        (
            ("机构", *FIVE),
            [("虚谷镇便民服务大厅", 5, 1, 0, 0, 0), ("民政救济", 3, 1, 0, 0, 0), ("民政窗口", 2, 0, 0, 0, 0)],
            "3 这一行是全大厅的，",
        ),
        (("月份", "窗口", *FIVE), [("本月", "民政救济", 3, 1, 0, 0, 0)], "3:A 这一格看不出是哪一个月。"),
        (("窗口", *FIVE), [("合计", 9, 1, 0, 0, 0), ("民政救济", 5, 1, 0, 0, 0)], "3:B 各档相加是 5，这里写的是 9。"),
        (("窗口", "姓名", *FIVE), [("民政救济", "王小二", 3, 0, 0, 0, 0), ("民政救济", "小计", 4, 0, 0, 0, 0)], "4:C 各档相加是 3，"),
    ],
)  # fmt: skip
def test_what_would_be_counted_wrongly_stops_the_import(
    tmp_path: Path, content: Path, header: Sequence[Any], rows: Sequence[Any], said: str
) -> None:
    """With one message a fault, at its place."""
    lines = refused(book(tmp_path, header, *rows), content)

    assert lines[0].startswith(f"haochaping.xlsx:评价:{said}") and "王小二" not in lines[0]


def test_rates_are_no_counts(tmp_path: Path, content: Path) -> None:
    """A table of rates only is no table of ratings, also where cells are formatted as percentages."""
    header = ("窗口", *(f"{grade}（%）" for grade in FIVE))

    assert refused(book(tmp_path, header, ("民政救济", 80, 20, 0, 0, 0)), content)[0].startswith("没有找到评价的表格。")


def test_export_of_another_month_is_told(tmp_path: Path, content: Path) -> None:
    """By what stands above its table."""
    file = book(tmp_path, ("统计时间：2026-08-01至2026-08-31",), ("窗口", *FIVE), ("民政救济", 5, 1, 0, 0, 0))

    told = "表格上面写的是 2026-08，不是 2026-09。请核对是不是拿错了表。"
    assert told in planned(file, MONTH, content).report
    assert told.replace("2026-09", "2026-10") in planned(file, "2026-10", content).report
    assert not any("拿错了表" in line for line in planned(file, "2026-08", content).report)


def test_what_is_no_export_is_refused(tmp_path: Path, content: Path) -> None:
    """No grades, several tables, a period that is no month, no workbook."""
    assert refused(book(tmp_path, ("姓名", "数量"), ("甲", 1)), content)[0].startswith("没有找到评价的表格。")
    assert refused(book(tmp_path, COUNTS, *COUNTED, second=True), content)[0].startswith("有几个工作表都有评价：")
    assert refused(book(tmp_path, COUNTS, *COUNTED), content, "2026-Q3")[0].startswith("好差评按月导入。")
    (tmp_path / "x.xlsx").write_bytes(b"no workbook")
    assert "[register/" in refused(tmp_path / "x.xlsx", content)[0]


def test_command_shows_asks_and_writes(tmp_path: Path) -> None:
    """Without yes nothing is written; a second run finds nothing to do."""
    project = make_project(tmp_path / "project")
    arguments = ["import", "ratings", str(book(tmp_path, COUNTS, *COUNTED)), "-C", str(project), "--period", MONTH]
    path = project / f"content/ratings/{MONTH}.yml"

    assert CliRunner().invoke(main, arguments, input="n\n").exit_code == 1 and not path.exists()
    assert CliRunner().invoke(main, [*arguments, "--dry-run"]).exit_code == 0 and not path.exists()
    assert CliRunner().invoke(main, [*arguments, "--yes"]).exit_code == 0 and path.is_file()
    assert "没有变化" in CliRunner().invoke(main, [*arguments, "--yes"]).stdout
