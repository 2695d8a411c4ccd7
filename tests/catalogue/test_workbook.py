"""The workbook: what stands in it, and what comes of it when it is read back."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from content_builder import SERVICE, SITE, TODAY, MakeContent, minimal_content, write_content
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.catalogue import report
from generator.catalogue.changes import Plan, apply
from generator.catalogue.current import records_of
from generator.catalogue.export_rows import Unexportable
from generator.catalogue.exported_state import remember, remembered
from generator.catalogue.exporting import exported
from generator.catalogue.importing import planned
from generator.catalogue.layout import FILES, tables
from generator.catalogue.refusals import ImportRefused
from generator.catalogue.workbook_plan import plan_workbook
from generator.catalogue.workbook_reading import read_workbook
from generator.content.examples import inner_model, is_list
from generator.content.load import load
from generator.register.sheets import Reading, read_register
from generator.register.table import SheetRow
from generator.system.environment import Refused

DEMO = Path(__file__).parents[2] / "content"
OWN = "services/linshi-jiuzhu.yml"
MESSY = """# 王科长：别动顺序
编号: "007"
服务对象: [企业,   个人]   # 先企业
名称: '  "三项"补贴 — 007号 '
办理状态: {状态: 在办}
# 下面一段是照抄的
一句话说明: |
  第一行
    - 缩进的
  # 不是注释

  最后一行{blanks}
别名: ["0123", '1e5', "是", "甲 # 乙", "=SUM(1)", "@a"]
到现场次数: 1
设定依据:
- 文件名称: "null"    # 真叫这个
  条文要点: "一\\n\\n二"

申请材料:
  # 先交
  - 名称: 申请书
    填写与提交说明: >
      折成
      一行
  - {目录材料: id-card, 份数: 2}
办理时限: {承诺时限: 3个工作日}   # 会上定的
""".replace("{blanks}", "   ")
"""A service as several people have written it, one after another."""
Cell = tuple[str, int, str, object]
"""Sheet, row, heading and new value of a cell."""


def written(content: Path, edit: Callable[[Workbook], None] | None = None) -> Path:
    """The workbook of ``content``, after ``edit`` as a clerk would make it."""
    path = content.parent / "事项.xlsx"
    path.write_bytes(exported(content, path).data)
    if edit:
        book = load_workbook(path)
        edit(book)
        book.save(path)
    return path


def with_cells(path: Path, *cells: Cell) -> Reading:
    """The workbook as it is read, with other values in ``cells``; rows that there are not are added."""
    reading = read_register(path)
    sheets = {sheet.name: sheet for sheet in reading.sheets}
    for name, number, heading, value in cells:
        rows = {row.number: row for row in sheets[name].rows}
        place = 1 if name == "大厅" else rows[1].cells.index(heading)
        row = rows.get(number, SheetRow(number, ()))
        values = [*row.cells, *[None] * (place + 1 - len(row.cells))]
        values[place] = value
        sheets[name] = replace(sheets[name], rows=(*(rows | {number: replace(row, cells=tuple(values))}).values(),))
    return Reading(tuple(sheets.values()), reading.notes)


def brought_back(content: Path, *cells: Cell) -> Plan:
    return plan_workbook(load(content), read_workbook(with_cells(written(content), *cells)), TODAY)


def told(plan: Plan) -> list[str]:
    return list(report.lines(plan))


def column(sheet: Worksheet, heading: str) -> int:
    return next(one.column for one in sheet[1] if one.value == heading)


def tree(content: Path) -> dict[str, bytes]:
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*.yml")}


def test_every_field_has_a_place_in_the_workbook() -> None:
    """A field that is added to the model has a column, or a sheet, of its own; titles are not used twice in a sheet.

    Scheduled changes have none: a workbook is about what the fields say, and an import leaves them in the files.
    """
    for table in tables():
        assert len({column.heading for column in table.columns}) == len(table.columns)
    for name, model in FILES.items():
        firsts = {column.path[0] for table in tables() if table.key == name for column in table.columns}
        firsts |= {table.path[0] for table in tables() if table.file == name and table.path}
        assert firsts == {field.alias or key for key, field in model.model_fields.items()} - {"versions"}
    lists = [
        (table.key, name)
        for table in tables()
        if table.path
        for name, field in table.model.model_fields.items()
        if inner_model(field.annotation) and is_list(field)
    ]
    assert lists == []  # a list of groups in an item of a list would need keys of its own
    assert len({table.sheet for table in tables()}) == len(tables())


def test_what_is_not_changed_writes_nothing() -> None:
    """The demo, with every kind of field, comes back as it went out; and the same content gives the same bytes."""
    once = exported(DEMO, Path("x.xlsx"))

    assert exported(DEMO, Path("x.xlsx")).data == once.data
    assert once.counts == {"services": 43, "windows": 9, "materials": 17}


def test_the_demo_comes_back_into_an_empty_hall(tmp_path: Path, make_content: MakeContent) -> None:
    """Records that were exported are equal when they are imported into another hall, and again nothing is left to do."""
    path = tmp_path / "demo.xlsx"
    path.write_bytes(exported(DEMO, path).data)
    content = make_content({OWN: None})

    at_home = planned([path], DEMO, TODAY)
    assert (at_home.files, at_home.same, at_home.notes) == ((), 46, ())
    plan = planned([path], content, TODAY)
    apply(plan)

    assert plan.notes[0].startswith("这个表是从别处导出的")
    assert records_of(load(content).dataset) == records_of(load(DEMO).dataset)
    assert planned([path], content, TODAY).files == ()


def test_an_errand_comes_back_with_all_that_is_said_of_it(tmp_path: Path, make_content: MakeContent) -> None:
    """Who provides a paper, booking, scope, post, what to do when refused, redress, related services, and hours."""
    before, result, after = SERVICE.partition("result:\n")
    rich = (
        f"{before}{result}  postage: 您付\n{after}".replace(
            "    copies: 1\n", "    copies: 1\n    provided_by: [窗口联网查, 电子证照]\n"
        )
        + """scope: 全省
