"""The demo content as a Dataset, read without positions or checks; to be replaced by ``generator.content.load``."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.model import Dataset, Materials, Notice, Regulation, Service, Site, Windows

CONTENT = Path(__file__).parents[1] / "content"


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


def _folder(name: str) -> Mapping[str, Any]:
    return {path.stem: _read(path) for path in sorted((CONTENT / name).glob("*.yml"))}


@cache
def demo() -> Dataset:
    """Read the demo town's content."""
    windows = Windows.model_validate(_read(CONTENT / "windows.yml"))
    materials = Materials.model_validate(_read(CONTENT / "materials.yml")).materials
    return Dataset(
        site=Site.model_validate(_read(CONTENT / "site.yml")),
        windows=windows.windows,
        functions=windows.functions,
        materials={material.id: material for material in sorted(materials, key=lambda each: each.id)},
        services={id: Service.model_validate(data) for id, data in _folder("services").items()},
        regulations={id: Regulation.model_validate(data) for id, data in _folder("regulations").items()},
        notices={id: Notice.model_validate(data) for id, data in _folder("notices").items()},
        results={},
    )
