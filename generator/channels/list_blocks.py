"""The parts of pages that lead to others: home, lists, windows, materials; of search, look-up and supervision."""

from collections.abc import Iterable, Iterator

from generator.channels.blocks import (
    Block,
    Heading,
    Line,
    Listing,
    LookUpForm,
    Paragraph,
    Run,
    SearchBox,
    Table,
    known,
    phone,
    plain,
    unknown,
)
from generator.channels.guide_blocks import closed, links
from generator.facts.services import Link
from generator.model import Hall
from generator.site import addresses
from generator.site.contexts import (
    HomePage,
    MaterialPage,
    MaterialsPage,
    RegulationsPage,
    SearchPage,
    ServiceLink,
    ServicesPage,
    SupervisionPage,
    WindowPage,
)
from generator.site.posting_contexts import NoticeLink, NoticesPage
from generator.site.result_contexts import LookupPage, PeriodLink, ResultsPage
from generator.texts.channels_blocks import BLOCKS
from generator.texts.guide import GUIDE
from generator.texts.pages import WORDS

_VIEWS = (
    (addresses.SERVICES, "by_window"),
    (addresses.BY_EVENT, "by_event"),
    (addresses.BY_AUDIENCE, "by_audience"),
    (addresses.MATERIALS, "by_material"),
    (addresses.BY_INITIAL, "by_initial"),
)


def home_blocks(page: HomePage) -> Iterator[Block]:
    """The page that a section begins with."""
    yield SearchBox()
    yield from closed(page.closures)
    if page.most_used:
        yield Heading(2, (Run(WORDS["most_used"]),), "most-used")
        yield _services(page.most_used, "cards")
    yield Heading(2, (Run(WORDS["windows"]),), "windows")
    windows = [(tile.window.name, f"{addresses.WINDOWS}{tile.window.id}/", tile.count) for tile in page.windows]
    yield Listing(tuple(((Run(name, link), _count(count)),) for name, link, count in windows), look="cards")
    if page.events:
        yield Heading(2, (Run(WORDS["events"]),), "events")
        yield _chips((group.title, f"{addresses.BY_EVENT}#{group.anchor}") for group in page.events)
    if page.bundles:
        yield Heading(2, (Run(WORDS["bundles"]),), "bundles")
        yield _chips((one.name, f"{addresses.BUNDLES}{one.id}/") for one in page.bundles)
    yield Heading(2, (Run(WORDS["notices_now"]),), "notices-now")
    yield _notices(page.notices) if page.notices else Paragraph((Run(WORDS["notices_none"]),))
    yield Heading(2, (Run(WORDS["results_new"]),), "results-new")
    yield _periods(page.periods) if page.periods else Paragraph((Run(WORDS["results_none"]),))
    yield Paragraph((Run(WORDS["lookup_invite"], addresses.LOOKUP),), "action")
    yield Heading(2, (Run(WORDS["complain"]),), "complain")
    supervision = page.site.supervision
    numbers = phone(supervision.phone or supervision.hotline) if supervision else ()
    yield Paragraph(
        (Run(WORDS["complain_text"]), *numbers, Run("　"), Run(WORDS["supervision"], addresses.SUPERVISION))
    )
    yield _hall(page.site.hall, page.hours)


def services_page_blocks(page: ServicesPage) -> Iterator[Block]:
    """All services under headings."""
    yield SearchBox()
    yield Paragraph((Run(WORDS["services_text"]),))
    yield _chips((WORDS[word], address if address != page.view else "") for address, word in _VIEWS)
    for group in page.groups:
        count = Run(f" {len(group.services)} {WORDS['pieces']}", tone="note")
        yield Heading(2, (Run(group.title, group.url or ""), count), group.anchor)
        if group.bundles:
            yield _chips((one.name, f"{addresses.BUNDLES}{one.id}/") for one in group.bundles)
        if group.services:
            yield _services(group.services)
        elif not group.bundles:
            yield Paragraph((unknown(),))
    if page.former:
        yield Heading(2, (Run(WORDS["no_longer"]),), "former")
        yield _services(page.former)


