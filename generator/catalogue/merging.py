"""What a service says once the statements of a source are added to what the hall says already.

What the source does not state stays as it is, also within groups and lists: of a paper that both name, the notes of the
hall stay, and the copies are those of the source.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.catalogue.item_names import called
from generator.catalogue.same_names import plain_name
from generator.content.field_names import model_of_field
from generator.content.yaml_writing import Model, Plain
from generator.model import Dataset

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


def with_catalogue(fields: Mapping[str, Any], dataset: Dataset, old: Mapping[str, Any]) -> dict[str, Any]:
    """``fields`` with the ids of papers that the hall's catalogue has by exactly that name.

    A paper that the service has by its name already, as ``old`` tells, keeps it.
    """
    ids: dict[str, set[str]] = {}
    for material in dataset.materials.values():
        for name in (material.name, *material.aliases):
            ids.setdefault(plain_name(name), set()).add(material.id)
    own = {plain_name(item["name"]) for item in old.get("materials", ()) if "name" in item}
    known = {name: found.pop() for name, found in ids.items() if len(found) == 1 and name not in own}
    changed = dict(fields)
    if "materials" in fields:
        changed["materials"] = [_catalogued(item, known) for item in fields["materials"]]
    if "situations" in fields:
        changed["situations"] = [_situation(item, known) for item in fields["situations"]]
    return changed


def _situation(item: Mapping[str, Any], known: Mapping[str, str]) -> Mapping[str, Any]:
    keys = [known.get(plain_name(key), key) for key in item.get("materials", ())]
    return {**item, "materials": keys} if keys else item


def _catalogued(item: Mapping[str, Any], known: Mapping[str, str]) -> Mapping[str, Any]:
    found = known.get(plain_name(str(item.get("name", ""))))
    return {"material": found, **{key: value for key, value in item.items() if key != "name"}} if found else item
