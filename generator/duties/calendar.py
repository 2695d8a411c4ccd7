"""The days on which something has to be published, as a calendar (RFC 5545) with reminders for phones and computers.

Whole-day events, because few calendars of phones show tasks. An overdue duty stands on the day that was asked about.
The same bytes on the same day: ids are made of catalogue, row and day, and there is no time of writing.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.duties.duty import Duty
from generator.system import calendar_file
from generator.system.calendar_file import Event, reminder, whole_days
from generator.texts.duties import CALENDAR

REMINDER_DAYS = (7, 1)
"""So many days before the last day a reminder comes; and in the morning of the last day."""
_MORNING = timedelta(hours=9)


def calendar(found: tuple[Duty, ...], hall: str, today: date) -> bytes:
    """The calendar of all duties that are due on a day."""
    made = calendar_file.calendar("duties")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", CALENDAR["name"].format(hall=hall))
    for duty in found:
        if duty.due:
            event = _event(duty, duty.due, today)
            calendar_file.put(made, event, f"{duty.id}-{duty.due.isoformat()}@gongshi", today)
    data: bytes = made.to_ical()
    return data


def _event(duty: Duty, due: date, today: date) -> Event:
    item = " ".join(duty.row.item.split())
    day = max(due, today)
    summary = CALENDAR["overdue" if due < today else "summary"].format(item=item)
    event = whole_days(day, day, summary)
    event.add("description", "\n".join(_described(duty)))
    for days in REMINDER_DAYS if due > today else ():
        words = CALENDAR["reminder"].format(days=days, item=item)
        event.add_component(reminder(words, timedelta(days=-days) + _MORNING))
    event.add_component(reminder(CALENDAR["today"].format(item=item) if due >= today else summary, _MORNING))
    return event


def _described(duty: Duty) -> Iterator[str]:
    """Why it is due, and what the catalogue says of it."""
    row = duty.row
    said = {"limit": row.limit, "basis": row.basis, "channels": "、".join(row.channels)}
    yield duty.why
    yield from (CALENDAR[key].format(words=" ".join(words.split())) for key, words in said.items() if words)