def window_blocks(page: WindowPage) -> Iterator[Block]:
    """A window: where and when, its services and duties."""
    window, hall = page.window, page.hall
    yield from closed(page.closures)
    counter = "" if window.number is None else GUIDE["counter"].format(number=window.number)
    place = f"{hall.name}{counter}" + (f"，{window.place}" if window.place else "")
    told = (
        (WORDS["phone"], phone(window.phone or hall.phone)),
        (WORDS["hours"], plain(page.hours)),
        (GUIDE["where"], plain(place)),
        (GUIDE["staff"], plain(window.staff_role)),
        (GUIDE["backup"], plain(window.backup)),
    )
    yield Table(tuple((plain(label), line) for label, line in told))
    yield Heading(2, (Run(WORDS["window_services"]),), "services")
    yield _services(page.services) if page.services else Paragraph((unknown(),))
    yield Heading(2, (Run(WORDS["duties"]),), "duties")
    yield Listing(tuple((plain(duty),) for duty in page.duties)) if page.duties else Paragraph((unknown(),))


def materials_blocks(page: MaterialsPage) -> Iterator[Block]:
    """The catalogue of materials."""
    yield Paragraph((Run(WORDS["materials_text"]),))
    items = tuple(
        ((Run(one.material.name, f"{addresses.MATERIALS}{one.material.id}/"), _count(one.count)),)
        for one in page.materials
    )
    yield Listing(items, look="links") if items else Paragraph((unknown(),))


def material_blocks(page: MaterialPage) -> Iterator[Block]:
    """A material, and what it is needed for."""
    material = page.material
    told = (
        (WORDS["details_what"], known(material.what)),
        (WORDS["issuer"], material.issuer and Run(material.issuer)),
        (GUIDE["blank_form"], material.blank_form and Run(material.blank_form)),
        (GUIDE["example"], material.example and Run(material.example)),
        (WORDS["submit_notes"], material.notes and Run(material.notes)),
    )
    if material.aliases:
        text = BLOCKS["labelled"].format(label=GUIDE["aliases"], text="、".join(material.aliases))
        yield Paragraph((Run(text),), "note")
    yield Table(tuple((plain(label), (run,)) for label, run in told if isinstance(run, Run)))
    yield Heading(2, (Run(WORDS["material_used"]),), "services")
    yield _services(page.services) if page.services else Paragraph((unknown(),))


def regulations_blocks(page: RegulationsPage) -> Iterator[Block]:
    """All regulations: those on the wall, others, those that are repealed."""
    yield Paragraph((Run(WORDS["regulations_text"]),))
    gap = Run(f" {WORDS['unknown']}", tone="gap")
    if page.wall:
        yield Heading(2, (Run(WORDS["wall"]),), "wall")
        rows = [
            (Run(row.link.name, f"{addresses.REGULATIONS}{row.link.id}/"), *((gap,) if row.incomplete else ()))
            if row.link
            else (Run(row.topic), gap, Run(f" {WORDS['not_registered']}", tone="note"))
            for row in page.wall
        ]
        yield Listing(tuple((row,) for row in rows), look="links")
    for word, group in (("other_regulations", page.others), ("repealed", page.repealed)):
        if group:
            yield Heading(2, (Run(WORDS[word]),), word.replace("_", "-"))
            yield links((Link(one.id, one.title) for one in group), addresses.REGULATIONS)


def notices_blocks(page: NoticesPage) -> Iterator[Block]:
    """All notices by phase, and disclosures."""
    yield Paragraph((Run(WORDS["notices_text"]),))
    for phase, group in page.phases:
        if group or phase == "in_force":
            yield Heading(2, (Run(WORDS[phase]),), phase)
            yield _notices(group) if group else Paragraph((Run(WORDS["notices_none"]),))
    if page.disclosures:
        yield Heading(2, (Run(WORDS["disclosures"]),), "disclosures")
        yield _notices(page.disclosures, addresses.DISCLOSURES)


def results_blocks(page: ResultsPage) -> Iterator[Block]:
    """All periods of results."""
    yield Paragraph((Run(WORDS["results_text"]),))
    yield Paragraph((Run(WORDS["lookup_invite"], addresses.LOOKUP),), "action")
    yield _periods(page.periods) if page.periods else Paragraph((Run(WORDS["results_none"]),))


