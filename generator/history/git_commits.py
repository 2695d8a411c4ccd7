"""Reads the history of a content folder out of Git: which files of records each commit changed, and when.

Only this module knows the library, dulwich. Nothing is written, no program is started, no network asked. The history is
that of HEAD along first parents, so that it is the same wherever the same commit is checked out. It begins where the
folder came into Git. What a commit says of itself, and who made it, is not read.
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
ALIKE = 0.6
"""A new file that has so much of the lines of one that is gone is that one, by another name."""


_Files = dict[bytes, bytes]
"""Mapping name -> id of the contents of a file."""


class Edited(NamedTuple):
    """A file in a commit: the day in China, the path below the folder, its bytes before and then; None if it is new."""

    day: date
    path: str
    versions: tuple[bytes, bytes] | None


class Unread(Exception):
    """The history cannot be read, for a ``reason``.

    "none": the folder is not in Git; "empty": nothing was ever committed; "unsigned": the approved versions are not in
    Git; else "broken".
    """

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


def read_commits(folder: Path, kinds: Sequence[str], approved: Path | None = None) -> Commits:
    """The changes of files of ``kinds``, folders in ``folder``, newest first. Raises Unread.

    Where a commit has the folder ``approved``, the files in it are read in the place of those in ``folder``.
    """
    try:
        repo = load("dulwich.repo").Repo.discover(folder)
    except Exception as error:  # As above.
        reason = "none" if type(error).__name__ == "NotGitRepository" else "broken"
        raise Unread(reason) from None
    with repo:
        try:
            if not repo.get_refs() and Path(repo.controldir(), "HEAD").is_file():
                raise Unread("empty")
            folders = [_steps(Path(repo.path), one) for one in (approved, folder) if one]
            if _Reader(repo, folders[-1:]).is_new:
                raise Unread("none")
            if approved and _Reader(repo, folders[:1]).is_new:
                raise Unread("unsigned")
            return _Reader(repo, folders).read(kinds)
        except Unread:
            raise
        except Exception:  # As above.
            raise Unread("broken") from None


def _steps(repository: Path, folder: Path) -> tuple[bytes, ...]:
    return tuple(part.encode() for part in folder.resolve().relative_to(repository.resolve()).parts)


class _Reader:
    """Reads the history of the first of ``folders`` that a commit has."""

    def __init__(self, repo: Any, folders: Sequence[tuple[bytes, ...]]) -> None:
        self._repo, self._folders = repo, folders
        self._left = MOST_VERSIONS
        self._named: dict[str, str] = {}

    @property
    def is_new(self) -> bool:
        """Whether the commit that is checked out has none of the folders."""
        return self._home(self._repo[self._repo.head()].tree) is None

    def read(self, kinds: Sequence[str]) -> Commits:
        found: list[Edited] = []
        boundary = self._repo.get_shallow()
        commit = self._repo[self._repo.head()]
        for _ in range(MOST_COMMITS):
            if commit.id in boundary or not commit.parents:
                return Commits(tuple(found), commit.id in boundary)
            parent = self._repo[commit.parents[0]]
            before, then = self._home(parent.tree), self._home(commit.tree)
            if before is None:
                break
            day = datetime.fromtimestamp(commit.commit_time, BEIJING).date()
            for kind in kinds:
                old, new = (self._entry(home, (kind.encode(),)) if home else None for home in (before, then))
                if old != new:
                    found += self._of_kind(day, kind, self._files(old), self._files(new))
            if self._left <= 0:
                break
            commit = parent
        return Commits(tuple(found), shallow=False)

    def _home(self, tree: bytes) -> bytes | None:
        """The id of the folder that is read of a commit; None where it has none."""
        return next(filter(None, (self._entry(tree, path) for path in self._folders)), None)

    def _of_kind(self, day: date, kind: str, before: _Files, then: _Files) -> Iterator[Edited]:
        """The files that are new, or say something else; those that were before by another name go by their last."""
        gone = {name: sha for name, sha in before.items() if name not in then}
        renamed: dict[str, str] = {}
        for name, sha in then.items():
            was = before.get(name)
            if was != sha and self._left > 0:
                old = self._same(sha, gone) if was is None and gone else None
                path = f"{kind}/{_text(name)}"
                if old:
                    renamed[f"{kind}/{_text(old)}"] = self._named.get(path, path)
                    was = gone.pop(old)
                yield Edited(day, self._named.get(path, path), self._versions(was, sha))
        self._named |= renamed

    def _same(self, sha: bytes, gone: _Files) -> bytes | None:
        """The name of the file among ``gone`` ones that has nearly the same lines as another; None where none has."""
        lines = {*self._bytes(sha).splitlines()}
        shares = {name: _share(lines, {*self._bytes(one).splitlines()}) for name, one in gone.items()}
        best = max(shares, key=lambda name: (shares[name], name))
        return best if shares[best] >= ALIKE else None

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

    def _files(self, tree: bytes | None) -> _Files:
        """The files of a folder, by name."""
        entries = self._repo[tree].items() if tree else ()
        return {entry.path: entry.sha for entry in entries if entry.mode in _FILE and entry.path.endswith(b".yml")}

    def _bytes(self, sha: bytes) -> bytes:
        """The contents of a file; of one that is too large for a record nothing, which is none either."""
        data: bytes = self._repo[sha].data
        return data if len(data) <= MOST_BYTES else b""


def _text(name: bytes) -> str:
    return name.decode("utf-8", "replace")


def _share(one: set[bytes], other: set[bytes]) -> float:
    """How much of the lines of two files stands in both, from 0 to 1."""
    return len(one & other) / max(len(one), len(other), 1)


_FOLDER, _FILE = 0o040000, (0o100644, 0o100755)
"""Modes of the entries of a folder in Git."""
