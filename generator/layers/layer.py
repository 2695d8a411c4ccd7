"""Layer."""
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Layer:
    """A layer."""

    id: str
    name: str
    folder: Path
