"""What is known of the files of the last build: their inputs, their hashes and what their pages link to."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from generator.build.kept import read_kept, write_kept
from generator.publish.verify import Scan


@dataclass(frozen=True, slots=True)
class KeptScan:
    """One file: a digest of what it was made from, the SHA-256 of its bytes, and its scan, if it can be scanned.

    ``pages`` is how many pages a sheet has, ``marks`` stand for what its lines follow from (``File.marks``).
    """

    inputs: str
    sha256: str
    scan: Scan | None = None
    pages: int | None = None
    marks: tuple[str, ...] = ()


def read_scans(path: Path) -> dict[str, KeptScan]:
    """Mapping address -> what ``write_scans`` kept; empty where there is nothing sound."""
    text = read_kept(path)
    if text is None:
        return {}
    words, files = json.loads(text)
    found: dict[str, KeptScan] = {}
    for address, inputs, sha256, scan, pages, marks in files:
        scanned = _scan(address, scan, words) if scan else None
        found[address] = KeptScan(inputs, sha256, scanned, pages, tuple(map(words.__getitem__, marks)))
    return found


def write_scans(path: Path, files: dict[str, KeptScan]) -> None:
    """Keep ``files`` of the build that was just published; those that are made in every build are left out."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    rows = [
        [
            address,
            file.inputs,
            file.sha256,
            _row(file.scan, numbers) if file.scan else None,
            file.pages,
            list(map(numbers.__getitem__, file.marks)),
        ]
        for address, file in files.items()
        if file.inputs
    ]
    write_kept(path, json.dumps([list(numbers), rows], ensure_ascii=False, separators=(",", ":")))


def _row(scan: Scan, numbers: Mapping[str, int]) -> list[object]:
    """Words as numbers. Each of thousands of files has some dozens, so they are looked up without a loop of our own."""
    parts = (scan.anchors, scan.targets, scan.external)
    return [*(list(map(numbers.__getitem__, part)) for part in parts), scan.slots]


def _scan(address: str, row: list[list[int]], words: list[str]) -> Scan:
    anchors, targets, external = (frozenset(map(words.__getitem__, part)) for part in row[:3])
    return Scan(address, anchors, targets, external, bool(row[3]))
