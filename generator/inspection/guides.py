"""Checks of the guides: that there are any, that they state the eight elements, and that what they say holds."""

from collections.abc import Iterator

from generator.gaps.elements import ELEMENTS
from generator.gaps.gap import Gap
from generator.inspection.subject import Fault, Subject, fault
from generator.model import Indicator, Place, RecordKey
from generator.site import addresses
from generator.texts.inspection import NATIONAL_ELEMENTS, TEXTS

_OF_FIELD = {field: key for key, fields in ELEMENTS.items() for field in fields if key in NATIONAL_ELEMENTS} | {
    "enquiry_phone": "phone"
}
"""Field of a service -> the element that it is, as the national survey counts: the phone is the eighth."""


def services_are_offered(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """服务不实用 (国办秘函〔2019〕19号, veto): a site has guides."""
    if not subject.offered:
        yield fault(f"{addresses.SERVICES}index.html", "no_services")


def guides_have_elements(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """服务不实用 (国办秘函〔2019〕19号, veto): guides that lack several of the eight elements."""
    missing: dict[str, dict[str, Gap]] = {}
    for element, gap in _missing(subject):
        missing.setdefault(gap.record, {})[element] = gap
    for gaps in missing.values():
        if len(gaps) >= (indicator.missing or 1):
            first = next(iter(gaps.values()))
            names = TEXTS["between"].join(NATIONAL_ELEMENTS[element] for element in gaps)
            yield fault(first.problem.path, "guide_lacks", name=first.title, count=len(gaps), elements=names)


def guides_have_each_element(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """办事指南 (国办发〔2015〕15号): 2 points for each kind of element that is missing, however many guides lack it."""
    for element, gap in _missing(subject):
        name = NATIONAL_ELEMENTS[element]
        yield fault(_line(gap), "element_missing", group=element, name=gap.title, element=name)


def guides_state_limit_and_fee(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """时限、收费 (国办函〔2017〕115号): 33% of the guides inspected lacked limit, fee or contact."""
    for service in subject.offered:
        where, limits = Place(RecordKey("services", service.id).file), service.time_limits
        if limits is None or not (limits.statutory or limits.promised):
            yield fault(where / "time_limits", "no_limit", name=service.name)
        if service.fee is None:
            yield fault(where / "fee", "no_fee", name=service.name)


def _missing(subject: Subject) -> Iterator[tuple[str, Gap]]:
    """Each element that a guide does not state at all; one that is stated in part is there."""
    for gap in subject.gaps:
        if (
            gap.kind == "service"
            and gap.element
            and len(gap.keys) == 1
            and (element := _OF_FIELD.get(str(gap.keys[0])))
        ):
            yield element, gap


def _line(gap: Gap) -> str:
    return f"{gap.problem.path}:{gap.problem.line}"
