"""Every measure against numbers that were counted by hand, and what it answers where the records do not tell."""

from datetime import date

import pytest
from assessment.assessment_builder import FULL_GUIDE, measured, ratings, row
from rules.dataset_builder import DISCLOSURE, NOTICE, PERIOD, REGULATION, ROWS, SERVICE, Changes, service_file

from generator.assessment.subject import Measured, days_of_duties
from generator.gaps.elements import GuideState

NO_RESULTS: Changes = {PERIOD: None, ROWS: None}
CASES = (
    row(1, "2026-07-20", "2026-07-20"),
    row(2, "2026-07-20", "2026-07-10"),
    row(3, "2026-07-20", "2026-07-21"),
    row(4, "2026-07-20", outcome="在办"),
    row(5, "2026-11-20", outcome="在办"),
    row(6, "2026-07-20", "2026-07-08", "撤回"),
    row(7, "2026-07-20", "2026-07-08", "不予批准"),
)
"""Three in time, one late, one overdue on the last day; one still running and one taken back do not count."""


def numbers(found: Measured) -> tuple[int | None, int | None]:
    return found.part, found.whole


def is_silent(found: Measured, words: str) -> bool:
    """Whether there is no number of any kind, and why."""
    assert found.how.startswith("没有数据：")
    assert words in found.how
    return (found.part, found.whole, found.value, found.records, found.lacking) == (None, None, None, (), ())


# --- efficiency ------------------------------------------------------------------------------------------------------


def test_cases_in_time_are_counted_among_those_that_are_known() -> None:
    """Three of five; the sentence has both numbers, and the file is named."""
    found = measured("按时办结率", {ROWS: CASES})

    assert numbers(found) == (3, 5)
    assert found.value == 60.0
    assert found.how == "按时办结 3 件 ÷ 已到期或办结、能判断的 5 件；只算逐件公布的事项"
    assert found.records == ("results/2026-Q3.yml",)


def test_late_cases_are_the_finished_and_the_open_ones() -> None:
    """One finished late, one open after its day; a number, not a share."""
    assert numbers(measured("超时件数", {ROWS: CASES})) == (2, None)


def test_quarter_without_results_of_its_own_is_that_of_its_months() -> None:
    """July: one in time, one late, one overdue. August: the overdue one finished late, one in time. It is counted once."""
    months = {
        **NO_RESULTS,
        **_month("2026-07", "07-31"),
        "results/2026-07.csv": (
            row(1, "2026-07-20", "2026-07-20"),
            row(2, "2026-07-20", "2026-07-22"),
            row(3, "2026-07-20", outcome="在办"),
        ),
        **_month("2026-08", "08-31"),
        "results/2026-08.csv": (row(3, "2026-07-20", "2026-08-03"), row(4, "2026-08-20", "2026-08-04")),
        **_month("2026-10", "10-31"),
        "results/2026-10.csv": (row(5, "2026-10-20", "2026-10-30"),),
    }

    assert numbers(measured("按时办结率", months)) == (2, 4)
    assert numbers(measured("超时件数", months)) == (2, None)
    assert measured("超时件数", months).records == ("results/2026-07.yml", "results/2026-08.yml")


def _month(period: str, last: str) -> Changes:
    return {f"results/{period}.yml": {"id": period, "title": period, "from": f"{period}-01", "until": f"2026-{last}"}}


@pytest.mark.parametrize("measure", ["按时办结率", "超时件数", "中位用时"])
def test_no_results_are_no_number(measure: str) -> None:
    """Nothing is made up: not even that no case was late."""
    assert is_silent(measured(measure, NO_RESULTS), "没有公布办理结果")


def test_results_that_were_taken_down_are_no_longer_counted() -> None:
    """The assessment knows what is public, and nothing else."""
    assert is_silent(measured("按时办结率", {PERIOD: {"take_down": "2026-11-01"}}), "没有公布办理结果")


def test_cases_that_are_only_counted_have_no_number() -> None:
    """Of a service whose cases are not shown one by one, neither lateness nor days nor name is told."""
    hidden = {SERVICE: {"disclosure": {"policy": "counts"}}, ROWS: CASES}

    for measure in ("按时办结率", "超时件数"):
        assert is_silent(measured(measure, hidden), "没有可以逐件公布")
    assert is_silent(measured("中位用时", hidden), "没有同时公布")


def test_small_group_beside_listed_cases_stays_out_of_every_number() -> None:
    """Three late cases of a service that is only counted change nothing, and its name is nowhere."""
    secret = service_file("teshu-jiuzhu", disclosure={"policy": "counts"})
    rows = (*CASES, *(row(number, "2026-07-03", "2026-09-03", service="teshu-jiuzhu") for number in (8, 9, 10)))

    for measure in ("按时办结率", "超时件数", "中位用时"):
        alone, beside = measured(measure, {ROWS: CASES}), measured(measure, {**secret, ROWS: rows})
        assert beside == alone
        assert "teshu" not in str(beside)


