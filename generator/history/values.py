"""How two versions of a record differ: field by field, by the titles of fields, old and new in words.

The versions are what stands in two files, which may be of two versions of the program; a field that this one does not
know is told by its name.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from generator.content.examples import inner_model
from generator.content.problems import printable
from generator.facts.services import limit_words
from generator.model import TimeLimit
from generator.model.service import Fee
from generator.model.time_limits import StepLimit
from generator.texts.history import DIFFERENCES

LONGEST = 60
"""So many characters of a value are told."""

_NAMES = ("name", "title", "material", "question", "where", "url", "what")
"""Fields by which the members of a list are known, the first that there is."""

Names = Mapping[str, str]
"""Mapping id -> name of what records name by its id only: materials, windows, services."""


class Difference(NamedTuple):
    """One field that is not as before: the titles that lead to it, what it said, and what it says now.

    None: nothing. Where both are None it is worded in another way, which would take too long to tell.
    """

    field: str
    old: str | None
    new: str | None


def differences(
    old: Mapping[str, Any], new: Mapping[str, Any], model: type[BaseModel] | None, names: Names, title: str = ""
) -> Iterator[Difference]:
    """The fields in which two records of ``model`` differ, in its order; ``title`` is what they stand below."""
    known = {field.alias or name: field for name, field in model.model_fields.items()} if model else {}
    for key in dict.fromkeys((*known, *sorted(old.keys() | new.keys()))):
        before, after = old.get(key), new.get(key)
        if before != after:
            field = known.get(key)
            named = DIFFERENCES["below"].join(filter(None, (title, (field and field.title) or printable(key))))
            yield from _of_field(named, before, after, inner_model(field.annotation) if field else None, names)


def _of_field(
    title: str, old: object, new: object, model: type[BaseModel] | None, names: Names
) -> Iterator[Difference]:
    if model in _IN_WORDS:
        yield _pair(title, *(None if value is None else _IN_WORDS[model](_dict(value)) for value in (old, new)))
    elif isinstance(old or new, list):
        yield from _of_lists(title, _list(old), _list(new), model, names)
    elif isinstance(old or new, dict):
        yield from differences(_dict(old), _dict(new), model, names, title)
    else:
        yield _pair(title, *(None if value is None else _words(value, names) for value in (old, new)))


def _of_lists(
    title: str, old: Sequence[object], new: Sequence[object], model: type[BaseModel] | None, names: Names
) -> Iterator[Difference]:
    before, after = _named(old, names), _named(new, names)
    dropped, added = before.keys() - after.keys(), after.keys() - before.keys()
    yield from (Difference(title, _short(name), None) for name, _ in before if (name, _) in dropped)
    yield from (Difference(title, None, _short(name)) for name, _ in after if (name, _) in added)
    within = False
    for key in before:
        if key in after and before[key] != after[key]:
            within = True
            below = DIFFERENCES["below"].join((title, _short(key[0])))
            yield from differences(_dict(before[key]), _dict(after[key]), model, names, below)
    if not (dropped or added or within):
        yield Difference(title, None, None)


def _named(members: Sequence[object], names: Names) -> dict[tuple[str, int], object]:
    """Mapping (name, how often it stood before) -> member, in order."""
    seen: Counter[str] = Counter()
    found: dict[tuple[str, int], object] = {}
    for member in members:
        of = _dict(member)
        name = _words(next((of[key] for key in _NAMES if of.get(key)), of and DIFFERENCES["member"]) or member, names)
        found[name, seen[name]] = member
        seen[name] += 1
    return found


def _pair(title: str, old: str | None, new: str | None) -> Difference:
    """Old and new, as far as they can be told apart in few words."""
    told = tuple(None if value is None else _short(value) for value in (old, new))
    return Difference(title, *(told if told[0] != told[1] else (None, None)))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _words(value: object, names: Names) -> str:
    if isinstance(value, bool):
        return DIFFERENCES["yes" if value else "no"]
    return printable(names.get(value, value) if isinstance(value, str) else str(value)).replace("\n", " ")


def _limit(value: dict[str, Any]) -> str:
    try:
        limit = limit_words(TimeLimit.model_validate({key: one for key, one in value.items() if key != "means"}))
    except ValidationError:
        return DIFFERENCES["unreadable"]
    return "／".join(limit.readings) if limit else ""


def _fee(value: dict[str, Any]) -> str:
    items = (_dict(item) for item in _list(value.get("items")))
    told = (" ".join(_words(item[key], {}) for key in ("name", "standard") if item.get(key)) for item in items)
    return DIFFERENCES["free"] if value.get("free") else "；".join(told)


_IN_WORDS: dict[type[BaseModel] | None, Callable[[dict[str, Any]], str]] = {
    TimeLimit: _limit,
    StepLimit: _limit,
    Fee: _fee,
}
"""Groups of fields that are told as a whole, as pages do."""


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
