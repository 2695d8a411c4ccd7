"""The last day of one case in words: as the register states it, else as the service's promise lets one expect it.

Owns what a resident reads where a row says no day: the day counted from acceptance, marked 以官方通知为准 while the
calendar of that year is not announced, and one day for each unit while the hall has not decided between 工作日 and
自然日. Counted days never enter a figure: ``tallies`` judges only by what the register states. How days are counted is
in ``workdays``; the words come from the table that a caller gives.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.facts.workdays import MAX_EXTENSION_DAYS, Due, expected, readings, units_meant
from generator.model import ResultRow, Service, TimeLimit
from generator.model.base import DayUnit


@dataclass(frozen=True)
class DueDay:
    """One reading of a last day: in ``unit``, or in None where no other is meant or both give the same day.

    Not ``official`` while it rests on a calendar that is not announced.
    """

    day: date
    unit: DayUnit | None
    official: bool


def promised_days(promise: TimeLimit | None) -> int | None:
    """The days of a promise, 0 for 即办; None where none are stated."""
    if promise is None:
        return None
    return 0 if promise.immediate else promise.days


def due_days(row: ResultRow, service: Service | None) -> tuple[DueDay, ...]:
    """The last day before any extension: one reading, two of an undecided unit, none where nothing is known.

    A case that was taken back (撤回) has only the day that its row states: nothing is due any more.
    """
    if row.due is not None:
        return (DueDay(row.due, None, official=True),)
    promise = service.time_limits.promised if service and service.time_limits else None
    days = promised_days(promise)
    if promise is None or days is None or row.outcome == "撤回":
        return ()
    return _distinct(readings(row.accepted, days, promise.unit))


def extended_days(row: ResultRow, service: Service | None) -> tuple[DueDay, ...]:
    """The last day after the extension of ``row``, if it has one; none where that is no lawful one."""
    before = due_days(row, service)
    if row.extension_days is None:
        return before
    if not 1 <= row.extension_days <= MAX_EXTENSION_DAYS:
        return ()
    unit = service.time_limits.extension_unit if service and service.time_limits else None
    found: list[tuple[DayUnit, Due]] = []
    for start in before:
        for reading in units_meant(unit or start.unit):
            end = expected(start.day, row.extension_days, reading)
            found.append((start.unit or reading, Due(end.day, end.official and start.official)))
    return _distinct(found)


def due_words(days: Iterable[DueDay], words: Mapping[str, str], day: Callable[[date], str] = date.isoformat) -> str:
    """``days`` in words, "" for none; ``words`` is a table DUE_DAYS of ``texts``."""
    return words["or"].join(_reading(one, words, day(one.day)) for one in days)


def _reading(one: DueDay, words: Mapping[str, str], day: str) -> str:
    marks = [words["by"].format(unit=one.unit)] if one.unit else []
    if not one.official:
        marks.append(words["unofficial"])
    return words["marked"].format(day=day, marks=words["comma"].join(marks)) if marks else day


def _distinct(found: Iterable[tuple[DayUnit, Due]]) -> tuple[DueDay, ...]:
    """The readings that differ; none where one of them cannot be foreseen, since the other alone would mislead."""
    days: dict[date, DueDay] = {}
    for unit, due in found:
        if due.day is None:
            return ()
        same = days.get(due.day)
        days[due.day] = DueDay(due.day, unit, due.official and (same is None or same.official))
    if len(days) == 1:
        return tuple(DueDay(one.day, None, one.official) for one in days.values())
    return tuple(days.values())
