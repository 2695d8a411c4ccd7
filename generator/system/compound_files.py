"""Opens the container (OLE2) of old Office files, .xls and .doc, and of those with a password. Layout: [MS-CFB].

Directories, lengths and positions in the file are trusted only as far as the size of the file allows.
"""

import struct
from collections.abc import Iterator

from generator.system.failures import UnsafeFile

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_END = 0xFFFFFFFA  # This and higher sector numbers are marks: end of a chain, free, table.
_HEADER = struct.Struct("<24x HHHHH 6x I I I I I I I I I")
_ENTRY = struct.Struct("<64s H B x 4x4x4x 16x 4x 8x8x I I 4x")
_NO_STREAM = 0
_STREAM, _ROOT = 2, 5


class CompoundFile:
    """The streams of an OLE2 file by name. Raises UnsafeFile when the file is broken."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._open()
        except struct.error:
            raise UnsafeFile("broken") from None

    def _open(self) -> None:
        data = self._data
        _, _, _, shift, mini_shift, _, table_count, directory, _, self._mini_below, mini_table, _, more, more_count = (
            _HEADER.unpack_from(data)
        )
        if shift not in (9, 12) or mini_shift != 6:
            raise UnsafeFile("broken")
        self._size = 1 << shift
        self._count = len(data) // self._size
        if table_count > self._count or more_count > self._count:
            raise UnsafeFile("broken")
        self._table = self._read_table(more, table_count)
        self._entries = dict(self._read_directory(directory))
        self._mini_table = _numbers(self._chain(mini_table))
        _, root, root_size = self._entries.get("", (_ROOT, _END, 0))
        self._mini = self._chain(root)[:root_size]

    @property
    def names(self) -> frozenset[str]:
        """The names of all streams and storages."""
        return frozenset(self._entries)

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream; None when there is none of that name."""
        entry = self._entries.get(name)
        if entry is None or entry[0] != _STREAM:
            return None
        _, start, size = entry
        if size >= self._mini_below:
            return self._chain(start)[:size]
        mini = self._mini
        return b"".join(mini[n * 64 : n * 64 + 64] for n in _follow(start, self._mini_table))[:size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _follow(start, self._table)))

    def _read_table(self, more: int, count: int) -> tuple[int, ...]:
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        seen = 0
        while more < _END and seen <= self._count:
            numbers = _numbers(self._sector(more))
            if not numbers:
                raise UnsafeFile("broken")
            sectors += numbers[:-1]
            more, seen = numbers[-1], seen + 1
        if seen > self._count:
            raise UnsafeFile("broken")
        return _numbers(b"".join(self._sector(number) for number in sectors[:count] if number < _END))

    def _read_directory(self, start: int) -> Iterator[tuple[str, tuple[int, int, int]]]:
        data = self._chain(start)
        for offset in range(0, len(data) - _ENTRY.size + 1, _ENTRY.size):
            name, length, kind, first, size = _ENTRY.unpack_from(data, offset)
            if kind != _NO_STREAM:
                text = name[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
                yield "" if kind == _ROOT else text, (kind, first, size)


def _follow(start: int, table: tuple[int, ...]) -> Iterator[int]:
    """The sectors of a chain. Raises UnsafeFile when it runs in a circle or out of the table."""
    left = len(table)
    while start < _END:
        if not left or start >= len(table):
            raise UnsafeFile("broken")
        yield start
        start, left = table[start], left - 1


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])
