"""Rules about dates and about rows of results."""

import pytest
from pydantic import ValidationError
from rules.dataset_builder import (
    NOTICE,
    PERIOD,
    REGULATION,
    ROWS,
    SERVICE,
    Case,
    Cases,
    case_id,
    sentences,
    table,
)

from generator.model import ResultPeriod
from generator.rules import Rule, dates

LONG = "超过了最多 10 天的规定。请写：days: 10"
UNPAIRED = "[results/extension] 延期天数和延期原因必须同时写，或同时不写。"
DIGEST = "83bb829e24aa2146600961421a7bc36806ad4d2f42355adaa2268496e78c2071"
OTHER_DIGEST = "e478f534de5124465bbe4fd9e1fdf922d1404222dde3eeec5e9f06087e3138b5"
"""SHA-256 of the file with the one row of ``row()``, and of the same with a due day."""
ORDER = "[results/order] 办结或应办结的日期早于受理日期。"


def checked(verified: str | None, review: str | None) -> dict[str, dict[str, object]]:
    return {SERVICE: {"verified": verified, "review": review}, REGULATION: {"verified": verified, "review": review}}


def both(fields: str, text: str) -> tuple[str, ...]:
    return (f"{SERVICE}:{fields} {text}", f"{REGULATION}:{fields} {text}")


def row(*, applicant: str = "", due: str = "", completed: str = "", outcome: str = "在办", extension: str = ",") -> str:
    return f"A1,linshi-jiuzhu,{applicant},2026-07-10,{due},{completed},{outcome},{extension}"


def rows(*lines: str) -> dict[str, list[str]]:
    return {ROWS: list(lines)}


def outcome(name: str) -> str:
    rule = "在办的没有办结日期，其余的必须有。"
    return f"{ROWS}:2.7 [results/outcome] 办理结果“{name}”与办结日期不符：{rule}"


