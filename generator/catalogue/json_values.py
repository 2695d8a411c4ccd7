"""JSON exports of other systems as plain values, and the values that lie at a path in them.

A path is written with dots, and [] behind the name of a list means each of its items: data.materials[].name.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.system.decoding import UnknownEncoding, decoded
from generator.system.failures import Died
from generator.system.isolated import run_isolated
from generator.system.worker import Overdue

FILE_BYTES = 50 * 1024 * 1024
"""The largest file: 100,000 services of 500 bytes."""

SECONDS = 30
MEMORY_MIB = 1024

Json = Any
"""What JSON may hold: texts, numbers, truths, nothing, lists and mappings."""

EACH = "[]"


class JsonError(Exception):
    """An export that cannot be read; ``rule`` is one of ``texts.service_sources``."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


def read_json(path: Path) -> Json:
    """The value in the file at ``path``. Raises JsonError, which never holds text of the file."""
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > FILE_BYTES:
                raise JsonError("json/size")
            data = file.read(FILE_BYTES + 1)
    except OSError:
        raise JsonError("json/unreadable") from None
    try:
        return next(run_isolated(SECONDS, _parsed, data, memory_mib=MEMORY_MIB))
    except (Overdue, Died):
        raise JsonError("json/size") from None


def parsed(data: bytes) -> Json:
    """The value that ``data`` holds. Raises JsonError."""
    try:
        return json.loads(decoded(data), parse_constant=_refuse)
    except UnknownEncoding:
        raise JsonError("json/encoding") from None
    except (ValueError, RecursionError):
        raise JsonError("json/broken") from None


def _parsed(data: bytes) -> Iterator[Json]:
    yield parsed(data)


def _refuse(_: str) -> None:
    raise ValueError


def at(value: Json, path: str) -> Iterator[tuple[str, Json]]:
    """The values at ``path``, each with its own path, in which items of lists are counted: materials[0].name."""
    first, _, rest = path.partition(".")
    name, each = first.removesuffix(EACH), first.endswith(EACH)
    if not isinstance(value, dict) or value.get(name) is None:
        return
    inner = value[name]
    items = [(f"{name}[{number}]", item) for number, item in enumerate(inner)] if each else [(name, inner)]
    if each and not isinstance(inner, list):
        items = [(f"{name}[0]", inner)]  # One item is often written without its list.
    for own, item in items:
        if rest:
            yield from ((f"{own}.{below}", found) for below, found in at(item, rest))
        else:
            yield own, item


def leaves(value: Json, path: str = "") -> Iterator[tuple[str, Json]]:
    """All single values that say something, with their paths as a mapping would write them."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, f"{path}{EACH}")
    elif text_of(value):
        yield path, value


def text_of(value: Json) -> str:
    """A single value as text, a list of them as lines; "" for nothing, and for mappings."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list) and not any(isinstance(one, dict | list) for one in value):
        return "\n".join(filter(None, map(text_of, value)))
    return ""
