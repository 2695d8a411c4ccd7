"""workdays: deadlines by China's official calendar, and no working day invented for a year not yet announced."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts import workdays
from generator.facts.workdays import ExpectedDay, NoCalendar, calendar_of, differing_days
from generator.model import HolidayYear
from generator.model.base import FIRST_YEAR

OFFICIAL = calendar_of(())
LAST = max(OFFICIAL.years)
KNOWN = st.dates(date(FIRST_YEAR, 1, 1), date(2025, 12, 31))
BOTH = st.sampled_from(("工作日", "自然日"))


def day(text: str) -> date:
    """A date from YYYY-MM-DD."""
    return date.fromisoformat(text)


def forget() -> None:
    """Ask the library again."""
    workdays._announced_years.cache_clear()
    workdays.known_calendars.clear()


# --- the calendar ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("2025-01-25", False),  # an ordinary Saturday
        ("2025-01-26", True),  # Sunday before Spring Festival, made up
        ("2025-01-28", False),  # New Year's Eve
        ("2025-02-04", False),  # last day of Spring Festival
        ("2025-02-08", True),  # Saturday after it, made up
        ("2025-04-27", True),  # Sunday before Labour Day
        ("2025-05-05", False),  # Labour Day's last day, a Monday
        ("2025-09-28", True),  # Sunday before National Day
        ("2025-10-08", False),  # last of eight days with Mid-Autumn
        ("2025-10-11", True),  # Saturday after it
        ("2026-01-02", False),  # Friday after New Year, a day off
        ("2026-01-04", True),  # Sunday that makes up for it
        ("2026-02-14", True),  # Saturday before Spring Festival
        ("2026-02-23", False),  # its ninth day, a Monday
        ("2026-02-28", True),  # Saturday after it
        ("2026-04-06", False),  # Monday for Tomb-Sweeping Day on Sunday
        ("2026-09-20", True),  # Sunday before National Day
        ("2026-10-07", False),
        ("2026-10-10", True),  # Saturday after it
        ("2026-11-20", True),  # an ordinary Friday
    ],
)
def test_rest_days_and_made_up_days_are_those_of_the_state_council(text: str, works: bool) -> None:
    """Holidays and 调休 of 2025 and 2026, as announced."""
    assert OFFICIAL.is_workday(day(text)) is works


def test_number_of_working_days_of_a_year_is_the_announced_one() -> None:
    """248 working days in 2025 and in 2026: 365 less 104 Saturdays and Sundays less 13 holidays."""
    for year in (2025, 2026):
        start = date(year, 1, 1)
        assert sum(OFFICIAL.is_workday(start + timedelta(days=number)) for number in range(365)) == 248


def test_year_without_announced_make_up_days_has_no_calendar() -> None:
    """The year after the last announced one is refused, and so is any before the first; both are named."""
    after = LAST + 1

    assert LAST >= 2026
    for year in (FIRST_YEAR - 1, after):
        with pytest.raises(NoCalendar) as caught:
            OFFICIAL.is_workday(date(year, 6, 1))
        assert caught.value.year == year


def test_statutory_holidays_alone_are_no_announcement(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that knows the holidays of all years, but make-up days only up to 2025, ends with 2025."""
    asked = holidays.country_holidays

    def until_2025(country: str, years: object, language: str | None = None) -> object:
        calendar = asked(country, years=years, language=language)
        calendar.weekend_workdays = {one for one in calendar.weekend_workdays if one.year <= 2025}
        return calendar

    monkeypatch.setattr(holidays, "country_holidays", until_2025)
    forget()
    try:
        known = calendar_of(())
        assert max(known.years) == 2025
        with pytest.raises(NoCalendar):
            known.due(day("2025-12-30"), 3, "工作日")
    finally:
        forget()


