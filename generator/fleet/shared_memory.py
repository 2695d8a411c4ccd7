"""What the builds of one hall found out that holds for the next one, too, in a process that builds hall after hall.

All of it is found by hashes of what it follows from, as what builds of one project remember of each other.
"""

from collections import OrderedDict
from typing import TypeVar

from generator.build.clean_files import AlikeFiles
from generator.build.memory import Memory, open_memory
from generator.content.project import Project
from generator.model import Record

_K = TypeVar("_K")
_V = TypeVar("_V")
_MOST_RECORDS = 4_000
"""How many records a process remembers for the halls to come: those of the layers, asked for again and again."""

_MOST_MARKS, _MOST_NAMES = 20_000, 20_000
"""How many marks of texts in which rules found nothing, and how many names with their pinyin: some megabytes."""


class _Recent(OrderedDict[_K, _V]):
    """A mapping that keeps what was asked for last."""

    def __getitem__(self, key: _K) -> _V:
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key: _K, value: _V) -> None:
        super().__setitem__(key, value)
        while len(self) > _MOST_RECORDS:
            self.popitem(last=False)


class SharedMemory:
    """What a process knows of all halls: records, texts without findings, pinyin, and files with nothing private."""

    def __init__(self) -> None:
        self._records = _Recent[tuple[type[Record], str], tuple[str, Record]]()
        self._settled: set[str] = set()
        self._spelled: dict[str, str] = {}
        self._alike = AlikeFiles()

    def memory(self, project: Project) -> Memory:
        """What is remembered of a project, and of those before it."""
        memory = open_memory(project, self._records)
        memory.settled |= self._settled
        memory.spelled = self._spelled | memory.spelled
        memory.alike = self._alike
        return memory

    def note(self, memory: Memory) -> None:
        """Remember for the next hall what the build of one has found out."""
        if len(self._settled) > _MOST_MARKS:
            self._settled.clear()
        if len(self._spelled) > _MOST_NAMES:
            self._spelled.clear()
        self._settled |= memory.settled
        self._spelled |= memory.spelled
