"""figures: what a period's cases came to, beside the period before, and nothing that disclosure withholds."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules.dataset_builder import content, service_file

from generator.facts.workdays import calendar_of
from generator.model import Dataset, ResultPeriod, ResultRow
from generator.results.disclosure import PostedPeriod
from generator.results.figures import Figure, Figures, figures
from generator.results.statistics import DaysUsed, Outcomes, Tally, timing_of
from generator.results.suppression import shown_counts

TODAY = date(2026, 11, 21)
OFFICIAL = calendar_of(())
MASKED = {"policy": "masked"}
COUNTS = {"policy": "counts"}


def row(text: str) -> ResultRow:
    """A row from ``service accepted due completed outcome extension``, days as MMDD of 2026, - for none."""
    service, accepted, due, completed, outcome, extension, *_ = (*text.split(), "-", "-")
    days = [None if part == "-" else date(2026, int(part[:2]), int(part[2:])) for part in (accepted, due, completed)]
    return ResultRow.model_construct(
        receipt="XG-1",
        service=service,
        applicant=None,
        accepted=days[0],
        due=days[1],
        completed=days[2],
        outcome=outcome,
        extension_days=None if extension == "-" else int(extension),
        extension_reason=None if extension == "-" else "材料复杂",
    )


def posted(period_id: str, *texts: str, since: str = "2026-07-01", until: str = "2026-09-30") -> PostedPeriod:
    """A shown period; ``N*text`` stands for N such rows."""
    period = ResultPeriod.model_validate({"id": period_id, "title": period_id, "from": since, "until": until})
    rows: list[ResultRow] = []
    for text in texts:
        number, _, line = text.rpartition("*")
        rows += [row(line)] * int(number or 1)
    return PostedPeriod(period, "shown", tuple(rows), ())


def hall(**services: dict[str, object]) -> Dataset:
    """The sound content with these services, each at the one window, and without the sound results."""
    changes: dict[str, object] = {}
    for service_id, fields in services.items():
        changes |= service_file(service_id, **fields)
    return replace(content(changes), results={})


def promise(days: int | None, unit: str | None = "工作日", **fields: object) -> dict[str, object]:
    """Fields of a masked service that promises so many days (0: 即办)."""
    promised: dict[str, object] = {"immediate": True} if days == 0 else {"days": days, "unit": unit}
    promised = {key: value for key, value in promised.items() if value is not None}
    limits = {"promised": promised} if days is not None else None
    return {"disclosure": MASKED, "time_limits": limits, **fields}


def count(dataset: Dataset, now: PostedPeriod, before: PostedPeriod | None = None, today: date = TODAY) -> Figures:
    """Figures of ``now``, with everything that is withheld withheld."""
    periods = [now] if before is None else [now, before]
    return figures(now, before, shown_counts(periods, dataset), dataset, today)


# --- outcomes and timing ---------------------------------------------------------------------------------------------


def test_cases_are_counted_by_how_they_ended_and_when() -> None:
    """Worked out by hand: eleven cases of one service, every outcome and every timing."""
    dataset = hall(one=promise(10))
    found = count(
        dataset,
        posted(
            "2026-Q3",
            "3*one 0701 0715 0710 办结",  # in time
            "one 0701 0715 0715 办结",  # on the due day
            "one 0701 0715 0716 办结",  # a day late
            "one 0701 0715 0716 办结 5",  # extended, so in time
            "one 0701 0715 0720 不予批准",  # refused late
            "one 0901 0915 0903 撤回",
            "one 0901 0915 - 在办",  # open and past its day
            "one 0925 1015 - 在办",
            "one 0701 - 0702 办结",  # nothing says when it was due
        ),
    )

    outcomes = found.services["one"].now.outcomes
    assert outcomes == Outcomes(
        done=7, rejected=1, withdrawn=1, open=2,
        on_time=5, late=2, running=1, overdue=1, undetermined=1, extended=1,
    )  # fmt: skip
    assert outcomes.judged == 8
    assert outcomes.on_time_share == 5 / 8
    assert found.whole.now.outcomes == outcomes
    assert found.whole.now.cases == 11


@pytest.mark.parametrize(
    ("text", "closing", "timing"),
    [
        ("one 0901 0915 - 在办", "2026-09-15", "running"),  # the due day itself is not past
        ("one 0901 0915 - 在办", "2026-09-16", "overdue"),
        ("one 0901 0915 - 在办 1", "2026-09-16", "running"),  # extended to the 16th
        ("one 0901 0929 1008 办结 1", "2026-12-31", "late"),  # one working day: the 30th
        ("one 0901 0930 1008 办结 1", "2026-12-31", "on_time"),  # over National Day
        ("one 0901 0930 1012 办结 3", "2026-12-31", "late"),  # 8, 9 and the made-up 10th
        ("one 0901 0915 0903 撤回", "2026-12-31", None),
        ("one 0901 - - 在办", "2026-12-31", "undetermined"),
        ("one 0901 0930 0930 办结 11", "2026-12-31", "undetermined"),  # no extension has eleven days
    ],
)
def test_timing_of_a_case(text: str, closing: str, timing: str | None) -> None:
    """A service that promises working days extends by working days."""
    service = hall(one=promise(10)).services["one"]

    assert timing_of(row(text), service, date.fromisoformat(closing), OFFICIAL) == timing


def test_extension_counts_in_its_own_unit_or_both_while_undecided() -> None:
    """Eight days from Friday 18 September end on Monday 28 as calendar days and on the 30th as working days."""
    limits = {"promised": {"days": 10, "unit": "工作日"}, "extension": {"days": 10, "unit": "自然日"}}
    calendar = hall(one=promise(10, time_limits=limits)).services["one"]
    undecided = hall(one=promise(10, None)).services["one"]
    between, before = row("one 0901 0918 0929 办结 8"), row("one 0901 0918 0928 办结 8")

    assert timing_of(between, calendar, TODAY, OFFICIAL) == "late"
    assert timing_of(between, undecided, TODAY, OFFICIAL) == "undetermined"
    assert timing_of(before, undecided, TODAY, OFFICIAL) == "on_time"


def test_extension_into_a_year_without_calendar_cannot_be_judged() -> None:
    """No working day is invented: the case is undetermined."""
    year = max(OFFICIAL.years)
    service = hall(one=promise(10)).services["one"]
    case = row("one 0901 0915 - 在办 5").model_copy(update={"due": date(year, 12, 30)})

    assert timing_of(case, service, date(year + 1, 3, 1), OFFICIAL) == "undetermined"


def test_open_case_is_judged_on_the_last_day_of_the_period_or_today() -> None:
    """Due after the quarter is not overdue in the quarter's figures, however late they are made."""
    dataset = hall(one=promise(10))
    period = posted("2026-Q3", "one 0910 0924 - 在办", "one 0921 1009 - 在办")

    def overdue(today: date) -> int:
        outcomes = count(dataset, period, today=today).whole.now.outcomes
        assert outcomes
        return outcomes.overdue

    assert overdue(date(2026, 9, 20)) == 0
    assert overdue(date(2026, 9, 30)) == 1
    assert overdue(TODAY) == 1