related: [ling-yi]
appointment: {needed: 否, how: 打电话, phone: 0300-0000100, url: "https://example.com/yuyue"}
what_if_refused: 先到窗口问清理由。
redress: {review: 乌有县人民政府, court: 乌有县人民法院, review_first: 是}
timetable:
  weekly: ["周一至周五 8．30－12．00，下午1:30~5:00"]
  exceptions: ["2027年1月5日至6日 休息（系统升级）"]
"""
    )
    other = "id: ling-yi\nname: 另一\nstatus: {state: 在办}\n"
    content = make_content({OWN: rich, "services/ling-yi.yml": other})
    service = load(content).dataset.services["linshi-jiuzhu"]
    assert service.materials[0].provided_by and service.redress and service.appointment and service.timetable
    path = written(content)
    assert planned([path], content, TODAY).files == ()

    files = {name: f"# 另一个大厅\n{text}" for name, text in minimal_content().items() if name.endswith(".yml")}
    another = write_content(tmp_path / "another" / "content", {name: files[name] for name in files if name != OWN})
    apply(planned([path], another, TODAY))
    assert load(another).dataset.services["linshi-jiuzhu"] == service


@pytest.mark.parametrize(
    ("edit", "before", "after"),
    [
        (("事项", 2, "到现场次数", 2), "visits: 1\n", "visits: 2\n"),
        (("事项", 2, "到现场次数", "2"), "visits: 1\n", "visits: 2\n"),
        (("事项", 2, "核对日期", TODAY), "verified: 2026-10-01", "verified: 2026-11-20"),
        (("事项", 2, "可否代办", "否"), "agent: 是", "agent: 否"),
        (("事项", 2, "别名", "急难救助\n救急"), "[急难救助]", "[急难救助, 救急]"),
        (("事项", 2, "服务对象", "个人\n企业"), "[个人]", "[个人, 企业]"),
        (("事项", 2, "办理时限·承诺时限·天数", 5.0), "    days: 10\n", "    days: 5\n"),
        (("事项", 2, "一句话说明", None), "summary: 家里突然遇到难处，可以申请一次性的救助。\n", ""),
        (("材料", 2, "份数", None), "    copies: 1\n", ""),
        (("材料", 3, "填写与提交说明", "写清楚。\n\n按手印。"), "书\n", "书\n    notes: |-\n      写清楚。\n\n      按手印。\n"),
        (("流程", 2, "本环节时限·即办", "是"), "材料。\n", "材料。\n    limit:\n      immediate: 是\n"),
    ],
)  # fmt: skip
def test_one_cell_changes_one_field_of_one_file(make_content: MakeContent, edit: Cell, before: str, after: str) -> None:
    """Comments, and all other lines of all files, stay as they are."""
    commented = SERVICE.replace("summary:", "# 县里定的\nsummary:").replace("visits:", "# 数过的\nvisits:")
    content = make_content({OWN: commented})
    old = tree(content)

    apply(brought_back(content, edit))

    assert tree(content) == {**old, OWN: commented.replace(before, after, 1).encode()}


def test_an_empty_list_that_is_meant_comes_back(make_content: MakeContent) -> None:
    """Where an empty cell means the usual words, a list without any has a sign of its own."""
    content = make_content({"site.yml": f"{SITE}wall_topics: []\naudiences: [个人, 老人]\n"})

    assert brought_back(content).files == ()
    hall = next(sheet for sheet in read_register(written(content)).sheets if sheet.name == "大厅")
    row = next(row.number for row in hall.rows if row.cells[0] == "上墙制度")
    plan = brought_back(content, ("大厅", row, "", None))
    assert [one.titles for one in plan.files[0].fields] == [("上墙制度",)]
    assert b"wall_topics" not in plan.files[0].after


def test_a_file_of_many_hands_comes_back(make_content: MakeContent, tmp_path: Path) -> None:
    """Numbers that are texts, blanks at ends, quotation marks, folded and literal texts: nothing changes on the way.

    In another hall they say the same, and the workbook of that hall has the same cells.
    """
    content = make_content({"services/007.yml": MESSY})
    path, other = (
        written(content),
        write_content(
            tmp_path / "other" / "content", {name: f"# 另一个大厅\n{text}" for name, text in minimal_content().items()}
        ),
    )

    assert planned([path], content, TODAY).files == ()
    apply(planned([path], other, TODAY))
    assert records_of(load(other).dataset) == records_of(load(content).dataset)
    once, again = read_register(path), read_register(written(other))
    assert [sheet.rows for sheet in again.sheets[:-1]] == [sheet.rows for sheet in once.sheets[:-1]]


@pytest.mark.parametrize(
    ("edit", "before", "after"),
    [
        (("事项", 2, "事项名称", "三项补贴"), """'  "三项"补贴 — 007号 '""", "'三项补贴'"),
        (("事项", 2, "服务对象", "企业"), "[企业,   个人]", "[企业]"),
        (("事项", 2, "别名", "0123\n1e6"), """["0123", '1e5', "是", "甲 # 乙", "=SUM(1)", "@a"]""", '["0123", 1e6]'),
        (("事项", 2, "办理状态·状态", "暂停"), "{状态: 在办}", "{状态: 暂停}"),
        (("依据", 2, "文件名称", "true"), '"null"', '"true"'),
        (("依据", 2, "条文要点", "007"), '"一\\n\\n二"', '"007"'),
        (("材料", 2, "填写与提交说明", "折成 两行"), ">\n      折成\n      一行\n", "折成 两行\n"),
        (("材料", 3, "份数", 3), "{目录材料: id-card, 份数: 2}", "{目录材料: id-card, 份数: 3}"),
        (("事项", 2, "办理时限·承诺时限·天数", 5), "{承诺时限: 3个工作日}", "{承诺时限: {天数: 5, 单位: 工作日}}"),
    ],
)  # fmt: skip
def test_one_cell_changes_nothing_else_in_a_file_of_many_hands(
    make_content: MakeContent, edit: Cell, before: str, after: str
) -> None:
    """The order of fields, every comment, the kinds of quotation marks and of brackets stay."""
    content = make_content({"services/007.yml": MESSY})

    apply(brought_back(content, edit))

    assert (content / "services/007.yml").read_text("utf-8") == MESSY.replace(before, after, 1)


@pytest.mark.parametrize(
    ("edit", "titles"),
    [
        (("材料", 3, "材料名称", "救助申请书"), ("申请材料", "2", "材料名称")),
        (("流程", 2, "环节", "收件"), ("办理流程", "1", "环节")),
        (("依据", 2, "条款", "第四十八条"), ("设定依据", "1", "条款")),
        (("窗口", 2, "窗口名称", "民政"), ("窗口", "1", "窗口名称")),
        (("材料目录", 2, "材料名称", "身份证"), ("材料", "1", "材料名称")),
    ],
)
def test_a_row_that_is_renamed_is_one_change(make_content: MakeContent, edit: Cell, titles: tuple[str, ...]) -> None:
    """It is not told as one that goes and another that comes; what the sheet has no column for stays with it."""
    content = make_content({OWN: SERVICE.replace("书\nsteps", "书\n    notes: 按手印。\nsteps")})

    def edited(book: Workbook) -> None:
        name, row, heading, value = edit
        book[name].cell(row, column(book[name], heading)).value = value
        for sheet, other in (("材料", "填写与提交说明"), ("流程", "办理人"), ("依据", "文号"), ("窗口", "窗口电话")):
            book[sheet].delete_cols(column(book[sheet], other))

    plan = planned([written(content, edited)], content, TODAY)

    assert [[one.titles for one in file.fields] for file in plan.files] == [[titles]]


def test_the_last_entry_of_the_catalogue_may_go(make_content: MakeContent) -> None:
    """The file then says that there is none, and entries may come again."""
    content = make_content({OWN: SERVICE.replace("material: id-card", "name: 居民身份证")})

    def emptied(book: Workbook) -> None:
        book["材料目录"].delete_rows(2)

    def filled(book: Workbook) -> None:
        book["材料目录"].cell(2, 1).value, book["材料目录"].cell(2, 2).value = "photo", "照片"

    apply(planned([written(content, emptied)], content, TODAY))
    assert (content / "materials.yml").read_text("utf-8") == "materials: []\n"
    apply(planned([written(content, filled)], content, TODAY))
    assert (content / "materials.yml").read_text("utf-8") == "materials:\n  - id: photo\n    name: 照片\n"


def test_a_new_row_is_a_new_service(make_content: MakeContent) -> None:
    """Its id is made of its name; rows of other sheets belong to it by its name."""
    content = make_content()
    cells = [
        ("事项", 3, "事项名称", "土台搬迁"), ("事项", 3, "办理窗口", "民政救济"), ("材料", 4, "事项名称", "土台搬迁"),
        ("材料", 4, "材料名称", "申请书"), ("材料", 5, "事项名称", "没有的"), ("材料", 5, "材料名称", "申请书"),
    ]  # fmt: skip

    plan = brought_back(content, *cells)
    apply(plan)

    assert (content / "services/tutai-banqian.yml").read_text("utf-8").splitlines()[1:] == [
        "id: tutai-banqian", "name: 土台搬迁", "status:", "  state: 在办", "window: 民政救济", "materials:", "  - name: 申请书",
    ]  # fmt: skip
    assert plan.presumed == 1
    assert plan.notes == ("材料 第5行 的事项在“事项”表里找不到，没有读取。请写上事项编号。",)


def test_what_has_no_row_or_column_stays(make_content: MakeContent) -> None:
    """A deleted row deletes no file, a deleted column or sheet takes no field away; what is not known is told."""
    content = make_content({"services/ling-yi.yml": "id: ling-yi\nname: 另一\nstatus: {state: 在办}\n"})

    def edit(book: Workbook) -> None:
        book["事项"].delete_rows(2)
        for sheet, heading in (("事项", "一句话说明"), ("材料", "份数")):
            book[sheet].delete_cols(column(book[sheet], heading))
        book["事项"].cell(1, 80).value = "联系人"
        book["大厅"].delete_rows(3)
        del book["流程"]
        book.create_sheet("我的笔记").cell(1, 1).value = "x"

    plan = planned([written(content, edit)], content, TODAY)

    assert plan.files == ()
    assert list(plan.notes) == [
        "“事项”里不认识“联系人”这一列，没有读取。",
        "工作表“流程”不在了，里面的内容保持原样。",
        "工作表“我的笔记”不是导出的，没有读取。",
        "这些事项不在表里，没有改动，也没有删除：services/ling-yi.yml。",
    ]


def test_scheduled_changes_stay_in_the_file(make_content: MakeContent) -> None:
    """The workbook shows what the fields say, whatever the day, and an edit of a cell leaves the changes as they are."""
    versions = "versions:\n  - from: 2026-01-01\n    set: {summary: 新的说明。}\n"
    content = make_content({OWN: f"{SERVICE}{versions}"})

    assert brought_back(content).files == ()
    (file,) = brought_back(content, ("事项", 2, "一句话说明", "改过的说明。")).files
    assert file.after.decode().endswith(versions)
    assert "summary: 改过的说明。" in file.after.decode()


def test_a_file_that_was_changed_since_is_not_overwritten(make_content: MakeContent) -> None:
    """Where both were changed, it is a conflict; where only the file was, the file stays; the others are written."""
    content = make_content(
        {f"services/{one}.yml": f"id: {one}\nname: {one}\nstatus: {{state: 在办}}\n" for one in "abcd"}
    )
    reading = with_cells(written(content), ("事项", 2, "办理地点", "表里"), ("事项", 4, "办理地点", "表里"))
    for one in "ab":
        file = content / f"services/{one}.yml"
        file.write_text(file.read_text("utf-8") + "place: 文件里\n", "utf-8")
    (content / "services/d.yml").unlink()

    plan = plan_workbook(load(content), read_workbook(reading), TODAY)

    assert [one.path for one in plan.files] == ["services/c.yml"]
    assert told(plan)[:2] == [
        "导出以后有人改过这些文件，表里没有动，保持原样：services/b.yml。",
        "这些事项导出以后已经删去，表里没有动，没有重新建立：services/d.yml。",
    ]
    assert told(plan)[4:6] == [
        "下面 1 个文件在导出以后有人改过，表里也改了，没有导入：",
        "  services/a.yml：表里改的是：办理地点。请先重新导出，在新的表里再改一次。",
    ]


def test_the_same_workbook_may_be_changed_and_imported_again(make_content: MakeContent, tmp_path: Path) -> None:
    """What its own import changed is no conflict, with what a person changed afterwards it is."""
    content, cache = make_content(), tmp_path / "cache"
    path = written(content)

    def bring(*cells: Cell) -> Plan:
        plan = plan_workbook(load(content), read_workbook(with_cells(path, *cells)), TODAY, remembered(cache))
        apply(plan)
        remember(cache, plan.brought_in)
        return plan

    new = ("事项", 3, "事项名称", "土台搬迁")
    assert len(bring(("事项", 2, "办理地点", "一楼"), new).files) == 2
    assert [one.path for one in bring(("事项", 2, "办理地点", "二楼"), new).files] == [OWN]
    for one in (OWN, "services/tutai-banqian.yml"):
        (content / one).write_text((content / one).read_text("utf-8") + "complaint_phone: 0300-0000112\n", "utf-8")
    assert "保持原样" in bring(("事项", 2, "办理地点", "二楼"), new).notes[0]
    plan = bring(("事项", 2, "办理地点", "三楼"), (*new[:2], "办理地点", "三楼"), new)

    assert ([one.path for one in plan.conflicts], plan.files) == ([OWN, "services/tutai-banqian.yml"], ())
    assert remembered(tmp_path / "none") == {}


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (
            [("事项", 2, "到现场次数", "两次")],
            "事项 第2行 BH列 《临时救助》：“到现场次数”应为整数，实际为“两次”。",
        ),
        (
            [("材料", 3, "填写与提交说明", "找王某 13812345678")],
            "材料 第3行 M列 《临时救助》：这里有手机号码，不能公布。",
        ),
        ([("窗口", 2, "编号", "民政")], "窗口 第2行 A列 《窗口》："),
        (
            [("事项", 3, "编号", "linshi-jiuzhu"), ("事项", 3, "事项名称", "另一")],
            "事项 第3行 的编号“linshi-jiuzhu”前面已经有了。",
        ),
        ([("大厅", 4, "", None)], "大厅 第4行 B列 《大厅》：缺少必填项“大厅名称”"),
    ],
)
def test_what_no_file_may_hold_is_refused_with_its_cell(
    make_content: MakeContent, cells: list[Cell], line: str
) -> None:
    """Sheet, row and column are told, never a private value; and nothing is written."""
    with pytest.raises(ImportRefused) as caught:
        brought_back(make_content(), *cells)

    assert caught.value.lines[0].startswith(line)
    assert "13812345678" not in str(caught.value)


def test_a_formula_without_a_result_is_refused(make_content: MakeContent) -> None:
    """What cannot be read is not taken for an emptied cell."""
    content = make_content()

    def edit(book: Workbook) -> None:
        book["事项"].cell(2, column(book["事项"], "实施主体")).value = "=CONCATENATE(1,2)"

    with pytest.raises(ImportRefused, match="事项 第2行 R列 的公式没有结果，读不到内容。"):
        planned([written(content, edit)], content, TODAY)


def test_the_sheets_help_to_fill_them_in(make_content: MakeContent) -> None:
    """Choices, notes, a header that stays, a colour where something is missing, texts as texts, no formula."""
    book = load_workbook(written(make_content({OWN: "id: linshi-jiuzhu\nname: =1+1\nstatus: {state: 在办}\n"})))
    sheet = book["事项"]

    assert (sheet.freeze_panes, sheet["B2"].value, sheet["B2"].data_type) == ("C2", "=1+1", "s")
    assert sheet["C2"].fill.fgColor.rgb == "FFFFF2CC" != sheet["B2"].fill.fgColor.rgb
    assert {one.formula1 for one in sheet.data_validations.dataValidation} >= {'"是,否"', '"即办件,承诺件"'}
    note = sheet.cell(1, column(sheet, "办件类型")).comment.text
    assert note == "当场办结的是即办件，其余是承诺件。只能写：即办件、承诺件。"
    assert [book["材料"].cell(2, column).value for column in (1, 2, 4)] == ["linshi-jiuzhu", "=1+1", None]
    assert book["材料"].cell(2, column(book["材料"], "材料名称")).fill.fgColor.rgb == "FFFFF2CC"
    assert [book[name].sheet_state for name in ("选项", "gongshi")] == ["hidden", "hidden"]
    with zipfile.ZipFile(io.BytesIO(exported(DEMO, Path("x.xlsx")).data)) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == len(tables()) + 2
        assert not any(re.search(b"<f[ >]", packed.read(name)) for name in sheets)


def test_words_that_the_hall_lists_are_offered(make_content: MakeContent) -> None:
    """A level may be chosen from those of site.yml."""
    settings = minimal_content()["site.yml"] + "levels: [本单位, 上级单位]\n"

    offered = load_workbook(written(make_content({"site.yml": settings})))["选项"]

    assert {"services/level", "本单位", "上级单位"} <= {
        cell for row in offered.iter_rows(values_only=True) for cell in row
    }


def test_a_word_of_the_hall_with_a_mark_in_it_is_one_word(make_content: MakeContent) -> None:
    """Others may be written in one line, with 、 between them."""
    site, own = SITE + "audiences: [个人, 法人、其他组织]\n", SERVICE.replace("[个人]", "[个人, 法人、其他组织]")
    content = make_content({"site.yml": site, OWN: own})

    assert brought_back(content).files == ()
    apply(brought_back(content, ("事项", 2, "服务对象", "法人、其他组织\n村民、个人")))
    assert "audience: [法人、其他组织, 村民, 个人]\n" in (content / OWN).read_text("utf-8")


def test_what_a_cell_cannot_hold_is_not_exported(make_content: MakeContent) -> None:
    """Nothing is cut off in silence."""
    long = "\n".join(["  - " + "长" * 19_000] * 2)

    with pytest.raises(Unexportable, match="受理条件"):
        written(make_content({OWN: f"{SERVICE}exclusions: []\n".replace("conditions:\n", f"conditions:\n{long}\n")}))


def test_only_xlsx_is_written(make_content: MakeContent) -> None:
    """A name with another ending would open as something else."""
    with pytest.raises(Refused):
        exported(make_content(), Path("x.csv"))


def test_another_table_is_not_taken_for_the_workbook(make_content: MakeContent, tmp_path: Path) -> None:
    """A sheet that this program did not write has no digests."""
    (tmp_path / "x.csv").write_text("甲,乙\n1,2\n", "utf-8")

    with pytest.raises(ImportRefused):
        planned([tmp_path / "x.csv"], make_content(), TODAY)
