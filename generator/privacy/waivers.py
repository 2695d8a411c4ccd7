"""Tells what may be published although it looks private: the hall's contacts, its receipt numbers, and waived values.

A waiver names its value by a slow hash that is salted with file and kind: a list of all mobile numbers, tried against
it, costs decades of computing for each waiver.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import chain

from generator.model import Dataset, Results, Waiver
from generator.privacy import PublicContacts
from generator.privacy.receipts import MAX_DAYS_BEFORE, is_dated_receipt

_DAYS_BEFORE_PERIOD = 92
"""Cases of a period may have begun a quarter before it."""


def public_contacts(dataset: Dataset) -> PublicContacts:
    """What the hall gives out itself, from the fields that are contacts and no others; and numbers of receipts.

    A receipt number counts as known only where it holds the day of its own case. Another that looks like an identity,
    card or telephone number was typed into the wrong column.
    """
    receipts = {text for results in dataset.results.values() for text in _receipts(results)}
    return PublicContacts.of(text for text in (*_contacts(dataset), *receipts) if text)


def _receipts(results: Results) -> Iterator[str]:
    """Those of a period that are known. Of a withdrawn row no day is left; it began in the period or shortly before."""
    period = results.period
    days = (period.until - period.since).days + _DAYS_BEFORE_PERIOD
    rows = chain(
        ((entry.row.receipt, entry.row.accepted, MAX_DAYS_BEFORE) for entry in results.entries),
        ((row.receipt, period.until, days) for row in period.withdrawn_rows),
    )
    for text, last, days_before in rows:
        if is_dated_receipt(text, last, days_before):
            yield text


def _contacts(dataset: Dataset) -> Iterator[str | None]:
    hall, supervision = dataset.site.hall, dataset.site.supervision
    yield from (hall.phone, hall.email, hall.address)
    if supervision:
        yield from (supervision.phone, supervision.hotline, supervision.email)
    for window in dataset.windows:
        yield from (window.phone, window.place)
    for service in dataset.services.values():
        yield from (service.enquiry_phone, service.complaint_phone, service.place)
    for notice in dataset.notices.values():
        if notice.objection:
            yield from (notice.objection.phone, notice.objection.email, notice.objection.place)


@lru_cache(maxsize=1_024)
def waiver_hash(path: str, kind: str, value: str) -> str:
    """The hash by which a waiver names ``value`` (canonical form) of ``kind`` in the content file ``path``."""
    salt = f"{path}\n{kind}".encode()
    return hashlib.scrypt(value.encode(), salt=salt, n=2**14, r=8, p=1, dklen=16).hex()


def in_force(waivers: Iterable[Waiver], today: date) -> tuple[Waiver, ...]:
    """The waivers that still hold today."""
    return tuple(waiver for waiver in waivers if waiver.until >= today)


def waiver_for(waivers: Iterable[Waiver], path: str, kind: str, value: str) -> Waiver | None:
    """The waiver that lets ``value`` of ``kind`` stand in ``path``; the hash is computed only where one might."""
    for waiver in waivers:
        if (waiver.path, waiver.kind) == (path, kind) and waiver.hash == waiver_hash(path, kind, value):
            return waiver
    return None
