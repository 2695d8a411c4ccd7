"""A service as linked data: one node that is a GovernmentService of schema.org and a PublicService of CPSV-AP 3.2.

Nodes are plain values of JSON-LD; the names of their keys are those of ``linked_data.CONTEXT``. CPSV-AP wants an
identifier of most things: it is the last part of their address. What is not known is left out, but for what CPSV-AP
cannot do without: a description, for which the name stands.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from generator.facts.services import MaterialFacts, ServiceFacts, service_facts
from generator.model import Basis, Dataset, Service
from generator.model.duration import Duration
from generator.site import addresses
from generator.texts.channels_data import LINKED
from generator.texts.guide import GUIDE, SECTIONS

Node = dict[str, object]

CHINESE = "http://publications.europa.eu/resource/authority/language/ZHO"
YUAN = "http://publications.europa.eu/resource/authority/currency/CNY"


_PLANES = "".join(f"{chr(plane)}-{chr(plane + 0xFFFD)}" for plane in range(0x10000, 0xE0000, 0x10000))
_BEYOND_ASCII = f"\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef{_PLANES}\U000e1000-\U000efffd"
"""What an IRI may have as it is besides ASCII (``ucschar`` of RFC 3987, 2.2): no controls and no private characters."""
_IN_NAME = re.compile(f"[^{_BEYOND_ASCII}]+")
_IN_ADDRESS = re.compile(rf"[^!#-;=?-\[\]_a-z~{_BEYOND_ASCII}]+")


@lru_cache(maxsize=1_024)
def _fragment(name: str) -> str:
    """``name`` as the last part of an address; Chinese stays, as in every address of linked data."""
    return _IN_NAME.sub(lambda signs: quote(signs[0]), name)


def _address(typed: str | None) -> str | None:
    """The address of a page as the hall typed it, which browsers open with signs that no IRI has."""
    return typed and _IN_ADDRESS.sub(lambda signs: quote(signs[0]), typed)


class Place(NamedTuple):
    """The addresses of nodes; ``base`` is that of the site, or the way to it where it has none."""

    base: str

    def of_site(self, name: str) -> str:
        """The address of something that the site names, and that has no page."""
        return f"{self.base}{addresses.OPEN_DATA}#{_fragment(name)}"

    def of_service(self, service_id: str) -> str:
        """The address of a service: that of its page."""
        return f"{self.base}{addresses.page(addresses.SERVICES, service_id)}"


def service_node(service: Service, dataset: Dataset, place: Place, office: str) -> Node:
    """The node of ``service``; ``office`` is the address of the node of the hall."""
    facts = service_facts(service, dataset)
    mine = place.of_service(service.id)
    body = service.body or dataset.site.organisation
    node: Node = {
        "id": mine,
        "type": ["schema:GovernmentService", "cpsv:PublicService"],
        "identifier": service.id,
        "title": service.name,
        "name": service.name,
        "description": service.summary or service.name,
        "text": service.summary,
        "alternateName": list(service.aliases),
        "keyword": list(service.aliases),
        "url": mine,
        "serviceType": service.type,
        "status": place.of_site(service.status.state),
        "language": CHINESE,
        "partOf": place.of_site("services"),
        "authority": place.of_site(body),
        "operator": office,
        "audience": [place.of_site(audience) for audience in service.audience],
        "group": [place.of_site(event) for event in service.life_events],
        "legalResource": [_law(mine, number, basis) for number, basis in enumerate(service.legal_basis, 1)],
    }
    if facts.offered:
        node |= _how(service, facts, mine, office)
        node["related"] = [place.of_service(one.id) for one in facts.related]
    return known(node)


def shared_nodes(dataset: Dataset, place: Place) -> Iterator[Node]:
    """What many services point at: the language, words that the hall chooses from, and events in life."""
    yield {"id": CHINESE, "type": "dct:LinguisticSystem"}
    yield {"id": YUAN, "type": "skos:Concept"}
    services = dataset.services.values()
    words = {service.status.state for service in services}.union(*(service.audience for service in services))
    for word in sorted(words):
        yield {"id": place.of_site(word), "type": "skos:Concept", "label": word}
    for event in sorted(set().union(*(service.life_events for service in services))):
        types = ["cv:LifeEvent", "cv:Event"]
        yield {"id": place.of_site(event), "type": types, "identifier": event, "title": event}


def known(node: Node) -> Node:
    """``node`` without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}