# --- days used -------------------------------------------------------------------------------------------------------


def test_days_used_are_compared_in_the_unit_of_the_promise() -> None:
    """Ten finished cases in working days or calendar days; open and withdrawn ones used none."""
    texts = [f"one 0831 0914 09{day:02} 办结" for day in (1, 1, 2, 2, 3, 3, 4, 7, 8, 21)]
    period = posted("2026-Q3", *texts, "one 0831 0914 - 在办", "one 0831 0914 0929 撤回")

    def days_used(days: int | None, unit: str | None = "工作日") -> tuple[DaysUsed, ...]:
        return count(hall(one=promise(days, unit)), period).services["one"].now.days_used

    working, calendar = DaysUsed("工作日", 10, 3.0, 6), DaysUsed("自然日", 10, 3.0, 8)
    assert days_used(10) == (working,)
    assert days_used(10, "自然日") == (calendar,)
    assert days_used(10, None) == (working, calendar)
    assert days_used(0) == (replace(working, promised=0),)
    assert days_used(None) == (replace(working, promised=None),)


@given(st.lists(st.integers(1, 28), min_size=1, max_size=40))
def test_nine_of_ten_cases_took_no_longer_than_the_percentile(days: list[int]) -> None:
    """At least nine tenths lie at or below it, and fewer below it; the median halves them."""
    period = posted("2026-Q3", *(f"one 0701 0815 07{1 + day:02} 办结" for day in days))
    (used,) = count(hall(one=promise(30, "自然日")), period).services["one"].now.days_used

    assert sum(day <= used.p90 for day in days) >= 0.9 * len(days)
    assert sum(day < used.p90 for day in days) < 0.9 * len(days)
    assert sum(day <= used.median for day in days) * 2 >= len(days)
    assert sum(day >= used.median for day in days) * 2 >= len(days)


