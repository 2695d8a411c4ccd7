"""Atom feeds (RFC 4287): what was posted (notices, disclosures, results), and which guides and rules have changed.

An entry tells what a list on the site tells: the title, the day and a sentence made of days; never the text of a
notice, which may name people for a time. What was withdrawn or taken down has no entry, nor has what begins later.
Written here as the sitemap is: the library that would do it, feedgen, asks the clock and needs lxml.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from typing import NamedTuple

from generator.facts.disclosures import is_shown
from generator.facts.services import GONE, notice_phase
from generator.model import Dataset, Regulation, Service
from generator.results.disclosure import posted_periods
from generator.site import addresses
from generator.texts.channels_feed import FEED

MOST_ENTRIES = 50
"""So many entries, the newest, are in a feed."""


class Entry(NamedTuple):
    """What a feed tells of a record; ``day`` is that of the last change."""

    day: date
    address: str
    title: str
    summary: str
    kind: str


def news(dataset: Dataset, today: date) -> tuple[Entry, ...]:
    """What was posted until ``today`` and is still shown, newest first."""
    return _newest((*_notices(dataset, today), *_disclosures(dataset, today), *_results(dataset, today)), today)


def changes(dataset: Dataset, today: date) -> tuple[Entry, ...]:
    """The guides and rules that have a day of their last change until ``today``, newest first."""
    services = (_service(service) for service in dataset.services.values())
    regulations = (_regulation(regulation, today) for regulation in dataset.regulations.values())
    return _newest(filter(None, (*services, *regulations)), today)


def atom(address: str, title: str, entries: Iterable[Entry], dataset: Dataset, site_url: str, today: date) -> bytes:
    """The feed at ``address``; one without entries is of ``today``."""
    found = tuple(entries)
    updated = max((entry.day for entry in found), default=today)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">',
        f"<id>{escape(site_url + address)}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{_moment(updated)}</updated>",
        f"<author><name>{escape(dataset.site.organisation)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{escape(site_url + address)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(site_url)}"/>',
        *(_entry(entry, site_url) for entry in found),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _entry(entry: Entry, site_url: str) -> str:
    url = escape(site_url + entry.address)
    return (
        f"<entry><id>{url}</id><title>{escape(entry.title)}</title><updated>{_moment(entry.day)}</updated>"
        f'<link rel="alternate" type="text/html" href="{url}"/><category term="{escape(entry.kind)}"/>'
        f'<summary type="text">{escape(entry.summary)}</summary></entry>'
    )


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+08:00"


def _newest(entries: Iterable[Entry], today: date) -> tuple[Entry, ...]:
    known = sorted((entry for entry in entries if entry.day <= today), key=lambda entry: entry.address)
    return tuple(sorted(known, key=lambda entry: entry.day, reverse=True)[:MOST_ENTRIES])


def _posted(kind: str, since: date, until: date) -> str:
    return FEED["posted"].format(kind=kind, since=since, until=until)


def _notices(dataset: Dataset, today: date) -> Iterator[Entry]:
    for notice in dataset.notices.values():
        if notice_phase(notice, today) not in GONE:
            address = addresses.page(addresses.NOTICES, notice.id)
            summary = _posted(notice.kind, notice.since, notice.until)
            yield Entry(max(notice.since, notice.issued or notice.since), address, notice.title, summary, notice.kind)


def _disclosures(dataset: Dataset, today: date) -> Iterator[Entry]:
    for one in dataset.disclosures.values():
        record = one.record
        if is_shown(record, today):
            address = addresses.page(addresses.DISCLOSURES, record.id)
            summary = _posted(record.kind, record.posted_from, record.posted_until)
            yield Entry(record.posted_from, address, record.title, summary, record.kind)


def _results(dataset: Dataset, today: date) -> Iterator[Entry]:
    for posted in posted_periods(dataset, today).values():
        period = posted.period
        if posted.phase == "shown":
            day = period.posted_from or period.prepared_on or period.until
            address = addresses.page(addresses.RESULTS, period.id)
            summary = _posted(FEED["results"], period.since, period.until)
            yield Entry(day, address, period.title, summary, FEED["results"])


def _service(service: Service) -> Entry | None:
    status = service.status
    days = [(service.verified, FEED["verified"]), (status.since, FEED["state"])]
    return _latest(days, addresses.page(addresses.SERVICES, service.id), service.name, status.state)


def _regulation(record: Regulation, today: date) -> Entry | None:
    """What has become of a regulation until ``today``; it may have been adopted and not be in force yet."""
    days = [(record.verified, FEED["verified"]), (record.adopted, FEED["adopted"])]
    if record.effective and record.effective <= today:
        days.append((record.effective, FEED["effective"]))
    return _latest(days, addresses.page(addresses.REGULATIONS, record.id), record.title, record.status)


def _latest(days: list[tuple[date | None, str]], address: str, title: str, state: str) -> Entry | None:
    """The entry of a record by its latest day; of two on one day the later in ``days``."""
    known = [(day, words) for day, words in days if day]
    if not known:
        return None
    day, words = max(reversed(known), key=lambda one: one[0])
    return Entry(day, address, title, words.format(day=day, state=state), state)