CASES: Cases = {
    dates.reviews_are_due_later: {
        "later": Case(checked("2026-10-01", "2027-10-01")),
        "today": Case(checked("2026-10-01", "2026-11-20")),
        "never verified": Case(checked(None, "2026-11-21")),
        "no review planned": Case(checked("2026-10-01", None)),
        "yesterday": Case(
            checked("2026-10-01", "2026-11-19"),
            both("review", "[date/review-passed] 复核日期 2026-11-19 已过，请逐项核对后更新 verified 和 review。"),
        ),
        "on the day of the last verification": Case(
            checked("2026-10-01", "2026-10-01"), both("review", "[date/review-order] 复核日期应当晚于核对日期。")
        ),
    },
    dates.verifications_lie_behind: {
        "today": Case(checked("2026-11-20", None)),
        "tomorrow": Case(
            checked("2026-11-21", None),
            both(
                "verified",
                "[date/verified-future] 核对日期 2026-11-21 在今天（2026-11-20）之后，请检查日期或电脑的时钟。",
            ),
        ),
    },
    dates.regulations_take_effect_after_adoption: {
        "on the same day": Case({REGULATION: {"adopted": "2026-01-01", "effective": "2026-01-01"}}),
        "adoption unknown": Case({REGULATION: {"adopted": None, "effective": "2026-01-01"}}),
        "the day before": Case(
            {REGULATION: {"adopted": "2026-01-02", "effective": "2026-01-01"}},
            (f"{REGULATION}:effective [date/effective] 施行日期早于通过日期。",),
        ),
    },
    dates.notices_end_after_they_begin: {
        "one day long": Case({NOTICE: {"from": "2026-11-16", "until": "2026-11-16", "take_down": "2026-11-16"}}),
        "not taken down": Case({NOTICE: {"take_down": None}}),
        "backwards": Case(
            {NOTICE: {"from": "2026-11-16", "until": "2026-11-15"}},
            (f"{NOTICE}:until [date/notice-period] 结束日期早于开始日期。",),
        ),
        "taken down too early": Case(
            {NOTICE: {"until": "2026-11-22", "take_down": "2026-11-21"}},
            (f"{NOTICE}:take_down [date/take-down] 撤下日期早于结束日期。",),
        ),
    },
    dates.periods_fit_their_ids: {
        "the quarter": Case(),
        "ends a day early": Case(
            {PERIOD: {"until": "2026-09-29"}},
            (f"{PERIOD}:from [date/period] 期次与起止日期不符。请写：from: 2026-07-01，until: 2026-09-30",),
        ),
        "begins a day late": Case(
            {PERIOD: {"from": "2026-07-02"}},
            (f"{PERIOD}:from [date/period] 期次与起止日期不符。请写：from: 2026-07-01，until: 2026-09-30",),
        ),
    },
    dates.periods_are_posted_in_order: {
        "not posted": Case(),
        "posted for one day and taken down on it": Case(
            {PERIOD: {"posted_from": "2026-10-08", "posted_until": "2026-10-08", "take_down": "2026-10-08"}}
        ),
        "taken down only": Case({PERIOD: {"take_down": "2026-10-08"}}),
        "backwards": Case(
            {PERIOD: {"posted_from": "2026-10-08", "posted_until": "2026-10-07"}},
            (f"{PERIOD}:posted_until [date/notice-period] 结束日期早于开始日期。",),
        ),
        "taken down while it is posted": Case(
            {PERIOD: {"posted_from": "2026-10-08", "posted_until": "2026-10-14", "take_down": "2026-10-13"}},
            (f"{PERIOD}:take_down [date/take-down] 撤下日期早于结束日期。",),
        ),
        "taken down before it is posted": Case(
            {PERIOD: {"posted_from": "2026-10-08", "take_down": "2026-10-07"}},
            (f"{PERIOD}:take_down [date/take-down] 撤下日期早于结束日期。",),
        ),
    },
    dates.rows_make_sense: {
        "the sound rows": Case(),
        "done on the day it was accepted": Case(
            rows(row(due="2026-07-10", completed="2026-07-10", outcome="办结")),
        ),
        "done after it was due": Case(rows(row(due="2026-07-11", completed="2026-09-01", outcome="撤回"))),
        "done before it was accepted": Case(
            rows(row(completed="2026-07-09", outcome="办结")), (f"{ROWS}:2.6 {ORDER}",)
        ),
        "due before it was accepted": Case(rows(row(due="2026-07-09")), (f"{ROWS}:2.5 {ORDER}",)),
        "open with an end": Case(rows(row(completed="2026-07-11")), (outcome("在办"),)),
        "done without an end": Case(rows(row(outcome="办结")), (outcome("办结"),)),
        "refused without an end": Case(rows(row(outcome="不予批准")), (outcome("不予批准"),)),
    },
    dates.extensions_are_explained: {
        "none": Case(),
        "ten days and why": Case(rows(row(extension="10,等待鉴定"))),
        "eleven days": Case(rows(row(extension="11,等待鉴定")), (f"{ROWS}:2.8 [extension/days] 延期 11 天，{LONG}",)),
        "no reason": Case(rows(row(extension="5,")), (f"{ROWS}:2.9 {UNPAIRED}",)),
        "no days": Case(rows(row(extension=",等待鉴定")), (f"{ROWS}:2.9 {UNPAIRED}",)),
    },
    dates.receipts_are_distinct: {
        "two numbers": Case(),
        "the same number in another period": Case(
            {
                "results/2026-Q2.yml": {"id": "2026-Q2", "title": "t", "from": "2026-04-01", "until": "2026-06-30"},
                "results/2026-Q2.csv": [row()],
                **rows(row()),
            }
        ),
        "three times": Case(
            rows(row(), row(), row()),
            (
                f"{ROWS}:3.1 [results/receipt] 收件编号在本期重复。",
                f"{ROWS}:4.1 [results/receipt] 收件编号在本期重复。",
            ),
        ),
    },
    dates.rows_are_those_imported: {
        "never imported": Case(rows(row())),
        "as they were imported": Case({**rows(row()), PERIOD: {"rows_sha256": DIGEST}}),
        "changed since": Case(
            {**rows(row(due="2026-07-11")), PERIOD: {"rows_sha256": DIGEST}},
            (
                f"{PERIOD}:rows_sha256 [results/hash] 表格与最近一次导入的不一样：被人改过，或者导入中断了。"
                "请改正台账后再导入一次；确实要手工更正的，请核对后改校验值。"
                f"请写：rows_sha256: {OTHER_DIGEST}",
            ),
        ),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected


@pytest.mark.parametrize("period_id", ["0000", "0000-01", "9999", "9999-12"])
def test_impossible_years_are_refused(period_id: str) -> None:
    """A period in a year whose bounds no calendar has is refused by the model, so that no rule stumbles over it."""
    with pytest.raises(ValidationError) as caught:
        ResultPeriod.model_validate({"id": period_id, "title": "t", "from": "2026-01-01", "until": "2026-01-31"})
    assert caught.value.errors()[0]["loc"] == ("id",)
