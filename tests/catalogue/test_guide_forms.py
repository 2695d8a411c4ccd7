"""guide_forms: guides in documents become services, whatever form they have."""

import pytest
from service_sheets import names, rules

from generator.catalogue.guide_forms import guides_in
from generator.catalogue.listing import Listing
from generator.sources import Aside, Block, Paragraph, Source, Table

Rows = tuple[tuple[str | None, ...], ...]


def read(*blocks: Rows | str, asides: tuple[Aside, ...] = ()) -> Listing:
    """What is read from a document of these tables and paragraphs; # before a paragraph makes it a heading."""
    made: list[Block] = []
    for place, block in enumerate(blocks, 1):
        if isinstance(block, str):
            text = block.lstrip("#")
            in_contents = text.endswith("……1")
            made.append(Paragraph(text, place, heading=len(block) - len(text), in_contents=in_contents))
        else:
            made.append(Table(block, place))
    return guides_in(Source("指南.docx", tuple(made), asides))


def fields(*blocks: Rows | str) -> dict[str, object]:
    """The fields of the only guide."""
    (service,) = read(*blocks).services
    return dict(service.fields)


PAPERS = [{"name": "身份证", "copies": 1, "original": "原件"}, {"name": "照片", "copies": 2}]


# --- tables -----------------------------------------------------------------------------------------------------------


def test_a_form_of_two_columns() -> None:
    """A label and its value in each row; the title above is no service of its own."""
    listing = read(
        "老年优待证办事指南",
        (
            ("事项名称", "老年优待证办理"),
            ("设定依据", "《虚谷县老年人优待办法》第三条"),
            ("受理条件", "1.年满60周岁；\n2.本镇户籍。"),
            ("申请材料", "身份证、照片2张"),
            ("办理流程", "申请→受理→办结"),
            ("承诺时限", "5个工作日"),
            ("收费标准", "不收费"),
            ("咨询电话", "0300-0000100"),
            ("网办深度", "四级"),
            ("星级评定", "五星"),
        ),
    )
    assert names(listing) == ["老年优待证办理"]
    assert dict(listing.services[0].fields) == {
        "legal_basis": [{"title": "虚谷县老年人优待办法", "article": "第三条"}],
        "conditions": ["年满60周岁", "本镇户籍。"],
        "materials": [{"name": "身份证"}, {"name": "照片2张"}],
        "steps": [{"name": "申请"}, {"name": "受理"}, {"name": "办结"}],
        "time_limits": {"promised": {"days": 5, "unit": "工作日"}},
        "fee": {"free": True},
        "enquiry_phone": "0300-0000100",
    }
    assert listing.services[0].places["fee"] == "表格1 第7行"
    told = [(remark.rule, remark.values["heading"]) for remark in listing.remarks]
    assert told == [("guide/label", "网办深度"), ("guide/label", "星级评定")]


def test_a_form_of_four_columns_with_empty_values() -> None:
    """Two labels with their values in a row; a label without a value takes nothing from its neighbour."""
    assert fields(
        (
            ("事项名称", "临时救助", None, None),
            ("事项类型", "行政给付", "办件类型", "承诺件"),
            ("咨询电话", "", "办理地点", "一楼民政窗口"),
            ("服务对象", "自然人", "监督电话", ""),
            ("是否收费", "否", "咨询方式", "0300-0000100"),
        )
    ) == {
        "type": "行政给付",
        "handling": "承诺件",
        "place": "一楼民政窗口",
        "audience": ["自然人"],
        "fee": {"free": True},
        "enquiry_phone": "0300-0000100",
    }


@pytest.mark.parametrize(
    "rows",
    [
        (
            ("申请材料", "序号", "名称", "材料类型", "份数"),
            (None, "1", "身份证", "原件", "1"),
            (None, "2", "照片", "", "2"),
        ),
        (
            ("申请材料", None, None, None, None),
            ("序号", "材料名称", "材料类型", "份数", "备注"),
            ("1", "身份证", "原件", "1份", ""),
            ("2", "照片", "", "2份", ""),
        ),
        (("申请材料", "序号\t材料名称\t材料类型\t份数\n1\t身份证\t原件\t1\n2\t照片\t\t2", None, None, None),),
        (("申请材料", "1", "身份证（原件1份）", None, None), (None, "2", "照片2份", None, None)),
    ],
)
def test_grids_of_papers_within_a_form(rows: Rows) -> None:
    """Papers stand below a merged label, below a row of their own, in a table within the cell, or only numbered."""
    assert fields(
        (
            ("事项名称", "老年优待证办理", None, None, None),
            *rows,
            ("办理地点", "一楼", None, None, None),
        )
    ) == {"materials": PAPERS, "place": "一楼"}


