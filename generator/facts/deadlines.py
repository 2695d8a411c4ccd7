"""The due day of one case, and its wording: the day in its row, else a day counted from the service's promise.

A counted day is marked 以官方通知为准 while the calendar of its year is not announced, and there is one for each unit
while the hall has not decided between 工作日 and 自然日. Counted days are only shown: ``results.statistics`` judges
whether a case was in time by the days in the rows alone. How days are counted is in ``workdays``; the words come from a
table that the caller passes.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.facts.durations import limit_ends
from generator.facts.workdays import MAX_EXTENSION_DAYS, Calendar, ExpectedDay, units_meant
from generator.model import ResultRow, Service, TimeLimit
from generator.model.base import DayUnit


@dataclass(frozen=True)
class DueDay:
    """A due day. ``unit`` is set where the unit is undecided and the other unit gives another day.

    ``official`` is False while the calendar of the year is not announced.
    """

    day: date
    unit: DayUnit | None
    official: bool


def promised_days(promise: TimeLimit | None) -> int | None:
    """The number of days of a promise, 0 for 即办; None where it is stated in months, years or hours, or not at all."""
    if promise is None:
        return None
    return 0 if promise.immediate else promise.days


def due_days(row: ResultRow, service: Service | None, calendar: Calendar) -> tuple[DueDay, ...]:
    """The due day before any extension; two for an undecided unit, none where it cannot be told.

    For a case that was taken back (撤回) no day is counted: it has only the day in its row, if there is one.
    """
    if row.due is not None:
        return (DueDay(row.due, None, official=True),)
    promise = service.time_limits.promised if service and service.time_limits else None
    if promise is None or row.outcome == "撤回":
        return ()
    return _distinct(limit_ends(row.accepted, promise, calendar))


def extended_days(row: ResultRow, service: Service | None, calendar: Calendar) -> tuple[DueDay, ...]:
    """The due day after the extension of ``row``; none without an extension or with an unlawful one."""
    before = due_days(row, service, calendar)
    if row.extension_days is None:
        return before
    if not 1 <= row.extension_days <= MAX_EXTENSION_DAYS:
        return ()
    unit = service.time_limits.extension_unit if service and service.time_limits else None
    found: list[tuple[DayUnit, ExpectedDay]] = []
    for start in before:
        for reading in units_meant(unit or start.unit):
            end = calendar.expected(start.day, row.extension_days, reading)
            found.append((start.unit or reading, ExpectedDay(end.day, end.official and start.official)))
    return _distinct(found)


def due_words(days: Iterable[DueDay], words: Mapping[str, str], day: Callable[[date], str] = date.isoformat) -> str:
    """``days`` in words, "" for none; ``words`` is a table DUE_DAYS of ``texts``."""
    return words["or"].join(_reading(one, words, day(one.day)) for one in days)


def _reading(one: DueDay, words: Mapping[str, str], day: str) -> str:
    marks = [words["by"].format(unit=one.unit)] if one.unit else []
    if not one.official:
        marks.append(words["unofficial"])
    return words["marked"].format(day=day, marks=words["comma"].join(marks)) if marks else day


def _distinct(found: Iterable[tuple[DayUnit, ExpectedDay]]) -> tuple[DueDay, ...]:
    """The days that differ; none where one of them is unknown, since the other alone would mislead."""
    days: dict[date, DueDay] = {}
    for unit, due in found:
        if due.day is None:
            return ()
        same = days.get(due.day)
        days[due.day] = DueDay(due.day, unit, due.official and (same is None or same.official))
    if len(days) == 1:
        return tuple(DueDay(one.day, None, one.official) for one in days.values())
    return tuple(days.values())
