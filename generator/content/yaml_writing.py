"""Writes plain values as YAML in the style of this project's files.

A mapping has its keys in the order of the model. A list of names stands in one line, a list of sentences has a line
for each; a text of several paragraphs stands as they do. Quotation marks stand where YAML, or the reader of this
project, would take a text for something else.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from generator.content.examples import inner_model
from generator.content.field_names import Language, called, model_of_field

Plain = str | int | bool | date | Sequence["Plain"] | Mapping[str, "Plain"]
"""What stands in a file: text, whole numbers, yes and no, days, lists, groups of fields."""

Model = type[BaseModel]
"""A record, or a group of fields in one."""

_WIDTH = 120
_NAME_LENGTH = 200
_SAFE = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=.](?:[^\n:#\[\]{},]|:(?=\S)|(?<!\s)#|[\[\]{},])*(?<![\s:])")
_SAFE_IN_LINE = re.compile(r"[^\s，\-?:,\[\]{}#&*!|>'\"%@`=.](?:[^\n:#\[\]{},，'\"])*(?<!\s)")
_NUMBER = re.compile(r"[0-9.]+")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML takes for the end of a line, or does not take at all."""


def scalar(value: Plain, in_line: bool = False, quotes: str = "") -> str:
    """A single value in one line; ``in_line`` between brackets, ``quotes``: those that it should have."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | date):
        return str(value)
    text = str(value)
    odd = "\n" in text or _ODD.search(text)
    if quotes == "'" and not odd:
        return "'" + text.replace("'", "''") + "'"
    safe = _SAFE_IN_LINE if in_line else _SAFE
    if not quotes and not odd and safe.fullmatch(text) and not _NUMBER.fullmatch(text):
        return text
    return _ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def entry(key: str, value: Plain, model: Model | None, indent: int, language: Language = "en") -> list[str]:
    """The lines of a field: ``key: value``, or the key with its value below."""
    name = _name(key, model, language)
    field = _field(model, key)
    head = " " * indent + f"{name}:"
    if isinstance(value, Mapping):
        return [head, *mapping(value, _inner(model, key), indent + 2, language)]
    if not isinstance(value, str) and isinstance(value, Sequence):
        if (line := in_one_line(value, field, indent + len(name) + 2)) is not None:
            return [f"{head} {line}"]
        return [head, *items(value, _inner(model, key), indent + 2, language)]
    return _text(head, value, indent + 2)


def mapping(value: Mapping[str, Plain], model: Model | None, indent: int, language: Language = "en") -> list[str]:
    """The lines of a group of fields, in the order of ``model``; what it does not know comes last."""
    order = field_order(model)
    keys = sorted(value, key=lambda key: order.get(key, len(order)))
    return [line for key in keys for line in entry(key, value[key], model, indent, language)]


def items(value: Sequence[Plain], model: Model | None, indent: int, language: Language = "en") -> Iterator[str]:
    """The lines of a list, with a dash for each item."""
    for item in value:
        if isinstance(item, Mapping):
            lines = mapping(item, model, indent + 2, language)
        elif not isinstance(item, str) and isinstance(item, Sequence):
            lines = [" " * (indent + 2) + bracketed(item)]
        else:
            lines = [" " * indent + "- " + _text("", item, indent + 2)[0].lstrip(), *_text("", item, indent + 2)[1:]]
        yield " " * indent + "- " + lines[0][indent + 2 :]
        yield from lines[1:]


def in_one_line(value: Sequence[Plain], field: FieldInfo | None, column: int) -> str | None:
    """A list of names between brackets; None where it holds sentences or groups, or would not fit into the line."""
    if not value:
        return "[]"
    if (field and not _holds_names(field)) or not all(isinstance(item, str) and "\n" not in item for item in value):
        return None
    line = bracketed(value)
    return line if column + len(line) <= _WIDTH else None


def bracketed(value: Plain, model: Model | None = None, language: Language = "en") -> str:
    """A value of any kind in one line, with brackets; ``model`` is what a group of fields in it is."""
    if isinstance(value, Mapping):
        fields = (
            f"{_name(key, model, language)}: {bracketed(inner, _inner(model, key), language)}"
            for key, inner in value.items()
        )
        return "{" + ", ".join(fields) + "}"
    if not isinstance(value, str) and isinstance(value, Sequence):
        return "[" + ", ".join(bracketed(item, model, language) for item in value) + "]"
    return scalar(value, in_line=True)


def field_order(model: Model | None) -> dict[str, int]:
    """Mapping the name of a field in files -> its place in the model."""
    return (
        {field.alias or name: place for place, (name, field) in enumerate(model.model_fields.items())} if model else {}
    )


def _name(key: str, model: Model | None, language: Language) -> str:
    return (called((key,), model, language) if model else None) or key


def _inner(model: Model | None, key: str) -> Model | None:
    return model_of_field(model, key) if model else None


def _field(model: Model | None, key: str) -> FieldInfo | None:
    fields = model.model_fields if model else {}
    return fields.get(key) or next((field for field in fields.values() if field.alias == key), None)


def _text(head: str, value: Plain, indent: int) -> list[str]:
    """A single value behind ``head``; paragraphs below it."""
    lines = value.split("\n") if isinstance(value, str) and not _ODD.search(value) else []
    if len(lines) > 1 and lines[0][:1].strip() and lines[-1] and all(line == line.rstrip() for line in lines):
        return [f"{head} |-", *(" " * indent + line if line else "" for line in lines)]
    return [f"{head} {scalar(value)}"]


def _holds_names(field: FieldInfo) -> bool:
    """Whether the texts in a list are names, of one line, and not sentences."""
    return inner_model(field.annotation) is None and not any(
        (constraint.max_length or 0) > _NAME_LENGTH for constraint in _constraints(field.annotation)
    )


def _constraints(annotation: Any) -> Iterator[StringConstraints]:
    yield from (one for one in getattr(annotation, "__metadata__", ()) if isinstance(one, StringConstraints))
    for part in getattr(annotation, "__args__", ()):
        yield from _constraints(part)
