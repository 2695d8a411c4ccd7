"""The staging folder beside the site, into which a build writes everything before it replaces the published site.

One build at a time works on a site. The lock belongs to the operating system, which releases it when the process ends.
So a killed build leaves nothing behind but its staging folder, which the next build clears.
"""

import contextlib
import hashlib
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from generator.system.failures import Failure, ReportLine
from generator.texts.commands import TEXTS

MOST_STAGES = 5
"""So many staging folders are tried before a build fails for want of one."""

_held: set[IO[bytes]] = set()
"""The files of the locks that this process holds."""

_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_READ = os.O_RDONLY | _NO_LINKS | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe, which would keep a reader waiting, is opened at once and then refused."""

MANIFEST = "gongshi-manifest.json"
"""Name of the list of files. It is unusual, so that no folder of another program is taken for a site and replaced."""


class SiteBusy(Failure):
    """Another build is working on the same site."""

    def report(self) -> Iterator[ReportLine]:
        """That another build has to end first."""
        yield ReportLine(TEXTS["busy"])


class NotASite(Failure):
    """The folder to be replaced has files but no manifest, so gongshi did not make it; its text is the name."""

    def report(self) -> Iterator[ReportLine]:
        """Which folder, and what to do."""
        yield ReportLine(TEXTS["not_a_site"].format(name=self))


class StagedFile(NamedTuple):
    """SHA-256 and size in bytes of a file."""

    sha256: str
    size: int


class Stage:
    """A folder that is filled before it becomes the site.

    ``files`` maps the address of each file of the new site to its hash and size. The folder may hold files of an
    earlier site: ``keep`` uses one of them again, and ``sweep`` removes those that were not used.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, StagedFile] = {}
        self.finished = False
        self._made: set[str] = set()

    def begin(self) -> None:
        """Remove the manifest, so that after a killed build the next one does not trust the folder and clears it."""
        (self.folder / MANIFEST).unlink(missing_ok=True)

    def write(self, address: str, data: bytes) -> StagedFile:
        """Write the file at the site-relative ``address``."""
        path = self._ready(address)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)  # it may be a hard link to a file of the site or the cache
        Path(path).write_bytes(data)
        return self.note(address, StagedFile(hashlib.sha256(data).hexdigest(), len(data)))

    def adopt(self, address: str, source: str, file: StagedFile) -> None:
        """Put the file ``source`` at ``address``, as a hard link where the system can, else as a copy."""
        path = self._ready(address)
        if not _is_same_file(source, path):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(path)
            try:
                os.link(source, path)
            except OSError:
                shutil.copy2(source, path)
        self.note(address, file)

    def keep(self, address: str, digest: str) -> bool:
        """Use the file that is at ``address`` already if its SHA-256 is ``digest``; else False."""
        data = read_regular(f"{self.folder}/{address}")
        if data is None or hashlib.sha256(data).hexdigest() != digest:
            return False
        self.note(address, StagedFile(digest, len(data)))
        return True

    def note(self, address: str, file: StagedFile) -> StagedFile:
        """Add a file that is in the folder, written by another process perhaps, to ``files``."""
        self.files[address] = file
        return file

    def withdraw(self, address: str) -> None:
        """Remove a file."""
        (self.folder / address).unlink(missing_ok=True)
        self.files.pop(address, None)

    def sweep(self) -> dict[str, int]:
        """Remove all that is not in ``files``; returns a mapping address -> size in bytes of what is left."""
        found = sorted(names_below(self.folder))
        for address in set(found) - self.files.keys():
            remove_file(self.folder, address)
        return {address: self.files[address].size for address in found if address in self.files}

    def _ready(self, address: str) -> str:
        parent = address.rpartition("/")[0]
        if parent not in self._made:
            (self.folder / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)
        return f"{self.folder}/{address}"


def read_regular(path: str) -> bytes | None:
    """The bytes of a regular file; None for a link, or where there is none."""
    try:
        if not _NO_LINKS and not stat.S_ISREG(os.lstat(path).st_mode):
            return None
        handle = os.open(path, _READ)  # a file object takes twice the time, and a site has thousands
        try:
            about = os.fstat(handle)
            return _bytes_of(handle, about.st_size) if stat.S_ISREG(about.st_mode) else None
        finally:
            os.close(handle)
    except OSError:
        return None


def _bytes_of(handle: int, size: int) -> bytes:
    """All of a file that should have ``size`` bytes; it may have grown, and some shares tell 0 until it is read."""
    data, ahead = os.read(handle, size), 1
    while more := os.read(handle, ahead):
        data += more
        ahead = len(data)
    return data


