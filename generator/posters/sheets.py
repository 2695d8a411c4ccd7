"""What a regulation or a service says on paper: records and facts in, words out.

Pure. What is not known reads 待补充; nothing is invented. The official names of the parts of a guide are kept
(受理条件, 办理流程, ...), so that a poster and the national item tables agree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.facts.articles import outline
from generator.facts.services import LimitWords, MaterialFacts, ServiceFacts, SituationFacts, service_version
from generator.model import Basis, Regulation, Service, Site
from generator.model.service import Fee, Outcome, Step
from generator.posters.press import Json, PosterError, Sheet, sheet_of
from generator.texts.posters import LABELS

Style = Literal["points", "ticks", "steps", "lines"]
"""How a part of a guide is set; ``ticks`` are boxes to tick, ``steps`` are numbered."""


@dataclass(frozen=True)
class Fact:
    """One cell of the band at the top of a guide; the first line is the answer, the others qualify it."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One point of a section: its name, what is said beside it, and what is said below it."""

    head: str
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of a guide."""

    label: str
    style: Style
    entries: tuple[Entry, ...]


def regulation_sheet(regulation: Regulation, site: Site, version: str, url: str | None) -> Sheet:
    """The poster of a regulation; raises ``PosterError`` where ``obstacle`` names a reason."""
    reason = obstacle(regulation)
    if reason:
        raise PosterError(f"《{regulation.title}》不印海报：{reason}")
    trial = LABELS["trial"] if regulation.status == "试行" else None
    fields = {
        LABELS["issuer"]: regulation.issuer,
        LABELS["effective"]: day_words(regulation.effective),
        LABELS["supervision"]: supervision_phone(site),
        LABELS["version"]: version,
    }
    body: dict[str, Json] = {
        "over": site.hall.name,
        "under": "　".join(part for part in (regulation.document_number, trial) if part) or None,
        "preamble": regulation.preamble,
        "lines": [dict(vars(line)) for line in outline(regulation)],
    }
    dated = regulation.verified or regulation.effective or regulation.adopted
    return sheet_of("regulation", regulation.id, regulation.title, body, fields, site, url, dated)


def obstacle(regulation: Regulation) -> str | None:
    """Why a regulation must not hang on a wall: no text, text with gaps, or no longer in force; None if it may."""
    if regulation.repealed:
        return "已经废止"
    if not (regulation.chapters or regulation.articles):
        return "还没有条文"
    return "、".join(f"{gap.where}{gap.kind}" for gap in regulation.gaps) or None


def service_sheet(service: Service, facts: ServiceFacts, site: Site, url: str | None) -> Sheet:
    """The poster of a service: the guide to take home or to hang beside the window."""
    fields = {
        LABELS["address"]: site.hall.address,
        LABELS["verified"]: day_words(service.verified),
        LABELS["supervision"]: facts.complaint_phone,
        LABELS["version"]: service_version(service, facts),
    }
    body: dict[str, Json] = {
        "over": f"{site.hall.name}　{LABELS['guide']}",
        "aliases": LABELS["aliases"] + "、".join(service.aliases) if service.aliases else None,
        "notice": list(notice_words(service, facts)),
        "summary": service.summary,
        "facts": [dict(vars(fact)) for fact in fact_band(service, facts)],
        "remarks": list(limit_remarks(service, facts)),
        "sections": [
            {**vars(section), "entries": [dict(vars(entry)) for entry in section.entries]}
            for section in sections(service, facts)
        ],
    }
    return sheet_of("service", service.id, service.name, body, fields, site, url, service.verified)


def day_words(day: date | None) -> str | None:
    """2026-09-15 -> 2026年9月15日."""
    return f"{day.year}年{day.month}月{day.day}日" if day else None


def supervision_phone(site: Site) -> str | None:
    """The hall's own supervision phone, else the hotline."""
    channels = site.supervision
    return (channels.phone or channels.hotline) if channels else None


def notice_words(service: Service, facts: ServiceFacts) -> tuple[str, ...]:
    """What to know first of a service that is suspended, abolished or renamed; empty for one on offer."""
    status = service.status
    if status.state == "在办":
        return ()
    since = LABELS["since"].format(day=day_words(status.since)) if status.since else ""
    successor = LABELS["successor"].format(name=facts.successor.name) if facts.successor else None
    return _said(LABELS["status"].format(state=status.state) + since, status.reason, successor)


