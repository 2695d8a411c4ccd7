"""sheet_rows: from sheets as halls keep them to services; no cell is lost without a word."""

from pathlib import Path
from time import process_time

import pytest
import xlsxwriter
from service_sheets import names, rules, sheet

from generator.catalogue.sheet_rows import services_in
from generator.register.sheets import read_register
from generator.texts.service_columns import SERVICE_COLUMNS
from generator.texts.service_sources import SOURCE_MESSAGES


def fields(*rows: tuple[object, ...]) -> dict[str, object]:
    """The fields of the only service in these rows."""
    (service,) = services_in([sheet(*rows)]).services
    return dict(service.fields)


# --- rows -------------------------------------------------------------------------------------------------------------


def test_one_row_is_one_service() -> None:
    """Each row becomes a service with the fields that it states, and no others."""
    listing = services_in(
        [
            sheet(
                ("子虚镇服务事项清单",),
                ("序号", "事项", "窗口", "所需材料", "承诺时限", "电话", "备注"),
                (1, "老年优待证", "民政窗口", "身份证、照片2张", "5个工作日", "0300-0000100", ""),
                (2, "来访接待", "", "", "当场", "", "常年"),
            )
        ]
    )
    assert names(listing) == ["老年优待证", "来访接待"]
    assert [service.place for service in listing.services] == ["清单 第3行", "清单 第4行"]
    assert dict(listing.services[0].fields) == {
        "window": "民政窗口",
        "materials": [{"name": "身份证"}, {"name": "照片2张"}],
        "time_limits": {"promised": {"days": 5, "unit": "工作日"}},
        "enquiry_phone": "0300-0000100",
    }
    assert dict(listing.services[1].fields) == {"time_limits": {"promised": {"immediate": True}}}
    told = {(remark.rule, remark.values.get("heading"), remark.values.get("count")) for remark in listing.remarks}
    assert ("column/unused", "备注", "1") in told
    assert "序号" not in {heading for _, heading, _ in told}


def test_a_column_of_numbers_is_told_where_more_stands_in_it() -> None:
    """The numbers of rows say nothing; a word among them does."""
    (told,) = services_in(
        [sheet(("序号", "事项", "窗口"), ("1.", "甲", "一"), ("新", "乙", "二"), (3, "丙", "三"))]
    ).remarks

    assert (told.rule, told.values["heading"], told.values["count"]) == ("column/unused", "序号", "1")


def test_papers_that_were_left_together_are_told() -> None:
    """Where 、 may stand within the name of one paper, or between two, the clerk looks; nothing is cut by guessing."""
    listing = services_in(
        [
            sheet(
                ("事项名称", "材料"),
                ("补贴申请", "身份证、残疾证、银行卡复印件"),
                ("关系转接", "身份证明、介绍信"),
                ("换证", "居民户口簿（首页、本人页）"),
            )
        ]
    )

    assert [str(one.fields["materials"]).count("'name'") for one in listing.services] == [1, 2, 1]
    assert [
        (one.rule, one.values["count"], one.values["places"]) for one in listing.remarks if one.rule.startswith("cell/")
    ] == [("cell/one-paper", "1", "清单 第2行 B列")]


def test_rows_without_a_name_belong_to_the_service_above() -> None:
    """A row a paper: what is merged stands in the first row only, and each row has one paper."""
    assert fields(
        ("事项名称", "办理地点", "材料名称", "份数", "材料必要性", "材料类型"),
        ("临时救助", "一楼", "申请书", 1, "必要", "原件"),
        (None, None, "户口簿", "2份", "非必要", "原件和复印件"),
        (None, None, "收入证明", "若干", "容缺", "看情况"),
    ) == {
        "place": "一楼",
        "materials": [
            {"name": "申请书", "copies": 1, "necessity": "必要", "original": "原件"},
            {"name": "户口簿", "copies": 2, "necessity": "非必要", "original": "原件和复印件"},
            {"name": "收入证明", "necessity": "容缺后补", "notes": "份数：若干\n材料类型：看情况"},
        ],
    }


