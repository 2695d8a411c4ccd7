"""Where printed files go: a folder, or all of them into one ZIP or one PDF."""

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.posters.arranging import merged
from generator.publish.files import save
from generator.system.zips import zipped


class Bundle:
    """A folder for files, each saved as it comes; ``at`` chooses the kind by the end of the path."""

    def __init__(self, out: Path) -> None:
        self._out = out

    @staticmethod
    def at(out: Path) -> "Bundle":
        """A folder, or with the ending .zip or .pdf one file of all."""
        packers = {".zip": zipped, ".pdf": _merged}
        packed = packers.get(out.suffix.lower())
        return _OneFile(out, packed) if packed else Bundle(out)

    @property
    def saved(self) -> bool:
        """Whether all files that were taken are saved, and none is kept back."""
        return True

    def add(self, name: str, data: bytes) -> str:
        """Take a file; returns what is said of it, its path."""
        save(self._out / name, data)
        return str(self._out / name)

    def finished(self) -> Iterator[str]:
        """Write what was kept back, and say where."""
        yield from ()


_Files = list[tuple[str, bytes]]


class _OneFile(Bundle):
    """All files in one, which is written at the end."""

    def __init__(self, out: Path, packed: Callable[[_Files], bytes]) -> None:
        super().__init__(out)
        self._packed = packed
        self._files: _Files = []

    @property
    def saved(self) -> bool:
        return not self._files

    def add(self, name: str, data: bytes) -> str:
        self._files.append((name, data))
        return name

    def finished(self) -> Iterator[str]:
        if self._files:
            save(self._out, self._packed(self._files))
            yield str(self._out)


def _merged(files: _Files) -> bytes:
    return merged([data for _, data in files])
