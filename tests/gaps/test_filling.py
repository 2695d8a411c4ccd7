"""filling: what was filled in goes into the files that lack it, or nothing does."""

from pathlib import Path

import pytest
from content_builder import MATERIALS, NOTICE, SITE, TODAY, WINDOWS, MakeContent, regulation
from gaps.gap_builder import registered
from rules.dataset_builder import SERVICE, service_file

from generator.build.gap_listing import list_gaps
from generator.catalogue.changes import Plan
from generator.catalogue.refusals import ImportRefused
from generator.gaps.filled_cells import WORD_COLUMNS, Answer, answers_in_document, answers_in_sheets
from generator.gaps.filling import plan_filling
from generator.register.table import RegisterSheet, SheetRow
from generator.sources import Paragraph, Source, Table
from generator.texts.gaps import FILL, TABLE

STUB = "services/ku.yml"
RULE = "regulations/zeren-zhuijiu.yml"
NOTE = "notices/dibao-2026-11.yml"
KEY = "services/ku#"
STUB_TEXT = "id: ku\nname: 苦荞补助  # 新的\nwindow: 民政窗口\nstatus:\n  state: 在办\n"
BARE: dict[str, str | None] = {
    STUB: STUB_TEXT,
    "site.yml": SITE.replace("  phone: 0300-0000100\n", ""),
    "windows.yml": WINDOWS.replace("    staff_role: 民政救济岗\n", ""),
    RULE: regulation("zeren-zhuijiu", "责任追究").replace("effective: 2026-01-01\n", ""),
}
FILLED = {
    f"{KEY}type": "行政给付",
    f"{KEY}audience": "个人、企业",
    f"{KEY}conditions": "1. 种苦荞\n2. 有土地",
    f"{KEY}materials": "身份证\n申请书",
    f"{KEY}steps": "受理：民政岗：当场查看",
    f"{KEY}legal_basis": "《某某办法》第三条",
    f"{KEY}time_limits.statutory": "未规定",
    f"{KEY}time_limits.promised": "10个工作日",
    f"{KEY}fee": "不收费",
    f"{KEY}result": "补助金",
    f"{KEY}visits": "1次",
    f"{KEY}agent": "可以",
    f"{KEY}verified": "2026年1月5日",
}


def planned(content: Path, filled: dict[str, str]) -> Plan:
    """The plan for what ``filled`` says of each gap (key -> text), from row 2 on."""
    listing = list_gaps(content.parent, content, TODAY, 1)
    cells = [Answer(key, text, f"第{row}行") for row, (key, text) in enumerate(filled.items(), 2)]
    return plan_filling(content, listing.dataset, listing.register, cells, TODAY)


def refusals(content: Path, filled: dict[str, str]) -> tuple[str, ...]:
    with pytest.raises(ImportRefused) as refused:
        planned(content, filled)
    return refused.value.lines


def test_values_go_into_the_file_of_a_service(make_content: MakeContent) -> None:
    """Each as it stands in files; what was there stays, comments included; papers of the catalogue go by their id."""
    (file,) = planned(make_content(BARE), FILLED).files
    text = file.after.decode()

    assert [line for line in STUB_TEXT.splitlines() if line not in text.splitlines()] == []
    for part in (
        "type: 行政给付", "audience: [个人, 企业]", "- 种苦荞", "- 有土地", "- material: id-card", "- name: 申请书",
        "who: 民政岗", "title: 某某办法", "article: 第三条", "unregulated: 是", "days: 10", "unit: 工作日", "free: 是",
        "name: 补助金", "visits: 1", "agent: 是", "verified: 2026-01-05",
    ):  # fmt: skip
        assert part in text


def test_values_go_into_the_other_files(make_content: MakeContent) -> None:
    """The hall, one of the windows, a material of the catalogue, a regulation, a notice."""
    plan = planned(
        make_content(
            {**BARE, NOTE: NOTICE.replace("  phone: 0300-0000112", "  name: 值班岗"), "materials.yml": MATERIALS.replace("what", "notes")}
        ),
        {"notices/dibao-2026-11#objection.phone": "0300-0000112", "materials/id-card#what": "证明身份。", "site#hall.phone": "0300-0000100", "windows/minzheng#staff_role": "民政岗", "regulations/zeren-zhuijiu#effective": "2026/1/1"},
    )  # fmt: skip
    after = {file.path: file.after.decode() for file in plan.files}

    assert sorted(after) == ["materials.yml", NOTE, RULE, "site.yml", "windows.yml"]
    assert "    what: 证明身份。\n" in after["materials.yml"]
    assert "  name: 值班岗\n  phone: 0300-0000112\n" in after[NOTE]
    assert "  phone: 0300-0000100\n" in after["site.yml"]
    assert "    staff_role: 民政岗\n" in after["windows.yml"]
    assert "effective: 2026-01-01\n" in after[RULE]


def test_nothing_is_overwritten(make_content: MakeContent) -> None:
    """A field that has a value by now is no gap any more, and neither is one that nobody knows."""
    content = make_content(BARE)
    plan = planned(content, {"services/linshi-jiuzhu#visits": "3", "services/no-such#visits": "3"})

    assert plan.files == ()
    assert plan.notes == (FILL["filled"].format(place="第2行"), FILL["filled"].format(place="第3行"))


