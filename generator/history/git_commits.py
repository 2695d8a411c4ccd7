"""Reads the history of a content folder out of Git: which files of records each commit changed, and when.

Only this module knows the library, dulwich. Nothing is written, no program is started, no network asked. The history is
that of HEAD along first parents, so that it is the same wherever the same commit is checked out. What a commit says of
itself, and who made it, is not read.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from generator.system.clock import BEIJING
from generator.system.on_demand import load

MOST_COMMITS = 500
"""So far back the history is read."""
MOST_VERSIONS = 2_000
"""So many versions of files are compared with the one before, the newest."""
MOST_BYTES = 1_000_000
"""A larger file is no record."""


class Edited(NamedTuple):
    """A file in a commit: the day in China, the path below the folder, its bytes before and then; None if it is new."""

    day: date
    path: str
    versions: tuple[bytes, bytes] | None


class Unread(Exception):
    """The history cannot be read; ``reason`` is "none" where the folder is in no Git, else "broken"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Commits(NamedTuple):
    """What was read; ``shallow`` if the copy does not have the whole history, and so may lack older changes."""

    edited: tuple[Edited, ...]
    shallow: bool


def head_of(folder: Path) -> str | None:
    """The commit that is checked out around ``folder``; None where there is none, or that cannot be read."""
    try:
        with load("dulwich.repo").Repo.discover(folder) as repo:
            return str(repo.head().decode())
    except Exception:  # What a damaged repository raises is not listed; whoever reads it tells of it.
        return None


def read_commits(folder: Path, kinds: Sequence[str]) -> Commits:
    """The changes of files of ``kinds``, folders in ``folder``, newest first. Raises Unread."""
    try:
        repo = load("dulwich.repo").Repo.discover(folder)
    except Exception as error:  # As above.
        reason = "none" if type(error).__name__ == "NotGitRepository" else "broken"
        raise Unread(reason) from None
    with repo:
        try:
            below = folder.resolve().relative_to(Path(repo.path).resolve())
            return _Reader(repo, tuple(part.encode() for part in below.parts)).read(kinds)
        except Exception:  # As above.
            raise Unread("broken") from None


class _Reader:
    def __init__(self, repo: Any, below: tuple[bytes, ...]) -> None:
        self._repo, self._below = repo, below
        self._left = MOST_VERSIONS

    def read(self, kinds: Sequence[str]) -> Commits:
        found: list[Edited] = []
        boundary = self._repo.get_shallow()
        commit = self._repo[self._repo.head()]
        for _ in range(MOST_COMMITS):
            if commit.id in boundary or not commit.parents:
                return Commits(tuple(found), commit.id in boundary)
            parent = self._repo[commit.parents[0]]
            day = datetime.fromtimestamp(commit.commit_time, BEIJING).date()
            for kind in kinds:
                found += self._of_kind(day, kind, parent.tree, commit.tree)
            if self._left <= 0:
                break
            commit = parent
        return Commits(tuple(found), shallow=False)

    def _of_kind(self, day: date, kind: str, before: bytes, then: bytes) -> Iterator[Edited]:
        path = (*self._below, kind.encode())
        old, new = self._entry(before, path), self._entry(then, path)
        if old != new and new is not None:
            entries = self._files(old)
            for name, sha in self._files(new).items():
                was = entries.get(name)
                if was != sha and self._left > 0:
                    yield Edited(day, f"{kind}/{name.decode('utf-8', 'replace')}", self._versions(was, sha))

    def _versions(self, before: bytes | None, then: bytes) -> tuple[bytes, bytes] | None:
        if before is None:
            return None
        self._left -= 1
        return self._bytes(before), self._bytes(then)

    def _entry(self, tree: bytes, path: tuple[bytes, ...]) -> bytes | None:
        """The id of the folder at ``path`` below a tree; None where there is none."""
        for name in path:
            entries = {entry.path: entry.sha for entry in self._repo[tree].items() if entry.mode == _FOLDER}
            if name not in entries:
                return None
            tree = entries[name]
        return tree

    def _files(self, tree: bytes | None) -> dict[bytes, bytes]:
        """Mapping name -> id of the contents of each file of a folder, by name."""
        entries = self._repo[tree].items() if tree else ()
        return {entry.path: entry.sha for entry in entries if entry.mode in _FILE and entry.path.endswith(b".yml")}

    def _bytes(self, sha: bytes) -> bytes:
        """The contents of a file; of one that is too large for a record nothing, which is none either."""
        data: bytes = self._repo[sha].data
        return data if len(data) <= MOST_BYTES else b""


_FOLDER, _FILE = 0o040000, (0o100644, 0o100755)
"""Modes of the entries of a folder in Git."""
