"""How a field looks when it is written in one line: for messages, and for the field reference."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.content.problems import excerpt
from generator.model.word_lists import WORD_LISTS
from generator.texts.checks import GROUPS
from generator.texts.reference import GIVEN, TYPE_EXAMPLES

_NEEDS_QUOTES = re.compile(r"""[,\[\]{}"'#，]|:(?:\s|$)|^[-?:&*!|>%@`]""")
_GIVEN = re.compile(rf"{GIVEN}\s*([^，。；、]+)")
"""The example that the description of a field gives (如 某某镇人民政府。)."""


def example(name: str, field: FieldInfo) -> str:
    """``field`` with a value: the example of its description, its first choice, a group with its required fields."""
    value = _value(name, field)
    return f"{field.alias or name}: {f'[{value}]' if is_list(field) else value}"


def group(model: type[BaseModel], first: str = "") -> str:
    """A group of fields in one line: its required fields, or its first one; ``first`` is what the first one holds."""
    if model.__name__ in GROUPS:
        return GROUPS[model.__name__]
    fields = list(model.model_fields.items())
    wanted = [(name, one) for name, one in fields if one.is_required()] or fields[:1]
    parts = [example(name, one) for name, one in wanted]
    if first and (first in choices(wanted[0][1]) or wanted[0][1].annotation is str):
        parts[0] = f"{wanted[0][1].alias or wanted[0][0]}: {first}"
    return "{" + ", ".join(parts) + "}"


def list_of(names: Iterable[str]) -> str:
    """``names`` as a list in one line, each with quotation marks where YAML would take it for something else."""
    return f"[{', '.join(_quoted(excerpt(name)) for name in names)}]"


def _quoted(name: str) -> str:
    if not _NEEDS_QUOTES.search(name):
        return name
    return f'"{name}"' if '"' not in name else f"'{name}'"


def choices(field: FieldInfo | None) -> list[str]:
    """The words that ``field`` may hold, in order; none where it may hold any text."""

    def literals(annotation: Any) -> Iterator[str]:
        for part in get_args(annotation):
            if isinstance(part, str):
                yield part
            else:
                yield from literals(part)

    return list(dict.fromkeys(literals(field.annotation))) if field else []


def chosen_from(field: FieldInfo | None) -> str | None:
    """The list of site.yml from which ``field`` takes its words; None for other fields."""
    return next((name for name, words in WORD_LISTS.items() if field and field.examples == [*words]), None)


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The group of fields that a value of this type is, or a list of it holds; None for single values."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := inner_model(part))), None)


def is_list(field: FieldInfo) -> bool:
    """Whether the field is a list."""
    return get_origin(field.annotation) is not dict and "tuple" in str(field.annotation)


def _value(name: str, field: FieldInfo) -> str:
    if inner := inner_model(field.annotation):
        return group(inner)
    if words := choices(field):
        return words[0]
    if known := field.examples or (isinstance(field.default, tuple) and field.default):
        return str(known[0])
    if given := _GIVEN.search(field.description or ""):
        return given[1].strip()
    kinds = (kind for kind in TYPE_EXAMPLES if kind in type_names(field.annotation) or name.endswith(f"_{kind}"))
    return TYPE_EXAMPLES.get(name) or next((TYPE_EXAMPLES[kind] for kind in kinds), field.title or name)


def type_names(annotation: Any) -> list[str]:
    """The names of the types of single values within ``annotation``."""
    own = [annotation.__name__] if isinstance(annotation, type) else []
    return own + [name for part in get_args(annotation) for name in type_names(part)]
