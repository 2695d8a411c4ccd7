"""What a guide in two languages says, in Chinese: the short of a guide, in texts that are translated one by one.

The basis, the questions and what staff do in a step are left to the page; what to bring, and when an application is
refused, is told whole.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.documents.guide import Guide
from generator.documents.parts import Entry, Fact
from generator.model import Dataset
from generator.texts.second_language import BILINGUAL
from generator.texts.shared import GUIDES, UNKNOWN

PartStyle = Literal["facts", "points", "ticks", "steps"]
"""How a part is set: as labels and values, with bullets, boxes to tick, numbers."""

_FACTS = ("who", "bring", "how_long", "how_much", "visits", "where", "when", "ask")
_SECTIONS: dict[str, PartStyle] = {
    "conditions": "points",
    "materials": "ticks",
    "situations": "points",
    "steps": "steps",
    "exclusions": "points",
}
_TAGS = ("necessity", "original", "copies", "who", "step_limit")


class Line(NamedTuple):
    """A text, those right behind it, and those below it."""

    head: str
    tags: tuple[str, ...] = ()
    below: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All of its texts."""
        return (self.head, *self.tags, *self.below)


class Part(NamedTuple):
    """Lines under a label; the facts that residents ask first have none."""

    label: str | None
    style: PartStyle
    lines: tuple[Line, ...]


def parts(document: Guide) -> Iterator[Part]:
    """What the guide says below its title; nothing of a service that is no longer offered."""
    if not document.offered:
        return
    more = document.section("more")
    facts = [document.fact(key) for key in _FACTS]
    facts += [more.fact("result"), more.fact("complaint")] if more else []
    yield Part(None, "facts", tuple(map(_told, facts)))
    for key, style in _SECTIONS.items():
        section = document.section(key)
        if section and section.entries:
            yield Part(section.label, style, tuple(map(_line, section.entries)))


def words_of(document: Guide, dataset: Dataset) -> Iterator[str]:
    """Every text that a guide in two languages has to have in both."""
    yield from (document.name, dataset.site.hall.name, GUIDES, BILINGUAL["prevails"])
    for part in parts(document):
        if part.label:
            yield part.label
        for line in part.lines:
            yield from line.words


def _told(fact: Fact) -> Line:
    return Line(fact.label or "", below=_values(fact) or (UNKNOWN,))


def _line(entry: Entry) -> Line:
    tags = [value for key in _TAGS for fact in entry.facts if fact.key == key for value in _values(fact)]
    notes = [value for fact in entry.facts if fact.key == "note" for value in _values(fact)]
    numbers = "、".join((fact.label or "").rstrip(".") for fact in entry.facts if fact.key == "material")
    papers = [BILINGUAL["papers"].format(numbers=numbers)] if numbers else []
    return Line(entry.name, tuple(tags), (*papers, *notes))


def _values(fact: Fact) -> tuple[str, ...]:
    return tuple(str(value) for value in fact.values if value is not None)
