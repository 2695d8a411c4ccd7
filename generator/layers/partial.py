"""What is wrong with a partial record in itself: fields that do not exist, are empty, or cannot be overridden."""

import difflib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.content.field_names import in_model, known_names, model_of_field
from generator.content.one_record import Fields
from generator.content.problems import excerpt
from generator.content.strict_yaml import read
from generator.layers.merging import Model, Value, has_ids
from generator.model import Keys, Record


class Complaint(NamedTuple):
    """A rule that a partial record breaks, where, and the values for the blanks of its message."""

    rule: str
    keys: Keys
    at_key: bool
    values: dict[str, str]


def complaints(source: bytes, fields: Fields, upper: Mapping[str, Value], model: type[Record]) -> Iterator[Complaint]:
    """All that is wrong with the partial record in ``source``, whose ``fields`` could be read."""
    yield from _unknown(fields.values, model, ())
    for keys in _empty(source, model):
        yield Complaint("layer/override-empty", keys, True, {"field": excerpt(str(keys[-1]))})
    if "id" in fields.values and fields.values["id"] != upper.get("id"):
        yield Complaint("layer/override-id", ("id",), True, {})


def _unknown(value: Value, model: Model | None, keys: Keys) -> Iterator[Complaint]:
    if isinstance(value, list) and has_ids(model):
        for at, item in enumerate(value):
            if isinstance(item, Mapping) and "id" in item:
                yield from _unknown(item, model, (*keys, at))
            else:
                yield Complaint("layer/override-item", (*keys, at), False, {})
    if not isinstance(value, Mapping) or model is None:
        return
    names = known_names(model)
    for key, inner in value.items():
        if key in names:
            yield from _unknown(inner, model_of_field(model, key), (*keys, key))
        else:
            yield Complaint("field/unknown", (*keys, key), True, unknown_field(key, model))


def unknown_field(typed: str, model: Model) -> dict[str, str]:
    """The blanks of the message about a field that does not exist: its name, and the one that may be meant."""
    names = [name for name in known_names(model) if name.isascii() == typed.isascii()]
    near = difflib.get_close_matches(typed, names, 1)
    return {"field": excerpt(typed), "near": near[0] if near else "、".join(names)}


def _empty(source: bytes, model: type[Record]) -> Iterator[Keys]:
    """The fields without a value: they would change nothing."""
    document = read(source, with_marks=True)
    for keys in document.key_marks:
        value: object = document.value
        for key in keys:
            value = _inner(value, key)
        if value is None:
            yield in_model(keys, model)


def _inner(value: object, key: str | int) -> object:
    if isinstance(value, dict):
        return value.get(key)
    return value[key] if isinstance(value, list) and isinstance(key, int) and key < len(value) else None
