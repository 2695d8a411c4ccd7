"""Facts of services, regulations and notices that follow from several fields, or from a field and the day.

Takes records and the day; reads no clock and no file. Unknown facts are ``None`` and printed as 待补充. Facts are named
tuples, as the parts of documents are, and for the same reason.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from math import floor
from typing import Literal, NamedTuple, get_args

from generator.facts.hours_words import hall_hours, hours_words, window_hours
from generator.facts.once import once
from generator.model import (
    Dataset,
    Hall,
    Material,
    Service,
    ServiceMaterial,
    TimeLimit,
    Window,
)
from generator.model.base import DayUnit
from generator.model.duration import Duration
from generator.model.posting import Notice, Withdrawal
from generator.model.time_limits import Extension, SpecialProcedure, TimeLimits
from generator.texts.guide import GUIDE

NoticePhase = Literal["upcoming", "in_force", "past", "withdrawn", "taken_down"]

GONE: tuple[NoticePhase, ...] = ("withdrawn", "taken_down")
"""Phases in which only title, days and reason of what was posted are still public."""


class LimitWords(NamedTuple):
    """A time limit in words; two readings while it is undecided whether it counts working or calendar days."""

    readings: tuple[str, ...]
    basis: str | None
    note: str | None

    @property
    def decided(self) -> bool:
        """Whether the hall has said which kind of day it counts."""
        return len(self.readings) == 1


class MaterialFacts(NamedTuple):
    """One required material of a service, completed from the shared catalogue."""

    key: str
    name: str
    catalogue_id: str | None
    what: str | None
    necessity: str | None
    copies: int | None
    original: str | None
    format: str | None
    source: str | None
    provided_by: tuple[str, ...]
    blank_form: str | None
    example: str | None
    notes: tuple[str, ...]


class SituationFacts(NamedTuple):
    """One situation: ``materials`` are the number in the list of materials, and the name, of each it needs."""

    name: str
    materials: tuple[tuple[int, str], ...]
    notes: str | None


@dataclass(frozen=True)
class Link:
    """Id and name of a record, for a link to it."""

    id: str
    name: str


class ProcedureFacts(NamedTuple):
    """A special procedure; ``readings`` like those of a limit, none where no days are stated."""

    name: str
    readings: tuple[str, ...]
    note: str | None
    counts: bool | None

    @property
    def decided(self) -> bool:
        """Whether the hall has said which kind of day it counts."""
        return len(self.readings) < 2


class ServiceFacts(NamedTuple):
    """Everything that pages and posters state about a service beyond its own fields."""

    offered: bool
    window: Window | None
    place: str | None
    hours: str | None
    enquiry_phone: str | None
    complaint_phone: str | None
    statutory: LimitWords | None
    promised: LimitWords | None
    extension: LimitWords | None
    special_procedures: tuple[ProcedureFacts, ...]
    step_limits: tuple[LimitWords | None, ...]
    materials: tuple[MaterialFacts, ...]
    situations: tuple[SituationFacts, ...]
    successor: Link | None
    related: tuple[Link, ...]


def version_code(*parts: str) -> str:
    """Eight hexadecimal digits in two groups that change with anything in ``parts``."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() + b"\0")
    code = digest.hexdigest()[:8].upper()
    return f"{code[:4]}-{code[4:]}"


def percent_words(share: float) -> str:
    """A share of 0 to 1 in percent, rounded down to a tenth, so that 100% means all."""
    return f"{floor(share * 1000 + 1e-9) / 10:g}%"


def days_words(days: int | None, unit: DayUnit | None) -> tuple[str, ...]:
    """A number of days in words: one reading where the unit is known, two where it is not."""
    if days is None:
        return ()
    units = (unit,) if unit else get_args(DayUnit)
    return tuple(GUIDE["days"].format(days=days, unit=one) for one in units)


def duration_words(duration: Duration) -> tuple[str, ...]:
    """A duration in the unit in which it is stated, with a reading for each unit of days that may be meant."""
    for key in ("months", "years", "hours"):
        if number := getattr(duration, key):
            return (GUIDE[key].format(number=number),)
    return days_words(duration.days, duration.unit)


def limit_words(limit: TimeLimit | None) -> LimitWords | None:
    """The readings of ``limit``; None where it is unknown."""
    if limit is None:
        return None
    if limit.immediate:
        return LimitWords((GUIDE["immediate"],), limit.basis, limit.note)
    if limit.unregulated:
        return LimitWords((GUIDE["unregulated"],), limit.basis, limit.note)
    return LimitWords(duration_words(limit), limit.basis, limit.note)


def extension_words(extension: Extension | None) -> LimitWords | None:
    """The longest extension in words."""
    if extension is None:
        return None
    return LimitWords(days_words(extension.days, extension.unit), extension.basis, None)


