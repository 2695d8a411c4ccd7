"""The parts of a guide (办事指南) and of a bundle (一件事), in the order in which residents ask."""

from collections.abc import Iterable, Iterator

from generator.channels.blocks import (
    Block,
    Heading,
    Line,
    Listing,
    Paragraph,
    Run,
    Table,
    known,
    labelled,
    notes,
    phone,
    plain,
    told,
    unknown,
)
from generator.documents.guide import Guide
from generator.documents.parts import Entry, Fact, Section
from generator.facts.closures import ClosureLine
from generator.facts.services import Link
from generator.model import Feedback
from generator.site import addresses
from generator.site.contexts import BundlePage, ServicePage
from generator.texts.channels_blocks import BLOCKS
from generator.texts.errand import ERRAND
from generator.texts.guide import SECTIONS
from generator.texts.pages import WORDS

_ASKED_FIRST = ("who", "where", "when")
_NEEDED = ("necessity", "original", "copies", "format")
_SOURCES = ("provided_by", "source")


def service_blocks(page: ServicePage) -> Iterator[Block]:
    """Everything that the page of a service says, but what only a script can do."""
    document = page.guide
    if document.aliases:
        yield Paragraph((Run(labelled_values(document.aliases)),), "note")
    if document.summary or document.offered:
        yield Paragraph(plain(document.summary), "lead", "summary")
    yield from (Paragraph((Run(line),), "callout") for line in page.coming)
    yield from _status(document)
    if document.offered:
        first = [document.fact(key) for key in _ASKED_FIRST]
        others = [fact for fact in document.facts if fact.key not in _ASKED_FIRST]
        rows = tuple((plain(fact.label), _glance(fact)) for fact in (*first, *others))
        yield Table(rows)
        yield from closed(page.closures)
    if page.missing:
        named = "、".join(item.label for item in page.missing)
        yield Paragraph((Run(f"{WORDS['gap_banner']}{WORDS['gap_names']}{named}。"),), "callout")
    for section in document.sections:
        yield from _section(section)
    if page.neighbours and document.section("related") is None:
        yield Heading(2, (Run(SECTIONS["related"].full),), "related")
        yield links(page.neighbours, addresses.SERVICES)
    yield Heading(2, (Run(ERRAND["mistake"]),), "mistake")
    yield Paragraph((Run(WORDS["feedback"]), *_feedback(page)))
    if document.offered or document.verified.value:
        yield Paragraph((Run(labelled(document.verified)),), "note")


def bundle_blocks(page: BundlePage) -> Iterator[Block]:
    """Everything that the page of a bundle says."""
    document = page.bundle
    if document.aliases:
        yield Paragraph((Run(labelled_values(document.aliases)),), "note")
    if document.summary:
        yield Paragraph(plain(document.summary), "lead")
    for section in document.sections:
        yield Heading(2, (Run(section.label),), section.key)
        if section.key == "materials":
            yield _materials(section.entries)
        else:
            folder = {"services": addresses.SERVICES, "ended": addresses.SERVICES, "windows": addresses.WINDOWS}
            items = tuple((_entry_line(entry, folder.get(section.key, "")),) for entry in section.entries)
            yield Listing(items, ordered=section.key in ("services", "windows"))
    if document.verified.value:
        yield Paragraph((Run(labelled(document.verified)),), "note")


def labelled_values(fact: Fact) -> str:
    """A label and all its values: 也叫：甲、乙."""
    return BLOCKS["labelled"].format(label=fact.label, text="、".join(map(str, fact.values)))


def closed(lines: Iterable[ClosureLine]) -> Iterator[Block]:
    """The days on which nobody serves, known ahead."""
    for line in lines:
        yield Paragraph((Run(line.text, f"{addresses.NOTICES}{line.notice}/" if line.notice else ""),), "callout")


def links(found: Iterable[Link], folder: str) -> Listing:
    """A list of records below ``folder``."""
    return Listing(tuple(((Run(link.name, f"{folder}{link.id}/"),),) for link in found), look="links")


