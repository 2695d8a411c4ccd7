"""Places single files in a folder that is no stage: a share, or the folder of a web server. Each is whole or absent."""

from pathlib import Path

PART = ".part"


def place(folder: Path, address: str, data: bytes, part: str) -> None:
    """Write ``data`` to ``folder``/``part`` first, then rename it to ``address``. Both are below ``folder``.

    Raises OSError, and leaves no part where it can be removed.
    """
    first, final = folder / part, folder / address
    first.parent.mkdir(parents=True, exist_ok=True)
    final.parent.mkdir(parents=True, exist_ok=True)
    try:
        first.write_bytes(data)
        first.replace(final)
    finally:
        first.unlink(missing_ok=True)
