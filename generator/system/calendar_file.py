"""Calendars (iCalendar, RFC 5545) whose bytes follow from their events, and make nobody busy.

There is no time of writing: the stamp of an event is a day that its data is of.
"""

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard

__all__ = ["Calendar", "Event", "calendar", "put", "reminder", "spanning", "whole_days", "zone"]

_ZONE = "Asia/Shanghai"
_DAY = timedelta(days=1)
_PRODUCT = "-//gongshi//{}//ZH"


def calendar(about: str) -> Calendar:
    """A calendar without events."""
    made = Calendar()
    made.add("prodid", _PRODUCT.format(about))
    made.add("version", "2.0")
    return made


def whole_days(first: date, last: date, words: str) -> Event:
    """An event from the ``first`` to the ``last`` day; what never ends has to end a day before the calendar does."""
    return spanning(first, min(last, date.max - _DAY) + _DAY, words)


def spanning(begin: date, end: date, words: str) -> Event:
    """An event from one day or moment to another."""
    event = Event()
    event.add("summary", words)
    event.add("dtstart", begin)
    event.add("dtend", end)
    return event


def reminder(words: str, after: timedelta) -> Alarm:
    """A reminder that is shown so long after the beginning of its event; a negative time is before."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", after)
    return alarm


def zone() -> Timezone:
    """China's time, which has been eight hours ahead all year round since 1992."""
    made = Timezone()
    made.add("tzid", _ZONE)
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1992, 1, 1))
    standard.add("tzname", "CST")
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=8))
    made.add_component(standard)
    return made


def put(made: Calendar, event: Event, uid: str, stamp: date) -> None:
    """Put ``event`` into the calendar, under an id that follows from what it is about."""
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(stamp, time(), UTC))
    event.add("transp", "TRANSPARENT")
    made.add_component(event)