def _status(document: Guide) -> Iterator[Block]:
    note = document.status_note
    if note is None:
        return
    since = BLOCKS["note"].format(text=note.since) if note.since else ""
    yield Paragraph((Run(f"{note.word}{since}", strong=True), Run("　"), known(note.reason)), "callout", "status")
    if found := note.successor:
        link = f"{addresses.SERVICES}{found.record}/" if found.record else ""
        yield Paragraph((Run(f"{found.label}："), known(found.value)._replace(link=link)), "callout")


def _glance(fact: Fact) -> Line:
    if fact.section and fact.values:
        return tuple(run._replace(link=f"#{fact.section}") for run in told(fact))
    return told(fact)


def _section(section: Section) -> Iterator[Block]:
    yield Heading(3 if section.key in ("situations", "exclusions") else 2, (Run(section.label),), section.key)
    if section.remark:
        yield Paragraph(plain(section.remark), "callout" if section.key == "limits" else "")
    if section.facts:
        yield Table(tuple((plain(fact.label), _linked(fact)) for fact in section.facts))
    elif section.entries:
        yield from _ENTRIES.get(section.key, _listed)(section.entries)
    elif not section.remark:
        yield Paragraph((unknown(), Run(f"。{WORDS['unknown_text']}")))


def _linked(fact: Fact) -> Line:
    line = told(fact, "　" if fact.key == "codes" else "；")
    if fact.record:
        return (line[0]._replace(link=f"{addresses.WINDOWS}{fact.record}/"), *line[1:])
    return line


def _listed(entries: tuple[Entry, ...]) -> Iterator[Block]:
    yield Listing(tuple((_entry_line(entry, ""),) for entry in entries))


def _related(entries: tuple[Entry, ...]) -> Iterator[Block]:
    yield links((Link(entry.record or "", entry.name) for entry in entries), addresses.SERVICES)


def _material_table(entries: tuple[Entry, ...]) -> Iterator[Block]:
    yield _materials(entries)


def _materials(entries: tuple[Entry, ...]) -> Table:
    head = tuple(BLOCKS[key] for key in ("material", "demands", "source", "remarks"))
    rows = tuple((_material_name(at, entry), *_material_cells(entry)) for at, entry in enumerate(entries, 1))
    return Table(*_without_empty(rows, head))


def _material_name(at: int, entry: Entry) -> Line:
    link = f"{addresses.MATERIALS}{entry.record}/" if entry.record else ""
    return (Run(f"{at}. "), Run(entry.name, link, strong=True))


def _material_cells(entry: Entry) -> tuple[Line, Line, Line]:
    needed = " · ".join(str(fact.value) for key in _NEEDED for fact in entry.facts if fact.key == key)
    brought = entry.value("provided_by")
    sources = [str(fact.value) for fact in entry.facts if fact.key in _SOURCES]
    came = "；".join(text for text in sources if not (brought and text == ERRAND["own_source"]))
    rest = [fact for fact in entry.facts if fact.key not in (*_NEEDED, *_SOURCES)]
    return (Run(needed),), (Run(came),), (Run(_sentences(map(labelled, rest))),)


def _sentences(texts: Iterable[str]) -> str:
    """Texts as one; a semicolon between those that do not end by themselves."""
    joined = ""
    for text in texts:
        joined += ("；" if joined and not joined.endswith("。") else "") + text
    return joined


def _without_empty(
    rows: tuple[tuple[Line, ...], ...], head: tuple[str, ...]
) -> tuple[tuple[tuple[Line, ...], ...], tuple[str, ...]]:
    """The table without columns in which nothing stands."""
    kept = [at for at in range(len(head)) if any(run.text for row in rows for run in row[at])]
    return tuple(tuple(row[at] for at in kept) for row in rows), tuple(head[at] for at in kept)


