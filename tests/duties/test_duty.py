"""How the rows of a catalogue stand on a day, from the records that answer them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from rules.dataset_builder import DISCLOSURE, NOTICE, REGULATION, SERVICE, content

from generator.duties.duty import Duty, duties, is_overdue
from generator.duties.limits import turn_of
from generator.model.publishing_limit import Periodic

TODAY = date(2026, 11, 20)
ELSEWHERE = {"kind": "别处", "name": "村务公开栏"}
FINANCES = {"kind": "公开事项", "name": "财务收支"}


def hall(row: Mapping[str, Any], changes: Mapping[str, Any] | None = None, **fields: Any) -> Any:
    """A hall whose only row is published on ``answers``."""
    rows = [{"item": "财务收支", **row}]
    catalogue = {"id": "cunwu", "title": "村务公开目录", "rows": rows, **fields}
    return content({**(changes or {}), "catalogues/cunwu.yml": catalogue})


def state(row: Mapping[str, Any], changes: Mapping[str, Any] | None = None, today: date = TODAY, **fields: Any) -> Duty:
    (found,) = duties(hall(row, changes, **fields), today, frozenset({"about.md"}))
    return found


def on(*days: str) -> list[dict[str, str]]:
    return [{**ELSEWHERE, "on": day} for day in days]


# --- once in every period --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limit", "days", "expected"),
    [
        ("每季度", ["2026-10-15"], ("met", "2027-03-31", "2026-10-15公开")),
        ("每季度", ["2026-09-30"], ("later", "2026-12-31", "2026-10-01至2026-12-31要公开一次")),
        ("每季度", ["2026-06-30"], ("overdue", "2026-09-30", "2026-07-01至2026-09-30没有公开")),
        ("每季度", ["2026-06-30", "2026-11-02"], ("met", "2027-03-31", "2026-11-02公开")),
        ("每月", ["2026-10-31"], ("soon", "2026-11-30", "2026-11-01至2026-11-30要公开一次")),
        ("每月", ["2026-09-30"], ("overdue", "2026-10-31", "2026-10-01至2026-10-31没有公开")),
        ("每月10日前", ["2026-10-09"], ("overdue", "2026-11-10", "2026-11-01至2026-11-30要公开一次")),
        ("每月10日前", ["2026-11-12"], ("met", "2026-12-10", "2026-11-12公开，晚于2026-11-10")),
        ("每季度的首个月20日", ["2026-10-20"], ("met", "2027-01-20", "2026-10-20公开")),
        ("每年1月31日前", ["2026-01-20"], ("met", "2027-01-31", "2026-01-20公开")),
        ("每年1月31日前", ["2025-01-20"], ("overdue", "2026-01-31", "2026-01-01至2026-12-31要公开一次")),
        ("每半年", ["2026-02-01"], ("later", "2026-12-31", "2026-07-01至2026-12-31要公开一次")),
    ],
)
def test_row_that_comes_back_is_met_once_in_every_period(
    limit: str, days: list[str], expected: tuple[str, str, str]
) -> None:
    """In time, late, still to come, or missed; the next day is that of the next period."""
    found = state({"limit": limit, "answered_by": on(*days)})

    assert (found.state, str(found.due), found.why) == expected


def test_first_period_of_a_new_catalogue_is_the_one_it_begins_in() -> None:
    """What was due before that is nobody's fault."""
    row = {"limit": "每季度", "answered_by": on("2026-01-05")}

    assert state(row).state == "overdue"
    assert state(row, since="2026-10-01").state == "later"
    assert state(row, since="2026-09-15").state == "overdue"


def test_what_is_published_later_does_not_count_yet() -> None:
    """A disclosure that is prepared for next month meets nothing today."""
    later = {DISCLOSURE: {"posted_from": "2026-12-01", "posted_until": "2026-12-20"}}

    assert state({"limit": "每季度", "answered_by": [FINANCES]}, later).state == "overdue"
    assert state({"limit": "每季度", "answered_by": [FINANCES]}, later, date(2026, 12, 1)).state == "met"