def test_median_is_held_against_the_promise() -> None:
    """Medians 5 and 11 working days of 10 promised: one of two; the other is named."""
    other = service_file("linmu", disclosure={"policy": "masked"})
    rows = (row(1, "2026-07-15", "2026-07-08"), row(2, "2026-07-15", "2026-07-16", service="linmu"))
    found = measured("中位用时", {**other, ROWS: rows})

    assert numbers(found) == (1, 2)
    assert found.lacking == ("事项linmu",)


def test_median_without_a_promise_is_not_judged() -> None:
    """There is nothing to hold it against."""
    assert is_silent(measured("中位用时", {SERVICE: {"time_limits": None}}), "没有同时公布")


# --- quality ---------------------------------------------------------------------------------------------------------


def test_good_ratings_of_the_months_are_added() -> None:
    """(100+30+10)+(60+20+20) good ones of 160+120; October is another quarter."""
    months = {
        **ratings("2026-07", 100, 30, 10, 20, 0),
        **ratings("2026-09", 60, 20, 20, 20, 0),
        **ratings("2026-10", 90, 0, 0, 90, 0),
    }
    found = measured("好评率", months)

    assert numbers(found) == (240, 280)
    assert found.records == ("ratings/2026-07.yml", "ratings/2026-09.yml")


def test_month_whose_small_counts_are_hidden_is_left_out() -> None:
    """Two bad ratings are merged with good ones, so that neither number is told."""
    found = measured("好评率", ratings("2026-08", 120, 30, 3, 2, 0))

    assert is_silent(found, "好评、差评数太小")


def test_no_ratings_are_no_number() -> None:
    """Nobody rated, or nobody imported it."""
    assert is_silent(measured("好评率"), "没有导入好差评")


def test_list_of_papers_is_complete_or_not() -> None:
    """One of three guides misses its papers."""
    guides = (FULL_GUIDE, GuideState("b", "事项乙", ("materials", "place")), GuideState("c", "事项丙", ("place",)))
    found = measured("一次告知", guides=guides)

    assert numbers(found) == (2, 3)
    assert found.lacking == ("事项乙",)
    assert is_silent(measured("一次告知", guides=()), "没有在办的事项")


def test_ways_of_complaining_are_counted() -> None:
    """A phone and a way of writing, but nothing of what becomes of a complaint."""
    assert numbers(measured("监督渠道")) == (3, 3)
    found = measured("监督渠道", {"site.yml": {"supervision": {"hotline": "12345", "email": "a@b.example"}}})
    assert (numbers(found), found.lacking) == ((2, 3), ("投诉怎么处理",))
    assert numbers(measured("监督渠道", {"site.yml": {"supervision": None}})) == (0, 3)


# --- openness --------------------------------------------------------------------------------------------------------


def _catalogue(*rows: tuple[str, str, tuple[str, ...]]) -> Changes:
    """A catalogue of rows with item, limit, and the days on which they were published elsewhere."""
    made = [
        {"item": item, "limit": limit, "answered_by": [{"kind": "别处", "name": "公开栏", "on": day} for day in days]}
        for item, limit, days in rows
    ]
    return {"catalogues/cunwu.yml": {"id": "cunwu", "title": "目录", "rows": made}}


def test_rows_are_met_whenever_they_were_due() -> None:
    """A month that was missed counts, though later ones were met; so does what is due on the last day and missed."""
    found = measured(
        "公开按时",
        _catalogue(
            ("每月都有", "每月", ("2026-06-20", "2026-07-20", "2026-08-20", "2026-09-20")),
            ("缺八月", "每月", ("2026-06-20", "2026-07-20", "2026-09-20")),
            ("季度有", "每季度", ("2026-06-30", "2026-09-30")),
            ("季度缺", "每季度", ("2026-06-30",)),
            ("晚了", "每季度的首个月20日", ("2026-04-10", "2026-07-21")),
            ("看不懂", "视情况", ("2026-07-21",)),
        ),
    )

    assert numbers(found) == (2, 5)
    assert found.lacking == ("缺八月", "季度缺", "晚了")
    assert found.records == ("catalogues/cunwu.yml",)
    assert "另有 1 项程序判断不了" in found.how


def test_miss_of_the_quarter_before_is_not_counted_again() -> None:
    """The second quarter was missed; the third was met."""
    assert numbers(measured("公开按时", _catalogue(("财务", "每季度", ("2026-01-10", "2026-08-10"))))) == (1, 1)


def test_lateness_of_an_earlier_quarter_is_not_counted_again() -> None:
    """The yearly report came in February, after January."""
    assert numbers(measured("公开按时", _catalogue(("年报", "每年1月31日前", ("2026-02-10",))))) == (1, 1)


def test_what_is_still_to_come_in_a_running_quarter_is_not_judged() -> None:
    """On 20 November nothing of the last quarter is missed yet."""
    found = measured("公开按时", _catalogue(("财务", "每季度", ("2026-09-10",))), period="2026-Q4")

    assert is_silent(found, "没有程序能判断的行")
    assert is_silent(measured("公开按时"), "没有公开标准目录")


