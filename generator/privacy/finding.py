"""The records of the detectors: what was found, of which kind, and which values are the hall's own and no finding."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from generator.privacy.disguise import DIGIT, JOINER, canonical

PrivateKind = Literal[
    "resident-id",
    "resident-id-15",
    "masked-id",
    "travel-permit",
    "passport",
    "other-paper",
    "mobile",
    "bank-card",
    "plate",
    "email",
    "address",
    "labelled-number",
    "sensitive-name",
    "name",
]
"""What was found: 身份证号, 15-digit 身份证号, a mask that leaves too much, 通行证, 护照, another paper, 手机号,
银行卡号, 车牌号, e-mail, an address down to the door, a number that only its label gives away, the name of a person
beside illness, petition, correction or children in need, and any other name beside a label."""
REMINDED: frozenset[str] = frozenset({"name"})
"""Kinds of which people are reminded; every other stops publication."""

LISTED_KINDS: frozenset[str] = frozenset({"mobile", "bank-card", "plate", "email", "address", "labelled-number"})
"""Kinds of contacts, which a hall may publish on purpose; all others belong to a person."""

_NUMBER = re.compile(f"{DIGIT}(?:{JOINER}*+{DIGIT})*+[Xx]?")


class RulesMissing(Exception):
    """A detector does not find the value made up to try it, so its silence about a text means nothing."""


class Unreadable(Exception):
    """A file, or a part of one, that nobody can vouch for."""


class NotRewritten(Exception):
    """A picture or a PDF that is not written again as people see it; the text is a key of ``texts`` (NOT_CLEANED)."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Half-open offsets in the text as given; the value itself is never kept.

    ``nameable`` are names, and years and months of birth, that a notice may show while the law requires it to.
    """

    start: int
    end: int
    kind: PrivateKind
    nameable: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class PublicContacts:
    """The hall's own contacts and receipt numbers in canonical form; they are public and no finding."""

    numbers: frozenset[str] = field(default_factory=frozenset)
    emails: frozenset[str] = field(default_factory=frozenset)
    addresses: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, texts: Iterable[str]) -> "PublicContacts":
        """From the texts of contact fields and receipt numbers, one value or several separated by 、 or words."""
        numbers, emails, addresses = set[str](), set[str](), set[str]()
        for text in texts:
            value = canonical(text)
            if "@" in value or "@" in text:
                emails.update(canonical(part) for part in re.split(r"[\s、，,;；]+", text) if part)
            elif len(value) >= 5:
                numbers.add(value)
                numbers.update(canonical(m[0]) for m in _NUMBER.finditer(text))
                addresses.add(value)
        return cls(frozenset(n for n in numbers if len(n) >= 5), frozenset(emails), frozenset(addresses))


NO_PUBLIC_CONTACTS = PublicContacts()
