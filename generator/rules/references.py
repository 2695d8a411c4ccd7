"""Rules about references: every id or name refers to exactly one record that exists. And rules about phones."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.content.examples import list_of
from generator.content.problems import excerpt, quote
from generator.facts.phones import phone_parts
from generator.facts.services import complaint_phone, enquiry_phone
from generator.model import Dataset, Place, RecordKey
from generator.model.shorthands import several
from generator.rules.finding import Finding, open_services, place_of, row_place, services, services_offered
from generator.texts.guide import GUIDE


def windows_resolve(dataset: Dataset, today: date) -> Iterator[Finding]:
    """The window of a service, a rating, and a notice that says who does not serve, is exactly one window."""
    for service, place in services(dataset):
        if service.window is not None:
            yield from _window_findings(dataset, service.window, place / "window", "reference/window")
    for notice in dataset.notices.values():
        if notice.closure and notice.closure.window:
            where = place_of("notices", notice.id) / "closure" / "window"
            yield from _window_findings(dataset, notice.closure.window, where, "reference/window")
    for month in dataset.ratings.values():
        for number, row in enumerate(month.rows):
            if row.window:
                where = Place(f"ratings/{month.id}.yml", ("rows", number, "window"))
                yield from _window_findings(dataset, row.window, where, "reference/window")


def functions_resolve(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each list of functions belongs to exactly one window."""
    for number, functions in enumerate(dataset.functions):
        place = Place("windows.yml", ("functions", number, "name"))
        yield from _window_findings(dataset, functions.name, place, "reference/function")


