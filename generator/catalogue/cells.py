"""The value of a field as a cell of the workbook, and back."""

import re
from collections.abc import Container, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from generator.catalogue.layout import Column
from generator.content.yaml_writing import Plain, scalar
from generator.register.table import CellValue
from generator.texts.workbook import EMPTY_LIST, LINE_IN_ITEM

_SEVERAL = re.compile("[、，,；;]")
"""Between words of which each is one of the choices."""


def cell_of(value: Plain | None, column: Column) -> str | int | date | None:
    """What stands in the cell of ``value``."""
    if value is None:
        return None
    if column.is_list and isinstance(value, Sequence) and not isinstance(value, str):
        return "\n".join(str(item).replace("\n", LINE_IN_ITEM) for item in value) or EMPTY_LIST
    if isinstance(value, bool):
        return scalar(value)
    return value if isinstance(value, int | date) else str(value)


def value_of(cell: CellValue, column: Column, words: Container[str] = ()) -> Plain | None:
    """What a cell states, as text for the model to read; None for an empty one.

    Where a column has words to choose from, several may stand in one line; one of the hall's ``words`` is one.
    """
    text = _text(cell)
    if not column.is_list:
        return text or None
    if text == EMPTY_LIST:
        return []
    lines = [line.strip() for line in text.split("\n")]
    if column.choices or column.chosen_from:
        lines = [part for line in lines for part in ([line] if line in words else _SEVERAL.split(line))]
    return [part.strip().replace(LINE_IN_ITEM, "\n") for part in lines if part.strip()] or None


def _text(cell: CellValue) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return scalar(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return str(cell).replace("\r\n", "\n").replace("\r", "\n").strip()


def at(record: Mapping[str, Any], path: Sequence[str]) -> Any:
    """The value at ``path``; None where there is none."""
    value: Any = record
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def put(record: dict[str, Any], path: Sequence[str], value: Plain | None) -> None:
    """Set the value at ``path``, with the groups on the way; None states nothing."""
    if value is None:
        return
    for key in path[:-1]:
        record = record.setdefault(key, {})
    record[path[-1]] = value
