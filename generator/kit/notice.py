"""The sheets of a notice (公示公告): for the wall, and in the form of an official document (GB/T 9704).

There are such sheets only while the notice is shown, since it may name people until a day that the law sets.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, groupby
from operator import attrgetter

from generator.facts.second_language import SecondLanguage, second_language
from generator.facts.services import GONE, hangs_until, notice_phase
from generator.kit.kind import Kind, Subject
from generator.kit.second_language import beside
from generator.kit.wording import day_words, span, supervision_phone
from generator.model import Basis, Dataset, Notice, RecordKey, SheetKey, Site
from generator.posters.legibility import IN_A_FORM
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of, texts
from generator.site.edition import Edition
from generator.texts.kit_notices import NOTICE
from generator.texts.posters import HANGS
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN

LAYOUT = Layout("notice", distance=0.6, largest=3.4, on_wall=True, versioned=True)
"""On A3 a short notice grows until it is read from three metres; a long one shrinks until it stands on one sheet."""

OFFICIAL_LAYOUT = Layout("official-notice", distance=0.6, largest=1.0, fine=IN_A_FORM, serif=True)


def notice_sheet(notice: Notice, site: Site, url: str | None, language: SecondLanguage | None = None) -> Sheet:
    """A notice for the wall: title, text, until when, whom to object to, who issued it, and where the seal goes.

    In the second language it is told whole or not at all.
    """
    facts = list(notice_facts(notice))
    body: dict[str, Json] = {
        "over": NOTICE["over"].format(hall=site.hall.name, kind=notice.kind),
        **_text(notice, site),
        "facts": [[label, words] for label, words in facts],
        "seal": NOTICE["seal"],
    }
    needed = (notice.title, *notice.body)
    body |= beside(language, (*texts(body["greeting"]), site.hall.name, notice.kind, *chain(*facts)), needed)
    fields = {NOTICE["hangs_until"]: day_words(hangs_until(notice)), SUPERVISION_PHONE: supervision_phone(site)}
    return sheet_of(LAYOUT, notice.id, notice.title, body, Footer(fields), site, url, _issued(notice))


def official_sheet(notice: Notice, site: Site) -> Sheet:
    """The same text as an official document: no frame, no code, the version in the margin."""
    body: dict[str, Json] = {**_text(notice, site), "page": NOTICE["page"]}
    return sheet_of(OFFICIAL_LAYOUT, notice.id, notice.title, body, Footer(), site, None, _issued(notice))


def _text(notice: Notice, site: Site) -> dict[str, Json]:
    """The text of a notice: greeting, paragraphs, issuer and day."""
    greeted = notice.addressed_to and notice.addressed_to.rstrip("：:")
    return {
        "greeting": NOTICE["greeting"].format(addressed_to=greeted) if greeted else None,
        "paragraphs": [*notice.body] or [UNKNOWN],
        "issuer": notice.issuer or site.organisation,
        "day": day_words(_issued(notice)),
    }


def _issued(notice: Notice) -> date:
    return notice.issued or notice.since


def notice_facts(notice: Notice) -> Iterator[tuple[str, str]]:
    """Label and words of what a notice says beside its text: until when, whom to object to, by which law."""
    yield NOTICE["period"], span(notice.since, notice.until)
    if contact := notice.objection:
        known = (contact.name, contact.phone or UNKNOWN, contact.place, contact.email)
        yield NOTICE["objection"], "　".join(filter(None, known))
    if notice.legal_basis:
        yield NOTICE["basis"], "、".join(_laws(notice.legal_basis))
    if notice.names:
        yield NOTICE["names_basis"], notice.names.basis


def _laws(cited: Iterable[Basis]) -> Iterator[str]:
    """Each law once, with all articles that are cited one after the other."""
    for title, same in groupby(cited, key=attrgetter("title")):
        yield NOTICE["law"].format(title=title, articles="、".join(one.article for one in same if one.article))


def shown_notices(edition: Edition) -> Iterator[Notice]:
    """The notices that may hang on the day of the edition."""
    for notice in edition.dataset.notices.values():
        gone = notice_phase(notice, edition.today) in GONE
        if not gone and edition.today <= hangs_until(notice):
            yield notice


def _subjects(edition: Edition) -> list[Subject]:
    return [Subject(SheetKey.main(RecordKey("notices", one.id)), one.title) for one in shown_notices(edition)]


def _official_subjects(edition: Edition) -> list[Subject]:
    return [Subject(SheetKey(OFFICIAL_KIND.name, key.record), title) for key, title in _subjects(edition)]


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    dataset = edition.dataset
    notice = dataset.notices[key.record_id]
    return notice_sheet(notice, dataset.site, edition.url(key.page), second_language(dataset))


def _official_contents(key: SheetKey, edition: Edition) -> Sheet:
    return official_sheet(edition.dataset.notices[key.record_id], edition.dataset.site)


def posting_places(key: SheetKey, dataset: Dataset) -> tuple[str, ...]:
    """Where a notice hangs."""
    return dataset.notices[key.record_id].hangs_at or (HANGS["results"],)


KIND = Kind("notice", LAYOUT, "a3", _subjects, _contents, posting_places, ("notices",), may_name=True)
OFFICIAL_KIND = Kind(
    "official-notice", OFFICIAL_LAYOUT, "a4", _official_subjects, _official_contents, sets=("notices",), may_name=True
)
