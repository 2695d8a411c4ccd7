"""Files kept between builds, so that what has not changed is not made again."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from generator.publish.staging import Stage


class Cache:
    """Files kept between builds under the fingerprint of what they were made from; losing them costs only time.

    A kept file is called KEY.SHA256.MTIME and is shared with the site by a hard link, so that a thousand unchanged
    posters are not copied. Should anybody write into the site, the time no longer matches and the file is forgotten.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._kept = {name.partition(".")[0]: name for name in os.listdir(folder) if name.count(".") == 2}

    def put(self, key: str, data: bytes) -> None:
        """Keep ``data``; half-written files never bear their final name."""
        part = self._folder / f"{key}.{os.getpid()}.part"
        part.write_bytes(data)
        name = f"{key}.{hashlib.sha256(data).hexdigest()}.{part.stat().st_mtime_ns}"
        part.replace(self._folder / name)
        self._kept[key] = name

    def place(self, key: str, stage: Stage, address: str) -> bool:
        """Put what was kept under ``key`` into ``stage`` at ``address``; False when there is nothing sound to put."""
        name = self._kept.get(key)
        if name is None:
            return False
        _, digest, changed = name.split(".")
        path = f"{self._folder}/{name}"
        try:
            if str(os.stat(path).st_mtime_ns) != changed:
                self._forget(key)
                return False
        except OSError:
            return False
        stage.adopt(address, path, digest)
        return True

    def _forget(self, key: str) -> None:
        (self._folder / self._kept.pop(key)).unlink(missing_ok=True)

    def forget_kind(self, kind: str) -> None:
        """Remove every file whose key begins with ``kind`` and a hyphen."""
        for key in [key for key in self._kept if key.startswith(f"{kind}-")]:
            self._forget(key)

    def forget_all_but(self, keys: Iterable[str]) -> None:
        """Remove what no poster of today was made from."""
        for key in self._kept.keys() - set(keys):
            self._forget(key)