# --- due -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accepted", "days", "unit", "end"),
    [
        ("2026-11-16", 1, "工作日", "2026-11-17"),  # the day of acceptance does not count
        ("2026-11-16", 5, "工作日", "2026-11-23"),  # over a weekend
        ("2026-11-14", 1, "工作日", "2026-11-16"),  # accepted on a Saturday
        ("2026-02-13", 5, "工作日", "2026-02-27"),  # Feb 14 made up; 15 to 23 off; 24, 25, 26, 27
        ("2026-02-13", 6, "工作日", "2026-02-28"),  # and the made-up Saturday
        ("2026-09-18", 1, "工作日", "2026-09-20"),  # a made-up Sunday counts
        ("2026-09-30", 1, "工作日", "2026-10-08"),  # seven days of National Day
        ("2026-09-30", 3, "工作日", "2026-10-10"),  # with the made-up Saturday
        ("2025-09-30", 2, "工作日", "2025-10-10"),  # eight days, 9th and 10th
        ("2025-12-31", 2, "工作日", "2026-01-05"),  # Jan 1 to 3 off, Sunday the 4th made up
        ("2026-07-01", 20, "工作日", "2026-07-29"),  # four full weeks
        ("2026-11-16", 5, "自然日", "2026-11-23"),  # Saturday the 21st, so the Monday after
        ("2026-11-16", 4, "自然日", "2026-11-20"),
        ("2026-09-28", 5, "自然日", "2026-10-08"),  # into National Day, so the day after it
        ("2026-09-15", 5, "自然日", "2026-09-20"),  # a made-up Sunday is a working day: no reason to move
        ("2026-11-21", 0, "工作日", "2026-11-21"),  # 即办, also on a Saturday
        ("2026-11-21", 0, "自然日", "2026-11-21"),
    ],
)
def test_due_day_is_the_one_worked_out_by_hand(accepted: str, days: int, unit: workdays.DayUnit, end: str) -> None:
    """Spring Festival, National Day and make-up days of 2025 and 2026, in both units, and 即办."""
    assert OFFICIAL.due(day(accepted), days, unit) == day(end)


@given(KNOWN, st.integers(1, 60))
def test_working_days_used_undo_the_count(accepted: date, days: int) -> None:
    """From acceptance to the due day exactly the days of the limit are used, and it is a working day."""
    end = OFFICIAL.due(accepted, days, "工作日")

    assert OFFICIAL.days_used(accepted, end, "工作日") == days
    assert OFFICIAL.is_workday(end)


@given(KNOWN, st.integers(1, 60))
def test_calendar_days_end_on_a_working_day_and_move_no_further(accepted: date, days: int) -> None:
    """A calendar-day limit ends on its last day, or on the first working day after it."""
    last, end = accepted + timedelta(days=days), OFFICIAL.due(accepted, days, "自然日")

    assert OFFICIAL.is_workday(end)
    assert not any(OFFICIAL.is_workday(last + timedelta(days=number)) for number in range((end - last).days))


@given(KNOWN, KNOWN, st.integers(0, 60), st.integers(0, 60), BOTH)
def test_later_acceptance_or_longer_limit_is_never_due_earlier(
    one: date, other: date, few: int, many: int, unit: workdays.DayUnit
) -> None:
    """The due day grows with the day of acceptance and with the number of days."""
    one, other = sorted((one, other))
    few, many = sorted((few, many))

    assert OFFICIAL.due(one, few, unit) <= OFFICIAL.due(one, many, unit)
    if many:
        assert OFFICIAL.due(one, many, unit) <= OFFICIAL.due(other, many, unit)


# --- days used -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accepted", "completed", "working", "calendar"),
    [
        ("2026-11-16", "2026-11-16", 0, 0),
        ("2026-11-16", "2026-11-17", 1, 1),
        ("2026-11-20", "2026-11-22", 0, 2),  # a weekend uses no working day
        ("2026-02-13", "2026-02-24", 2, 11),  # the made-up Saturday, and the first day after the festival
        ("2026-09-30", "2026-10-08", 1, 8),
    ],
)
def test_days_used_are_those_worked_out_by_hand(accepted: str, completed: str, working: int, calendar: int) -> None:
    """Weekends and holidays use calendar days only; a made-up day uses both."""
    assert OFFICIAL.days_used(day(accepted), day(completed), "工作日") == working
    assert OFFICIAL.days_used(day(accepted), day(completed), "自然日") == calendar


