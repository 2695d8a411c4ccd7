"""A standard catalogue from sheets as counties hand them out: every row, nothing lost, and nothing written before."""

import csv
import re
from collections.abc import Sequence
from datetime import date
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result
from content_builder import minimal_content, write_content
from openpyxl import Workbook, load_workbook
from project_builder import make_project

from generator.catalogue.duty_columns import COLUMN_NAMES
from generator.catalogue.duty_import import planned
from generator.catalogue.duty_merging import OF_THE_HALL
from generator.catalogue.duty_sheet import catalogue_in
from generator.catalogue.file_plan import FilePlan
from generator.catalogue.refusals import ImportRefused
from generator.cli import main
from generator.content.load import load
from generator.model import CatalogueRow, DisclosureCatalogue
from generator.register.faults import NothingImported
from generator.register.table import RegisterSheet, SheetRow

TODAY = date(2026, 11, 20)
ID = "shehui-jiuzhu"
TITLE = "示例镇社会救助领域基层政务公开标准目录"
UPPER = (
    "序号", "公开事项", None, "公开内容\n（要素）", "公开依据", "公开\n时限", "公开\n主体", "公开渠道和载体",
    "公开对象", None, "公开方式", None, "公开层级", None,
)  # fmt: skip
LOWER = (
    None,
    "一级事项",
    "二级事项",
    *[None] * 5,
    "全社会",
    "特定\n群体",
    "主动",
    "依申\n请公\n开",
    "县级",
    "乡、\n村级",
)
MERGED = ("A1:N1", *(f"{c}2:{c}3" for c in "ADEFGH"), "B2:C2", "I2:J2", "K2:L2", "M2:N2")
BOXES = "■政府网站  □政府公报\n□两微一端  □发布会/听证会\n■社区/企事业单位/村公示栏（电子屏）"
LIMIT = "自信息形\n成或变更\n之日起20\n个工作日内"
ROWS: Sequence[Sequence[Any]] = [
    (1, "综合业务", "政策法规文件", "1.救助法\n2.配套文件", "《公开条例》", LIMIT, "镇政府", BOXES, "√", None, "√", None, None, "√"),
    (2, None, "监督检查", "信访地址", "同上", "同上", None, BOXES, "√", None, "√", None, "√", "√"),
    (3, "低保", "审核信息", "名单", "《救助法》", "10个工作日内，公示7个工作日", None, "村公示栏", None, "√ 同村居民", "√", None, None, "√"),
]  # fmt: skip
ADDED = ("E4:E4", "B4:B5", "G4:G6", "A7:N7")
NOTE = "注：√ 表示要公开。"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_content(tmp_path / "project" / "content", minimal_content())


def book(tmp_path: Path, *rows: Sequence[Any], merged: Sequence[str] = (*MERGED, *ADDED[1:]), **sheets: int) -> Path:
    """A workbook with a title, a header of two rows with merged cells, rows, and a note below."""
    made = Workbook()
    page = made.active
    assert page is not None
    page.title = "目录"
    for row in ((TITLE,), UPPER, LOWER, *(rows or ROWS), (NOTE,)):
        page.append(list(row))
    for area in merged:
        page.merge_cells(area)
    for name in sheets:
        other = made.create_sheet(name)
        for row in (UPPER, LOWER, *ROWS):
            other.append(list(row))
    made.save(tmp_path / f"{ID}.xlsx")
    return tmp_path / f"{ID}.xlsx"


def plan(file: Path, content: Path, sheet: str | None = None) -> FilePlan:
    return planned(file, ID, sheet, content, TODAY)


def written(made: FilePlan, content: Path) -> DisclosureCatalogue:
    """The catalogue as a build reads it."""
    made.path.parent.mkdir(exist_ok=True)
    made.path.write_bytes(made.data)
    loaded = load(content)
    assert loaded.dataset and not loaded.problems
    return loaded.dataset.catalogues[ID]