@once
def service_facts(service: Service, dataset: Dataset) -> ServiceFacts:
    """Resolve window, place, hours, phones, limits, materials and successor of ``service``."""
    hall = dataset.site.hall
    window = dataset.window(service.window)
    limits = service.time_limits or TimeLimits()
    materials = tuple(_material_facts(item, dataset.materials) for item in service.materials)
    successor = dataset.services.get(service.status.successor or "")
    return ServiceFacts(
        offered=not service.status.ended,
        window=window,
        place=service.place or (window and window.place) or _window_place(window, hall.name) or hall.address,
        hours=_hours(service, window, hall),
        enquiry_phone=enquiry_phone(service, dataset),
        complaint_phone=complaint_phone(service, dataset),
        statutory=limit_words(limits.statutory),
        promised=limit_words(limits.promised),
        extension=extension_words(limits.extension),
        special_procedures=tuple(map(_procedure_facts, limits.special_procedures)),
        step_limits=tuple(limit_words(step.limit) for step in service.steps),
        materials=materials,
        situations=_situations(service, materials),
        successor=Link(successor.id, successor.name) if successor else None,
        related=tuple(Link(one.id, one.name) for key in service.related if (one := dataset.services.get(key))),
    )


def _hours(service: Service, window: Window | None, hall: Hall) -> str | None:
    """When the service can be applied for: its own hours in words, else those of its window, else the hall's."""
    own = hours_words(service.hours, service.timetable)
    return own or (window_hours(window, hall) if window else hall_hours(hall))


def enquiry_phone(service: Service, dataset: Dataset) -> str | None:
    """Where to ask: the service's own number, else its window's, else the hall's."""
    window = dataset.window(service.window)
    return service.enquiry_phone or (window and window.phone) or dataset.site.hall.phone


def complaint_phone(service: Service, dataset: Dataset) -> str | None:
    """Where to complain: the service's own number, else the hall's supervision phone, else the hotline."""
    supervision = dataset.site.supervision
    phones = (supervision.phone, supervision.hotline) if supervision else ()
    return next((phone for phone in (service.complaint_phone, *phones) if phone), None)


def notice_phase(notice: Notice, today: date) -> NoticePhase:
    """The phase of a notice on ``today``; it is taken down from the day after its last."""
    return phase_of(notice.withdrawn, last_day(notice), notice.since, notice.until, today)


def phase_of(withdrawn: Withdrawal | None, last: date | None, since: date, until: date, today: date) -> NoticePhase:
    """The phase of what is posted from ``since`` to ``until``, and taken down from the day after ``last``."""
    if is_withdrawn(withdrawn, today):
        return "withdrawn"
    if last and today > last:
        return "taken_down"
    if today < since:
        return "upcoming"
    return "in_force" if today <= until else "past"


def is_withdrawn(withdrawn: Withdrawal | None, today: date) -> bool:
    """Whether what was posted is withdrawn by ``today``; it is from that day on."""
    return withdrawn is not None and withdrawn.on <= today


def last_day(notice: Notice) -> date | None:
    """The last day on which a notice is shown: ``take_down``, or the last day of the names in it if that is earlier.

    Names cannot be taken out of running text for certain, so the whole notice goes, as rows of results lose theirs.
    """
    days = [day for day in (notice.take_down, notice.names and notice.names.until) if day]
    return min(days) if days else None


def hangs_until(notice: Notice) -> date:
    """The last day on which a notice hangs: the last on which it is shown, and its end where none is said."""
    return last_day(notice) or notice.until


def shown_notices(dataset: Dataset, today: date) -> tuple[Notice, ...]:
    """The notices that may be seen on ``today``: what was taken down is not among them."""
    return tuple(notice for notice in dataset.notices.values() if notice_phase(notice, today) not in GONE)


def shows_names(notice: Notice, today: date) -> bool:
    """Whether the page of a notice may name people on ``today``."""
    return notice.names is not None and notice_phase(notice, today) not in GONE


def _window_place(window: Window | None, hall_name: str) -> str | None:
    if window is None or window.number is None:
        return None
    counter = GUIDE["counter"].format(number=window.number)
    return GUIDE["counter_in_hall"].format(hall=hall_name, counter=counter, window=window.name)


def _material_facts(item: ServiceMaterial, catalogue: dict[str, Material]) -> MaterialFacts:
    entry = catalogue.get(item.material or "")
    notes = (item.notes, entry.notes if entry else None)
    return MaterialFacts(
        key=item.key,
        name=item.name or (entry.name if entry else item.key),
        catalogue_id=entry.id if entry else None,
        what=entry.what if entry else None,
        necessity=item.necessity,
        copies=item.copies,
        original=item.original,
        format=item.format,
        source=item.source or (entry.issuer if entry else None),
        provided_by=item.provided_by,
        blank_form=item.blank_form or (entry.blank_form if entry else None),
        example=item.example or (entry.example if entry else None),
        notes=tuple(note for note in notes if note),
    )


def _procedure_facts(procedure: SpecialProcedure) -> ProcedureFacts:
    return ProcedureFacts(procedure.name, duration_words(procedure), procedure.note, procedure.counts)


def _situations(service: Service, materials: tuple[MaterialFacts, ...]) -> tuple[SituationFacts, ...]:
    numbered = {facts.key: (number, facts.name) for number, facts in enumerate(materials, 1)}
    return tuple(
        SituationFacts(item.name, tuple(numbered[key] for key in item.materials if key in numbered), item.notes)
        for item in service.situations
    )
