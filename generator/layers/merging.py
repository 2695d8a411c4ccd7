"""Merges a partial record into a whole one: groups by field, lists of things with an id by id, all else as a whole.

Values are those of ``content.one_record``, by the names of the model. What says one thing in several fields, as a
number of days and its unit, is changed as one thing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from generator.content.field_names import model_of_field
from generator.model import Keys, TimeLimit, shorthands
from generator.model.service import Fee
from generator.model.time_limits import Extension, StepLimit

Model = type[BaseModel]
Value = Any
"""Text, a list or a group of fields as ``strict_yaml`` reads them."""

_LIMITS = ("days", "months", "years", "hours", "immediate", "unregulated")
_ONE_OF: dict[Model, tuple[str, ...]] = {TimeLimit: _LIMITS, StepLimit: _LIMITS, Fee: ("free", "items")}
"""Groups in which one of several fields is written; another one takes its place."""
_IN_WORDS: dict[Model, Callable[[object], object]] = {
    TimeLimit: shorthands.time_limit,
    StepLimit: shorthands.time_limit,
    Extension: shorthands.extension,
    Fee: shorthands.fee,
}
"""Groups that may be written in one line."""


def merged(upper: Value, partial: Value, model: Model | None) -> Value:
    """``upper`` with the fields of ``partial``; ``model`` is the group that both are."""
    upper, partial = spelled_out(upper, model), spelled_out(partial, model)
    if not (isinstance(upper, Mapping) and isinstance(partial, Mapping)):
        return partial
    found = {**_without_rivals(upper, partial, model), **partial}
    for key in upper.keys() & partial.keys():
        inner = model_of_field(model, key) if model else None
        if has_ids(inner) and isinstance(upper[key], list) and isinstance(partial[key], list):
            found[key] = _by_id(upper[key], partial[key], inner)
        else:
            found[key] = merged(upper[key], partial[key], inner)
    return found


def spelled_out(value: Value, model: Model | None) -> Value:
    """``value`` as a group of fields where it stands in one line (10个工作日, 不收费) for a group of ``model``."""
    return _IN_WORDS[model](value) if model in _IN_WORDS else value


def has_ids(model: Model | None) -> bool:
    """Whether a list of ``model`` is merged by id."""
    return model is not None and "id" in model.model_fields


def place_of_id(items: object, item_id: object) -> int | None:
    """The number of the item of a list with that id."""
    if not isinstance(items, Sequence) or isinstance(items, str):
        return None
    return next((at for at, one in enumerate(items) if isinstance(one, Mapping) and one.get("id") == item_id), None)


def leaves(partial: Value, model: Model | None, keys: Keys = ()) -> Iterator[Keys]:
    """The keys of all that ``partial`` sets: single values, and lists as a whole."""
    if not isinstance(partial, Mapping):
        yield keys
        return
    for key, value in partial.items():
        yield from leaves(value, model_of_field(model, key) if model else None, (*keys, key))


def _by_id(upper: Sequence[Value], partial: Sequence[Value], inner: Model | None) -> list[Value]:
    found = list(upper)
    for item in partial:
        at = place_of_id(found, item.get("id") if isinstance(item, Mapping) else None)
        if at is None:
            found.append(item)
        else:
            found[at] = merged(found[at], item, inner)
    return found


def _without_rivals(upper: Mapping[str, Value], partial: Mapping[str, Value], model: Model | None) -> dict[str, Value]:
    """``upper`` without the fields in place of which ``partial`` writes another; a unit goes with its days."""
    rivals = _ONE_OF.get(model, ()) if model else ()
    if not any(key in partial for key in rivals):
        return dict(upper)
    gone = {key for key in rivals if key not in partial}
    if "days" in gone:
        gone.add("unit")
    return {key: value for key, value in upper.items() if key not in gone}
