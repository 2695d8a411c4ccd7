"""The key of a record: its kind and id, from which follow the path of its file and the address of its page."""

from dataclasses import dataclass
from typing import Literal

RecordKind = Literal["services", "windows", "materials", "regulations", "notices", "results"]
"""Kinds of record that have a page of their own, named like their folder in the content and on the site."""

_FILES: tuple[RecordKind, ...] = ("services", "regulations", "notices", "results")
"""Kinds of which every record has a file of its own."""


@dataclass(frozen=True, order=True, slots=True)
class RecordKey:
    """Identifies one record of a hall: ``RecordKey("services", "linshi-jiuzhu")``."""

    kind: RecordKind
    id: str

    def __str__(self) -> str:
        """As reports name it: services/linshi-jiuzhu."""
        return f"{self.kind}/{self.id}"

    @property
    def file(self) -> str:
        """Path of its description below the content folder."""
        return f"{self.kind}/{self.id}.yml"

    @property
    def page(self) -> str:
        """Site-relative address of its page."""
        return f"{self.kind}/{self.id}/"

    @classmethod
    def of_file(cls, path: str) -> "RecordKey | None":
        """The record that a file below the content folder belongs to; None for files that hold no single record."""
        folder, _, name = path.rpartition("/")
        stem, _, ending = name.rpartition(".")
        kind = next((kind for kind in _FILES if kind == folder), None)
        return cls(kind, stem) if kind and stem and ending in ("yml", "csv") else None
