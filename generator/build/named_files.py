"""The files below a path that somebody named, and how they are called in reports."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path


def files_in(path: Path) -> Iterator[Path]:
    """``path`` or the files below it; raises OSError for one that may not be read."""
    for file in files_below(path, _refuse) if path.is_dir() else (path,):
        if not file.stat() or not os.access(file, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
        yield file


def files_below(folder: Path, complain: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """The regular files below ``folder``, in order; links, pipes and devices are left alone."""
    for place, folders, names in os.walk(folder, onerror=complain):
        folders.sort()
        files = (Path(place, name) for name in sorted(names))
        yield from (file for file in files if file.is_file() and not file.is_symlink())


def _refuse(error: OSError) -> None:
    raise error


def shown_path(path: Path) -> str:
    """``path`` from here, where it lies below; else from the root."""
    whole = path.absolute()
    return (whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole).as_posix()
