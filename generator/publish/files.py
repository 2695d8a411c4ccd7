"""Write single files outside the site, whole or not at all."""

import glob
import os
from collections.abc import Sequence
from pathlib import Path


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