def _how(service: Service, facts: ServiceFacts, mine: str, office: str) -> Node:
    """How one applies for a service, and what comes of it."""
    conditions = (_part(mine, "requirement", number, text) for number, text in enumerate(service.conditions, 1))
    return {
        "follows": _rule(service, facts, mine),
        "requirement": list(conditions),
        "input": [_evidence(mine, number, material) for number, material in enumerate(facts.materials, 1)],
        "cost": list(_costs(service, mine)),
        "output": _part(mine, "output", 1, service.result.name) if service.result else None,
        "channel": list(_channels(service, facts, mine, office)),
        "contact": _contact(facts, mine),
        "duration": _duration(service.time_limits.promised if service.time_limits else None),
    }


_TYPES = {
    "requirement": "cv:Requirement",
    "input": "cv:Evidence",
    "cost": "cv:Cost",
    "output": "cv:Output",
    "rule": "cpsv:Rule",
    "channel": "cv:Channel",
}


def _part(mine: str, kind: str, number: int, title: str | None, description: str | None = None) -> Node:
    """A part of a service, which has an address of its own."""
    name = f"{kind}-{number}"
    own: Node = {"id": f"{mine}#{name}", "type": _TYPES[kind], "identifier": name}
    return known({**own, "title": title, "description": description})


def _evidence(mine: str, number: int, material: MaterialFacts) -> Node:
    copies = GUIDE["copies"].format(count=material.copies) if material.copies else None
    said = (material.necessity, material.original, copies, material.format, *material.notes)
    return _part(mine, "input", number, material.name, "，".join(filter(None, said)))


def _rule(service: Service, facts: ServiceFacts, mine: str) -> Node:
    """The steps, and within what time it is done."""
    steps = (
        LINKED["step"].format(number=number, name=_step(step.name, step.what))
        for number, step in enumerate(service.steps, 1)
    )
    promised = facts.promised
    limit = LINKED["promised"].format(readings=GUIDE["readings"].join(promised.readings)) if promised else None
    said = "\n".join(filter(None, (*steps, limit)))
    rule = _part(mine, "rule", 1, SECTIONS["steps"].full, said or LINKED["no_steps"])
    laws = [f"{mine}#law-{number}" for number in range(1, len(service.legal_basis) + 1)]
    return known({**rule, "language": CHINESE, "implements": laws})


def _step(name: str, what: str | None) -> str:
    return LINKED["step_what"].format(name=name, what=what) if what else name


def _law(mine: str, number: int, basis: Basis) -> Node:
    title = GUIDE["basis_title"].format(title=basis.title) + (basis.article or "")
    own: Node = {"id": f"{mine}#law-{number}", "type": "eli:LegalResource", "title": title}
    return known({**own, "localId": basis.document_number, "description": basis.text})


def _costs(service: Service, mine: str) -> Iterator[Node]:
    if service.fee and service.fee.free:
        yield {**_part(mine, "cost", 1, None, GUIDE["free"]), "value": 0.0, "currency": YUAN}
    for number, item in enumerate(service.fee.items if service.fee else (), 1):
        said = "，".join(filter(None, (item.name, item.standard, item.reduction)))
        yield _part(mine, "cost", number, None, said)


def _channels(service: Service, facts: ServiceFacts, mine: str, office: str) -> Iterator[Node]:
    """The counter, then every place where one can apply online."""
    both = ["cv:Channel", "schema:ServiceChannel"]
    counter = _part(mine, "channel", 1, None, facts.place or LINKED["counter"])
    yield known({**counter, "type": both, "location": office, "phone": _phone(facts.enquiry_phone)})
    for number, online in enumerate(service.online, 2):
        channel = _part(mine, "channel", number, None, online.name)
        yield known({**channel, "type": both, "serviceUrl": _address(online.url)})


def _phone(number: str | None) -> Node | None:
    return {"type": "schema:ContactPoint", "telephone": number} if number else None


def _contact(facts: ServiceFacts, mine: str) -> Node | None:
    if not (facts.enquiry_phone or facts.hours):
        return None
    hours: Node | None = {"type": "time:TemporalEntity", "description": facts.hours} if facts.hours else None
    own: Node = {"id": f"{mine}#contact", "type": ["cv:ContactPoint", "schema:ContactPoint"]}
    return known({**own, "phoneNumber": facts.enquiry_phone, "telephone": facts.enquiry_phone, "hours": hours})


def _duration(limit: Duration | None) -> str | None:
    """The promised time as xsd:duration, which knows no working days: those are told in the rule alone."""
    if limit is None:
        return None
    if limit.days and limit.unit == "自然日":
        return f"P{limit.days}D"
    numbers = ((limit.months, "P{}M"), (limit.years, "P{}Y"), (limit.hours, "PT{}H"))
    return next((form.format(number) for number, form in numbers if number), None)
