"""Records as plain values, as they stand in files: for comparing what is there with what comes in."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.content.examples import inner_model
from generator.content.yaml_writing import Model, Plain
from generator.model import Record


def plain(record: Record) -> dict[str, Plain]:
    """The fields of ``record`` that are not left out, by their names in files."""
    dumped = record.model_dump(by_alias=True, exclude_defaults=True, exclude_none=True)
    return {key: _listed(value) for key, value in dumped.items()}


def stated(fields: Mapping[str, Any], model: type[Record], others: Mapping[str, Any]) -> dict[str, Plain]:
    """What ``fields`` state, with the types of ``model``: "3" as 3, 是 as True. Raises ValidationError.

    ``others`` are values for required fields that may be missing; they are not part of the result.
    """
    record = model.model_validate({**others, **fields})
    dumped = record.model_dump(by_alias=True, exclude_unset=True, exclude_none=True)
    return {key: _listed(value) for key, value in dumped.items() if key in fields}


def _listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _listed(inner) for key, inner in value.items()}
    return [_listed(inner) for inner in value] if isinstance(value, list | tuple) else value


def differences(
    old: Plain | None, new: Plain | None, model: Model | None, label: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Plain | None, Plain | None]]:
    """What differs between two values: the titles of the fields that lead there, the old and the new value."""
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping) and model:
        for name, field in model.model_fields.items():
            key = field.alias or name
            yield from differences(
                old.get(key), new.get(key), inner_model(field.annotation), (*label, field.title or key)
            )
    elif isinstance(old, list) and isinstance(new, list) and model and len(old) == len(new):
        for number, (one, other) in enumerate(zip(old, new, strict=True), 1):
            yield from differences(one, other, model, (*label, str(number)))
    else:
        yield label, old, new