def test_rows_that_repeat_the_name_are_one_service() -> None:
    """A list without merged cells repeats what the rows have in common; where codes differ, there are two services."""
    header = ("事项名称", "实施编码", "咨询电话", "材料名称")
    one = services_in(
        [sheet(header, ("救助", "A1", "0300-0000100", "申请书"), ("救助", "A1", "0300-0000100", "户口簿"))]
    )
    assert names(one) == ["救助"]
    assert [paper["name"] for paper in one.services[0].fields["materials"]] == ["申请书", "户口簿"]
    two = services_in([sheet(header, ("救助", "A1", "", "申请书"), ("救助", "A2", "", "申请书"))])
    assert names(two) == ["救助", "救助"]


def test_merged_cells_count_for_all_their_rows() -> None:
    """An office merged over three services is that of each; a cell that is only empty is nobody's."""
    listing = services_in(
        [
            sheet(
                ("责任单位", "事项名称", "咨询电话"),
                ("虚谷县民政局", "低保", "0300-0000100"),
                (None, "临时救助", None),
                ("虚谷县残联", "残疾证", None),
                (None, "护理补贴", None),
                merged=(((1, 0), (2, 0)),),
            )
        ]
    )
    assert [service.fields.get("body") for service in listing.services] == [
        "虚谷县民政局",
        "虚谷县民政局",
        "虚谷县残联",
        None,
    ]
    assert [service.fields.get("enquiry_phone") for service in listing.services] == ["0300-0000100", None, None, None]


def test_an_item_and_its_parts() -> None:
    """Parts are services; a short or repeated name of a part is told together with that of its item."""
    listing = services_in(
        [
            sheet(
                ("主项名称", "子项名称", "办理窗口"),
                ("居民身份证办理", "申领居民身份证", "公安"),
                (None, "换领", "公安"),
                ("老年优待证", "无", "民政"),
                ("残疾人证", None, None),
                (None, "残疾人证的首次申领", "残联"),
            )
        ]
    )
    assert names(listing) == ["申领居民身份证", "居民身份证办理（换领）", "老年优待证", "残疾人证的首次申领"]
    assert listing.services[0].fields["hidden_terms"] == ["居民身份证办理"]
    assert "hidden_terms" not in listing.services[1].fields


def test_what_differs_within_a_service_is_asked_about() -> None:
    """The first is taken and the second told."""
    listing = services_in(
        [sheet(("事项名称", "办理地点", "材料名称"), ("救助", "一楼", "申请书"), (None, "二楼", "户口簿"))]
    )
    assert listing.services[0].fields["place"] == "一楼"
    assert rules(listing) == ["cell/differs"]
    assert "第3行" in listing.remarks[0].message


def test_areas_that_lie_over_each_other_do_no_harm() -> None:
    """Only a broken file has them, and it is still read in time."""
    areas = tuple(((1, column % 3), (500, column % 3 + 9_000)) for column in range(20_000))
    rows = [("事项名称", "窗口", "电话"), *((f"第{number}号", "民政", "") for number in range(500))]
    started = process_time()
    assert len(services_in([sheet(*rows, merged=areas)]).services) == 500
    assert process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "faq"),
    [
        ("1.问：要多久？答：5天。\n2.问：收费吗？答：不收。", [("要多久？", "5天。"), ("收费吗？", "不收。")]),
        ("问：要多久？", None),
        ("要多久？五天。", None),
    ],
)
def test_questions(text: str, faq: list[tuple[str, str]] | None) -> None:
    """问 and 答 take turns; other texts are no questions."""
    found = fields(("事项名称", "常见问题"), ("甲事项", text)).get("faq")
    assert found == (faq and [{"question": asks, "answer": answer} for asks, answer in faq])