def test_what_does_not_fit_into_a_cell_is_left_to_the_file(make_content: MakeContent) -> None:
    """The text of a regulation is not taken from a table."""
    content = make_content({RULE: regulation("zeren-zhuijiu", "责任追究").partition("articles")[0]})
    plan = planned(content, {"regulations/zeren-zhuijiu#articles": "工作人员应当遵守。"})

    assert plan.files == ()
    assert plan.notes == ("第2行没有写入：《责任追究制度》的正文一格写不下，请改文件。",)


def test_no_papers_are_an_answer(make_content: MakeContent) -> None:
    """Elsewhere 无 says nothing."""
    (file,) = planned(make_content(BARE), {f"{KEY}materials": "无", f"{KEY}summary": "无"}).files

    assert file.after.decode().endswith("no_materials: 是\n")
    assert "summary" not in file.after.decode()


@pytest.mark.parametrize(
    ("filled", "message"),
    [
        ({f"{KEY}visits": "好几次"}, "第2行《苦荞补助》的到现场次数：看不懂写的是什么。写数字。"),
        ({f"{KEY}audience": "谁都行"}, "第2行《苦荞补助》的服务对象：看不懂写的是什么。可以写几个，用顿号隔开：个人、企业、其他组织。"),
        ({f"{KEY}type": "许可"}, "第2行 《苦荞补助》：“事项类型”只能是：行政许可、行政确认、行政给付、行政奖励、行政裁决、行政检查、其他行政权力、公共服务；实际为“许可”。请写：行政许可"),
        ({f"{KEY}summary": "看\u202e不见"}, "第2行 《苦荞补助》：这里有一个看不见的字符（或者无法写进文件的符号），会改变或遮住读到的内容。请把前后的字一起删掉，重新输入。"),
        ({f"{KEY}time_limits.promised": "30个工作日", f"{KEY}time_limits.statutory": "5个工作日"}, "第2行《苦荞补助》：承诺时限长于法定时限。请核对天数和单位。"),
    ],
)  # fmt: skip
def test_what_no_record_may_hold_stops_all_of_it(
    make_content: MakeContent, filled: dict[str, str], message: str
) -> None:
    """The row is told; nothing is planned, whatever else is in the table."""
    assert refusals(make_content(BARE), {**filled, f"{KEY}body": "虚谷镇人民政府"}) == (message,)


def test_private_values_stop_all_of_it_and_are_not_repeated(make_content: MakeContent) -> None:
    """What the gate would find on the page is found before it is written."""
    phone = "1390000" + "1234"
    (line,) = refusals(make_content(BARE), {f"{KEY}summary": f"找王某，手机{phone}。"})

    assert line.startswith("第2行《苦荞补助》：这里有手机号")
    assert phone not in line


def test_a_gap_is_answered_once(make_content: MakeContent) -> None:
    """Two different answers to the same question leave it open."""
    listing = list_gaps((content := make_content(BARE)).parent, content, TODAY, 1)
    twice = [Answer(f"{KEY}visits", "1", "第2行"), Answer(f"{KEY}visits", "2", "第3行")]

    with pytest.raises(ImportRefused, match="第3行《苦荞补助》的到现场次数：前面已经写了别的。"):
        plan_filling(content, listing.dataset, listing.register, twice, TODAY)


def test_cells_are_found_by_the_header() -> None:
    """Columns may be moved and rows sorted; empty cells and 待定 are no answers; other tables are not ours."""
    rows = (
        ("说明",),
        (TABLE["answer"], None, TABLE["key"]),
        (1, None, "a#b"),
        ("待定", None, "c#d"),
        (None, None, "e#f"),
    )
    sheet = RegisterSheet("缺项", tuple(SheetRow(number, cells) for number, cells in enumerate(rows, 1)))

    assert answers_in_sheets([RegisterSheet("各窗口", ()), sheet]) == [Answer("a#b", "1", "第3行")]
    assert answers_in_sheets([RegisterSheet("各窗口", (SheetRow(1, ("事项", "填写")),))]) is None


def test_cells_of_word_tables_are_found_by_what_they_say() -> None:
    """A title is repeated shortened; a question that two records would have in the same words is left open."""
    named = {"name": "城乡居民临时救助与急难救助", "visits": None, "agent": None}
    register = registered({SERVICE: named, **service_file("ku", visits=None)})
    head = tuple(TABLE[key] for key in WORD_COLUMNS)
    rows = (
        head,
        ("城乡居民临时救助与急难救助", "到现场次数", "民政救济岗", "1"),
        ("城乡居民临时救助…", "可否代办", "民政救济岗", "可以"),
        ("事项ku", "到现场次数", "民政救济岗", "待定"),
        ("事项ku", "到现场次数", "别的岗", "2"),
        ("事项ku", None, "民政救济岗"),
    )
    source = Source("a.docx", (Paragraph("缺项登记", 1), Table((("事项", "填写"), ("a", "b")), 2), Table(rows, 3)))

    assert answers_in_document(source, register) == [
        Answer("services/linshi-jiuzhu#visits", "1", "第1个表第2行"),
        Answer("services/linshi-jiuzhu#agent", "可以", "第1个表第3行"),
        Answer("", "2", "第1个表第5行"),
    ]
    assert answers_in_document(Source("a.docx", source.blocks[:2]), register) is None
