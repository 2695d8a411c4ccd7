"""The services by the initial of their names, for a list of its own and for the page that the search box leads to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.facts.pinyin import initial
from generator.model import Dataset, Service

LISTED_UP_TO: Final = 1_500
"""More services than that make the page of results heavy; it then leads to the list by window alone."""

OTHERS: Final = "#"


@dataclass(frozen=True)
class FoundByInitial:
    """A service in the list by initials; ``window`` is the name of its window."""

    id: str
    name: str
    aliases: tuple[str, ...]
    window: str | None


@dataclass(frozen=True)
class InitialGroup:
    """The services whose names begin with one letter of pinyin; ``anchor`` leads to them."""

    title: str
    anchor: str
    services: tuple[FoundByInitial, ...]


def by_initial(services: Iterable[Service]) -> dict[str, list[Service]]:
    """Mapping initial -> services, A to Z; those that begin with no letter come last, under ``OTHERS``."""
    groups: dict[str, list[Service]] = {}
    for service in sorted(services, key=lambda service: (service.name, service.id)):
        groups.setdefault(initial(service.name) or OTHERS, []).append(service)
    return dict(sorted(groups.items(), key=lambda group: (group[0] == OTHERS, group[0])))


def all_by_initial(dataset: Dataset) -> tuple[InitialGroup, ...]:
    """Every service that has not ended, with its other names and its window."""
    services = [service for service in dataset.services.values() if not service.status.ended]
    if len(services) > LISTED_UP_TO:
        return ()
    return tuple(
        InitialGroup(letter, initial_anchor(letter), tuple(_found(service, dataset) for service in members))
        for letter, members in by_initial(services).items()
    )


def initial_anchor(letter: str) -> str:
    """The anchor of the services under ``letter``."""
    return f"initial-{letter.lower() if letter != OTHERS else 'others'}"


def _found(service: Service, dataset: Dataset) -> FoundByInitial:
    window = dataset.window(service.window)
    return FoundByInitial(service.id, service.name, service.aliases, window.name if window else None)
