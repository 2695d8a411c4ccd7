"""The parts of a document: facts, entries and sections. Layouts choose facts and sections by their keys.

They are named tuples because a guide has about seventy, and frozen dataclasses take four times as long to make.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

FactValue = str | date | None
"""A value in words. A date stays a date, since each layout has its own form of dates; None means unknown."""


class Fact(NamedTuple):
    """One fact: its label (if any) and its values. No values, or None among them, mean that it is unknown.

    ``notes`` add to it. ``record`` is the id of the record that it names, ``section`` the key of the section with
    details. ``phone`` is True if the values are telephone numbers.
    """

    key: str
    label: str | None
    values: tuple[FactValue, ...]
    notes: tuple["Fact", ...] = ()
    record: str | None = None
    section: str | None = None
    phone: bool = False

    @property
    def value(self) -> FactValue:
        """The first value; None where it is unknown."""
        return self.values[0] if self.values else None


class Entry(NamedTuple):
    """One item of a section: a name and facts about it; ``record`` is the id of the record that it names."""

    name: str
    facts: tuple[Fact, ...] = ()
    record: str | None = None

    def value(self, key: str) -> FactValue:
        """The value of the fact with this key; None where it is unknown or not there."""
        for fact in self.facts:
            if fact.key == key:
                return fact.value
        return None


class Section(NamedTuple):
    """A part of a document: facts or entries under a heading. With neither, its contents are unknown.

    ``short`` is the heading for a narrow column. ``remark`` is a sentence about the whole section; without
    facts and entries it says why there are none.
    """

    key: str
    label: str
    short: str
    facts: tuple[Fact, ...] = ()
    entries: tuple[Entry, ...] = ()
    remark: str | None = None

    def fact(self, key: str) -> Fact:
        """The fact with this key; KeyError where there is none."""
        return pick(self.facts, key)

    def has(self, key: str) -> bool:
        """Whether there is a fact with this key."""
        return any(fact.key == key for fact in self.facts)


def pick(facts: Iterable[Fact], key: str) -> Fact:
    """The fact of ``facts`` with this key; KeyError where there is none."""
    for fact in facts:
        if fact.key == key:
            return fact
    raise KeyError(key)


def known(*facts: Fact | None) -> tuple[Fact, ...]:
    """The given facts that have a known value."""
    return tuple([fact for fact in facts if fact and fact.values and fact.values[0] is not None])