def test_notes_of_papers_in_a_grid() -> None:
    """备注 and headings that nobody knows are said of the paper; what has no field is told."""
    listing = read(
        (
            ("事项名称", "老年优待证办理", None, None, None, None),
            ("申请材料", "材料名称", "原件/复印件", "备注", "颜色", "材料编码"),
            (None, "身份证", "复印件", "验原件", "黑白", "A1"),
        )
    )
    assert listing.services[0].fields["materials"] == [
        {"name": "身份证", "original": "复印件", "notes": "验原件\n颜色：黑白"}
    ]
    assert [(one.rule, one.values["heading"]) for one in listing.remarks] == [("guide/label", "材料编码")]


def test_labels_over_labels_and_numbered_rows() -> None:
    """A label that is merged over others belongs to each; numbers before labels are passed over."""
    assert fields(
        (
            ("1", "事项名称", "老年优待证办理", None),
            ("2", "办理时限", "法定时限", "20日"),
            (None, None, "承诺时限", "当场办结"),
            ("3", "咨询监督", "咨询电话", "0300-0000100"),
        )
    ) == {"time_limits": {"statutory": {"days": 20}, "promised": {"immediate": True}}, "enquiry_phone": "0300-0000100"}
    assert fields(
        (
            ("事项名称", "老年优待证办理", None),
            ("办理时限", "法定时限", "20日"),
            (None, "承诺时限", "5日"),
            ("受理条件", "1.年满60周岁", None),
            (None, "2.本镇户籍", None),
        )
    ) == {
        "time_limits": {"statutory": {"days": 20}, "promised": {"days": 5}},
        "conditions": ["年满60周岁", "本镇户籍"],
    }


def test_headings_of_the_columns_of_a_form() -> None:
    """序号, 项目 and 内容 above a form are no label with a value."""
    listing = read((("序号", "项目", "内容"), ("1", "事项名称", "老年优待证办理"), ("2", "办理地点", "一楼")))
    assert names(listing) == ["老年优待证办理"]


def test_several_guides_in_a_file() -> None:
    """A table each, or one table in which the name of the next service comes, or broken over two tables."""
    form = (("事项名称", "甲事项"), ("办理地点", "一楼"))
    other = (("事项名称", "乙事项"), ("办理地点", "二楼"))
    assert names(read(form, other)) == ["甲事项", "乙事项"]
    assert names(read((*form, *other))) == ["甲事项", "乙事项"]
    (service,) = read(form, (("咨询电话", "0300-0000100"), ("收费标准", "免费"))).services
    assert dict(service.fields) == {"place": "一楼", "enquiry_phone": "0300-0000100", "fee": {"free": True}}


def test_the_title_names_a_guide_without_a_name() -> None:
    """It does where no label does; without both the guide is told and not imported."""
    rows = (("办理地点", "一楼"), ("收费标准", "免费"))
    assert names(read("附件1：老年优待证办事指南（2026年版）", rows, "临时救助服务指南", rows)) == [
        "老年优待证",
        "临时救助",
    ]
    assert names(read((("老年优待证办事指南", None), *rows))) == ["老年优待证"]
    assert rules(read(rows)) == ["guide/no-name"]


def test_a_list_of_services_in_a_table_of_a_document() -> None:
    """A row a service, with cells merged downwards."""
    listing = read(
        (
            ("序号", "事项名称", "责任单位", "所需材料"),
            ("1", "甲事项", "虚谷县民政局", "身份证"),
            ("2", "乙事项", None, "户口簿"),
        )
    )
    assert names(listing) == ["甲事项", "乙事项"]
    assert [service.fields["body"] for service in listing.services] == ["虚谷县民政局", "虚谷县民政局"]
    assert listing.services[1].place == "表格1 第3行"


