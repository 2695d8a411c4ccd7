"""Rules about disclosures: days in order, tables that add up, who prepared and reviewed them."""

from datetime import date

import pytest
from rules.dataset_builder import DISCLOSED, DISCLOSURE, Case, Cases, case_id, content, sentences, table, told

from generator.rules import Rule, disclosures, privacy

HEAD = "项目,收入,支出"
MOBILE = "138" + "0013" + "8001"


def rows(*lines: str) -> dict[str, list[str]]:
    return {DISCLOSED: [HEAD, *lines]}


def sum_of(column: int, name: str, stated: str, found: str, difference: str, line: int = 4) -> str:
    return (
        f"{DISCLOSED}:{line}.{column} [table/sum] “{name}”的合计写的是 {stated}，上面各行相加是 {found}，相差 {difference}。"
        "请核对；这一列不用合计的，合计一格留空。"
    )


CASES: Cases = {
    disclosures.disclosures_are_posted_in_order: {
        "posted behind its period": Case(),
        "posted on the day behind its period": Case({DISCLOSURE: {"posted_from": "2026-10-01"}}),
        "posted on its last day": Case(
            {DISCLOSURE: {"posted_from": "2026-09-30"}},
            (
                f"{DISCLOSURE}:posted_from [table/not-over] 公示开始的日期还在本期（2026-Q3，到 2026-09-30 为止）里面："
                "一期结束以后才能公示这一期。请检查期次和日期。",
            ),
        ),
        "ends before it begins": Case(
            {DISCLOSURE: {"posted_until": "2026-10-14"}},
            (f"{DISCLOSURE}:posted_until [date/notice-period] 结束日期早于开始日期。",),
        ),
        "taken down before its end": Case(
            {DISCLOSURE: {"take_down": "2026-12-14"}},
            (f"{DISCLOSURE}:take_down [date/take-down] 撤下日期早于结束日期。",),
        ),
    },
    disclosures.disclosures_are_described: {
        "prepared, reviewed, with rows": Case(),
        "nobody reviewed it": Case(
            {DISCLOSURE: {"reviewed_by": None}},
            (f"{DISCLOSURE}:reviewed_by [unknown/field] 没有写“审核”（reviewed_by），页面上会显示“待补充”。",),
        ),
        "a header alone": Case(
            rows(), (f"{DISCLOSED}:1.1 [table/empty] 表格里只有列名，还没有内容，页面上会显示“待补充”。",)
        ),
        "taken down": Case(
            {DISCLOSURE: {"reviewed_by": None, "take_down": "2026-12-15"}, **rows()}, today=date(2026, 12, 16)
        ),
    },
    disclosures.tables_add_up: {
        "adds up": Case(),
        "with numbers below zero": Case(rows("退款,,-20.5", "电费,,120.5", "合计,,100")),
        "with a subtotal": Case(rows("甲,1,", "乙,2,", "上半月小计,3,", "丙,4,", "合计,7,")),
        "without a total": Case(rows("甲,1,", "乙,2,")),
        "a column that is not added up": Case(rows("甲,1,5", "乙,2,7", "合计,3,")),
        "a column with words": Case(rows("甲,1,5", "乙,2,七", "合计,3,1")),
        "exact to the cent": Case(rows("甲,0.1,", "乙,0.2,", "合计,0.3,")),
        "a cent too little": Case(
            rows('甲,"1,000.10",', "乙,2,", '合计,"1,002.09",'), (sum_of(2, "收入", "1,002.09", "1,002.10", "0.01"),)
        ),
        "two columns": Case(
            rows("甲,1,1", "乙,2,2", "合计,4,2"),
            (sum_of(2, "收入", "4", "3", "1"), sum_of(3, "支出", "2", "3", "1")),
        ),
    },
    disclosures.no_placeholder_is_left_in_tables: {
        "filled in": Case(),
        "left open": Case(
            rows("待定,1,", "乙,XX,"),
            (
                f"{DISCLOSED}:2.1 [text/placeholder] 这里还有没填的占位“待定”，页面上会显示“待补充”。",
                f"{DISCLOSED}:3.2 [text/placeholder] 这里还有没填的占位“XX”，页面上会显示“待补充”。",
            ),
        ),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule_about_disclosures(rule: Rule, name: str, case: Case) -> None:
    """Each rule says exactly what its case expects."""
    assert sentences(rule, case) == case.expected


@pytest.mark.parametrize(
    ("lines", "place", "said"),
    [
        ((HEAD, "甲,1,", f"电话{MOBILE},2,"), "3.1", "privacy/number"),
        (("姓名,金额", "甲,1", "虞满仓,2"), "3.1", "privacy/name"),
        (("银行账号,金额", "6200000000000000000,2"), "2.1", "privacy/number"),
        (("项目,金额", "户主：虞满仓,2"), "2.1", "privacy/name"),
        ((f"项目{MOBILE},金额", "甲,2"), "1.1", "privacy/number"),
    ],
)
def test_private_value_in_a_table_is_found(lines: tuple[str, ...], place: str, said: str) -> None:
    """In cells and headers, by line and column, without the value; the name of the column helps to tell what it is."""
    found = told(privacy.numbers_are_public(content({DISCLOSED: lines}), date(2026, 11, 20)))

    assert any(one.startswith(f"{DISCLOSED}:{place} [{said}]") for one in found), found
    assert MOBILE not in "".join(found)