def rows_of(made: FilePlan, content: Path) -> list[dict[str, Any]]:
    return [row.model_dump(exclude_unset=True) for row in written(made, content).rows]


def refused(file: Path, content: Path, sheet: str | None = None) -> tuple[str, ...]:
    with pytest.raises(ImportRefused) as refusal:
        plan(file, content, sheet)
    return refusal.value.lines


EXPECTED: list[dict[str, Any]] = [
    {
        "number": "1", "group": "综合业务", "item": "政策法规文件", "elements": "1.救助法\n2.配套文件", "basis": "《公开条例》",
        "limit": "自信息形成或变更之日起20个工作日内", "body": "镇政府", "channels": ("政府网站", "社区/企事业单位/村公示栏（电子屏）"),
        "audience": ("全社会",), "method": ("主动",), "levels": ("乡、村级",),
    },
    {
        "number": "2", "group": "综合业务", "item": "监督检查", "elements": "信访地址", "basis": "《公开条例》",
        "limit": "自信息形成或变更之日起20个工作日内", "body": "镇政府", "channels": ("政府网站", "社区/企事业单位/村公示栏（电子屏）"),
        "audience": ("全社会",), "method": ("主动",), "levels": ("县级", "乡、村级"),
    },
    {
        "number": "3", "group": "低保", "item": "审核信息", "elements": "名单", "basis": "《救助法》",
        "limit": "10个工作日内，公示7个工作日", "body": "镇政府", "channels": ("村公示栏",), "audience": ("特定群体：同村居民",),
        "method": ("主动",), "levels": ("乡、村级",),
    },
]  # fmt: skip


def test_rows_come_in_as_they_are(tmp_path: Path, content: Path) -> None:
    """Merged cells and 同上 are written out, ticks become choices, boxes what is ticked, lines of one sentence one."""
    made = plan(book(tmp_path), content)

    assert rows_of(made, content) == EXPECTED
    catalogue = written(made, content)
    assert (catalogue.title, catalogue.notes) == (TITLE, NOTE)
    assert made.report == (
        f"{ID}.xlsx 工作表“目录”：读到 3 行，各列是 序号、一级事项、二级事项、公开内容（要素）、公开依据、公开时限、公开主体、"
        "公开渠道和载体、全社会、特定群体、主动、依申请公开、县级、乡、村级。",
        "表格上面和下面的 2 行字，写进标题和说明。",
        "没有勾选的渠道不写，共 6 个。",
        f"catalogues/{ID}.yml：新增 3 行，改动 0 行，删去 0 行：",
        "  + 1 政策法规文件",
        "  + 2 监督检查",
        "  + 3 审核信息",
    )


def test_csv_without_merged_cells_says_the_same(tmp_path: Path, content: Path) -> None:
    """What stood in merged cells is in the first only: the item of the row above goes on."""
    file = tmp_path / f"{ID}.csv"
    body = [[*row[:6], "镇政府", *row[7:]] for row in ROWS]
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([[TITLE, *[None] * 13], UPPER, LOWER, *body, [NOTE, *[None] * 13]])
    made = plan(file, content)

    assert rows_of(made, content) == EXPECTED
    assert "公开事项空着的，按上一行写：第 5 行。" in "".join(made.report)


