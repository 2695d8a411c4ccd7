"""The services by the initial of their names, for the page that the search box leads to without JavaScript."""

from itertools import groupby
from typing import Final

from generator.facts.pinyin import initial
from generator.model import Dataset
from generator.site.contexts import FoundByInitial, InitialGroup

LISTED_UP_TO: Final = 1_500
"""More services than that make the page of results heavy; it then leads to the list by window alone."""

OTHERS: Final = "#"


def by_initial(dataset: Dataset) -> tuple[InitialGroup, ...]:
    """Every service that has not ended, under the initial of its name; those that begin with no letter come last."""
    services = [service for service in dataset.services.values() if not service.status.ended]
    if len(services) > LISTED_UP_TO:
        return ()
    windows = {service.id: dataset.window(service.window) for service in services}
    sorted_services = sorted((initial(service.name) or OTHERS, service.name, service.id) for service in services)
    order = sorted(sorted_services, key=lambda item: item[0] == OTHERS)
    return tuple(
        InitialGroup(
            letter,
            f"initial-{letter.lower() if letter != OTHERS else 'others'}",
            tuple(
                FoundByInitial(id, name, dataset.services[id].aliases, window.name if (window := windows[id]) else None)
                for _, name, id in found
            ),
        )
        for letter, found in groupby(order, key=lambda item: item[0])
    )
