"""Writes single files outside the site (records, schemas, kept data). A file is never left half-written."""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from generator.system.running import is_running


def save(path: Path, data: bytes) -> None:
    """Write one file under another name first, then rename it, so that it is never half-written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _clear_parts([path])
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _clear_parts(paths: Sequence[Path]) -> None:
    """Remove what runs that were killed left half-written, and nothing of those that go on.

    What a program holds open stays for another time.
    """
    for folder in {path.parent for path in paths}:
        names = {path.name for path in paths if path.parent == folder}
        for left in folder.glob(".*.part"):
            if left.name[1:].rsplit(".", 2)[0] in names and is_left_over(left.name):
                with contextlib.suppress(OSError):
                    left.unlink()


def is_left_over(name: str) -> bool:
    """Whether a half-written file, called ``….NUMBER OF ITS PROCESS.part``, is of a process that has ended."""
    number = name.rsplit(".", 2)[-2]
    return number.isdecimal() and not is_running(int(number))


def save_together(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write files that belong together: all under other names first, then rename them, in order.

    If one cannot be replaced, because it is open in Excel, those before it get their old contents again. If the
    computer stops in between, some files are new and some old, but none is half-written.
    """
    replaced: list[tuple[Path, bytes | None]] = []
    parts = [path.with_name(f".{path.name}.{os.getpid()}.part") for path, _ in files]
    try:
        for folder in {path.parent for path, _ in files}:
            folder.mkdir(parents=True, exist_ok=True)
        _clear_parts([path for path, _ in files])
        for part, (_, data) in zip(parts, files, strict=True):
            part.write_bytes(data)
        for part, (path, _) in zip(parts, files, strict=True):
            before = path.read_bytes() if path.exists() else None
            part.replace(path)
            replaced.append((path, before))
    except OSError:
        for path, before in reversed(replaced):
            with contextlib.suppress(OSError):  # the first error is the one to be told
                if before is None:
                    path.unlink()
                else:
                    save(path, before)
        raise
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
