"""ZIP archives whose bytes follow from what is in them, and not from the time or the computer of writing."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import IO

_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP can say."""
_UNIX, _ANYONE_READS = 3, 0o644 << 16
_PACKED = frozenset((".pdf", ".png", ".jpg", ".jpeg", ".webp"))


def write_zip(to: IO[bytes], files: Iterable[tuple[str, bytes]], effort: int | None = None) -> None:
    """Write ``files``, name and bytes of each, in their order; what is packed in itself is stored as it is.

    ``effort`` is that of zlib, 1 to 9.
    """
    with zipfile.ZipFile(to, "w") as archive:
        for name, data in files:
            member = zipfile.ZipInfo(name, _DAY)
            member.create_system, member.external_attr = _UNIX, _ANYONE_READS
            stored = PurePosixPath(name).suffix.lower() in _PACKED
            archive.writestr(member, data, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED, effort)


def zipped(files: Iterable[tuple[str, bytes]], effort: int | None = None) -> bytes:
    """A ZIP of ``files`` as bytes (see ``write_zip``)."""
    written = io.BytesIO()
    write_zip(written, files, effort)
    return written.getvalue()
