"""Rules about holidays that the hall has typed in (holidays.yml), and about years whose calendar nobody knows yet."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.content.problems import quote
from generator.facts.workdays import calendar_of, differing_days, missing_holidays
from generator.model import Dataset, HolidayYear, Place
from generator.model.base import FIRST_YEAR, LAST_YEAR
from generator.rules.finding import Finding
from generator.texts.holidays import HOLIDAYS, WEEKDAYS

FILE = "holidays.yml"

_LONGEST_REST = 10
"""As many days as the longest rest so far, that of Spring Festival 2020."""

_DECEMBER = 12
"""From this month on the next year is asked for: its notice comes in autumn, or in the first days of December."""

_MOST_NAMED = 10
"""So many days are named in one message."""


class _Named(NamedTuple):
    """Days in a row that a notice names, and the place of the first: a rest, or one make-up day."""

    since: date
    until: date
    name: str
    place: Place


def years_are_typed_once(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each year stands there once."""
    years = [one.year for one in dataset.holidays]
    for number, (one, root) in enumerate(_years(dataset)):
        if one.year in years[:number]:
            yield Finding("holidays/year-twice", root / "year", {"year": str(one.year)})


def rests_end_after_they_begin(dataset: Dataset, today: date) -> Iterator[Finding]:
    """The last day of a rest is not before its first; a rest that is longer than any so far is a reminder."""
    for one, root in _years(dataset):
        for index, rest in enumerate(one.holidays):
            days, place = (rest.until - rest.since).days + 1, root / "holidays" / index / "until"
            if days < 1:
                yield Finding("holidays/order", place, {"name": quote(rest.name)})
            elif days > _LONGEST_REST:
                yield Finding("holidays/long", place, {"name": quote(rest.name), "days": str(days)})


def days_belong_to_their_year(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Every day lies in the year of the notice, or in the December before, when the rest around New Year may begin."""
    for one, root in _years(dataset):
        for day, place in _days(one, root):
            if not _is_of(one, day):
                yield Finding("holidays/other-year", place, {"date": day.isoformat(), "year": str(one.year)})


def days_are_named_once(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No day stands in two rests, or in a rest and among the make-up days."""
    once = {one.year: (one, root) for one, root in reversed(list(_years(dataset)))}
    named = [found for one, root in once.values() for found in _named(one, root)]
    before: _Named | None = None
    for found in sorted(named, key=lambda one: (one.since, one.place.keys)):
        if before and found.since <= before.until:
            yield Finding("holidays/day-twice", found.place, {"date": found.since.isoformat(), "other": before.name})
        if before is None or found.until > before.until:
            before = found


def made_up_days_are_at_weekends(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A make-up day is a Saturday or a Sunday; on other days work is done anyway."""
    for one, root in _years(dataset):
        for index, day in enumerate(one.workdays):
            if _is_of(one, day) and day.weekday() < 5:
                values = {"date": day.isoformat(), "weekday": WEEKDAYS[day.weekday()]}
                yield Finding("holidays/workday", root / "workdays" / index, values)


def notices_are_copied_well(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A year says what the library says, where that knows it, and else rests on all statutory holidays."""
    for one, root in _years(dataset):
        if not _is_in_order(one):
            continue
        works = calendar_of(dataset.holidays).is_workday
        if days := differing_days(one):
            words = (HOLIDAYS["works" if works(day) else "rests"].format(date=day.isoformat()) for day in days)
            yield Finding("holidays/differs", root, {"year": str(one.year), "days": _listed(words)})
        if days := missing_holidays(one):
            yield Finding("holidays/statutory", root / "holidays", {"days": _listed(day.isoformat() for day in days)})


def calendar_is_known(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A hall with results has the calendar of this year, and in December that of the next."""
    if not dataset.results:
        return
    known = calendar_of(dataset.holidays).years
    for year in (today.year, today.year + 1) if today.month == _DECEMBER else (today.year,):
        if FIRST_YEAR <= year <= LAST_YEAR and year not in known:
            yield Finding("holidays/unknown", Place(FILE), {"year": str(year)})


def _years(dataset: Dataset) -> Iterator[tuple[HolidayYear, Place]]:
    """Each year that was typed in, with its place."""
    for number, one in enumerate(dataset.holidays):
        yield one, Place(FILE, ("years", number))


def _is_of(one: HolidayYear, day: date) -> bool:
    """Whether the notice of a year may name a day: one of the year, or of the December before."""
    return date(one.year - 1, 12, 1) <= day <= date(one.year, 12, 31)


def _is_in_order(one: HolidayYear) -> bool:
    """Whether no day is wrong in itself, so that it is worth while to look at the notice as a whole."""
    rests = all(rest.since <= rest.until for rest in one.holidays)
    return rests and all(_is_of(one, day) for day, _ in _days(one, Place(FILE)))


def _days(one: HolidayYear, root: Place) -> Iterator[tuple[date, Place]]:
    """Every day that is written in a year, with its place."""
    for index, rest in enumerate(one.holidays):
        yield rest.since, root / "holidays" / index / "from"
        yield rest.until, root / "holidays" / index / "until"
    for index, day in enumerate(one.workdays):
        yield day, root / "workdays" / index


def _named(one: HolidayYear, root: Place) -> Iterator[_Named]:
    """Every rest and every make-up day of a year."""
    for index, rest in enumerate(one.holidays):
        yield _Named(rest.since, rest.until, quote(rest.name), root / "holidays" / index / "from")
    for index, day in enumerate(one.workdays):
        yield _Named(day, day, HOLIDAYS["workdays"], root / "workdays" / index)


def _listed(words: Iterable[str]) -> str:
    all_words = list(words)
    text = HOLIDAYS["comma"].join(all_words[:_MOST_NAMED])
    return text if len(all_words) <= _MOST_NAMED else HOLIDAYS["more"].format(days=text, count=len(all_words))


RULES = (
    years_are_typed_once,
    rests_end_after_they_begin,
    days_belong_to_their_year,
    days_are_named_once,
    made_up_days_are_at_weekends,
    notices_are_copied_well,
    calendar_is_known,
)
