"""The articles for an official account of WeChat (微信公众号): one for each record that has a main sheet today.

What may not be printed may not be sent either: an article cannot be corrected once it is out.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

from generator.channels.page_blocks import page_blocks
from generator.channels.site_page import SitePage
from generator.channels.summaries import summary
from generator.channels.wechat_pieces import Piece, Text, pieces
from generator.kit.kinds import KINDS
from generator.model import Dataset, RecordKey, SheetKey
from generator.model.keys import RecordKind
from generator.results.take_down import last_days
from generator.site.contexts import PageContext
from generator.site.edition import Edition
from generator.site.posting_contexts import DisclosurePage, NoticePage
from generator.site.result_contexts import PeriodPage
from generator.texts.channels_wechat import ARTICLE
from generator.texts.channels_wechat import KINDS as KIND_WORDS

RECORDS: tuple[RecordKind, ...] = ("notices", "results", "disclosures", "services", "bundles", "regulations")
"""Kinds of record that have articles."""

_DRAWN = ("results", "disclosures")
_OFFICIAL = ("notices", "regulations")
_NAMED = ("notices", "disclosures")


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
    return Said(summary(context, dataset), (*found, *more))


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
