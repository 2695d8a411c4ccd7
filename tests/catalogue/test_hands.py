"""Sheets as different clerks lay them out, each of a different hand; what they say is the same in every format."""

from collections.abc import Mapping, Sequence

import pytest
from content_builder import SITE, TODAY, WINDOWS, MakeContent
from service_sheets import names, rules, sheet

from generator.catalogue import report
from generator.catalogue.changes import Plan
from generator.catalogue.refusals import ImportRefused
from generator.catalogue.services import plan
from generator.catalogue.sheet_rows import services_in
from generator.content.load import load
from generator.register.table import CellValue

Row = Sequence[CellValue]


def fields(*rows: Row) -> Mapping[str, object]:
    """What a sheet says of its only service."""
    (service,) = services_in([sheet(*rows)]).services
    return service.fields


def planned(make_content: MakeContent, *rows: Row) -> Plan:
    content = make_content({"windows.yml": WINDOWS})
    return plan(load(content), services_in([sheet(*rows)]).services, TODAY)


def test_the_words_of_a_village() -> None:
    """Headings and answers as people speak."""
    assert fields(
        ("序号", "办什么事", "找谁办", "要带什么", "多少天办好", "要不要钱", "电话"),
        (1, "养老认证", "劳保员", "身份证、户口本", "马上办", "不要钱", "0300-0000105"),
    ) == {
        "materials": [{"name": "身份证"}, {"name": "户口本"}],
        "enquiry_phone": "0300-0000105",
        "time_limits": {"promised": {"immediate": True}},
        "fee": {"free": True},
    }


def test_cells_that_a_narrow_column_breaks() -> None:
    """Words, sentences and numbers that go on in the next line are whole again; lines of a list stay lines."""
    assert fields(
        ("事项\n名称", "办理\n条件", "所需\n材料", "咨询\n电话"),
        ("残疾人\n证办理", "1.具有本县\n户籍；\n2.有证明", "1.申请表\n2.身份证复\n印件", "0300-\n0000107"),
    ) == {
        "conditions": ["具有本县户籍", "有证明"],
        "materials": [{"name": "申请表"}, {"name": "身份证复印件"}],
        "enquiry_phone": "0300-0000107",
    }
    lines = fields(("事项名称", "受理条件"), ("甲事项", "1.下列之一：\n低保户\n特困户\n2.自愿"))
    assert lines["conditions"] == ["下列之一：\n低保户\n特困户", "自愿"]


@pytest.mark.parametrize(
    ("heading", "cell", "said"),
    [
        ("是否收费", "×", {"fee": {"free": True}}),
        ("是否收费", "√", {}),
        ("收费标准", "×", {}),
        ("要不要钱", "380元/人", {"fee": {"items": [{"name": "收费", "standard": "380元/人"}]}}),
        ("是否即办", "√", {"handling": "即办件"}),
        ("是否即办", "×", {"handling": "承诺件"}),
        ("是否即办", "看情况", {}),
        ("即办/承诺", "承诺件", {"handling": "承诺件"}),
        ("可否代办", "☑", {"agent": True}),
        ("核对日期", "20261103", {"verified": TODAY.replace(day=3)}),
        ("核对日期", 20261103, {"verified": TODAY.replace(day=3)}),
        ("时限要求", "自受理之日起20个工作日内作出决定", {"time_limits": {"promised": {"days": 20, "unit": "工作日"}, "clock_starts": "受理之日"}}),
        ("办理状态", "已取消（2013年1月31日起）", {"status": {"state": "取消"}}),
        ("调整方式", "新增", {"status": {"state": "在办"}}),
        ("最多跑几次", "零跑腿", {"visits": 0}),
        ("补贴对象", "种地农户", {"conditions": ["种地农户"]}),
        ("申请材料", "１．身份证\u3000２．户口\u200b本；\u3000", {"materials": [{"name": "身份证"}, {"name": "户口本"}]}),
        ("申\u00a0请\u3000材 料", "身份证", {"materials": [{"name": "身份证"}]}),
        ("所需证件", "申请书、户口本复印件、身份证复印件", {"materials": [{"name": "申请书"}, {"name": "户口本复印件"}, {"name": "身份证复印件"}]}),
        ("所需证件", "户口本、身份证复印件", {"materials": [{"name": "户口本、身份证复印件"}]}),
    ],
)  # fmt: skip
def test_marks_and_other_hands(heading: str, cell: CellValue, said: Mapping[str, object]) -> None:
    """√ and × are yes and no; what may mean two things stays as it stands, or is told."""
    listing = services_in([sheet(("事项名称", heading), ("甲事项", cell))])

    assert dict(listing.services[0].fields) == said
    assert said or rules(listing) == ["cell/unread"]


def test_what_stands_in_brackets_behind_a_state_is_told() -> None:
    """It is no field of its own."""
    assert rules(services_in([sheet(("事项名称", "状态"), ("甲事项", "取消（2013年起）"))])) == ["cell/partly"]


def test_a_service_whose_state_nobody_understands_is_left_out(make_content: MakeContent) -> None:
    """It is not written as being on offer, as one of which the source says nothing."""
    made = planned(make_content, ("事项名称", "办理状态"), ("家电下乡", "前年就没了"), ("种粮补贴", None))

    assert ([one.title for one in made.new], made.presumed) == (["种粮补贴"], 1)
    assert (
        "  《家电下乡》（清单 第2行）：看不懂办理状态，不知道还办不办。请在来源里写成 在办、暂停、取消 或 更名。"
        in [*report.lines(made)]
    )


