"""Writes JSON Schemas for editors and the field reference for clerks, both made from the classes in ``model``."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.content.examples import example, inner_model, is_list
from generator.content.field_names import known_names
from generator.content.prose import heading_anchor
from generator.content.versions import FIXED
from generator.model import (
    Approvals,
    Bundle,
    DisclosureCatalogue,
    DisclosureRecord,
    Materials,
    Notice,
    RatingMonth,
    Record,
    Regulation,
    ResultPeriod,
    ResultRow,
    Service,
    Site,
    Version,
    Windows,
)
from generator.model.assessment import AssessmentProfile
from generator.model.fleet import Fleet
from generator.model.holidays import Holidays
from generator.model.inspection import InspectionProfile
from generator.model.known_change import KnownChanges
from generator.model.layer import LayerRules
from generator.model.seen import SeenFiles
from generator.model.synonyms import SynonymList
from generator.model.translations import Translations
from generator.model.waiver import Waivers
from generator.model.word_lists import WORD_LISTS
from generator.publish.files import save
from generator.texts.reference import HEADINGS, INTRODUCTION, MARKS, TABLE_HEAD, TYPES

SCHEMAS: dict[str, type[Record]] = {
    "site": Site,
    "windows": Windows,
    "materials": Materials,
    "service": Service,
    "regulation": Regulation,
    "notice": Notice,
    "result": ResultPeriod,
    "disclosure": DisclosureRecord,
    "bundle": Bundle,
    "catalogue": DisclosureCatalogue,
    "rating": RatingMonth,
    "approvals": Approvals,
    "waivers": Waivers,
    "seen": SeenFiles,
    "holidays": Holidays,
    "translations": Translations,
    "synonyms": SynonymList,
    "known-changes": KnownChanges,
    "inspection": InspectionProfile,
    "assessment": AssessmentProfile,
    "fleet": Fleet,
    "layer": LayerRules,
}
"""Mapping name of the schema file -> record, in the order of the field reference."""


def write(folder: Path, reference: Path | None, site: Site | None = None) -> Iterator[Path]:
    """Write NAME.schema.json for each kind into ``folder``, and the field reference; yield the paths.

    The schemas offer the words that the hall of ``site`` lists.
    """
    for name, model in SCHEMAS.items():
        path = folder / f"{name}.schema.json"
        save(path, schema_json(model, site))
        yield path
    if reference:
        save(reference, field_reference().encode())
        yield reference


def schema_json(model: type[Record], site: Site | None = None) -> bytes:
    """The JSON Schema (2020-12) of ``model`` with the words of ``site``, the same bytes on every run."""
    made = _offer_words(model.model_json_schema(), _own_words(site) if site else {})
    parts = {part.__name__: part for part in _parts(model, set())}
    for name, part in {**made.get("$defs", {}), model.__name__: made}.items():
        if name in parts:
            _offer_chinese_names(part, parts[name])
    _offer_changes(made, model)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_as_typed(made)}
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _own_words(site: Site) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Mapping list of words that a hall has if it says nothing -> the list of this hall."""
    return {words: getattr(site, name) for name, words in WORD_LISTS.items()}


def _offer_words(value: Any, own: dict[tuple[str, ...], tuple[str, ...]]) -> Any:
    """``value`` with the hall's own words as examples, which editors offer; in a list they are those of its items."""
    if isinstance(value, list):
        return [_offer_words(inner, own) for inner in value]
    if not isinstance(value, dict):
        return value
    made = {key: _offer_words(inner, own) for key, inner in value.items()}
    if isinstance(words := made.pop("examples", None), list):
        holder = made["items"] if made.get("type") == "array" else made
        holder["examples"] = list(own.get(tuple(words), words))
    return made


