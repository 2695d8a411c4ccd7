"""What the files of open data look like, for programs: a JSON Schema for each file of JSON, and datapackage.json.

datapackage.json is a Data Package (https://datapackage.org, version 2): it lists every table and file with its title
and kind, the columns of each table (Table Schema), and for JSON the file of its schema. ``VERSION`` counts the form of
the files: the second number rises with a new field, the first where a field changes its meaning or goes.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from generator.model import (
    Bundle,
    Dataset,
    DisclosureRecord,
    Hall,
    Material,
    Record,
    Regulation,
    ResultRow,
    Service,
    Window,
)
from generator.model.listed import ListedNotice, ListedSheet
from generator.site import addresses
from generator.site.data_addresses import SERVICES_CSV, data_schema
from generator.texts.open_data import DATA, SERVICE_COLUMNS

VERSION = "1.0.0"
HIDDEN = frozenset({"hidden_terms", "former_names", "other_institutions"})
"""Fields of records that are not published."""

SCHEMAS: dict[str, type[Record]] = {
    "services": Service, "regulations": Regulation, "disclosures": DisclosureRecord, "hall": Hall, "windows": Window,
    "materials": Material, "bundles": Bundle, "notices": ListedNotice, "sheets": ListedSheet,
}  # fmt: skip
"""Name of a file of JSON -> the records in it."""

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MEDIA = {"json": "application/json", "csv": "text/csv", "jsonld": "application/ld+json"}
_DATES = {"核对日期", *(field.alias for field in ResultRow.model_fields.values() if "date" in str(field.annotation))}
_ROWS: dict[str, Any] = {
    "columns": {"type": "array", "items": {"type": "string"}, "title": DATA["columns"]},
    "rows": {
        "type": "array",
        "items": {"type": "array", "items": {"type": "string"}},
        "title": DATA["rows"],
    },
}
"""The table of a disclosure, which stands in a file of its own beside the record."""


@cache
def json_schema(name: str) -> bytes:
    """The JSON Schema of a file of ``SCHEMAS``: a list of records, each without what is not known."""
    model = SCHEMAS[name]
    made = TypeAdapter(model).json_schema()
    definitions = made.pop("$defs", {})
    record = _without_examples(made)
    record["properties"] = {key: value for key, value in record["properties"].items() if key not in HIDDEN}
    if model is DisclosureRecord:
        record["properties"] |= _ROWS
        record["required"] += list(_ROWS)
    schema = {
        "$schema": _DIALECT,
        "$id": data_schema(name).removeprefix(addresses.OPEN_DATA),
        "title": DATA[name],
        "version": VERSION,
        "type": "array",
        "items": record,
        "$defs": _without_examples(definitions),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1).encode() + b"\n"


def data_package(titles: Mapping[str, str], dataset: Dataset, site_url: str | None) -> bytes:
    """datapackage.json of the files in ``titles`` (address -> what it is)."""
    package: dict[str, object] = {
        "$schema": _PROFILE,
        "name": "open-data",
        "title": DATA["package"].format(name=dataset.site.hall.name),
        "version": VERSION,
        "contributors": [{"title": dataset.site.organisation, "roles": ["publisher"]}],
        "resources": [_resource(address, title, dataset) for address, title in titles.items()],
    }
    if site_url:
        package["homepage"] = site_url
    return json.dumps(package, ensure_ascii=False, indent=1).encode() + b"\n"


def _resource(address: str, title: str, dataset: Dataset) -> dict[str, object]:
    path = address.removeprefix(addresses.OPEN_DATA)
    name, _, kind = path.rpartition(".")
    own: dict[str, object] = {
        "name": f"{name}-{kind}".lower(),
        "path": path,
        "title": title,
        "format": kind,
        "mediatype": _MEDIA[kind],
        "encoding": "utf-8",
    }
    if kind == "csv":
        return {**own, "schema": {"fields": list(_columns(address, dataset))}}
    return {**own, "jsonSchema": f"{name}.schema.json"} if name in SCHEMAS else own


def _columns(address: str, dataset: Dataset) -> Iterator[dict[str, str]]:
    """The columns of a table; what a hall writes in those of a disclosure is text, whatever it calls them."""
    for record_id, disclosed in dataset.disclosures.items():
        if address == addresses.disclosure_table(record_id):
            yield from ({"name": column, "type": "string"} for column in disclosed.table.columns)
            return
    results = (field.alias or name for name, field in ResultRow.model_fields.items())
    for column in SERVICE_COLUMNS if address == SERVICES_CSV else results:
        yield {"name": column, "type": "date" if column in _DATES else "string"}


def _without_examples(value: Any) -> Any:
    """What halls may choose from is a help for clerks, not a rule of the file."""
    if isinstance(value, dict):
        return {key: _without_examples(inner) for key, inner in value.items() if key != "examples"}
    return [_without_examples(inner) for inner in value] if isinstance(value, list) else value
