"""Read the JSON export of an upper system's catalogue of services, with a mapping file that says what is where."""

from collections import Counter

from generator.catalogue.entry import Entry
from generator.catalogue.field_mapping import FieldMapping
from generator.catalogue.headings import NAME_KINDS
from generator.catalogue.json_values import EACH, Json, at, leaves, text_of
from generator.catalogue.listing import Listing, Remark, Trouble, remarks_on, some_of
from generator.catalogue.named_services import incoming_of
from generator.catalogue.service_rows import ServiceRows
from generator.texts.service_sources import ITEM, MORE, PATH_COUNT

_SHOWN_PATHS = 40


def services_in_json(value: Json, mapping: FieldMapping) -> Listing:
    """The services in an export; paths that the mapping does not name are told with how often they say something."""
    found = [one for _, one in at(value, mapping.services)] if mapping.services else [value]
    items = found[0] if len(found) == 1 and isinstance(found[0], list) else found
    troubles: list[Trouble] = []
    services: list[ServiceRows] = []
    nameless: list[str] = []
    unused: Counter[str] = Counter()
    mapped = {path for _, path in mapping.fields}
    for number, item in enumerate(items, 1):
        place = ITEM.format(number=number)
        service = _service(item, mapping, place, troubles)
        if service.names:
            services.append(service)
        else:
            nameless.append(place)
        unused.update(path for path, _ in leaves(item) if path not in mapped and path.removesuffix(EACH) not in mapped)
    remarks = [] if items else [Remark("json/none", {"path": mapping.services})]
    remarks += [Remark("json/no-name", {"places": some_of(nameless)})] if nameless else []
    made = list(incoming_of([(service, "") for service in services], troubles))
    return Listing(tuple(made), (*remarks, *on_unused(unused), *remarks_on(troubles)))


def on_unused(unused: Counter[str]) -> list[Remark]:
    """What is told of paths that were not taken over."""
    if not unused:
        return []
    shown = [PATH_COUNT.format(path=path, count=count) for path, count in unused.most_common(_SHOWN_PATHS)]
    more = MORE if len(unused) > _SHOWN_PATHS else ""
    return [Remark("json/unused", {"paths": "、".join(shown) + more, "count": str(len(unused))})]


def _service(item: Json, mapping: FieldMapping, place: str, troubles: list[Trouble]) -> ServiceRows:
    service = ServiceRows({}, place)
    rows: dict[str, list[Entry]] = {"": []}
    for heading, path in mapping.fields:
        for own, value in at(item, path):
            text = text_of(value)
            if not text and isinstance(value, dict | list) and value:
                troubles.append(Trouble("cell/unread", heading.text, heading.kind or "", place))
            if not text:
                continue
            text = mapping.word(heading.kind or "", text)
            if heading.kind in NAME_KINDS:
                service.names.setdefault(heading.kind, " ".join(text.split()))
            else:
                entry = Entry(heading.kind or "", heading.text, text, f"{place} {own}", heading.unit)
                rows.setdefault(_row(own) if entry.kind.startswith("materials.") else "", []).append(entry)
    service.rows = list(rows.values())
    return service


def _row(path: str) -> str:
    """The item of a list that ``path`` lies in: materials[2] of materials[2].name."""
    return path[: path.index("]") + 1] if "]" in path else ""
