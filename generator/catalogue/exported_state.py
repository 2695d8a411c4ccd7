"""Whether a file is still as it was when a workbook was exported, or as the last import of that workbook left it.

A workbook may be changed and imported more than once. What an import made of a file is remembered beside the other
things that are kept (``.cache``); where that was deleted, a workbook that comes back again has conflicts.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.catalogue.export_rows import record_digest
from generator.catalogue.plain_records import plain
from generator.model import Record
from generator.publish.files import save

_FILE = "workbook.json"


class BroughtIn(NamedTuple):
    """What an import left: digests of the file at the export ("": there was none), of the file then, of its record."""

    exported: str
    file: str
    record: str


@dataclass
class ExportedState:
    """``digests``: path -> digests of file and record at the export; ``files``: path -> digest of the file now.

    ``brought_in`` are remembered imports, to which those of this run are added.
    """

    digests: Mapping[str, tuple[str, str]]
    files: Mapping[str, str]
    brought_in: dict[str, BroughtIn] = field(default_factory=dict)

    @property
    def is_of_this_hall(self) -> bool:
        """Whether the workbook was exported here: some file is as it was, or as the workbook made it."""
        return any(self.stands(path) for path in self.files if path in self.digests)

    def stands(self, path: str) -> bool:
        """Whether nobody but this workbook has changed the file since."""
        known = self.brought_in.get(path)
        now, exported = self.files.get(path, ""), self.digests.get(path, ("", ""))[0]
        return now == exported or bool(known and (known.exported, known.file) == (exported, now))

    def was_said(self, path: str, record: Record) -> bool:
        """Whether the workbook says the same as at the export, or as when it was imported last."""
        known, digest = self.brought_in.get(path), record_digest(plain(record))
        exported = self.digests.get(path, ("", ""))
        return digest == exported[1] or bool(known and (known.exported, known.record) == (exported[0], digest))

    def bring_in(self, path: str, record: Record, data: bytes | None = None) -> None:
        """Note what the file at ``path`` is once the workbook is imported: ``data``, or as it is now."""
        exported = self.digests.get(path, ("", ""))[0]
        digest = self.files.get(path, "") if data is None else sha256(data).hexdigest()
        self.brought_in[path] = BroughtIn(exported, digest, record_digest(plain(record)))


def remembered(cache: Path | None) -> dict[str, BroughtIn]:
    """What earlier imports left; nothing where it was not kept, or cannot be read."""
    try:
        kept = json.loads((cache / _FILE).read_bytes()) if cache else {}
        return {str(path): BroughtIn(*map(str, one)) for path, one in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def remember(cache: Path, brought_in: Mapping[str, BroughtIn]) -> None:
    """Keep what imports left, for the next one."""
    save(cache / _FILE, json.dumps(brought_in, sort_keys=True, indent=0).encode())
