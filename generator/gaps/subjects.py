"""Which record a place belongs to: its kind, key and title, and who has to fill what is missing there.

What belongs to a service or a window is filled by that window, a regulation by the body that issued it, all else by the
hall. A material is the business of a window if all services that need it are.
"""

from dataclasses import dataclass
from functools import lru_cache

from generator.content.problems import excerpt
from generator.facts.versions import field_keys
from generator.gaps.gap import Duty, Kind
from generator.model import Dataset, Keys, Place, Window
from generator.texts.gaps import WORDS

_TITLE_LENGTH = 60

_KINDS: dict[str, Kind] = {
    "services": "service", "regulations": "regulation", "notices": "notice", "results": "result",
    "disclosures": "disclosure", "bundles": "bundle", "pages": "page",
}  # fmt: skip
"""Folder -> the kind of the records in it."""


@dataclass(frozen=True)
class Subject:
    """A record as the register shows it; ``keys`` lead from it to the place that was asked for."""

    kind: Kind
    record: str
    title: str
    duty: Duty
    keys: Keys

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.record.rpartition("/")[2]


def subject_of(place: Place, dataset: Dataset) -> Subject:
    """The record that ``place`` belongs to."""
    folder, _, name = place.path.partition("/")
    if folder == "catalogues":
        catalogue = dataset.catalogues[name.removesuffix(".yml")]
        return Subject("hall", f"{folder}/{catalogue.id}", _shown(catalogue.title), hall(dataset), place.keys)
    if name or folder in _KINDS:
        return _of_folder(_KINDS[folder], place, name.rpartition(".")[0], dataset)
    if place.path == "windows.yml" and len(place.keys) > 1:
        return _of_window(place, dataset)
    if place.path == "materials.yml" and len(place.keys) > 1:
        material = list(dataset.materials.values())[int(place.keys[1])]
        duty = _duty_for_material(dataset, material.id)
        return Subject("material", f"materials/{material.id}", _shown(material.name), duty, place.keys[2:])
    return Subject("hall", place.path.removesuffix(".yml"), _shown(dataset.site.hall.name), hall(dataset), place.keys)


def hall(dataset: Dataset) -> Duty:
    """The hall itself, which fills what is nobody else's business."""
    return Duty(_shown(dataset.site.hall.name))


def duty_of(window: Window | None, dataset: Dataset) -> Duty:
    """The window with its post; the hall where the window is not known."""
    return Duty(_shown(window.name), window.staff_role, window.id) if window else hall(dataset)


def _of_folder(kind: Kind, place: Place, record_id: str, dataset: Dataset) -> Subject:
    record, keys = f"{place.path.partition('/')[0]}/{record_id}", field_keys(place.keys)
    if kind == "service" and (service := dataset.services.get(record_id)):
        return Subject(kind, record, _shown(service.name), duty_of(dataset.window(service.window), dataset), keys)
    if kind == "regulation" and (regulation := dataset.regulations.get(record_id)):
        issuer = Duty(_shown(regulation.issuer or dataset.site.organisation))
        return Subject(kind, record, _shown(WORDS["regulation"].format(title=regulation.title)), issuer, keys)
    if kind == "regulation":
        return Subject(kind, record, WORDS["regulations"], Duty(_shown(dataset.site.organisation)), keys)
    if kind == "notice" and (notice := dataset.notices.get(record_id)):
        about = dataset.services.get(notice.service or "")
        duty = duty_of(dataset.window(about.window), dataset) if about else hall(dataset)
        return Subject(kind, record, _shown(notice.title), duty, keys)
    if kind == "result" and (results := dataset.results.get(record_id)):
        return Subject(kind, record, _shown(results.period.title), hall(dataset), keys)
    if kind == "disclosure" and (disclosed := dataset.disclosures.get(record_id)):
        return Subject(kind, record, _shown(disclosed.record.title), hall(dataset), keys)
    return Subject(kind, place.path, _shown(place.path), hall(dataset), keys)


def _of_window(place: Place, dataset: Dataset) -> Subject:
    """A window, or the list of functions of one."""
    part, number, *keys = place.keys
    window: Window | None
    if part == "windows":
        window, title = dataset.windows[int(number)], dataset.windows[int(number)].name
    else:
        functions = dataset.functions[int(number)]
        window, title = dataset.window(functions.name), functions.name
    record = f"windows/{window.id if window else title}"
    return Subject("window", record, _shown(WORDS["window"].format(name=title)), duty_of(window, dataset), tuple(keys))


def _duty_for_material(dataset: Dataset, material_id: str) -> Duty:
    windows = _windows_of_materials(dataset).get(material_id, frozenset())
    return duty_of(dataset.window(next(iter(windows))) if len(windows) == 1 else None, dataset)


@lru_cache(maxsize=2)
def _windows_of_materials(dataset: Dataset) -> dict[str, frozenset[str | None]]:
    """Mapping material -> the windows of all services that need it; None for a service without one."""
    found: dict[str, set[str | None]] = {}
    for service in dataset.services.values():
        window = dataset.window(service.window)
        for material in service.materials:
            found.setdefault(material.material or "", set()).add(window.id if window else None)
    return {key: frozenset(windows) for key, windows in found.items()}


def _shown(text: str) -> str:
    """A title without long numbers and control characters, as messages show it."""
    return excerpt(text, _TITLE_LENGTH)
