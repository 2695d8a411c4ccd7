"""The guide to take home: all that the guide of a service says, in the order in which a resident needs it.

For both sides of A4. The steps become a chart: boxes and arrows, beside each who does it, how long it takes, and what
is done.
"""

from collections.abc import Iterator
from functools import partial
from typing import Literal

from generator.documents.guide import Guide
from generator.documents.parts import Entry, Fact, Section
from generator.kit.guide import services_in_force, sheet_of_service
from generator.kit.kind import Kind, Subject
from generator.kit.wording import labelled, supervision_phone, values, words
from generator.model import Service, SheetKey, Site
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.kit_guides import TAKE_HOME
from generator.texts.posters import POSTER_WORDS
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN, VERIFIED

LAYOUT = Layout("take-home", distance=0.4)

SectionStyle = Literal["points", "ticks", "flow", "facts", "answers"]
"""How a section is set: with bullets, boxes to tick, as a chart, as labels and values, as questions and answers."""

_SECTIONS: dict[str, SectionStyle] = {
    "conditions": "points",
    "exclusions": "points",
    "materials": "ticks",
    "situations": "points",
    "steps": "flow",
    "limits": "facts",
    "fee": "points",
    "online": "points",
    "appointment": "points",
    "more": "facts",
    "redress": "points",
    "faq": "answers",
    "basis": "points",
}
"""Section -> style, in the order of an application: may I, what do I bring, what happens, what if I ask more."""

_TAGS = ("count", "necessity", "provided_by", "original", "copies", "format", "place")
"""Facts right behind the name of an entry, before those with a label; all others stand below it."""


def take_home_sheet(service: Service, document: Guide, site: Site, url: str | None) -> Sheet:
    """The guide of a service to take home."""
    body: dict[str, Json] = {
        "over": TAKE_HOME["over"].format(hall=site.hall.name),
        "aliases": labelled(document.aliases) if document.aliases else None,
        "summary": document.summary,
        "continued": POSTER_WORDS["continued"],
        "facts": [_pair(fact) for fact in document.facts],
        "sections": list(_parts(document)),
    }
    fields = {
        POSTER_WORDS["address"]: site.hall.address,
        SUPERVISION_PHONE: supervision_phone(site),
        VERIFIED: words(document.verified.value),
    }
    footer = Footer(fields, POSTER_WORDS["page_mark"], always=True)
    return sheet_of(LAYOUT, service.id, service.name, body, footer, site, url, service.verified)


def _parts(document: Guide) -> Iterator[Json]:
    for key, style in _SECTIONS.items():
        if section := document.section(key):
            yield {"label": section.label, "style": style, **_contents_of(section, style)}


def _contents_of(section: Section, style: SectionStyle) -> dict[str, Json]:
    if section.facts:
        return {"entries": [_pair(fact) for fact in section.facts], "remark": section.remark}
    if not section.entries:
        return {"entries": [], "remark": section.remark or UNKNOWN}
    make = {"flow": _step, "answers": _answer}.get(style, _entry)
    return {"entries": [make(entry) for entry in section.entries], "remark": section.remark}


def _pair(fact: Fact) -> Json:
    """A label, its values, and what adds to them."""
    return {
        "label": fact.label,
        "lines": [*values(fact)] or [UNKNOWN],
        "notes": [labelled(note) for note in fact.notes],
    }


def _entry(entry: Entry) -> Json:
    papers = [
        TAKE_HOME["numbered"].format(number=fact.label, name=words(fact.value))
        for fact in entry.facts
        if fact.key == "material"
    ]
    tags = [labelled(fact) for key in _TAGS for fact in entry.facts if fact.key == key and fact.value]
    others = [fact for fact in entry.facts if fact.key not in (*_TAGS, "material")]
    tags += [labelled(fact) for fact in others if fact.label]
    notes = [labelled(fact) for fact in others if not fact.label]
    return {"head": entry.name, "tags": [*tags], "notes": ["、".join(papers), *notes] if papers else [*notes]}


def _step(entry: Entry) -> Json:
    """A box of the chart; what is not known of a step is left out beside it."""
    facts = {fact.key: fact for fact in entry.facts if fact.value}
    beside: list[Json] = []
    for key in ("who", "step_limit", "what"):
        if fact := facts.get(key):
            notes = "".join(f"（{words(note.value)}）" for note in fact.notes)
            beside.append([fact.label or TAKE_HOME[key], f"{words(fact.value)}{notes}"])
    return {"head": entry.name, "beside": beside}


def _answer(entry: Entry) -> Json:
    return {"head": entry.name, "tags": [], "notes": [words(entry.value("answer")) or UNKNOWN]}


def _subjects(edition: Edition) -> Iterator[Subject]:
    for record, service in services_in_force(edition):
        yield Subject(SheetKey(KIND.name, record), TAKE_HOME["title_of"].format(service=service.name))


KIND = Kind("take-home", LAYOUT, "a4", _subjects, partial(sheet_of_service, take_home_sheet), sets=("handout",))
