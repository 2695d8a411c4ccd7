"""The articles for an official account of WeChat (微信公众号): one for each record that has a main sheet today.

What may not be printed may not be sent either: an article cannot be corrected once it is out.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

from generator.channels.digests import digest
from generator.channels.page_blocks import page_blocks
from generator.channels.site_page import SitePage
from generator.channels.wechat_pieces import Piece, Text, pieces
from generator.documents.guide import Guide
from generator.kit.kinds import KINDS
from generator.kit.notice import notice_facts
from generator.kit.wording import day_words, labelled
from generator.model import Dataset, RecordKey, SheetKey
from generator.model.keys import RecordKind
from generator.results.take_down import last_days
from generator.site.contexts import BundlePage, PageContext, RegulationPage, ServicePage
from generator.site.edition import Edition
from generator.site.posting_contexts import DisclosurePage, NoticePage
from generator.site.result_contexts import PeriodPage
from generator.texts.channels_wechat import ARTICLE, DIGESTS
from generator.texts.channels_wechat import KINDS as KIND_WORDS

RECORDS: tuple[RecordKind, ...] = ("notices", "results", "disclosures", "services", "bundles", "regulations")
"""Kinds of record that have articles."""

_DRAWN = ("results", "disclosures")
_OFFICIAL = ("notices", "regulations")
_NAMED = ("notices", "disclosures")
_TOLD = ("how_long", "how_much", "where", "ask")
"""Facts of a guide that its summary tells, if there is room."""


class Said(NamedTuple):
    """The summary of an article, and its pieces."""

    digest: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Article:
    """An article; ``until`` is the last day on which it may be seen, None where none is set.

    ``dated`` is the day of what it says, ``url`` the full address of its page. What it says is put together when it is
    asked for; ``inputs`` is a digest of the page that says it, "" where nobody can tell.
    """

    record: RecordKey
    kind: str
    title: str
    author: str
    dated: date | None
    until: date | None
    url: str | None
    inputs: str
    say: Callable[[], Said]

    @cached_property
    def _said(self) -> Said:
        return self.say()

    @property
    def digest(self) -> str:
        """Its summary."""
        return self._said.digest

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What it says."""
        return self._said.pieces

    @property
    def drawn(self) -> bool:
        """Whether its tables become pictures."""
        return self.record.kind in _DRAWN


class Articles(NamedTuple):
    """The articles of an edition, newest first, and the titles of what lacks something and has none."""

    ready: tuple[Article, ...]
    held: tuple[tuple[RecordKey, str], ...]


def wechat_articles(edition: Edition, pages: Iterable[SitePage], is_whole: Callable[[SheetKey], bool]) -> Articles:
    """The articles of an edition, from ``pages`` of the site; ``is_whole`` if a main sheet may be printed."""
    ready, held = list[Article](), list[tuple[RecordKey, str]]()
    until, found = _until(edition), {page.url: page for page in pages}
    for key, title in _subjects(edition):
        record = key.record
        assert record is not None
        if record in edition.incomplete or not is_whole(key):
            held.append((record, title))
        else:
            ready.append(_article(record, found[record.page], edition, until.get(record)))
    ready.sort(key=lambda one: (one.dated or date.min, str(one.record)), reverse=True)
    return Articles(tuple(ready), tuple(held))


def _subjects(edition: Edition) -> Iterator[tuple[SheetKey, str]]:
    for kind in RECORDS:
        yield from KINDS[SheetKey.main(RecordKey(kind, "")).kind].subjects(edition)


def _until(edition: Edition) -> dict[RecordKey, date]:
    """Record -> the first day, from today, after which something of it has to be gone."""
    found: dict[RecordKey, date] = {}
    for record, day in last_days(edition.dataset, edition.today):
        if day >= edition.today:
            found[record] = min(day, found.get(record, day))
    return found