def remove_file(folder: Path, address: str) -> None:
    """Remove the file at ``address`` below ``folder``, and the folders that it leaves empty."""
    (folder / address).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        for parent in (folder / address).relative_to(folder).parents[:-1]:
            (folder / parent).rmdir()


def _is_same_file(one: str, other: str) -> bool:
    try:
        return os.path.samestat(os.lstat(one), os.lstat(other))
    except OSError:
        return False


def stage_folder(site: Path) -> Path:
    """The folder in which the next version of ``site`` is built."""
    return site.parent / f".{site.name}.staging"


@contextmanager
def lock(site: Path) -> Iterator[None]:
    """Hold the lock of ``site``. Raises SiteBusy when another process has it."""
    site.parent.mkdir(parents=True, exist_ok=True)
    file = site.parent / f".{site.name}.lock"
    if file.is_dir():  # Whatever put a folder there, nobody can hold it.
        shutil.rmtree(file)
    with file.open("a+b") as handle:
        if not _try_lock(handle):
            raise SiteBusy(site.name)
        _held.add(handle)
        try:
            yield
        finally:
            _held.discard(handle)


@contextmanager
def staged(site: Path, cache: Path) -> Iterator[Stage]:
    """The staging folder for the next version of ``site``, with the locks of the site and the cache.

    It is removed if a build began in it and did not publish. Raises SiteBusy and NotASite.
    """
    site = site.resolve()  # so that a site that is a link stays one
    with lock(site), lock(cache):
        stage = open_stage(site)
        try:
            yield stage
        finally:
            if not stage.finished and not (stage.folder / MANIFEST).is_file():
                discard(stage)


def open_stage(site: Path) -> Stage:
    """The staging folder: empty, or with the files that the last swap left for reuse.

    Finishes a swap that was interrupted, and clears what a killed build left. Raises NotASite, as ``swap`` would at the
    end of the build.
    """
    refuse_other_folder(site)
    previous = previous_folder(site)
    if not site.exists() and previous.exists():
        previous.rename(site)
    shutil.rmtree(previous, ignore_errors=True)
    stage = _free_folder(site)
    stage.mkdir(parents=True, exist_ok=True)
    return Stage(stage)


def _free_folder(site: Path) -> Path:
    """The staging folder; where it cannot be cleared, because a program holds a file in it (Windows), another one."""
    first = stage_folder(site)
    others = [first.with_name(f"{first.name}-{number}") for number in range(2, MOST_STAGES + 1)]
    for folder in others:
        shutil.rmtree(folder, ignore_errors=True)
    if (first / MANIFEST).is_file():  # whole, left by the last swap for reuse
        return first
    shutil.rmtree(first, ignore_errors=True)
    return next((folder for folder in (first, *others) if not folder.exists()), first)


def discard(stage: Stage) -> None:
    """Remove the folder of ``stage`` if it exists."""
    shutil.rmtree(stage.folder, ignore_errors=True)


def refuse_other_folder(site: Path) -> None:
    """Raise NotASite where ``site`` has files but no manifest."""
    if site.exists() and any(site.iterdir()) and not (site / MANIFEST).is_file():
        raise NotASite(site.name)


def previous_folder(site: Path) -> Path:
    """Where the published site is moved during a swap, on systems that cannot exchange two folders in one step."""
    return site.parent / f".{site.name}.previous"


def names_below(folder: Path, below: str = "") -> Iterator[str]:
    """The address of every file below ``folder``/``below``, and of every link, which nobody follows."""
    return (address for address, _ in _entries_below(os.fspath(folder), below))


def files_below(folder: Path, below: str = "") -> Iterator[tuple[str, int]]:
    """The same with the size of each, which costs as much time again."""
    for address, entry in _entries_below(os.fspath(folder), below):
        yield address, entry.stat(follow_symlinks=False).st_size


def _entries_below(folder: str, below: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    with os.scandir(f"{folder}/{below}") as scan:
        for entry in scan:
            if entry.is_dir(follow_symlinks=False):
                yield from _entries_below(folder, f"{below}{entry.name}/")
            else:
                yield f"{below}{entry.name}", entry


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

    def _leave_to_parent() -> None:
        """Close the files of locks in a copy of the process: after a kill, the copy would keep the site busy."""
        for handle in _held:
            handle.close()
        _held.clear()

    os.register_at_fork(after_in_child=_leave_to_parent)