def test_columns_that_no_field_holds_become_remarks(tmp_path: Path, content: Path) -> None:
    """With their headings; a column of one header row, and names of three levels."""
    page = Workbook()
    sheet = page.active
    assert sheet is not None
    sheet.append(["一级事项", "二级事项", "三级事项", "公开内容", "公开时限", "公开栏目", "公开方式", "备注", "链接"])
    sheet.append(
        ["救助", "低保", "名单", "姓名", "每季度", "民政科", "主动公开", "只贴在村里", "http://example.gov.cn/a"]
    )
    sheet.append(["救助", "低保", None, "标准", "视情况而定", None, "主动公开、依申请公开", None, None])
    sheet.append(["一级事项", "二级事项", "三级事项", "公开内容", "公开时限", "公开栏目", "公开方式", "备注", "链接"])
    sheet.append([None, None, None, "另一要素", "视情况而定", None, None, None, None])
    page.save(tmp_path / f"{ID}.xlsx")
    made = plan(tmp_path / f"{ID}.xlsx", content)

    assert rows_of(made, content) == [
        {
            "group": "救助 / 低保", "item": "名单", "elements": "姓名", "limit": "每季度", "method": ("主动公开",),
            "address": "http://example.gov.cn/a", "notes": "公开栏目：民政科\n备注：只贴在村里",
        },
        {"group": "救助", "item": "低保", "elements": "标准", "limit": "视情况而定", "method": ("主动公开", "依申请公开")},
        {"group": "救助", "item": "低保", "elements": "另一要素", "limit": "视情况而定"},
    ]  # fmt: skip
    assert "没有对应字段的列，写进各行的备注：F 公开栏目。" in made.report
    assert "公开时限有 2 行程序看不懂，要人看：“视情况而定”。可以在那一行写“时限按此算”（count_as）。" in made.report


HEADS = ("序号", "公开事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道和载体")


def row_of(number: int, item: str, *others: str | None) -> tuple[Any, ...]:
    return (number, item, *(others or ("名单", "《条例》", "实时", "镇政府", "网站")))


def sheet_of(tmp_path: Path, *rows: Sequence[Any]) -> Path:
    """A workbook with ``rows`` only."""
    made = Workbook()
    page = made.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    made.save(tmp_path / f"{ID}.xlsx")
    return tmp_path / f"{ID}.xlsx"


def test_headings_between_rows_are_the_groups_of_the_rows_below(tmp_path: Path, content: Path) -> None:
    """The second level under the first; those without rows, and the same words behind the last row, are notes."""
    file = sheet_of(
        tmp_path, HEADS, ("一、社会救助",), row_of(1, "低保"), ("（一）养老",), row_of(1, "津贴"), ("二、还没有事项",),
        ("（一）也没有",), ("三、户籍",), row_of(1, "落户"), ("四、本目录由民政办解释",),
    )  # fmt: skip
    made = plan(file, content)

    assert [row.get("group") for row in rows_of(made, content)] == [
        "一、社会救助", "一、社会救助 / （一）养老", "三、户籍",
    ]  # fmt: skip
    assert written(made, content).notes == "二、还没有事项\n（一）也没有\n四、本目录由民政办解释"


def test_same_as_above_below_a_header_that_comes_again(tmp_path: Path, content: Path) -> None:
    """It is the row above the header; and the catalogues of several fields keep their names as groups."""
    same = (1, "特困", "名单", "同上", "同上", "民政办", "网站")
    file = sheet_of(
        tmp_path,
        (TITLE,),
        ("（一）救助领域目录",),
        HEADS,
        row_of(1, "低保"),
        ("（二）养老领域目录",),
        HEADS,
        same,
        row_of(2, "津贴"),
    )
    made = plan(file, content)

    assert [(row["group"], row["item"], row["basis"], row["limit"]) for row in rows_of(made, content)] == [
        ("（一）救助领域目录", "低保", "《条例》", "实时"),
        ("（二）养老领域目录", "特困", "《条例》", "实时"),
        ("（二）养老领域目录", "津贴", "《条例》", "实时"),
    ]
    assert written(made, content).title == TITLE


