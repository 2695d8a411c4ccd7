"""The short guide (简版) of a service: one sheet in large type, for those who read with difficulty.

What the thing is, who may apply, what to bring, how long and how much, where, when and whom to ask. Where conditions or
materials are too many for one sheet, it says how many there are and that the guide lists them; nothing is cut.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from generator.documents.guide import Guide
from generator.kit.guide import services_in_force, sheet_of_service
from generator.kit.kind import Kind, Subject
from generator.kit.wording import values, words
from generator.model import Service, SheetKey, Site
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.kit_guides import SHORT_GUIDE
from generator.texts.shared import UNKNOWN

SMALLEST = 20.0
"""Points of the smallest type, for elderly readers."""

LAYOUT = Layout("short-guide", distance=0.8, largest=1.5, fine=SMALLEST)

_FACTS = ("how_long", "how_much", "where", "when", "ask")


def short_guide_sheet(service: Service, document: Guide, site: Site, url: str | None) -> Sheet:
    """The short guide of a service."""
    asked = [_row(fact.label, values(fact)) for fact in map(document.fact, _FACTS)]
    body: dict[str, Json] = {
        "over": SHORT_GUIDE["over"].format(hall=site.hall.name),
        "rows": [*_what(document), _who(document), _bring(document), *asked],
    }
    return sheet_of(LAYOUT, service.id, service.name, body, Footer(), site, url, service.verified)


def _row(label: str | None, lines: Iterable[str], instead: str | None = None, ticks: bool = False) -> Json:
    """A row: its lines, and what stands ``instead`` of them where there is no room."""
    return {"label": label, "lines": list(lines) or [UNKNOWN], "instead": instead, "ticks": ticks}


def _what(document: Guide) -> list[Json]:
    return [_row(SHORT_GUIDE["what"], [document.summary])] if document.summary else []


def _who(document: Guide) -> Json:
    """The conditions; the audience alone says it of nobody in particular."""
    who, section = document.fact("who"), document.section("conditions")
    conditions = [entry.name for entry in section.entries] if section else []
    audience = words(who.value) or UNKNOWN
    instead = SHORT_GUIDE["conditions_elsewhere"].format(audience=audience, count=len(conditions))
    return _row(who.label, conditions or values(who), instead if conditions else None)


def _bring(document: Guide) -> Json:
    bring, section = document.fact("bring"), document.section("materials")
    names = [entry.name for entry in section.entries] if section else []
    instead = SHORT_GUIDE["materials_elsewhere"].format(count=len(names))
    return _row(bring.label, names or values(bring), instead if names else None, ticks=bool(names))


def _subjects(edition: Edition) -> Iterator[Subject]:
    for record, service in services_in_force(edition):
        yield Subject(SheetKey(KIND.name, record), SHORT_GUIDE["title_of"].format(service=service.name))


KIND = Kind("short-guide", LAYOUT, "a4", _subjects, partial(sheet_of_service, short_guide_sheet), sets=("handout",))
