"""report: the register on a terminal, line by line, never wider than 80 columns."""

from gaps.gap_builder import registered
from rules.dataset_builder import REGULATION, SERVICE

from generator.gaps.report import WIDTH, report
from generator.system.text_width import columns

NAME = "城乡居民临时救助申请的受理、审核与发放（含急难型和支出型两类情形的小额先行救助）"


def test_report_says_who_has_to_fill_what() -> None:
    """Who has to fill, then the records, then what is missing and what comes of it; the table stands at the end."""
    changes = {SERVICE: {"legal_basis": None, "visits": None}, REGULATION: {"articles": None, "wall": None}}
    assert list(report(registered(changes))) == [
        "—— 虚谷镇人民政府：缺 2 项，2 份 ——",
        "上墙制度  content/regulations/",
        "  缺：“责任追究”制度全文",
        "  因此：该上墙的不能上墙、海报不能印、网页上整节空着、不容易搜到",
        "《责任追究制度》  content/regulations/zeren-zhuijiu.yml",
        "  缺：正文",
        "  因此：海报不能印、网页上整节空着、不容易搜到",
        "",
        "—— 民政救济（民政救济岗）：缺 2 项，1 份 ——",
        "临时救助  content/services/linshi-jiuzhu.yml",
        "  缺：设定依据、到现场次数",
        "  因此：八要素只有 7/8（缺依据）、海报不能印、网页上整节空着",
        "",
        "—— 办事指南齐全了多少 ——",
        "八要素：名称、依据、条件、材料、地点、时间、流程、时限收费电话",
        "谁来补           事项   齐全   八要素   缺项",
        "民政救济            1      0    87.5%      2",
        "虚谷镇人民政府      —      —        —      2",
        "合计                1      0    87.5%      4",
        "",
        "共缺 4 项，在 3 份内容里；3 份海报因此不做。",
    ]


def test_report_of_sound_content_is_short() -> None:
    """Nothing but the table, and that nothing is missing."""
    assert list(report(registered()))[-1] == "没有缺项：该写的都写了。"


def test_no_line_is_wider_than_a_terminal() -> None:
    """Long names and many gaps go on on the next line, and none is cut in two."""
    stub = {"id": "linshi-jiuzhu", "name": NAME, "status": {"state": "在办"}, "window": "minzheng"}
    gone = dict.fromkeys(
        ("summary", "type", "handling", "audience", "body", "level", "legal_basis", "conditions", "materials", "steps",
         "time_limits", "fee", "result", "visits", "agent", "verified")
    )  # fmt: skip
    lines = list(report(registered({SERVICE: {**gone, **stub}})))

    assert max(map(columns, lines)) <= WIDTH
    assert "、设定依据、申请材料、" in "".join(["、", *(line.strip() for line in lines)]).replace("缺：", "、")


def test_report_says_what_one_answer_fills_everywhere() -> None:
    """The phone of the hall, and beside it the services that have none of their own."""
    site = {"hall": {"name": "虚谷镇便民服务大厅", "address": "不远路1号", "hours": "全天"}}
    windows = {"windows": [{"id": "minzheng", "name": "民政救济", "staff_role": "岗", "backup": "岗"}]}

    assert list(report(registered({"site.yml": site, "windows.yml": windows})))[:7] == [
        "—— 虚谷镇便民服务大厅：缺 2 项，2 份 ——",
        "虚谷镇便民服务大厅  content/site.yml",
        "  缺：总机电话（补上它，另外 1 处也就有了）",
        "  因此：海报不能印",
        "临时救助  content/services/linshi-jiuzhu.yml",
        "  缺：咨询电话（随大厅）",
        "  因此：八要素只有 7/8（缺时限收费电话）、海报不能印",
    ]


def test_what_one_answer_fills_in_many_places_is_counted() -> None:
    """The hall's own gaps are not lost among dozens of services that only follow it."""
    site = {"hall": {"name": "虚谷镇便民服务大厅", "address": "不远路1号", "hours": "全天"}}
    windows = {"windows": [{"id": "minzheng", "name": "民政救济", "staff_role": "岗", "backup": "岗"}]}
    copies: dict[str, dict[str, object]] = {
        f"services/lingjian-{number}.yml": {
            "id": f"lingjian-{number}",
            "name": f"另一件{number}",
            "status": {"state": "在办"},
            "window": "minzheng",
        }
        for number in range(4)
    }

    lines = list(report(registered({"site.yml": site, "windows.yml": windows, **copies})))

    assert lines[:6] == [
        "—— 虚谷镇便民服务大厅：缺 6 项，6 份 ——",
        "虚谷镇便民服务大厅  content/site.yml",
        "  缺：总机电话（补上它，另外 5 处也就有了）",
        "  因此：海报不能印",
        "另有 5 份缺的是同样的几项，补上上面的就都有了。",
        "",
    ]
