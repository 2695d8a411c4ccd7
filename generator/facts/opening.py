"""When a hall, a window or a service is open: on a day, at a time, and when next.

Taken from timetables, and where there is none from words that can be read (``model.day_times``); from the official
calendar, make-up days included (``workdays``); and from notices that say when nobody serves. How a day is decided:

1. An exception for the day holds before all else: one that closes before one that has other times, that of the hall
   before that of the window.
2. On a holiday, weekends within it included, it is as ``holidays`` says. On a weekend day that the State Council made a
   working day and that has no hours of its own, it is as ``make_up`` says, with the hours of the first day of the week.
3. Else the day of the week decides, in the season if there is one.

Where the words do not say what 2 asks, and where the holidays near the day are not announced yet, the day is not
``certain``: nobody is told that it is open, nor that it is not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from generator.facts.workdays import Calendar
from generator.model import Dataset, Service, Window
from generator.model.day_times import Span, Week, read_week
from generator.model.posting import Closure, Notice
from generator.model.timetable import HoursException, Season, Timetable, read_exception, read_season
from generator.texts.opening import OPENING


@dataclass(frozen=True)
class Hours:
    """When something is open: its usual week, its seasons, and what differs on single days."""

    week: Week
    seasons: tuple[Season, ...] = ()
    exceptions: tuple[HoursException, ...] = ()

    def week_on(self, day: date) -> Week:
        """The week that holds on ``day``: that of a season, with what the usual one says of holidays."""
        today = (day.month, day.day)
        for season in self.seasons:
            after, before = today >= season.since, today <= season.until
            if (after and before) if season.since <= season.until else (after or before):
                return season.week._replace(holidays=self.week.holidays, make_up=self.week.make_up)
        return self.week


class OpenDay(NamedTuple):
    """When it is open on a day; why that is not as usual; and whether that is known for certain."""

    spans: tuple[Span, ...]
    reason: str | None = None
    certain: bool = True


def hours_of_hall(dataset: Dataset) -> Hours | None:
    """The hours of the hall; None where they cannot be counted with."""
    return _with(_usual_hours(dataset), _announced(dataset, None))


def hours_of_window(window: Window, dataset: Dataset) -> Hours | None:
    """The hours of a window: its own, else the hall's; closed when the hall is."""
    hall = _usual_hours(dataset)
    own = hours_of(window.timetable, window.hours, hall)
    return _with(own, exceptions_of(dataset.site.hall.timetable), _announced(dataset, window))


def hours_of_service(service: Service, dataset: Dataset) -> Hours | None:
    """The hours of a service: its own, else those of its window, else the hall's."""
    window = dataset.window(service.window)
    usual = hours_of_window(window, dataset) if window else hours_of_hall(dataset)
    if not (service.timetable or service.hours):
        return usual
    others = (dataset.site.hall.timetable, window.timetable if window else None)
    own = hours_of(service.timetable, service.hours, usual)
    return _with(own, *map(exceptions_of, others), _announced(dataset, window))


def hours_of(timetable: Timetable | None, words: str | None, usual: Hours | None = None) -> Hours | None:
    """The hours that a timetable tells; where it has no week the words, where there are none the hours that are usual.

    None where there are words that cannot be read.
    """
    lines = timetable.weekly if timetable else ()
    if lines or words:
        week = read_week("\n".join(lines) or words or "")
        usual = Hours(week) if week else None
    if usual is None or timetable is None:
        return usual
    holidays, make_up = timetable.open_on_holidays, timetable.open_on_make_up
    week = usual.week
    week = Week(
        week.days, week.holidays if holidays is None else holidays, week.make_up if make_up is None else make_up
    )
    seasons = tuple(season for line in timetable.seasons if (season := read_season(line)))
    return Hours(week, seasons or usual.seasons, exceptions_of(timetable))


def _usual_hours(dataset: Dataset) -> Hours | None:
    """The hours of the hall, without what notices say."""
    return hours_of(dataset.site.hall.timetable, dataset.site.hall.hours)


def open_on(hours: Hours, day: date, calendar: Calendar) -> OpenDay:
    """When it is open on ``day``."""
    for one in hours.exceptions:
        if one.since <= day <= one.until:
            return OpenDay(one.spans, one.reason)
    week = hours.week_on(day)
    usual = week.days[day.weekday()]
    if holiday := calendar.holiday(day):
        return _on_holiday(usual, holiday, week.holidays)
    unmoved = week.holidays is True if usual else week.make_up is False
    if day.weekday() > 4 and not usual and not calendar.rests(day):
        spans = next(filter(None, week.days), ())
        return OpenDay(spans if week.make_up else (), OPENING["make_up"], week.make_up is not None)
    return OpenDay(usual, None, unmoved or calendar.is_settled(day))


def _on_holiday(usual: tuple[Span, ...], holiday: str, is_open: bool | None) -> OpenDay:
    """A day of a holiday; where nobody has said what holds then, only a day without hours is certain."""
    if is_open is None:
        return OpenDay(usual, holiday, not usual)
    return OpenDay(usual if is_open else (), holiday)


def _announced(dataset: Dataset, window: Window | None) -> tuple[HoursException, ...]:
    """What notices say of the hall, and of ``window``."""
    return tuple(
        HoursException(closure.since, closure.until or closure.since, (), notice.title)
        for notice, closure in announcements(dataset)
        if not closure.window or (window and dataset.window(closure.window) == window)
    )


def announcements(dataset: Dataset) -> Iterator[tuple[Notice, Closure]]:
    """The notices that say when nobody serves; one that was withdrawn says it no more."""
    for notice in dataset.notices.values():
        if notice.closure and not notice.withdrawn:
            yield notice, notice.closure


def exceptions_of(timetable: Timetable | None) -> tuple[HoursException, ...]:
    """The exceptions of a timetable, in order."""
    lines = timetable.exceptions if timetable else ()
    return tuple(one for line in lines if (one := read_exception(line)))


def _with(hours: Hours | None, *exceptions: Iterable[HoursException]) -> Hours | None:
    """``hours`` with more exceptions; days without any hours come first, since they close whatever else is said."""
    if hours is None:
        return None
    everything = dict.fromkeys((*hours.exceptions, *(one for group in exceptions for one in group)))
    return replace(hours, exceptions=tuple(sorted(everything, key=lambda one: bool(one.spans))))
