"""A decision that amends a rule, with the amended text behind it, becomes two rules, each with its own numbers."""

from itertools import product

import pytest

from generator.documents.regulation import regulation_text
from generator.intake.papers import read_paper
from generator.intake.regulation import Draft
from generator.sources import Paragraph, Source

DECISION = "虚谷镇人民政府关于修改《虚谷镇集市管理条例》的决定"
LAW = """第一章 总则
第一条 为了办好集市，制定本条例。
第二条 集市设下列摊位：
（一）早市；
（二）夜市。
第二章 摊位
第三条 摊主到窗口申请。
第四条 不收费。
第五条 本条例自2003年8月1日起施行。"""
HISTORY = (
    "（2003年5月1日虚谷镇人民政府公布，根据2026年3月1日《虚谷镇人民政府关于修改〈虚谷镇集市管理条例〉的决定》修正）"
)
TITLES = [
    "虚谷镇集市管理条例",
    "《虚谷镇集市管理条例》",
    "附：虚谷镇集市管理条例",
    "附件：\n虚谷镇集市管理条例",
    "附件1：虚谷镇集市管理条例（修正本）",
    f"虚谷镇集市管理条例\n{HISTORY}",
    f"虚谷镇集市管理条例{HISTORY}",
    f"附：虚谷镇集市管理条例{HISTORY}",
]
ORDERS = {
    "一、第二条修改为：“第二条 集市设下列摊位：\n“（一）早市；\n“（二）夜市。”\n二、删去第六条。\n三、第五条改为第四条。": "一、二、三、",
    "一、第二条修改为：\n“第二条 集市设下列摊位：\n（一）早市；\n（二）夜市。”\n二、删去第六条。": "一、二、",
    "一、第二条修改为：\n第二条 集市设下列摊位：\n（一）早市；\n（二）夜市。\n二、第五条改为第四条，修改为：\n第四条 不收费。": "一、二、",
    "（一）第二条修改为：“第二条 集市设摊位。”\n（二）删去第六条。": "（一）（二）",
    "1.第二条修改为：“第二条 集市设摊位。”\n2.删去第六条。": "1.2.",
    "第一条 将第二条修改为：“第二条 集市设摊位。”\n第二条 删去第六条。": "第一条第二条",
    "将第二条修改为：“第二条 集市设摊位。”\n删去第六条。": "",
}


def read(text: str) -> list[Draft]:
    """The rules of a plain text."""
    lines = enumerate(text.splitlines(), 1)
    return read_paper(Source("决定.txt", tuple(Paragraph(line, place) for place, line in lines)), []).drafts


def articles(draft: Draft) -> str:
    """The numbers of the articles of a rule."""
    lines = regulation_text(draft.record("x")).lines
    return "".join(line.number for line in lines if line.level == "article")


@pytest.mark.parametrize(("orders", "title"), list(product(ORDERS, TITLES)))
def test_decision_and_amended_text_are_two_rules(orders: str, title: str) -> None:
    """However the orders are numbered, the title is written, and the new articles are quoted."""
    decision, law = read(f"""{DECISION}
（2026年3月1日虚谷镇人民政府通过）
虚谷镇人民政府决定对《虚谷镇集市管理条例》作如下修改：
{orders}
本决定自2026年5月1日起施行。
《虚谷镇集市管理条例》根据本决定作相应修改，重新公布。
{title}
{LAW}""")

    assert (decision.title, articles(decision)) == (DECISION, ORDERS[orders])
    assert law.title.startswith("虚谷镇集市管理条例")
    assert articles(law) == "第一条第二条第三条第四条第五条"
    assert [decision.fields["effective"], law.fields["effective"]] == ["2026-05-01", "2003-08-01"]
    assert ("headnote" in law.fields) == (HISTORY in title)


def test_the_end_of_a_decision_belongs_to_none_of_its_orders() -> None:
    """It has no number and is no paragraph of the last order."""
    (decision,) = read(f"{DECISION}\n一、删去第六条。\n二、删去第七条：\n（一）甲。\n本决定自2026年5月1日起施行。")

    lines = [(line.level, line.number) for line in regulation_text(decision.record("x")).lines]
    assert lines == [("article", "一、"), ("article", "二、"), ("item", "（一）"), ("article", "")]


def test_orders_before_articles_stand_beside_each_other() -> None:
    """Where the title of the amended text is not known as such, its articles follow the orders on the same level."""
    (decision,) = read(f"{DECISION}\n一、删去第六条。\n二、删去第七条。\n修正后的全文\n{LAW}")

    assert articles(decision) == "一、二、第一条第二条第三条第四条第五条"
