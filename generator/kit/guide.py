"""The sheet of a service (办事指南): for the wall beside the window, and to take home.

Chooses and arranges parts of the document (``documents.guide``) for paper; does not reword them. An unknown value reads
待补充.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal

from generator.documents.guide import FEES_AT_A_GLANCE, Guide, guide_of
from generator.documents.parts import Entry, Fact, Section
from generator.kit.kind import Kind, Subject
from generator.kit.wording import footer_fields, labelled, noted, supervision_phone, values, words
from generator.model import Dataset, RecordKey, Service, SheetKey, Site
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.posters import HANGS, POSTER_WORDS
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN

LAYOUT = Layout("guide", distance=0.6, largest=1.5, versioned=True)

MakeSheet = Callable[[Service, Guide, Site, str | None], Sheet]

SectionStyle = Literal["points", "ticks", "steps", "lines"]
"""How the entries of a section are set: with bullets, boxes to tick, numbers, or plain lines."""

_BAND = ("how_long", "how_much", "visits", "where", "when", "ask")
"""Facts in the band at the top of a guide."""

_TAGS = ("count", "necessity", "provided_by", "original", "copies", "who", "result_type")
"""Facts that stand right behind the name of an entry; those of ``_NOTES`` stand below it."""

_NOTES = ("phone", "blank_form", "example", "note", "what", "step_limit", "delivery", "postage", "url")


def guide_sheet(service: Service, document: Guide, site: Site, url: str | None) -> Sheet:
    """The poster of a service (办事指南)."""
    more, limits = document.section("more"), document.section("limits")
    supervision = Fact("supervision", SUPERVISION_PHONE, (supervision_phone(site),))
    complaint = more.fact("complaint") if more else supervision
    address = Fact("address", POSTER_WORDS["address"], (site.hall.address,))
    fields = footer_fields(address, document.verified, complaint)
    body: dict[str, Json] = {
        "over": f"{site.hall.name}　{document.kind}",
        "aliases": labelled(document.aliases) if document.aliases else None,
        "notice": list(_notice(document)),
        "summary": document.summary,
        "facts": [_cell(document, key) for key in _BAND] if document.offered else [],
        "remarks": list(_remarks(limits)) if limits else [],
        "sections": list(_parts(document)),
    }
    return sheet_of(LAYOUT, document.id, document.name, body, Footer(fields), site, url, service.verified)


def _notice(document: Guide) -> Iterator[str]:
    """The lines of the status note; none for a service that can be applied for."""
    if status_note := document.status_note:
        yield status_note.word + (f"（{status_note.since}）" if status_note.since else "")
        if status_note.reason:
            yield status_note.reason
        if status_note.successor:
            yield labelled(status_note.successor)


def _cell(document: Guide, key: str) -> Json:
    """One cell of the band: the answer, and below it the lines that add to it."""
    fact, fee = document.fact(key), document.section("fee")
    if key == "how_much" and fee and len(fee.entries) <= FEES_AT_A_GLANCE:
        return {"label": fact.label, "lines": [line for item in fee.entries for line in _price(item)]}
    return {"label": fact.label, "lines": [*(values(fact) or [UNKNOWN]), *_below(key, document)]}


def _price(item: Entry) -> Iterator[str]:
    yield f"{item.name} {words(item.value('standard')) or UNKNOWN}"
    yield from (labelled(fact) for fact in item.facts if fact.key in ("fee_basis", "fee_reduction"))


def _below(key: str, document: Guide) -> Iterator[str]:
    """The lines below the answer in a cell of the band; a number needs no colon, and stands on a line of its own."""
    limits, more = document.section("limits"), document.section("more")
    said = {
        "how_long": limits and limits.fact("statutory"),
        "visits": more and more.fact("agent"),
        "ask": more and more.fact("complaint"),
    }
    fact = said.get(key)
    if fact and (fact.value or key == "how_long"):
        yield f"{fact.label}{' ' if key == 'ask' else '：'}{words(fact.value) or UNKNOWN}"


def _remarks(limits: Section) -> Iterator[str]:
    """Remarks on the time limits: when the clock starts, the longest extension, what does not count."""
    for fact in limits.facts:
        if fact.key not in ("promised", "statutory"):
            yield "，".join((labelled(fact), *(words(note.value) or "" for note in fact.notes)))
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
        "appointment": "points",
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
        entry = Entry(words(result.value) or UNKNOWN, result.notes)
        yield {"label": result.label, "style": "lines", "entries": [_entry(entry)]}
    for key in ("exclusions", "redress", "basis"):
        if (section := document.section(key)) and (section.entries or document.offered):
            yield _part(section, "points")


def _part(section: Section, style: SectionStyle) -> Json:
    if section.entries:
        return {"label": section.short, "style": style, "entries": [_entry(entry) for entry in section.entries]}
    alone = Entry(section.remark or UNKNOWN)
    return {"label": section.short, "style": "lines", "entries": [_entry(alone)]}


def _entry(entry: Entry) -> Json:
    """Name, tags and notes of an entry; the notes include the materials of a situation and the article of a basis."""
    papers = "、".join(filter(None, (words(fact.value) for fact in entry.facts if fact.key == "material")))
    tags: list[Json] = [labelled(fact) for key in _TAGS for fact in entry.facts if fact.key == key and fact.value]
    notes: list[Json] = [noted(fact) for fact in entry.facts if fact.key in _NOTES and fact.value]
    head = entry.name + (words(entry.value("place")) or "")
    return {"head": head, "tags": tags, "notes": [papers, *notes] if papers else notes}


def services_in_force(edition: Edition) -> Iterator[tuple[RecordKey, Service]]:
    """The services that can be applied for today."""
    for service in edition.dataset.services.values():
        if service.status.state == "在办":
            yield RecordKey("services", service.id), service


def _subjects(edition: Edition) -> list[Subject]:
    return [Subject(SheetKey.main(record), service.name) for record, service in services_in_force(edition)]


def sheet_of_service(make: MakeSheet, key: SheetKey, edition: Edition) -> Sheet:
    """What ``make`` says of the service of a sheet."""
    dataset = edition.dataset
    service = dataset.services[key.record_id]
    return make(service, guide_of(service, dataset), dataset.site, edition.url(key.page))


def _places(key: SheetKey, dataset: Dataset) -> tuple[str, ...]:
    service = dataset.services[key.record_id]
    window = dataset.window(service.window)
    return service.hangs_at or ((HANGS["window"].format(window=window.name),) if window else ())


KIND = Kind("guide", LAYOUT, "a4", _subjects, partial(sheet_of_service, guide_sheet), _places, ("handout",))
