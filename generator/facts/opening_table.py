"""When something is open, as a table that a browser computes with: ``opening_at`` here and ``opening.js`` do the same.

A table is plain JSON, for days from ``first`` to ``last``, as numbers of days since 1970-01-01 in China's time:

- ``weeks``: ``[[from, [spans of Monday, …, spans of Sunday]], …]``, each from a day on until the next one begins;
- ``days``: ``{day: [spans, reason, certain]}`` for the days that differ from their week; ``certain`` is 0 or 1;
- spans are ``[[opens, closes], …]`` in minutes after midnight; at ``closes`` it is closed.

The algorithm, for a day and a minute: outside the table nothing is known. On a day that is not certain it is not known
whether it is open. Else it is open within a span. The next opening is the first span that begins later, on a certain
day within the next 31; it is None where a day in between is not certain. Between two spans of one day it is a break.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple, TypedDict

from generator.facts.opening import Hours, open_on
from generator.facts.workdays import Calendar
from generator.model.day_times import Span, Week

_EPOCH = date(1970, 1, 1).toordinal()
_AHEAD = 31
"""So many days ahead the next opening is looked for."""

Spans = list[list[int]]


class Table(TypedDict):
    """See the docstring of the module."""

    first: int
    last: int
    weeks: list[tuple[int, list[Spans]]]
    days: dict[str, tuple[Spans, str, int]]


class State(NamedTuple):
    """Whether it is open (None: not known), until which minute of the day, and when it opens next (day, minute).

    ``pause`` is True between two spans of a day. ``reason`` says why the day is not as usual.
    """

    open: bool | None
    until: int | None
    next: tuple[int, int] | None
    pause: bool
    reason: str


def day_number(day: date) -> int:
    """The number of a day in tables."""
    return day.toordinal() - _EPOCH


def numbered_day(number: int) -> date:
    """The day with this number in tables."""
    return date.fromordinal(number + _EPOCH)


@lru_cache(maxsize=64)
def opening_table(hours: Hours, first: date, days: int, calendar: Calendar) -> Table:
    """The table of ``hours`` for ``days`` days from ``first`` on. It is shared, and nobody changes it."""
    weeks: list[tuple[int, list[Spans]]] = []
    others: dict[str, tuple[Spans, str, int]] = {}
    for day in (first + timedelta(days=number) for number in range(days)):
        week = _spans_of(hours.week_on(day))
        if not weeks or weeks[-1][1] != week:
            weeks.append((day_number(day), week))
        found = open_on(hours, day, calendar)
        spans = _spans(found.spans)
        if spans != week[day.weekday()] or not found.certain or found.reason:
            others[str(day_number(day))] = (spans, found.reason or "", int(found.certain))
    return {"first": day_number(first), "last": day_number(first) + days - 1, "weeks": weeks, "days": others}


def weeks_of(table: Table) -> Iterator[tuple[int, int, list[Spans]]]:
    """The first and the last day of each week of ``table``, and the spans of its days."""
    lasts = (*(begins - 1 for begins, _ in table["weeks"][1:]), table["last"])
    for (begins, week), last in zip(table["weeks"], lasts, strict=True):
        yield begins, last, week


def usual_spans(table: Table, day: int) -> Spans:
    """The spans of a day by its week alone."""
    week = next(spans for begins, spans in reversed(table["weeks"]) if begins <= day)
    return week[(day + 3) % 7]  # 1970-01-01 was a Thursday


def opening_at(table: Table, day: int, minute: int) -> State:
    """Whether it is open at a minute of a day; see the docstring of the module."""
    if not table["first"] <= day <= table["last"]:
        return State(None, None, None, False, "")
    spans, reason, certain = _on(table, day)
    if not certain:
        return State(None, None, None, False, reason)
    now = next((span for span in spans if span[0] <= minute < span[1]), None)
    later = next((span for span in spans if span[0] > minute), None)
    pause = now is None and later is not None and any(span[1] <= minute for span in spans)
    following = (day, later[0]) if later else _next(table, day)
    return State(now is not None, now[1] if now else None, following, pause, reason)


def _next(table: Table, day: int) -> tuple[int, int] | None:
    for one in range(day + 1, min(day + _AHEAD, table["last"]) + 1):
        spans, _, certain = _on(table, one)
        if not certain:
            return None
        if spans:
            return one, spans[0][0]
    return None


def _on(table: Table, day: int) -> tuple[Spans, str, int]:
    if other := table["days"].get(str(day)):
        return other
    return usual_spans(table, day), "", 1


def _spans_of(week: Week) -> list[Spans]:
    return [_spans(day) for day in week.days]


def _spans(spans: tuple[Span, ...]) -> Spans:
    return [list(span) for span in spans]
