"""Rules about bundles (一件事): their services exist, once each, and can be applied for."""

from collections.abc import Iterator
from datetime import date

from generator.content.problems import quote
from generator.model import Dataset, RecordKey
from generator.rules.finding import Finding, place_of


def services_of_bundles_exist(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A bundle has services, and each of them exists and stands in it once."""
    for bundle in dataset.bundles.values():
        if not bundle.services:
            yield Finding("bundle/services", place_of("bundles", bundle.id) / "services")
        for number, key in enumerate(bundle.services):
            place = place_of("bundles", bundle.id) / "services" / number
            if key not in dataset.services and RecordKey("services", key) not in dataset.unseen:
                yield Finding("reference/service", place, {"id": quote(key)})
            if key in bundle.services[:number]:
                yield Finding("bundle/repeated", place, {"id": quote(key)})


def services_of_bundles_are_offered(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No service of a bundle has ended."""
    for bundle in dataset.bundles.values():
        for number, key in enumerate(bundle.services):
            service = dataset.services.get(key)
            if service and service.status.ended:
                values = {
                    "name": quote(service.name),
                    "state": service.status.state,
                    "successor": service.status.successor or "",
                }
                yield Finding("bundle/ended", place_of("bundles", bundle.id) / "services" / number, values)


def life_events_of_bundles_are_listed(dataset: Dataset, today: date) -> Iterator[Finding]:
    """The life event of a bundle is one of the hall's."""
    for bundle in dataset.bundles.values():
        if bundle.life_event and bundle.life_event not in dataset.site.life_events:
            place = place_of("bundles", bundle.id) / "life_event"
            yield Finding("bundle/life-event", place, {"value": quote(bundle.life_event)})


RULES = (services_of_bundles_exist, services_of_bundles_are_offered, life_events_of_bundles_are_listed)
