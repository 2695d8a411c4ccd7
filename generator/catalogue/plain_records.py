"""Records as plain values, as they stand in files: for comparing what is there with what comes in."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.catalogue.item_names import before_each
from generator.content.examples import inner_model
from generator.content.yaml_writing import Model, Plain
from generator.model import Record


def plain(record: Record) -> dict[str, Plain]:
    """The fields of ``record`` that are not left out, by their names in files."""
    dumped = record.model_dump(by_alias=True, exclude_defaults=True, exclude_none=True)
    return {key: _listed(value) for key, value in dumped.items() if value != {}}


def stated(fields: Mapping[str, Any], model: type[Record], others: Mapping[str, Any]) -> dict[str, Plain]:
    """What ``fields`` state, with the types of ``model``: "3" as 3, 是 as True. Raises ValidationError.

    ``others`` are values for required fields that may be missing; they are not part of the result.
    """
    record = model.model_validate({**others, **fields})
    dumped = record.model_dump(by_alias=True, exclude_unset=True, exclude_none=True)
    return {key: _listed(value) for key, value in dumped.items() if key in fields}


def _listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _listed(inner) for key, inner in value.items() if inner != {}}
    return [_listed(inner) for inner in value] if isinstance(value, list | tuple) else value


Difference = tuple[tuple[str, ...], Plain | None, Plain | None]
"""The titles of the fields that lead to a value, and numbers of items (from 1); the value before and after."""


def differences(
    old: Plain | None, new: Plain | None, model: Model | None, label: tuple[str, ...] = ()
) -> Iterator[Difference]:
    """What differs between two values, each difference as far inside as it can be told."""
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping) and model:
        for name, field in model.model_fields.items():
            key = field.alias or name
            yield from differences(
                old.get(key), new.get(key), inner_model(field.annotation), (*label, field.title or key)
            )
    elif model and _are_groups(old) and _are_groups(new):
        yield from _of_items(old or [], new or [], model, label)
    else:
        yield label, old, new


def _are_groups(value: Plain | None) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(item, Mapping) for item in value))


def _of_items(old: Any, new: Any, model: Model, label: tuple[str, ...]) -> Iterator[Difference]:
    """Items that come, go, or say something else; the whole list where their order differs."""
    before = before_each(old, new)
    place_of = {id(item): place for place, item in enumerate(old)}
    places = [place_of[id(item)] for item in before if item is not None]
    if places != sorted(places):
        yield label, old, new
    stayed = {*places}
    gone = [item for place, item in enumerate(old) if place not in stayed]
    for number, (item, was) in enumerate(zip(new, before, strict=True), 1):
        if was is None:
            yield label, None, item
        else:
            yield from differences(was, item, model, (*label, str(number)))
    yield from ((label, item, None) for item in gone)
