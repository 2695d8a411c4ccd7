"""What the last build published, for files of which an edit changes a few lines."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.build.scans import KeptScan
from generator.publish.previous import published_bytes
from generator.site.earlier import Earlier


class LastBuild(NamedTuple):
    """The published ``site``, and what is known of each of its files (address -> what was kept)."""

    site: Path = Path()
    files: Mapping[str, KeptScan] = {}

    def data(self, address: str) -> bytes | None:
        """The bytes of a file; None where it is not as it was made."""
        known = self.files.get(address)
        return published_bytes(self.site, address, known.sha256) if known else None

    def same(self, address: str, marks: Mapping[str, str]) -> frozenset[str]:
        """The records (id -> mark of what is said of it, see ``File.marks``) of which a file says the same still."""
        known = self.files.get(address)
        before = frozenset(known.marks if known else ())
        return frozenset(record_id for record_id, mark in marks.items() if mark in before)

    def earlier(self, address: str, same: frozenset[str]) -> Earlier | None:
        """The file, and the records of which it says the ``same`` still; None where that is of no use."""
        data = self.data(address) if same else None
        return Earlier(data, same) if data is not None else None