def fact_band(service: Service, facts: ServiceFacts) -> tuple[Fact, ...]:
    """How long, how much, how often, where, when, and whom to call, in this order; nothing for an abolished one."""
    if not facts.offered:
        return ()
    visits = None if service.visits is None else LABELS["visit_count"].format(count=service.visits)
    agent = None if service.agent is None else LABELS["agent" if service.agent else "no_agent"]
    complaint = LABELS["complaint"].format(words=facts.complaint_phone) if facts.complaint_phone else None
    return (
        _fact("limits", *_limit_lines(facts)),
        _fact("fee", *_fee_lines(service.fee)),
        _fact("visits", LABELS["no_visit"] if service.visits == 0 else visits, agent),
        _fact("place", facts.place),
        _fact("hours", facts.hours),
        _fact("enquiry", facts.enquiry_phone or LABELS["unknown"], complaint),
    )


def sections(service: Service, facts: ServiceFacts) -> tuple[Section, ...]:
    """The parts of the guide in reading order; parts that a service may lack are left out when empty.

    A service that is no longer offered keeps its basis only: nobody should prepare papers for it.
    """
    basis = _section("basis", "points", tuple(map(_basis, service.legal_basis)), optional=not facts.offered)
    if not facts.offered:
        return (basis,) if basis else ()
    none_needed = (Entry(LABELS["no_materials"]),) if service.no_materials else ()
    parts = (
        _section("conditions", "points", tuple(Entry(text) for text in service.conditions)),
        _section("materials", "ticks", tuple(map(_material, facts.materials)) or none_needed),
        _section("situations", "points", tuple(map(_situation, facts.situations)), optional=True),
        _section("steps", "steps", tuple(map(_step, service.steps, facts.step_limits))),
        _section("result", "lines", _result(service.result)),
        _section("exclusions", "points", tuple(Entry(text) for text in service.exclusions), optional=True),
        basis,
    )
    return tuple(part for part in parts if part)


def _section(key: str, style: Style, entries: tuple[Entry, ...], optional: bool = False) -> Section | None:
    if entries:
        return Section(LABELS[key], "lines" if entries == (Entry(LABELS["no_materials"]),) else style, entries)
    return None if optional else Section(LABELS[key], "lines", (Entry(LABELS["unknown"]),))


def _fact(key: str, *lines: str | None) -> Fact:
    return Fact(LABELS[key], _said(*lines) or (LABELS["unknown"],))


def limit_remarks(service: Service, facts: ServiceFacts) -> tuple[str, ...]:
    """What qualifies the time limits: when the clock starts, the longest extension, what does not count."""
    limits = service.time_limits
    if limits is None or not facts.offered:
        return ()
    extension = LABELS["extension"].format(words=_readings(facts.extension)) if facts.extension else None
    clock = LABELS["clock"].format(words=limits.clock_starts) if limits.clock_starts else None
    special = (" ".join(_said(p.name, "／".join(p.readings), p.note)) for p in facts.special_procedures)
    return _said(clock, extension, *(LABELS["special"].format(words=words) for words in special))


def _limit_lines(facts: ServiceFacts) -> Iterator[str]:
    for key, limit in (("promised", facts.promised), ("statutory", facts.statutory)):
        yield LABELS[key].format(words=_readings(limit) if limit else LABELS["unknown"])


def _readings(limit: LimitWords) -> str:
    return "或".join(limit.readings) + ("" if limit.decided else LABELS["undecided"])


def _fee_lines(fee: Fee | None) -> Iterator[str]:
    if fee is None:
        return
    if fee.free:
        yield LABELS["free"]
    for item in fee.items:
        yield f"{item.name} {item.standard or LABELS['unknown']}"
        if item.basis:
            yield f"（{item.basis}）"


def _material(facts: MaterialFacts) -> Entry:
    copies = LABELS["copies"].format(count=facts.copies) if facts.copies is not None else None
    origins = (("blank_form", facts.blank_form), ("example", facts.example))
    origin = "　".join(LABELS[key].format(words=words) for key, words in origins if words)
    return Entry(facts.name, _said(facts.necessity, copies, facts.original), _said(origin, *facts.notes))


def _situation(facts: SituationFacts) -> Entry:
    return Entry(facts.name, (), _said("、".join(name for _, name in facts.materials), facts.notes))


def _step(step: Step, limit: LimitWords | None) -> Entry:
    words = LABELS["limit"].format(words=_readings(limit)) if limit else None
    return Entry(step.name, _said(step.who), _said(step.what, words))


def _result(result: Outcome | None) -> tuple[Entry, ...]:
    if result is None:
        return ()
    delivery = LABELS["delivery"].format(words="、".join(result.delivery)) if result.delivery else None
    return (Entry(result.name, _said(result.type), _said(delivery)),)


def _basis(basis: Basis) -> Entry:
    number = f"（{basis.document_number}）" if basis.document_number else ""
    return Entry(f"《{basis.title}》{number}{basis.article or ''}")


def _said(*words: str | None) -> tuple[str, ...]:
    return tuple(word for word in words if word)
