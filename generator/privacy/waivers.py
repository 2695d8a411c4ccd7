"""Tells what may be published although it looks private: the hall's contacts, its receipt numbers, and waived values.

Contacts are what stands in fields for contacts, and what ``public_contacts`` of site.yml lists. Neither they nor a
waiver ever make an identity number public.

A waiver names its value by a slow hash that is salted with file and kind: a list of all mobile numbers, tried against
it, costs decades of computing for each waiver.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import get_args

from generator.model import Dataset, Results, Waiver
from generator.model.waiver import WaiverKind
from generator.privacy import PublicContacts, find
from generator.privacy.finding import LISTED_KINDS
from generator.privacy.identity import has_identity_shape
from generator.privacy.receipts import is_dated_receipt, known_receipts
from generator.texts.private import WAYS_OUT

_DAYS_BEFORE_PERIOD = 92
"""Cases of a period may have begun a quarter before it."""
_SEVERAL = re.compile("[、，,;；/／或转]")
"""What stands between the numbers of a field for phones."""
_LISTED_TOGETHER = re.compile("[、，；;]")


def public_contacts(dataset: Dataset) -> PublicContacts:
    """What the hall gives out itself, from the fields that are contacts and no others; and numbers of receipts.

    A receipt number counts as known only where it holds the day of its own case. Another that looks like an identity,
    card or telephone number was typed into the wrong column.
    """
    receipts = {text for results in dataset.results.values() for text in _receipts(results)}
    contacts = (text for text in (*_contacts(dataset), *_listed(dataset)) if text and may_be_public(text))
    return PublicContacts.of((*contacts, *receipts))


@lru_cache(maxsize=4_096)
def may_be_public(text: str) -> bool:
    """Whether a contact holds nothing that a hall never publishes: the number of an identity card or another paper."""
    return all(hit.kind in LISTED_KINDS for hit in find(text)) and not any(
        map(has_identity_shape, PublicContacts.of((text,)).numbers)
    )


def _listed(dataset: Dataset) -> Iterator[str]:
    """What site.yml lists, as written, and each number in it without what may stand around it, such as +86."""
    for contact in dataset.site.public_contacts:
        for text in contact.values:
            parts = _LISTED_TOGETHER.split(text)
            yield from (text, *parts, *(part[hit.start : hit.end] for part in parts for hit in find(part)))


def way_out(kind: str) -> str:
    """What a clerk can do about a value of ``kind`` that was found, in a sentence."""
    if kind in LISTED_KINDS:
        return WAYS_OUT["listed"]
    if kind == "picture-page":
        return WAYS_OUT["picture-page"]
    if kind == "photo-position":
        return WAYS_OUT["photo-position"]
    return WAYS_OUT["waived" if kind in get_args(WaiverKind) else "unreadable" if kind == "unreadable" else "never"]


def _receipts(results: Results) -> Iterator[str]:
    """Those of a period that are known. Of a withdrawn row no day is left; it began in the period or shortly before."""
    period = results.period
    days = (period.until - period.since).days + _DAYS_BEFORE_PERIOD
    yield from known_receipts((entry.row.receipt, entry.row.accepted) for entry in results.entries)
    for row in period.withdrawn_rows:
        if is_dated_receipt(row.receipt, period.until, days):
            yield row.receipt


def _contacts(dataset: Dataset) -> Iterator[str | None]:
    hall, supervision = dataset.site.hall, dataset.site.supervision
    yield from (*_numbers(hall.phone), hall.email, hall.address)
    for desk in (hall.problem_desk, hall.elderly_desk):
        if desk:
            yield from (*_numbers(desk.phone), desk.place)
    if supervision:
        yield from (*_numbers(supervision.phone), supervision.hotline, supervision.email)
    for window in dataset.windows:
        yield from (*_numbers(window.phone), window.place)
    for service in dataset.services.values():
        yield from (*_numbers(service.enquiry_phone), *_numbers(service.complaint_phone), service.place)
    for notice in dataset.notices.values():
        if notice.objection:
            yield from (*_numbers(notice.objection.phone), notice.objection.email, notice.objection.place)


@lru_cache(maxsize=4_096)
def _numbers(phone: str | None) -> tuple[str, ...]:
    """The single numbers of a field for phones, with and without what may stand around one, such as +86."""
    parts = _SEVERAL.split(phone) if phone else []
    return (*parts, *(part[hit.start : hit.end] for part in parts for hit in find(part)))


@lru_cache(maxsize=1_024)
def waiver_hash(path: str, kind: str, value: str) -> str:
    """The hash by which a waiver names ``value`` (canonical form) of ``kind`` in the content file ``path``."""
    salt = f"{path}\n{kind}".encode()
    return hashlib.scrypt(value.encode(), salt=salt, n=2**14, r=8, p=1, dklen=16).hex()


def in_force(waivers: Iterable[Waiver], today: date) -> tuple[Waiver, ...]:
    """The waivers that still hold today."""
    return tuple(waiver for waiver in waivers if waiver.until >= today)


def may_be_waived(kind: str, value: str) -> bool:
    """Whether there can be a waiver: not for what has the shape of an identity number, whatever it was taken for."""
    return kind in get_args(WaiverKind) and not has_identity_shape(value)


def waiver_for(waivers: Iterable[Waiver], path: str, kind: str, value: str) -> Waiver | None:
    """The waiver that lets ``value`` of ``kind`` stand in ``path``; the hash is computed only where one might."""
    if not may_be_waived(kind, value):
        return None
    for waiver in waivers:
        if (waiver.path, waiver.kind) == (path, kind) and waiver.hash == waiver_hash(path, kind, value):
            return waiver
    return None
