"""Keeps made files (posters) between builds, by a hash of everything that they were made from."""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from generator.publish.files import is_left_over
from generator.publish.staging import Stage, StagedFile, read_regular


class Cache:
    """Files by key, a hash of what each was made from. All of it can be deleted at the cost of time only.

    A kept file is called KEY.SHA256.MTIME and is shared with the site by a hard link, so that a thousand unchanged
    posters are not copied. If a file of the site was written to, its time no longer matches and it is not used, unless
    its bytes are what they were: it may have come from another computer. A file that cannot be removed, because a
    viewer shows it (Windows), is left for another time; the newest of a key counts.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        names = [name for name in os.listdir(folder) if name.count(".") == 2]
        for part in [name for name in names if name.endswith(".part")]:
            names.remove(part)
            if is_left_over(part):
                self._remove(part)
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
            if str(found.st_mtime_ns) != changed and self.read(key) is None:
                self._forget(key)
                return False
        except OSError:
            return False
        stage.adopt(address, path, StagedFile(digest, found.st_size))
        return True

    def __contains__(self, key: object) -> bool:
        return key in self._kept

    def read(self, key: str) -> bytes | None:
        """The file of ``key``; None if there is none, or it was changed."""
        name = self._kept.get(key)
        data = read_regular(f"{self._folder}/{name}") if name else None
        if name is None or data is None or hashlib.sha256(data).hexdigest() != name.split(".")[1]:
            return None
        return data

    def _forget(self, key: str) -> None:
        self._remove(self._kept.pop(key))

    def _remove(self, name: str) -> None:
        with suppress(PermissionError):
            (self._folder / name).unlink(missing_ok=True)

    def forget_kind(self, kind: str) -> None:
        """Remove every file whose key begins with ``kind`` and a hyphen."""
        for key in [key for key in self._kept if key.startswith(f"{kind}-")]:
            self._forget(key)

    def forget_other_kinds(self, kind: str) -> None:
        """Remove every file whose key does not begin with ``kind`` and a hyphen."""
        for key in [key for key in self._kept if not key.startswith(f"{kind}-")]:
            self._forget(key)

    def keep_at_most(self, size: int) -> None:
        """Remove the oldest files, so that all have so many bytes together."""
        total = 0
        for key, name in sorted(self._kept.items(), key=lambda item: _time_of(item[1]), reverse=True):
            with suppress(OSError):
                total += (self._folder / name).stat().st_size
            if total > size:
                self._forget(key)

    def forget_all_but(self, keys: Iterable[str]) -> None:
        """Remove every file with another key."""
        for key in self._kept.keys() - set(keys):
            self._forget(key)


def _time_of(name: str) -> int:
    time = name.rpartition(".")[2]
    return int(time) if time.isdecimal() else 0
