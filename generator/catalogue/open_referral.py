"""Read services in the format of Open Referral (Human Services Data Specification, HSDS 3): nested, or as flat tables.

The field names are those of https://docs.openreferral.org (schema of version 3). Nested are a page of an answer of the
API (contents), a list of services, one service, and organisations with their services; flat is one list for each
table, whose rows name the service they belong to (service_id).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.catalogue.entry import Entry
from generator.catalogue.json_values import Json, at, leaves, text_of
from generator.catalogue.listing import Listing, Remark, Trouble, remarks_on, some_of
from generator.catalogue.named_services import incoming_of
from generator.catalogue.service_json import on_unused
from generator.catalogue.service_rows import ServiceRows
from generator.texts.service_sources import HSDS, HSDS_DAYS, HSDS_STATES, ITEM

_PLAIN = {
    "alternate_name": "aliases",
    "description": "summary",
    "url": "online.url",
    "additional_urls[].url": "online.url",
    "status": "status.state",
    "application_process": "steps",
    "eligibility_description": "conditions",
    "fees_description": "fee.standard",
    "fees": "fee.standard",
    "assured_date": "verified",
    "organization.name": "body",
}
"""Path of a service -> the field that it is for; what needs more than the value itself is below."""

_PHONES = ("phones[]", "contacts[].phones[]", "service_at_locations[].phones[]",
           "service_at_locations[].contacts[].phones[]")  # fmt: skip
_SCHEDULES = ("schedules[]", "service_at_locations[].schedules[]")
_ADDRESS = ("state_province", "region", "city", "address_1", "address_2")
_IDENTIFIERS = (
    "id",
    "service_id",
    "organization_id",
    "location_id",
    "program_id",
    "contact_id",
    "service_at_location_id",
)
_TABLES = ("phone", "schedule", "required_document", "cost_option", "service_at_location", "contact")
"""The flat tables whose rows belong to a service."""


def is_open_referral(value: Json) -> bool:
    """Whether ``value`` has the form of Open Referral: services with its names of fields."""
    known = {"status", "organization", "organization_id", "required_documents", "service_at_locations", "description"}
    return any(isinstance(one, dict) and "name" in one and known & one.keys() for one in _services(value)[:5])


def services_in_hsds(value: Json) -> Listing:
    """The services of an export; fields that a service has no place for are told with how often they say something."""
    troubles: list[Trouble] = []
    services: list[ServiceRows] = []
    nameless: list[str] = []
    unused: Counter[str] = Counter()
    for number, item in enumerate(_services(value), 1):
        place = ITEM.format(number=number)
        used: set[str] = {"name"}
        rows = list(_rows(item, place, used))
        name = " ".join(text_of(item.get("name")).split())
        if name:
            services.append(ServiceRows({"name": name}, place, rows))
        else:
            nameless.append(place)
        unused.update(path for path, _ in leaves(item) if path not in used and path.split(".")[-1] not in _IDENTIFIERS)
    remarks = [Remark("json/no-name", {"places": some_of(nameless)})] if nameless else []
    made = list(incoming_of([(service, "") for service in services], troubles))
    return Listing(tuple(made), (*remarks, *on_unused(unused), *remarks_on(troubles)))


# --- where the services are -------------------------------------------------------------------------------------------


def _services(value: Json) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [service for one in value for service in _services(one)]
    if not isinstance(value, dict):
        return []
    if isinstance(value.get("contents"), list):
        return _services(value["contents"])
    flat = value.get("service")
    if isinstance(flat, list):
        return list(_nested(value, _mappings(flat)))
    if isinstance(value.get("services"), list):  # an organisation, or a wrapper around the list
        rest = {key: one for key, one in value.items() if key != "services" and not isinstance(one, list | dict)}
        owner = {"organization": rest} if rest.get("name") else {}
        return [owner | service for service in _mappings(value["services"])]
    return [value] if "name" in value else []


def _mappings(values: Iterable[Json]) -> list[dict[str, Any]]:
    return [one for one in values if isinstance(one, dict)]


def _nested(tables: Mapping[str, Json], services: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The services of flat tables, with the rows of the other tables in them as in the nested form."""
    organizations = _by(tables, "organization", "id")
    locations, addresses = _by(tables, "location", "id"), _by(tables, "address", "location_id")
    own = {table: _by(tables, table, "service_id") for table in _TABLES}
    for service in services:
        identity = text_of(service.get("id"))
        made = {**service, **{f"{table}s": rows[identity] for table, rows in own.items() if rows.get(identity)}}
        for link in made.get("service_at_locations", ()):
            location = next(iter(locations.get(text_of(link.get("location_id")), ())), None)
            if location:
                link["location"] = {**location, "addresses": addresses.get(text_of(location.get("id")), [])}
        if organization := organizations.get(text_of(service.get("organization_id"))):
            made["organization"] = organization[0]
        yield made


