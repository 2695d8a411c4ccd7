"""What a service says once the statements of a source are added to what the hall says already.

What the source does not state stays as it is, also within groups and lists: of a paper that both name, the notes of the
hall stay, and the copies are those of the source.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.catalogue.item_names import called
from generator.content.field_names import model_of_field
from generator.content.yaml_writing import Model, Plain

_ALTERNATIVES = (
    {"days", "months", "years", "hours", "immediate", "unregulated"},
    {"free", "items"},
    {"material", "name"},
)
"""Fields of which a group has one: whoever states one of them takes the others away."""


def merged(old: Mapping[str, Plain], stated: Mapping[str, Plain], model: Model | None) -> dict[str, Plain]:
    """``old`` with what is ``stated``, both as records give them."""
    result = {key: value for key, value in old.items() if not _gives_way(key, stated)}
    if "days" not in stated and stated.keys() & _ALTERNATIVES[0]:
        result.pop("unit", None)
    for key, value in stated.items():
        before, inner = result.get(key), model_of_field(model, key) if model else None
        if isinstance(value, Mapping) and isinstance(before, Mapping):
            result[key] = merged(before, value, inner)
        elif inner and _is_list(value) and _is_list(before):
            result[key] = _merged_items(before, value, inner)
        else:
            result[key] = value
    return result


def _gives_way(key: str, stated: Mapping[str, Plain]) -> bool:
    return key not in stated and any(key in group and group & stated.keys() for group in _ALTERNATIVES)


def _merged_items(old: Any, stated: Any, inner: Model) -> list[Plain]:
    left = list(old)
    items: list[Plain] = []
    for item in stated:
        same = next((one for one in left if called(one) == called(item)), None)
        if same is not None:
            left.remove(same)
        items.append(merged(same, item, inner) if same is not None else item)
    return items


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
