"""What a hall has now: the records that an import may change, and whether they can all be read."""

from collections.abc import Iterable
from pathlib import Path

from generator.content.field_names import Language
from generator.content.field_places import has_chinese_names
from generator.content.load import Loaded
from generator.model import Dataset, Materials, Record, RecordKey, Windows
from generator.register.faults import NothingImported


def readable(loaded: Loaded) -> Dataset:
    """The records of a hall. Raises NothingImported where a file of the hall or of any service cannot be read.

    What comes in may be the very service that cannot be read, and would be written a second time.
    """
    broken = tuple(
        one for one in loaded.problems if one.severity == "error" and _matters(one.path, f"{loaded.folder.name}/")
    )
    if loaded.dataset is None or broken:
        raise NothingImported(broken or loaded.problems)
    return loaded.dataset


def _matters(path: str, content: str) -> bool:
    below = path.removeprefix(content)
    return "/" not in below or below.startswith("services/")


def records_of(dataset: Dataset) -> dict[str, Record]:
    """Path of a file below the content folder -> the record in it, of all files that an import may change."""
    services = {RecordKey("services", key).file: service for key, service in dataset.services.items()}
    return {
        **services,
        "windows.yml": Windows(windows=dataset.windows, functions=dataset.functions),
        "materials.yml": Materials(materials=tuple(dataset.materials.values())),
        "site.yml": dataset.site,
    }


def language_of(content: Path, paths: Iterable[str]) -> Language:
    """What most of the hall's files call their fields in."""
    chinese = [has_chinese_names((content / path).read_bytes()) for path in paths]
    return "zh" if sum(chinese) * 2 > len(chinese) else "en"
