"""Makes the document of a service (办事指南): all that a resident has to know, each part with a stable key.

Words come from ``texts.guide``. An unknown fact has the value None, which layouts show as 待补充.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.documents.access import appointment, appointment_word, provided_words, redress
from generator.documents.parts import Entry, Fact, FactValue, Section, known, pick
from generator.facts.once import once
from generator.facts.services import LimitWords, MaterialFacts, ServiceFacts, SituationFacts, service_facts
from generator.model import Basis, Dataset, Service
from generator.model.service import Fee, Step
from generator.model.service_access import OnlineChannel
from generator.texts.guide import GUIDE, SECTIONS
from generator.texts.shared import GUIDES, VERIFIED

FEES_AT_A_GLANCE = 2
"""So many are told where everything is told in a word; of more only how many there are, and each has its line below."""


_PROCEDURES = {"special_counted": True, "special_not_counted": False, "special_procedures": None}
"""Key of a fact -> whether the procedures that it names count toward the limit; None where nobody has said."""


@dataclass(frozen=True)
class StatusNote:
    """The notice on top of a service that is suspended, abolished or renamed: since when, why, what to do instead."""

    word: str
    since: str | None
    reason: str | None
    successor: Fact | None


@dataclass(frozen=True)
class Guide:
    """What a guide says. A service that is no longer ``offered`` keeps only its status note, basis and questions.

    ``status_note`` is None for a service that can be applied for. ``facts`` are what residents ask first: how long, how
    much, where and so on.
    """

    id: str
    name: str
    kind: str
    aliases: Fact | None
    summary: str | None
    offered: bool
    status_note: StatusNote | None
    window: Fact | None
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    verified: Fact

    def fact(self, key: str) -> Fact:
        """The fact of ``facts`` with this key; KeyError where there is none."""
        return pick(self.facts, key)

    def section(self, key: str) -> Section | None:
        """The section with this key; None where the service has none."""
        for section in self.sections:
            if section.key == key:
                return section
        return None


def guide(service: Service, facts: ServiceFacts) -> Guide:
    """The document of ``service``; ``facts`` are those of this service."""
    return Guide(
        id=service.id,
        name=service.name,
        kind=GUIDES,
        aliases=_fact("aliases", *service.aliases) if service.aliases else None,
        summary=service.summary,
        offered=facts.offered,
        status_note=_status_note(service, facts),
        window=_window(facts),
        facts=tuple(_asked_first(service, facts)) if facts.offered else (),
        sections=tuple(section for section in _sections(service, facts) if section),
        verified=Fact("verified", VERIFIED, (service.verified,)),
    )


@once
def guide_of(service: Service, dataset: Dataset) -> Guide:
    """The document of a service as it stands in a hall."""
    return guide(service, service_facts(service, dataset))


def _status_note(service: Service, facts: ServiceFacts) -> StatusNote | None:
    status = service.status
    if status.state == "在办":
        return None
    since = GUIDE["since"].format(day=status.since) if status.since else None
    found = facts.successor
    successor = _fact("successor", found.name, record=found.id) if found else None
    if successor is None and status.state == "更名":
        successor = _fact("successor", None)
    return StatusNote(GUIDE[f"status_{status.state}"], since, status.reason, successor)


def _window(facts: ServiceFacts) -> Fact | None:
    if facts.window is None:
        return None
    notes = known(_fact("staff", facts.window.staff_role), _fact("backup", facts.window.backup))
    return _fact("window", facts.window.name, notes=notes, record=facts.window.id)


def _asked_first(service: Service, facts: ServiceFacts) -> Iterable[Fact]:
    yield _fact("who", "、".join(service.audience) or None)
    yield _bring(service, facts)
    yield _fact("how_long", _readings(facts.promised))
    fee = service.fee
    if fee is None or fee.free:
        yield _fact("how_much", GUIDE["free"] if fee else None)
    else:
        many = [GUIDE["fees"].format(count=len(fee.items))] if len(fee.items) > FEES_AT_A_GLANCE else None
        yield _fact("how_much", *(many or (item.standard for item in fee.items)), section="fee")
    times = None if service.visits is None else GUIDE["visits_times"].format(count=service.visits)
    yield _fact("visits", GUIDE["visits_zero"] if service.visits == 0 else times)
    yield _fact("ask", facts.enquiry_phone, phone=True)
    if service.online:
        yield _fact("channels", *(channel.name for channel in service.online), section="online")
    if word := appointment_word(service.appointment):
        yield _fact("book", word, section="appointment")
    yield _fact("where", facts.place)
    yield _fact("when", facts.hours)


def _bring(service: Service, facts: ServiceFacts) -> Fact:
    """How many materials are needed: the fewest and the most, where situations need different numbers."""
    if service.no_materials:
        return _fact("bring", GUIDE["no_materials"])
    if not facts.materials:
        return _fact("bring")
    counts = [len(case.materials) or len(facts.materials) for case in facts.situations] or [len(facts.materials)]
    fewest, most = min(counts), max(counts)
    told = "materials_count" if fewest == most else "materials_between"
    return _fact("bring", GUIDE[told].format(count=most, fewest=fewest, most=most), section="materials")


def _sections(service: Service, facts: ServiceFacts) -> Iterable[Section | None]:
    """The sections in reading order; None for an optional section that is empty."""
    if facts.offered:
        no_materials = GUIDE["no_materials"] if service.no_materials else None
        yield _listed("materials", () if no_materials else map(_material, facts.materials), remark=no_materials)
        yield _listed("situations", map(_situation, facts.situations), optional=True)
        yield _listed("conditions", map(Entry, service.conditions))
        yield _listed("exclusions", map(Entry, service.exclusions), optional=True)
        yield _listed("steps", map(_step, service.steps, facts.step_limits))
        yield _listed("online", map(_channel, service.online), optional=True)
        yield _listed("appointment", appointment(service.appointment), optional=True)
        yield _limits(service, facts)
        yield _listed("fee", _fee(service.fee), optional=True)
        yield Section("more", *SECTIONS["more"], facts=tuple(_more(service, facts)))
        yield _listed("redress", redress(service), optional=True)
    yield _listed("basis", map(_basis, service.legal_basis))
    answers = (Entry(item.question, (Fact("answer", None, (item.answer,)),)) for item in service.faq)
    yield _listed("faq", answers, optional=True)
    related = (Entry(one.name, (), one.id) for one in facts.related if facts.offered)
    yield _listed("related", related, optional=True)


def _listed(key: str, entries: Iterable[Entry], optional: bool = False, remark: str | None = None) -> Section | None:
    found = tuple(entries)
    return Section(key, *SECTIONS[key], entries=found, remark=remark) if found or not optional else None


def _material(facts: MaterialFacts) -> Entry:
    copies = None if facts.copies is None else GUIDE["copies"].format(count=facts.copies)
    said = (
        ("necessity", None, facts.necessity),
        ("original", None, facts.original),
        ("copies", None, copies),
        ("format", None, facts.format),
        ("provided_by", None, provided_words(facts.provided_by)),
        ("source", GUIDE["source"], facts.source),
        ("blank_form", GUIDE["blank_form"], facts.blank_form),
        ("example", GUIDE["example"], facts.example),
        *(("note", None, note) for note in facts.notes),
    )
    told = tuple([Fact(key, label, (value,)) for key, label, value in said if value])
    return Entry(facts.name, told, facts.catalogue_id)


def _situation(facts: SituationFacts) -> Entry:
    """A situation: how many materials it needs, and each with its number in the list of materials."""
    papers = [Fact("material", f"{number}.", (name,)) for number, name in facts.materials]
    count = GUIDE["materials_count"].format(count=len(papers)) if papers else None
    return Entry(
        facts.name, (*known(Fact("count", None, (count,))), *papers, *known(Fact("note", None, (facts.notes,))))
    )


def _step(step: Step, limit: LimitWords | None) -> Entry:
    """A step; its limit is labelled by what it limits, the end, the beginning or the length of the step."""
    means = step.limit.means if step.limit else None
    label = GUIDE[f"step_limit_{means}" if means else "step_limit"]
    ends = Fact("step_limit", label, (_readings(limit),), known(_note(limit)))
    said = (Fact("who", None, (step.who,)), Fact("what", None, (step.what,)))
    return Entry(step.name, (*said, *known(ends)))


def _channel(channel: OnlineChannel) -> Entry:
    """A channel; its address is a link where the layout has links."""
    return Entry(channel.name, known(Fact("url", None, (channel.url,))))


def _limits(service: Service, facts: ServiceFacts) -> Section:
    limits = service.time_limits
    promised, statutory = facts.promised, facts.statutory
    basis = _fact("limit_basis", statutory.basis if statutory else None)
    last = Fact("extension_text", None, (GUIDE["extension_text"],))
    said = (
        _fact("promised", _readings(promised), notes=known(_note(promised))),
        _fact("statutory", _readings(statutory), notes=known(basis, _note(statutory))),
        *known(
            _fact("clock_starts", limits.clock_starts if limits else None),
            _fact("extension", _readings(facts.extension), notes=(last,)),
            *(_fact(key, *_procedures(facts, counts)) for key, counts in _PROCEDURES.items()),
        ),
    )
    all_limits = (promised, statutory, facts.extension, *facts.special_procedures, *facts.step_limits)
    undecided = any(limit and not limit.decided for limit in all_limits)
    return Section("limits", *SECTIONS["limits"], facts=said, remark=GUIDE["undecided"] if undecided else None)


def _note(limit: LimitWords | None) -> Fact:
    return Fact("note", None, (limit.note if limit else None,))


def _procedures(facts: ServiceFacts, counts: bool | None) -> Iterable[str]:
    for item in (one for one in facts.special_procedures if one.counts is counts):
        days = f" {GUIDE['readings'].join(item.readings)}" if item.readings else ""
        yield item.name + days + (GUIDE["special_note"].format(note=item.note) if item.note else "")


def _fee(fee: Fee | None) -> Iterable[Entry]:
    for item in fee.items if fee else ():
        reduction = known(_fact("fee_reduction", item.reduction))
        yield Entry(item.name, (Fact("standard", None, (item.standard,)), _fact("fee_basis", item.basis), *reduction))


def _more(service: Service, facts: ServiceFacts) -> Iterable[Fact]:
    result, codes = service.result, service.item_codes
    delivery = "、".join(result.delivery) if result else None
    kind = Fact("result_type", None, (result.type if result else None,))
    postage = GUIDE[f"postage_{result.postage}"] if result and result.postage else None
    notes = known(kind, _fact("delivery", delivery or None), _fact("postage", postage))
    yield _fact("result", result.name if result else None, notes=notes)
    agent = None if service.agent is None else GUIDE["agent_yes" if service.agent else "agent_no"]
    yield _fact("agent", agent)
    yield _window(facts) or _fact("window", None)
    yield _fact("complaint", facts.complaint_phone, phone=True)
    yield _fact("body", service.body)
    yield _fact("level", service.level)
    yield from known(_fact("scope", service.scope))
    yield _fact("type", *((service.type, service.handling) if service.type or service.handling else (None,)))
    if codes:
        yield _fact("codes", *codes.known)


def _basis(basis: Basis) -> Entry:
    number = GUIDE["basis_number"].format(number=basis.document_number) if basis.document_number else ""
    said = known(
        Fact("place", None, ((basis.article or "") + number or None,)),
        Fact("text", None, (basis.text,)),
        _fact("basis_source", basis.source),
    )
    return Entry(GUIDE["basis_title"].format(title=basis.title), said)


def _readings(limit: LimitWords | None) -> str | None:
    return GUIDE["readings"].join(limit.readings) if limit else None


def _fact(
    key: str,
    *values: FactValue,
    notes: tuple[Fact, ...] = (),
    record: str | None = None,
    section: str | None = None,
    phone: bool = False,
) -> Fact:
    """A fact under the label that ``GUIDE`` has for its key."""
    return Fact(key, GUIDE[key], values, notes, record, section, phone)