def _by(tables: Mapping[str, Json], table: str, key: str) -> Mapping[str, list[dict[str, Any]]]:
    """The rows of a flat table by what they have at ``key``."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    rows = tables.get(table)
    for row in _mappings(rows if isinstance(rows, list) else ()):
        found[text_of(row.get(key))].append(dict(row))
    return found


# --- one service ------------------------------------------------------------------------------------------------------


def _rows(item: Json, place: str, used: set[str]) -> Iterator[list[Entry]]:
    """The cells of a service, and a row for each paper; the paths that they come from go to ``used``."""
    yield [
        Entry(kind, HSDS[kind], text, place)
        for kind, text in (*_single(item, used), *_contacts(item, used), *_places(item, used), *_costs(item, used))
        if text
    ]
    for _, paper in at(item, "required_documents[]"):
        used |= {"required_documents[].document", "required_documents[].uri"}
        row = [Entry("materials.name", HSDS["materials.name"], text_of(paper.get("document")), place)]
        if link := text_of(paper.get("uri")):
            row.append(Entry("materials.+note", HSDS["materials.+note"], link, place))
        if row[0].text:
            yield row


def _single(item: Json, used: set[str]) -> Iterator[tuple[str, str]]:
    for path, kind in _PLAIN.items():
        for _, value in at(item, path):
            used.add(path)
            text = text_of(value)
            yield kind, HSDS_STATES.get(text, text) if kind == "status.state" else text
    for path in ("minimum_age", "maximum_age"):
        used.add(path)
        if age := text_of(item.get(path)):
            yield "conditions", HSDS[path].format(age=age)


def _contacts(item: Json, used: set[str]) -> Iterator[tuple[str, str]]:
    for path in _PHONES:
        for _, phone in at(item, path):
            used |= {f"{path}.number", f"{path}.extension"}
            if not isinstance(phone, dict):
                continue
            number, extension = text_of(phone.get("number")).strip('"'), text_of(phone.get("extension"))
            yield "enquiry_phone", f"{number}{HSDS['extension']}{extension}" if extension else number


def _places(item: Json, used: set[str]) -> Iterator[tuple[str, str]]:
    """Where the service is and when: one text each, because a service may be in several places."""
    where: list[str] = []
    for _, location in at(item, "service_at_locations[].location"):
        base = "service_at_locations[].location"
        used |= {f"{base}.name", *(f"{base}.addresses[].{part}" for part in _ADDRESS)}
        streets = ["".join(text_of(one.get(part)) for part in _ADDRESS) for _, one in at(location, "addresses[]")]
        where.append(" ".join(filter(None, (*streets[:1], text_of(location.get("name"))))))
    yield "place", "；".join(dict.fromkeys(filter(None, where)))
    when: list[str] = []
    for path in _SCHEDULES:
        for _, schedule in at(item, path):
            used |= {f"{path}.{part}" for part in ("description", "byday", "opens_at", "closes_at")}
            when.append(text_of(schedule.get("description")) or _hours(schedule))
    yield "hours", "；".join(dict.fromkeys(filter(None, when)))


def _hours(schedule: Mapping[str, Json]) -> str:
    opens, closes = (text_of(schedule.get(key))[:5] for key in ("opens_at", "closes_at"))
    days = [HSDS_DAYS.get(day.strip(), "") for day in text_of(schedule.get("byday")).split(",")]
    return "、".join(filter(None, days)) + f" {opens}—{closes}" if opens and closes else ""


def _costs(item: Json, used: set[str]) -> Iterator[tuple[str, str]]:
    for _, cost in at(item, "cost_options[]"):
        used |= {f"cost_options[].{part}" for part in ("option", "amount", "currency", "amount_description")}
        amount, currency = text_of(cost.get("amount")), text_of(cost.get("currency")).upper()
        if amount == "0":
            yield "fee.standard", HSDS["free"]
        elif amount:
            money = HSDS["yuan"].format(amount=amount) if currency in ("", "CNY") else f"{amount} {currency}"
            parts = (text_of(cost.get("option")), money, text_of(cost.get("amount_description")))
            yield "fee.standard", " ".join(filter(None, parts))
