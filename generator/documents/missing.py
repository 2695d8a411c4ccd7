"""What a guide does not know: everything that its page marks as 待补充, so that a banner can name it and lead there.

Taken from the document alone, as the page is, so that the two cannot differ.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.documents.guide import Guide
from generator.documents.parts import Entry, Fact, FactValue, Section
from generator.texts.guide import MISSING
from generator.texts.shared import UNKNOWN

_TOLD_BELOW = ("bring", "how_long")
"""Facts at the top of a guide whose section, below, is missing or lacks the same fact."""


class Missing(NamedTuple):
    """Something that is not known: what it is, and the anchor of the part of the page where it is marked."""

    label: str
    anchor: str


def missing(guide: Guide) -> tuple[Missing, ...]:
    """What ``guide`` does not know, in the order of its page, each once."""
    return tuple(dict.fromkeys(_missing(guide)))


def _missing(guide: Guide) -> Iterator[Missing]:
    if note := guide.status_note:
        if _unknown(note.reason):
            yield Missing(MISSING["reason"], "status")
        if note.successor:
            yield from _of_facts((note.successor,), "status")
    if not guide.offered:
        return
    if _unknown(guide.summary):
        yield Missing(MISSING["summary"], "summary")
    yield from _of_facts((fact for fact in guide.facts if fact.key not in _TOLD_BELOW), "facts")
    for section in guide.sections:
        yield from _of_section(section)
    yield from _of_facts((guide.verified,), "verified")


def _of_section(section: Section) -> Iterator[Missing]:
    if not (section.facts or section.entries or section.remark):
        yield Missing(section.label, section.key)
    yield from _of_facts(section.facts, section.key)
    for entry in section.entries:
        yield from _of_entry(entry, section)
    if section.key == "limits" and section.remark:
        yield Missing(MISSING["unit"], section.key)


def _of_entry(entry: Entry, section: Section) -> Iterator[Missing]:
    if _unknown(entry.name):
        yield Missing(section.label, section.key)
    for missed in _of_facts(entry.facts, section.key):
        named = missed.label and not _unknown(entry.name)
        label = MISSING["of"].format(name=entry.name, what=missed.label) if named else section.label
        yield Missing(label, section.key)


def _of_facts(facts: Iterator[Fact] | tuple[Fact, ...], anchor: str) -> Iterator[Missing]:
    """The unknown ones of ``facts`` and of what adds to them."""
    for fact in facts:
        if not fact.values or any(map(_unknown, fact.values)):
            yield Missing(fact.label or MISSING.get(fact.key, ""), anchor)
        yield from _of_facts(fact.notes, anchor)


def _unknown(value: FactValue) -> bool:
    """Whether a page marks ``value``; a placeholder in a text was replaced by the mark itself."""
    return value is None or (isinstance(value, str) and UNKNOWN in value)
