"""free_texts: the clerk sees every text that will be published, and of the others only what is not private."""

from datetime import date

import pytest
from register_tables import HEADER, case, sheet, table
from rules.dataset_builder import content

from generator.model import ResultRow
from generator.register.cases import read_cases
from generator.register.columns import Table, find_table
from generator.register.free_texts import FreeTexts
from generator.register.private_values import PrivateValues

NEUTRAL = "材料待核、材料待补正、需上级审批、需现场勘验、等待有关部门复核、公示期未满、系统故障"


def free_texts(one: Table) -> FreeTexts:
    """What judges the texts of a register with ``one`` table."""
    return FreeTexts(PrivateValues([one]), content().services.values())


def row(reason: str | None, receipt: str = "A1") -> ResultRow:
    """A public row with a reason for its extension."""
    days = 5 if reason else None
    fields = {"receipt": receipt, "service": "linshi-jiuzhu", "accepted": "2026-07-01", "outcome": "在办"}
    return ResultRow.model_validate(fields | {"extension_days": days, "extension_reason": reason})


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("等杨无名补材料", "case/reason-private"),
        ("申请人住院", "case/reason-sensitive"),
        ("等王须有签字", "case/reason-sensitive"),
        ("需上级审批", None),
        ("临时救助材料待核", None),
    ],
)
def test_reason_is_refused_with_neutral_ones_to_choose_from(text: str, rule: str | None) -> None:
    """A name of the register, a sensitive word, and a name that the register does not hold."""
    breach = free_texts(table(case())).breach(text)

    assert (breach and breach[0]) == rule
    assert breach is None or breach[1]["neutral"] == NEUTRAL


def test_reasons_are_shown_each_once_with_their_number() -> None:
    """In the order of the rows; rows without a reason say nothing."""
    one = table(case())
    rows = [row("需上级审批"), row("材料待核"), row("需上级审批"), row(None)]

    assert list(free_texts(one).lines(rows, [], [one])) == [
        "将要公布的延期原因 2 种，请逐条看一遍：",
        "  “需上级审批” 2 件",
        "  “材料待核” 1 件",
    ]


def test_explained_outcomes_are_shown_without_what_is_private() -> None:
    """A plain outcome is no free text; of an explained one it is said what is published."""
    outcomes = ["办结", "已办结（已发证）", "不予办理：杨无名不符合条件", "不予办理：患癌", "同意，已发证"]
    one = table(*(case(收件编号=f"XG-{n}", 办理结果=text) for n, text in enumerate(outcomes)))
    lines = list(free_texts(one).lines([], read_cases(one, date(2026, 7, 1), date(2026, 11, 20)), [one]))

    assert lines == [
        "办理结果里带说明的 4 种，只公布结果，说明不公布：",
        "  “已办结（已发证）” 1 件，公布为：办结",
        "  “同意，已发证” 1 件，公布为：办结",
        "  另有 2 种说明里有个人信息，没有显示",
    ]


def test_remarks_are_said_to_stay_unpublished() -> None:
    """None of them is shown."""
    one = find_table(sheet((*HEADER, "备注"), (*case(), "患癌住院")), {})
    assert one is not None

    assert list(free_texts(one).lines([], [], [one])) == ["备注、说明等列不公布，没有显示"]
