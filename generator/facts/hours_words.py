"""The hours of a hall, a window or a service in words: those that were written, else those of its timetable."""

from collections.abc import Iterable, Iterator

from generator.facts.opening import Hours, hours_of
from generator.model import Hall, Window
from generator.model.day_times import WEEKDAYS, Span, Week
from generator.model.timetable import Timetable
from generator.texts.opening import OPENING


def hours_words(words: str | None, timetable: Timetable | None) -> str | None:
    """``words`` where there are some, else what the timetable says; with the hours online, if it has them."""
    hours = None if words or timetable is None else hours_of(timetable, None)
    online = timetable.online if timetable else None
    parts = [words, OPENING["lines"].join(hours_lines(hours)) if hours else None, online]
    return OPENING["lines"].join(filter(None, parts)) or None


def hall_hours(hall: Hall) -> str | None:
    """The hours of the hall in words."""
    return hours_words(hall.hours, hall.timetable)


def window_hours(window: Window, hall: Hall) -> str | None:
    """The hours of a window in words: its own, else the hall's."""
    return hours_words(window.hours, window.timetable) or hall_hours(hall)


def spans_words(spans: Iterable[Span]) -> str:
    """9:00—12:00，13:30—17:00."""
    return OPENING["comma"].join(
        OPENING["time"].format(opens=_clock(span.opens), closes=_clock(span.closes)) for span in spans
    )


def hours_lines(hours: Hours) -> Iterator[str]:
    """Hours that are counted with, a line a group of days, then what holds on holidays, then the seasons."""
    yield from _week(hours.week)
    for season in hours.seasons:
        week = OPENING["comma"].join(_week(season.week._replace(holidays=None, make_up=None)))
        yield OPENING["season"].format(since=season.since, until=season.until, week=week)


def _week(week: Week) -> Iterator[str]:
    by_spans: dict[tuple[Span, ...], list[int]] = {}
    for day, spans in enumerate(week.days):
        if spans:
            by_spans.setdefault(spans, []).append(day)
    for spans, days in by_spans.items():
        yield OPENING["line"].format(days=_days(days), times=spans_words(spans))
    if week.holidays is not None:
        yield OPENING["holidays_too" if week.holidays else "no_holidays"]
    if week.make_up:
        yield OPENING["make_up_too"]


def _days(days: list[int]) -> str:
    if len(days) == len(WEEKDAYS):
        return OPENING["every_day"]
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return OPENING["days_between"].format(first=WEEKDAYS[days[0]], last=WEEKDAYS[days[-1]])
    return OPENING["and"].join(OPENING["days"].format(day=WEEKDAYS[day]) for day in days)


def _clock(minutes: int) -> str:
    """9:00, and 02:30 at night, which 2:30 might not be."""
    hour = minutes // 60
    return OPENING["clock"].format(hour=f"{hour:02}" if 1 <= hour <= 5 else hour, minute=minutes % 60)
