"""Unpacks the streams of a PDF, within a limit; nothing here asks what is in them."""

import base64
import binascii
import re
import zlib
from collections.abc import Callable

from generator.privacy.finding import Unreadable

MAX_STREAM = 100_000_000
"""Bytes of one stream, unpacked."""

PHOTO = (b"DCTDecode", b"JPXDecode")
"""Forms of photos, which are files of their own."""

_FILTER = re.compile(rb"/Filter\s*(?:/(\w+)|\[([^\]]*)\])")
_NAME = re.compile(rb"/(\w+)")
_PIECE = 1_024


def unpacked(packed: bytes, about: bytes) -> bytes | None:
    """The content of a stream whose dictionary is ``about``; None for one in a form that is not known here.

    A photo stays as the camera wrote it. Raises Unreadable for a stream that unpacks to more than ``MAX_STREAM``.
    """
    content = packed
    found = _FILTER.search(about)
    if found is None:
        return None if b"/Filter" in about else content
    for name in [found[1]] if found[1] else _NAME.findall(found[2]):
        if name in PHOTO:
            break
        unpack = _FORMS.get(name)
        if unpack is None:
            return None
        try:
            content = unpack(content)
        except (ValueError, binascii.Error):
            return None
    return content


def _inflated(packed: bytes) -> bytes:
    """What was packed, as far as it can be unpacked, and the bytes behind it; viewers show damaged streams, too."""
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(packed, MAX_STREAM)
    except zlib.error:
        return _inflated_in_part(packed)
    if unpacker.unconsumed_tail:
        raise Unreadable("unpacks to too much")
    behind = unpacker.unused_data.strip(b"\r\n")
    return content + b"\n" + behind if behind else content


def _inflated_in_part(packed: bytes) -> bytes:
    unpacker, content = zlib.decompressobj(), bytearray()
    try:
        for start in range(0, len(packed), _PIECE):
            content += unpacker.decompress(packed[start : start + _PIECE], MAX_STREAM)
            if len(content) > MAX_STREAM or unpacker.unconsumed_tail:
                raise Unreadable("unpacks to too much")
    except zlib.error:
        pass
    return bytes(content)


def _of_hexadecimal(packed: bytes) -> bytes:
    digits = re.sub(rb"\s", b"", packed.partition(b">")[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _of_letters(packed: bytes) -> bytes:
    return base64.a85decode(re.sub(rb"\s", b"", packed.partition(b"~>")[0].removeprefix(b"<~")))


def _of_runs(packed: bytes) -> bytes:
    content, position = bytearray(), 0
    while position < len(packed) and (length := packed[position]) != 128:
        if length < 128:
            content += packed[position + 1 : position + 2 + length]
            position += 2 + length
        else:
            content += packed[position + 1 : position + 2] * (257 - length)
            position += 2
    return bytes(content)


_FORMS: dict[bytes, Callable[[bytes], bytes]] = {
    b"FlateDecode": _inflated,
    b"ASCIIHexDecode": _of_hexadecimal,
    b"ASCII85Decode": _of_letters,
    b"RunLengthDecode": _of_runs,
}