def test_nothing_of_a_sheet_is_lost() -> None:
    """Whatever stands where: each text is in a row, above the table or below it."""
    chance, numbers = Random(8), count()
    heads = ("序号", "类别", *HEADS[1:], "公开时间", "公开方式", "备注", "奇怪", "一级事项", "二级事项")
    before = ("", "", "", "一、", "（二）", "合计", "小计", "注：", "填表人：", "说明：", "■")

    def cell() -> str | None:
        return chance.choice((None, f"{chance.choice(before)}字{next(numbers)}末", f"字{next(numbers)}末"))

    for _ in range(2000):
        width = chance.randint(3, 9)
        table = [(cell(), cell()), tuple(chance.sample(heads, width))]
        for _ in range(chance.randint(1, 6)):
            row = (*[None] * chance.randint(0, 2), cell()), table[1][::-1], tuple(cell() for _ in range(width))
            table.append(chance.choice(row))
        found = catalogue_in(RegisterSheet("表", tuple(SheetRow(n, row) for n, row in enumerate(table, 1))))
        said = str(found and (found.above, found.below, [row.fields for row in found.rows]))
        written_in = {word for row in table for text in row for word in re.findall("字[0-9]+", text or "")}
        assert not found or {word for word in written_in if not re.search(f"{word}(?![0-9])", said)} == set(), table


def test_header_that_comes_again_in_another_order_is_read_anew(tmp_path: Path, content: Path) -> None:
    """A county joins the catalogues of several offices in one sheet."""
    other = ("序号", "公开事项", "公开内容", "公开主体", "公开时限", "公开依据", "公开渠道和载体")
    file = sheet_of(
        tmp_path,
        HEADS,
        row_of(1, "低保"),
        ("乙目录",),
        other,
        row_of(1, "落户", "条件", "派出所", "每年", "《户口登记条例》", "网站"),
    )
    _, second = rows_of(plan(file, content), content)

    assert (second["body"], second["limit"], second["basis"]) == ("派出所", "每年", "《户口登记条例》")


@pytest.mark.parametrize(
    ("between", "note"),
    [
        (("1", "2", "3", "4", "5", "6", "7"), None),
        (("填表人：", None, None, "审核人："), "填表人：　审核人："),
        (("合计", 2), "合计　2"),
        (("小计", 2), "小计　2"),
        ((None, None, "注：公示期间接受监督"), "注：公示期间接受监督"),
    ],
)
def test_rows_that_are_no_duties_stay_out_of_the_table(
    tmp_path: Path, content: Path, between: Sequence[Any], note: str | None
) -> None:
    """Numbers of columns, signatures, totals, and a note in the column of another text."""
    made = plan(sheet_of(tmp_path, HEADS, between, row_of(1, "低保"), row_of(2, "特困")), content)

    assert [row["item"] for row in rows_of(made, content)] == ["低保", "特困"]
    assert written(made, content).notes == note
    assert "各列是 序号、公开事项" in made.report[0]


def test_same_as_above_reaches_over_empty_rows(tmp_path: Path, content: Path) -> None:
    """And over a heading."""
    same = row_of(2, "特困", "名单", "同上", "″", "镇政府", "网站")
    for between in ((), ("一、养老",)):
        _, second = rows_of(plan(sheet_of(tmp_path, HEADS, row_of(1, "低保"), between, same), content), content)
        assert (second["basis"], second["limit"]) == ("《条例》", "实时")


@pytest.mark.parametrize(
    ("cell", "channels"),
    [
        ("■政府网站\n口两微一端\n口公开查阅点", ("政府网站",)),
        ("[√]政府网站 [ ]政府公报", ("政府网站",)),
        ("（ ）政府网站\n（√）村口公示栏", ("村口公示栏",)),
        ("R政府网站 £政府公报", ("政府网站",)),
        ("¨政府网站 þ政府公报", ("政府公报",)),
        ("■政府网站 ■其他（ ）", ("政府网站", "其他（ ）")),
        ("村口公示栏", ("村口公示栏",)),
    ],
)
def test_boxes_are_known_in_every_shape(tmp_path: Path, content: Path, cell: str, channels: tuple[str, ...]) -> None:
    """What was not ticked is not read as a channel."""
    (row,) = rows_of(plan(sheet_of(tmp_path, HEADS, row_of(1, "低保", "x", "y", "实时", "镇", cell)), content), content)

    assert row["channels"] == channels


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        (("公开时间", "公开时限"), ("长期", "20个工作日内"), {"limit": "20个工作日内", "notes": "公开时间：长期"}),
        (("公开时限", "公开频率"), ("20日内", "每年一次"), {"limit": "20日内", "notes": "公开频率：每年一次"}),
        (("公开时限", "公示时间"), ("20日内", "7天"), {"limit": "20日内", "notes": "公示时间：7天"}),
        (("公开时限", "类别"), ("20日内", "主动类"), {"limit": "20日内", "notes": "类别：主动类"}),
        (
            ("公开方式", "公开依据"),
            ("主动公开/依申请公开", "法"),
            {"method": ("主动公开", "依申请公开"), "basis": "法"},
        ),
    ],
)
def test_columns_with_one_meaning_do_not_stand_for_each_other(
    tmp_path: Path, content: Path, header: tuple[str, str], row: tuple[str, str], expected: dict[str, Any]
) -> None:
    """公开时限 is the limit wherever it stands; what it says is not replaced by another column."""
    file = sheet_of(tmp_path, ("类别", "项目", "内容", "责任单位", *header), ("财务", "收支", "表", "村委会", *row))

    (found,) = rows_of(plan(file, content), content)
    assert found == {"group": "财务", "item": "收支", "elements": "表", "body": "村委会", **expected}


