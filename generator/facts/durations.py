"""How many calendar days a limit in months, years or hours spans, and which of two limits is longer.

Months and years (民法典 arts. 200 to 202): the day on which a period begins does not count; it ends on the
corresponding day of its last month, or on the last day of that month where there is no such day. ``workdays`` moves an
end on a rest day to the next working day (art. 203).

Hours begin at the hour that a law or an agreement names (art. 201), which no register states. Only whole days of 24
hours therefore lead to a day that is certain, and that day is not moved.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from generator.facts.workdays import Calendar, ExpectedDay
from generator.model import TimeLimit
from generator.model.base import DayUnit

_LONGEST_REST = 10
"""More rest days in a row than any holiday of the official calendar has had with its weekends."""


class Span(NamedTuple):
    """The fewest and the most calendar days that a limit can last, wherever it begins."""

    fewest: float
    most: float


def month_end(begun: date, months: int) -> date:
    """The last day of a period of ``months`` that began on ``begun`` (民法典 art. 202)."""
    year, month = divmod(begun.year * 12 + begun.month - 1 + months, 12)
    return date(year, month + 1, min(begun.day, monthrange(year, month + 1)[1]))


def limit_ends(begun: date, limit: TimeLimit, calendar: Calendar) -> tuple[tuple[DayUnit, ExpectedDay], ...]:
    """The last day of ``limit`` for each unit that it may be meant in; none where no day can be told."""
    if limit.immediate:
        return calendar.readings(begun, 0, limit.unit)
    if limit.days is not None:
        return calendar.readings(begun, limit.days, limit.unit)
    if months := _months(limit):
        return calendar.readings(begun, (month_end(begun, months) - begun).days, "自然日")
    if limit.hours and limit.hours % 24 == 0:
        return (("自然日", ExpectedDay(begun + timedelta(days=limit.hours // 24), official=True)),)
    return ()


def fewest_calendar_days(limit: TimeLimit) -> float:
    """The fewest calendar days that a limit spans, at five working days a week; infinite where there is no limit.

    The day of acceptance does not count, so five working days end seven days later, from whichever day.
    """
    return _span(limit).fewest


def is_longer(promised: TimeLimit, statutory: TimeLimit) -> bool:
    """Whether ``promised`` is longer than ``statutory``; False where that depends on the day on which they begin.

    Working days are compared with calendar days at five to the week, without holidays.
    """
    if _months(promised) and _months(statutory):
        return _months(promised) > _months(statutory)
    if promised.hours and statutory.hours:
        return promised.hours > statutory.hours
    ours, theirs = _span(promised), _span(statutory)
    if promised.days is not None and statutory.days is not None:
        return ours.fewest > theirs.fewest
    return ours.fewest > theirs.most


def may_be_longer(promised: TimeLimit, other: TimeLimit) -> bool:
    """Whether ``promised`` is longer than ``other`` from some day on; also where that cannot be ruled out.

    Numbers of one unit are compared as they are. A promise whose unit is open is no longer than as many working days.
    """
    if _months(promised) and _months(other):
        return _months(promised) > _months(other)
    if promised.hours and other.hours:
        return promised.hours > other.hours
    is_comparable = promised.unit == other.unit or (promised.unit, other.unit) == (None, "工作日")
    if promised.days is not None and other.days is not None and is_comparable:
        return promised.days > other.days
    return _span(promised).most > _span(other).fewest


def _months(limit: TimeLimit) -> int:
    return (limit.months or 0) + 12 * (limit.years or 0)


def _span(limit: TimeLimit) -> Span:
    if limit.immediate:
        return Span(0, 0)
    if limit.hours:
        return Span(limit.hours / 24, limit.hours / 24)
    if months := _months(limit):
        starts = [date(year, month, 1) for year in range(2019, 2024) for month in range(1, 13)]
        days = [(month_end(start, months) - start).days for start in starts]
        return Span(min(days), max(days) + 3)  # an end on the last day of a short month is up to three days earlier
    if limit.days is None:
        return Span(float("inf"), float("inf"))
    if limit.unit == "自然日":
        return Span(limit.days, limit.days)
    most = 2 * limit.days + _LONGEST_REST
    return Span(limit.days + 2 * (limit.days // 5) if limit.unit else limit.days, most)
