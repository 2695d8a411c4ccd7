"""The parts of regulations, notices, disclosures, and periods of results."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.channels.blocks import (
    Block,
    Heading,
    Line,
    Listing,
    Paragraph,
    Picture,
    Run,
    Table,
    Tone,
    known,
    labelled,
    notes,
    pairs,
    phone,
    plain,
    unknown,
)
from generator.facts.articles import OutlineLine
from generator.model import Basis, ResultRow
from generator.model.posting import Contact, Withdrawal, WithdrawnRow
from generator.site import addresses
from generator.site.contexts import RegulationPage
from generator.site.posting_contexts import DisclosurePage, NoticePage
from generator.site.result_contexts import CaseList, CasesPage, FigureLine, PeriodFigures, PeriodPage
from generator.texts.channels_blocks import BLOCKS
from generator.texts.guide import GUIDE, SECTIONS
from generator.texts.pages import WORDS


def regulation_blocks(page: RegulationPage) -> Iterator[Block]:
    """The text of a regulation, with its numbers."""
    document = page.document
    if document.status:
        yield Paragraph((Run(document.status, tone="tag"),))
    yield pairs(document.facts)
    if page.incomplete:
        yield Paragraph((Run(WORDS["gap_banner"]),), "callout")
        if document.gaps:
            yield Listing(tuple(((Run(labelled(gap)), *notes(gap.notes)),) for gap in document.gaps))
    yield from _paragraphs(document.headnote, "center")
    yield from _paragraphs(document.preamble)
    for line in document.lines:
        yield from _outline(line)
    if not document.lines:
        yield Paragraph((Run(WORDS["text_missing"], tone="gap"),))
    yield from _paragraphs(document.signature, "right")
    for annex in document.annexes:
        yield Heading(2, (Run(annex.title),))
        yield from _paragraphs(annex.text)
    for fact in (document.explanation, document.change_note):
        if fact:
            yield Heading(2, (Run(fact.label or ""),))
            yield from _paragraphs(str(fact.value))
    if page.history:
        yield Heading(2, (Run(WORDS["history"]),), "history")
        yield Listing(
            tuple(
                (
                    (
                        Run(one.title, f"{addresses.REGULATIONS}{one.id}/"),
                        Run(f" {one.status} {one.effective or ''}", tone="note"),
                    ),
                )
                for one in page.history
            ),
            look="links",
        )
    if document.verified.value:
        yield Paragraph((Run(labelled(document.verified)),), "note")


def _outline(line: OutlineLine) -> Iterator[Block]:
    if line.is_heading:
        text = f"{line.number}　{line.text}" if line.number else line.text
        yield Heading(3 if line.level == "section" else 2, (Run(text),), line.anchor)
        return
    for at, part in enumerate(part for part in line.text.split("\n") if part):
        if at or line.level == "clause":
            yield Paragraph((Run(part),))
        elif line.level == "article":
            number = (Run(f"{line.number}　", strong=True),) if line.number else ()
            heading = (Run(f"{line.heading}　", strong=True),) if line.heading else ()
            yield Paragraph((*number, *heading, Run(part)), "", line.anchor)
        else:
            yield Paragraph((Run(f"{line.number}{part}"),))


def notice_blocks(page: NoticePage) -> Iterator[Block]:
    """A notice; of one that is no longer posted only that."""
    notice = page.notice
    yield Paragraph((Run(notice.kind, tone="tag"), Run(" "), Run(WORDS[page.phase], tone="tag")))
    yield Paragraph((Run(_named("period", f"{notice.since} {WORDS['to']} {notice.until}")),), "note")
    gone = _gone(page.phase, notice.withdrawn, notice.take_down, "notice")
    if gone:
        yield from gone
        return
    if notice.addressed_to:
        yield Paragraph((Run(f"{notice.addressed_to.rstrip('：:')}："),))
    for paragraph in notice.body:
        yield Paragraph((Run(paragraph),))
    if not notice.body:
        yield Paragraph((unknown(),))
    yield Paragraph((Run(page.issuer),), "right")
    yield Paragraph((Run(page.issued.isoformat()),), "right")
    if notice.names:
        until = BLOCKS["note"].format(text=f"{WORDS['names_until']} {notice.names.until}")
        yield Paragraph((Run(_named("names_basis", notice.names.basis) + until),), "note")
    if notice.objection:
        yield Heading(2, (Run(WORDS["objection"]),), "objection")
        yield Table(tuple(_contact(notice.objection)))
    if page.service:
        link = f"{addresses.SERVICES}{page.service.id}/"
        yield Paragraph((Run(f"{WORDS['related_service']}："), Run(page.service.name, link)))
    if notice.legal_basis:
        yield Heading(2, (Run(SECTIONS["basis"].full),), "basis")
        yield Listing(tuple(map(_basis, notice.legal_basis)))


def disclosure_blocks(page: DisclosurePage) -> Iterator[Block]:
    """A table of accounts or affairs; of one that is no longer posted only that."""
    record = page.record
    yield Paragraph((Run(record.kind, tone="tag"), Run(" "), Run(WORDS[page.phase], tone="tag")))
    told = [_named("disclosure_issuer", page.issuer)]
    told.append(_named("period", f"{record.posted_from} {WORDS['to']} {record.posted_until}"))
    gone = _gone(page.phase, record.withdrawn, record.take_down, "notice")
    yield Paragraph((Run("　".join(told)),), "note")
    if gone:
        yield from gone
        return
    made = (("disclosure_prepared", record.prepared_by), ("disclosure_reviewed", record.reviewed_by))
    yield Paragraph(
        tuple(run for key, value in made for run in (Run(f"{WORDS[key]}："), known(value), Run("　"))), "note"
    )
    if record.unit:
        yield Paragraph((Run(f"{WORDS['disclosure_unit']}{record.unit}"),), "right")
    if page.table.rows:
        rows = tuple(tuple((Run(cell),) for cell in row.cells) for row in page.table.rows)
        if page.total:
            rows = (*rows[:-1], tuple((run._replace(strong=True),) for (run,) in rows[-1]))
        yield Table(rows, page.table.columns, page.figures)
    else:
        yield Paragraph((unknown(),))
    yield from _paragraphs(record.notes, "note")
    yield Paragraph((Run(WORDS["doubts"], addresses.SUPERVISION),), "action")


def period_blocks(page: PeriodPage) -> Iterator[Block]:
    """A period of results: figures, and cases where they may be listed; of one that is no longer posted only that."""
    period, counted = page.period, page.counted
    yield Paragraph((Run(f"{period.since} {WORDS['to']} {period.until}"),), "note")
    yield from _gone(page.phase, period.withdrawn, period.take_down, "period")
    if counted is None:
        return
    yield Table(tuple((plain(one.name), (Run(one.value), *_note(one.note))) for one in counted.key_figures))
    listed = WORDS["key_listed"].format(count=counted.listed) if counted.listed else ""
    yield Paragraph((Run(WORDS["key_counted"] + listed),), "note")
    yield from _paragraphs(period.notes, "note")
    for address, chart in counted.charts:
        yield Picture(address, chart.title, chart.alt)
    yield from _figures(counted)
    if page.cases:
        yield Heading(2, (Run(WORDS["cases"]),), "cases")
        yield Paragraph((Run(WORDS["only_counts"]),), "note")
        yield from _cases(page.cases)
    yield from _withdrawn(page.gone)
    yield Paragraph(
        (Run(WORDS["lookup_invite"], addresses.LOOKUP), Run("　"), Run(WORDS["doubts"], addresses.SUPERVISION)),
        "action",
    )


def cases_blocks(page: CasesPage) -> Iterator[Block]:
    """A further page of the cases of a period."""
    yield from _cases(page.cases)


def _figures(counted: PeriodFigures) -> Iterator[Block]:
    outcomes = ("done", "rejected", "taken_back", "open")
    head = tuple(WORDS[key] for key in ("service", "accepted_count", "change", *outcomes))
    yield Heading(2, (Run(WORDS["by_service"]),), "figures")
    whole = tuple((run._replace(strong=True),) for (run,) in _figure(counted.whole))
    yield Table((*map(_figure, counted.services), whole), head, frozenset(range(1, 7)))
    if counted.grouped:
        yield Paragraph((Run(counted.grouped + ("" if counted.complete else WORDS["group_withheld"])),), "note")
    if counted.windows:
        yield Heading(2, (Run(WORDS["by_window_figures"]),), "by-window")
        yield Paragraph((Run(WORDS["by_window_text"]),), "note")
        yield Table(tuple(map(_figure, counted.windows)), (GUIDE["window"], *head[1:]), frozenset(range(1, 7)))


def _figure(line: FigureLine) -> tuple[Line, ...]:
    now, change = line.figure.now, line.figure.change
    found = now.outcomes if line.listed else None
    counts = (found.done, found.rejected, found.withdrawn, found.open) if found else ("—",) * 4
    more = "" if change is None else f"{change:+d}" if change else "0"
    cells = (str(now.cases), more, *map(str, counts))
    return (Run(line.name, line.url or ""),), *((Run(cell),) for cell in cells)


def _cases(cases: CaseList) -> Iterator[Block]:
    keys = ("receipt", "service", "applicant", "accepted_on", "due_on", "completed_on", "outcome")
    yield Table(tuple(_case(*row) for row in cases.rows), tuple(WORDS[key] for key in keys))
    if cases.pages > 1:
        beside = (("page_before", cases.before), ("page_after", cases.after))
        turn = [Run(f"{WORDS[key]}　", f"{addresses.RESULTS}{one}/") for key, one in beside if one]
        yield Paragraph((*turn, Run(WORDS["page_of"].format(page=cases.number, pages=cases.pages))), "action")


def _case(name: str, row: ResultRow, due: str) -> tuple[Line, ...]:
    extended = ""
    if row.extension_days:
        why = f"：{row.extension_reason}" if row.extension_reason else ""
        extended = f"{WORDS['extended']} {row.extension_days} {WORDS['days_unit']}{why}"
    days = (row.accepted.isoformat(), due, row.completed.isoformat() if row.completed else "")
    texts = (row.receipt, name, row.applicant or "", *days)
    return *((Run(text),) for text in texts), (Run(row.outcome), *_note(extended))


def _withdrawn(rows: tuple[WithdrawnRow, ...]) -> Iterator[Block]:
    if rows:
        yield Heading(2, (Run(WORDS["gone_rows"]),), "gone")
        yield Table(
            tuple((plain(row.receipt), plain(row.on), plain(row.reason)) for row in rows),
            (WORDS["receipt"], WORDS["gone_on"], WORDS["gone_reason"]),
        )


def _gone(phase: str, withdrawn: Withdrawal | None, down: date | None, what: str) -> list[Block]:
    """That something is no longer posted: since when, and why."""
    if phase == "withdrawn" and withdrawn:
        said, on, reason = WORDS[f"{what}_withdrawn"], withdrawn.on, withdrawn.reason
    elif phase == "taken_down" and down:
        said, on, reason = WORDS[f"{what}_down"], down, WORDS["expired"]
    else:
        return []
    rows = ((plain(WORDS["gone_on"]), plain(on)), (plain(WORDS["gone_reason"]), plain(reason)))
    return [Paragraph((Run(said),), "callout"), Table(rows)]


def _contact(contact: Contact) -> Iterable[tuple[Line, ...]]:
    if contact.name:
        yield plain(GUIDE["window"]), plain(contact.name)
    yield plain(WORDS["phone"]), phone(contact.phone)
    if contact.place:
        yield plain(WORDS["address"]), plain(contact.place)
    if contact.email:
        yield plain(WORDS["email"]), plain(contact.email)


def _basis(basis: Basis) -> tuple[Line, ...]:
    number = GUIDE["basis_number"].format(number=basis.document_number) if basis.document_number else ""
    named = (Run(f"{GUIDE['basis_title'].format(title=basis.title)}{basis.article or ''}{number}"),)
    return (named, (Run(basis.text, tone="note"),)) if basis.text else (named,)


def _named(key: str, text: str) -> str:
    return BLOCKS["labelled"].format(label=WORDS[key], text=text)


def _note(text: str | None) -> Line:
    return (Run(BLOCKS["note"].format(text=text), tone="note"),) if text else ()


def _paragraphs(text: str | None, tone: Tone = "") -> Iterator[Block]:
    yield from (Paragraph((Run(part),), tone) for part in (text or "").split("\n") if part)
