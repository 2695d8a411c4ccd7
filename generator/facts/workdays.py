"""Deadlines in working days (工作日) and calendar days (自然日), by China's official calendar.

How days are counted:

- The day of acceptance does not count (民法典 art. 201). 即办 is a limit of 0 days: due on the day itself.
- A working day is any day but rest days and statutory holidays, and also a weekend day that the State Council made a
  working day (调休): 行政许可法 art. 82 counts limits in working days without statutory holidays.
- A calendar-day limit whose last day is a rest day or holiday ends on the next working day, when the hall is open
  again (民法典 art. 203, applied to the hall's own limits as well).
- An extension follows on the due day, adds at most ten days and happens once (行政许可法 art. 42).

The working days of a year are official once the State Council has announced them. The library ``holidays`` computes
statutory holidays of any year but has make-up days of announced years only, so a year with make-up days counts as
announced. A hall that has the notice of a year before the library knows it, or knows better, types it in
(holidays.yml): what the hall typed holds then, and the library for the other years. For a year that neither knows,
``due`` and ``days_used`` raise ``NoCalendar``, and ``expected`` gives a day that is marked as not official
(以官方通知为准).

The notice of a year orders the days from December of the year before, when the rest around New Year may begin, to
November. Rest days in December are those of the next notice.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import count

from generator.model import HolidayYear
from generator.model.base import FIRST_YEAR, DayUnit
from generator.system.on_demand import load
from generator.texts.holidays import HOLIDAY_NAMES

UNITS: tuple[DayUnit, ...] = ("工作日", "自然日")
"""Both units, in the order in which two readings are given."""

MAX_EXTENSION_DAYS = 10
"""行政许可法 (Administrative Licensing Law), art. 42: an extension adds at most ten days."""

_NEAR, _NEAR_NEW_YEAR = 10, 5
"""So many days before and after a statutory holiday, and New Year, may be 调休; since 2019 none was moved further."""

_FORESEEN_YEARS = 2
"""For so many years after the last announced one, ``expected`` counts with the statutory holidays alone."""


class NoCalendar(Exception):
    """A working day was asked for in ``year``, whose holidays are not announced, or which is before FIRST_YEAR."""

    def __init__(self, year: int) -> None:
        super().__init__(f"no official calendar for {year}")
        self.year = year


@dataclass(frozen=True)
class ExpectedDay:
    """The last day of a limit; not ``official`` while its calendar is not announced (以官方通知为准).

    ``day`` is None where it cannot be computed: before FIRST_YEAR, or more than _FORESEEN_YEARS ahead.
    """

    day: date | None
    official: bool


@dataclass(frozen=True, eq=False)
class Calendar:
    """Which days are working days (``calendar_of``).

    ``workdays`` are ordinals of days, ascending, from FIRST_YEAR on. Those of ``years`` are official; in the others,
    up to _FORESEEN_YEARS after the last of them, only statutory holidays are left out. ``names`` maps the ordinals of
    statutory holidays, and of the days that a hall typed in, to what they are called.
    """

    workdays: tuple[int, ...]
    years: frozenset[int]
    names: Mapping[int, str] = field(default_factory=dict)

    def rests(self, day: date) -> bool:
        """Whether ``day`` is a rest day or a holiday, also where the calendar is not official."""
        place = bisect_left(self.workdays, day.toordinal())
        return place >= len(self.workdays) or self.workdays[place] != day.toordinal()

    def holiday(self, day: date) -> str | None:
        """The holiday in whose rest ``day`` lies, weekends and 调休 included; None for any other day."""
        number = day.toordinal()
        if not self.rests(day):
            return None
        place = bisect_left(self.workdays, number)
        before = self.workdays[place - 1] if place else number - 1
        after = self.workdays[place] if place < len(self.workdays) else number + 1
        named = (self.names[one] for one in range(before + 1, after) if one in self.names)
        return self.names.get(number) or next(named, None)

    def is_settled(self, day: date) -> bool:
        """Whether it is known if ``day`` is a working day: also of a year to come, unless a holiday is near."""
        number = day.toordinal()
        near = (date.fromordinal(one) for one in range(number - _NEAR, number + _NEAR + 1) if one in self.names)
        moving = (one for one in near if (one.month, one.day) != (1, 1) or abs((one - day).days) <= _NEAR_NEW_YEAR)
        return number + _NEAR <= self.workdays[-1] and all(one.year in self.years for one in moving)

    def is_workday(self, day: date) -> bool:
        """Whether the hall works on ``day``. Raises NoCalendar."""
        if day.year not in self.years:
            raise NoCalendar(day.year)
        place = bisect_left(self.workdays, day.toordinal())
        return place < len(self.workdays) and self.workdays[place] == day.toordinal()

    def due(self, accepted: date, days: int, unit: DayUnit) -> date:
        """The last day of a limit of ``days`` (0 is 即办) that starts with acceptance on ``accepted``.

        Raises NoCalendar where the count touches a year without an official calendar.
        """
        if days == 0:
            return accepted
        day = self._reach(accepted, days, unit)
        unknown = self.first_unknown_year(accepted)
        if day is None or unknown <= day.year:
            raise NoCalendar(unknown)
        return day

    def expected(self, accepted: date, days: int, unit: DayUnit) -> ExpectedDay:
        """``due``, or the day to be expected while a calendar is missing. Never raises."""
        try:
            return ExpectedDay(self.due(accepted, days, unit), official=True)
        except NoCalendar:
            return ExpectedDay(self._reach(accepted, days, unit), official=False)

    def readings(self, accepted: date, days: int, unit: DayUnit | None) -> tuple[tuple[DayUnit, ExpectedDay], ...]:
        """The last day for each unit of ``units_meant``."""
        return tuple((reading, self.expected(accepted, days, reading)) for reading in units_meant(unit))

    def extended_due(self, due_day: date, days: int, unit: DayUnit) -> date:
        """The last day after an extension by ``days`` (1 to MAX_EXTENSION_DAYS; else ValueError). Raises NoCalendar."""
        if not 1 <= days <= MAX_EXTENSION_DAYS:
            raise ValueError(f"an extension adds 1 to {MAX_EXTENSION_DAYS} days")
        return self.due(due_day, days, unit)

    def last_days(self, due_day: date, extension: int | None, unit: DayUnit | None) -> frozenset[date]:
        """The last days that a case may have after an ``extension`` (days; None: without one), in ``unit``.

        One; two where the unit is undecided and gives two days; none where the calendar is not announced, or where the
        extension is not lawful.
        """
        if extension is None:
            return frozenset({due_day})
        try:
            return frozenset(self.extended_due(due_day, extension, reading) for reading in units_meant(unit))
        except (NoCalendar, ValueError):
            return frozenset()

    def days_used(self, accepted: date, completed: date, unit: DayUnit) -> int:
        """Days after ``accepted`` up to and with ``completed``; 0 for the same day.

        The inverse of ``due`` in working days. Raises NoCalendar, and ValueError where the end precedes the start.
        """
        if completed < accepted:
            raise ValueError("completed before accepted")
        if unit == "自然日" or completed == accepted:
            return (completed - accepted).days
        unknown = self.first_unknown_year(accepted)
        if unknown <= completed.year:
            raise NoCalendar(unknown)
        start, end = accepted.toordinal(), completed.toordinal()
        return bisect_right(self.workdays, end) - bisect_right(self.workdays, start)

    def first_unknown_year(self, day: date) -> int:
        """The first year from that of ``day`` on whose calendar is not official."""
        return next(year for year in count(day.year) if year not in self.years)

    def _reach(self, accepted: date, days: int, unit: DayUnit) -> date | None:
        """The last day by official or statutory working days; None where the calendar ends before it."""
        if days == 0:
            return accepted
        if accepted.year < FIRST_YEAR:
            return None
        if unit == "工作日":
            place = bisect_right(self.workdays, accepted.toordinal()) + days - 1
        else:
            place = bisect_left(self.workdays, accepted.toordinal() + days)
        return date.fromordinal(self.workdays[place]) if place < len(self.workdays) else None


def units_meant(unit: DayUnit | None) -> tuple[DayUnit, ...]:
    """``unit`` alone, or both units while the hall has not decided."""
    return (unit,) if unit else UNITS


MOST_KNOWN = 8
"""So many calendars a process knows; halls of one county type in the same notices."""

known_calendars: dict[tuple[HolidayYear, ...], Calendar] = {}
"""What was worked out, here or by an earlier process of the same program: the library takes a while to load."""


def calendar_of(typed: tuple[HolidayYear, ...]) -> Calendar:
    """The calendar of a hall that has ``typed`` in the notices of these years (holidays.yml)."""
    if typed not in known_calendars:
        know(typed, _worked_out(typed))
    return known_calendars[typed]


def know(typed: tuple[HolidayYear, ...], calendar: Calendar) -> None:
    """Remember the ``calendar_of`` what was ``typed``; the oldest is forgotten."""
    while len(known_calendars) >= MOST_KNOWN:
        del known_calendars[next(iter(known_calendars))]
    known_calendars[typed] = calendar


def _worked_out(typed: tuple[HolidayYear, ...]) -> Calendar:
    years = _announced_years() | {one.year for one in typed}
    first, last = date(FIRST_YEAR, 1, 1), date(max(years) + _FORESEEN_YEARS, 12, 31)
    china = load("holidays").country_holidays("CN", years=range(first.year, last.year + 1), language="zh_CN")
    ordered = {one.year for one in typed}
    named = {day: works for one in typed for day, works in _named_days(one, first, last)}

    def works(day: date) -> bool:
        ordinary = day.weekday() < 5
        if day in named:
            return named[day]
        if day.year + (day.month == 12) in ordered:
            return ordinary
        return day in china.weekend_workdays or (ordinary and day not in china)

    days = map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
    names = {day.toordinal(): HOLIDAY_NAMES[name] for day, name in china.items() if name in HOLIDAY_NAMES}
    names |= {day.toordinal(): name for one in typed for day, name in _typed_names(one)}
    return Calendar(tuple(day.toordinal() for day in days if works(day)), frozenset(years), names)


def differing_days(typed: HolidayYear) -> tuple[date, ...]:
    """The days that are working days by the notice as it was ``typed`` and not by the library, or the reverse.

    None of a year that the library does not know yet.
    """
    if typed.year not in _announced_years():
        return ()
    numbers = set(calendar_of((typed,)).workdays) ^ set(calendar_of(()).workdays)
    return tuple(map(date.fromordinal, sorted(numbers)))


def missing_holidays(typed: HolidayYear) -> tuple[date, ...]:
    """The statutory holidays (全国年节及纪念日放假办法, art. 2) on which one works by the notice as it was ``typed``.

    None of a year that the library knows, where ``differing_days`` tells more.
    """
    if typed.year in _announced_years():
        return ()
    statutory = load("holidays").country_holidays("CN", years=typed.year, observed=False)
    return tuple(day for day in sorted(statutory) if calendar_of((typed,)).is_workday(day))


def _named_days(year: HolidayYear, first: date, last: date) -> Iterator[tuple[date, bool]]:
    """Every day from ``first`` to ``last`` that the notice of a year names, and whether it is a working day."""
    for holiday in year.holidays:
        start, end = max(holiday.since, first), min(holiday.until, last)
        for number in range(start.toordinal(), end.toordinal() + 1):
            yield date.fromordinal(number), False
    for day in year.workdays:
        yield day, True


def _typed_names(year: HolidayYear) -> Iterator[tuple[date, str]]:
    """The days of each holiday of a typed notice, and its name."""
    for holiday in year.holidays:
        for number in range(holiday.since.toordinal(), holiday.until.toordinal() + 1):
            yield date.fromordinal(number), holiday.name


@cache
def _announced_years() -> frozenset[int]:
    """The years whose make-up days the library has, without a gap from FIRST_YEAR on."""
    country_holidays = load("holidays").country_holidays
    last = FIRST_YEAR
    while any(day.year == last + 1 for day in country_holidays("CN", years=last + 1).weekend_workdays):
        last += 1
    return frozenset(range(FIRST_YEAR, last + 1))
