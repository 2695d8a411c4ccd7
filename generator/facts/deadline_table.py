"""What ``deadlines.js`` computes last days with: the working days as a short table, and the limits of a service.

Days are numbers of days since 1970-01-01. ``on`` are the weekend days on which people work, ``off`` the other days on
which they rest; ``years`` are those whose calendar is official (``workdays``). How limits are counted is in
``durations``; tests/data/deadlines.json is read by the tests of both.
"""

from datetime import date, timedelta
from typing import TypedDict

from generator.facts.opening_table import day_number
from generator.facts.workdays import Calendar, units_meant
from generator.model import Service, TimeLimit

_BACK, _AHEAD = 400, 800
"""So many days before and after the day of the table it reaches, as far as the calendar does."""


class CalendarTable(TypedDict):
    """See the docstring of the module."""

    first: int
    last: int
    years: list[int]
    on: list[int]
    off: list[int]


class LimitTable(TypedDict, total=False):
    """A limit: ``days`` with the ``units`` that may be meant, or ``months``, or ``hours``; ``key`` is its fact."""

    key: str
    days: int
    units: list[str]
    months: int
    hours: int


def calendar_table(calendar: Calendar, day: date) -> CalendarTable:
    """The working days around ``day``, from the first of its month on, so that it changes once a month."""
    first = day.replace(day=1) - timedelta(days=_BACK)
    last = min(first.toordinal() + _BACK + _AHEAD, calendar.workdays[-1])
    days = [first + timedelta(days=number) for number in range(last - first.toordinal() + 1)]
    rests = {one: calendar.rests(one) for one in days}
    return {
        "first": day_number(first),
        "last": day_number(days[-1]),
        "years": sorted(year for year in calendar.years if first.year <= year <= days[-1].year),
        "on": [day_number(one) for one in days if one.weekday() > 4 and not rests[one]],
        "off": [day_number(one) for one in days if one.weekday() < 5 and rests[one]],
    }


def limit_tables(service: Service) -> list[LimitTable]:
    """The promised and the statutory limit of a service, where a last day can be computed."""
    limits = service.time_limits
    stated = (("promised", limits.promised), ("statutory", limits.statutory)) if limits else ()
    return [table for key, limit in stated if limit and (table := limit_table(key, limit))]


def limit_table(key: str, limit: TimeLimit) -> LimitTable | None:
    """A limit for the browser; None where no day follows from it."""
    if limit.immediate or limit.days is not None:
        return {"key": key, "days": limit.days or 0, "units": list(units_meant(limit.unit))}
    if limit.months or limit.years:
        return {"key": key, "months": (limit.months or 0) + 12 * (limit.years or 0)}
    return {"key": key, "hours": limit.hours} if limit.hours else None
