"""What the layers made of one file, from the top down, and where each of its fields was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.content.field_names import model_of_field
from generator.content.field_places import place_of
from generator.content.file_kinds import model_of
from generator.layers.layer import OVERRIDES, Origin
from generator.layers.merging import Model, Value, has_ids, place_of_id, spelled_out
from generator.layers.overriding import fields_of
from generator.layers.reading import SourceFile
from generator.model import Keys


@dataclass(frozen=True)
class Step:
    """What one layer did with a file: it brought the whole of it, or changed single fields (``partial``).

    ``result`` are the bytes afterwards, of a record; None of other files.
    """

    source: SourceFile
    partial: bool
    result: bytes | None


class Written(NamedTuple):
    """A value as one layer wrote it, and where."""

    origin: Origin
    value: Value


class FieldOrigin(NamedTuple):
    """One field of a composed record, its value, where it was written, and what layers above had, the nearest first."""

    keys: Keys
    value: Value
    origin: Origin
    above: tuple[Written, ...]


@dataclass(frozen=True)
class History:
    """The steps of one file of the content, at ``path``, the uppermost layer first."""

    path: str
    steps: tuple[Step, ...]

    def read(self) -> bytes:
        """The bytes of the composed file. Raises FileNotFoundError where one that is no record has gone meanwhile."""
        last = self.steps[-1]
        return last.result if last.result is not None else last.source.read()

    @property
    def whole(self) -> Step:
        """The lowest step that brought the whole file."""
        return next(step for step in reversed(self.steps) if not step.partial)

    @property
    def values(self) -> Mapping[str, Value]:
        """The fields of the composed record; none of a file that is no record, or has faults."""
        return self._values(self.steps[-1])

    def origin(self, keys: Keys, at_key: bool = False) -> Origin:
        """Where the value at ``keys`` of the composed record was written, or else what it would stand in."""
        while keys:
            if found := next(self._written(keys, at_key), None):
                return found.origin
            keys = keys[:-1]
        return self._place(self.whole, (), False)

    def fields(self) -> Iterator[FieldOrigin]:
        """Each field of the record; those of a group, and of things with an id, where several layers wrote of it."""
        model = model_of(self.path)
        for key, value in self.values.items():
            yield from self._fields((key,), value, model_of_field(model, key) if model else None)

    def _fields(self, keys: Keys, value: Value, model: Model | None) -> Iterator[FieldOrigin]:
        written = list(self._written(keys, at_key=True))
        value, is_merged = spelled_out(value, model), len(written) > 1 and _is_partial(written[0].origin)
        if is_merged and isinstance(value, Mapping):
            for key, inner in value.items():
                yield from self._fields((*keys, key), inner, model_of_field(model, key) if model else None)
        elif is_merged and isinstance(value, list) and has_ids(model):
            for at, item in enumerate(value):
                yield from self._fields((*keys, at), item, model)
        else:
            origin = written[0].origin if written else self.origin(keys)
            yield FieldOrigin(keys, value, origin, tuple(written[1:]))

    def _written(self, keys: Keys, at_key: bool = False) -> Iterator[Written]:
        """What each layer wrote at ``keys`` of the composed record, the lowest first."""
        model, below = model_of(self.path), self.values
        for step in reversed(self.steps):
            result = self._values(step)
            here = _followed(keys, below, result, model)
            if here is None:
                return
            keys, below = here, result
            own = fields_of(step.source.data or b"", self.path).values if step.partial else result
            there = _followed(keys, result, own, model)
            if there is not None:
                yield Written(self._place(step, there, at_key), value_at(own, there, model))

    def _values(self, step: Step) -> Mapping[str, Value]:
        return fields_of(step.result, self.path).values if step.result is not None else {}

    def _place(self, step: Step, keys: Keys, at_key: bool) -> Origin:
        line, column = place_of(step.source.data or b"", keys, at_key, model_of(self.path))
        return Origin(step.source.layer, step.source.path, line, column)


def _is_partial(origin: Origin) -> bool:
    return origin.path.startswith(f"{OVERRIDES}/")


def _followed(keys: Keys, values: Value, other: Value, model: Model | None) -> Keys | None:
    """The keys in ``other`` of what stands at ``keys`` of ``values``: things with an id are found by it.

    None where it does not stand there.
    """
    found: list[str | int] = []
    for key in keys:
        values, other = spelled_out(values, model), spelled_out(other, model)
        step: str | int | None = key
        if isinstance(key, int) and has_ids(model):
            step = place_of_id(other, _item_id(values, key))
        if step is None or not _holds(other, step):
            return None
        values, other = (values[key] if _holds(values, key) else None), other[step]
        model = model_of_field(model, key) if model and isinstance(key, str) else model
        found.append(step)
    return tuple(found)


def value_at(values: Value, keys: Keys, model: Model | None) -> Value:
    """What stands at ``keys`` of ``values``, fields of ``model``. Raises KeyError or IndexError where nothing does."""
    for key in keys:
        values = spelled_out(values, model)[key]
        model = model_of_field(model, key) if model and isinstance(key, str) else model
    return values


def _item_id(items: Value, at: int) -> Value:
    item = items[at] if _holds(items, at) else None
    return item.get("id") if isinstance(item, Mapping) else None


def _holds(value: Value, key: str | int) -> bool:
    return key in value if isinstance(value, Mapping) else isinstance(value, list) and key in range(len(value))