def window_names_are_distinct(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No name or alias stands for two windows."""
    for name, windows in dataset.windows_by_name.items():
        if len(windows) > 1:
            number = dataset.windows.index(windows[1])
            values = {"name": quote(name), "windows": "、".join(window.name for window in windows)}
            yield Finding("window/ambiguous", Place("windows.yml", ("windows", number)), values)


def windows_have_functions(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each window has a list of functions."""
    served = {window.id for functions in dataset.functions if (window := dataset.window(functions.name))}
    for number, window in enumerate(dataset.windows):
        if window.id not in served:
            yield Finding("window/functions", Place("windows.yml", ("windows", number)), {"name": quote(window.name)})


def materials_resolve(dataset: Dataset, today: date) -> Iterator[Finding]:
    """The material that a service refers to by id is in the catalogue."""
    for service, place in services(dataset):
        for number, material in enumerate(service.materials):
            if material.material is not None and material.material not in dataset.materials:
                values = {"id": quote(material.material)}
                yield Finding("reference/material", place / "materials" / number / "material", values)


def situations_resolve(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A situation selects only materials of its own service."""
    for service, place in open_services(dataset):
        keys = {material.key for material in service.materials}
        for number, situation in enumerate(service.situations):
            for position, key in enumerate(situation.materials):
                if key not in keys:
                    where = place / "situations" / number / "materials" / position
                    yield Finding("reference/situation", where, {"name": quote(key), "list": _apart(key)})


def successors_resolve(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A successor exists, and following successors never returns to the start."""
    for service, place in services(dataset):
        successor = service.status.successor
        if successor is None:
            continue
        where = place / "status" / "successor"
        if not _exists(dataset, successor):
            yield Finding("reference/successor", where, {"id": quote(successor)})
        elif service.id in _successors(dataset, successor):
            yield Finding("reference/successor-circle", where, {"id": quote(successor)})


def services_resolve(dataset: Dataset, today: date) -> Iterator[Finding]:
    """The most used services, the service of a notice and that of a result exist; a lost one is told once."""
    named = [(Place("site.yml", ("most_used", n)), record_id) for n, record_id in enumerate(dataset.site.most_used)]
    for notice in dataset.notices.values():
        if notice.service is not None:
            named.append((place_of("notices", notice.id) / "service", notice.service))
    for service, place in services(dataset):
        named += [(place / "related" / number, other) for number, other in enumerate(service.related)]
    gone = {entry.row.service for results in dataset.results.values() for entry in results.entries}
    for place, record_id in named:
        if not _exists(dataset, record_id) and record_id not in gone:
            yield Finding("reference/service", place, {"id": quote(record_id)})
    for period_id, results in dataset.results.items():
        missing = [entry for entry in results.entries if not _is_known(dataset, entry.row.service)]
        counts = Counter(entry.row.service for entry in missing)
        for record_id, count in counts.items():
            first = next(entry for entry in missing if entry.row.service == record_id)
            values = {"id": quote(record_id), "name": excerpt(record_id), "count": str(count)}
            yield Finding("reference/service-of-results", row_place(period_id, first, "service"), values)


def phones_are_present(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A service that is offered has an enquiry phone and a complaint phone, its own or its window's or hall's."""
    for service, place in services_offered(dataset):
        if enquiry_phone(service, dataset) is None:
            yield Finding("phone/missing", place / "enquiry_phone", {"title": GUIDE["ask"], "key": "enquiry_phone"})
        if complaint_phone(service, dataset) is None:
            yield Finding(
                "phone/missing", place / "complaint_phone", {"title": GUIDE["complaint"], "key": "complaint_phone"}
            )


def phones_differ(dataset: Dataset, today: date) -> Iterator[Finding]:
    """The complaint phone differs from the enquiry phone, so that nobody complains to the desk concerned."""
    for service, place in services(dataset):
        enquiry = enquiry_phone(service, dataset)
        if enquiry is not None and enquiry == complaint_phone(service, dataset):
            yield Finding("phone/same", place / "complaint_phone")


def phones_have_a_shape(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A phone is one number or several: 区号-号码, a mobile number, or a hotline; each may have an extension."""
    for place, phone in _phones(dataset):
        if phone is not None and phone_parts(phone) is None:
            yield Finding("phone/shape", place, {"value": quote(phone)})


def _phones(dataset: Dataset) -> Iterator[tuple[Place, str | None]]:
    site = Place("site.yml")
    hall = dataset.site.hall
    yield site / "hall" / "phone", hall.phone
    for name, desk in (("problem_desk", hall.problem_desk), ("elderly_desk", hall.elderly_desk)):
        if desk:
            yield site / "hall" / name / "phone", desk.phone
    if dataset.site.supervision:
        yield site / "supervision" / "phone", dataset.site.supervision.phone
        yield site / "supervision" / "hotline", dataset.site.supervision.hotline
    for number, window in enumerate(dataset.windows):
        yield Place("windows.yml", ("windows", number, "phone")), window.phone
    for service, place in services(dataset):
        yield place / "enquiry_phone", service.enquiry_phone
        yield place / "complaint_phone", service.complaint_phone
    for notice in dataset.notices.values():
        if notice.objection:
            yield place_of("notices", notice.id) / "objection" / "phone", notice.objection.phone


def _window_findings(dataset: Dataset, name: str, place: Place, rule: str) -> Iterator[Finding]:
    if name not in dataset.windows_by_name:
        known = "、".join(window.name for window in dataset.windows)
        yield Finding(rule, place, {"name": quote(name), "known": known})


def _apart(name: str) -> str:
    """The names that ``name`` joins in one item, as a list; "" where it is a single one."""
    names = several(name)
    return list_of(names) if names else ""


def _exists(dataset: Dataset, service_id: str) -> bool:
    return service_id in dataset.services or RecordKey("services", service_id) in dataset.unseen


def _is_known(dataset: Dataset, service_id: str) -> bool:
    """Whether cases of a service can be told: not once its file is gone, whatever refers to it."""
    return service_id in dataset.services or RecordKey("services", service_id) in dataset.broken


def _successors(dataset: Dataset, first: str) -> set[str]:
    found: set[str] = set()
    current: str | None = first
    while current is not None and current not in found:
        found.add(current)
        service = dataset.services.get(current)
        current = service.status.successor if service else None
    return found


RULES = (
    windows_resolve,
    functions_resolve,
    window_names_are_distinct,
    windows_have_functions,
    materials_resolve,
    situations_resolve,
    successors_resolve,
    services_resolve,
    phones_are_present,
    phones_differ,
    phones_have_a_shape,
)
