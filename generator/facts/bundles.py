"""What a bundle of services (一件事) needs together: each paper once, and the windows in order.

Papers are the same when they are the same entry of the catalogue or, without one, have the same name. What differs is
joined so that what is brought is enough for each service: the larger number of copies, an original if one service keeps
or looks at it, and the notes of all.
"""

from collections.abc import Iterable
from typing import NamedTuple

from generator.facts.services import Link, MaterialFacts, service_facts
from generator.model import Bundle, Dataset, Service, Window

_NECESSITIES = ("必要", None, "容缺后补", "非必要")
"""From the strictest on; one that nobody has stated may be needed."""

_FORMS = {"原件": {"原件"}, "复印件": {"复印件"}, "原件和复印件": {"原件", "复印件"}, "原件核验": {"原件核验"}}
"""How a paper is handed in -> what has to be brought for it."""

_ORDER = ("原件", "原件核验", "复印件")


class UnitedMaterial(NamedTuple):
    """A paper that some services need. ``forms`` are what has to be brought of it; ``services`` who needs it, by id."""

    key: str
    name: str
    catalogue_id: str | None
    necessity: str | None
    copies: int | None
    forms: tuple[str, ...]
    notes: tuple[str, ...]
    services: tuple[Link, ...]


class BundleWindow(NamedTuple):
    """A window of a bundle and the services that are applied for there."""

    window: Window
    services: tuple[Link, ...]


class EndedService(NamedTuple):
    """A service of a bundle that is no longer offered, and what there is in its place."""

    id: str
    name: str
    state: str
    successor: Link | None


class BundleFacts(NamedTuple):
    """What follows from the services of a bundle; ``ended`` are those that are no longer offered."""

    services: tuple[Link, ...]
    ended: tuple[EndedService, ...]
    materials: tuple[UnitedMaterial, ...]
    windows: tuple[BundleWindow, ...]


def bundle_facts(bundle: Bundle, dataset: Dataset) -> BundleFacts:
    """The services of a bundle that are there, their papers without doubles, and their windows in order."""
    found = [service for key in bundle.services if (service := dataset.services.get(key))]
    offered = [service for service in found if not service.status.ended]
    papers = [(Link(one.id, one.name), service_facts(one, dataset).materials) for one in offered]
    windows: dict[str, BundleWindow] = {}
    for service in offered:
        if window := dataset.window(service.window):
            before = windows.get(window.id, BundleWindow(window, ()))
            windows[window.id] = BundleWindow(window, (*before.services, Link(service.id, service.name)))
    return BundleFacts(
        tuple(link for link, _ in papers),
        tuple(_ended(one, dataset) for one in found if one.status.ended),
        united(papers),
        tuple(windows.values()),
    )


def _ended(service: Service, dataset: Dataset) -> EndedService:
    successor = dataset.services.get(service.status.successor or "")
    link = Link(successor.id, successor.name) if successor else None
    return EndedService(service.id, service.name, service.status.state, link)


def united(papers: Iterable[tuple[Link, Iterable[MaterialFacts]]]) -> tuple[UnitedMaterial, ...]:
    """The papers of several services, each once, in the order in which they are first needed."""
    found: dict[str, UnitedMaterial] = {}
    for link, materials in papers:
        for one in map(_single, materials):
            mine = one._replace(services=(link,))
            found[one.key] = joined(found[one.key], mine) if one.key in found else mine
    return tuple(found.values())


def joined(one: UnitedMaterial, other: UnitedMaterial) -> UnitedMaterial:
    """The same paper for two needs; in whatever order needs are joined, the same comes of it."""
    services = {link.id: link for link in (*one.services, *other.services)}
    return one._replace(
        name=min(one.name, other.name),
        necessity=min(one.necessity, other.necessity, key=_NECESSITIES.index),
        copies=max((count for count in (one.copies, other.copies) if count is not None), default=None),
        forms=_forms({*one.forms, *other.forms}),
        notes=tuple(sorted({*one.notes, *other.notes})),
        services=tuple(services[key] for key in sorted(services)),
    )


def _single(facts: MaterialFacts) -> UnitedMaterial:
    key = facts.catalogue_id or facts.name
    forms = _forms(_FORMS.get(facts.original or "", set()))
    notes = tuple(sorted(set(facts.notes)))
    return UnitedMaterial(key, facts.name, facts.catalogue_id, facts.necessity, facts.copies, forms, notes, ())


def _forms(forms: set[str]) -> tuple[str, ...]:
    """``forms`` in order; an original that is handed in can be looked at, too."""
    return tuple(form for form in _ORDER if form in forms and not (form == "原件核验" and "原件" in forms))
