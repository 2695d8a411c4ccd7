"""What the gate found clean, kept between builds: marks of files, and of long texts the digests of their stretches."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator.build.kept import read_kept, write_kept
from generator.publish.staging import StagedFile


def file_mark(name: str, file: StagedFile) -> str:
    """Stands for the bytes of a file and its name, which may be private, too, and whose ending says how it is read."""
    return hashlib.sha256(f"{name}\0{file.sha256}".encode()).hexdigest()


def read_clean(memory: Path, rules: str) -> tuple[set[str], dict[str, list[str]]]:
    """Marks of the files that the same rules found clean, and the clean stretches of long ones, by name."""
    text = read_kept(memory)
    before, clean, stretches = json.loads(text) if text else ("", [], {})
    return (set(clean), stretches) if before == rules else (set(), {})


def write_clean(memory: Path, rules: str, marks: Iterable[str], stretches: Mapping[str, Sequence[str]]) -> None:
    """Keep what these rules found clean."""
    write_kept(memory, json.dumps([rules, sorted(marks), stretches]))