def test_header_of_three_rows(tmp_path: Path, content: Path) -> None:
    """Levels of items, and choices below choices."""
    file = sheet_of(
        tmp_path,
        ("序号", "公开事项", None, None, "公开内容", "公开依据", "公开方式", None, None),
        (None, "一级", "二级", "三级", None, None, "主动公开", None, "依申请公开"),
        (None, None, None, None, None, None, "全社会", "特定群体", "特定群体"),
        (1, "救助", "低保", "审核", "名单", "法", "√", None, None),
        (2, None, None, "审批", "名单", "法", None, None, "√"),
    )
    first, second = rows_of(plan(file, content), content)

    assert (first["group"], first["item"], first["method"]) == ("救助 / 低保", "审核", ("主动公开（全社会）",))
    assert (second["group"], second["item"], second["method"]) == ("救助 / 低保", "审批", ("依申请公开（特定群体）",))


def document(tmp_path: Path) -> Path:
    """A catalogue in Word: two tables with merged cells, the second without a header, and text around them."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "内部资料"
    made.add_paragraph(TITLE)
    made.add_paragraph("填报单位：示例镇")
    rows = [
        ("序号", "公开事项", "", "公开内容", "公开依据", "公开时限", "公开渠道和载体"),
        ("", "一级事项", "二级事项", "", "", "", ""),
        ("1", "救助", "低保", "名单", "《条例》", "每月", "■网站 □公报"),
        ("2", "", "特困", "名单", "", "每季度结束后\n15日内", "■网站"),
        ("3", "信访", "", "电话", "同上", "长期公开", "■网站"),
    ]
    table = made.add_table(len(rows), len(rows[0]))
    for n, row in enumerate(rows):
        for place, text in enumerate(row):
            table.cell(n, place).text = text
    for first, last in (
        ((0, 1), (0, 2)), ((0, 0), (1, 0)), ((0, 3), (1, 3)), ((0, 4), (1, 4)), ((0, 5), (1, 5)), ((0, 6), (1, 6)),
        ((2, 1), (3, 1)), ((2, 4), (3, 4)), ((4, 1), (4, 2)),
    ):  # fmt: skip
        table.cell(*first).merge(table.cell(*last))
    made.add_paragraph("一、户籍")
    other = made.add_table(1, 7)
    for place, text in enumerate(("1", "落户", "办理", "条件", "《户口登记条例》", "实时", "■网站")):
        other.cell(0, place).text = text
    made.add_paragraph(NOTE)
    made.save(str(tmp_path / f"{ID}.docx"))
    return tmp_path / f"{ID}.docx"


def test_catalogue_in_a_word_document(tmp_path: Path, content: Path) -> None:
    """Cells merged downwards hold in each row, those merged to the right stand once; nothing between is lost."""
    made = plan(document(tmp_path), content)
    rows = [
        (row["number"], row.get("group"), row["item"], row["basis"], row["limit"]) for row in rows_of(made, content)
    ]

    assert rows == [
        ("1", "救助", "低保", "《条例》", "每月"),
        ("2", "救助", "特困", "《条例》", "每季度结束后15日内"),
        ("3", None, "信访", "《条例》", "长期公开"),
        ("1", "一、户籍 / 落户", "办理", "《户口登记条例》", "实时"),
    ]
    catalogue = written(made, content)
    assert (catalogue.title, catalogue.notes) == (TITLE, f"填报单位：示例镇\n{NOTE}")
    assert made.report[0].startswith(f"{ID}.docx 工作表“表格”：读到 4 行，")
    assert "页眉页脚、批注、图片、隐藏和删去的字没有导入，共 1 处。" in made.report


def test_private_value_in_a_word_document_is_told_by_its_row(tmp_path: Path, content: Path) -> None:
    """Counted over the tables; and what is no document is refused."""
    file = document(tmp_path)
    made = docx.Document(str(file))
    made.tables[1].cell(0, 3).text = "联系电话13800000000"
    made.save(str(file))

    (line,) = refused(file, content)
    assert line.startswith(f"{ID}.docx:表格:6:D") and "13800000000" not in line
    file.write_bytes(b"PK\x03\x04 no document")
    assert refused(file, content)[0].startswith(f"{ID}.docx：")


def test_newer_sheet_keeps_what_the_hall_wrote(tmp_path: Path, content: Path) -> None:
    """Comments, what answers a row, and how its limit counts; what becomes of each row is told."""
    first = plan(book(tmp_path), content).data.decode()
    own = "    count_as: 每季度\n    answered_by:\n      - kind: 公告  # 贴在村里\n        name: 低保\n"
    first = first.replace(
        '    levels: [乡、村级]\n  - number: "2"', "    levels: [乡、村级]\n" + own + '  - number: "2"'
    )
    first = f"# 我们的目录\n{first}".replace("title:", "our_levels: [镇, 村]\ntitle:")
    path = content / f"catalogues/{ID}.yml"
    path.parent.mkdir()
    path.write_text(first, "utf-8", newline="\n")
    assert not plan(book(tmp_path), content).changed
    moved = [(1, "综合业务", "新的一项", "内容", "依据", "每月", "镇政府", "村公示栏", "√", None, "√", None, None, "√"),
             (2, *ROWS[0][1:5], "每季度", *ROWS[0][6:])]  # fmt: skip
    made = plan(book(tmp_path, *moved, merged=MERGED), content)

    assert [line.strip() for line in made.report[-5:]] == [
        f"catalogues/{ID}.yml：新增 1 行，改动 1 行，删去 2 行：",
        "+ 1 新的一项",
        "~ 2 政策法规文件（序号、公开时限）",
        "- 2 监督检查",
        "- 3 审核信息",
    ]
    catalogue = written(made, content)
    assert [row.item for row in catalogue.rows] == ["新的一项", "政策法规文件"]
    kept = catalogue.rows[1]
    assert (kept.count_as, kept.answered_by[0].name, catalogue.our_levels) == ("每季度", "低保", ("镇", "村"))
    assert made.data.decode().startswith("# 我们的目录\n")
    gone = plan(book(tmp_path, moved[0], merged=MERGED), content)
    assert "  - 2 政策法规文件（连同写好的对应内容）" in gone.report


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ((1, "低保", "名单", "王小二，身份证号11010119000229001X"), ":4:D"),
        ((1, "低保", "名单", "联系电话13800000000"), ":4:D"),
        ((1, "低保", "名单", "=1+1"), ":4:D [cell/formula-empty]"),
        ((1, None, None, "没有事项的内容", "依据"), "第一行就没有事项"),
        ((1, "低保", "名单", None, None, None, None, "■" + "渠" * 300), ":4:H"),
    ],
)
def test_what_no_file_may_hold_stops_the_import(tmp_path: Path, content: Path, row: Sequence[Any], said: str) -> None:
    """With its place in the sheet, never with a private value; and nothing is written."""
    lines = refused(book(tmp_path, row, merged=MERGED), content)

    expected = f"{ID}.xlsx:目录:4 这一行没有公开事项。" if said.startswith("第一行") else f"{ID}.xlsx:目录{said}"
    assert len(lines) == 1 and expected in lines[0], lines
    assert not any(private in lines[0] for private in ("王小二", "11010119000229001X", "13800000000"))
    assert not (content / "catalogues").exists()


def test_sheet_is_asked_for_where_there_are_several(tmp_path: Path, content: Path) -> None:
    """One sheet is one catalogue."""
    file = book(tmp_path, 养老=1)

    assert refused(file, content) == (
        "有几个工作表都有目录：目录、养老。请加上 --sheet，写明导入哪一个，一个一份，各用一个 --id。",
    )
    assert len(written(plan(file, content, "养老"), content).rows) == 3
    assert refused(file, content, "没有的") == (
        "没有找到目录。表头要有“公开事项”，以及“公开内容”“公开依据”“公开时限”等至少两列。",
    )


def test_hidden_rows_and_columns_are_left_out_and_told(tmp_path: Path, content: Path) -> None:
    """Nobody looked at them."""
    file = book(tmp_path, merged=MERGED)
    made = load_workbook(file)
    made["目录"].row_dimensions[5].hidden = True
    made["目录"].column_dimensions["E"].hidden = True
    made.save(file)
    found = plan(file, content)

    assert "隐藏的行没有导入：第 5 行。" in found.report
    assert [(row.item, row.basis) for row in written(found, content).rows] == [
        ("政策法规文件", None),
        ("审核信息", None),
    ]


def test_id_is_asked_for_where_the_file_has_none(tmp_path: Path, content: Path) -> None:
    """A Chinese name of a file is no id."""
    file = book(tmp_path).rename(tmp_path / "社会救助.xlsx")
    with pytest.raises(ImportRefused) as refusal:
        planned(file, None, None, content, TODAY)

    assert refusal.value.lines == (
        "目录的编号“社会救助”只能用小写字母、数字和短横线。请加上 --id，如 --id shehui-jiuzhu。",
    )


def test_broken_catalogue_is_not_written_over(tmp_path: Path, content: Path) -> None:
    """What the hall wrote in it would be lost."""
    write_content(content, {f"catalogues/{ID}.yml": f"id: {ID}\ntitle: 目录\nrows: 无\n"})

    with pytest.raises(NothingImported):
        plan(book(tmp_path), content)


def test_what_is_no_sheet_is_refused(tmp_path: Path, content: Path) -> None:
    """With the message that every import gives."""
    file = tmp_path / "x.xlsx"
    file.write_bytes(b"no workbook")

    assert "[register/" in refused(file, content)[0]


def gongshi(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, [*arguments], input=typed)


def test_command_shows_asks_and_writes(tmp_path: Path) -> None:
    """Without yes nothing is written; a second run finds nothing to do."""
    project = make_project(tmp_path / "project")
    file = book(tmp_path)
    arguments = ("import", "catalogue", str(file), "-C", str(project))
    path = project / f"content/catalogues/{ID}.yml"

    assert gongshi(*arguments, typed="n\n").exit_code == 1 and not path.exists()
    assert gongshi(*arguments, "--dry-run").exit_code == 0 and not path.exists()
    done = gongshi(*arguments, "--yes")
    assert (done.exit_code, "新增 3 行" in done.stdout, path.is_file()) == (0, True, True)
    again = gongshi(*arguments, "--yes")
    assert (again.exit_code, "没有" in again.stdout.splitlines()[-1]) == (0, True)


def test_every_field_of_a_row_has_a_column_or_is_of_the_hall() -> None:
    """A field that is added to the model is read from sheets, too."""
    assert {*COLUMN_NAMES, "group", *OF_THE_HALL} == set(CatalogueRow.model_fields)
