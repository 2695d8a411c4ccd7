"""The rows of the workbook: what stands in which cell, and which cells are gaps (待补充)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from generator.catalogue.cells import at, cell_of, value_of
from generator.catalogue.layout import OPENED_LISTS, WANTED, Column, Table
from generator.content.yaml_writing import Plain
from generator.system.failures import Failure
from generator.texts.catalogue import CATALOGUE
from generator.texts.workbook import MARK, VERSION

_LONGEST = 32_767
"""Characters that a cell can hold."""


class Unexportable(Failure):
    """A value cannot stand in a cell as it is; the message says which."""

    exit_code = 1


@dataclass(frozen=True)
class ExportedFile:
    """A file below the content folder: its bytes, and the record in it as plain values."""

    path: str
    data: bytes
    record: Mapping[str, Plain]


@dataclass(frozen=True)
class Row:
    """A row of a table: the service that it belongs to, its cells, and the paths of the columns that are gaps."""

    key: tuple[str, ...]
    cells: tuple[str | int | date | None, ...]
    gaps: frozenset[tuple[str, ...]]


Offered = Mapping[str, Sequence[str]]
"""Mapping the name of a column -> the words that the hall has for it."""


def rows_of(table: Table, files: Sequence[ExportedFile], offered: Offered) -> list[Row]:
    """The rows of ``table``, in the order of ``files``. Raises Unexportable."""
    return [
        row
        for file in files
        if file.path.partition("/")[0].removesuffix(".yml") == table.file
        for row in _rows(table, file, offered)
    ]


def _rows(table: Table, file: ExportedFile, offered: Offered) -> Iterator[Row]:
    record: Any = file.record
    key = (str(record["id"]), str(record["name"])) if table.is_of_service else ()
    is_offered = at(record, ("status", "state")) not in ("取消", "更名")
    found = [record] if not table.path else list(at(record, table.path) or ())
    if (
        not found
        and table.key in OPENED_LISTS
        and is_offered
        and not (record.get("no_materials") and table.path == ("materials",))
    ):
        found = [{}]
    for one in found:
        cells = tuple(
            _cell(at(one, column.path), column, file.path, offered.get(table.name_of(column), ()))
            for column in table.columns
        )
        wanted = WANTED.get(table.key, {}) if is_offered else {}
        gaps = frozenset(path for path, other in wanted.items() if at(one, path) is None and at(one, other) is None)
        yield Row(key, cells, gaps)


def _cell(value: Plain | None, column: Column, path: str, words: Sequence[str]) -> str | int | date | None:
    cell = cell_of(value, column)
    if isinstance(cell, str) and (len(cell) > _LONGEST or value_of(cell, column, words) != _as_read(value, column)):
        raise Unexportable(CATALOGUE["unexportable"].format(path=path, field=column.heading))
    return cell


def _as_read(value: Plain | None, column: Column) -> Plain | None:
    if column.is_list and isinstance(value, Sequence):
        return [str(item) for item in value]
    return ("是" if value else "否") if isinstance(value, bool) else str(value)


def record_digest(record: Mapping[str, Plain]) -> str:
    """A digest of what a record says, however its file is written."""
    return sha256(json.dumps(record, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()


def digests(files: Sequence[ExportedFile]) -> list[list[str]]:
    """The rows of the hidden sheet: each file, the digest of its bytes, and that of its record."""
    return [
        [MARK, VERSION, ""],
        *([one.path, sha256(one.data).hexdigest(), record_digest(one.record)] for one in files),
    ]
