"""Folders that are written once: filled under another name, made read-only, and never replaced."""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.publish.files import is_left_over, save

_READ_ONLY = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH


@contextmanager
def written_once(folder: Path) -> Iterator[Path]:
    """A folder to be filled, which becomes ``folder`` at the end, with read-only files; nothing is left if that fails.

    Raises FileExistsError where ``folder`` is there already, even if it came meanwhile.
    """
    if os.path.lexists(folder):
        raise FileExistsError(folder.name)
    folder.parent.mkdir(parents=True, exist_ok=True)
    for left in folder.parent.glob(".*.part"):
        if is_left_over(left.name):
            shutil.rmtree(left, ignore_errors=True)
    part = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        yield part
        for path in part.rglob("*"):
            if path.is_file():
                path.chmod(_READ_ONLY)
        if os.path.lexists(folder):
            raise FileExistsError(folder.name)
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def put(path: Path, data: bytes) -> None:
    """Write one file of a folder that is being filled."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def save_new(path: Path, data: bytes, private: bool = False) -> None:
    """Write a file that nobody may replace; a ``private`` one can be read by its owner alone, from the first byte on.

    Raises FileExistsError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(path):
        raise FileExistsError(path.name)
    if not private:
        save(path, data)
        path.chmod(_READ_ONLY)
        return
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR)
    with os.fdopen(handle, "wb") as file:
        file.write(data)


def remove_written(folder: Path) -> None:
    """Remove a folder with read-only files, under another name first, so that half of it never looks like the whole."""
    part = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    folder.rename(part)
    for path in part.rglob("*"):
        if path.is_file():
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)  # Windows removes no file that is read-only
    shutil.rmtree(part)