def lookup_blocks(page: LookupPage) -> Iterator[Block]:
    """The look-up of one case."""
    coded = WORDS["lookup_code_text"] if page.coded else ""
    yield Paragraph((Run(WORDS["lookup_text"] + coded),), "lead")
    yield LookUpForm(page.salt, page.shards, page.coded, page.hall.phone or "")
    yield Paragraph((Run(WORDS["lookup_privacy"]),), "note")


def search_blocks(page: SearchPage) -> Iterator[Block]:
    """The search and, where there are not too many, all services by initial."""
    yield SearchBox(results=True, phone=page.hall.phone or "")
    yield Heading(2, (Run(WORDS["search_all"]),), "all")
    for group in page.groups:
        yield Heading(3, (Run(group.title),), group.anchor)
        yield links((Link(one.id, one.name) for one in group.services), addresses.SERVICES)
    yield Paragraph((Run(WORDS["services"], addresses.SERVICES),))


def supervision_blocks(page: SupervisionPage) -> Iterator[Block]:
    """Where to complain, and what becomes of it."""
    supervision, hall = page.supervision, page.hall
    yield Paragraph((Run(WORDS["supervision_text"]),))
    if supervision is None:
        yield Paragraph((unknown(),))
        return
    rows = [(plain(WORDS["supervision_phone"]), phone(supervision.phone))]
    others = (("hotline", supervision.hotline), ("price_phone", supervision.price_phone))
    rows += [(plain(WORDS[key]), phone(number)) for key, number in others if number]
    mails = dict.fromkeys(filter(None, (supervision.email, hall.email)))
    rows += [(plain(WORDS["email"]), plain(mail)) for mail in mails]
    rows += [(plain(WORDS["box"]), plain(supervision.box)), (plain(WORDS["address"]), plain(hall.address))]
    yield Table(tuple(rows))
    yield Heading(2, (Run(WORDS["handling_title"]),), "handling")
    if supervision.handling:
        yield Listing(tuple((plain(text),) for text in supervision.handling), ordered=True)
    else:
        yield Paragraph((unknown(),))


def _services(found: Iterable[ServiceLink], look: str = "links") -> Listing:
    items = tuple((_service(one),) for one in found)
    return Listing(items, look="cards" if look == "cards" else "links")


def _service(one: ServiceLink) -> Line:
    note = (Run(f" {one.note}", tone="tag"),) if one.note else ()
    promise = (Run(f" {one.promise}", tone="note"),) if one.promise else ()
    return (Run(one.name, f"{addresses.SERVICES}{one.id}/"), *note, *promise)


def _notices(found: Iterable[NoticeLink], folder: str = addresses.NOTICES) -> Listing:
    items = tuple(
        ((Run(one.title, f"{folder}{one.id}/"), Run(f" {one.since} {WORDS['to']} {one.until}", tone="note")),)
        for one in found
    )
    return Listing(items, look="links")


def _periods(found: Iterable[PeriodLink]) -> Listing:
    return Listing(tuple((_period(one),) for one in found), look="links")


def _period(one: PeriodLink) -> Line:
    phase = (Run(f" {WORDS[one.phase]}", tone="tag"),) if one.phase != "shown" else ()
    figures = "，".join(f"{item.name} {item.value}" for item in one.key_figures)
    return (Run(one.title, f"{addresses.RESULTS}{one.id}/"), *phase, Run(f" {figures}", tone="note"))


def _chips(found: Iterable[tuple[str, str]]) -> Listing:
    return Listing(tuple(((Run(title, link, strong=not link),),) for title, link in found), look="chips")


def _count(count: int) -> Run:
    return Run(f" {count} {WORDS['pieces']}" if count else f" {WORDS['unknown']}", tone="note")


def _hall(hall: Hall, hours: str | None) -> Table:
    rows = [(plain(WORDS["address"]), plain(hall.address)), (plain(WORDS["hours"]), plain(hours))]
    rows.append((plain(WORDS["phone"]), phone(hall.phone)))
    rows += [(plain(WORDS["directions"]), plain(hall.directions))] if hall.directions else []
    return Table(tuple(rows))
