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


MOST_ALIKE = 8_192
"""How many files a process remembers that it met in a hall: some megabytes."""


class AlikeFiles:
    """Marks of files that a process met in halls, and in which of those nothing looks private, whatever a hall permits.

    Halls of a fleet have many files in common. One that is met a second time is asked about
    (``verdict.Verdict.spotless``), and is not read for the halls to come if it is spotless. A process cannot change its
    rules, so that this stays true.
    """

    def __init__(self) -> None:
        self._met: OrderedDict[str, bool | None] = OrderedDict()

    def is_spotless(self, mark: str) -> bool:
        """Whether the file need not be read."""
        if self._met.get(mark) is not True:
            return False
        self._met.move_to_end(mark)
        return True

    def is_worth_asking(self, mark: str) -> bool:
        """Whether the file was met before, and nobody has asked about it."""
        return mark in self._met and self._met[mark] is None

    def note(self, files: Iterable[tuple[str, bool]]) -> None:
        """Remember that files were met (marks), and whether those that were asked about are spotless."""
        for mark, spotless in files:
            self._met[mark] = spotless if self.is_worth_asking(mark) else self._met.get(mark)
            self._met.move_to_end(mark)
        while len(self._met) > MOST_ALIKE:
            self._met.popitem(last=False)
