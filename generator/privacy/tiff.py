"""Walks through all directories of a TIFF file and gives the values in them that may hold words; reads no pixel."""

import struct
from collections.abc import Iterator

from generator.privacy.finding import Unreadable

MAX_DIRECTORIES = 10_000

_BYTES_OF = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Kind of value -> bytes of one."""
_WORDS = (1, 2, 7)
"""Kinds of value in which words can be: bytes, text, and what only its maker understands."""
_INNER = (330, 34665, 34853, 40965)
"""Entries that point to directories of their own: smaller copies, the camera, the position, the exchange of files."""
_POSITION, _LATITUDE = 34853, 2


def directory_values(data: bytes) -> Iterator[bytes | None]:
    """The bytes of every value that may hold words; None where a directory has a position. Raises Unreadable."""
    order = "<" if data[:2] == b"II" else ">"
    try:
        waiting, known = [(_number(data, 4, order), 0)], set[int]()
        while waiting:
            start, kind = waiting.pop()
            if not start or start in known:
                continue
            known.add(start)
            if len(known) > MAX_DIRECTORIES:
                raise Unreadable("too many pages")
            (entries,) = struct.unpack_from(f"{order}H", data, start)
            for place in range(start + 2, start + 2 + 12 * entries, 12):
                tag, form, count = struct.unpack_from(f"{order}HHI", data, place)
                size = _BYTES_OF.get(form, 1) * count
                begin = place + 8 if size <= 4 else _number(data, place + 8, order)
                if begin + size > len(data):
                    raise Unreadable("cut off")
                if tag in _INNER:
                    waiting += [(_number(data, begin + 4 * number, order), tag) for number in range(min(count, 100))]
                elif form in _WORDS:
                    yield data[begin : begin + size]
                if kind == _POSITION and tag == _LATITUDE:
                    yield None
            waiting.append((_number(data, start + 2 + 12 * entries, order), kind))
    except struct.error:
        raise Unreadable("cut off") from None


def _number(data: bytes, place: int, order: str) -> int:
    (number,) = struct.unpack_from(f"{order}I", data, place)
    return int(number)
