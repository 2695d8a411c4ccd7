"""Atom feeds (RFC 4287): what was posted (notices, disclosures, results), and which guides, rules, bundles changed.

An entry tells what a list on the site tells: the title, the day and a sentence made of days; never the text of a
notice, which may name people for a time. What was withdrawn or taken down has no entry, nor has what begins later.
Written here as the sitemap is: the library that would do it, feedgen, asks the clock and needs lxml.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from typing import NamedTuple

from generator.facts.changes import ChangedRecord, ChangeLine, Changing, Edits, change_lines, changing_records
from generator.facts.disclosures import is_shown
from generator.facts.services import shown_notices
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


def changes(dataset: Dataset, today: date, edits: Edits | None = None) -> tuple[Entry, ...]:
    """The guides, rules and bundles that have a day of their last change until ``today``, newest first."""
    found = (
        _changed(one, record, change_lines(record, (edits or {}).get(one.key, ()), today), today)
        for one, record in changing_records(dataset)
    )
    return _newest(filter(None, found), today)


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
    """The day stands in front of the title and behind words, since to the gate 出生 and a day are those of a person."""
    url = escape(site_url + entry.address)
    return (
        f"<entry><id>{url}</id><updated>{_moment(entry.day)}</updated><title>{escape(entry.title)}</title>"
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
    for notice in shown_notices(dataset, today):
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


def _changed(one: ChangedRecord, record: Changing, told: tuple[ChangeLine, ...], today: date) -> Entry | None:
    """The entry of a record by its latest day; of two on one day the later: what is ``told`` says most."""
    known = [(day, words.format(day=day, state=_state(record))) for day, words in _days(record, today) if day]
    known += [(told[0].day, told[0].what)] if told else []
    if not known:
        return None
    day, words = max(reversed(known), key=lambda found: found[0])
    return Entry(day, one.key.page, one.name, words, _state(record))


def _state(record: Changing) -> str:
    if isinstance(record, Service):
        return record.status.state
    return record.status if isinstance(record, Regulation) else FEED["bundle"]


def _days(record: Changing, today: date) -> Iterator[tuple[date | None, str]]:
    """What the fields of a record say of its days; a regulation may have been adopted and not be in force yet."""
    yield record.verified, FEED["verified"]
    if isinstance(record, Service):
        yield record.status.since, FEED["state"]
    elif isinstance(record, Regulation):
        yield record.adopted, FEED["adopted"]
        if record.effective and record.effective <= today:
            yield record.effective, FEED["effective"]
