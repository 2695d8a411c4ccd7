"""The sheet of a bundle (一件事): its services in order, one list of papers to tick, windows, what is done elsewhere.

Handed out. A bundle whose services are not all offered any more has no sheet: half of it would send people in vain.
"""

from generator.documents.bundle import BundleGuide, bundle_guide
from generator.documents.parts import Entry, Section
from generator.facts.bundles import BundleFacts, bundle_facts
from generator.kit.kind import Kind, Subject
from generator.kit.wording import day_words, labelled, supervision_phone, words
from generator.model import Bundle, RecordKey, SheetKey, Site
from generator.posters.sheet import Footer, Json, Layout, PosterError, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.bundles import BUNDLE_SHEET, BUNDLE_SHEET_SECTIONS
from generator.texts.posters import POSTER_WORDS
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN, VERIFIED

LAYOUT = Layout("bundle", distance=0.4, largest=1.3, versioned=True)

_STYLES = {
    "services": "steps",
    "materials": "ticks",
    "windows": "steps",
    "elsewhere": "points",
    "note": "lines",
    "basis": "points",
}
"""Section -> how its entries are set: with numbers, boxes to tick, bullets, or as they are."""

_TAGS = ("necessity", "original", "copies", "service")
"""Facts right behind the name of an entry; others stand below it."""


def bundle_sheet(bundle: Bundle, facts: BundleFacts, site: Site, url: str | None) -> Sheet:
    """The sheet of a bundle. Raises PosterError where a service of it has ended, or is not there."""
    if facts.ended or len(facts.services) < len(bundle.services) or not facts.services:
        names = "、".join(link.name for link in facts.ended) or UNKNOWN
        raise PosterError(BUNDLE_SHEET["unfit"].format(title=bundle.name, names=names))
    document = bundle_guide(bundle, facts)
    body: dict[str, Json] = {
        "over": BUNDLE_SHEET["over"].format(hall=site.hall.name),
        "summary": document.summary,
        "sections": [_part(section) for section in _sections(document)],
    }
    fields = {
        POSTER_WORDS["address"]: site.hall.address,
        BUNDLE_SHEET["phone"]: site.hall.phone,
        VERIFIED: day_words(bundle.verified),
        SUPERVISION_PHONE: supervision_phone(site),
    }
    return sheet_of(LAYOUT, bundle.id, bundle.name, body, Footer(fields), site, url, bundle.verified)


def _sections(document: BundleGuide) -> list[Section]:
    """The sections of the document; a list of papers or windows that nobody knows is there, and says so."""
    found = {section.key: section for section in document.sections}
    for key in ("materials", "windows"):
        found.setdefault(key, Section(key, BUNDLE_SHEET_SECTIONS[key], BUNDLE_SHEET_SECTIONS[key]))
    return [found[key] for key in _STYLES if key in found]


def _part(section: Section) -> Json:
    entries: list[Json] = [_entry(entry) for entry in section.entries or (Entry(UNKNOWN),)]
    return {"label": BUNDLE_SHEET_SECTIONS[section.key], "style": _STYLES[section.key], "entries": entries}


def _entry(entry: Entry) -> Json:
    tags: list[Json] = [words(fact.value) for fact in entry.facts if fact.key in _TAGS and fact.value]
    notes: list[Json] = [labelled(fact) for fact in entry.facts if fact.key not in _TAGS and fact.value]
    return {"head": entry.name, "tags": tags, "notes": notes}


def _subjects(edition: Edition) -> list[Subject]:
    return [Subject(SheetKey.main(RecordKey("bundles", key)), one.name) for key, one in edition.dataset.bundles.items()]


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    dataset = edition.dataset
    bundle = dataset.bundles[key.record_id]
    return bundle_sheet(bundle, bundle_facts(bundle, dataset), dataset.site, edition.url(key.page))


KIND = Kind("bundle", LAYOUT, "a4", _subjects, _contents, sets=("handout",))
