"""The services in the format of Open Referral (Human Services Data Specification, HSDS 3.0), a list for each table.

The names of tables and fields are those of the tabular schema at https://docs.openreferral.org; ``catalogue`` reads
the same form. What the hall has not said is left out: an address is no row of its own, because HSDS asks for town,
province and postcode in fields that records do not have. An id is a UUID made of the record's key, and therefore stays.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from generator.facts.opening import Hours, hours_of_service
from generator.facts.phones import shown_parts
from generator.facts.services import service_facts
from generator.model import Dataset, Service
from generator.model.service import Step
from generator.site import addresses
from generator.site.earlier import Earlier
from generator.texts.guide import GUIDE
from generator.texts.service_sources import HSDS_DAYS, HSDS_STATES

Row = dict[str, str | int | float]

TABLES = (
    "organization",
    "service",
    "location",
    "service_at_location",
    "phone",
    "schedule",
    "required_document",
    "cost_option",
)
"""The tables that are written, each after those that its rows name."""

_STATES = {ours: theirs for theirs, ours in HSDS_STATES.items()} | {"更名": "defunct"}
_BEIJING = 8
_TABLE = re.compile(r'\{?"(\w+)": \[')
_OWN_ID = re.compile(r'^\{"id": "([^"]*)"')
_OF_SERVICE = re.compile(r'^\{"id": "[^"]*", "service_id": "([^"]*)"')
_AT_PLACE = re.compile(r'"location_id": "([^"]*)"\}$')
_LETTERS = str.maketrans("0123456789", "abcdefabcd")


class _Hall(NamedTuple):
    """What the rows of all services have in common."""

    dataset: Dataset
    site_url: str | None
    organization: str


def hsds(dataset: Dataset, site_url: str | None, earlier: Earlier | None = None) -> bytes:
    """The tables as JSON, a row a line. Rows of services that ``earlier`` has are taken from there."""
    hall = _Hall(dataset, site_url, row_id("organization", dataset.site.organisation))
    before = _lines_by_service(earlier.data) if earlier else {}
    same = earlier.same if earlier else frozenset[str]()
    tables: dict[str, dict[str, None]] = {table: {} for table in TABLES}  # a place of many services has one row
    for table, row in _rows_of_all(hall):
        tables[table][_line(row)] = None
    for service in dataset.services.values():
        known = before.get(row_id("service", service.id)) if service.id in same else None
        for table, line in known or [(table, _line(row)) for table, row in _of_service(service, hall)]:
            tables[table][line] = None
    between = ",\n"
    written = (f'"{table}": [' + ("\n" if lines else "") + between.join(lines) + "]" for table, lines in tables.items())
    return ("{" + between.join(written) + "}\n").encode()


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False)


def _lines_by_service(data: bytes) -> dict[str, list[tuple[str, str]]]:
    """Id of a service -> table and line of each of its rows, and of the place that it names."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    places: dict[str, str] = {}
    table = ""
    for line in data.decode().removesuffix("]}\n").split("\n"):
        if begun := _TABLE.match(line):
            table = begun[1]
            continue
        row = line[: line.rindex("}") + 1]
        if table == "location":
            places[_ids(_OWN_ID, row)] = row
        elif table == "service":
            found[_ids(_OWN_ID, row)].append((table, row))
        elif of := _ids(_OF_SERVICE, row):
            if place := _ids(_AT_PLACE, row):
                found[of].append(("location", places[place]))
            found[of].append((table, row))
    return found


def _ids(pattern: re.Pattern[str], row: str) -> str:
    found = pattern.search(row)
    return found[1] if found else ""


def row_id(*key: str) -> str:
    """The UUID (version 8 of RFC 9562) of a row, of letters alone: no part of it looks like a number of a person."""
    text = sha256("\0".join(key).encode()).hexdigest().translate(_LETTERS)
    return f"{text[:8]}-{text[8:12]}-8{text[12:15]}-a{text[15:18]}-{text[18:30]}"


