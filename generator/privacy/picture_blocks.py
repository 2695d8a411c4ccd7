"""Walks through the blocks of a JPEG, WebP or GIF file, and gives those that may hold words.

Knows where one block ends and the next begins, and what stands behind the last one; decodes no pixel.
"""

from collections.abc import Iterator

from generator.privacy.finding import Unreadable

Block = tuple[str, bytes]
"""("metadata", bytes that may hold words) or ("appended", bytes behind the end of the picture)."""

_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_APPLICATION = range(0xE0, 0xF0)
_WITHIN_PIXELS = frozenset((0x00, 0xFF, *range(0xD0, 0xD8)))
"""What may follow 0xFF among the pixels of a JPEG without ending them."""
_WEBP_PIXELS = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM")
_FRAME, _FRAME_HEADER = b"ANMF", 16
_GIF_TIMING = 0xF9


def blocks(data: bytes) -> Iterator[Block]:
    """The blocks of a picture that may hold words, and what is appended. Raises Unreadable when it is cut off."""
    try:
        if data.startswith(b"\xff\xd8"):
            yield from _jpeg(data)
        elif data.startswith(b"RIFF"):
            end = 8 + int.from_bytes(data[4:8], "little")
            if end > len(data):
                raise Unreadable("cut off")
            yield from _webp(data[12:end])
            yield from _appended(data[end:])
        elif data.startswith(b"GIF8"):
            yield from _gif(data)
    except IndexError:
        raise Unreadable("cut off") from None


def _appended(rest: bytes) -> Iterator[Block]:
    if rest := rest.lstrip(b"\0"):  # padding, and a second picture behind it begins with its own first byte
        yield "appended", rest


def _jpeg(data: bytes) -> Iterator[Block]:
    position = 2
    while True:
        if data[position] != 0xFF:
            raise Unreadable("something between its segments")
        while (mark := data[position]) == 0xFF:
            position += 1
        position += 1
        if mark == _END:
            yield from _appended(data[position:])
            return
        length = int.from_bytes(data[position : position + 2], "big")
        body = data[position + 2 : position + length]
        if mark == _COMMENT or mark in _APPLICATION:
            yield "metadata", body
        position += max(length, 2)
        if mark == _SCAN:
            position = _behind_pixels(data, position)


def _behind_pixels(data: bytes, position: int) -> int:
    """Where the next segment begins; a progressive picture has several runs of pixels."""
    while (position := data.find(b"\xff", position)) >= 0:
        if data[position + 1] not in _WITHIN_PIXELS:
            return position
        position += 1 if data[position + 1] == 0xFF else 2
    raise Unreadable("cut off")


def _webp(chunks: bytes, in_frame: bool = False) -> Iterator[Block]:
    position = 0
    while position < len(chunks):
        kind, length = chunks[position : position + 4], int.from_bytes(chunks[position + 4 : position + 8], "little")
        body = chunks[position + 8 : position + 8 + length]
        if len(body) < length:
            raise Unreadable("cut off")
        if kind == _FRAME and not in_frame:  # a frame in a frame is no picture, and is read as words
            yield from _webp(body[_FRAME_HEADER:], in_frame=True)
        elif kind not in _WEBP_PIXELS:
            yield "metadata", body
        position += 8 + length + length % 2


def _gif(data: bytes) -> Iterator[Block]:
    position = 13 + _colours(data[10])
    while (mark := data[position]) != 0x3B:
        if mark == 0x2C:
            position += 10 + _colours(data[position + 9]) + 1
            _, position = _sub_blocks(data, position)
        elif mark == 0x21:
            label = data[position + 1]
            body, position = _sub_blocks(data, position + 2)
            if label != _GIF_TIMING:
                yield "metadata", body
        else:
            raise Unreadable("something between its blocks")
    yield from _appended(data[position + 1 :])


def _colours(flags: int) -> int:
    """Bytes of the table of colours that ``flags`` announce."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _sub_blocks(data: bytes, position: int) -> tuple[bytes, int]:
    parts = []
    while length := data[position]:
        parts.append(data[position + 1 : position + 1 + length])
        position += 1 + length
    return b"".join(parts), position + 1
