"""Sheets that Typst has set before in the same run of the tests, so that the next build sets only what differs.

All that Typst is told is the name under which a set is kept: the files of the templates, the typefaces, the contents, the
format and the day. That the same contents are set to the same bytes is tested in tests/kit/test_every_kind.py.
"""

import os
import pickle
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from generator.posters import press


class KeptCompiler:
    """Sets like ``compiler``, or takes what lies in ``folder``; ``given`` is what every set follows from."""

    def __init__(self, compiler: Any, folder: Path, given: bytes) -> None:
        self._compiler, self._folder, self._given = compiler, folder, given

    def compile(self, **told: Any) -> Any:
        """What Typst makes of what it is told; its errors are not kept."""
        file = self._folder / sha256(self._given + repr(sorted(told.items())).encode()).hexdigest()
        if file.is_file():
            return pickle.loads(file.read_bytes())
        made = self._compiler.compile(**told)
        new = file.with_suffix(f".{os.getpid()}")
        new.write_bytes(pickle.dumps(made))
        new.replace(file)
        return made


def keep_sets(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let every press of this process, and of those that are copies of it, keep its sets in ``folder``."""
    folder.mkdir(exist_ok=True)
    of = press._Type.of

    def kept(folders: list[Path], wanted: Any, templates: Path, embedded: bool = False) -> press._Type:
        found = of(folders, wanted, templates, embedded)
        texts = [(path.name, path.read_bytes()) for path in sorted(templates.glob("*.typ"))]
        given = repr((str(templates), texts, folders, found.families, embedded)).encode()
        return press._Type(found.fonts, KeptCompiler(found.compiler, folder, given), found.families)

    monkeypatch.setattr(press._Type, "of", kept)
