"""The posters of regulations and services: chooses and arranges parts of their documents (``documents``) for paper.

Does not reword them. An unknown value reads 待补充.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from generator.documents.guide import FEES_AT_A_GLANCE, Guide, guide
from generator.documents.parts import Entry, Fact, FactValue, Section
from generator.documents.regulation import RegulationText, regulation_text
from generator.facts.articles import OutlineLine
from generator.facts.services import ServiceFacts
from generator.model import Regulation, Service, Site
from generator.posters.press import Json, PosterError, Sheet, sheet_of
from generator.texts.posters import FAILURES, POSTER_WORDS
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN

SectionStyle = Literal["points", "ticks", "steps", "lines"]
"""How the entries of a section are set: with bullets, boxes to tick, numbers, or plain lines."""

_BAND = ("how_long", "how_much", "visits", "where", "when", "ask")
"""Facts in the band at the top of a guide."""

_TAGS = ("necessity", "original", "copies", "who", "result_type")
"""Facts that stand right behind the name of an entry; those of ``_NOTES`` stand below it."""

_NOTES = ("blank_form", "example", "note", "what", "step_limit", "delivery", "url")


def regulation_sheet(regulation: Regulation, site: Site, url: str | None) -> Sheet:
    """The poster of a regulation; raises ``PosterError`` where ``obstacle`` names a reason."""
    reason = obstacle(regulation)
    if reason:
        raise PosterError(FAILURES["held"].format(title=regulation.title, reason=reason))
    document = regulation_text(regulation)
    supervision = Fact("supervision", SUPERVISION_PHONE, (supervision_phone(site),))
    fields = _fields(document.fact("issuer"), document.fact("effective"), supervision)
    number = document.value("document_number")
    body: dict[str, Json] = {
        "over": site.hall.name,
        "under": "　".join(part for part in (_words(number), document.status) if part) or None,
        "preamble": document.preamble,
        "lines": [_line(line) for line in document.lines],
        **_around(document),
    }
    dated = regulation.verified or regulation.effective or regulation.adopted
    return sheet_of("regulation", document.id, document.title, body, fields, site, url, dated)


def obstacle(regulation: Regulation) -> str | None:
    """Why a regulation must not hang on a wall: no text, text with gaps, or no longer in force; None if it may."""
    if regulation.repealed:
        return FAILURES["repealed"]
    if not regulation.has_text:
        return FAILURES["no_text"]
    return "、".join(FAILURES["gap"].format(where=gap.where, kind=gap.kind) for gap in regulation.gaps) or None


def service_sheet(service: Service, facts: ServiceFacts, site: Site, url: str | None) -> Sheet:
    """The poster of a service (办事指南)."""
    document = guide(service, facts)
    more, limits = document.section("more"), document.section("limits")
    supervision = Fact("supervision", SUPERVISION_PHONE, (supervision_phone(site),))
    complaint = more.fact("complaint") if more else supervision
    address = Fact("address", POSTER_WORDS["address"], (site.hall.address,))
    fields = _fields(address, document.verified, complaint)
    body: dict[str, Json] = {
        "over": f"{site.hall.name}　{document.kind}",
        "aliases": _labelled(document.aliases) if document.aliases else None,
        "notice": list(_notice(document)),
        "summary": document.summary,
        "facts": [_cell(document, key) for key in _BAND] if document.offered else [],
        "remarks": list(_remarks(limits)) if limits else [],
        "sections": list(_parts(document)),
    }
    return sheet_of("service", document.id, document.name, body, fields, site, url, service.verified)


def day_words(day: date | None) -> str | None:
    """2026-09-15 -> 2026年9月15日."""
    return POSTER_WORDS["day"].format(day=day) if day else None


def supervision_phone(site: Site) -> str | None:
    """The hall's own supervision phone, else the hotline."""
    channels = site.supervision
    return (channels.phone or channels.hotline) if channels else None


def _notice(document: Guide) -> Iterator[str]:
    """The lines of the status note; none for a service that can be applied for."""
    if status_note := document.status_note:
        yield status_note.word + (f"（{status_note.since}）" if status_note.since else "")
        if status_note.reason:
            yield status_note.reason
        if status_note.successor:
            yield _labelled(status_note.successor)


def _around(document: RegulationText) -> dict[str, Json]:
    """What stands before and behind the articles of some regulations."""
    said: dict[str, Json] = {
        "headnote": document.headnote,
        "signature": document.signature,
        "annexes": [{"title": annex.title, "text": annex.text} for annex in document.annexes],
        "explanation": document.explanation
        and {"title": document.explanation.label, "text": _words(document.explanation.value)},
    }
    return {key: value for key, value in said.items() if value}