@pytest.mark.parametrize(
    "heading", ["常见问题", "申请材料", "特别程序", "承诺时限", "办理流程", "设定依据", "咨询方式", "收费标准"]
)
@pytest.mark.parametrize("sign", ["问：", "（", " ", "，", "1.", "《", "电话", "0"])
def test_long_cells_are_read_in_time(heading: str, sign: str) -> None:
    """A cell as long as a spreadsheet allows takes no longer than others of its length."""
    started = process_time()
    listing = services_in([sheet(("事项名称", heading), ("甲事项", "甲" + sign * (32_000 // len(sign)) + "乙"))])
    assert names(listing) == ["甲事项"]
    assert process_time() - started < 5


def test_dittos_are_filled_in() -> None:
    """同上 is what stands above."""
    listing = services_in([sheet(("事项名称", "窗口", "电话"), ("甲", "民政", "0300-0000100"), ("乙", "同上", "〃"))])
    assert listing.services[1].fields == {"window": "民政", "enquiry_phone": "0300-0000100"}


# --- around the table -------------------------------------------------------------------------------------------------


def test_titles_notes_sums_and_repeated_headers_are_no_services() -> None:
    """They are told with their rows; a header that comes again on each page is passed over."""
    listing = services_in(
        [
            sheet(
                ("子虚镇便民服务清单",),
                ("填报单位：子虚镇",),
                ("序号", "事项名称", "窗口"),
                (1, "甲", "民政"),
                ("序号", "事项名称", "窗口"),
                (2, "乙", "民政"),
                ("合计", "2项"),
                ("注：未列事项请咨询窗口。",),
                ("填表人：某某", None, "审核人：某某"),
            )
        ]
    )
    assert names(listing) == ["甲", "乙"]
    (notes,) = (remark for remark in listing.remarks if remark.rule == "sheet/notes")
    assert notes.values["rows"] == "清单 第1行、清单 第2行、清单 第7行、清单 第8行、清单 第9行"


def test_a_service_with_a_contact_or_a_sum_in_its_cells_is_no_note() -> None:
    """Signatures and sums are notes only where they stand in place of a service."""
    listing = services_in(
        [
            sheet(
                ("事项名称", "咨询方式", "办理地点"),
                ("累计缴费年限认定", "联系人：某某，电话：0300-0000100", "一楼"),
                ("合计：1项", None, "联系人：某某"),
            )
        ]
    )
    assert names(listing) == ["累计缴费年限认定"]
    assert listing.services[0].fields["enquiry_phone"] == "0300-0000100"
    assert listing.services[0].places["enquiry_phone"] == "清单 第2行 B列"


def test_a_title_above_a_group_is_its_window_or_office() -> None:
    """A window or office that stands alone in a row is that of the services below it, where no column says so."""
    listing = services_in(
        [
            sheet(
                ("序号", "事项名称", "办理地点"),
                ("一、民政窗口（2项）",),
                (1, "甲事项", "一楼"),
                (2, "乙事项", "一楼"),
                ("二、虚谷县残联",),
                (1, "丙事项", "二楼"),
            )
        ]
    )
    assert names(listing) == ["甲事项", "乙事项", "丙事项"]
    assert [service.fields.get("window") for service in listing.services] == ["民政窗口", "民政窗口", None]
    assert [service.fields.get("body") for service in listing.services] == [None, None, "虚谷县残联"]


def test_headers_of_two_rows_and_of_two_tables() -> None:
    """Headings above each other belong together; a second table below with other columns is read, too."""
    listing = services_in(
        [
            sheet(
                ("事项名称", "申请材料", None, "办理时限", None),
                (None, "名称", "份数", "法定", "承诺"),
                ("甲事项", "申请书", 2, "20日", "5个工作日"),
                ("事项名称", "咨询电话", "办理地点"),
                ("乙事项", "0300-0000100", "二楼"),
            )
        ]
    )
    assert [dict(service.fields) for service in listing.services] == [
        {
            "materials": [{"name": "申请书", "copies": 2}],
            "time_limits": {"statutory": {"days": 20}, "promised": {"days": 5, "unit": "工作日"}},
        },
        {"enquiry_phone": "0300-0000100", "place": "二楼"},
    ]


def test_sheets_by_window() -> None:
    """Several sheets name their windows; a sheet called Sheet2, or the only one of a file, names none."""
    rows = (("事项名称", "办理地点"), ("甲事项", "一楼"))
    listing = services_in([sheet(*rows, name="民政"), sheet(*rows, name="残联"), sheet(*rows, name="Sheet2")])
    assert [service.fields.get("window") for service in listing.services] == ["民政", "残联", None]
    assert rules(listing).count("sheet/window") == 2
    assert "window" not in services_in([sheet(*rows, name="民政")]).services[0].fields
    assert services_in([sheet(*rows, name="民政窗口")]).services[0].fields["window"] == "民政窗口"


def test_hidden_sheets_rows_and_sheets_without_a_table_are_told() -> None:
    """Nothing of them is read."""
    listing = services_in(
        [
            sheet(("事项名称", "窗口"), ("甲事项", "民政")),
            sheet(("事项名称", "窗口"), ("旧事项", "民政"), name="旧", hidden=True),
            sheet(("通讯录",), ("某某", "一楼"), name="其他"),
        ]
    )
    assert names(listing) == ["甲事项"]
    assert rules(listing) == ["sheet/hidden", "sheet/no-table"]


def test_sheets_that_are_forms() -> None:
    """A sheet with labels beside their values is a guide, one in a sheet or several below each other."""
    rows = (("事项类型", "行政给付", "办件类型", "承诺件"), ("申请材料", "1.身份证\n2.照片"), ("承诺时限", "5个工作日"))
    listing = services_in(
        [
            sheet(("老年优待证办事指南",), ("事项名称", "老年优待证"), *rows, name="优待证"),
            sheet(("事项名称", "窗口"), ("低保", "民政"), ("救助", "民政")),
            sheet(("事项名称", "甲事项"), *rows, ("事项名称", "乙事项"), *rows, name="其他"),
        ]
    )
    assert names(listing) == ["低保", "救助", "老年优待证", "甲事项", "乙事项"]
    assert dict(listing.services[2].fields) == {
        "type": "行政给付",
        "handling": "承诺件",
        "materials": [{"name": "身份证"}, {"name": "照片"}],
        "time_limits": {"promised": {"days": 5, "unit": "工作日"}},
    }
    assert listing.services[2].places["materials"] == "优待证 第4行"


def test_a_list_of_names_alone() -> None:
    """A column of names is enough."""
    assert names(services_in([sheet(("服务事项",), ("老年优待证",), ("低保申请",))])) == ["老年优待证", "低保申请"]


# --- columns and cells ------------------------------------------------------------------------------------------------


def test_unknown_and_nameless_columns_are_listed_with_their_cells() -> None:
    """A column that nobody knows is told with its heading, one without a heading by its letter."""
    listing = services_in(
        [sheet(("事项名称", "窗口", "满意率"), ("甲事项", "民政", "高", "x"), ("乙事项", "民政", None, "y"))]
    )
    told = [(remark.rule, remark.values["column"], remark.values["count"]) for remark in listing.remarks]
    assert told == [("column/unknown", "C", "1"), ("column/nameless", "D", "2")]
    assert listing.remarks[0].message.startswith("不认识 C 列的列名“满意率”，1 格没有导入")


def test_a_heading_with_a_number_is_not_shown() -> None:
    """A name or a number that was typed in place of a heading is in no message."""
    listing = services_in([sheet(("事项名称", "窗口", "联系某某13900000000"), ("甲事项", "民政", "x"))])
    assert rules(listing) == ["column/unknown"]
    assert "139" not in listing.remarks[0].message
    assert listing.remarks[0].values["column"] == "C"


@pytest.mark.parametrize(
    ("heading", "cell", "rule"),
    [
        ("承诺时限", "3至5日", "cell/unread"),
        ("承诺时限", "5", "cell/no-unit"),
        ("咨询方式", "到窗口问", "cell/unread"),
        ("设定依据", "上级文件", "cell/unread"),
        ("办理地点", "长" * 201, "cell/unread"),
        ("是否收费", "是", "cell/unread"),
        ("办理时限", "待定", "cell/empty-word"),
        ("实施编码", 451123456789012345, "cell/digits"),
        ("实施编码", "#REF!", "cell/formula"),
    ],
)
def test_what_is_not_understood_is_told_and_not_taken(heading: str, cell: object, rule: str) -> None:
    """No default takes the place of what was not understood."""
    listing = services_in([sheet(("事项名称", heading), ("甲事项", cell))])
    assert dict(listing.services[0].fields) == {}
    assert rules(listing) == [rule]
    assert all(remark.message and "{" not in remark.message + remark.remedy for remark in listing.remarks)


@pytest.mark.parametrize(
    ("cells", "made"),
    [
        ({"预约": "需要预约"}, {"appointment": {"needed": True}}),
        ({"预约办理": "无需预约。"}, {"appointment": {"needed": False}}),
        ({"预约方式": "微信小程序“乌有办”", "预约电话": "0300-0000100", "是否需要预约": "是"}, {
            "appointment": {"how": "微信小程序“乌有办”", "needed": True, "phone": "0300-0000100"}
        }),
        ({"必须预约": "否"}, {"appointment": {"needed": False}}),
        ({"结果名称": "证", "是否支持物流快递": "是"}, {"result": {"name": "证", "delivery": ["邮寄"]}}),
        ({"结果名称": "证", "送达方式": "窗口领取；邮寄送达", "快递": "是"}, {"result": {"name": "证", "delivery": ["窗口领取", "邮寄送达"]}}),
        ({"结果名称": "证", "邮寄": "免费寄递"}, {"result": {"name": "证", "postage": "大厅付"}}),
        ({"结果名称": "证", "物流": "到付"}, {"result": {"name": "证", "postage": "您付"}}),
    ],
)  # fmt: skip
def test_booking_and_posting(cells: dict[str, str], made: object) -> None:
    """Columns of other tables about 预约 and about 物流, 快递, 邮寄 fill the fields that a service has for them."""
    assert fields(("事项名称", *cells), ("甲事项", *cells.values())) == made


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("是否支持预约办理", "是"),
        ("预约办理", "否"),
        ("是否需要预约", "看情况"),
        ("是否支持快递", "否"),
        ("邮寄", "看情况"),
    ],
)
def test_what_says_nothing_certain_of_booking_and_posting(heading: str, cell: str) -> None:
    """That one may book does not mean that one must, and no post has no field: the cell is told."""
    listing = services_in([sheet(("事项名称", heading), ("甲事项", cell))])
    assert dict(listing.services[0].fields) == {}
    assert rules(listing) == ["cell/unread"]


def test_two_cells_that_differ_on_posting() -> None:
    """What is said in two ways is taken once and told."""
    listing = services_in([sheet(("事项名称", "结果名称", "邮寄费", "快递"), ("甲事项", "证", "到付", "包邮"))])
    assert dict(listing.services[0].fields) == {"result": {"name": "证", "postage": "您付"}}
    assert "cell/differs" in rules(listing)


@pytest.mark.parametrize("kind", SERVICE_COLUMNS)
@pytest.mark.parametrize("text", ["甲乙丙", "甲" * 300, "1.甲乙丙；2.甲乙丙\n丁"])
def test_no_cell_of_any_column_is_lost(kind: str, text: str) -> None:
    """Whatever stands in a column, it is in the fields, in the name, or told with its place."""
    rows = [("项目名称", SERVICE_COLUMNS[kind][-1]), ("甲事项", text)]
    listing = services_in([sheet(*rows)])
    (service,) = listing.services
    told = [remark for remark in listing.remarks if "第2行" in remark.message or "第2行" in str(remark.values)]
    kept = str(dict(service.fields)) + service.name
    assert told or "甲乙丙" in kept or "甲" * 300 in kept, (service, listing.remarks)


def test_a_unit_that_contradicts_the_limit_is_told() -> None:
    """The limit keeps its own unit."""
    listing = services_in(
        [sheet(("事项名称", "承诺时限", "承诺时限单位"), ("甲事项", "5天", "工作日"), ("乙事项", "5", "工作日"))]
    )
    assert [service.fields["time_limits"]["promised"] for service in listing.services] == [
        {"days": 5},
        {"days": 5, "unit": "工作日"},
    ]
    assert rules(listing) == ["cell/unread"]


def test_two_columns_of_names() -> None:
    """The first names the service, and where the second differs it is told."""
    listing = services_in([sheet(("事项名称", "项目名称", "窗口"), ("甲事项", "甲项目", "民政"), ("乙", "乙", "民政"))])
    assert names(listing) == ["甲事项", "乙"]
    assert rules(listing) == ["cell/differs"]


def test_limits_in_their_columns() -> None:
    """Number, unit and note of a limit may stand in cells of their own; 即办 makes a limit of 0 days one at once."""
    assert fields(
        (
            "事项名称",
            "办件类型",
            "法定办结时限",
            "法定办结时限单位",
            "承诺办结时限",
            "承诺办结时限单位",
            "承诺办结时限说明",
        ),
        ("甲事项", "即办件", 20.0, "工作日", 0, "工作日", "材料齐全时"),
    ) == {
        "handling": "即办件",
        "time_limits": {
            "statutory": {"days": 20, "unit": "工作日"},
            "promised": {"immediate": True, "note": "材料齐全时"},
        },
    }
    assert fields(("事项名称", "办理时限"), ("甲事项", "法定20日；承诺5个工作日"))["time_limits"] == {
        "statutory": {"days": 20},
        "promised": {"days": 5, "unit": "工作日"},
    }
    assert fields(("事项名称", "法定时限"), ("甲事项", "自受理之日起20日内（不含公示）"))["time_limits"] == {
        "statutory": {"days": 20, "note": "不含公示"},
        "clock_starts": "受理之日",
    }


@pytest.mark.parametrize(
    ("cells", "fee"),
    [
        ({"是否收费": "否"}, {"free": True}),
        ({"是否收费": "无"}, {"free": True}),
        ({"收费标准": "不收费"}, {"free": True}),
        ({"是否收费": "是", "收费标准": "工本费10元"}, {"items": [{"name": "工本费", "standard": "10元"}]}),
        (
            {"收费项目名称": "工本费", "收费标准": "每证10元", "收费依据": "虚价费〔2020〕1号"},
            {"items": [{"name": "工本费", "standard": "每证10元", "basis": "虚价费〔2020〕1号"}]},
        ),
        ({"收费标准": "每次20元"}, {"items": [{"name": "收费", "standard": "每次20元"}]}),
        ({"是否收费": "否", "收费标准": "每次20元"}, None),
    ],
)
def test_fees(cells: dict[str, str], fee: object) -> None:
    """Free is what says so; an amount has its name from its cell, else from its heading; a contradiction is asked."""
    assert fields(("事项名称", *cells), ("甲事项", *cells.values())).get("fee") == fee


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("受理→审核→办结", [{"name": "受理"}, {"name": "审核"}, {"name": "办结"}]),
        ("1.申请：到窗口提交。\n2.受理：当场登记。", [
            {"name": "申请", "what": "到窗口提交。"}, {"name": "受理", "what": "当场登记。"},
        ]),
        ("申请人到窗口提出申请，窗口登记后送村里调查，村里评议并公示，镇里审核，县里审批，最后把结果通知本人。", [
            {"name": "办理流程", "what": "申请人到窗口提出申请，窗口登记后送村里调查，村里评议并公示，镇里审核，县里审批，最后把结果通知本人。"},
        ]),
    ],
)  # fmt: skip
def test_steps(text: str, steps: object) -> None:
    """Arrows and numbers part steps; a description stays whole below the heading."""
    assert fields(("事项名称", "办理流程"), ("甲事项", text))["steps"] == steps


def test_no_papers_are_needed() -> None:
    """无 below the papers says that none are needed; below other headings it says nothing."""
    assert fields(("事项名称", "申请材料", "特别程序"), ("甲事项", "无", "无")) == {"no_materials": True}


def test_papers_with_what_is_said_of_them() -> None:
    """Copies and originals at the end of a name go into their fields; what several papers share is asked about."""
    listing = services_in(
        [
            sheet(
                ("事项名称", "申请材料", "份数", "材料形式"),
                (
                    "甲事项",
                    "1.申请表（一式两份）2.身份证（原件及复印件1份）3.低保证（或特困证）",
                    "1",
                    "纸质\n电子\n纸质",
                ),
            )
        ]
    )
    assert listing.services[0].fields["materials"] == [
        {"name": "申请表", "copies": 2, "format": "纸质"},
        {"name": "身份证", "copies": 1, "original": "原件和复印件", "format": "电子"},
        {"name": "低保证（或特困证）", "format": "纸质"},
    ]
    assert rules(listing) == ["cell/which-paper"]


def test_online_channels() -> None:
    """Addresses have the words before them as names, else the heading; 是 alone names no channel."""
    assert fields(("事项名称", "网上办理地址"), ("甲事项", "省政务服务网：https://example.gov.cn/a 微信小程序"))[
        "online"
    ] == [
        {"name": "省政务服务网", "url": "https://example.gov.cn/a"},
        {"name": "微信小程序"},
    ]
    assert fields(("事项名称", "网上办理地址"), ("甲事项", "https://example.gov.cn/a"))["online"] == [
        {"name": "网上办理地址", "url": "https://example.gov.cn/a"}
    ]
    assert "online" not in fields(("事项名称", "网上办理"), ("甲事项", "是"))


# --- files ------------------------------------------------------------------------------------------------------------


def test_a_workbook_with_merged_cells_two_headers_hidden_sheet_and_many_columns(tmp_path: Path) -> None:
    """What spreadsheets know of merged and hidden cells is used, and a hundred columns are read."""
    path = tmp_path / "事项.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("综合")
        page.merge_range(0, 0, 0, 99, "子虚县事项清单")
        for column, heading in enumerate(("序号", "事项名称", "实施主体")):
            page.merge_range(1, column, 2, column, heading)
        page.merge_range(1, 3, 1, 4, "申请材料")
        page.write_row(2, 3, ("名称", "份数"))
        page.write_row(2, 5, [f"其他第{number}列" for number in range(95)])
        for number in range(20):
            top = 3 + 4 * number
            page.merge_range(top, 0, top + 3, 0, number + 1)
            page.merge_range(top, 1, top + 3, 1, f"第{number + 1}号事项")
            for row in range(top, top + 4):
                page.write_row(row, 3, (f"材料{row}", 1))
        page.merge_range(3, 2, 82, 2, "虚谷县民政局")
        page.write(3, 99, "远")
        page.merge_range(84, 0, 84, 99, "注：本清单由子虚县编制。")
        hidden = book.add_worksheet("旧")
        hidden.write_column(0, 0, ("事项名称", "旧事项"))
        hidden.hide()
    listing = services_in(read_register(path).sheets)
    assert names(listing) == [f"第{number}号事项" for number in range(1, 21)]
    assert {service.fields["body"] for service in listing.services} == {"虚谷县民政局"}
    assert all(len(service.fields["materials"]) == 4 for service in listing.services)
    assert sorted(rules(listing)) == ["column/unknown", "column/unused", "sheet/hidden", "sheet/notes"]


def test_a_csv_names_no_window(tmp_path: Path) -> None:
    """The name of a CSV file is no window, and its empty cells continue the service above."""
    path = tmp_path / "民政窗口.csv"
    path.write_text("事项名称,所需材料\n老年优待证,身份证\n,照片\n", "utf-8")
    (service,) = services_in(read_register(path).sheets, sheets_name_windows=False).services
    assert dict(service.fields) == {"materials": [{"name": "身份证"}, {"name": "照片"}]}


def test_every_message_has_its_blanks_filled() -> None:
    """Messages and remedies are Chinese sentences."""
    assert all(message.endswith(("。", "）")) for message, _ in SOURCE_MESSAGES.values())