def _situations(entries: tuple[Entry, ...]) -> Iterator[Block]:
    rows = tuple((plain(entry.name), _needs(entry)) for entry in entries)
    yield Table(rows, (BLOCKS["situation"], BLOCKS["material"]))


def _needs(entry: Entry) -> Line:
    papers = [f"{fact.label} {fact.value}" for fact in entry.facts if fact.key == "material"]
    counted = [str(fact.value) for fact in entry.facts if fact.key == "count" and not papers]
    extra = (fact for fact in entry.facts if fact.key == "note")
    return (Run("；".join((*papers, *counted))), *notes(extra))


def _steps(entries: tuple[Entry, ...]) -> Iterator[Block]:
    head = tuple(BLOCKS[key] for key in ("step", "who", "what", "limit"))
    rows = tuple(
        (
            (Run(f"{at}. "), Run(entry.name, strong=True)),
            plain(entry.value("who")),
            plain(entry.value("what")),
            _limit(entry),
        )
        for at, entry in enumerate(entries, 1)
    )
    yield Table(*_without_empty(rows, head))


def _limit(entry: Entry) -> Line:
    ends = [fact for fact in entry.facts if fact.key == "step_limit"]
    return tuple(run for fact in ends for run in (Run(labelled(fact)), *notes(fact.notes))) or (Run(""),)


def _fees(entries: tuple[Entry, ...]) -> Iterator[Block]:
    head = (BLOCKS["fee"], BLOCKS["standard"])
    yield Table(
        tuple((plain(one.name), (known(one.value("standard")), *notes(one.facts[1:]))) for one in entries), head
    )


def _online(entries: tuple[Entry, ...]) -> Iterator[Block]:
    yield Listing(tuple(((Run(one.name, str(one.value("url") or "")),),) for one in entries))


def _appointment(entries: tuple[Entry, ...]) -> Iterator[Block]:
    for entry in entries:
        yield Paragraph(plain(entry.name))
        for fact in entry.facts:
            value = str(fact.value)
            yield Paragraph((Run(f"{fact.label} "), *phone(value)) if fact.phone else plain(value, value))


def _questions(entries: tuple[Entry, ...]) -> Iterator[Block]:
    for entry in entries:
        yield Heading(3, (Run(entry.name),))
        yield Paragraph(plain(entry.value("answer")))


def _bases(entries: tuple[Entry, ...]) -> Iterator[Block]:
    items = []
    for entry in entries:
        texts = tuple((Run(labelled(fact), tone="note"),) for fact in entry.facts if fact.key != "place")
        items.append(((Run(entry.name), Run(str(entry.value("place") or ""))), *texts))
    yield Listing(tuple(items))


def _entry_line(entry: Entry, folder: str) -> Line:
    name = Run(entry.name, f"{folder}{entry.record}/" if folder and entry.record else "")
    told_of = [
        Run(f" {labelled(fact)}", f"{addresses.SERVICES}{fact.record}/" if fact.key == "successor" else "", tone="note")
        for fact in entry.facts
    ]
    return (name, *told_of)


def _feedback(page: ServicePage) -> Line:
    feedback: Feedback | None = page.feedback
    found: list[Run] = []
    if feedback:
        found += phone(feedback.phone) if feedback.phone else ()
        found += [Run(f" {feedback.email}", f"mailto:{feedback.email}")] if feedback.email else []
        found += [Run(f" {WORDS['feedback_form']}", feedback.url)] if feedback.url else []
    elif page.supervision and (number := page.supervision.phone or page.supervision.hotline):
        found += phone(number)
    return (*found, Run("　"), Run(WORDS["supervision"], addresses.SUPERVISION))


_ENTRIES = {
    "materials": _material_table,
    "situations": _situations,
    "steps": _steps,
    "fee": _fees,
    "online": _online,
    "appointment": _appointment,
    "faq": _questions,
    "basis": _bases,
    "related": _related,
}
"""Section of a guide -> how its entries are laid out; others are a list."""