def test_dates_that_contradict_each_other_are_not_measured() -> None:
    """Completed before it was accepted: the case counts, its days do not."""
    found = count(hall(one=promise(10)), posted("2026-Q3", "one 0710 0724 0701 办结"))

    assert found.services["one"].now.cases == 1
    assert found.services["one"].now.days_used == ()


# --- counted services ------------------------------------------------------------------------------------------------


def test_counted_service_has_a_number_and_no_outcomes() -> None:
    """Twelve finished cases give a number and the days used; outcomes and timing are told of listed services only."""
    dataset = hall(listed=promise(10), counted=promise(10, disclosure=COUNTS))
    found = count(dataset, posted("2026-Q3", "2*listed 0701 0715 0710 办结", "12*counted 0701 0715 0720 办结"))

    assert found.services["counted"].now == Tally(12, None, (DaysUsed("工作日", 10, 13.0, 13),))
    assert found.whole.now.cases == 14
    assert found.whole.now.outcomes == found.services["listed"].now.outcomes
    assert found.whole.now.days_used == (DaysUsed("工作日", None, 7.0, 7),)
    assert list(found.services) == ["counted", "listed"]


def test_days_used_by_few_finished_cases_are_withheld() -> None:
    """Twelve cases, three of them taken back: the median would tell about the other nine."""
    dataset = hall(counted=promise(10, disclosure=COUNTS))
    found = count(dataset, posted("2026-Q3", "9*counted 0701 0715 0710 办结", "3*counted 0920 1009 0921 撤回"))

    assert found.services["counted"].now == Tally(12)


def test_open_cases_of_counted_services_are_not_counted() -> None:
    """An open case stands in each period until it is done; counted twice, it would come out by subtraction."""
    dataset = hall(counted=promise(10, disclosure=COUNTS))
    found = count(dataset, posted("2026-Q3", "12*counted 0701 0715 0710 办结", "3*counted 0920 1009 - 在办"))

    assert found.services["counted"].now.cases == found.whole.now.cases == 12


def test_withheld_services_stand_in_the_group_and_in_no_window() -> None:
    """Two small services make a group; the window counts what stands alone, the whole counts all."""
    few = {service: promise(10, disclosure=COUNTS) for service in ("few", "some")}
    dataset = hall(listed=promise(10), **few)
    texts = ("3*listed 0701 0715 0710 办结", "4*few 0701 0715 0710 办结", "7*some 0701 0715 0710 办结")
    found = count(dataset, posted("2026-Q3", *texts))

    assert list(found.services) == ["listed"]
    assert found.group == Figure(Tally(11))
    assert found.complete
    assert found.whole.now.cases == 14
    assert [window.now.cases for window in found.windows.values()] == [3]