def test_end_before_the_start_is_refused() -> None:
    """A case completed before it was accepted used no number of days."""
    with pytest.raises(ValueError, match="completed before accepted"):
        OFFICIAL.days_used(day("2026-11-17"), day("2026-11-16"), "自然日")


# --- without a calendar ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "unit"), [(5, "工作日"), (2, "自然日"), (1, "工作日")])
def test_count_that_touches_an_unannounced_year_is_refused(days: int, unit: workdays.DayUnit) -> None:
    """Accepted on the last day of the last calendar, any limit runs into a year without one."""
    year = LAST
    with pytest.raises(NoCalendar) as caught:
        OFFICIAL.due(date(year, 12, 31), days, unit)

    assert caught.value.year == year + 1


def test_count_that_ends_with_the_calendar_is_not_refused() -> None:
    """The last days of an announced year can be reached."""
    assert OFFICIAL.due(day("2026-12-30"), 1, "工作日") == day("2026-12-31")


def test_working_days_used_need_a_calendar_and_calendar_days_none() -> None:
    """Subtracting dates needs no announcement."""
    start, end = date(LAST, 12, 28), date(LAST + 1, 1, 4)

    assert OFFICIAL.days_used(start, end, "自然日") == 7
    with pytest.raises(NoCalendar):
        OFFICIAL.days_used(start, end, "工作日")


def test_expected_day_says_whether_it_is_official() -> None:
    """An announced day is official; one beyond is foreseen and marked, or missing where nothing can be foreseen."""
    year = LAST

    assert OFFICIAL.expected(day("2026-11-16"), 5, "工作日") == ExpectedDay(day("2026-11-23"), official=True)
    foreseen = OFFICIAL.expected(date(year, 12, 31), 3, "工作日")
    assert not foreseen.official
    assert foreseen.day is not None
    assert date(year + 1, 1, 4) < foreseen.day < date(year + 1, 1, 15)
    assert OFFICIAL.expected(date(year, 12, 31), 3_660, "工作日") == ExpectedDay(None, official=False)
    assert OFFICIAL.expected(date(FIRST_YEAR - 1, 6, 1), 5, "自然日") == ExpectedDay(None, official=False)


def test_undecided_unit_gives_both_readings() -> None:
    """While the hall has not decided, working days come first and calendar days second."""
    accepted = day("2026-09-28")

    assert OFFICIAL.readings(accepted, 5, None) == (
        ("工作日", ExpectedDay(day("2026-10-10"), official=True)),
        ("自然日", ExpectedDay(day("2026-10-08"), official=True)),
    )
    assert OFFICIAL.readings(accepted, 5, "自然日") == (("自然日", ExpectedDay(day("2026-10-08"), official=True)),)


# --- extension -------------------------------------------------------------------------------------------------------


def test_extension_follows_on_the_due_day() -> None:
    """Ten working days after a limit that ended before National Day; the due day itself does not count again."""
    assert OFFICIAL.extended_due(day("2026-09-30"), 10, "工作日") == day("2026-10-20")
    assert OFFICIAL.extended_due(day("2026-11-16"), 4, "自然日") == day("2026-11-20")


@pytest.mark.parametrize("days", [0, 11, -1])
def test_extension_of_more_than_ten_days_is_refused(days: int) -> None:
    """Ten days are the most that the law allows."""
    with pytest.raises(ValueError, match="1 to 10 days"):
        OFFICIAL.extended_due(day("2026-09-30"), days, "工作日")


# --- years that the hall has typed in --------------------------------------------------------------------------------


def notice(year: int, *holidays: tuple[str, str], workdays: tuple[str, ...] = ()) -> HolidayYear:
    """A notice of ``year`` with these rests, first and last day, all without the year, and these make-up days."""
    rests = [{"name": "节日", "from": f"{year}-{start}", "until": f"{year}-{end}"} for start, end in holidays]
    made_up = [f"{year}-{one}" for one in workdays]
    fields = {"year": str(year), "source": f"国办发明电〔{year - 1}〕0号", "holidays": rests, "workdays": made_up}
    return HolidayYear.model_validate(fields)


TYPED = notice(2031, ("01-01", "01-01"), ("01-22", "01-28"), ("10-01", "10-08"), workdays=("01-19", "10-11"))
"""Invented: no library can know this year."""


