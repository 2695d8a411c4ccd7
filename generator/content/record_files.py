"""Makes the file of a new record, and changes single fields in the file of another.

What clerks wrote by hand stays: comments, the order of fields, quotation marks, indentation. Every text is read again
before it is given back, so that no file is made that says something else than was meant.
"""

from collections.abc import Mapping

import yaml

from generator.content import strict_yaml
from generator.content.field_names import Language, in_model_names
from generator.content.file_kinds import RECORD_FOLDERS
from generator.content.schema import SCHEMAS
from generator.content.yaml_edits import Edits, same
from generator.content.yaml_nodes import Source
from generator.content.yaml_writing import Model, Plain, mapping
from generator.model import Keys

_MARK = "\ufeff"


class Unwritable(ValueError):
    """A text cannot stand in a file, or a file cannot be changed without losing something."""


def as_yaml(record: Mapping[str, Plain], model: Model, language: Language = "en") -> str:
    """The file of ``record`` (fields named as in files). Raises Unwritable for characters that no file may hold."""
    name = next(name for name, kind in SCHEMAS.items() if kind is model)
    up = "../../" if model in RECORD_FOLDERS.values() else "../"
    head = f"# yaml-language-server: $schema={up}schemas/{name}.schema.json"
    text = "\n".join([head, *mapping(record, model, 0, language), ""])
    _compare(fields_of(text, model), record, model)
    return text


def with_changes(text: str, changes: Mapping[Keys, Plain | None], model: Model) -> str:
    """``text``, the file of a ``model``, with other values at the keys of ``changes``; None takes a field away.

    Keys have the names of the model, whatever the fields are called in the file. Of a list or a group only what
    differs changes. Raises Unwritable, also for a file that has faults.
    """
    mark = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(_MARK)
    old: Mapping[str, Plain] = fields_of(text, model)
    fields = old
    for keys, value in changes.items():
        changed = _set(fields, keys, value)
        fields = changed if isinstance(changed, Mapping) else {}
    edits = Edits(Source(text))
    if not isinstance(edits.source.root, yaml.MappingNode) or not edits.change_group(edits.source.root, fields, model):
        raise Unwritable
    new = edits.applied()
    if new != text:
        _compare(fields_of(new, model), fields, model)
    return mark + new if fields != old else mark + text


def fields_of(text: str, model: Model) -> dict[str, Plain]:
    """The fields of a file as they were typed, by the names of ``model``. Raises Unwritable for a file with faults."""
    document = strict_yaml.read(text.encode())
    fields, twice = in_model_names(document.value, model) if document.value is not None else ({}, None)
    if document.faults or twice or not isinstance(fields, dict):
        raise Unwritable
    return dict(fields)


def _compare(written: Mapping[str, Plain], meant: Mapping[str, Plain], model: Model) -> None:
    if written.keys() != meant.keys() or not all(same(written[key], meant[key], model, key) for key in meant):
        raise Unwritable


def _set(value: Plain | None, keys: Keys, new: Plain | None) -> Plain | None:
    """``value`` with ``new`` at ``keys``; groups that are missing on the way are made, empty ones go."""
    if not keys:
        return new
    first = keys[0]
    if isinstance(first, int):
        items: list[Plain | None] = list(value) if isinstance(value, list | tuple) else []
        items[first : first + 1] = [_set(items[first] if first < len(items) else None, keys[1:], new)]
        return [one for one in items if one is not None] or None
    fields = dict(value) if isinstance(value, Mapping) else {}
    inner = _set(fields.get(first), keys[1:], new)
    if inner is not None:
        fields[first] = inner
    else:
        fields.pop(first, None)
    return fields or None
