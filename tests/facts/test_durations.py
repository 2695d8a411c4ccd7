"""durations: limits in months, years and hours, by the calendar rules of the Civil Code; comparisons across units."""

from datetime import date

import pytest

from generator.facts.durations import is_longer, limit_ends, month_end
from generator.facts.workdays import calendar_of
from generator.model import TimeLimit

OFFICIAL = calendar_of(())


def limit(**fields: object) -> TimeLimit:
    return TimeLimit.model_validate(fields)


@pytest.mark.parametrize(
    ("begun", "months", "end"),
    [
        (date(2026, 3, 15), 3, date(2026, 6, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_month_ends_on_its_corresponding_day(begun: date, months: int, end: date) -> None:
    """民法典 art. 202: the corresponding day of the last month, or that month's last day."""
    assert month_end(begun, months) == end


def test_end_on_a_rest_day_moves_to_the_next_working_day() -> None:
    """民法典 art. 203: 1 March 2026 is a Sunday; 1 October begins the holidays of the National Day."""
    ((_, sunday),) = limit_ends(date(2026, 2, 1), limit(months=1), OFFICIAL)
    ((_, holiday),) = limit_ends(date(2025, 10, 1), limit(years=1), OFFICIAL)
    assert (sunday.day, sunday.official) == (date(2026, 3, 2), True)
    assert holiday.day == date(2026, 10, 8)


def test_hours_lead_to_a_day_only_where_it_is_certain() -> None:
    """24 hours end on the next day; of 36 the register would have to know the hour."""
    ((_, end),) = limit_ends(date(2026, 7, 1), limit(hours=24), OFFICIAL)
    assert end.day == date(2026, 7, 2)
    assert limit_ends(date(2026, 7, 1), limit(hours=36), OFFICIAL) == ()


def test_calendar_that_is_not_announced_is_told() -> None:
    """The end of a year-long limit beyond the announced holidays is expected, not official."""
    ((_, end),) = limit_ends(date(2029, 7, 2), limit(years=1), OFFICIAL)
    assert not end.official


@pytest.mark.parametrize(
    ("promised", "statutory", "longer"),
    [
        ({"months": 3}, {"months": 2}, True),
        ({"months": 12}, {"years": 1}, False),
        ({"hours": 36}, {"hours": 24}, True),
        ({"days": 20, "unit": "工作日"}, {"months": 1}, False),
        ({"days": 40, "unit": "自然日"}, {"months": 1}, True),
        ({"days": 30, "unit": "自然日"}, {"months": 1}, False),
        ({"months": 2}, {"days": 30, "unit": "自然日"}, True),
        ({"days": 60}, {"months": 3}, False),
        ({"days": 1, "unit": "工作日"}, {"hours": 24}, False),
        ({"immediate": True}, {"hours": 1}, False),
        ({"months": 1}, {"unregulated": True}, False),
        ({"days": 10, "unit": "工作日"}, {"days": 10, "unit": "自然日"}, True),
    ],
)
def test_promise_is_longer_only_where_it_always_is(
    promised: dict[str, object], statutory: dict[str, object], longer: bool
) -> None:
    """Across units a promise is called longer where it is so from whichever day it begins."""
    assert is_longer(limit(**promised), limit(**statutory)) is longer


@pytest.mark.parametrize(
    ("typed", "field", "number"),
    [
        ({"days": "3", "unit": "个月"}, "months", 3),
        ({"days": "1", "unit": "年"}, "years", 1),
        ({"days": "24", "unit": "小时"}, "hours", 24),
        ("3个月", "months", 3),
        ("1年内", "years", 1),
        ("24小时", "hours", 24),
    ],
)
def test_unit_that_a_clerk_writes_is_the_unit_that_is_meant(typed: object, field: str, number: int) -> None:
    """Three months stay three months, however they are written."""
    read = TimeLimit.model_validate(typed)
    assert getattr(read, field) == number
    assert read.days is None and read.unit is None
