"""The key of a record: its kind and id, from which follow the path of its file and the address of its page.

And the key of a sheet: which kind of sheet, of which record.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

RecordKind = Literal[
    "services", "windows", "materials", "regulations", "notices", "results", "disclosures", "bundles", "catalogues"
]
"""Kinds of record, named like their folder in the content and on the site; all but the last have pages of their own."""

_FILES: tuple[RecordKind, ...] = (
    "services", "regulations", "notices", "results", "disclosures", "bundles", "catalogues",
)  # fmt: skip
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


_MAIN: dict[RecordKind, str] = {
    "regulations": "regulation",
    "services": "guide",
    "results": "bulletin",
    "notices": "notice",
    "disclosures": "disclosure",
    "bundles": "bundle",
}


class SheetKey(NamedTuple):
    """Identifies one sheet to print: its kind, the record it is of (None: the hall), and which of several it is.

    ``SheetKey("tick-list", RecordKey("services", "linshi-jiuzhu"), "2")``.
    """

    kind: str
    record: RecordKey | None = None
    part: str = ""

    @property
    def record_id(self) -> str:
        """The id of its record; "" where it is of the hall."""
        return self.record.id if self.record else ""

    @property
    def page(self) -> str:
        """Site-relative address of the page of its record; the home page where it is of the hall."""
        return self.record.page if self.record else ""

    @classmethod
    def main(cls, record: RecordKey) -> "SheetKey":
        """The sheet that says what the page of the record says. KeyError where its kind has none."""
        return cls(_MAIN[record.kind], record)

    @property
    def is_main(self) -> bool:
        """Whether it says what the page of its record says."""
        return self.record is not None and not self.part and _MAIN.get(self.record.kind) == self.kind

    def __str__(self) -> str:
        """As files and addresses name it: the main sheet like its record, services/x; another tick-list/x-2."""
        if self.record and self.is_main:
            return str(self.record)
        return f"{self.kind}/{'-'.join(filter(None, (self.record_id, self.part))) or self.kind}"
