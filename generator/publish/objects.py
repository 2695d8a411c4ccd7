"""Keeps bytes under their own hash, packed, each once: what an archive is made of."""

import hashlib
import os
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

_NAME = re.compile(r"[0-9a-f]{62}\.z")


class Objects:
    """A folder of packed bytes, each called by its SHA-256. What is damaged counts as not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keep ``data``; returns its SHA-256. What is there already, and sound, is not written again."""
        digest = hashlib.sha256(data).hexdigest()
        if self.get(digest) is None:
            path = self._path(digest)
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f".{path.name}.{os.getpid()}.part")
            part.write_bytes(zlib.compress(data))
            part.replace(path)
        return digest

    def get(self, digest: str) -> bytes | None:
        """The bytes with this SHA-256; None where there are none, or a file is damaged."""
        try:
            data = zlib.decompress(self._path(digest).read_bytes())
        except (OSError, zlib.error):
            return None
        return data if hashlib.sha256(data).hexdigest() == digest else None

    def __contains__(self, digest: object) -> bool:
        return self._path(str(digest)).is_file()

    def remove(self, digest: str) -> bool:
        """Remove the bytes with this SHA-256; False where there were none. Raises OSError where they stay."""
        there = digest in self
        self._path(digest).unlink(missing_ok=True)
        return there

    def clear_parts(self) -> None:
        """Remove what was left half-written. To be called by whoever holds the lock of the archive."""
        for part in self._folder.glob("*/.*.part"):
            part.unlink(missing_ok=True)

    def digests(self) -> Iterator[str]:
        """The SHA-256 of everything that is kept."""
        for path in sorted(self._folder.glob("*/*.z")):
            if _NAME.fullmatch(path.name):
                yield path.parent.name + path.stem

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / f"{digest[2:]}.z"
