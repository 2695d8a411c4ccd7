"""The names of fields that a clerk may write: those of the model (name), and the Chinese ones (名称, 事项名称).

The Chinese name of a field is its title; a short one that everybody would try is in ``texts.reference.SHORT_NAMES``.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from generator.content.examples import inner_model
from generator.model import Keys, Version
from generator.texts.reference import SHORT_NAMES

if TYPE_CHECKING:  # the schemas are written without reading any YAML
    from generator.content.strict_yaml import YamlValue

Language = Literal["zh", "en"]


@cache
def known_names(model: type[BaseModel]) -> dict[str, str]:
    """Mapping every name that a field of ``model`` may have in a file -> its name in the model."""
    names: dict[str, str] = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        short = SHORT_NAMES.get(f"{model.__name__}.{key}")
        names |= {one: key for one in (key, field.title, short) if one}
    return names


def in_model_names(
    value: "YamlValue", model: type[BaseModel] | None, root: type[BaseModel] | None = None
) -> tuple["YamlValue", Keys | None]:
    """``value`` with the names of the model; and the keys, as typed, of a field that stands there by two names.

    ``root`` is the model of the whole record, where ``value`` is a part of one.
    """
    root = root or model
    if isinstance(value, list):
        items = [in_model_names(item, model, root) for item in value]
        twice = next(((number, *keys) for number, (_, keys) in enumerate(items) if keys), None)
        return [item for item, _ in items], twice
    if not isinstance(value, dict) or model is None:
        return value, None
    names, found, twice = known_names(model), {}, None
    for typed, inner in value.items():
        key = names.get(typed, typed)
        if key in found:
            twice = twice or (typed,)
        found[key], within = in_model_names(inner, _within(model, key, root), root)
        if within and not twice:
            twice = (typed, *within)
    return found, twice


def called(typed: Keys, model: type[BaseModel], language: Language) -> str | None:
    """What the field at ``typed`` is called in ``language``; None where it is no field."""
    holder = _holder(typed, model)
    key = known_names(holder).get(str(typed[-1])) if holder else None
    if holder is None or key is None:
        return None
    if language == "en":
        return key
    titles = {field.alias or name: field.title for name, field in holder.model_fields.items()}
    return SHORT_NAMES.get(f"{holder.__name__}.{key}") or titles[key]


def in_model(typed: Keys, model: type[BaseModel] | None) -> Keys:
    """``typed``, the keys that lead to a value in a file, as the model calls them."""
    return tuple(_steps(typed, model))


def _steps(typed: Keys, model: type[BaseModel] | None) -> Iterator[str | int]:
    root = model
    for step in typed:
        if isinstance(step, str) and model:
            step = known_names(model).get(step, step)
            model = _within(model, step, root)
        yield step


def _holder(typed: Keys, model: type[BaseModel] | None) -> type[BaseModel] | None:
    root = model
    for step in typed[:-1]:
        if isinstance(step, str) and model:
            model = _within(model, known_names(model).get(step, step), root)
    return model


def _within(model: type[BaseModel], key: str, root: type[BaseModel] | None) -> type[BaseModel] | None:
    """The group of fields in the field ``key``: what a scheduled change sets are fields of the whole record."""
    return root if model is Version and key == "set" else model_of_field(model, key)


@cache
def model_of_field(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    """The group of fields that the field ``key`` of ``model`` holds, once or in a list; None for any other."""
    fields = ((field.alias or name, field) for name, field in model.model_fields.items())
    return next((inner_model(field.annotation) for name, field in fields if name == key), None)
