"""What a government site says of itself: a paragraph of its footer, and the tags in the head of its pages.

国办发〔2017〕47号 asks for them: tags of the site on every page, of the column on lists, of the content on
records. Only what the hall has stated in ``government_site`` and what records say is written; a day that is not known
is left out.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from generator.site import addresses
from generator.site.shells import escaped
from generator.texts.pages import WORDS
from generator.texts.sites import GOVERNMENT_SITE

if TYPE_CHECKING:  # an engine that renders the frame needs no records
    from generator.model import Site


class Tagged(NamedTuple):
    """What the tags of a page follow from; ``source`` is who says it where that is not the sponsor of the site.

    ``url`` is its address on the site.
    """

    shell: str
    title: str
    description: str
    is_record: bool
    dated: date | None = None
    source: str | None = None
    url: str = ""

    @property
    def record_id(self) -> str:
        """The id of the record that the page is of."""
        return self.url.removeprefix(self.shell).rstrip("/")


def records(site: "Site") -> str | None:
    """The paragraphs of the footer, as HTML; None where the hall states nothing."""
    own = site.government_site
    if own is None:
        return None
    who = [GOVERNMENT_SITE["sponsor"].format(name=site.organisation)]
    who += [GOVERNMENT_SITE[key].format(name=value) for key in ("operator", "contact") if (value := getattr(own, key))]
    numbers = [GOVERNMENT_SITE["code"].format(name=own.code) if own.code else None, own.icp, own.police]
    links = [(own.mark, GOVERNMENT_SITE["mark"]), (own.faults, GOVERNMENT_SITE["faults"])]
    shown = [*map(escaped, filter(None, numbers))]
    shown += [f'<a href="{escaped(url)}" rel="noopener">{escaped(text)}</a>' for url, text in links if url]
    lines = ["　".join(map(escaped, who)), "　".join(shown)]
    return "".join(f"<p>{line}</p>\n" for line in lines if line)


def site_metas(site: "Site", site_url: str | None) -> str:
    """The tags of the site, as HTML; "" where it is no government site."""
    return "".join(map(_meta, _of_site(site, site_url)))


def page_metas(site: "Site", site_url: str | None, page: Tagged) -> str:
    """The tags of a page, as HTML; "" where it belongs to no government site."""
    if site.government_site is None:
        return ""
    return "".join(map(_meta, (*_of_site(site, site_url), *page_tags(site, site_url, page))))


def _of_site(site: "Site", site_url: str | None) -> Iterator[tuple[str, str]]:
    if site.government_site:
        yield "SiteName", site.hall.name
        if site_url:
            yield "SiteDomain", urlsplit(site_url).hostname or ""
        if site.government_site.code:
            yield "SiteIDCode", site.government_site.code


def page_tags(site: "Site", site_url: str | None, page: Tagged) -> Iterator[tuple[str, str]]:
    """Name and content of the tags of a column or of what stands in it; home has none."""
    if page.shell == addresses.HOME:
        return
    column = WORDS[(addresses.LIST_TITLES | addresses.COLUMN_NAMES)[page.shell]]
    yield "ColumnName", column
    yield "ColumnType", GOVERNMENT_SITE["service" if page.shell in addresses.SERVICE_COLUMNS else "disclosure"]
    if not page.is_record:
        yield "ColumnDescription", page.description
        yield "ColumnKeywords", f"{site.town},{column}"
        return
    yield "ArticleTitle", page.title
    if page.dated:
        yield "PubDate", page.dated.isoformat()
    yield "ContentSource", page.source or site.organisation
    others = {
        "Keywords": f"{site.town},{column},{page.title}",
        "Author": page.source or site.organisation,
        "Url": site_url + page.url if site_url else None,
    }
    for name in site.government_site.content_tags if site.government_site else ():
        if value := others[name]:
            yield name, value


def _meta(tag: tuple[str, str]) -> str:
    return f'<meta name="{tag[0]}" content="{escaped(tag[1])}">\n'
