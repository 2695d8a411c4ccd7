"""Rules about what pages show as 待补充 and no other rule speaks of: the hall, windows, materials, rules, notices.

Together with the rules of ``services`` they name every 待补充 of the site, so that what is missing can be counted.
"""

from collections.abc import Iterator
from datetime import date

from generator.content.problems import quote
from generator.facts.hours_words import hall_hours
from generator.facts.services import GONE, notice_phase, service_facts
from generator.model import Dataset, Place, Record, Regulation, Supervision
from generator.model.hall import Hall, Material, Site, Window
from generator.model.posting import Contact, Notice
from generator.rules.finding import Finding, place_of, services_offered
from generator.texts.guide import GUIDE


def hall_is_described(dataset: Dataset, today: date) -> Iterator[Finding]:
    """The hall states its address, hours and phone, and how to complain."""
    site, place = dataset.site, Place("site.yml")
    without = ("address", "phone") if hall_hours(site.hall) else ("address", "hours", "phone")
    yield from _unknown(site.hall, place / "hall", without, Hall)
    yield from _unknown(site, place, ("supervision",), Site)
    if site.supervision:
        yield from _unknown(site.supervision, place / "supervision", ("phone", "box", "handling"), Supervision)


def windows_are_described(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each window states who serves there and who stands in, and some service can be applied for there."""
    served = {window.id for service, _ in services_offered(dataset) if (window := dataset.window(service.window))}
    for number, window in enumerate(dataset.windows):
        place = Place("windows.yml", ("windows", number))
        yield from _unknown(window, place, ("staff_role", "backup"), Window)
        if window.id not in served and not dataset.unseen:
            yield Finding("unknown/services", place, {"name": quote(window.name)})


def materials_are_described(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each material of the catalogue states what it is."""
    for number, material in enumerate(dataset.materials.values()):
        yield from _unknown(material, Place("materials.yml", ("materials", number)), ("what",), Material)


def regulations_are_described(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each regulation states who made it and since when it holds."""
    for regulation in dataset.regulations.values():
        yield from _unknown(regulation, place_of("regulations", regulation.id), ("issuer", "effective"), Regulation)


def notices_are_described(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A notice that is shown has a text, and a phone where it asks for objections."""
    for notice in dataset.notices.values():
        place = place_of("notices", notice.id)
        if notice_phase(notice, today) in GONE:
            continue
        yield from _unknown(notice, place, ("body",), Notice)
        if notice.objection:
            yield from _unknown(notice.objection, place / "objection", ("phone",), Contact)


def places_and_hours_are_known(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Where and when a service can be applied for follows from it, its window or the hall."""
    for service, place in services_offered(dataset):
        facts = service_facts(service, dataset)
        for key, fact, value in (("place", "where", facts.place), ("hours", "when", facts.hours)):
            if value is None:
                yield Finding("phone/missing", place / key, {"title": GUIDE[fact], "key": key})


def _unknown(record: Record, place: Place, keys: tuple[str, ...], model: type[Record]) -> Iterator[Finding]:
    """A finding for each of ``keys`` of which the record says nothing."""
    for key in keys:
        if getattr(record, key) in (None, ()):
            title = model.model_fields[key].title or key
            yield Finding("unknown/field", place / key, {"title": title, "key": key})


RULES = (
    hall_is_described,
    windows_are_described,
    materials_are_described,
    regulations_are_described,
    notices_are_described,
    places_and_hours_are_known,
)
