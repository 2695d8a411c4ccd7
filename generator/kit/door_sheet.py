"""The sheet at the door: when the hall is open, and the days of this month and the next on which it is not as usual.

What it says changes with the facts and, by itself, at the turn of a month only, so that a sheet that hangs stays valid:
it lists all closures of its months, whether or not they have passed, and names its last day.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.facts.closures import closure_words, closures
from generator.facts.hours_words import hall_hours, hours_lines
from generator.facts.opening import hours_of_hall
from generator.kit.kind import Kind, Subject
from generator.kit.wording import day_words, supervision_phone
from generator.model import Dataset, SheetKey
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site import addresses
from generator.site.edition import Edition
from generator.texts.opening import DOOR_SHEET
from generator.texts.posters import HANGS, POSTER_WORDS
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN

LAYOUT = Layout("door-sheet", distance=1.5, largest=1.3, on_wall=True)
"""The hours stand in type of twice this size, which is read from 3 m."""

_IS_WEEKLY = re.compile("[^0-9，]+[0-9][0-9:—，]*[0-9]").fullmatch
"""Days of the week and their times, and no more: 周一至周五8:30—12:00，13:30—17:00."""

_DAYS_TO_TIMES = re.compile("，|(?<=[^0-9:—，])(?=[0-9])")
"""Where the lines of such hours are parted on the sheet."""


def door_sheet(dataset: Dataset, today: date, url: str | None) -> Sheet:
    """The sheet that hangs at the door on ``today``."""
    site, (first, last) = dataset.site, period_of(today)
    lines = [*_hours(dataset)]
    found = closures(dataset, first, (last - first).days)
    body: dict[str, Json] = {
        "over": site.hall.name,
        "lead": [_DAYS_TO_TIMES.sub("\n", line) for line in lines if _IS_WEEKLY(line)],
        "remarks": [line for line in lines if not _IS_WEEKLY(line)],
        "rows": [{"label": label, "text": text} for label, text in _rows(dataset)],
        "sections": [
            {
                "label": DOOR_SHEET["changes"],
                "entries": [closure_words(one, dataset) for one in found] or [DOOR_SHEET["none"]],
            }
        ],
    }
    fields = {
        DOOR_SHEET["valid"]: day_words(last),
        POSTER_WORDS["address"]: site.hall.address,
        SUPERVISION_PHONE: supervision_phone(site),
    }
    return sheet_of(LAYOUT, LAYOUT.template, DOOR_SHEET["title"], body, Footer(fields), site, url, first)


def period_of(today: date) -> tuple[date, date]:
    """The first day of this month, and the last of the next."""
    first = today.replace(day=1)
    after = (first + timedelta(days=62)).replace(day=1)  # the month after the next; two months have 59 to 62 days
    return first, after - timedelta(days=1)


def _hours(dataset: Dataset) -> Iterator[str]:
    """The hours in short lines; where they cannot be counted with, as they were written."""
    if hours := hours_of_hall(dataset):
        yield from hours_lines(hours)
    else:
        yield hall_hours(dataset.site.hall) or UNKNOWN


def _rows(dataset: Dataset) -> Iterator[tuple[str, str]]:
    site = dataset.site
    hotline = site.supervision.hotline if site.supervision else None
    yield DOOR_SHEET["urgent"], DOOR_SHEET["or"].join(filter(None, (site.hall.phone, hotline))) or UNKNOWN


def _subjects(edition: Edition) -> list[Subject]:
    known = hall_hours(edition.dataset.site.hall)
    return [Subject(SheetKey(LAYOUT.template), DOOR_SHEET["title"])] if known else []


def _contents(_key: SheetKey, edition: Edition) -> Sheet:
    return door_sheet(edition.dataset, edition.today, edition.url(addresses.HOME))


def _places(_key: SheetKey, _dataset: Dataset) -> tuple[str, ...]:
    return (HANGS["door"],)


KIND = Kind("door-sheet", LAYOUT, "a3", _subjects, _contents, _places, ("wall",))
