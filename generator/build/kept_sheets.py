"""Sheets that ``gongshi posters`` has printed, kept for the next time; whatever they follow from is in their key.

Only what the gate has let pass is kept, under the rules by which it did: when these change, or the program, the
typeface or the templates, everything is forgotten. Sheets that may name people, and filled forms, are never kept.
"""

import json
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from generator.build.kept import read_kept, write_kept
from generator.build.outputs.output import digest_of
from generator.build.outputs.posters import tools_digest
from generator.build.sheet_printing import Printed, Work
from generator.build.sheets import laid_out
from generator.kit.kind import Printable
from generator.posters.press import Extent, Press, Printing
from generator.posters.sheet import PosterError, Sheet
from generator.privacy.gate import fingerprint
from generator.publish.cache import Cache
from generator.system.program import program_digest

_MOST_BYTES = 300_000_000
"""Of these the newest are kept: some two thousand sheets of text."""


class KeptSheets:
    """What was printed before of the sheets of ``work``; nothing where ``folder`` cannot be used."""

    def __init__(self, folder: Path, work: Work) -> None:
        self._work = work
        self._rules = digest_of(program_digest(), tools_digest(*work.folders), fingerprint(work.policy))[:16]
        self._cache: Cache | None = None
        with suppress(OSError):
            self._cache = Cache(folder)
            self._cache.forget_other_kinds(self._rules)

    def key(self, one: Printable, name: str) -> str | None:
        """Stands for a sheet under the ``name`` of its files; None for one that is not kept."""
        work, request = self._work, self._work.request
        if self._cache is None or request.filling or one.kind.may_name or work.may_name(one):
            return None
        try:
            contents = laid_out(one.key, work.edition).digest
        except PosterError:
            return None
        arranged = (request.tile, request.booklet, work.hints and one.hangs)
        return f"{self._rules}-{digest_of(name, contents, work.printing(one), arranged)[:32]}"

    def has(self, key: str | None) -> bool:
        """Whether something is kept under ``key``."""
        return self._cache is not None and key is not None and key in self._cache

    def get(self, key: str | None) -> Printed | None:
        """What was kept under ``key``, if its bytes are as they were."""
        data = self._cache.read(key) if self._cache and key else None
        return _unpacked(data) if data is not None else None

    def put(self, key: str | None, printed: Printed) -> None:
        """Keep what was printed; where that fails it is printed again another time."""
        if self._cache and key:
            with suppress(OSError):
                self._cache.put(key, _packed(printed))

    def close(self) -> None:
        """Forget the oldest where they are too many."""
        if self._cache:
            self._cache.keep_at_most(_MOST_BYTES)


class KeptExtents:
    """How sheets come out with a type of some size, which is asked of all that hang together whenever one changes.

    ``folders`` are those of the typeface and the templates. What was not asked for this time is forgotten.
    """

    def __init__(self, path: Path, folders: tuple[Path, Path]) -> None:
        self._path, self._folders, self._tools = path, folders, tools_digest(*folders)
        text = read_kept(path)
        self._before: dict[str, tuple[float, int]] = json.loads(text) if text else {}
        self._now: dict[str, tuple[float, int]] = {}

    @cached_property
    def _press(self) -> Press:
        return Press(*self._folders)

    def extent(self, sheet: Sheet, printing: Printing) -> Extent:
        """As of the press. Raises PosterError."""
        key = digest_of(self._tools, sheet.digest, printing)[:32]
        found = self._now.get(key) or self._before.get(key)
        self._now[key] = found or self._press.extent(sheet, printing)
        return Extent(*self._now[key])

    def save(self) -> None:
        """Keep what was asked for; where that fails it is found out again another time."""
        if self._now.keys() != self._before.keys():
            with suppress(OSError):
                write_kept(self._path, json.dumps(self._now))


def _packed(printed: Printed) -> bytes:
    """A line that names the files with their sizes, and the files."""
    sizes = [[name, len(data)] for name, data in printed.files]
    return json.dumps([sizes, printed.note]).encode() + b"\n" + b"".join(data for _, data in printed.files)


def _unpacked(packed: bytes) -> Printed:
    head, _, rest = packed.partition(b"\n")
    sizes, note = json.loads(head)
    files, start = [], 0
    for name, size in sizes:
        files.append((name, rest[start : start + size]))
        start += size
    return Printed(tuple(files), note)