def _offer_chinese_names(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Let each field of ``schema`` stand under its Chinese names too; a required one under any of them."""
    names: dict[str, list[str]] = {}
    for name, key in known_names(model).items():
        names.setdefault(key, []).append(name)
    properties = schema.get("properties", {})
    schema["properties"] = properties | {
        name: properties[key] for key, all_names in names.items() if key in properties for name in all_names
    }
    if required := schema.pop("required", None):
        schema["allOf"] = [{"anyOf": [{"required": [name]} for name in names[key]]} for key in required]


def _offer_changes(schema: dict[str, Any], model: type[Record]) -> None:
    """Let a scheduled change set any field of the record, by all its names, but those that stay."""
    change = schema.get("$defs", {}).get(Version.__name__, {"properties": {}})
    fields = {name: {"$ref": f"#/properties/{key}"} for name, key in known_names(model).items() if key not in FIXED}
    for name, key in known_names(Version).items():
        if key == "set" and name in change["properties"]:
            change["properties"][name] = {
                **change["properties"][name], "additionalProperties": False, "properties": fields
            }  # fmt: skip


def field_reference() -> str:
    """Markdown: a table of fields for each record, nested records after the one that holds them."""
    lines = [INTRODUCTION]
    done: set[type[BaseModel]] = set()
    records: dict[str, type[BaseModel]] = {**SCHEMAS, "rows": ResultRow}
    for name, model in records.items():
        lines.append(f"\n## {HEADINGS[name]}\n")
        for part in _parts(model, done):
            lines += _table(part, part is model)
    return "\n".join(lines) + "\n"


def _as_typed(value: Any) -> Any:
    """Editors read 是 and 否 as text, so yes/no fields accept both."""
    if isinstance(value, dict):
        if value.get("type") == "boolean":
            rest = {key: inner for key, inner in value.items() if key not in ("type", "default")}
            return {**rest, "enum": ["是", "否", True, False]}
        return {key: _as_typed(inner) for key, inner in value.items()}
    return [_as_typed(inner) for inner in value] if isinstance(value, list) else value


def _parts(model: type[BaseModel], done: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if model in done:
        return
    done.add(model)
    yield model
    for field in model.model_fields.values():
        for inner in _models(field.annotation):
            yield from _parts(inner, done)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _table(model: type[BaseModel], top: bool) -> Iterator[str]:
    if not top:
        yield f"\n### {_heading(model)}\n"
    yield f"| {' | '.join(TABLE_HEAD)} |"
    yield f"|{' --- |' * len(TABLE_HEAD)}"
    for name, field in model.model_fields.items():
        key, shown, meaning = field.alias or name, example(name, field), field.description or ""
        yield f"| `{key}` | {field.title} | {_kind(field)} | {_default(field)} | `{shown}` | {meaning} |"


def _heading(model: type[BaseModel]) -> str:
    """What a group of fields is called: its Chinese name, and that of its class, since some share the Chinese one."""
    return f"{(model.__doc__ or '').partition(chr(10))[0].partition(':')[0].rstrip('.')}（{model.__name__}）"


def _default(field: FieldInfo) -> str:
    """What holds where the field is left out."""
    if field.is_required():
        return MARKS["required"]
    if field.default is False:
        return MARKS["no"]
    if field.default is None or field.default_factory:
        return MARKS["none"]
    if isinstance(field.default, tuple) and field.default:
        return "、".join(field.default)
    return str(field.default) if field.default not in ((), {}) else MARKS["empty"]


def _kind(field: FieldInfo) -> str:
    if inner := inner_model(field.annotation):
        heading = _heading(inner)
        types = MARKS["group"].format(summary=heading.partition("（")[0], anchor=heading_anchor(heading))
    elif get_origin(field.annotation) is dict:
        types = MARKS["fields" if get_args(field.annotation)[1] is object else "named_lists"]
    else:
        names = dict.fromkeys(_names(field.annotation))
        types = "、".join(name if name in TYPES.values() else f"`{name}`" for name in names)
    return MARKS["list"].format(types=types) if is_list(field) else types


def _names(annotation: Any) -> Iterator[str]:
    if isinstance(annotation, str):
        yield annotation
    elif isinstance(annotation, type) and annotation.__name__ in TYPES:
        yield TYPES[annotation.__name__]
    for part in get_args(annotation):
        yield from _names(part)