def test_what_was_withdrawn_meets_nothing() -> None:
    """It was not published as it should have been; what was taken down at its end was."""
    row = {"limit": "每季度", "answered_by": [FINANCES]}
    withdrawn = {DISCLOSURE: {"withdrawn": {"on": "2026-11-01", "reason": "数字有误"}}}
    taken_down = {DISCLOSURE: {"posted_from": "2026-10-02", "posted_until": "2026-10-20", "take_down": "2026-10-30"}}

    assert state(row).state == "met"
    assert state(row, withdrawn).state == "overdue"
    assert state(row, taken_down).state == "met"


def test_periods_end_with_their_last_day() -> None:
    """Also in February, and where a month has no such day."""
    turn = turn_of(Periodic(1, 1, 31), date(2026, 2, 3))

    assert (turn.first, turn.last, turn.due) == (date(2026, 2, 1), date(2026, 2, 28), date(2026, 2, 28))
    assert turn_of(Periodic(12, 3), date(2026, 5, 1)).due == date(2026, 3, 31)


# --- within days -----------------------------------------------------------------------------------------------------


def test_change_has_to_be_published_within_working_days() -> None:
    """Holidays are left out: from 28 September 2026 over National Day, with one make-up day, to 30 October."""
    row = {"limit": "信息形成或变更之日起20个工作日内", "formed": "2026-09-28", "answered_by": on("2026-05-01")}

    found = state(row)

    assert (found.state, found.due, found.why) == (
        "overdue",
        date(2026, 10, 30),
        "2026-09-28形成或变更，20个工作日内公开",
    )
    assert state(row, today=date(2026, 10, 30)).state == "soon"
    assert state(row | {"answered_by": on("2026-11-04")}).why == "2026-11-04公开，晚于2026-10-30"
    assert state(row | {"answered_by": on("2026-10-30")}).why == "2026-10-30公开"


def test_what_changes_at_once_is_due_on_the_day() -> None:
    """实时 leaves no day."""
    found = state({"limit": "实时", "formed": "2026-11-19", "answered_by": on("2026-10-01")})

    assert (found.state, found.due, found.why) == ("overdue", date(2026, 11, 19), "2026-11-19形成或变更，当天公开")


def test_lateness_follows_from_the_record() -> None:
    """A disclosure says which period it is about, and that is over with its last day."""
    row = {"limit": "10个工作日内", "answered_by": [FINANCES]}
    late = {DISCLOSURE: {"posted_from": "2026-11-10", "posted_until": "2026-11-20"}}

    assert state(row).why == "2026-10-15公开"
    assert state(row, late).why == "2026-11-10公开，晚于2026-10-20"


def test_page_that_is_kept_is_met_by_its_last_check() -> None:
    """A guide is always there; the day is that of its last check, and never too late."""
    row = {"limit": "20个工作日内", "answered_by": [{"kind": "事项", "name": "linshi-jiuzhu"}]}
    checked = {SERVICE: {"verified": "2026-11-01"}}

    assert state(row, checked).why == "一直在公开，2026-11-01核对过"
    assert state(row | {"formed": "2026-11-10"}, checked).state == "soon"
    assert state(row | {"formed": "2026-10-20"}, checked).state == "met"


def test_far_day_without_a_calendar_is_left_to_people() -> None:
    """Working days of a year that nobody can foresee."""
    row = {"limit": "20个工作日内", "formed": "2018-12-20", "answered_by": on("2018-01-01")}

    assert (state(row).state, state(row).why) == ("look", "2018-12-20起算，那一年的节假日安排还不知道")


# --- always, and what answers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"kind": "事项", "name": "临时救助"}, "met"),
        ({"kind": "制度", "name": "责任追究"}, "met"),
        ({"kind": "公告", "name": "dibao-2026-11"}, "met"),
        ({"kind": "办理结果"}, "met"),
        ({"kind": "公开事项"}, "met"),
        ({"kind": "网页", "name": "about.md"}, "met"),
        ({"kind": "网页", "name": "gone.md"}, "overdue"),
        ({"kind": "公告", "name": "没有的公告"}, "overdue"),
        ({"kind": "一件事"}, "overdue"),
        ({"kind": "别处", "address": "https://example.gov.cn/x"}, "met"),
    ],
)
def test_each_kind_of_record_answers(answer: dict[str, str], expected: str) -> None:
    """By id, kind, words of the title, or all of a kind; what is not there answers nothing."""
    assert (
        state({"limit": "长期公开", "answered_by": [answer]}, {NOTICE: {"take_down": "2026-12-30"}}).state == expected
    )


