"""The only writer. A build goes into a staging folder beside the site and takes its place whole, or not at all.

One build at a time works on one site: the lock is held by the operating system and vanishes with the process,
so a killed build leaves a staging folder that the next one clears away, and nothing else.
"""

import ctypes
import glob
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

MANIFEST = "gongshi-manifest.json"
"""A name that no web application gives its own manifest: only a folder that holds it is ours to replace."""
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


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
        """Write the file at the site-relative ``address``; returns its SHA-256, which ``seal`` will not ask for again.

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
        yield from sorted(_files(self.folder, ""))


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
    _refuse_a_strange_folder(site)
    previous = _previous(site)
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


def seal(stage: Stage) -> None:
    """Write the manifest: SHA-256 and size of every file, sorted by address."""
    known = stage.digests

    def digest(address: str) -> str:
        return known.get(address) or hashlib.sha256((stage.folder / address).read_bytes()).hexdigest()

    files = (file for file in stage.files() if file[0] != MANIFEST)
    entries = {address: {"sha256": digest(address), "bytes": size} for address, size in files}
    stage.write(MANIFEST, json.dumps(entries, ensure_ascii=False, indent=0, sort_keys=True).encode() + b"\n")


def swap(stage: Stage, site: Path) -> bool:
    """Put a sealed ``stage`` in the place of ``site``. False when the two are the same and nothing was changed.

    Raises NotASite when ``site`` exists, is not empty, and no build made it.
    """
    _refuse_a_strange_folder(site)
    if _same(stage, site):
        shutil.rmtree(stage.folder)
        return False
    if not site.exists():
        stage.folder.rename(site)
        return True
    if not _exchange(stage.folder, site):
        site.rename(_previous(site))
        try:
            stage.folder.rename(site)
        except OSError:
            _previous(site).rename(site)
            raise
    shutil.rmtree(_previous(site), ignore_errors=True)
    shutil.rmtree(stage.folder, ignore_errors=True)
    return True


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


def save(path: Path, data: bytes) -> None:
    """Write one file outside the site, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def save_together(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write files that belong together: all beside their places first, then each into its place, in order.

    A computer that stops in between leaves some new and some old, each of them whole.
    """
    parts = [path.with_name(f".{path.name}.{os.getpid()}.part") for path, _ in files]
    try:
        for part, (path, data) in zip(parts, files, strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            for left in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
                left.unlink(missing_ok=True)
            part.write_bytes(data)
        for part, (path, _) in zip(parts, files, strict=True):
            part.replace(path)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def _refuse_a_strange_folder(site: Path) -> None:
    if site.exists() and any(site.iterdir()) and not (site / MANIFEST).is_file():
        raise NotASite(site.name)


def _previous(site: Path) -> Path:
    return site.parent / f".{site.name}.previous"


def _files(folder: Path, below: str) -> Iterator[tuple[str, int]]:
    with os.scandir(folder / below) as scan:
        for entry in scan:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(folder, f"{below}{entry.name}/")
            else:
                yield f"{below}{entry.name}", entry.stat(follow_symlinks=False).st_size


def _same(stage: Stage, site: Path) -> bool:
    try:
        if (stage.folder / MANIFEST).read_bytes() != (site / MANIFEST).read_bytes():
            return False
        return list(stage.files()) == sorted(_files(site, ""))
    except OSError:
        return False


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step where the system can (Linux); False where it cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    paths = (os.fsencode(first), os.fsencode(second))
    return bool(rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)


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
