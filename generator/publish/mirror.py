"""Keeps a folder equal to files that are made from others: writes what differs and removes what is gone.

The folder carries a mark. One that has files and no mark was made by somebody else and is refused, so that a mistyped
name never empties a folder of clerks. No link is followed: one that stands in the way is removed as a link.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.publish.files import save
from generator.publish.staging import read_regular
from generator.system.failures import Failure, ReportLine
from generator.texts.commands import TEXTS

MARK = ".gongshi-made"


class NotMade(Failure):
    """The folder to be kept has files, but this program did not make it; its text is the name."""

    def report(self) -> Iterator[ReportLine]:
        """Which folder, and what to do."""
        yield ReportLine(TEXTS["not_made"].format(name=self))


class Mirrored(NamedTuple):
    """What changed below a folder: addresses of files that were written, and of all that was removed."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def mirror(folder: Path, files: Mapping[str, Callable[[], bytes]], note: bytes = b"") -> Mirrored:
    """Make ``folder`` hold exactly ``files`` (address below it -> its bytes), beside the mark.

    Files with the same bytes are not touched. In the end the mark holds ``note`` for the next run. Raises NotMade;
    ValueError for an address that leads out of the folder.
    """
    wanted = {MARK, *files}
    if any(".." in (path := PurePosixPath(address)).parts or path.is_absolute() for address in wanted):
        raise ValueError(folder.name)
    if folder.is_symlink() or (folder.exists() and not _is_made(folder)):
        raise NotMade(folder.name)
    folder.mkdir(parents=True, exist_ok=True)
    if read_regular(f"{folder}/{MARK}") is None:
        save(folder / MARK, b"")
    folders = {parent.as_posix() for address in wanted for parent in PurePosixPath(address).parents[:-1]}
    removed = tuple(_clear(folder, "", wanted, folders))
    written = tuple(address for address in files if _keep(folder, address, files[address]()))
    _keep(folder, MARK, note)
    return Mirrored(written, removed)


def read_note(folder: Path) -> bytes:
    """The note that the last run left in the mark of ``folder``; empty without one."""
    return (not folder.is_symlink() and read_regular(f"{folder}/{MARK}")) or b""


def _is_made(folder: Path) -> bool:
    """Whether the mark is there, or nothing is but what a run left that was killed while it made the mark."""
    return folder.is_dir() and (
        (folder / MARK).is_file() or all(one.name.startswith(f".{MARK}.") for one in folder.iterdir())
    )


def _keep(folder: Path, address: str, data: bytes) -> bool:
    """Whether the file had to be written."""
    if read_regular(f"{folder}/{address}") == data:
        return False
    save(folder / address, data)
    return True


def _clear(folder: Path, below: str, wanted: set[str], folders: set[str]) -> Iterator[str]:
    """Remove what is neither a wanted file nor a folder of one; yield its addresses."""
    with os.scandir(folder / below) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        address = f"{below}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if address in folders:
                yield from _clear(folder, f"{address}/", wanted, folders)
                continue
            if not any(os.scandir(entry.path)):  # nothing is in it, and whoever needs it there may have made it
                continue
            shutil.rmtree(entry.path)
        elif address in wanted and entry.is_file(follow_symlinks=False):
            continue
        else:
            (folder / address).unlink()
        yield address