def _article(record: RecordKey, page: SitePage, edition: Edition, until: date | None) -> Article:
    named = _named(page.page.context) if record.kind in _NAMED else None
    source, tagged = edition.dataset.site.organisation, page.tagged
    return Article(
        record,
        named or KIND_WORDS[record.kind],
        tagged.title,
        tagged.source or source,
        tagged.dated,
        until,
        edition.url(record.page),
        page.inputs,
        partial(_said, page, record.kind, edition.dataset),
    )


def _said(page: SitePage, kind: RecordKind, dataset: Dataset) -> Said:
    whole = page.page.context
    context, more = _shortened(whole)
    blocks = page.blocks if context is whole else page_blocks(context)
    found = pieces(blocks, page.tagged.title, kind in _OFFICIAL, kind in _DRAWN)
    return Said(digest(_about(context, dataset)), (*found, *more))


def _named(context: PageContext) -> str | None:
    """What a record is called, where it says so itself."""
    match context:
        case NoticePage():
            return context.notice.kind
        case DisclosurePage():
            return context.record.kind
    return None


def _shortened(context: PageContext) -> tuple[PageContext, tuple[Text, ...]]:
    """A period with more cases than one page holds has them on the site only, and says so."""
    if isinstance(context, PeriodPage) and context.cases and context.cases.pages > 1:
        return replace(context, cases=None), (Text(ARTICLE["too_many"].format(count=context.cases.total), "note"),)
    return context, ()


def _about(context: PageContext, dataset: Dataset) -> Iterable[str | None]:
    """The sentences of the summary."""
    match context:
        case ServicePage():
            return _of_guide(context.guide, dataset)
        case BundlePage(bundle):
            return (bundle.summary or _of_what(bundle.name, dataset),)
        case RegulationPage():
            return _of_regulation(context)
        case NoticePage():
            return _of_notice(context)
        case DisclosurePage():
            return _of_disclosure(context)
        case PeriodPage():
            return _of_period(context)
    raise TypeError(context)


def _of_guide(document: Guide, dataset: Dataset) -> Iterator[str | None]:
    yield document.summary or _of_what(document.name, dataset)
    for fact in map(document.fact, _TOLD):
        if fact.value:
            yield DIGESTS["fact"].format(label=fact.label, words=labelled(fact._replace(label=None)))


def _of_what(name: str, dataset: Dataset) -> str:
    return DIGESTS["guide"].format(hall=dataset.site.hall.name, name=name)


def _of_regulation(page: RegulationPage) -> Iterator[str | None]:
    document = page.document
    issuer, effective = document.value("issuer"), document.value("effective")
    count = sum(line.level == "article" for line in document.lines)
    if issuer and count:
        yield DIGESTS["regulation"].format(issuer=issuer, count=count)
    if isinstance(effective, date):
        yield DIGESTS["effective"].format(day=day_words(effective))
    yield document.preamble
    yield from (line.text for line in document.lines)


def _of_notice(page: NoticePage) -> Iterator[str | None]:
    """A summary outlives its article where it was shared: of a notice that names people it tells the frame alone."""
    notice = page.notice
    told = [DIGESTS["fact"].format(label=label, words=words) for label, words in notice_facts(notice)]
    if notice.names:
        yield DIGESTS["posted"].format(issuer=page.issuer, kind=notice.kind)
    else:
        yield from notice.body
    yield from told[:2]


def _of_disclosure(page: DisclosurePage) -> Iterator[str | None]:
    since, until = day_words(page.record.posted_from), day_words(page.record.posted_until)
    yield DIGESTS["posted"].format(issuer=page.issuer, kind=page.record.kind)
    yield DIGESTS["disclosed"].format(since=since, until=until)
    yield page.record.notes


def _of_period(page: PeriodPage) -> Iterator[str | None]:
    period = page.period
    figures = page.counted.key_figures if page.counted else ()
    told = "，".join(DIGESTS["figure"].format(label=one.name, value=one.value) for one in figures)
    yield DIGESTS["results"].format(since=day_words(period.since), until=day_words(period.until), figures=told)
