"""The look-up (办件查询): the status of one case by its receipt number or query code, on a static site.

Owns the files that ``lookup.js`` (site_templates/theme/assets/gongshi) reads. What a resident types stays in the
browser; the server sees only which shard was loaded.

Anybody can load all shards, take out the cases that are listed on the pages, and try thousands of numbers. So:

- The receipt number (收件编号) leads only to cases that are listed one by one anyway, and to withdrawn rows, which the
  page of the period names. A case of a service that is only counted is found by its random query code (查询码) alone;
  without one it is not in the look-up. Its outcome and its due day, which would tell the service, never are.
- Every shard has ``SHARD_SIZE`` entries of one length, some of them decoys. How many shards there are follows from the
  listed cases and from the hundreds of the others.
- An entry is encrypted under the number that leads to it. The salt of its key and the decoys follow from all cases of
  the edition: nothing stands in two editions alike, and the same cases give the same bytes.

``results/lookup/SALT/NN.js`` (NN in hexadecimal) hands over an object: name of an entry -> ciphertext. SALT, 32
letters, stands for the edition, so that a page from before a new one finds no file instead of the wrong one. All bytes
are written as two letters from a to p each: without digits, nothing can look like a telephone or identity number.
With PRF = HMAC-SHA-256::

    secret      PBKDF2-HMAC-SHA-256(form, SALT, rounds, 32 bytes); CODE_ROUNDS for what only a code tells, else 1
    name        PRF(secret, "name"), 8 bytes
    ciphertext  tag, then text xor stream; tag = PRF(secret, "tag" + text), 16 bytes
    stream      PRF(secret, "stream" + tag + one byte), for 0, 1, 2 ...
    text        JSON with spaces behind it:
                [outcome, accepted, due, completed or "", extension days or 0]  a listed case; ``due`` is the last day
                                                                                after extension in words
                [在办 or 已有结果, accepted, "", completed or "", 0]              a case that is only counted
                [withdrawn on, reason]                                          a row that was withdrawn

``form`` is the number as ``loose`` has it. Where two receipts differ only in what ``loose`` drops, it is the one of
``strict``, in the shard of the loose one. The shard is SHA-256(SALT + loose form), the last bits of its first 4 bytes.
"""

import hashlib
import hmac
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import count

from generator.facts.deadlines import due_words, extended_days
from generator.facts.receipt_forms import loose, strict
from generator.facts.workdays import Calendar, calendar_of
from generator.model import Dataset, ResultPeriod, ResultRow
from generator.model.posting import WithdrawnRow
from generator.results.disclosure import PostedPeriod, policy_of, posted_periods
from generator.site import addresses
from generator.site.handed import compact, handed
from generator.texts.pages import DUE_DAYS, LOOKUP_ANSWERED, LOOKUP_OPEN

SHARD_SIZE = 128
"""Entries of every shard, decoys included."""
CODE_ROUNDS = 5_000
"""Rounds of PBKDF2 for a query code. A receipt has one: what it leads to is public, so that guessing gains nothing."""

CaseState = ResultRow | WithdrawnRow
"""The row of a case, or the note of its withdrawal."""

