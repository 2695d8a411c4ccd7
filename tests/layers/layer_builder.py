"""A province, a county and a hall in a folder, small and without a problem, to change one thing and see what follows."""

from collections.abc import Mapping
from pathlib import Path

from content_builder import minimal_content

from generator.layers.compose import Composed, compose
from generator.layers.layer import Layer
from generator.publish.mirror import MARK

SERVICE = "services/linshi-jiuzhu.yml"
OVERRIDE = f"overrides/{SERVICE}"
OF_THE_HALL = ("site.yml", "windows.yml", "notices/", "results/", "disclosures/")
NAMES = {"province": "省", "county": "县", "hall": "大厅"}

Files = Mapping[str, str | bytes | None]


def write(folder: Path, files: Files) -> Path:
    """Write ``files`` below ``folder``; None removes one."""
    for path, text in files.items():
        place = folder / path
        if text is None:
            place.unlink()
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


class Fleet:
    """The layers of one hall below a folder; ``compose`` makes ``content`` beside them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.into = root / "composed" / "content"
        self.layers = [Layer(name, shown, root / name, f"layers/{name}") for name, shown in NAMES.items()]
        whole = minimal_content()
        for layer in self.layers:
            layer.folder.mkdir()
        write(root / "province", {path: text for path, text in whole.items() if not path.startswith(OF_THE_HALL)})
        write(root / "hall", {path: text for path, text in whole.items() if path.startswith(OF_THE_HALL)})

    def change(self, layer: str, files: Files) -> None:
        """Write files of one layer."""
        write(self.root / layer, files)

    def compose(self) -> Composed:
        """Compose the three layers."""
        return compose(self.layers, self.into)

    def problems(self) -> list[str]:
        """The problems of composing."""
        return [str(one) for one in self.compose().problems]

    def text(self, path: str) -> str:
        """A file of the composed folder."""
        return (self.into / path).read_bytes().decode()

    def composed_files(self) -> dict[str, bytes]:
        """Every file of the composed folder but the mark."""
        found = {path.relative_to(self.into).as_posix(): path for path in self.into.rglob("*") if path.is_file()}
        return {path: file.read_bytes() for path, file in found.items() if path != MARK}
