"""A branch of a Git repository, for hosting of pages: one commit without a history, which would keep old pages.

Nothing is checked out: what the branch holds is fetched into memory, and one commit pushed, with only the objects that
the repository lacks. Other files of the branch stay. ``.nojekyll`` is added: hosts would leave names with a dot out.
"""

import os
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Any
from urllib.parse import urlsplit

from dulwich.client import get_credentials_from_store, get_transport_and_path
from dulwich.index import commit_tree
from dulwich.object_store import iter_tree_contents
from dulwich.objects import Blob, Commit, ObjectID
from dulwich.pack import pack_objects_to_data
from dulwich.repo import MemoryRepo

from generator.delivery.scrub import reason_of
from generator.delivery.target import NotVerified, Overtaken, TargetFailed
from generator.system.clock import BEIJING, china_today
from generator.system.environment import Refused
from generator.texts.delivery import FAILURES, INSTEAD

SCHEME = "git:"
PLAIN = ".nojekyll"

_FILE, _FOLDER = 0o100644, 0o040000
_BY_WEB = re.compile(r"https?://")
_BRANCH = re.compile(r"(?!-)[A-Za-z0-9._/-]+")


def open_branch(text: str) -> "GitTarget":
    """The target ``git:PATH_OR_URL#BRANCH``. Raises Refused for another form, TargetFailed."""
    location, _, branch = text.removeprefix(SCHEME).rpartition("#")
    if not location or not _BRANCH.fullmatch(branch):
        raise Refused(FAILURES["no_branch"])
    if _BY_WEB.match(location) and "@" in urlsplit(location).netloc:
        raise Refused(FAILURES["password"].format(instead=INSTEAD["git"]))
    return GitTarget(text, location, branch)


def _credentials(location: str) -> tuple[str | None, str | None]:
    """User and password for a repository on the web, from the environment or what git itself has stored."""
    if not _BY_WEB.match(location):
        return None, None
    if password := os.environ.get("GONGSHI_GIT_PASSWORD"):
        return os.environ.get("GONGSHI_GIT_USERNAME", "git"), password
    parts = urlsplit(location)
    return next(get_credentials_from_store(parts.scheme, parts.hostname or ""), (None, None))


class GitTarget:
    """The files of a branch; what is written and removed is one commit, at the end."""

    in_one_step = True

    def __init__(self, name: str, location: str, branch: str) -> None:
        self.name = name
        self._ref = f"refs/heads/{branch}".encode()
        self._location = location
        self._repo = MemoryRepo()
        self._client: Any = None
        self._path = b""
        self._seen: bytes | None = None
        self._kept: set[bytes] = set()
        self._files: dict[str, tuple[int, bytes]] = {}
        self._new: dict[bytes, Any] = {}

    def listing(self) -> dict[str, int]:
        """Fetch what the branch holds; one that is not there yet is empty."""
        try:
            user, password = _credentials(self._location)
            client, path = get_transport_and_path(self._location, quiet=True, username=user, password=password)
            self._client, self._path = client, path.encode()
            found = self._client.fetch(self._path, self._repo, determine_wants=self._wanted, depth=1)
            self._seen = found.refs.get(self._ref)
            if self._seen:
                self._read_tree(self._object(self._seen).tree)
        except Exception as error:  # What the library raises is not listed; every one is told.
            raise self._failed("list_failed", error) from None
        return {name: self._object(sha).raw_length() for name, (_, sha) in self._files.items() if name != PLAIN}

    def _wanted(self, refs: Mapping[bytes, bytes], depth: int | None = None) -> list[bytes]:  # noqa: ARG002  # As called.
        return [refs[self._ref]] if self._ref in refs else []

    def _read_tree(self, tree: bytes) -> None:
        for entry in iter_tree_contents(self._repo.object_store, ObjectID(tree), include_trees=True):
            self._kept.add(entry.sha)
            if entry.mode != _FOLDER:
                self._files[entry.path.decode("utf-8", "surrogateescape")] = (entry.mode, entry.sha)

    def _object(self, sha: bytes) -> Any:
        return self._repo.object_store[ObjectID(sha)]

    def read(self, addresses: Sequence[str]) -> dict[str, bytes | None]:
        """The bytes as they are, or will be after the commit."""
        entries = {address: self._files.get(address) for address in addresses}
        return {address: self._object(entry[1]).data if entry else None for address, entry in entries.items()}

    def write(self, files: Mapping[str, bytes]) -> None:
        """Note files for the commit."""
        for address, data in files.items():
            self._files[address] = (_FILE, self._keep(Blob.from_string(data)))

    def remove(self, addresses: Sequence[str]) -> dict[str, str]:
        """Leave files out of the commit."""
        for address in addresses:
            self._files.pop(address, None)
        return {}

    def settle(self) -> None:
        """Push the commit, and look whether the branch is at it. Raises Overtaken where it was moved meanwhile."""
        self.write({PLAIN: b""})
        entries = [(name.encode("utf-8", "surrogateescape"), sha, mode) for name, (mode, sha) in self._files.items()]
        tree = commit_tree(self._repo.object_store, [(name, ObjectID(sha), mode) for name, sha, mode in entries])
        trees = (entry for entry in iter_tree_contents(self._repo.object_store, tree, include_trees=True))
        for sha in [tree, *(entry.sha for entry in trees if entry.mode == _FOLDER)]:
            self._keep(self._object(sha))
        commit = self._keep(_commit(tree))
        try:
            done = self._client.send_pack(self._path, lambda refs: self._moved(refs, commit), self._pack)
            there = self._client.get_refs(self._path).refs.get(self._ref)
        except Overtaken:
            raise
        except Exception as error:  # As above.
            raise self._failed("push_failed", error) from None
        refused = (done.ref_status or {}).get(self._ref)
        if refused or there != commit:
            raise NotVerified(FAILURES["not_pushed"].format(name=self.name, reason=refused or ""))

    def close(self) -> None:
        """Nothing stays open."""

    def _keep(self, made: Any) -> bytes:
        """Add an object, to be sent if the repository does not have it."""
        self._repo.object_store.add_object(made)
        if made.id not in self._kept:
            self._new[made.id] = made
        return bytes(made.id)

    def _moved(self, refs: Mapping[bytes, bytes], commit: bytes) -> dict[bytes, bytes]:
        if refs.get(self._ref) != self._seen:
            raise Overtaken(FAILURES["overtaken"].format(name=self.name))
        return {self._ref: commit}

    def _pack(self, _have: object, _want: object, **_options: object) -> Any:
        return pack_objects_to_data([(made, None) for made in self._new.values()])

    def _failed(self, what: str, error: Exception) -> TargetFailed:
        return TargetFailed(FAILURES[what].format(name=self.name, reason=reason_of(error)))


def _commit(tree: bytes) -> Commit:
    """A commit without parents, of today: the same files on the same day are the same commit."""
    made = Commit()
    made.tree = ObjectID(tree)
    made.author = made.committer = b"gongshi <>"
    made.author_time = made.commit_time = int(datetime.combine(china_today(), time(), BEIJING).timestamp())
    made.author_timezone = made.commit_timezone = 8 * 3600
    made.encoding = b"UTF-8"
    made.message = b"Publish\n"
    return made
