"""What the last run made of partial records, so that the same again is taken from the composed folder.

The note in its mark says for each file what it follows from, and the SHA-256 that it had. A file that was touched
since, or follows from anything else now, is made anew. Only what nothing was wrong with is noted.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from generator.publish.mirror import read_note
from generator.publish.staging import read_regular
from generator.system.program import program_digest


class Remembered:
    """The records that a folder holds since the last run; none without a folder."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._before = _entries(read_note(folder)) if folder else {}
        self._now: dict[str, tuple[str, str]] = {}

    @property
    def note(self) -> bytes:
        """What to keep for the next run."""
        return json.dumps(self._now, sort_keys=True).encode()

    def recall(self, path: str, follows_from: Iterable[bytes]) -> bytes | None:
        """The record at ``path`` if it was made of the same before and nobody touched it."""
        key, digest = self._before.get(path, ("", ""))
        if self._folder is None or not digest or key != _key(follows_from):
            return None
        data = read_regular(f"{self._folder}/{path}")
        if data is None or sha256(data).hexdigest() != digest:
            return None
        self._now[path] = (key, digest)
        return data

    def keep(self, path: str, follows_from: Iterable[bytes], data: bytes) -> None:
        """Note of what the record at ``path`` was made."""
        self._now[path] = (_key(follows_from), sha256(data).hexdigest())


def _key(parts: Iterable[bytes]) -> str:
    whole = sha256(program_digest().encode())
    for part in parts:
        whole.update(sha256(part).digest())
    return whole.hexdigest()


def _entries(note: bytes) -> dict[str, tuple[str, str]]:
    """The entries of a note; none of one that is not whole."""
    try:
        found = json.loads(note or b"{}")
        return {str(path): (str(key), str(digest)) for path, (key, digest) in found.items()}
    except (ValueError, AttributeError, TypeError):
        return {}