_FILLED = 80
"""Real entries of a shard, on average and at most: the chance that one of a thousand overflows is 1 : 2,000."""
_EDITION_ROUNDS = 20_000
_STEP = 32
"""Texts are as long as the longest, rounded up to a multiple of so many bytes."""
_LONGEST_REASON = 40
"""Characters of a reason that are told here; all entries are as long as the longest, and the page has it whole."""
_TAG = 16
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is found under a number: the form that leads to its shard, the form and rounds of its secret, its text."""

    place: str
    form: str
    rounds: int
    text: bytes


@dataclass(frozen=True, eq=False)
class LookUp:
    """The look-up of one edition: its salt, the key of its decoys, the length of a text, the entries of each shard."""

    salt: str
    decoys: bytes
    length: int
    shards: tuple[tuple[Entry, ...], ...]

    def file(self, number: int) -> bytes:
        """One shard, as a script: its entries and decoys, in the order of their names so that none stands out."""
        found = dict(_sealed(entry, self.salt, self.length) for entry in self.shards[number])
        for decoy in count():
            if len(found) == SHARD_SIZE:
                return handed(f"lookup {number:02x}", dict(sorted(found.items())))
            noise = _stream(self.decoys, f"{number}/{decoy}".encode(), 8 + _TAG + self.length)
            found[letters(noise[:8])] = letters(noise[8:])
        raise AssertionError


@lru_cache(maxsize=2)
def look_up(dataset: Dataset, today: date) -> LookUp:
    """The look-up of all periods that are shown; a case in several periods has its latest state.

    The answer is cached: the page needs its salt, and another output the files.
    """
    known = latest(posted_periods(dataset, today).values(), today)
    by_receipt = list(_by_receipt(known, dataset))
    by_code = list(_by_code(known, dataset))
    entries = [*by_receipt, *by_code]
    told = compact([(entry.form, entry.rounds, entry.text.decode()) for entry in entries]).encode()
    edition = _edition_of(told)
    salt, decoys = letters(edition[:16]), edition[16:]
    length = max((-(-len(entry.text) // _STEP) * _STEP for entry in entries), default=_STEP)
    room = len(by_receipt) + 100 * (len(by_code) // 100 + 1)
    shards = 1
    while shards * _FILLED < room:
        shards *= 2
    while True:
        divided: list[list[Entry]] = [[] for _ in range(shards)]
        for entry in entries:
            divided[shard_of(entry.place, salt, shards)].append(entry)
        if max(map(len, divided)) <= SHARD_SIZE:
            return LookUp(salt, decoys, length, tuple(map(tuple, divided)))
        shards *= 2


@lru_cache(maxsize=2)
def _edition_of(told: bytes) -> bytes:
    """48 bytes that change with all that the look-up tells; slow, and the same for all halls that tell nothing."""
    return hashlib.pbkdf2_hmac("sha256", told, b"gongshi look-up", _EDITION_ROUNDS, 48)


def _by_receipt(known: Mapping[str, CaseState], dataset: Dataset) -> Iterator[Entry]:
    """What everybody may find by its receipt number, because it stands on a page too."""
    calendar = calendar_of(dataset.holidays)
    same: dict[str, list[str]] = defaultdict(list)
    for receipt in known:
        same[loose(receipt)].append(receipt)
    for place, receipts in same.items():
        for receipt in receipts:
            state = known[receipt]
            if isinstance(state, WithdrawnRow) or not _is_counted(state, dataset):
                form = place if len(receipts) == 1 else strict(receipt)
                yield Entry(place, form, 1, compact(_text(state, dataset, calendar)).encode())


def _by_code(known: Mapping[str, CaseState], dataset: Dataset) -> Iterator[Entry]:
    calendar = calendar_of(dataset.holidays)
    for given in dataset.query_codes:
        state = known.get(strict(given.receipt))
        if state is not None:
            place = loose(given.code)
            counted = isinstance(state, ResultRow) and _is_counted(state, dataset)
            yield Entry(place, place, CODE_ROUNDS if counted else 1, compact(_text(state, dataset, calendar)).encode())


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
        for withdrawn in posted.period.withdrawn_rows if posted.phase == "shown" else ():
            number = strict(withdrawn.receipt)
            if withdrawn.on <= today and (number not in gone or gone[number].on <= withdrawn.on):
                gone[number] = withdrawn
    for number, withdrawn in gone.items():
        if number not in until or until[number] <= withdrawn.on:
            found[number] = withdrawn
    return dict(sorted(found.items()))


def address(salt: str, number: int) -> str:
    """Site-relative address of a shard."""
    return f"{addresses.LOOKUP}{salt}/{number:02x}.js"


def shard_of(form: str, salt: str, shards: int) -> int:
    """The shard that the loose form of a number leads to; ``shards`` is a power of two."""
    return int.from_bytes(hashlib.sha256(f"{salt}{form}".encode()).digest()[:4], "big") & (shards - 1)


def secret_of(form: str, rounds: int, salt: str) -> bytes:
    """The 32 bytes under which the entry of a number is named and encrypted."""
    return hashlib.pbkdf2_hmac("sha256", form.encode(), salt.encode(), rounds)


def name_of(secret: bytes) -> str:
    """The name of an entry, 16 letters."""
    return letters(_prf(secret, b"name")[:8])


def letters(data: bytes) -> str:
    """Two letters from a to p for each byte."""
    return data.hex().translate(_LETTERS)


def _age(posted: PostedPeriod) -> tuple[date, date, str]:
    period: ResultPeriod = posted.period
    return period.until, period.prepared_on or period.until, period.id


def _is_counted(row: ResultRow, dataset: Dataset) -> bool:
    return policy_of(dataset.services.get(row.service)) == "counts"


def _text(state: CaseState, dataset: Dataset, calendar: Calendar) -> list[str | int]:
    if isinstance(state, WithdrawnRow):
        return [state.on.isoformat(), _cut(state.reason)]
    completed = state.completed.isoformat() if state.completed else ""
    if _is_counted(state, dataset):
        return [LOOKUP_ANSWERED if completed else LOOKUP_OPEN, state.accepted.isoformat(), "", completed, 0]
    due = due_words(extended_days(state, dataset.services.get(state.service), calendar), DUE_DAYS)
    return [state.outcome, state.accepted.isoformat(), due, completed, state.extension_days or 0]


def _cut(reason: str) -> str:
    return reason if len(reason) <= _LONGEST_REASON else f"{reason[: _LONGEST_REASON - 1]}…"


def _sealed(entry: Entry, salt: str, length: int) -> tuple[str, str]:
    """Name and ciphertext of ``entry``, its text filled up to ``length``."""
    secret, text = secret_of(entry.form, entry.rounds, salt), entry.text.ljust(length)
    tag = _prf(secret, b"tag" + text)[:_TAG]
    hidden = bytes(a ^ b for a, b in zip(text, _stream(secret, b"stream" + tag, length), strict=True))
    return name_of(secret), letters(tag + hidden)


def _stream(secret: bytes, label: bytes, length: int) -> bytes:
    blocks = (_prf(secret, label + bytes([number])) for number in range(-(-length // 32)))
    return b"".join(blocks)[:length]


def _prf(secret: bytes, message: bytes) -> bytes:
    return hmac.digest(secret, message, "sha256")
