"""The pages of the site: makes a ``Page`` of each record and list, and the HTML of a page from its shell.

The contexts come from ``lists``, ``details`` and ``results``. Writes nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.facts.hours_words import hall_hours
from generator.model import RecordKey, Service, SheetKey, Site
from generator.site import addresses, details, lists, results
from generator.site.changes import changes_page
from generator.site.contexts import (
    MyErrandsPage,
    OfflinePage,
    OpenDataPage,
    PageContext,
    PostersPage,
    SearchPage,
    SupervisionPage,
)
from generator.site.edition import Edition
from generator.site.government import Tagged, page_metas
from generator.site.initials import all_by_initial
from generator.site.open_data_list import data_groups
from generator.site.poster_cards import PosterCard, PosterGroup
from generator.site.ratings import is_rated, ratings_page
from generator.site.result_contexts import LookupPage, ResultsPage
from generator.site.shells import Shell
from generator.site.templates import Templates
from generator.texts.pages import WORDS


@dataclass(frozen=True)
class Page:
    """A page that is not rendered yet. ``shell`` is its address; for a record (``record_id``) that of its kind.

    ``dated`` is the day that the page names as that of what it says, ``source`` who says it if not the sponsor.
    """

    shell: str
    record_id: str
    title: str
    description: str
    context: PageContext
    dated: date | None = None
    source: str | None = None

    @property
    def shell_key(self) -> str:
        """The key of its shell in ``Frame.shells``: its address, or the address of its kind with a star."""
        return f"{self.shell}*" if self.record_id else self.shell

    @property
    def url(self) -> str:
        """Site-relative address."""
        return addresses.page(self.shell, self.record_id) if self.record_id else self.shell

    @property
    def tagged(self) -> Tagged:
        """What the tags of a government page follow from."""
        return Tagged(self.shell, self.title, self.description, bool(self.record_id), self.dated, self.source, self.url)


def page_html(page: Page, shell: Shell, templates: Templates, site: Site, site_url: str | None) -> str:
    """The finished HTML of ``page``."""
    body = templates.render(page.context, addresses.root_from(page.url))
    metas = page_metas(site, site_url, page.tagged)
    return shell.fill(page.title, page.description, page.record_id, body, site.hall.name, metas)


def list_pages(edition: Edition) -> Iterator[Page]:
    """The pages at the addresses of ``addresses.LISTS``, but for the print centre."""
    dataset, today = edition.dataset, edition.today
    hall = dataset.site.hall
    regulations = frozenset(key.id for key in edition.incomplete if key.kind == "regulations")
    links = tuple(results.period_link(period) for period in edition.periods.values())
    contexts: dict[str, PageContext] = {
        addresses.HOME: lists.home(dataset, today, links),
        addresses.SERVICES: lists.services(dataset, addresses.SERVICES),
        addresses.BY_AUDIENCE: lists.services(dataset, addresses.BY_AUDIENCE),
        addresses.BY_EVENT: lists.services(dataset, addresses.BY_EVENT),
        addresses.BY_INITIAL: lists.services(dataset, addresses.BY_INITIAL),
        addresses.MATERIALS: lists.materials(dataset),
        addresses.REGULATIONS: lists.regulations(dataset, regulations),
        addresses.NOTICES: lists.notices(dataset, today),
        addresses.RESULTS: ResultsPage(links),
        addresses.LOOKUP: _lookup_page(edition),
        addresses.SUPERVISION: SupervisionPage(dataset.site.supervision, hall, is_rated(dataset)),
        addresses.RATINGS: ratings_page(dataset),
        addresses.SEARCH: SearchPage(hall, all_by_initial(dataset)),
        addresses.MY_ERRANDS: MyErrandsPage(hall, hall_hours(hall)),
        addresses.OPEN_DATA: OpenDataPage(data_groups(edition)),
        addresses.SITE_MAP: lists.site_map(dataset, today),
        addresses.OFFLINE: OfflinePage(hall, hall_hours(hall)),
        addresses.CHANGES: changes_page(edition),
    }
    return (_list_page(address, context, hall.name) for address, context in contexts.items())


def print_centre(groups: tuple[PosterGroup, ...], hall: str) -> Page:
    """The page that offers the sheets of ``groups``, in the hall of this name."""
    return _list_page(addresses.POSTERS, PostersPage(groups), hall)


def _list_page(address: str, context: PageContext, hall: str) -> Page:
    title = WORDS[addresses.LIST_TITLES[address]]
    return Page(address, "", title, f"{hall} {title}", context)


def record_pages(edition: Edition, cards: Mapping[SheetKey, PosterCard]) -> Iterator[Page]:
    """The pages of all records but services, which are made one by one (``service_page``) because they are many."""
    dataset, today = edition.dataset, edition.today
    users = details.material_users(dataset)
    for window in dataset.windows:
        yield _page(addresses.WINDOWS, window.id, window.name, None, details.window(window, dataset, today))
    for material in dataset.materials.values():
        context = details.material(material, users[material.id], dataset)
        yield _page(addresses.MATERIALS, material.id, material.name, material.what, context)
    for record in dataset.regulations.values():
        key = RecordKey("regulations", record.id)
        sheet = SheetKey.main(key)
        shown = details.regulation(record, edition, key in edition.incomplete, cards.get(sheet), edition.version(sheet))
        yield _page(
            addresses.REGULATIONS, record.id, record.title, record.preamble, shown, record.adopted, record.issuer
        )
    for notice in dataset.notices.values():
        sheet = SheetKey.main(RecordKey("notices", notice.id))
        posted = details.notice(notice, dataset, today, cards.get(sheet), edition.version(sheet))
        description = posted.notice.body[0] if posted.notice.body else None
        issued = notice.issued or notice.since
        yield _page(addresses.NOTICES, notice.id, notice.title, description, posted, issued, notice.issuer)
    for record_id, disclosed in dataset.disclosures.items():
        sheet = SheetKey.main(RecordKey("disclosures", record_id))
        table = details.disclosure(disclosed, dataset.site, today, cards.get(sheet), edition.version(sheet))
        about = disclosed.record
        yield _page(addresses.DISCLOSURES, record_id, about.title, None, table, about.posted_from, about.issuer)
    for bundle in dataset.bundles.values():
        sheet = SheetKey.main(RecordKey("bundles", bundle.id))
        united = details.bundle(bundle, edition, cards.get(sheet), edition.version(sheet))
        yield _page(addresses.BUNDLES, bundle.id, bundle.name, bundle.summary, united)
    for period_id, period in edition.periods.items():
        title, sheet = period.posted.period.title, SheetKey.main(RecordKey("results", period_id))
        own = results.period_page(period, dataset, today, cards.get(sheet), edition.version(sheet))
        posted_on = period.posted.period.posted_from
        yield _page(addresses.RESULTS, period_id, title, None, own, posted_on)
        for number in range(2, results.page_count(period) + 1):
            record_id, named = addresses.cases(period_id, number), WORDS["page_title"].format(title=title, page=number)
            more = results.cases_page(period, number, dataset)
            yield _page(addresses.RESULTS, record_id, named, None, more, posted_on)


def record_addresses(edition: Edition) -> Iterator[str]:
    """The addresses of ``record_pages``, in the same order."""
    dataset = edition.dataset
    yield from (addresses.page(addresses.WINDOWS, window.id) for window in dataset.windows)
    yield from (addresses.page(addresses.MATERIALS, key) for key in dataset.materials)
    yield from (addresses.page(addresses.REGULATIONS, key) for key in dataset.regulations)
    yield from (addresses.page(addresses.NOTICES, key) for key in dataset.notices)
    yield from (addresses.page(addresses.DISCLOSURES, key) for key in dataset.disclosures)
    yield from (addresses.page(addresses.BUNDLES, key) for key in dataset.bundles)
    for key, period in edition.periods.items():
        for number in range(1, results.page_count(period) + 1):
            yield addresses.page(addresses.RESULTS, addresses.cases(key, number))


def service_page(service: Service, edition: Edition, card: PosterCard | None) -> Page:
    """The page of one service; ``card`` is that of its poster."""
    key = RecordKey("services", service.id)
    version = edition.version(SheetKey.main(key))
    context = details.service(service, edition, key in edition.incomplete, card, version)
    return _page(addresses.SERVICES, service.id, service.name, service.summary, context, service.verified)


def service_tagged(service: Service) -> Tagged:
    """What the tags of the page of a service follow from, without the page."""
    description = _description(service.name, service.summary)
    url = addresses.page(addresses.SERVICES, service.id)
    return Tagged(addresses.SERVICES, service.name, description, True, service.verified, None, url)


def _lookup_page(edition: Edition) -> LookupPage:
    look_up, dataset = edition.look_up, edition.dataset
    return LookupPage(dataset.site.hall, look_up.salt, len(look_up.shards), bool(dataset.query_codes))


def _page(
    kind: str,
    record_id: str,
    title: str,
    description: str | None,
    context: PageContext,
    dated: date | None = None,
    source: str | None = None,
) -> Page:
    return Page(kind, record_id, title, _description(title, description), context, dated, source)


def _description(title: str, description: str | None) -> str:
    return (description or title)[:120]
