"""once: what follows from a service is worked out once in a hall, and anew for another hall or another version of it."""

import gc
import weakref
from dataclasses import replace

import pytest

from generator.facts import once as module
from generator.facts.once import once
from generator.model import Dataset, Service, Site

SITE = Site.model_validate({"organisation": "子虚镇政府", "town": "子虚镇", "hall": {"name": "子虚便民大厅"}})


def service(key: str, name: str = "临时救助") -> Service:
    """A service of which only its id and name count here."""
    return Service.model_validate({"id": key, "name": name, "status": {"state": "在办"}})


def hall_of(*services: Service) -> Dataset:
    """A hall that offers these services."""
    return Dataset(SITE, (), (), {}, {one.id: one for one in services}, {}, {}, {})


def test_of_a_service_of_a_hall_it_is_worked_out_once() -> None:
    """The second who asks gets the very same; another hall with the same service does not."""
    asked: list[str] = []
    name_of = once(lambda one, hall: asked.append(one.id) or [one.name, hall.site.hall.name])
    one = service("jiuzhu")
    hall = hall_of(one)

    assert name_of(one, hall) is name_of(one, hall)
    assert name_of(one, replace(hall)) is not name_of(one, hall)
    assert asked == ["jiuzhu", "jiuzhu"]


def test_another_version_of_a_service_is_worked_out_for_itself() -> None:
    """Of a service that is not the one of the hall nothing is remembered, and what is known of that one is not told."""
    name_of = once(lambda one, _: one.name)
    hall = hall_of(service("jiuzhu"))

    assert name_of(hall.services["jiuzhu"], hall) == "临时救助"
    assert name_of(service("jiuzhu", "救助"), hall) == "救助"
    assert name_of(hall.services["jiuzhu"], hall) == "临时救助"


def test_no_more_is_remembered_than_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many services the first are worked out again."""
    monkeypatch.setattr(module, "MOST", 2)
    asked: list[str] = []
    id_of = once(lambda one, _: asked.append(one.id))
    hall = hall_of(*map(service, "abc"))
    for key in "abcca":
        id_of(hall.services[key], hall)

    assert asked == ["a", "b", "c", "a"]


def test_a_hall_that_is_gone_is_not_remembered() -> None:
    """Processes that build hall after hall keep nothing of those before."""
    name_of = once(lambda one, _: one.name)
    hall = hall_of(service("jiuzhu"))
    name_of(hall.services["jiuzhu"], hall)
    gone = weakref.ref(hall)
    del hall
    gc.collect()

    assert gone() is None
