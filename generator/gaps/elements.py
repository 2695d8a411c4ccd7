"""How complete guides and windows are, as national inspections count.

The first national survey of government sites (全国政府网站普查, 2015) counts eight elements of a guide: name, basis,
conditions, materials, place, time, phone and procedure; the inspection of 2017 (国办函〔2017〕115号) counts limit, fee
and contact together. The eighth element here is all that either asks for beyond the other seven.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.gaps.gap import Gap
from generator.model import Dataset, Service, Window

ELEMENTS: dict[str, tuple[str, ...]] = {
    "name": ("name",),
    "basis": ("legal_basis",),
    "conditions": ("conditions",),
    "materials": ("materials", "no_materials"),
    "place": ("place",),
    "time": ("hours",),
    "procedure": ("steps",),
    "terms": ("time_limits", "fee", "enquiry_phone"),
}
"""Key of each element -> the fields of a service that it consists of."""

_ELEMENT_OF = {field: element for element, fields in ELEMENTS.items() for field in fields}


def element_of(field: str) -> str | None:
    """The element that a field of a service belongs to; None for the others."""
    return _ELEMENT_OF.get(field)


@dataclass(frozen=True)
class GuideState:
    """A service that is offered, and the elements that its guide does not state or states only in part."""

    id: str
    name: str
    missing: tuple[str, ...]

    @property
    def stated(self) -> int:
        """How many elements are there."""
        return len(ELEMENTS) - len(self.missing)


@dataclass(frozen=True)
class WindowState:
    """The guides of one window; ``window`` None: of the services without one."""

    window: Window | None
    guides: tuple[GuideState, ...]


def share_of(guides: Iterable[GuideState]) -> float | None:
    """Which part of the elements of ``guides`` is there, 0 to 1; None where there are none."""
    stated = [guide.stated for guide in guides]
    return sum(stated) / (len(stated) * len(ELEMENTS)) if stated else None


def guide_states(dataset: Dataset, gaps: Iterable[Gap]) -> dict[str, GuideState]:
    """Mapping id -> state of each service that is offered, in file order."""
    missing: dict[str, set[str]] = {}
    for gap in gaps:
        if gap.kind == "service" and gap.element:
            missing.setdefault(gap.record, set()).add(gap.element)
    return {
        key: GuideState(key, service.name, tuple(one for one in ELEMENTS if one in missing.get(_file(service), ())))
        for key, service in dataset.services.items()
        if not service.status.ended
    }


def window_states(dataset: Dataset, guides: Mapping[str, GuideState]) -> tuple[WindowState, ...]:
    """The state of each window in file order, and at last of the services without one, if there are any."""
    by_window: dict[str | None, list[GuideState]] = {}
    for key, guide in guides.items():
        window = dataset.window(dataset.services[key].window)
        by_window.setdefault(window.id if window else None, []).append(guide)
    windows: list[Window | None] = [*dataset.windows, *([None] if None in by_window else [])]
    return tuple(WindowState(one, tuple(by_window.get(one.id if one else None, ()))) for one in windows)


def _file(service: Service) -> str:
    return f"services/{service.id}"
