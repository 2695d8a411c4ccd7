"""Calendars, read back with libraries that we did not write."""

from datetime import date, datetime, timedelta
from urllib.parse import unquote

import icalendar
import pytest
import recurring_ical_events
from content_builder import TODAY
from rules.dataset_builder import NOTICE, Changes, content

from generator.channels.calendars import Subject, hours_calendar, notices_calendar
from generator.facts.opening import Hours, hours_of_hall, open_on
from generator.facts.opening_table import opening_table
from generator.facts.services import shown_notices
from generator.facts.workdays import calendar_of
from generator.model import Dataset

URL = "https://www.zixu.example/dating/"
FIRST, DAYS = date(2026, 1, 1), 430
YEAR = [FIRST + timedelta(days=number) for number in range(365)]
HALL = "子虚镇便民服务大厅"

TIMETABLES: dict[str, dict[str, object]] = {
    "plain": {"weekly": ["周一至周五 9:00-12:00，13:30-17:00"], "holidays": "休息", "make_up": "上班"},
    "two weeks": {
        "weekly": ["周一至周五 9:00-12:00，13:30-17:00", "周六 9:00-12:00"],
        "seasons": ["06-01至09-30 周一至周五 8:30-12:00，15:00-18:00"],
        "holidays": "休息",
        "make_up": "休息",
        "exceptions": [
            "2026-03-02至2026-03-04 休息（搬家）",
            "2026-07-06 8:30-12:00（集中学习）",
            "2026-08-01 9:00-11:00",
        ],
    },
    "always": {"weekly": ["每天 0:00-24:00"], "holidays": "照常"},
    "holidays unsaid": {"weekly": ["周一至周四 9:00-12:00"]},
    "winter over New Year": {"weekly": ["周二 9:00-10:00"], "seasons": ["11-15至02-15 周三、周四 10:00-11:00"]},
}


def dataset(timetable: dict[str, object], changes: Changes | None = None) -> Dataset:
    hall = {"name": HALL, "timetable": timetable}
    return content({"site.yml": {"hall": hall}, **(changes or {})})


def hall_hours(of: Dataset) -> Hours:
    hours = hours_of_hall(of)
    assert hours
    return hours


def made(of: Dataset, first: date = FIRST, url: str | None = URL) -> bytes:
    table = opening_table(hall_hours(of), first, DAYS, calendar_of(of.holidays))
    return hours_calendar(Subject("hall", HALL, url), table, url)


def seen(data: bytes, first: date, last: date) -> list[icalendar.Event]:
    """What a reader of the calendar sees between two days, each time that an event repeats."""
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(data))
    return list(query.between(first, last + timedelta(days=1)))


def times_by_day(data: bytes, first: date, last: date) -> dict[date, list[tuple[int, int]]]:
    """Day -> from which to which minute it is open, in order."""
    found: dict[date, list[tuple[int, int]]] = {}
    for event in seen(data, first, last):
        opens, closes = event["DTSTART"].dt, event["DTEND"].dt
        if isinstance(opens, datetime):
            minutes = opens.hour * 60 + opens.minute
            length = int((closes - opens).total_seconds()) // 60
            found.setdefault(opens.date(), []).append((minutes, minutes + length))
    return {day: sorted(spans) for day, spans in sorted(found.items()) if first <= day <= last}


def open_times(data: bytes, day: date) -> list[tuple[int, int]]:
    return times_by_day(data, day, day).get(day, [])


def said(data: bytes, day: date) -> list[str]:
    """What is told of the whole of ``day``."""
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).at(day)
    return [str(event["SUMMARY"]) for event in events if not isinstance(event["DTSTART"].dt, datetime)]


@pytest.mark.parametrize("name", TIMETABLES)
def test_a_reader_sees_the_hall_open_when_it_is(name: str) -> None:
    """On each day of a year the calendar has the times that ``facts.opening`` has; on an uncertain day it has none."""
    of = dataset(TIMETABLES[name])
    data, hours, calendar = made(of), hall_hours(of), calendar_of(of.holidays)

    found = {day: open_on(hours, day, calendar) for day in YEAR}
    expected = {day: list(one.spans) for day, one in found.items() if one.certain and one.spans}
    assert times_by_day(data, YEAR[0], YEAR[-1]) == expected
    assert len(expected) > 40


def test_days_without_service_say_why() -> None:
    """A closure, a holiday with its weekend, other times and a make-up day are told with their reason."""
    data = made(dataset(TIMETABLES["two weeks"]))

    assert said(data, date(2026, 3, 3)) == [f"{HALL}休息（搬家）"]
    assert said(data, date(2026, 10, 1)) == [f"{HALL}休息（国庆节）"]
    assert said(data, date(2026, 3, 5)) == []
    (only,) = seen(data, date(2026, 7, 6), date(2026, 7, 6))
    assert (str(only["SUMMARY"]), open_times(data, date(2026, 7, 6))) == (f"{HALL}开门", [(510, 720)])


def test_make_up_day_is_open_and_says_so() -> None:
    """A Sunday that the State Council made a working day has the hours of a Monday."""
    data = made(dataset(TIMETABLES["plain"]))
    day = next(one for one in YEAR if one.weekday() == 6 and not calendar_of(()).rests(one))

    assert open_times(data, day) == [(540, 720), (810, 1020)]
    assert {str(event["SUMMARY"]) for event in seen(data, day, day)} == {f"{HALL}开门（调休上班日）"}


