"""The parts that a page is made of, whatever it is laid out for: headings, paragraphs, lists, tables, pictures.

Layouts decide how each is written; a text is plain and not yet escaped. A ``link`` is an address of the site
(services/ID/), which layouts resolve, an anchor (#materials), or a full address (https:, tel:, mailto:).
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from generator.documents.parts import Fact, FactValue
from generator.facts.phones import shown_parts
from generator.texts.channels_blocks import BLOCKS
from generator.texts.shared import UNKNOWN

Tone = Literal["", "note", "gap", "tag", "lead", "callout", "right", "center", "action", "crumbs"]
"""What a text is besides its words; "" for plain text. Layouts may show it or not."""


class Run(NamedTuple):
    """A piece of a line."""

    text: str
    link: str = ""
    strong: bool = False
    tone: Tone = ""


Line = tuple[Run, ...]


class Heading(NamedTuple):
    """A heading of level 2 to 4 with its anchor; "" for one that nothing leads to."""

    level: int
    line: Line
    anchor: str = ""


class Paragraph(NamedTuple):
    """A paragraph; ``anchor`` as for a heading."""

    line: Line
    tone: Tone = ""
    anchor: str = ""


class Listing(NamedTuple):
    """A list, each item of one line or more; ``look`` says how lists of links are shown where there is room."""

    items: tuple[tuple[Line, ...], ...]
    ordered: bool = False
    look: Literal["", "links", "cards", "chips"] = ""


class Table(NamedTuple):
    """A table; the first cell of a row is its heading. Without ``head`` it pairs labels and values."""

    rows: tuple[tuple[Line, ...], ...]
    head: tuple[str, ...] = ()
    figures: frozenset[int] = frozenset()


class Picture(NamedTuple):
    """A picture of the site by its address; ``alt`` says what it shows to who does not see it."""

    address: str
    title: str
    alt: str


class SearchBox(NamedTuple):
    """The search; ``results`` where the page shows what was found. ``phone`` can be asked instead."""

    results: bool = False
    phone: str = ""


class LookUpForm(NamedTuple):
    """The look-up of one case: the salt and the number of its files, whether some cases have codes, whom to ask."""

    salt: str
    shards: int
    coded: bool
    phone: str


Block = Heading | Paragraph | Listing | Table | Picture | SearchBox | LookUpForm


def unknown() -> Run:
    """What stands for a fact that is not known."""
    return Run(UNKNOWN, tone="gap")


def known(value: FactValue) -> Run:
    """A value in words, or the mark of an unknown one."""
    return Run(value.isoformat() if isinstance(value, date) else value) if value else unknown()


def phone(text: str | None) -> Line:
    """Telephones, each of which can be called."""
    if not text:
        return (unknown(),)
    return tuple(Run(part.text, f"tel:{part.dial}" if part.dial else "") for part in shown_parts(text))


def plain(text: FactValue, link: str = "") -> Line:
    """A line of one text."""
    return (known(text)._replace(link=link),)


def told(fact: Fact, between: str = "；") -> Line:
    """The values of a fact, and its notes."""
    if fact.phone:
        line: Line = phone(str(fact.value) if fact.value else None)
    elif fact.values:
        line = tuple(run for at, value in enumerate(fact.values) for run in _joined(at, value, between))
    else:
        line = (unknown(),)
    return (*line, *notes(fact.notes))


def notes(facts: Iterable[Fact]) -> Line:
    """What adds to a fact, in brackets."""
    return tuple(Run(BLOCKS["note"].format(text=labelled(fact)), tone="note") for fact in facts)


def labelled(fact: Fact) -> str:
    """A fact in words, its label before it."""
    text = known(fact.value).text
    return BLOCKS["labelled"].format(label=fact.label, text=text) if fact.label else text


def pairs(facts: Iterable[Fact]) -> Table:
    """Facts as a table of labels and values."""
    return Table(tuple((plain(fact.label), told(fact)) for fact in facts))


def _joined(at: int, value: FactValue, between: str) -> Line:
    return (Run(between), known(value)) if at else (known(value),)
