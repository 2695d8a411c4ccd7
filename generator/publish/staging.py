"""The staging folder beside the site, in which an edition is made before it takes the place of the published one.

One build at a time works on one site. The operating system holds the lock and releases it when the process ends, so a
killed build leaves a staging folder behind, which the next build clears, and nothing else.
"""

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

MANIFEST = "gongshi-manifest.json"
"""Name of the list of files. No web application names its own manifest so: only a folder that holds it is replaced."""


class SiteBusy(Exception):
    """Another build is working on the same site."""


class NotASite(Exception):
    """The folder to be replaced holds something that no build of gongshi put there."""


class Stage:
    """A folder that is filled before it becomes the site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.digests: dict[str, str] = {}
        self._made: set[str] = set()

    def write(self, address: str, data: bytes) -> str:
        """Write the file at the site-relative ``address``; returns its SHA-256, which the manifest takes over.

        Where another process writes, ``digests`` of this one has to be told.
        """
        Path(self._ready(address)).write_bytes(data)
        self.digests[address] = hashlib.sha256(data).hexdigest()
        return self.digests[address]

    def adopt(self, address: str, source: str, digest: str) -> None:
        """Share the file ``source`` at ``address``, by a link where the system can, else as a copy."""
        path = self._ready(address)
        try:
            os.link(source, path)
        except OSError:
            shutil.copy2(source, path)
        self.digests[address] = digest

    def withdraw(self, address: str) -> None:
        """Take a file out again."""
        (self.folder / address).unlink(missing_ok=True)
        self.digests.pop(address, None)

    def _ready(self, address: str) -> str:
        parent = address.rpartition("/")[0]
        if parent not in self._made:
            (self.folder / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)
        return f"{self.folder}/{address}"

    def files(self) -> Iterator[tuple[str, int]]:
        """Address and size of every file, sorted; links and special files are an error of the program."""
        yield from sorted(files_below(self.folder, ""))


def stage_folder(site: Path) -> Path:
    """Where the next edition of ``site`` is built."""
    return site.parent / f".{site.name}.staging"


@contextmanager
def lock(site: Path) -> Iterator[None]:
    """Hold the right to build ``site``. Raises SiteBusy when another process has it."""
    site.parent.mkdir(parents=True, exist_ok=True)
    with (site.parent / f".{site.name}.lock").open("a+b") as handle:
        if not _try_lock(handle):
            raise SiteBusy(site.name)
        yield


def open_stage(site: Path) -> Stage:
    """An empty staging folder; finishes an exchange that was cut off, and clears what a killed build left.

    Raises NotASite as ``swap`` does, before any work is done.
    """
    refuse_other_folder(site)
    previous = previous_folder(site)
    if not site.exists() and previous.exists():
        previous.rename(site)
    shutil.rmtree(previous, ignore_errors=True)
    stage = stage_folder(site)
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    return Stage(stage)


def discard(stage: Stage) -> None:
    """Remove ``stage``, if it is still there."""
    shutil.rmtree(stage.folder, ignore_errors=True)


def refuse_other_folder(site: Path) -> None:
    """Raise NotASite where ``site`` holds files and no build of gongshi made them."""
    if site.exists() and any(site.iterdir()) and not (site / MANIFEST).is_file():
        raise NotASite(site.name)


def previous_folder(site: Path) -> Path:
    """Where the published site waits while a new one takes its place, on systems that cannot exchange folders."""
    return site.parent / f".{site.name}.previous"


def files_below(folder: Path, below: str) -> Iterator[tuple[str, int]]:
    """Address and size of every file below ``folder``/``below``."""
    with os.scandir(folder / below) as scan:
        for entry in scan:
            if entry.is_dir(follow_symlinks=False):
                yield from files_below(folder, f"{below}{entry.name}/")
            else:
                yield f"{below}{entry.name}", entry.stat(follow_symlinks=False).st_size


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: IO[bytes]) -> bool:
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(handle: IO[bytes]) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
