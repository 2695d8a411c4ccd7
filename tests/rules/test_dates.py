"""Rules about dates and about rows of results."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
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
    content,
    sentences,
    table,
    told,
)

from generator.model import ResultPeriod
from generator.rules import Rule, dates

NOV_20 = date(2026, 11, 20)
LONG = "超过了最多 10 天的规定。请写：days: 10"
UNPAIRED = "[results/extension] 延期天数和延期原因必须同时写，或同时不写。"
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


def named(name: str, policy: str | None, text: str = "") -> Case:
    disclosure = None if policy is None else {"policy": policy}
    return Case(
        {SERVICE: {"disclosure": disclosure}, **rows(row(applicant=name))}, (f"{ROWS}:2.3 {text}",) if text else ()
    )


COUNTS = "[privacy/counts] 这个事项只公布数量，不能有申请人。请清空这一格。"
UNMASKED = "[privacy/unmasked] 申请人没有隐去部分姓名。请用 * 代替名字。"

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
    dates.applicants_are_masked: {
        "nobody named": Case({SERVICE: {"disclosure": {"policy": "counts"}}, **rows(row())}),
        "masked with a star": named("杨*", "masked"),
        "masked with a full-width star": named("杨＊兰", "masked"),
        "masked with 某": named("杨某", "masked"),
        "named in full where that is prescribed": named("杨虚构", "full"),
        "named in full where names are masked": named("杨虚构", "masked", UNMASKED),
        "named where only counts are published": named("杨虚构", "counts", COUNTS),
        "masked where only counts are published": named("杨*", "counts", COUNTS),
        "named where nothing is said": named("杨*", None, COUNTS),
        "named for a service that does not exist": Case(
            rows("A1,nowhere,杨*,2026-07-10,,,在办,,"), (f"{ROWS}:2.3 {COUNTS}",)
        ),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected


def test_names_are_not_repeated_in_findings() -> None:
    """A finding about an applicant does not repeat the name."""
    dataset = content({SERVICE: {"disclosure": None}, **rows(row(applicant="杨虚构"))})
    assert "虚构" not in "".join(told(dates.applicants_are_masked(dataset, NOV_20)))


@pytest.mark.parametrize(
    ("period_id", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-H1", "2026-01-01", "2026-06-30"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-Q2", "2026-04-01", "2026-06-30"),
        ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2026-01", "2026-01-01", "2026-01-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2026-10", "2026-10-01", "2026-10-31"),
        ("2026-12", "2026-12-01", "2026-12-31"),
    ],
)
def test_period_bounds(period_id: str, first: str, last: str) -> None:
    """A period begins and ends where its id says, leap days and ends of years included."""
    assert dates.period_bounds(period_id) == (date.fromisoformat(first), date.fromisoformat(last))


@given(year=st.integers(2000, 2099), kind=st.sampled_from([("Q", 4), ("H", 2), ("", 12)]))
def test_periods_of_a_year_join(year: int, kind: tuple[str, int]) -> None:
    """The quarters, halves or months of a year follow each other without a hole or an overlap."""
    letter, count = kind
    ids = [f"{year}-{letter}{number}" if letter else f"{year}-{number:02}" for number in range(1, count + 1)]
    bounds = [dates.period_bounds(period_id) for period_id in ids]
    assert (bounds[0][0], bounds[-1][1]) == dates.period_bounds(str(year))
    for (_, last), (first, _) in pairwise(bounds):
        assert first - last == timedelta(days=1)


@pytest.mark.parametrize("period_id", ["0000", "0000-01", "9999", "9999-12"])
def test_impossible_years_are_refused(period_id: str) -> None:
    """A period in a year whose bounds no calendar has is refused by the model, so that no rule stumbles over it."""
    with pytest.raises(ValidationError) as caught:
        ResultPeriod.model_validate({"id": period_id, "title": "t", "from": "2026-01-01", "until": "2026-01-31"})
    assert caught.value.errors()[0]["loc"] == ("id",)
