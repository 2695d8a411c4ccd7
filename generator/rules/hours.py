"""Rules about opening hours: whether the program can count with them, and whether they say one thing."""

from collections.abc import Iterator
from datetime import date

from generator.content.explain import why_unread
from generator.content.problems import quote
from generator.facts.opening import hours_of
from generator.model import Dataset, Hall, Place, Service, Window
from generator.model.day_times import Unread, read_week, week_or_why
from generator.rules.finding import Finding, services_offered

_Holder = Hall | Window | Service


def hours_can_be_counted_with(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Hours are words that the program reads, or stand in a timetable, so that residents are told when it is open."""
    for holder, place, title in _holders(dataset):
        weekly = holder.timetable.weekly if holder.timetable else ()
        found = None if weekly or not holder.hours else week_or_why(holder.hours)
        if holder.hours and isinstance(found, Unread):
            values = {"title": title, "value": quote(holder.hours), "why": why_unread(found)}
            yield Finding("hours/words", place / "hours", values)


def hours_say_one_thing(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Words and timetable of one place do not tell different weeks."""
    for holder, place, title in _holders(dataset):
        words = read_week(holder.hours or "")
        table = hours_of(holder.timetable, None)
        if words and table and words.days != table.week.days:
            yield Finding("hours/differ", place / "hours", {"title": title})


def _holders(dataset: Dataset) -> Iterator[tuple[_Holder, Place, str]]:
    """Everything that has hours, its place, and what its hours are called."""
    hall, place = dataset.site.hall, Place("site.yml", ("hall",))
    yield hall, place, _title(hall)
    for number, window in enumerate(dataset.windows):
        yield window, Place("windows.yml", ("windows", number)), _title(window)
    for service, own in services_offered(dataset):
        yield service, own, _title(service)


def _title(holder: _Holder) -> str:
    return type(holder).model_fields["hours"].title or ""


RULES = (hours_can_be_counted_with, hours_say_one_thing)
