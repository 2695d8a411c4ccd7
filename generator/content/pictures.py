"""Reads the pictures that sheets show: PNG and JPEG among the prose, where the gate looks at them."""

from collections.abc import Collection
from pathlib import Path

from generator.content.prose import PROSE_FOLDER
from generator.facts.pictures import named_pictures
from generator.model import Dataset, PictureFile

ENDINGS = (".png", ".jpg", ".jpeg")
MAX_BYTES = 10_000_000


def read_pictures(folder: Path, present: Collection[str], dataset: Dataset) -> dict[str, PictureFile]:
    """Mapping path -> file, of the pictures that the content names and that are ``present``; without their sizes."""
    found: dict[str, PictureFile] = {}
    for _, path in named_pictures(dataset):
        if path in present and path.startswith(f"{PROSE_FOLDER}/") and path.lower().endswith(ENDINGS):
            try:
                with (folder / path).open("rb") as stream:
                    data = stream.read(MAX_BYTES + 1)
            except OSError:
                continue
            found[path] = PictureFile(data if len(data) <= MAX_BYTES else b"")
    return found
