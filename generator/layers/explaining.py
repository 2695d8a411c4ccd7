"""Tells of each field of a record which layer wrote it, in which file and line, and what the layers above had."""

import difflib
from collections.abc import Iterable, Iterator, Mapping

from generator.content.field_names import called, model_of_field
from generator.content.file_kinds import model_of
from generator.content.problems import excerpt, printable, quote_to_publish
from generator.layers.compose import Composed
from generator.layers.history import FieldOrigin, History, value_at
from generator.layers.layer import Layer, Origin
from generator.layers.locks import Lock
from generator.layers.merging import Model, Value
from generator.layers.reading import read_layer
from generator.model import Keys
from generator.system.failures import Failure
from generator.texts.layers import EXPLAINED, NOT_FOUND


class NothingExplained(Failure):
    """No record goes by the name that was typed, or several do; the message lists them."""


def find(composed: Composed, name: str) -> History:
    """The file of a record by its path, its path without .yml, its id or its title. Raises NothingExplained."""
    known = {**composed.left_out, **composed.histories}
    found = [path for path in (name, f"{name}.yml") if path in known]
    found = found or [path for path in known if path.rpartition("/")[2] == f"{name}.yml"]
    found = found or [path for path, one in known.items() if _title(one) == name]
    if len(found) == 1:
        return known[found[0]]
    if found:
        names = "、".join(map(printable, found))
        raise NothingExplained(NOT_FOUND["several"].format(name=excerpt(name), names=names))
    words = {word for path, one in known.items() for word in _names(path, one)}
    close = difflib.get_close_matches(name, words, 1)
    near = NOT_FOUND["near"].format(names=printable(close[0])) if close else ""
    raise NothingExplained(NOT_FOUND["none"].format(name=excerpt(name), near=near))


def explained(composed: Composed, history: History) -> Iterator[str]:
    """The lines about one file of ``composed``."""
    yield EXPLAINED["head"].format(path=printable(history.path), title=excerpt(_title(history))).strip()
    if history.path in composed.left_out:
        yield from _left_out(composed, history.path)
    if not history.values:
        whole = history.whole.source
        yield EXPLAINED["whole"].format(origin=_origin(Origin(whole.layer, whole.path, 1, 1)))
    locks = [lock for lock in composed.locks if lock.holds(history.path)]
    for one in history.fields():
        yield from _field(one, history, locks)
    yield from (str(problem) for problem in composed.problems if problem.path.endswith(f"/{history.path}"))


def changed_in(layers: Iterable[Layer], path: str) -> Iterator[str]:
    """Where each of ``layers``, halls that stand beside each other, has anything of its own about the file ``path``."""
    for layer in layers:
        contents = read_layer(layer)
        for file in filter(None, (contents.files.get(path), contents.overrides.get(path))):
            yield EXPLAINED["hall"].format(hall=layer.name, place=layer.place(file.path))
        if path in contents.rules.leaves_out:
            yield EXPLAINED["hall"].format(hall=layer.name, place=layer.place("layer.yml"))


def _left_out(composed: Composed, path: str) -> Iterator[str]:
    for layer in composed.layers:
        if path in read_layer(layer).rules.leaves_out:
            yield EXPLAINED["left_out"].format(layer=layer.name, place=layer.place("layer.yml"))


def _field(one: FieldOrigin, history: History, locks: Iterable[Lock]) -> Iterator[str]:
    name = EXPLAINED["below"].join(_steps(one.keys, history.values, model_of(history.path)))
    yield EXPLAINED["field"].format(field=name, value=_value(one.value), origin=_origin(one.origin))
    for lock in locks:
        if one.keys[: len(lock.keys)] == lock.keys:
            yield EXPLAINED["locked"].format(layer=lock.layer.name, place=lock.origin.place)
    for above in one.above:
        words = {"layer": above.origin.layer.name, "value": _value(above.value), "place": above.origin.place}
        yield EXPLAINED["above"].format(**words)


def _origin(origin: Origin) -> str:
    """The layer and the place; of a hall that stands on no layers the place alone."""
    name = origin.layer.name
    return EXPLAINED["origin"].format(layer=name, place=origin.place) if name else origin.place


def _steps(keys: Keys, values: Value, model: Model | None) -> Iterator[str]:
    """What a clerk calls the fields on the way to a value; things of a list go by their id."""
    root = model
    for at, key in enumerate(keys):
        if isinstance(key, int):
            item = value_at(values, keys[: at + 1], root)
            yield str(item.get("id", key + 1)) if isinstance(item, Mapping) else str(key + 1)
            continue
        yield (called((key,), model, "zh") if model else None) or printable(key)
        model = model_of_field(model, key) if model else None


def _value(value: Value) -> str:
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return quote_to_publish("、".join(value))
    if isinstance(value, list):
        return EXPLAINED["list"].format(count=len(value))
    return EXPLAINED["group"].format(count=len(value)) if isinstance(value, Mapping) else quote_to_publish(value)


def _title(history: History) -> str:
    return str(history.values.get("name") or history.values.get("title") or "")


def _names(path: str, history: History) -> Iterator[str]:
    yield path.rpartition("/")[2].removesuffix(".yml")
    yield path
    if title := _title(history):
        yield title
