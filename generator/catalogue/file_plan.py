"""What an import would do to a single file, before anybody has agreed to it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class FilePlan:
    """The file to be written, the bytes it has now and those it would have, and what to show before."""

    path: Path
    old: bytes | None
    data: bytes
    report: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether anything would be written."""
        return self.data != self.old
