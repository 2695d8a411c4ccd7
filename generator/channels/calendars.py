"""Calendars (iCalendar, RFC 5545) that residents subscribe to: opening hours with closures, and the days of notices.

Hours are what ``facts.opening_table`` says: each span of a week is an event that repeats, without the days on which it
is otherwise; make-up days and other times are events of their own, and days without service are events of a whole day.
A day of which nobody knows yet is neither open nor closed: it says so. Nothing follows from the moment of the build:
the stamp of an event is the day that its data is of, and its UID, the address of the site and a path, follows from the
record; the older form, with an @ before the host, is an e-mail address to the gate and to some programs.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from generator.facts.opening_table import Table, day_number, numbered_day, usual_spans, weeks_of
from generator.model.posting import Notice
from generator.site import addresses
from generator.system.on_demand import load
from generator.texts.channels_calendar import CALENDAR

if TYPE_CHECKING:
    from generator.system.calendar_file import Calendar, Event

_ZONE = ZoneInfo("Asia/Shanghai")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ASK_AGAIN = timedelta(days=1)
_IN_URL = ":/?#[]@!$&'()*+,;=%"
_NOWHERE = "gongshi.invalid"
"""What the UIDs of a site without an address begin with."""


class Subject(NamedTuple):
    """What is open: a key for UIDs (hall, window-3), its name, and the full address of its page."""

    key: str
    name: str
    url: str | None = None


class _Run(NamedTuple):
    """Days on end that are alike: the key of the words for them, why, and their numbers."""

    kind: str
    reason: str
    first: int
    last: int


def hours_calendar(subject: Subject, table: Table, site_url: str | None) -> bytes:
    """The calendar of the hours in ``table``."""
    made = _calendar(CALENDAR["hours"].format(name=subject.name), with_times=True)
    stamp, base = numbered_day(table["first"]), _base(site_url)
    for uid, event in chain.from_iterable(make(subject, table) for make in (_usual, _other_times, _closed)):
        _finish(made, event, f"{base}/{subject.key}/{uid}", stamp, subject.url)
    return bytes(made.to_ical())


def notices_calendar(hall: str, notices: Iterable[Notice], site_url: str | None) -> bytes:
    """The days of ``notices`` by their titles, which name nobody."""
    made = _calendar(CALENDAR["notices"].format(name=hall), with_times=False)
    base = _base(site_url)
    for notice in notices:
        event = _whole_days(notice.since, notice.until, _notice_words(notice))
        url = site_url + addresses.page(addresses.NOTICES, notice.id) if site_url else None
        _finish(made, event, f"{base}/{addresses.NOTICES}{notice.id}", notice.issued or notice.since, url)
    return bytes(made.to_ical())


def _notice_words(notice: Notice) -> str:
    return CALENDAR["notice"].format(kind=notice.kind, title=notice.title)


def _usual(subject: Subject, table: Table) -> Iterator[tuple[str, "Event"]]:
    """An event for each span of each week, which repeats on the days of the week that have it."""
    for first, last, week in weeks_of(table):
        for opens, closes in sorted({(one[0], one[1]) for spans in week for one in spans}):
            weekdays = [number for number, spans in enumerate(week) if [opens, closes] in spans]
            days = [day for day in map(numbered_day, range(first, last + 1)) if day.weekday() in weekdays]
            if not days:
                continue
            event = _timed(days[0], opens, closes, CALENDAR["open"].format(name=subject.name))
            names = [_WEEKDAYS[number] for number in weekdays]
            until = _moment(numbered_day(last), 24 * 60 - 1).astimezone(UTC)
            event.add("rrule", {"freq": "weekly", "until": until, "byday": names})
            left_out = [_moment(day, opens) for day in days if not _is_kept(table, day, [opens, closes])]
            if left_out:
                event.add("exdate", left_out)
            end = "on" if last == table["last"] else f"{numbered_day(last):%Y%m%d}"
            yield f"{''.join(names)}-{opens}-{closes}-{end}".lower(), event


def _is_kept(table: Table, day: date, span: list[int]) -> bool:
    other = table["days"].get(str(day_number(day)))
    return other is None or (bool(other[2]) and span in other[0])


def _other_times(subject: Subject, table: Table) -> Iterator[tuple[str, "Event"]]:
    """The spans of single days that their week does not have."""
    for key, (spans, reason, certain) in table["days"].items():
        day, usual = numbered_day(int(key)), usual_spans(table, int(key))
        for opens, closes in (span for span in spans if certain and span not in usual):
            words = _because(CALENDAR["open"].format(name=subject.name), reason)
            yield f"{day:%Y%m%d}-{opens}-{closes}", _timed(day, opens, closes, words)


def _closed(subject: Subject, table: Table) -> Iterator[tuple[str, "Event"]]:
    """Runs of days without service, and of days of which nothing is known; days that rest anyway do not end a run."""
    runs: list[_Run] = []
    for key, (spans, reason, certain) in table["days"].items():
        number = int(key)
        if certain and (spans or not usual_spans(table, number)):
            continue
        kind, before = "closed" if certain else "unsettled", runs[-1] if runs else None
        goes_on = before and (before.kind, before.reason) == (kind, reason)
        if before and goes_on and not any(usual_spans(table, one) for one in range(before.last + 1, number)):
            runs[-1] = before._replace(last=number)
        else:
            runs.append(_Run(kind, reason, number, number))
    for run in runs:
        words = _because(CALENDAR[run.kind].format(name=subject.name), run.reason)
        first, last = numbered_day(run.first), numbered_day(run.last)
        yield f"{run.kind}-{first:%Y%m%d}", _whole_days(first, last, words)


def _because(what: str, reason: str) -> str:
    return CALENDAR["because"].format(what=what, reason=reason) if reason else what


# --- events -----------------------------------------------------------------------------------------------------------


def _files() -> ModuleType:
    return load("generator.system.calendar_file")


def _calendar(name: str, with_times: bool) -> "Calendar":
    made: Calendar = _files().calendar("calendar")
    made.add("name", name)
    made.add("x-wr-calname", name)
    made.add("refresh-interval", _ASK_AGAIN, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "P1D")
    if with_times:
        made.add_component(_files().zone())
    return made


def _timed(day: date, opens: int, closes: int, words: str) -> "Event":
    event: Event = _files().spanning(_moment(day, opens), _moment(day, closes), words)
    return event


def _whole_days(first: date, last: date, words: str) -> "Event":
    event: Event = _files().whole_days(first, last, words)
    return event


def _finish(made: "Calendar", event: "Event", uid: str, stamp: date, url: str | None) -> None:
    if url:
        event.add("url", quote(url, safe=_IN_URL))  # RFC 3986: ASCII alone, also where the site has a Chinese address
    _files().put(made, event, uid, stamp)


def _moment(day: date, minutes: int) -> datetime:
    """A minute of a day; 24:00 is the next one's first."""
    return datetime.combine(day, time(), _ZONE) + timedelta(minutes=minutes)


def _base(site_url: str | None) -> str:
    """What UIDs begin with: host and folder of the site, because the halls of a county may have one host."""
    parts = urlsplit(site_url or "")
    return f"{parts.hostname}{parts.path.rstrip('/')}" if parts.hostname else _NOWHERE
