"""The fields that a layer keeps the layers below it from changing."""

from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from typing import NamedTuple

from generator.content.field_names import called, in_model, known_names, model_of_field
from generator.content.field_places import place_of
from generator.content.file_kinds import model_of
from generator.layers.layer import RULES_FILE, Layer, Origin
from generator.layers.merging import Model, Value, leaves
from generator.layers.partial import Complaint, unknown_field
from generator.layers.reading import Contents
from generator.model import Keys, Record
from generator.model.layer import LayerRules
from generator.texts.layers import BELOW, FIELD

WHOLE = "*"


class Lock(NamedTuple):
    """A field (or the whole record, without keys) of the records at ``pattern`` that is locked, and where."""

    layer: Layer
    pattern: str
    keys: Keys
    origin: Origin

    def holds(self, path: str) -> bool:
        """Whether the record at ``path`` of the content is meant."""
        return fnmatchcase(path, self.pattern)


def locks_of(contents: Contents) -> Iterator[Lock | Complaint]:
    """The locks of a layer; a complaint, with its place in layer.yml, of each that locks nothing."""
    for pattern, fields in contents.rules.locked.items():
        model = model_of(pattern)
        if model is None:
            yield Complaint("layer/path", ("locked", pattern), True, {"path": pattern})
            continue
        for at, typed in enumerate(fields):
            keys = tuple(part.strip() for part in typed.split(".")) if typed != WHOLE else ()
            named = in_model(keys, model)
            if unknown := _unknown(named, model):
                yield Complaint("layer/locked-field", ("locked", pattern, at), False, unknown)
                continue
            line, column = place_of(contents.rules_source, ("locked", pattern, at), False, LayerRules)
            origin = Origin(contents.layer, RULES_FILE, line, column)
            yield Lock(contents.layer, pattern, named, origin)


def broken_locks(
    locks: Iterable[Lock],
    upper: Mapping[str, Value],
    lower: Mapping[str, Value],
    model: type[Record],
    partial: Mapping[str, Value] | None = None,
) -> Iterator[Complaint]:
    """Each of ``locks`` that the record ``lower`` breaks, beside that above it.

    A ``partial`` record breaks one by naming the field, whatever it says: what is the same today may differ once the
    upper layer changes it. What was replaced as a whole has to say the same, now and by scheduled changes.
    """
    named = [keys for keys in leaves(partial, model) if keys != ("id",)] if partial is not None else []
    for lock in locks:
        touched = next((keys for keys in named if _overlap(keys, lock.keys)), None)
        if touched is not None:
            yield _complaint(lock, "layer/locked", touched, model)
        elif partial is None and not lock.keys:
            yield _complaint(lock, "layer/locked-record", (), model)
        elif _at(upper, lock.keys) != _at(lower, lock.keys) and lock.keys:
            yield _complaint(lock, "layer/locked-replaced", lock.keys, model)
        elif lock.keys and _scheduled(upper, lock.keys) != _scheduled(lower, lock.keys):
            yield _complaint(lock, "layer/locked-replaced", ("versions",), model)


def _complaint(lock: Lock, rule: str, keys: Keys, model: type[Record]) -> Complaint:
    steps = (called(lock.keys[: at + 1], model, "zh") for at in range(len(lock.keys)))
    field = FIELD.format(title=BELOW.join(filter(None, steps)))
    values = {"layer": lock.layer.name, "field": field, "above": lock.origin.place}
    return Complaint(rule if lock.keys else "layer/locked-record", keys, False, values)


def _unknown(keys: Keys, model: Model) -> dict[str, str]:
    """The blanks of the message about the first of ``keys`` that is no field; {} where all are."""
    holder: Model | None = model
    for key in keys:
        if holder is None or key not in known_names(holder).values():
            return unknown_field(str(key), holder or model)
        holder = model_of_field(holder, str(key))
    return {}


def _overlap(one: Keys, other: Keys) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _at(value: Value, keys: Keys) -> Value:
    """What stands at ``keys``, in each item of the lists on the way; None where nothing does."""
    if not keys:
        return value
    if isinstance(value, list):
        return [_at(item, keys) for item in value]
    return _at(value.get(keys[0]), keys[1:]) if isinstance(value, Mapping) else None


def _scheduled(fields: Mapping[str, Value], keys: Keys) -> list[Value]:
    """From when until when scheduled changes set what stands at ``keys``, and to what."""
    versions = fields.get("versions")
    return [
        (one.get("from"), one.get("until"), _at(one["set"], keys))
        for one in (versions if isinstance(versions, list) else [])
        if isinstance(one, Mapping) and isinstance(one.get("set"), Mapping) and keys[0] in one["set"]
    ]
