"""Stub."""
from dataclasses import dataclass
from pathlib import Path
from collections.abc import Sequence

from generator.content.problems import Problem
from generator.layers.layer import Layer
from generator.publish.files import save


@dataclass(frozen=True)
class Composed:
    """Stub."""

    problems: tuple[Problem, ...]

    def at_home(self, problem: Problem) -> Problem:
        """Stub."""
        return problem


def compose(layers: Sequence[Layer], into: Path) -> Composed:
    """Stub."""
    files = {}
    for layer in layers:
        for path in sorted(layer.folder.rglob("*")):
            if path.is_file():
                files[path.relative_to(layer.folder).as_posix()] = path.read_bytes()
    for address, data in files.items():
        place = into / address
        if not place.is_file() or place.read_bytes() != data:
            save(place, data)
    return Composed(())
