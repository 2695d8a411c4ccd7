"""What the gate found clean, kept between builds: marks of files, and of long texts the digests of their stretches."""

import hashlib
import json
from collections import OrderedDict
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


MOST_SPOTLESS = 8_192
"""Of how many files a process remembers that nothing in them looks private: some megabytes."""


class Spotless:
    """Marks of files in which nothing looks private, whatever a hall lets pass (``gate.Verdict``), in this process.

    Halls of a fleet have many files in common; these are read for the first of them. A process cannot change its rules.
    """

    def __init__(self) -> None:
        self._marks: OrderedDict[str, None] = OrderedDict()

    def __contains__(self, mark: str) -> bool:
        return mark in self._marks

    def note(self, marks: Iterable[str]) -> None:
        """Remember files that were found so, or met again."""
        for mark in marks:
            self._marks[mark] = None
            self._marks.move_to_end(mark)
        while len(self._marks) > MOST_SPOTLESS:
            self._marks.popitem(last=False)
