"""Keeps where problems stand, by the SHA-256 of their file: an unchanged file is not read again to find them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.content.field_places import place_of
from generator.content.file_kinds import model_of
from generator.content.parsed_records import source_digest
from generator.model import Keys

KeptPlaces = Mapping[str, tuple[str, Sequence[tuple[Sequence[str | int], int, int]]]]
"""Path of a file -> SHA-256 of its bytes, and keys, line and column of each field that was asked for; as in JSON."""


class KnownPlaces:
    """Lines and columns of fields; what nobody asks for is forgotten with ``begin``.

    ``read_again`` are the paths of the files that had to be read since then, or could not be.
    """

    def __init__(self, kept: KeptPlaces | None = None) -> None:
        self.read_again: set[str] = set()
        self._before: dict[str, tuple[str, dict[Keys, tuple[int, int]]]] = {
            path: (digest, {tuple(keys): (line, column) for keys, line, column in places})
            for path, (digest, places) in (kept or {}).items()
        }
        self._now: dict[str, tuple[str, dict[Keys, tuple[int, int]]]] = {}

    def begin(self) -> None:
        """Of what is known now, only that is kept which will be asked for."""
        self._before, self._now = self._before | self._now, {}
        self.read_again = set()

    def place(self, folder: Path, path: str, digest: str | None, keys: Keys) -> tuple[int, int]:
        """Line and column of the value at ``keys`` of the file at ``path``, whose SHA-256 was ``digest``.

        1, 1 where it cannot be read.
        """
        for known in (self._now, self._before):
            if path in known and known[path][0] == digest and keys in known[path][1]:
                return self._remembered(path, digest, keys, known[path][1][keys])
        self.read_again.add(path)
        try:
            data = (folder / path).read_bytes()
        except OSError:
            return 1, 1
        return self._remembered(path, source_digest(data), keys, place_of(data, keys, False, model_of(path)))

    def kept(self) -> KeptPlaces:
        """What ``KnownPlaces`` is made of again."""
        return {
            path: (digest, [(keys, *place) for keys, place in places.items()])
            for path, (digest, places) in self._now.items()
        }

    def _remembered(self, path: str, digest: str, keys: Keys, place: tuple[int, int]) -> tuple[int, int]:
        if path not in self._now or self._now[path][0] != digest:
            self._now[path] = (digest, {})
        self._now[path][1][keys] = place
        return place
