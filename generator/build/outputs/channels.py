"""What other programs subscribe to or read: feeds, calendars, linked data, HSDS. Part of the open data of the site."""

from collections.abc import Callable, Iterator
from functools import partial

from generator.build.last_build import LastBuild
from generator.build.outputs.output import File, Output, digest_of
from generator.build.service_marks import service_marks
from generator.channels.calendars import Subject, hours_calendar, notices_calendar
from generator.channels.feeds import atom, changes, news
from generator.channels.hsds import hsds
from generator.channels.linked_data import linked_data
from generator.facts.opening import Hours, hours_of_hall, hours_of_window
from generator.facts.opening_table import Table, opening_table
from generator.facts.services import shown_notices
from generator.facts.workdays import calendar_of
from generator.site import addresses, data_addresses
from generator.site.earlier import Earlier
from generator.site.edition import Edition
from generator.texts.channels_feed import FEED

RECORDS_A_PAGE = 20
"""How many services are written in the time of a page."""

DAYS = 430
"""From the first of a month on: a year, and some weeks more, as ``site.visits``."""


class Channels(Output):
    """Feeds (where the site has an address), calendars, linked data and HSDS."""

    name = "channels"

    def __init__(self, before: LastBuild | None = None) -> None:
        self._before = before or LastBuild()

    def render(self, edition: Edition) -> Iterator[File]:
        """The files; those of many services are taken over while no service has changed."""
        hours = hours_of_hall(edition.dataset)
        table = _table(hours, edition) if hours else None
        yield from _feeds(edition)
        yield from _calendars(edition, hours, table)
        yield from self._services(edition, table)

    def _services(self, edition: Edition, table: Table | None) -> Iterator[File]:
        """Both follow from all services and what they share; of days only from ``table``, the hours of the hall."""
        dataset, url = edition.dataset, edition.site_url
        marks = service_marks(edition)
        inputs = digest_of(edition.shared, url, *marks.values()) if marks else ""
        linked = partial(linked_data, dataset, table, url), inputs and digest_of(inputs, table)
        files = {data_addresses.HSDS: (partial(hsds, dataset, url), inputs), data_addresses.LINKED_DATA: linked}
        for address, (make, follows) in files.items():
            same = self._before.same(address, marks)
            made = partial(self._made, make, address, same)
            work = 1 + (len(dataset.services) - len(same)) // RECORDS_A_PAGE
            yield File(address, made, follows, work=work, marks=tuple(marks.values()))

    def _made(self, make: Callable[[Earlier | None], bytes], address: str, same: frozenset[str]) -> bytes:
        return make(self._before.earlier(address, same))


def _feeds(edition: Edition) -> Iterator[File]:
    url, dataset, today = edition.site_url, edition.dataset, edition.today
    if not url:
        return
    for address, name, entries in (
        (data_addresses.NEWS_FEED, "news", news(dataset, today)),
        (data_addresses.CHANGES_FEED, "changes", changes(dataset, today, edition.edits)),
    ):
        title = FEED[name].format(name=dataset.site.hall.name)
        made = partial(atom, address, title, entries, dataset, url, today)
        inputs = digest_of(title, entries, dataset.site.organisation, url, None if entries else today)
        yield File(address, made, inputs)


def _calendars(edition: Edition, hall: Hours | None, table: Table | None) -> Iterator[File]:
    """The hall's calendar, one for each window that is not open like the hall, and that of the notices."""
    dataset, url = edition.dataset, edition.site_url
    if table:
        yield _hours_file(data_addresses.HOURS_CALENDAR, Subject("hall", dataset.site.hall.name, url), table, url)
    for window in dataset.windows:
        hours = hours_of_window(window, dataset)
        if hours and hours != hall:
            page = edition.url(addresses.page(addresses.WINDOWS, window.id))
            subject = Subject(f"window-{window.id}", window.name, page)
            yield _hours_file(data_addresses.window_calendar(window.id), subject, _table(hours, edition), url)
    calendar = dataset.site.hall.name, shown_notices(dataset, edition.today), url
    yield File(data_addresses.NOTICES_CALENDAR, partial(notices_calendar, *calendar), digest_of(calendar))


def _hours_file(address: str, subject: Subject, table: Table, url: str | None) -> File:
    return File(address, partial(hours_calendar, subject, table, url), digest_of(subject, table, url))


def _table(hours: Hours, edition: Edition) -> Table:
    return opening_table(hours, edition.today.replace(day=1), DAYS, calendar_of(edition.dataset.holidays))