# --- paragraphs -------------------------------------------------------------------------------------------------------


def test_a_guide_as_paragraphs() -> None:
    """Labels with their values, or headings with paragraphs below, numbered or not."""
    assert fields(
        "一、事项名称：老年优待证办理",
        "二、受理条件",
        "1.年满60周岁；",
        "2.本镇户籍。",
        "三、申请材料：",
        "（1）身份证",
        "（2）照片",
        "四、承诺时限：5个工作日",
        "五、咨询电话：0300-0000100　办理地点：一楼",
        "六、收费",
        "不收费",
    ) == {
        "conditions": ["年满60周岁", "本镇户籍。"],
        "materials": [{"name": "身份证"}, {"name": "照片"}],
        "time_limits": {"promised": {"days": 5, "unit": "工作日"}},
        "enquiry_phone": "0300-0000100",
        "place": "一楼",
        "fee": {"free": True},
    }


def test_labels_in_brackets() -> None:
    """【】 is as good as a colon."""
    assert fields("【事项名称】老年优待证办理", "【办理地点】一楼", "【受理条件】", "年满60周岁") == {
        "place": "一楼",
        "conditions": ["年满60周岁"],
    }


def test_headings_that_nobody_knows_end_the_value_above() -> None:
    """A heading of the same numbering is a heading, and what is below it is told."""
    listing = read(
        "老年优待证办理指南",
        "一、办理地点：一楼",
        "二、受理条件",
        "年满60周岁",
        "三、温馨提示",
        "请避开周一上午。",
        "四、收费标准：免费",
        "五、办理时间和方式：随时",
        "欢迎监督。",
    )
    assert names(listing) == ["老年优待证"]
    assert dict(listing.services[0].fields) == {
        "place": "一楼",
        "conditions": ["年满60周岁"],
        "fee": {"free": True},
    }
    assert [(one.rule, one.values["heading"], one.values["places"]) for one in listing.remarks] == [
        ("guide/label", "温馨提示", "第5段"),
        ("guide/label", "办理时间和方式", "第8段"),
    ]


def test_headings_of_a_document_name_its_guides() -> None:
    """The title of the document is no guide, headings within a guide begin no other."""
    listing = read(
        "#子虚镇便民服务中心",
        "##老年优待证",
        "###基本信息",
        "办理地点：一楼",
        "###申请材料",
        "身份证",
        "##临时救助",
        "###申请材料",
        "申请书",
    )
    assert names(listing) == ["老年优待证", "临时救助"]
    assert [service.fields["materials"] for service in listing.services] == [[{"name": "身份证"}], [{"name": "申请书"}]]


def test_a_table_of_contents_names_no_guides() -> None:
    """It repeats the titles that come below."""
    assert names(read("老年优待证……1", "办理地点……1", "老年优待证办事指南", "办理地点：一楼")) == ["老年优待证"]


def test_a_grid_below_a_heading() -> None:
    """A table of papers belongs to the guide in whose text it stands."""
    assert fields(
        "老年优待证办事指南", "一、办理地点：一楼", "二、申请材料", (("材料名称", "份数"), ("身份证", "1"))
    ) == {
        "place": "一楼",
        "materials": [{"name": "身份证", "copies": 1}],
    }


def test_words_above_a_grid_are_no_paper() -> None:
    """They are told."""
    listing = read("老年优待证办事指南", "二、申请材料", "请带以下材料：", (("材料名称", "份数"), ("身份证", "1")))
    assert dict(listing.services[0].fields) == {"materials": [{"name": "身份证", "copies": 1}]}
    assert rules(listing) == ["guide/left"]


def test_what_stands_beside_the_text_is_told() -> None:
    """Comments are not imported; inserted text is, and both are told with their number."""
    asides = (Aside("comment", "再核一下", 1), Aside("comment", "x", 1), Aside("inserted", "一楼", 2))
    listing = read("老年优待证办事指南", "办理地点：一楼", asides=asides)
    assert [(one.rule, one.values["count"]) for one in listing.remarks] == [
        ("guide/aside", "2"),
        ("guide/inserted", "1"),
    ]
    assert all("{" not in one.message + one.remedy for one in listing.remarks)
