"""The days on which something has to be published, as a calendar (RFC 5545) with reminders for phones and computers.

Whole-day events, because few calendars of phones show tasks. An overdue duty stands on the day that was asked about.
The same bytes on the same day: ids are made of catalogue, row and day, and there is no time of writing.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from generator.duties.duty import Duty
from generator.texts.duties import CALENDAR

REMINDER_DAYS = (7, 1)
"""So many days before the last day a reminder comes; and in the morning of the last day."""
_MORNING = timedelta(hours=9)


def calendar(found: tuple[Duty, ...], hall: str, today: date) -> bytes:
    """The calendar of all duties that are due on a day."""
    made = Calendar()
    made.add("prodid", "-//gongshi//duties//ZH")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", CALENDAR["name"].format(hall=hall))
    for duty in found:
        if duty.due:
            made.add_component(_event(duty, duty.due, today))
    data: bytes = made.to_ical()
    return data


def _event(duty: Duty, due: date, today: date) -> Event:
    item = " ".join(duty.row.item.split())
    day = max(due, today)
    event = Event()
    event.add("uid", f"{duty.id}-{due.isoformat()}@gongshi")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    summary = CALENDAR["overdue" if due < today else "summary"].format(item=item)
    event.add("summary", summary)
    event.add("description", "\n".join(_described(duty)))
    event.add("transp", "TRANSPARENT")
    for days in REMINDER_DAYS if due > today else ():
        event.add_component(_alarm(CALENDAR["reminder"].format(days=days, item=item), timedelta(days=-days) + _MORNING))
    event.add_component(_alarm(CALENDAR["today"].format(item=item) if due >= today else summary, _MORNING))
    return event


def _alarm(words: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", before)
    return alarm


def _described(duty: Duty) -> Iterator[str]:
    """Why it is due, and what the catalogue says of it."""
    row = duty.row
    said = {"limit": row.limit, "basis": row.basis, "channels": "、".join(row.channels)}
    yield duty.why
    yield from (CALENDAR[key].format(words=" ".join(words.split())) for key, words in said.items() if words)