def _rows_of_all(hall: _Hall) -> Iterator[tuple[str, Row]]:
    """The rows that are of no service."""
    site = hall.dataset.site
    own = {"id": hall.organization, "name": site.organisation, "description": site.hall.name}
    yield "organization", _known({**own, "website": hall.site_url})
    bodies = {service.body for service in hall.dataset.services.values() if service.body} - {site.organisation}
    for body in sorted(bodies):
        yield "organization", {"id": row_id("organization", body), "name": body, "description": body}
    for number in _numbers(site.hall.phone):
        yield "phone", {"id": row_id("phone", number), "organization_id": hall.organization, "number": number}


def _of_service(service: Service, hall: _Hall) -> Iterator[tuple[str, Row]]:
    """The rows of a service, with that of the place where it is given."""
    facts = service_facts(service, hall.dataset)
    mine: Row = {"service_id": row_id("service", service.id)}
    yield "service", _service(service, hall)
    if not facts.offered:
        return
    if facts.place:
        location = row_id("location", facts.place)
        yield "location", _location(location, facts.place, hall)
        yield "service_at_location", {"id": row_id("at", service.id), **mine, "location_id": location}
    for number in _numbers(facts.enquiry_phone):
        yield "phone", {"id": row_id("phone", service.id, number), **mine, "number": number}
    for order, row in enumerate(_schedules(facts.hours, hours_of_service(service, hall.dataset))):
        yield "schedule", {"id": row_id("schedule", service.id, str(order)), **mine, **row}
    for material in facts.materials:
        paper = {"id": row_id("document", service.id, material.key), **mine, "document": material.name}
        yield "required_document", paper
    for order, row in enumerate(_costs(service)):
        yield "cost_option", {"id": row_id("cost", service.id, str(order)), **mine, **row}


def _service(service: Service, hall: _Hall) -> Row:
    body, url = service.body, hall.site_url
    return _known(
        {
            "id": row_id("service", service.id),
            "organization_id": row_id("organization", body) if body else hall.organization,
            "name": service.name,
            "alternate_name": "、".join(service.aliases),
            "description": service.summary,
            "url": url + addresses.page(addresses.SERVICES, service.id) if url else None,
            "status": _STATES[service.status.state],
            "alert": service.status.reason,
            "eligibility_description": "\n".join(service.conditions),
            "application_process": "\n".join(_steps(service.steps)),
            "assured_date": service.verified.isoformat() if service.verified else None,
        }
    )


def _steps(steps: Iterable[Step]) -> Iterator[str]:
    for number, step in enumerate(steps, 1):
        yield f"{number}.{step.name}" + (f"：{step.what}" if step.what else "")


def _location(location: str, place: str, hall: _Hall) -> Row:
    of = hall.dataset.site.hall
    own = {"id": location, "location_type": "physical", "organization_id": hall.organization, "name": place}
    return _known({**own, "description": of.address, "transportation": of.directions})


def _schedules(words: str | None, hours: Hours | None) -> Iterator[Row]:
    """The week in times where it is the same all year round; the first row also has the words, where there are some."""
    said: Row = {"description": words} if words else {}
    if hours is None or hours.seasons:
        yield from filter(None, (said,))
        return
    days = tuple(HSDS_DAYS)
    for opens, closes in sorted({span for spans in hours.week.days for span in spans}):
        named = [days[number] for number, spans in enumerate(hours.week.days) if (opens, closes) in spans]
        times: Row = {"opens_at": _clock(opens), "closes_at": _clock(closes), "timezone": _BEIJING}
        yield {"freq": "WEEKLY", "wkst": "MO", "byday": ",".join(named), **times, **said}
        said = {}


def _costs(service: Service) -> Iterator[Row]:
    if service.fee and service.fee.free:
        yield {"currency": "CNY", "amount": 0, "amount_description": GUIDE["free"]}
    for item in service.fee.items if service.fee else ():
        yield _known({"option": item.name, "currency": "CNY", "amount_description": item.standard})


def _numbers(phones: str | None) -> list[str]:
    return [part.text for part in shown_parts(phones) if part.dial] if phones else []


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _known(row: dict[str, str | None]) -> Row:
    return {key: value for key, value in row.items() if value}
