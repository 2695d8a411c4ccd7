"""Where printed files go: a folder, or all of them into one ZIP or one PDF."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.posters.arranging import merged
from generator.publish.files import save

_DAY = (2000, 1, 1, 0, 0, 0)
"""The time of every file in a ZIP, so that the same sheets make the same file."""


class Bundle:
    """Files in the order in which they come; ``at`` chooses the kind by the end of the path."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._files: list[tuple[str, bytes]] = []

    @staticmethod
    def at(out: Path) -> "Bundle":
        """A folder, or with the ending .zip or .pdf one file of all."""
        return {".zip": _Zip, ".pdf": _Merged}.get(out.suffix.lower(), Bundle)(out)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._files.clear()

    @property
    def saved(self) -> bool:
        """Whether all files that were taken are saved, and none is kept back."""
        return not self._files

    def add(self, name: str, data: bytes) -> str:
        """Take a file; returns what is said of it, its path."""
        save(self._out / name, data)
        return str(self._out / name)

    def finished(self) -> Iterator[str]:
        """Write what was kept back, and say where."""
        if self._files:
            save(self._out, self._packed())
            yield str(self._out)

    def _packed(self) -> bytes:
        raise NotImplementedError


class _Zip(Bundle):
    def add(self, name: str, data: bytes) -> str:
        self._files.append((name, data))
        return name

    def _packed(self) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self._files:
                archive.writestr(zipfile.ZipInfo(name, _DAY), data, zipfile.ZIP_DEFLATED)
        return packed.getvalue()


class _Merged(_Zip):
    def _packed(self) -> bytes:
        return merged([data for _, data in self._files])