def _line(line: OutlineLine) -> Json:
    """A line as it is printed: its anchor is for links on the page."""
    return {key: value for key, value in vars(line).items() if key != "anchor"}


def _cell(document: Guide, key: str) -> Json:
    """One cell of the band: the answer, and below it the lines that add to it."""
    fact, fee = document.fact(key), document.section("fee")
    if key == "how_much" and fee and len(fee.entries) <= FEES_AT_A_GLANCE:
        return {"label": fact.label, "lines": [line for item in fee.entries for line in _price(item)]}
    return {"label": fact.label, "lines": [*(_values(fact) or [UNKNOWN]), *_below(key, document)]}


def _price(item: Entry) -> Iterator[str]:
    yield f"{item.name} {_words(item.value('standard')) or UNKNOWN}"
    yield from (_labelled(fact) for fact in item.facts if fact.key == "fee_basis")


def _below(key: str, document: Guide) -> Iterator[str]:
    """The lines below the answer in a cell of the band; a label is followed by a space, since the cell is narrow."""
    limits, more = document.section("limits"), document.section("more")
    said = {
        "how_long": limits and limits.fact("statutory"),
        "visits": more and more.fact("agent"),
        "ask": more and more.fact("complaint"),
    }
    fact = said.get(key)
    if fact and (fact.value or key == "how_long"):
        yield f"{fact.label} {_words(fact.value) or UNKNOWN}"


def _remarks(limits: Section) -> Iterator[str]:
    """Remarks on the time limits: when the clock starts, the longest extension, what does not count."""
    for fact in limits.facts:
        if fact.key not in ("promised", "statutory"):
            yield "，".join((_labelled(fact), *(_words(note.value) or "" for note in fact.notes)))
    if limits.remark:
        yield limits.remark


def _parts(document: Guide) -> Iterator[Json]:
    """The sections in the order of an application: who may apply, what to bring, what happens, the result.

    A service that is no longer offered keeps its basis only, so that nobody prepares materials for it.
    """
    styles: dict[str, SectionStyle] = {
        "conditions": "points",
        "materials": "ticks",
        "situations": "points",
        "steps": "steps",
        "online": "points",
    }
    for key, style in styles.items():
        if section := document.section(key):
            yield _part(section, style)
    fee = document.section("fee")
    if fee and len(fee.entries) > FEES_AT_A_GLANCE:
        entries: list[Json] = [{"head": line, "tags": [], "notes": [*more]} for line, *more in map(_price, fee.entries)]
        yield {"label": fee.short, "style": "points", "entries": entries}
    if more := document.section("more"):
        result = more.fact("result")
        entry = Entry(_words(result.value) or UNKNOWN, result.notes)
        yield {"label": result.label, "style": "lines", "entries": [_entry(entry)]}
    for key in ("exclusions", "basis"):
        if (section := document.section(key)) and (section.entries or document.offered):
            yield _part(section, "points")


def _part(section: Section, style: SectionStyle) -> Json:
    if section.entries:
        return {"label": section.short, "style": style, "entries": [_entry(entry) for entry in section.entries]}
    alone = Entry(section.remark or UNKNOWN)
    return {"label": section.short, "style": "lines", "entries": [_entry(alone)]}


def _entry(entry: Entry) -> Json:
    """Name, tags and notes of an entry; the notes include the materials of a situation and the article of a basis."""
    papers = "、".join(filter(None, (_words(fact.value) for fact in entry.facts if fact.key == "material")))
    tags: list[Json] = [_labelled(fact) for key in _TAGS for fact in entry.facts if fact.key == key and fact.value]
    notes: list[Json] = [_labelled(fact) for fact in entry.facts if fact.key in _NOTES and fact.value]
    head = entry.name + (_words(entry.value("place")) or "")
    return {"head": head, "tags": tags, "notes": [papers, *notes] if papers else notes}


def _fields(*facts: Fact) -> dict[str, str | None]:
    return {fact.label or "": _words(fact.value) for fact in facts}


def _labelled(fact: Fact) -> str:
    said = "、".join(_values(fact)) or UNKNOWN
    return f"{fact.label}：{said}" if fact.label else said


def _values(fact: Fact) -> Sequence[str]:
    return [_words(value) or UNKNOWN for value in fact.values]


def _words(value: FactValue) -> str | None:
    return day_words(value) if isinstance(value, date) else value
