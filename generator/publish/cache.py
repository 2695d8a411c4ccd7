"""Keeps made files (posters) between builds, by a hash of everything that they were made from."""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from generator.publish.staging import Stage, StagedFile


class Cache:
    """Files by key, a hash of what each was made from. All of it can be deleted at the cost of time only.

    A kept file is called KEY.SHA256.MTIME and is shared with the site by a hard link, so that a thousand unchanged
    posters are not copied. If a file of the site was written to, its time no longer matches and it is not used. A file
    that cannot be removed, because a viewer shows it (Windows), is left for another time; the newest of a key counts.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        names = [name for name in os.listdir(folder) if name.count(".") == 2]
        self._kept = {name.partition(".")[0]: name for name in sorted(names, key=_time_of)}
        for name in set(names) - set(self._kept.values()):
            self._remove(name)

    def put(self, key: str, data: bytes) -> None:
        """Keep ``data`` under ``key``; the file gets its name when it is complete."""
        part = self._folder / f"{key}.{os.getpid()}.part"
        part.write_bytes(data)
        if key in self._kept:  # made anew though it was there: what it was before must not come back
            self._forget(key)
        name = f"{key}.{hashlib.sha256(data).hexdigest()}.{part.stat().st_mtime_ns}"
        part.replace(self._folder / name)
        self._kept[key] = name

    def place(self, key: str, stage: Stage, address: str) -> bool:
        """Put the file of ``key`` into ``stage`` at ``address``; False if there is none, or it was changed."""
        name = self._kept.get(key)
        if name is None:
            return False
        _, digest, changed = name.split(".")
        path = f"{self._folder}/{name}"
        try:
            found = os.stat(path)
            if str(found.st_mtime_ns) != changed:
                self._forget(key)
                return False
        except OSError:
            return False
        stage.adopt(address, path, StagedFile(digest, found.st_size))
        return True

    def _forget(self, key: str) -> None:
        self._remove(self._kept.pop(key))

    def _remove(self, name: str) -> None:
        with suppress(PermissionError):
            (self._folder / name).unlink(missing_ok=True)

    def forget_kind(self, kind: str) -> None:
        """Remove every file whose key begins with ``kind`` and a hyphen."""
        for key in [key for key in self._kept if key.startswith(f"{kind}-")]:
            self._forget(key)

    def forget_all_but(self, keys: Iterable[str]) -> None:
        """Remove every file with another key."""
        for key in self._kept.keys() - set(keys):
            self._forget(key)


def _time_of(name: str) -> int:
    time = name.rpartition(".")[2]
    return int(time) if time.isdecimal() else 0