def test_days_of_duties_end_with_today() -> None:
    """The last days of the months; while the period runs, today."""
    assert days_of_duties("2026-Q3", date(2026, 11, 20)) == (
        date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30),
    )  # fmt: skip
    assert days_of_duties("2026-Q3", date(2026, 8, 5)) == (date(2026, 7, 31), date(2026, 8, 5))


@pytest.mark.parametrize(
    ("posted", "today", "expected"),
    [
        ("2026-11-03", date(2026, 11, 20), (1, 1)),
        ("2026-11-04", date(2026, 11, 20), (0, 1)),
        (None, date(2026, 11, 20), (0, 1)),
        (None, date(2026, 11, 3), (None, None)),
        ("2026-11-04", date(2026, 11, 3), (None, None)),
    ],
)
def test_results_are_posted_within_working_days(
    posted: str | None, today: date, expected: tuple[int | None, int | None]
) -> None:
    """Twenty working days after 30 September 2026, with its holidays, end on 3 November."""
    found = measured("结果按时公示", {PERIOD: {"posted_from": posted}}, today=today)

    assert numbers(found) == expected


def test_sheet_says_how_many_working_days() -> None:
    """Five working days after 30 September end on 13 October (1 to 7 are holidays, the 10th is a working Saturday)."""
    in_time = measured("结果按时公示", {PERIOD: {"posted_from": "2026-10-13"}}, days=5)
    late = measured("结果按时公示", {PERIOD: {"posted_from": "2026-10-14"}}, days=5)

    assert (numbers(in_time), numbers(late)) == ((1, 1), (0, 1))


def test_elements_are_counted_of_eight() -> None:
    """Of three guides one misses one, one misses two: 21 of 24."""
    guides = (GuideState("a", "甲", ("place",)), GuideState("b", "乙", ("basis", "time")), FULL_GUIDE)
    found = measured("要素齐全", guides=guides)

    assert numbers(found) == (21, 24)
    assert found.lacking == ("甲", "乙")


def test_guides_and_rules_are_looked_at_again_in_time() -> None:
    """Of a guide and nine rules one was never looked at, one too long ago, of one the next look is overdue."""
    rules = {
        f"regulations/{name}.yml": {"verified": "2026-06-01"}
        for name in ("bianmin-chengnuo", "shouwen-fuze", "yicixing-gaozhi", "xianshi-banjie", "dangan-guanli")
    }
    changes = {
        **rules,
        "regulations/weisheng-baojie.yml": {"verified": "2026-06-01", "review": "2026-09-29"},
        "regulations/lianzheng-jianshe.yml": {"verified": "2026-06-01", "review": "2026-09-30"},
        "regulations/gongzuo-kaoqin.yml": {"verified": "2025-09-29"},
        REGULATION: {"verified": "2025-09-30"},
        SERVICE: {"verified": None},
    }
    found = measured("按期核对", changes)

    assert numbers(found) == (7, 10)
    assert len(found.lacking) == 3
    assert found.how.startswith("2025-09-30以来")


# --- archives --------------------------------------------------------------------------------------------------------


def test_postings_are_recorded() -> None:
    """The results say who made them and when they hung; the disclosure does not say who reviewed it."""
    full = {
        "prepared_by": "值班岗",
        "prepared_on": "2026-10-08",
        "posted_from": "2026-10-09",
        "posted_until": "2026-10-15",
    }
    found = measured("公示记录", {PERIOD: full, DISCLOSURE: {"prepared_by": "财务岗", "reviewed_by": None}})

    assert numbers(found) == (1, 2)
    assert found.records == ("results/2026-Q3.yml", "disclosures/caiwu-2026-q3.yml")
    assert len(found.lacking) == 1


def test_results_that_may_still_be_posted_have_no_record_yet() -> None:
    """On 8 October the third quarter is not late, so nothing is missing of it."""
    changes = {DISCLOSURE: None, "disclosures/caiwu-2026-q3.csv": None}

    assert is_silent(measured("公示记录", changes, today=date(2026, 10, 8)), "没有要公示的")
    assert numbers(measured("公示记录", changes)) == (0, 1)


def test_last_days_are_written() -> None:
    """Of what was posted in November: the notice says it; one that began later is not looked at."""
    later = {
        "notices/later.yml": {
            "id": "later",
            "title": "以后",
            "kind": "通知",
            "from": "2026-12-01",
            "until": "2026-12-02",
        }
    }
    assert numbers(measured("撤下日期", later, period="2026-11")) == (1, 1)
    assert numbers(measured("撤下日期", {NOTICE: {"take_down": None}}, period="2026-11")) == (0, 1)
    withdrawn = {"take_down": None, "withdrawn": {"on": "2026-11-18", "reason": "写错了"}}
    assert numbers(measured("撤下日期", {NOTICE: withdrawn}, period="2026-11")) == (1, 1)
    assert is_silent(measured("撤下日期", period="2026-06"), "没有要公示的")
    assert is_silent(measured("公示记录", period="2026-06"), "没有要公示的")
