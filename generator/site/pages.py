"""The pages of the site: records in, filled pages out. Pure; nothing is written here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model import Dataset, Service
from generator.site import addresses, details, lists, periods
from generator.site.cards import PosterCard
from generator.site.contexts import (
    OpenDataPage,
    PageContext,
    PostersPage,
    SearchPage,
    SupervisionPage,
)
from generator.site.lookup import LookUp, look_up
from generator.site.periods import PublicPeriod
from generator.site.result_contexts import (
    LookupPage,
    ResultsPage,
)
from generator.site.templates import Shell, Templates, name_site, slot
from generator.texts.residents import WORDS

__all__ = [
    "Edition",
    "Page",
    "Shell",
    "Templates",
    "list_pages",
    "name_site",
    "page_html",
    "record_pages",
    "service_page",
    "slot",
]


@dataclass(frozen=True)
class Edition:
    """What one build publishes, beyond the records themselves.

    ``incomplete`` holds folder/id of every record with a gap, ``posters`` maps services/ID, regulations/ID and
    results/ID to what can be printed, ``files`` lists the open data (address, title, bytes).
    """

    dataset: Dataset
    today: date
    incomplete: frozenset[str]
    posters: Mapping[str, PosterCard]
    files: tuple[tuple[str, str, int], ...]

    @property
    def periods(self) -> dict[str, PublicPeriod]:
        """Mapping period id -> the period as it is public today, newest first."""
        return periods.public_periods(self.dataset, self.today)

    @cached_property
    def look_up(self) -> LookUp:
        """The files of the look-up by receipt number."""
        return look_up((period.posted for period in self.periods.values()), self.dataset, self.today)

    @cached_property
    def data(self) -> Mapping[str, bytes]:
        """What pages load when a reader asks for it, address -> bytes: the rows of periods, the look-up."""
        shown = {key: period for key, period in self.periods.items() if period.posted.listed}
        rows = {addresses.rows(key): periods.rows_json(period, self.dataset) for key, period in shown.items()}
        return {**rows, **self.look_up.files}


@dataclass(frozen=True)
class Page:
    """A page before it is put into its shell; ``shell`` is the address of the kind, ``record_id`` "" for lists."""

    shell: str
    record_id: str
    title: str
    description: str
    context: PageContext

    @property
    def url(self) -> str:
        """Site-relative address."""
        return addresses.page(self.shell, self.record_id) if self.record_id else self.shell


def page_html(page: Page, shell: Shell, templates: Templates, site_name: str) -> str:
    """The finished HTML of ``page``."""
    body = templates.render(page.context, addresses.root_from(page.url))
    return shell.fill(page.title, page.description, page.record_id, body, site_name)


def list_pages(edition: Edition) -> Iterator[Page]:
    """The pages that stand alone at their address."""
    dataset, today = edition.dataset, edition.today
    hall = dataset.site.hall
    regulations = frozenset(key.partition("/")[2] for key in edition.incomplete if key.startswith("regulations/"))
    cards = edition.posters
    links = tuple(periods.period_link(period) for period in edition.periods.values())
    contexts: dict[str, PageContext] = {
        addresses.HOME: lists.home(dataset, today, links),
        addresses.SERVICES: lists.services(dataset, addresses.SERVICES),
        addresses.BY_AUDIENCE: lists.services(dataset, addresses.BY_AUDIENCE),
        addresses.BY_EVENT: lists.services(dataset, addresses.BY_EVENT),
        addresses.MATERIALS: lists.materials(dataset),
        addresses.REGULATIONS: lists.regulations(dataset, regulations),
        addresses.NOTICES: lists.notices(dataset, today),
        addresses.RESULTS: ResultsPage(links),
        addresses.LOOKUP: LookupPage(hall, edition.look_up.shards),
        addresses.POSTERS: PostersPage(
            tuple(card for key, card in cards.items() if key.startswith("results/")),
            tuple(card for key, card in cards.items() if key.startswith("regulations/")),
            tuple(card for key, card in cards.items() if key.startswith("services/")),
        ),
        addresses.SUPERVISION: SupervisionPage(dataset.site.supervision, hall),
        addresses.SEARCH: SearchPage(hall),
        addresses.OPEN_DATA: OpenDataPage(edition.files),
    }
    for address, context in contexts.items():
        title = WORDS[LIST_TITLES[address]]
        yield Page(address, "", title, f"{hall.name} {title}", context)


LIST_TITLES = {
    addresses.HOME: "home",
    addresses.SERVICES: "services",
    addresses.BY_AUDIENCE: "by_audience",
    addresses.BY_EVENT: "by_event",
    addresses.MATERIALS: "materials",
    addresses.REGULATIONS: "regulations",
    addresses.NOTICES: "notices",
    addresses.RESULTS: "results",
    addresses.LOOKUP: "lookup",
    addresses.POSTERS: "posters",
    addresses.SUPERVISION: "supervision",
    addresses.SEARCH: "search_title",
    addresses.OPEN_DATA: "open_data",
}
"""Mapping address -> key of the page's title among the words."""


def record_pages(edition: Edition) -> Iterator[Page]:
    """The page of every record but the services (``service_page``, by far the most)."""
    dataset, today = edition.dataset, edition.today
    users = details.material_users(dataset)
    for window in dataset.windows:
        yield _page(addresses.WINDOWS, window.id, window.name, None, details.window(window, dataset))
    for material in dataset.materials.values():
        context = details.material(material, users[material.id], dataset)
        yield _page(addresses.MATERIALS, material.id, material.name, material.what, context)
    for record in dataset.regulations.values():
        key = f"regulations/{record.id}"
        shown = details.regulation(record, dataset, key in edition.incomplete, edition.posters.get(key))
        yield _page(addresses.REGULATIONS, record.id, record.title, record.preamble, shown)
    for notice in dataset.notices.values():
        posted = details.notice(notice, dataset, today)
        description = posted.notice.body[0] if posted.notice.body else None
        yield _page(addresses.NOTICES, notice.id, notice.title, description, posted)
    for period_id, period in edition.periods.items():
        title, card = period.posted.period.title, edition.posters.get(f"results/{period_id}")
        yield _page(addresses.RESULTS, period_id, title, None, periods.period_page(period, dataset, today, card))
        for number in range(2, period.pages + 1):
            record_id, named = addresses.cases(period_id, number), WORDS["page_title"].format(title=title, page=number)
            yield _page(addresses.RESULTS, record_id, named, None, periods.cases_page(period, number, dataset))


def service_page(service: Service, edition: Edition) -> Page:
    """The page of one service."""
    key = f"services/{service.id}"
    context = details.service(service, edition.dataset, key in edition.incomplete, edition.posters.get(key))
    return _page(addresses.SERVICES, service.id, service.name, service.summary, context)


def _page(kind: str, record_id: str, title: str, description: str | None, context: PageContext) -> Page:
    return Page(kind, record_id, title, (description or title)[:120], context)
