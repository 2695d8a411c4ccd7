"""Puts the rows of a new sheet beside those of a catalogue: what the hall added to a row stays with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.catalogue.duty_sheet import SheetDuty
from generator.content.problems import excerpt
from generator.model import CatalogueRow
from generator.texts.duty_import import IMPORT

OF_THE_HALL = ("count_as", "formed", "answered_by")
"""Fields that no sheet has."""
_KEYS = (("group", "item", "elements"), ("group", "item"), ("item",))
"""By what a row is known again, the surest first."""


@dataclass(frozen=True)
class Merged:
    """The rows as plain values, the lines that tell what becomes of each, and how many there are of a kind."""

    rows: list[dict[str, Any]]
    lines: tuple[str, ...]
    new: int
    other: int
    gone: int


def merged(rows: Sequence[SheetDuty], known: Sequence[CatalogueRow]) -> Merged:
    """The rows of the sheet in its order, each with what the hall had written to it."""
    old = [row.model_dump(mode="json", by_alias=True, exclude_unset=True) for row in known]
    partners = _partners([duty.fields for duty in rows], old)
    made = [_with_own(duty, old[partners[n]] if n in partners else {}) for n, duty in enumerate(rows)]
    lines, new, other = [], 0, 0
    for n, row in enumerate(made):
        if n not in partners:
            new += 1
            lines.append(IMPORT["new_row"].format(row=_name(row)))
        elif titles := list(_changed(old[partners[n]], row)):
            other += 1
            lines.append(IMPORT["other_row"].format(row=_name(row), fields="、".join(titles)))
    gone = [row for n, row in enumerate(old) if n not in partners.values()]
    lines += [IMPORT["answered" if row.get("answered_by") else "gone_row"].format(row=_name(row)) for row in gone]
    return Merged(made, tuple(lines), new, other, len(gone))


def _partners(new: Sequence[dict[str, Any]], old: Sequence[dict[str, Any]]) -> dict[int, int]:
    """Mapping a new row -> the old row that it is, each once; equal ones in their order."""
    partners: dict[int, int] = {}
    for keys in _KEYS:
        waiting: dict[tuple[Any, ...], list[int]] = {}
        for n, row in enumerate(old):
            if n not in partners.values():
                waiting.setdefault(tuple(row.get(key) for key in keys), []).append(n)
        for n, row in enumerate(new):
            same = waiting.get(tuple(row.get(key) for key in keys))
            if n not in partners and same:
                partners[n] = same.pop(0)
    return partners


def _with_own(duty: SheetDuty, old: dict[str, Any]) -> dict[str, Any]:
    return {**duty.fields, **{key: old[key] for key in OF_THE_HALL if key in old}}


def _changed(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    """The titles of the fields that differ."""
    for name, field in CatalogueRow.model_fields.items():
        if old.get(name) != new.get(name):
            yield field.title or name


def _name(row: dict[str, Any]) -> str:
    return excerpt(" ".join(filter(None, (row.get("number"), row.get("item")))))