def test_windows_by_their_numbers(make_content: MakeContent) -> None:
    """A number alone is the window of the hall with that number, and never the name of a new one."""
    header = ("事项名称", "窗口编号")

    known, unknown = planned(make_content, header, ("甲事项", "04")), planned(make_content, header, ("乙事项", "5号"))

    assert "window: 民政救济" in known.new[0].after.decode()
    assert "window" not in unknown.new[0].after.decode()
    assert len(unknown.files) == 1
    assert unknown.notes == (
        "“办理窗口”有 1 格只写了窗口号，windows.yml 里没有这个号的窗口，没有导入：清单 第2行 B列。"
        "请试：写窗口名称，或者先在 windows.yml 里写上窗口号。",
    )
    both = services_in([sheet(("事项名称", "进驻窗口", "窗口编号"), ("甲事项", "民政救济", "04"))])
    assert both.services[0].fields["window"] == "民政救济"
    assert rules(both) == ["cell/spare"]


def test_a_table_beside_itself() -> None:
    """Two halves of a list on one page are one list; each cell is told once."""
    header = ("序号", "事项名称", "时限")
    listing = services_in([sheet((*header, None, *header), (1, "甲", "5天", None, 3, "丙", "7天"), (2, "乙", "6天"))])

    assert names(listing) == ["甲", "乙", "丙"]
    assert [one.fields["time_limits"] for one in listing.services] == [{"promised": {"days": n}} for n in (5, 6, 7)]
    assert rules(listing) == []


def test_a_column_for_each_service() -> None:
    """Labels in the first column, services beside each other; a merged cell counts for all below which it reaches."""
    rows = (
        ("一事一表",),
        ("事项名称", "临时救助", "特困供养", "高龄津贴"),
        ("办理条件", "困难", "无劳动能力", "80周岁以上"),
        ("承诺时限", "5个工作日", None, "10个工作日"),
        ("咨询电话", "0300-0000104"),
    )
    listing = services_in([sheet(*rows, merged=(((4, 1), (4, 3)),))])

    assert names(listing) == ["临时救助", "特困供养", "高龄津贴"]
    assert [one.fields["conditions"] for one in listing.services] == [["困难"], ["无劳动能力"], ["80周岁以上"]]
    assert [one.fields["enquiry_phone"] for one in listing.services] == ["0300-0000104"] * 3
    assert [one.place for one in listing.services] == [f"清单 第2行 {column}列" for column in "BCD"]
    assert "time_limits" not in listing.services[1].fields


def test_a_value_merged_over_the_rest_of_its_row_is_read_once() -> None:
    """Programs that repeat it in each cell of the area add nothing."""
    listing = services_in(
        [sheet(
            ("事项名称", "临时救助", "事项编码", "XG-04"), ("受理条件", *["有户籍"] * 3), ("承诺时限", *["5天"] * 3),
            ("申请材料", "申请表", "申请表", "申请表"),
        )]
    )  # fmt: skip

    assert listing.services[0].fields["conditions"] == ["有户籍"]
    assert rules(listing) == []


def test_a_hundred_unknown_columns_are_one_remark() -> None:
    """Their headings are named, and how many cells were left out."""
    extra = [f"扩展字段{number}" for number in range(97)]
    listing = services_in([sheet(("事项名称", "实施主体", "承诺时限", *extra), ("甲事项", "镇政府", "5天", *"x" * 97))])

    assert rules(listing) == ["columns/unknown"]
    told = listing.remarks[0].message
    assert told.startswith("有 97 列的列名不认识，97 格没有导入：D列“扩展字段0”、E列“扩展字段1”、") and told.endswith(
        "等。"
    )


def test_a_header_that_is_mostly_unknown() -> None:
    """事项名称 says where the services are, whatever stands beside it."""
    listing = services_in([sheet(("事项名称", "咨询及投诉", "联系人及电话", "地址及电话"), ("甲事项", "x", "y", "z"))])

    assert names(listing) == ["甲事项"]
    assert rules(listing) == ["column/unknown"] * 3


def test_who_signs_is_no_office_of_a_service() -> None:
    """The lines below a list are notes, also where they fill several columns."""
    listing = services_in(
        [sheet(
            ("序号", "服务事项名称", "责任部门", "时限"), (1, "甲事项", None, "5天"), ("总计", "1"),
            ("主要负责人签字：", None, "经办人：", None), ("单位负责人（签章）：", None, "分管领导：", None),
        )]
    )  # fmt: skip

    assert dict(listing.services[0].fields) == {"time_limits": {"promised": {"days": 5}}}
    assert rules(listing) == ["sheet/notes", "column/unused"]


def test_a_mobile_of_a_person_stops_the_import_at_its_cell(make_content: MakeContent) -> None:
    """The number is in no message."""
    number = "138" + "12345678"
    with pytest.raises(ImportRefused) as caught:
        planned(make_content, ("事项名称", "经办人", "联系电话"), ("甲事项", "王二", number))

    assert caught.value.lines[0].startswith(
        "清单 第2行 C列 《甲事项》：这里有手机号码，不能公布。请删去；大厅特意对外公布的，"
    )
    assert number not in str(caught.value)


def test_a_mobile_that_the_hall_gives_out_may_come_in(make_content: MakeContent) -> None:
    """It stands in site.yml, or at a service already."""
    number = "138" + "12345678"
    content = make_content({"site.yml": f"{SITE}public_contacts:\n  - {{values: ['{number}'], reason: 值班手机}}\n"})
    listing = services_in([sheet(("事项名称", "咨询电话"), ("甲事项", number))])

    assert len(plan(load(content), listing.services, TODAY).files) == 1