def test_group_that_stays_too_small_is_in_no_total() -> None:
    """Three cases of one counted service are told nowhere, and the figures say that they are incomplete."""
    dataset = hall(listed=promise(10), few=promise(10, disclosure=COUNTS))
    found = count(dataset, posted("2026-Q3", "3*listed 0701 0715 0710 办结", "3*few 0701 0715 0710 办结"))

    assert found.group is None
    assert not found.complete
    assert found.whole.now.cases == 3
    assert "few" not in found.services


# --- the period before -----------------------------------------------------------------------------------------------


def test_change_is_the_difference_to_the_period_before() -> None:
    """More, fewer, new and gone; a service without a case in one of the periods had none."""
    dataset = hall(more=promise(10), gone=promise(10), new=promise(10))
    before = posted("2026-Q2", "more 0401 0420 0410 办结", "2*gone 0401 0420 0410 办结", until="2026-06-30")
    now = posted("2026-Q3", "4*more 0701 0715 0710 办结", "new 0701 0715 0710 办结")
    found = count(dataset, now, before)

    assert found.previous == "2026-Q2"
    assert {one: figure.change for one, figure in found.services.items()} == {"more": 3, "new": 1, "gone": -2}
    assert found.whole.change == 2
    assert [window.change for window in found.windows.values()] == [2]


def test_nothing_is_compared_with_a_period_that_is_not_public() -> None:
    """A withdrawn period, or none: figures without a past."""
    dataset = hall(one=promise(10))
    now = posted("2026-Q3", "one 0701 0715 0710 办结")
    withdrawn = replace(posted("2026-Q2"), phase="withdrawn")

    for before in (None, withdrawn):
        found = count(dataset, now, before)
        assert found.previous is None
        assert found.whole == Figure(found.whole.now, None)
        assert found.services["one"].change is None


def test_totals_that_cover_other_services_are_not_compared() -> None:
    """What is withheld in the year before and told in this one does not look like an increase."""
    dataset = hall(listed=promise(10), few=promise(10, disclosure=COUNTS))
    before = posted("2025-Q4", "3*listed 0401 0420 0410 办结", "3*few 0401 0420 0410 办结")
    now = posted("2026-Q1", "3*listed 0701 0715 0710 办结", "30*few 0701 0715 0710 办结")
    found = count(dataset, now, before)

    assert found.whole.change is None
    assert [window.change for window in found.windows.values()] == [None]
    assert found.services["few"] == Figure(found.services["few"].now, None)
    assert found.services["listed"].change == 0


def test_service_that_is_withheld_now_is_not_shown_for_what_it_had_before() -> None:
    """Thirty cases last year, three in this one: no line that says it has none, or fewer."""
    dataset = hall(listed=promise(10), few=promise(10, disclosure=COUNTS))
    before = posted("2025-Q4", "30*few 0401 0420 0410 办结")
    found = count(dataset, posted("2026-Q1", "3*listed 0701 0715 0710 办结", "3*few 0701 0715 0710 办结"), before)

    assert list(found.services) == ["listed"]


def test_cases_of_unknown_services_and_windows_are_counted_in_the_whole() -> None:
    """A row whose service has no window is in no window's total; one without a record counts as counted only."""
    dataset = hall(lost=promise(10, window=None))
    found = count(dataset, posted("2026-Q3", "2*lost 0701 0715 0710 办结", "10*nobody 0701 0715 0710 办结"))

    assert found.whole.now.cases == 12
    assert [window.now.cases for window in found.windows.values()] == [0]
    assert found.services["nobody"].now.outcomes is None


def test_period_without_a_row_has_no_case_anywhere() -> None:
    """Nothing is counted, nothing is withheld."""
    found = count(hall(), posted("2026-Q3"))

    assert found.whole == Figure(Tally(0))
    assert found.services == {}
    assert found.group is None
    assert found.complete
