"""One layer of content, and a place in it."""

from dataclasses import dataclass
from pathlib import Path

RULES_FILE = "layer.yml"
OVERRIDES = "overrides"
"""The folder of a layer with partial records, each at the path of the record that it changes."""


@dataclass(frozen=True)
class Layer:
    """A content folder that a hall stands on. ``shown`` is what problems call the folder; its name where it is "".

    ``id`` and ``name`` are those of the fleet's settings, as province and 省.
    """

    id: str
    name: str
    folder: Path
    shown: str = ""

    def place(self, path: str) -> str:
        """What problems call the file at ``path`` below the folder."""
        return f"{self.shown or self.folder.name}/{path}"


@dataclass(frozen=True)
class Origin:
    """Where a value was written: the layer, the file below its folder, line and column from 1."""

    layer: Layer
    path: str
    line: int
    column: int

    @property
    def place(self) -> str:
        """As problems show it: layers/province/services/linshi-jiuzhu.yml:12."""
        return f"{self.layer.place(self.path)}:{self.line}"
