"""The last day of a case where the register does not fix it, in words."""

from datetime import date

import pytest

from generator.facts.deadlines import due_days, due_words, extended_days, promised_days
from generator.facts.workdays import calendar_of
from generator.model import ResultRow, Service, TimeLimit
from generator.texts import pages, posters

OFFICIAL = calendar_of(())


def case(accepted: str, due: str | None = None, extension: int | None = None, outcome: str = "在办") -> ResultRow:
    """A case; days as ISO dates."""
    cells = {"收件编号": "1", "事项": "a", "受理日期": accepted, "应办结日期": due, "办理结果": outcome}
    return ResultRow.model_validate({**cells, "延期天数": extension})


def service(promised: dict[str, object] | None, extension: dict[str, object] | None = None) -> Service:
    """A service with this promise."""
    stated = {"promised": promised, "extension": extension}
    limits = {key: value for key, value in stated.items() if value is not None}
    return Service.model_validate(
        {
            "id": "a",
            "name": "甲",
            "summary": "说明",
            "status": {"state": "在办"},
            "window": "综合",
            "time_limits": limits,
        }
    )


def before(row: ResultRow, of: Service | None) -> str:
    return due_words(due_days(row, of, OFFICIAL), pages.DUE_DAYS)


def after(row: ResultRow, of: Service | None) -> str:
    return due_words(extended_days(row, of, OFFICIAL), pages.DUE_DAYS)


WORKING, EITHER = {"days": 10, "unit": "工作日"}, {"days": 10}
UNANNOUNCED = "2027-01-14（以官方通知为准）"


def test_stated_day_stands() -> None:
    """The day of the row is told as it is, whatever the service promises."""
    assert before(case("2026-07-01", "2026-07-03"), service(EITHER)) == "2026-07-03"
    assert before(case("2026-07-01", "2026-07-03", outcome="撤回"), None) == "2026-07-03"


@pytest.mark.parametrize(
    ("accepted", "promised", "said"),
    [
        ("2026-07-01", WORKING, "2026-07-15"),
        ("2026-07-01", {"immediate": True}, "2026-07-01"),
        ("2026-12-30", WORKING, UNANNOUNCED),
        ("2026-12-15", EITHER, "2026-12-29（按工作日）或 2026-12-25（按自然日）"),
        ("2026-12-21", EITHER, "2027-01-05（按工作日，以官方通知为准）或 2026-12-31（按自然日）"),
        ("2026-07-01", {"days": 1}, "2026-07-02"),
        ("2035-07-01", WORKING, ""),
        ("2035-07-01", EITHER, ""),
    ],
)
def test_expected_day_is_counted_from_the_promise(accepted: str, promised: dict[str, object], said: str) -> None:
    """One day, marked while no calendar tells; two while the unit is undecided; none that nobody can foresee."""
    assert before(case(accepted), service(promised)) == said


def test_nothing_is_expected_without_a_promise() -> None:
    """Without a service or a promise no day is known, and nothing is due of a case that was taken back."""
    assert before(case("2026-07-01"), None) == before(case("2026-07-01"), service(None)) == ""
    assert before(case("2026-07-01", outcome="撤回"), service(WORKING)) == ""


@pytest.mark.parametrize(
    ("row", "of", "said"),
    [
        (case("2026-07-01", "2026-07-15"), service(EITHER), "2026-07-15"),
        (case("2026-07-01", "2026-07-15", 5), service(WORKING), "2026-07-22"),
        (case("2026-07-01", "2026-07-15", 5), service(EITHER), "2026-07-22（按工作日）或 2026-07-20（按自然日）"),
        (case("2026-07-01", "2026-07-15", 1), service(EITHER), "2026-07-16"),
        (case("2026-07-01", "2026-07-15", 5), service(EITHER, {"days": 5, "unit": "自然日"}), "2026-07-20"),
        (case("2026-12-01", "2026-12-30", 10), service(WORKING), UNANNOUNCED),
        (case("2026-12-15", None, 5), service(WORKING), "2027-01-06（以官方通知为准）"),
        (case("2026-07-01", None, 5), service(EITHER), "2026-07-22（按工作日）或 2026-07-20（按自然日）"),
        (
            case("2026-07-01", None, 3), service(EITHER, {"days": 5, "unit": "自然日"}),
            "2026-07-20（按工作日）或 2026-07-16（按自然日）",
        ),
        (case("2026-07-01", "2026-07-15", 11), service(WORKING), ""),
    ],
)  # fmt: skip
def test_extension_follows_on_the_last_day(row: ResultRow, of: Service, said: str) -> None:
    """An extension is added in its own unit, else in that of the promise; one of more than ten days gives no day."""
    assert after(row, of) == said


def test_day_that_rests_on_a_foreseen_one_stays_marked() -> None:
    """A day counted from one that is not official is not official either."""
    assert [one.official for one in extended_days(case("2026-12-30", None, 1), service(WORKING), OFFICIAL)] == [False]


def test_bulletin_has_marks_in_lines_of_their_own() -> None:
    """Other words and another way to write a day give the same readings."""
    days = due_days(case("2026-12-15"), service(EITHER), OFFICIAL)
    said = due_words(days, posters.DUE_DAYS, lambda day: f"{day.month}月{day.day}日")
    assert said == "12月29日\n（按工作日）或\n12月25日\n（按自然日）"


def test_days_of_a_promise() -> None:
    """即办 is 0 days; what states no days has none."""
    assert promised_days(TimeLimit(immediate=True)) == 0
    assert promised_days(TimeLimit(days=3)) == 3
    assert promised_days(TimeLimit(unregulated=True)) is promised_days(None) is None


def test_expected_day_is_never_before_the_acceptance() -> None:
    """Every reading of a due day lies on or after acceptance, in every month."""
    for month in range(1, 13):
        row = case(f"2026-{month:02}-01")
        assert all(one.day >= date(2026, month, 1) for one in due_days(row, service(EITHER), OFFICIAL))
