"""Deadlines in working days (工作日) and calendar days (自然日), by China's official calendar.

How days are counted:

- The day of acceptance does not count (民法典 art. 201). 即办 is a limit of 0 days: due on the day itself.
- A working day is any day but rest days and statutory holidays, and also a weekend day that the State Council made a
  working day (调休): 行政许可法 art. 82 counts limits in working days without statutory holidays.
- A calendar-day limit whose last day is a rest day or holiday ends on the next working day, when the hall is open
  again (民法典 art. 203, applied to the hall's own limits as well).
- An extension follows on the due day, adds at most ten days and happens once (行政许可法 art. 42).

The working days of a year are official once the State Council has announced them. The library ``holidays`` computes
statutory holidays of any year but has make-up days of announced years only, so a year with make-up days counts as
announced. For other years ``due`` and ``days_used`` raise ``NoCalendar``, and ``expected`` gives a day that is marked
as not official (以官方通知为准).
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from generator.model.base import DayUnit
from generator.system.on_demand import load

FIRST_YEAR = 2019
"""The first year that can be counted in; registers are not older."""

UNITS: tuple[DayUnit, ...] = ("工作日", "自然日")
"""Both units, in the order in which two readings are given."""

MAX_EXTENSION_DAYS = 10
"""行政许可法 (Administrative Licensing Law), art. 42: an extension adds at most ten days."""

_FORESEEN_YEARS = 2
"""For so many years after the last announced one, ``expected`` counts with the statutory holidays alone."""


class NoCalendar(Exception):
    """A working day was asked for in ``year``, whose holidays are not announced, or which is before FIRST_YEAR."""

    def __init__(self, year: int) -> None:
        super().__init__(f"no official calendar for {year}")
        self.year = year


@dataclass(frozen=True)
class ExpectedDay:
    """The last day of a limit; not ``official`` while its calendar is not announced (以官方通知为准).

    ``day`` is None where it cannot be computed: before FIRST_YEAR, or more than _FORESEEN_YEARS ahead.
    """

    day: date | None
    official: bool


@dataclass(frozen=True)
class _Calendar:
    """Working days as ordinals, ascending; official from ``first`` to ``last``, statutory after it."""

    workdays: tuple[int, ...]
    first: int
    last: int


def last_announced_year() -> int:
    """The last year whose holidays and make-up days are announced, as far as the installed calendar knows."""
    return date.fromordinal(_calendar().last).year


def is_workday(day: date) -> bool:
    """Whether the hall works on ``day``. Raises NoCalendar."""
    _require(day)
    return _is_listed(day)


def due(accepted: date, days: int, unit: DayUnit) -> date:
    """The last day of a limit of ``days`` (0 is 即办) that starts with acceptance on ``accepted``.

    Raises NoCalendar where the count touches a day without an official calendar.
    """
    if days == 0:
        return accepted
    _require(accepted)
    if unit == "自然日":
        end = accepted + timedelta(days=days)
        _require(end)
    day = _reach(accepted, days, unit)
    if day is None:
        raise NoCalendar(last_announced_year() + 1)
    _require(day)
    return day


def expected(accepted: date, days: int, unit: DayUnit) -> ExpectedDay:
    """``due``, or the day to be expected while a calendar is missing. Never raises."""
    try:
        return ExpectedDay(due(accepted, days, unit), official=True)
    except NoCalendar:
        return ExpectedDay(_reach(accepted, days, unit), official=False)


def units_meant(unit: DayUnit | None) -> tuple[DayUnit, ...]:
    """``unit`` alone, or both units while the hall has not decided."""
    return (unit,) if unit else UNITS


def readings(accepted: date, days: int, unit: DayUnit | None) -> tuple[tuple[DayUnit, ExpectedDay], ...]:
    """The last day for each unit of ``units_meant``."""
    return tuple((reading, expected(accepted, days, reading)) for reading in units_meant(unit))


def extended_due(due_day: date, days: int, unit: DayUnit) -> date:
    """The last day after an extension by ``days`` (1 to MAX_EXTENSION_DAYS; else ValueError). Raises NoCalendar."""
    if not 1 <= days <= MAX_EXTENSION_DAYS:
        raise ValueError(f"an extension adds 1 to {MAX_EXTENSION_DAYS} days")
    return due(due_day, days, unit)


def last_days(due_day: date, extension: int | None, unit: DayUnit | None) -> frozenset[date]:
    """The last days that a case may have after an ``extension`` (days; None: without one), in ``unit``.

    One; two where the unit is undecided and gives two days; none where the calendar is not announced, or where the
    extension is not lawful.
    """
    if extension is None:
        return frozenset({due_day})
    try:
        return frozenset(extended_due(due_day, extension, reading) for reading in units_meant(unit))
    except (NoCalendar, ValueError):
        return frozenset()


def days_used(accepted: date, completed: date, unit: DayUnit) -> int:
    """Days after ``accepted`` up to and with ``completed``; 0 for the same day.

    The inverse of ``due`` in working days. Raises NoCalendar, and ValueError where the end precedes the start.
    """
    if completed < accepted:
        raise ValueError("completed before accepted")
    if unit == "自然日" or completed == accepted:
        return (completed - accepted).days
    _require(accepted)
    _require(completed)
    workdays = _calendar().workdays
    return bisect_right(workdays, completed.toordinal()) - bisect_right(workdays, accepted.toordinal())


def _require(day: date) -> None:
    calendar = _calendar()
    if not calendar.first <= day.toordinal() <= calendar.last:
        raise NoCalendar(day.year)


def _is_listed(day: date) -> bool:
    workdays, ordinal = _calendar().workdays, day.toordinal()
    place = bisect_left(workdays, ordinal)
    return place < len(workdays) and workdays[place] == ordinal


def _reach(accepted: date, days: int, unit: DayUnit) -> date | None:
    """The last day by official or statutory working days; None where the calendar ends before it."""
    workdays = _calendar().workdays
    if days == 0:
        return accepted
    if accepted.year < FIRST_YEAR:
        return None
    if unit == "工作日":
        place = bisect_right(workdays, accepted.toordinal()) + days - 1
    else:
        place = bisect_left(workdays, accepted.toordinal() + days)
    return date.fromordinal(workdays[place]) if place < len(workdays) else None


@cache
def _calendar() -> _Calendar:
    country_holidays = load("holidays").country_holidays
    last = FIRST_YEAR
    while any(day.year == last + 1 for day in country_holidays("CN", years=last + 1).weekend_workdays):
        last += 1
    foreseen = last + _FORESEEN_YEARS
    china = country_holidays("CN", years=range(FIRST_YEAR, foreseen + 1))
    first_day, last_day = date(FIRST_YEAR, 1, 1).toordinal(), date(last, 12, 31).toordinal()
    days = (date.fromordinal(ordinal) for ordinal in range(first_day, date(foreseen, 12, 31).toordinal() + 1))
    workdays = tuple(
        day.toordinal() for day in days if day in china.weekend_workdays or (day.weekday() < 5 and day not in china)
    )
    return _Calendar(workdays, first_day, last_day)
