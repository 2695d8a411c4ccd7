"""Days on which the hall or a window is not open as usual and that are known ahead: what residents are told in time."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from generator.facts.hours_words import spans_words
from generator.facts.opening import announcements, exceptions_of, hours_of_hall, open_on
from generator.facts.workdays import Calendar, calendar_of
from generator.model import Dataset
from generator.model.day_times import WEEKDAYS, Span
from generator.model.timetable import Timetable
from generator.texts.opening import OPENING


class ClosedDays(NamedTuple):
    """Days on which something that is usually open is not, or at other times (``spans``).

    ``window`` is the id of the window, None: the whole hall. ``notice`` is the id of the notice that says so.
    """

    since: date
    until: date
    reason: str | None
    spans: tuple[Span, ...] = ()
    window: str | None = None
    notice: str | None = None


AHEAD = 14
"""So many days ahead residents are told."""


@lru_cache(maxsize=4)
def closures(dataset: Dataset, today: date, ahead: int = AHEAD) -> tuple[ClosedDays, ...]:
    """What of the hall and its windows is closed, or open at other times, from ``today`` to ``ahead`` days later.

    In the order of their days: exceptions, notices that are shown, and holidays on which the hall does not open.
    """
    last = today + timedelta(days=ahead)
    found = {one for one in _known_closures(dataset, today, last) if one.since <= last and one.until >= today}
    return tuple(sorted(found, key=lambda one: (one.since, one.window or "", one.reason or "")))


def _known_closures(dataset: Dataset, today: date, last: date) -> Iterator[ClosedDays]:
    holders: list[tuple[str | None, Timetable | None]] = [(None, dataset.site.hall.timetable)]
    holders += [(window.id, window.timetable) for window in dataset.windows]
    for window_id, timetable in holders:
        for one in exceptions_of(timetable):
            yield ClosedDays(one.since, one.until, one.reason, one.spans, window_id)
    for notice, closure in announcements(dataset):
        window = dataset.window(closure.window) if closure.window else None
        if window or not closure.window:
            until = closure.until or closure.since
            yield ClosedDays(closure.since, until, notice.title, (), window.id if window else None, notice.id)
    yield from _holidays(dataset, today, last)


def _holidays(dataset: Dataset, today: date, last: date) -> Iterator[ClosedDays]:
    """The holidays between two days on which the hall is closed for certain though the day of the week is not."""
    hours, calendar = hours_of_hall(dataset), calendar_of(dataset.holidays)
    day = today
    while hours and day <= last:
        name, until = calendar.holiday(day), day
        while name and calendar.holiday(until + timedelta(days=1)) == name:
            until += timedelta(days=1)
        days = [day + timedelta(days=number) for number in range((until - day).days + 1)]
        opened = [(open_on(hours, one, calendar), hours.week_on(one).days[one.weekday()]) for one in days]
        if name and any(usual for _, usual in opened) and not any(one.spans or not one.certain for one, _ in opened):
            yield ClosedDays(_first_of(name, day, calendar), until, name)
        day = until + timedelta(days=1)


def _first_of(name: str, day: date, calendar: Calendar) -> date:
    """The first day of a holiday in which ``day`` lies."""
    while calendar.holiday(day - timedelta(days=1)) == name:
        day -= timedelta(days=1)
    return day


class ClosureLine(NamedTuple):
    """What residents are told of a closure. ``notice`` is the id of the notice that says more, if there is one."""

    since: date
    until: date
    text: str
    notice: str | None


def closure_lines(dataset: Dataset, today: date, window_id: str | None = None) -> tuple[ClosureLine, ...]:
    """The closures of the next days in words: of the hall and of all windows, or of the hall and one window."""
    return tuple(
        ClosureLine(one.since, one.until, closure_words(one, dataset), one.notice)
        for one in closures(dataset, today)
        if window_id is None or one.window in (None, window_id)
    )


def closure_words(one: ClosedDays, dataset: Dataset) -> str:
    """民政救济窗口 12月31日（周四）9:00—12:00（年终盘点）."""
    window = dataset.window(one.window) if one.window else None
    days = (
        _day(one.since)
        if one.since == one.until
        else OPENING["between"].format(first=_day(one.since), last=_day(one.until))
    )
    return OPENING["closure"].format(
        who=OPENING["of_window"].format(name=window.name) if window else "",
        days=days,
        what=OPENING["only"].format(times=spans_words(one.spans)) if one.spans else OPENING["closed"],
        reason=OPENING["because"].format(reason=one.reason) if one.reason else "",
    )


def _day(day: date) -> str:
    return OPENING["day"].format(month=day.month, day=day.day, weekday=WEEKDAYS[day.weekday()])