def test_what_is_no_longer_shown_is_not_always_there() -> None:
    """A service that has ended, a rule that was abolished, a notice that was taken down."""
    gone = {
        SERVICE: {"status": {"state": "取消", "reason": "合并"}},
        REGULATION: {"status": "废止"},
        NOTICE: {"take_down": "2026-11-19"},
    }
    for kind, name in (("事项", "linshi-jiuzhu"), ("制度", "责任追究"), ("公告", "dibao-2026-11")):
        row = {"limit": "长期公开", "answered_by": [{"kind": kind, "name": name}]}
        assert (state(row, gone).state, state(row, gone).why) == ("overdue", "应当长期公开，现在没有")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"limit": "视情况而定", "answered_by": on("2026-11-01")}, "公开时限的说法程序看不懂，请写“时限按此算”（count_as）"),
        ({"answered_by": on("2026-11-01")}, "没有写公开时限"),
        ({"limit": "每月"}, "没有写由什么公开，请写“对应内容”（answered_by）"),
        ({"limit": "20个工作日内", "answered_by": [{"kind": "公告", "name": "没有的"}]}, "对应的内容现在都没有公开"),
        ({"limit": "每月", "answered_by": [{"kind": "别处", "address": "https://example.gov.cn/x"}]},
         "对应的内容没有日期，看不出这一期公开了没有"),
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_for_people_to_look_at(row: Mapping[str, Any], expected: str) -> None:
    """With the reason."""
    found = state(row)

    assert (found.state, found.why) == ("look", expected)


def test_hall_says_what_a_limit_means() -> None:
    """Its words hold instead of those of the catalogue, which stay."""
    found = state({"limit": "视情况而定", "count_as": "每季度", "answered_by": on("2026-10-15")})

    assert (found.state, found.row.limit) == ("met", "视情况而定")


def test_village_law_holds_where_the_catalogue_says_no_limit() -> None:
    """Once a quarter; finances once a month, or a quarter where the hall says so."""
    law = {"basis": "《中华人民共和国村民委员会组织法》", "answered_by": on("2026-10-15")}

    assert state(law).due == date(2026, 11, 30)
    assert state(law, finances="每季度").due == date(2027, 3, 31)
    assert state(law | {"item": "宅基地使用"}).due == date(2027, 3, 31)


@pytest.mark.parametrize(
    ("row", "why"),
    [({"levels": ["县级"]}, "公开层级是县级"), ({"method": ["依申请"]}, "依申请公开，不计时")],
)
def test_what_others_publish_is_not_counted(row: Mapping[str, Any], why: str) -> None:
    """Neither is what is published on request."""
    found = state({"limit": "每月", **row})

    assert (found.state, found.why) == ("others", why)
    assert state({"limit": "每月", "levels": ["县级", "乡、村级"]}).state == "look"
    assert state({"limit": "每月", "levels": ["县级"]}, our_levels=["县"]).state == "look"


@pytest.mark.parametrize("method", [["主动公开/依申请公开"], ["主动、依申请"], ["主动", "依申请"]])
def test_what_is_published_on_its_own_and_on_request_counts(method: list[str]) -> None:
    """However the two are written together."""
    assert state({"limit": "每季度", "method": method, "answered_by": on("2026-06-30")}).state == "overdue"


def test_most_urgent_come_first() -> None:
    """Then by day, and in the order of the file."""
    rows = [
        {"item": "一", "limit": "每季度", "answered_by": on("2026-10-15")},
        {"item": "二", "limit": "视情况而定"},
        {"item": "三", "limit": "每月", "answered_by": on("2026-10-15")},
        {"item": "四", "limit": "每季度", "answered_by": on("2026-05-05")},
    ]
    catalogue = {"catalogues/a.yml": {"id": "a", "title": "目录", "rows": rows}}

    found = duties(content(catalogue), TODAY)

    assert [(one.row.item, one.state) for one in found] == [
        ("四", "overdue"),
        ("三", "soon"),
        ("二", "look"),
        ("一", "met"),
    ]
    assert is_overdue(found) and not is_overdue(found[1:])