def test_year_that_the_hall_typed_in_is_official() -> None:
    """Rests of the notice are no working days, its make-up days are, and any other day is what its weekday says."""
    calendar = calendar_of((TYPED,))

    assert 2031 not in OFFICIAL.years
    works = {one for one in (19, 20, 21, 22, 28, 29) if calendar.is_workday(day(f"2031-01-{one}"))}
    assert works == {19, 20, 21, 29}
    assert calendar.is_workday(day("2031-05-01"))  # a statutory holiday that the notice does not name
    assert calendar.due(day("2031-01-21"), 1, "工作日") == day("2031-01-29")
    assert calendar.due(day("2031-09-30"), 1, "自然日") == day("2031-10-09")
    assert calendar.days_used(day("2031-01-17"), day("2031-01-29"), "工作日") == 4
    assert calendar.expected(day("2031-12-30"), 5, "工作日").official is False


def test_years_between_stay_unknown() -> None:
    """A count that crosses a year that neither the library nor the hall knows is refused, and that year is named."""
    calendar = calendar_of((TYPED,))

    with pytest.raises(NoCalendar) as caught:
        calendar.days_used(date(LAST, 12, 1), day("2031-01-10"), "工作日")
    assert caught.value.year == LAST + 1
    assert calendar.expected(day("2030-12-30"), 3, "工作日").official is False


def test_rest_around_new_year_begins_in_december() -> None:
    """The notice of a year may name days of the December before, and orders them although that year was typed, too."""
    spanning = HolidayYear.model_validate(
        {
            "year": "2032",
            "source": "国办发明电〔2031〕0号",
            "holidays": [{"name": "元旦", "from": "2031-12-31", "until": "2032-01-02"}],
            "workdays": ["2031-12-28"],
        }
    )
    calendar = calendar_of((TYPED, spanning))

    assert not calendar.is_workday(day("2031-12-31"))
    assert calendar.is_workday(day("2031-12-28"))
    assert calendar.due(day("2031-12-30"), 1, "工作日") == day("2032-01-05")


def test_what_the_hall_typed_holds_where_the_library_differs() -> None:
    """The notice is the source: what the library says of a typed year is not taken over, and the days are named."""
    agreed = HolidayYear.model_validate(
        {
            "year": "2026",
            "source": "国办发明电〔2025〕7号",
            "holidays": [
                {"name": "元旦", "from": "2026-01-01", "until": "2026-01-03"},
                {"name": "春节", "from": "2026-02-15", "until": "2026-02-23"},
                {"name": "清明节", "from": "2026-04-04", "until": "2026-04-06"},
                {"name": "劳动节", "from": "2026-05-01", "until": "2026-05-05"},
                {"name": "端午节", "from": "2026-06-19", "until": "2026-06-21"},
                {"name": "中秋节", "from": "2026-09-25", "until": "2026-09-27"},
                {"name": "国庆节", "from": "2026-10-01", "until": "2026-10-07"},
            ],
            "workdays": ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
        }
    )
    changed = agreed.model_copy(update={"workdays": (day("2026-01-04"), *agreed.workdays[2:], day("2026-02-07"))})

    assert calendar_of((agreed,)).workdays == OFFICIAL.workdays
    assert differing_days(agreed) == ()
    assert differing_days(changed) == (day("2026-02-07"), day("2026-02-14"))
    assert calendar_of((changed,)).is_workday(day("2026-02-07"))
    assert not calendar_of((changed,)).is_workday(day("2026-02-14"))
    assert differing_days(TYPED) == ()  # of a year that the library does not know nothing is said


def test_days_that_no_calendar_holds_do_no_harm() -> None:
    """A year that was mistyped counts no day outside the calendar, however long the rest."""
    endless = HolidayYear.model_validate(
        {"year": "2031", "source": "x", "holidays": [{"name": "节日", "from": "0001-01-01", "until": "9999-12-31"}]}
    )

    assert calendar_of((endless,)).workdays == ()
    assert calendar_of((endless,)).expected(day("2031-01-02"), 5, "工作日") == ExpectedDay(None, official=False)
