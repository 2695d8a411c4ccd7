"""Unpacks the files of a zip (which Word, Excel and WPS documents are) or gzip file, within limits."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from generator.privacy.finding import Unreadable

MAX_MEMBERS = 5_000
MAX_UNPACKED = 200_000_000
"""Bytes of one archive, unpacked."""
ALWAYS_UNPACKED, UNPACKED_A_BYTE = 10_000_000, 60
"""What any archive may unpack to, and how much more for each of its bytes; tables of equal rows come to 30."""

_LONGEST_NAME = 512
_LOCAL_HEADER, _END_RECORD = 30, 22
_DESCRIPTOR = 24
"""Bytes that may follow a file whose length was not known when it was begun."""


def members(data: bytes) -> Iterator[tuple[str, int, str | bytes]]:
    """Name, 0 and bytes of each file in the archive, and its other words as texts.

    Unreadable for a bomb, a password, damage, and for anything between its files.
    """
    if data.startswith(b"\x1f\x8b"):
        yield "names", 0, _words(data[10 : 10 + _LONGEST_NAME])
        yield "content", 0, _unzipped(data)
        return
    left = min(MAX_UNPACKED, ALWAYS_UNPACKED + UNPACKED_A_BYTE * len(data))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_MEMBERS:
                raise Unreadable("too many files")
            for info in infos:
                yield (
                    "names",
                    0,
                    "\n".join((info.filename if info.is_dir() else "", _words(info.comment), _words(info.extra))),
                )
                if info.is_dir():
                    continue
                with archive.open(info) as stream:
                    content = stream.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise Unreadable("unpacks to too much")
                yield info.filename, 0, content
            yield "comment", 0, archive.comment
            if _has_gaps(data, infos, len(archive.comment)):
                raise Unreadable("something between its files")
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise Unreadable(type(error).__name__) from None


def holds_as_is(data: bytes, place: int) -> bool:
    """Whether the byte at ``place`` of a zip is one of a file that is not packed, which ``members`` gives as it is.

    False for any other place, and for what is no zip.
    """
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        return False
    stored = [one for one in infos if one.compress_type == zipfile.ZIP_STORED and one.file_size == one.compress_size]
    return any(begin <= place < end for begin, end in (_extent(data, info) for info in stored))


def _extent(data: bytes, info: zipfile.ZipInfo) -> tuple[int, int]:
    """Where the bytes of a file begin and end in the archive."""
    start = info.header_offset
    lengths = (int.from_bytes(data[start + at : start + at + 2], "little") for at in (26, 28))
    begin = start + _LOCAL_HEADER + sum(lengths)
    return begin, begin + info.compress_size


def _unzipped(data: bytes) -> bytes:
    unpacker = zlib.decompressobj(31)
    try:
        content = unpacker.decompress(data, min(MAX_UNPACKED, ALWAYS_UNPACKED + UNPACKED_A_BYTE * len(data)))
    except zlib.error:
        raise Unreadable("damaged") from None
    if unpacker.unconsumed_tail or not unpacker.eof:
        raise Unreadable("unpacks to too much")
    if unpacker.unused_data.strip(b"\0"):
        raise Unreadable("something behind its file")
    return content


def _has_gaps(data: bytes, infos: Sequence[zipfile.ZipInfo], comment: int) -> bool:
    """Whether bytes stand before, between or behind the files that nobody would see by opening the archive."""
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        start = info.header_offset
        if len(data[end:start].strip(b"\0")) > (_DESCRIPTOR if end else 0):
            return True
        _, end = _extent(data, info)
    directory, last = data.find(b"PK\x01\x02", end), data.rfind(b"PK\x05\x06")
    return directory - end > _DESCRIPTOR or len(data) > last + _END_RECORD + comment


def _words(data: bytes) -> str:
    return data.decode("utf-8", "replace").replace("\0", "\n")
