"""The look-up (办件查询): the status of one case by its receipt number, on a static site.

Owns the files that ``lookup.js`` (site_templates/theme/assets/gongshi) reads. The cases are divided into shards, so
that a browser loads about a hundred of them and never all. The key of a case is a hash of its number, and its entry has
status and dates only: no service, no applicant. The number that a resident types stays in the browser; the server sees
only which shard was loaded.

Anybody can load all shards and count their entries. So a case of a service with the policy "counts" has no due day
there: the days between acceptance and due day would tell the service, and so how many cases it has.

``results/lookup/COUNT/NN.json`` (COUNT shards, NN in hexadecimal) is an object key -> entry. COUNT is part of the
address so that a page from before a new edition finds no file, instead of the wrong one. Entries::

    [outcome, accepted, due, completed or "", extension days or 0]    a case; ``due`` is the last day after extension in
                                                                      words, "" where the service is only counted
    [withdrawn on, reason]                                                  a row that was withdrawn

The key is FNV-1a (64 bits) of the number in the form of ``loose``, written in the letters a to p: without digits, so
that no key can look like a telephone or identity number. Where two numbers differ only in what ``loose`` drops, each
stands under the key of its ``strict`` form in the shard of the loose one.
"""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.facts.deadlines import due_words, extended_days
from generator.model import Dataset, ResultPeriod, ResultRow
from generator.model.posting import WithdrawnRow
from generator.results.disclosure import PostedPeriod, policy_of, posted_periods
from generator.site import addresses
from generator.texts.pages import DUE_DAYS

CASES_PER_SHARD = 100
CaseState = ResultRow | WithdrawnRow
"""The row of a case, or the note of its withdrawal."""

_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
_ASCII_STRICT = str.maketrans({**{chr(n): None for n in range(33)}, "_": "-", "\x7f": None})
_ASCII_LOOSE = str.maketrans({chr(n): None for n in range(128) if not chr(n).isalnum()})
_OFFSET, _PRIME, _MASK = 0xCBF29CE484222325, 0x100000001B3, 0xFFFFFFFFFFFFFFFF


@dataclass(frozen=True)
class LookUp:
    """The files of the look-up: how many shards there are (a power of two), and address -> bytes."""

    shards: int
    files: Mapping[str, bytes]


@lru_cache(maxsize=2)
def look_up(dataset: Dataset, today: date) -> LookUp:
    """The look-up of all periods that are shown; a case in several periods has its latest state.

    The answer is cached: the page needs the number of shards, and another output the files.
    """
    known = latest(posted_periods(dataset, today).values(), today)
    count = 1
    while count * CASES_PER_SHARD < len(known):
        count *= 2
    same: dict[str, list[str]] = defaultdict(list)
    for receipt in known:
        same[loose(receipt)].append(receipt)
    shards: list[dict[str, list[str | int]]] = [{} for _ in range(count)]
    for typed, receipts in same.items():
        number = fnv1a(typed)
        shard = shards[number & (count - 1)]
        for receipt in receipts:
            shard[key(number if len(receipts) == 1 else fnv1a(strict(receipt)))] = _entry(known[receipt], dataset)
    return LookUp(count, {address(count, number): _json(shard) for number, shard in enumerate(shards)})


def latest(postings: Iterable[PostedPeriod], today: date) -> dict[str, CaseState]:
    """Mapping receipt number (``strict``) -> its row or withdrawal.

    The row of the period that ends last is taken. A withdrawal replaces the rows of all periods that had ended by that
    day, so that a row withdrawn from a month is not found through its quarter.
    """
    found: dict[str, CaseState] = {}
    gone: dict[str, WithdrawnRow] = {}
    until: dict[str, date] = {}
    for posted in sorted(postings, key=_age):
        for row in posted.rows:
            number = strict(row.receipt)
            found[number], until[number] = row, posted.period.until
        for withdrawn in posted.period.withdrawn_rows:
            number = strict(withdrawn.receipt)
            if withdrawn.on <= today and (number not in gone or gone[number].on <= withdrawn.on):
                gone[number] = withdrawn
    for number, withdrawn in gone.items():
        if number not in until or until[number] <= withdrawn.on:
            found[number] = withdrawn
    return dict(sorted(found.items()))


def address(shards: int, number: int) -> str:
    """Site-relative address of a shard."""
    return f"{addresses.LOOKUP}{shards}/{number:02x}.json"


def strict(receipt: str) -> str:
    """A receipt number in one form: half-width, upper case, one kind of hyphen, no spaces."""
    if receipt.isascii():
        return receipt.upper().translate(_ASCII_STRICT)
    folded = unicodedata.normalize("NFKC", receipt).upper()
    return "".join(
        "-" if unicodedata.category(character) == "Pd" or character in "−_" else character
        for character in folded
        if unicodedata.category(character)[0] not in "ZC"
    )


def loose(receipt: str) -> str:
    """Only the letters and digits of a receipt number."""
    if receipt.isascii():
        return receipt.upper().translate(_ASCII_LOOSE)
    folded = unicodedata.normalize("NFKC", receipt).upper()
    return "".join(character for character in folded if unicodedata.category(character)[0] in "LN")


def fnv1a(text: str) -> int:
    """FNV-1a of the UTF-8 bytes of ``text``, 64 bits."""
    value = _OFFSET
    for byte in text.encode():
        value = (value ^ byte) * _PRIME & _MASK
    return value


def key(number: int) -> str:
    """A hash as 16 letters."""
    return f"{number:016x}".translate(_LETTERS)


def _age(posted: PostedPeriod) -> tuple[date, date, str]:
    period: ResultPeriod = posted.period
    return period.until, period.prepared_on or period.until, period.id


def _entry(known: CaseState, dataset: Dataset) -> list[str | int]:
    if isinstance(known, WithdrawnRow):
        return [known.on.isoformat(), known.reason]
    service = dataset.services.get(known.service)
    counted = policy_of(service) == "counts"
    due = "" if counted else due_words(extended_days(known, service), DUE_DAYS)
    completed = known.completed.isoformat() if known.completed else ""
    return [known.outcome, known.accepted.isoformat(), due, completed, known.extension_days or 0]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
