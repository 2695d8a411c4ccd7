"""The pages of the site: records in, filled pages out. Pure; nothing is written here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator import addresses
from generator.model import Dataset, Service
from generator.pages import details, lists
from generator.pages.contexts import (
    OpenDataPage,
    PageContext,
    PosterCard,
    PostersPage,
    SearchPage,
    SupervisionPage,
)
from generator.pages.templates import Shell, Templates, name_site, slot
from generator.texts.residents import WORDS

__all__ = [
    "Edition",
    "Page",
    "Shell",
    "Templates",
    "list_pages",
    "name_site",
    "print_page",
    "record_pages",
    "service_page",
    "slot",
]


@dataclass(frozen=True)
class Edition:
    """What one build publishes, beyond the records themselves.

    ``incomplete`` holds folder/id of every record with a gap, ``posters`` maps services/ID and regulations/ID to
    what can be printed, ``files`` lists the open data (address, title, bytes).
    """

    dataset: Dataset
    today: date
    incomplete: frozenset[str]
    posters: Mapping[str, PosterCard]
    files: tuple[tuple[str, str, int], ...]


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


def print_page(page: Page, shell: Shell, templates: Templates, site_name: str) -> str:
    """The finished HTML of ``page``."""
    body = templates.render(page.context, addresses.root_from(page.url))
    return shell.fill(page.title, page.description, page.record_id, body, site_name)


def list_pages(edition: Edition) -> Iterator[Page]:
    """The pages that stand alone at their address."""
    dataset, today = edition.dataset, edition.today
    hall = dataset.site.hall
    regulations = frozenset(key.partition("/")[2] for key in edition.incomplete if key.startswith("regulations/"))
    cards = edition.posters
    contexts: dict[str, PageContext] = {
        addresses.HOME: lists.home(dataset, today),
        addresses.SERVICES: lists.services(dataset, addresses.SERVICES),
        addresses.BY_AUDIENCE: lists.services(dataset, addresses.BY_AUDIENCE),
        addresses.BY_EVENT: lists.services(dataset, addresses.BY_EVENT),
        addresses.MATERIALS: lists.materials(dataset),
        addresses.REGULATIONS: lists.regulations(dataset, regulations),
        addresses.NOTICES: lists.notices(dataset, today),
        addresses.RESULTS: lists.results(dataset),
        addresses.POSTERS: PostersPage(
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
        if posted.phase != "taken_down":
            yield _page(addresses.NOTICES, notice.id, notice.title, notice.body[0] if notice.body else None, posted)
    for results in dataset.results.values():
        period = details.period(results, dataset)
        yield _page(addresses.RESULTS, results.period.id, results.period.title, None, period)


def service_page(service: Service, edition: Edition) -> Page:
    """The page of one service."""
    key = f"services/{service.id}"
    context = details.service(service, edition.dataset, key in edition.incomplete, edition.posters.get(key))
    return _page(addresses.SERVICES, service.id, service.name, service.summary, context)


def _page(kind: str, record_id: str, title: str, description: str | None, context: PageContext) -> Page:
    return Page(kind, record_id, title, (description or title)[:120], context)
