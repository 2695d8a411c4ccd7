"""What may be published although it looks private: the hall's own contacts, receipt numbers, and what is waived.

A waiver names its value by a slow hash that is salted with file and kind: a list of all mobile numbers, tried against
it, costs decades of computing for each waiver.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from generator.model import Dataset, Waiver
from generator.privacy import Known, find

_CARD_DIGITS = 16


def public_contacts(dataset: Dataset) -> Known:
    """What the hall gives out itself, from the fields that are contacts and no others; and numbers of receipts.

    A receipt number counts as known only where it would pass for a bank card. One that looks like an identity or
    telephone number was typed into the wrong column.
    """
    receipts = {entry.row.receipt for results in dataset.results.values() for entry in results.entries}
    cards = (text for text in receipts if len(text) >= _CARD_DIGITS and _is_card(text))
    return Known.of(text for text in (*_contacts(dataset), *cards) if text)


def _is_card(text: str) -> bool:
    return {hit.kind for hit in find(text)} == {"bank-card"}


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
def seal(path: str, kind: str, value: str) -> str:
    """The hash by which a waiver names ``value`` (canonical form) of ``kind`` in the content file ``path``."""
    salt = f"{path}\n{kind}".encode()
    return hashlib.scrypt(value.encode(), salt=salt, n=2**14, r=8, p=1, dklen=16).hex()


def in_force(waivers: Iterable[Waiver], today: date) -> tuple[Waiver, ...]:
    """The waivers that still hold today."""
    return tuple(waiver for waiver in waivers if waiver.until >= today)


def waiver_for(waivers: Iterable[Waiver], path: str, kind: str, value: str) -> Waiver | None:
    """The waiver that lets ``value`` of ``kind`` stand in ``path``; the hash is computed only where one might."""
    for waiver in waivers:
        if (waiver.path, waiver.kind) == (path, kind) and waiver.hash == seal(path, kind, value):
            return waiver
    return None
