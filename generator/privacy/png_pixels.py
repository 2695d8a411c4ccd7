"""Unpacks the pixels of a PNG to see what is hidden behind them; no pixel is kept or looked at."""

import zlib
from collections.abc import Iterable

from generator.privacy.finding import Unreadable

MAX_PIXEL_BYTES = 1_000_000_000
MAX_BEHIND = 20_000_000

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Kind of colour -> numbers of one pixel."""
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""First column and row of each pass of an interlaced picture, and the steps between them."""
_AT_ONCE = 1 << 20


def behind_pixels(header: bytes, packed: Iterable[bytes]) -> bytes:
    """What the packed pixels hold beyond the last row, and what stands behind their end. Raises Unreadable."""
    expected = _expected(header)
    if expected > MAX_PIXEL_BYTES:
        raise Unreadable("unpacks to too much")
    unpacker, count, behind = zlib.decompressobj(), 0, bytearray()
    try:
        for rest in packed:
            while rest and not unpacker.eof:
                rows = unpacker.decompress(rest, _AT_ONCE)
                rest = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
                behind += rows[max(0, expected - count) :]
                count += len(rows)
                if len(behind) > MAX_BEHIND:
                    raise Unreadable("unpacks to too much")
            behind += rest
    except zlib.error:
        raise Unreadable("damaged") from None
    return bytes(behind)


def _expected(header: bytes) -> int:
    """Bytes of all rows, each with the one that names its filter."""
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    depth, colour, interlaced = header[8], header[9], header[12]
    bits = depth * _CHANNELS.get(colour, 4)
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    total = 0
    for column, row, step, line_step in passes:
        across, down = -(-(width - column) // step), -(-(height - row) // line_step)
        if across > 0 and down > 0:
            total += down * (1 + -(-across * bits // 8))
    return total