def test_day_of_which_nobody_knows_is_neither_open_nor_closed() -> None:
    """The holiday itself is told, and of the days near it that are not announced, that they are not known."""
    data = made(dataset(TIMETABLES["plain"]), date(2027, 9, 1))

    assert open_times(data, date(2027, 9, 29)) == []
    assert said(data, date(2027, 9, 29)) == [f"{HALL}开不开门还没有定"]
    assert said(data, date(2027, 10, 1)) == [f"{HALL}休息（国庆节）"]


def test_notice_of_a_closure_closes_the_hall() -> None:
    """A notice that says when nobody serves is in the calendar under its title; withdrawn, it is not."""
    closure = {"title": "停电停办", "closure": {"from": "2026-11-23", "until": "2026-11-24"}}
    closed = made(dataset(TIMETABLES["plain"], {NOTICE: closure}))
    withdrawn = {**closure, "withdrawn": {"on": "2026-11-19", "reason": "不停了"}}

    assert open_times(closed, date(2026, 11, 24)) == []
    assert said(closed, date(2026, 11, 24)) == [f"{HALL}休息（停电停办）"]
    assert open_times(made(dataset(TIMETABLES["plain"], {NOTICE: withdrawn})), date(2026, 11, 24)) != []


def test_calendar_is_the_same_all_month_and_its_keys_stay() -> None:
    """Stamps and UIDs follow from the data: no two events share one, and usual hours keep theirs in the next month."""
    of = dataset(TIMETABLES["two weeks"])
    calendar, later = (icalendar.Calendar.from_ical(made(of, day)) for day in (FIRST, date(2026, 2, 1)))
    uids = [str(event["UID"]) for event in calendar.events]

    assert made(of) == made(of)
    assert len(uids) == len(set(uids)) and all(uid.startswith("www.zixu.example/dating/hall/") for uid in uids)
    assert {event["DTSTAMP"].dt.date() for event in calendar.events} == {FIRST}
    weekly = {str(event["UID"]) for event in calendar.events if "RRULE" in event}
    assert weekly <= {str(event["UID"]) for event in later.events}


def test_calendar_brings_its_time_zone_and_fits_its_lines() -> None:
    """Times are China's, which the file itself explains; no line is over 75 bytes, and each ends as RFC 5545 says."""
    data = made(dataset(TIMETABLES["two weeks"]))
    lines = data.split(b"\r\n")

    assert b"BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n" in data
    assert lines[-1] == b"" and not any(b"\n" in line or len(line) > 75 for line in lines)
    assert b"@" not in data


def test_halls_of_one_host_have_keys_of_their_own() -> None:
    """Whoever subscribes to the hours of two halls of a county sees both."""
    of = dataset(TIMETABLES["plain"])
    one, other = (
        {str(event["UID"]) for event in icalendar.Calendar.from_ical(made(of, url=url)).events}
        for url in ("https://county.example/a/", "https://county.example/b/")
    )

    assert one and not one & other


def test_links_of_a_chinese_address_are_in_ascii() -> None:
    """The value of URL is a URI of RFC 3986, which programs open as the address that it is."""
    of = content()
    data = notices_calendar(HALL, shown_notices(of, TODAY), "https://政务.example/乡镇/")
    (event,) = icalendar.Calendar.from_ical(data).events

    assert unquote(str(event["URL"])) == "https://政务.example/乡镇/notices/dibao-2026-11/"
    assert str(event["URL"]).isascii()


def test_site_without_address_has_a_calendar_too() -> None:
    """Its events have no link, and a host that nobody has."""
    calendar = icalendar.Calendar.from_ical(made(dataset(TIMETABLES["plain"]), url=None))

    assert all("URL" not in event and str(event["UID"]).startswith("gongshi.invalid/") for event in calendar.events)


def notices(changes: Changes | None = None, today: date = TODAY) -> dict[str, tuple[date, date]]:
    """Title -> first and last day, of the calendar of notices."""
    of = content(changes)
    calendar = icalendar.Calendar.from_ical(notices_calendar(of.site.hall.name, shown_notices(of, today), URL))
    return {
        str(event["SUMMARY"]): (event["DTSTART"].dt, event["DTEND"].dt - timedelta(days=1)) for event in calendar.events
    }


def test_notices_stand_on_their_days() -> None:
    """From the first day to the last, both included, by kind and title."""
    of = content().notices["dibao-2026-11"]

    assert notices() == {f"{of.kind}：{of.title}": (of.since, of.until)}


def test_notice_without_end_has_the_last_days_there_are() -> None:
    """An event ends on the day behind its last one, and there is none behind 9999-12-31."""
    forever = notices({NOTICE: {"until": "9999-12-31", "take_down": None}})

    assert [last for _, last in forever.values()] == [date(9999, 12, 30)]


@pytest.mark.parametrize(
    "gone",
    [
        {"withdrawn": {"on": "2026-11-20", "reason": "有误"}},
        {"take_down": "2026-11-19"},
        {"names": {"basis": "某办法第一条", "until": "2026-11-19"}},
    ],
)
def test_notice_that_is_gone_is_in_no_calendar(gone: dict[str, object]) -> None:
    """Withdrawn, taken down, or past the last day of its names."""
    assert notices({NOTICE: gone}) == {}


def test_nothing_of_the_text_of_a_notice_is_in_the_calendar() -> None:
    """The text may name people; the calendar keeps what it was given."""
    of = content({NOTICE: {"body": ["张某某已获批准。"]}})
    data = notices_calendar(of.site.hall.name, shown_notices(of, TODAY), URL)

    assert "张某某" not in data.replace(b"\r\n ", b"").decode()
