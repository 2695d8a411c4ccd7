"""All services as linked data (JSON-LD), for other programs: schema.org, and CPSV-AP 3.2 of the European Union.

One file, and none on each page: a page holds no script of its own, nobody who reads one needs it, and who collects
services wants them all. The context is in the file, so that nothing is fetched to read it.
"""

import json
from collections.abc import Iterator

from generator.channels.linked_services import Node, Place, known, service_node, shared_nodes
from generator.facts.opening_table import Table, numbered_day, usual_spans, weeks_of
from generator.model import Dataset
from generator.site import addresses
from generator.site.earlier import Earlier
from generator.texts.channels_data import LINKED

_LANGUAGE = "zh-Hans"
_TEXTS = {
    "title": "dct:title",
    "description": "dct:description",
    "label": "skos:prefLabel",
    "keyword": "dcat:keyword",
    "fullAddress": "locn:fullAddress",
    "name": "schema:name",
    "text": "schema:description",
    "alternateName": "schema:alternateName",
}
_LINKS = {
    "authority": "cv:hasCompetentAuthority",
    "requirement": "cv:holdsRequirement",
    "legalResource": "cv:hasLegalResource",
    "group": "cv:isGroupedBy",
    "cost": "cv:hasCost",
    "channel": "cv:hasChannel",
    "contact": "cv:contactPoint",
    "related": "cv:relatedService",
    "currency": "cv:currency",
    "hours": "cv:openingHours",
    "follows": "cpsv:follows",
    "input": "cpsv:hasInput",
    "output": "cpsv:produces",
    "implements": "cpsv:implements",
    "status": "adms:status",
    "audience": "dct:audience",
    "language": "dct:language",
    "partOf": "dct:isPartOf",
    "publisher": "dct:publisher",
    "spatial": "dct:spatial",
    "landingPage": "dcat:landingPage",
    "locatedAt": "locn:address",
    "operator": "schema:serviceOperator",
    "location": "schema:serviceLocation",
    "phone": "schema:servicePhone",
    "openingHours": "schema:openingHoursSpecification",
    "specialHours": "schema:specialOpeningHoursSpecification",
}
_ADDRESSES = {"url": "schema:url", "serviceUrl": "schema:serviceUrl", "dayOfWeek": "schema:dayOfWeek"}
_VALUES = {
    "identifier": "dct:identifier",
    "phoneNumber": "cv:telephone",
    "localId": "eli:id_local",
    "telephone": "schema:telephone",
    "serviceType": "schema:serviceType",
    "address": "schema:address",
    "opens": "schema:opens",
    "closes": "schema:closes",
}
_TYPED = {
    "duration": ("cv:processingTime", "xsd:duration"),
    "value": ("cv:hasValue", "xsd:double"),
    "validFrom": ("schema:validFrom", "xsd:date"),
    "validThrough": ("schema:validThrough", "xsd:date"),
}
CONTEXT: dict[str, object] = {
    "schema": "https://schema.org/",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "adms": "http://www.w3.org/ns/adms#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "locn": "http://www.w3.org/ns/locn#",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    **{key: {"@id": iri, "@language": _LANGUAGE} for key, iri in _TEXTS.items()},
    **{key: {"@id": iri, "@type": "@id"} for key, iri in (_LINKS | _ADDRESSES).items()},
    **_VALUES,
    **{key: {"@id": iri, "@type": kind} for key, (iri, kind) in _TYPED.items()},
}
"""What each key of a node means; the one place that knows the addresses of vocabularies."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_GRAPH, _END = b'"@graph": [\n', b"\n]}\n"
_ABOVE = "../"
"""The way from the file to the root of a site without an address."""


def linked_data(dataset: Dataset, hours: Table | None, site_url: str | None, earlier: Earlier | None = None) -> bytes:
    """The file, a node a line; ``hours`` are those of the hall. Nodes that ``earlier`` has are taken from there."""
    place, office = Place(site_url or _ABOVE), Place(site_url or _ABOVE).of_site("hall")
    lines = _lines_by_address(earlier.data) if earlier else {}
    same = earlier.same if earlier else frozenset[str]()
    nodes = [_line(node) for node in _shared(dataset, hours, place, office)]
    for service in dataset.services.values():
        known = lines.get(place.of_service(service.id).encode()) if service.id in same else None
        nodes.append(known or _line(service_node(service, dataset, place, office)))
    context = json.dumps(CONTEXT, ensure_ascii=False).encode()
    return b"".join((b'{"@context": ', context, b",\n", _GRAPH, b",\n".join(nodes), _END))


def _line(node: Node) -> bytes:
    return json.dumps(node, ensure_ascii=False).encode()


def _lines_by_address(data: bytes) -> dict[bytes, bytes]:
    """Address of a node -> its line."""
    lines = data[data.index(_GRAPH) + len(_GRAPH) : -len(_END)].split(b",\n")
    return {line.removeprefix(b'{"id": "').partition(b'"')[0]: line for line in lines}


def _shared(dataset: Dataset, hours: Table | None, place: Place, office: str) -> Iterator[Node]:
    """The nodes that are not of a service alone."""
    yield _catalogue(dataset, place)
    yield {"id": place.of_site("town"), "type": "dct:Location", "label": dataset.site.town}
    yield _office(dataset, hours, place, office)
    yield from shared_nodes(dataset, place)
    named = {service.body for service in dataset.services.values() if service.body}
    for body in sorted({dataset.site.organisation, *named}):
        yield _organisation(body, place)


def _catalogue(dataset: Dataset, place: Place) -> Node:
    """The data set itself."""
    hall = dataset.site.hall.name
    return {
        "id": place.of_site("services"),
        "type": "dcat:Dataset",
        "title": LINKED["dataset"].format(name=hall),
        "description": LINKED["dataset_text"].format(name=hall),
        "publisher": place.of_site(dataset.site.organisation),
        "landingPage": {"id": place.base + addresses.OPEN_DATA, "type": "foaf:Document"},
    }


def _organisation(name: str, place: Place) -> Node:
    return {
        "id": place.of_site(name),
        "type": ["cv:PublicOrganisation", "org:Organization", "foaf:Agent", "schema:GovernmentOrganization"],
        "identifier": name,
        "title": name,
        "label": name,
        "name": name,
        "spatial": place.of_site("town"),
    }


def _office(dataset: Dataset, hours: Table | None, place: Place, office: str) -> Node:
    hall = dataset.site.hall
    node: Node = {
        "id": office,
        "type": "schema:GovernmentOffice",
        "name": hall.name,
        "address": hall.address,
        "telephone": hall.phone,
        "url": place.base,
        "openingHours": list(_weeks(hours)) if hours else [],
        "specialHours": list(_other_days(hours)) if hours else [],
    }
    return known(node)


def _weeks(table: Table) -> Iterator[Node]:
    """The hours of each week that holds for a time; ``validFrom`` and ``validThrough`` where there is more than one."""
    for first, last, week in weeks_of(table):
        valid = {"validFrom": _day(first), "validThrough": _day(last)} if len(table["weeks"]) > 1 else {}
        for opens, closes in sorted({(span[0], span[1]) for spans in week for span in spans}):
            days = [f"schema:{_DAYS[number]}" for number, spans in enumerate(week) if [opens, closes] in spans]
            yield {**_times(opens, closes), "dayOfWeek": days, **valid}


def _other_days(table: Table) -> Iterator[Node]:
    """Days that differ from their week and are known for certain; from 00:00 to 00:00 it is closed."""
    for key, (spans, _, certain) in table["days"].items():
        if certain and spans != usual_spans(table, int(key)):
            for opens, closes in spans or [[0, 0]]:
                yield {**_times(opens, closes), "validFrom": _day(int(key)), "validThrough": _day(int(key))}


def _times(opens: int, closes: int) -> Node:
    return {"type": "schema:OpeningHoursSpecification", "opens": _clock(opens), "closes": _clock(closes)}


def _clock(minutes: int) -> str:
    """00:00 for midnight at the end of a day, too, as schema.org has it."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _day(number: int) -> str:
    return numbered_day(number).isoformat()
