"""Makes, moves and removes folders of the cache."""

import shutil
from pathlib import Path


def empty_folder(folder: Path) -> Path:
    """Make ``folder``, with nothing in it; returns it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def make_folder(folder: Path) -> None:
    """Make ``folder`` if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)


def rename_folder(folder: Path, place: Path) -> None:
    """Move ``folder`` to ``place``, whose contents are removed."""
    shutil.rmtree(place, ignore_errors=True)
    folder.rename(place)


def remove_folder(folder: Path) -> None:
    """Remove ``folder`` if it exists; files that cannot be removed are left, without an error."""
    shutil.rmtree(folder, ignore_errors=True)


def remove_file(path: Path) -> None:
    """Remove a file if it is there. Raises OSError where it stays."""
    path.unlink(missing_ok=True)
