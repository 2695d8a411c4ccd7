"""The pages: each record and each list in the shell of its kind."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator.build.cards import poster_cards
from generator.build.outputs.output import File, Output, digest_of
from generator.facts.changes import change_lines
from generator.facts.versions import announced
from generator.model import RecordKey, Service, SheetKey, Site
from generator.site import addresses
from generator.site.details import service_closures
from generator.site.edition import Edition
from generator.site.frame import Frame, hall_facts
from generator.site.lists import related_services
from generator.site.pages import Page, list_pages, page_html, record_pages, service_page
from generator.site.poster_cards import PosterCard
from generator.site.shells import Shell, in_hall
from generator.site.templates import Templates
from generator.site.visits import service_table


class Pages(Output):
    """Fills the shells of a frame with the page templates in a folder; ``site`` is what the frame says of the hall.

    The page of the print centre is an output of its own (``print_centre``).
    """

    name = "pages"
    needs: tuple[str, ...] = ("posters", "open-data", "channels")

    def __init__(self, frame: Frame, site: Site, templates: Path) -> None:
        facts = hall_facts(site)
        self._shells = {key: Shell.cut(in_hall(html, facts)) for key, html in frame.shells.items()}
        self._shell_digests = {key: digest_of(shell, site.government_site) for key, shell in self._shells.items()}
        self._templates = Templates(templates)

    def render(self, edition: Edition) -> Iterator[File]:
        """Every page; services come last, they are by far the most."""
        cards = poster_cards(edition)
        for page in (*list_pages(edition), *record_pages(edition, cards)):
            inputs = digest_of(self._shell_digests[page.shell_key], edition.dataset.site.hall.name, page)
            yield File(f"{page.url}index.html", partial(self._html, page, edition), inputs)
        for service in edition.dataset.services.values():
            key = RecordKey("services", service.id)
            card = cards.get(SheetKey.main(key))
            make = partial(self._service_html, service, edition, card)
            said = service_inputs(service, edition)
            inputs = said and digest_of(self._shell_digests[f"{addresses.SERVICES}*"], said, card)
            yield File(f"{key.page}index.html", make, inputs)

    def _service_html(self, service: Service, edition: Edition, card: PosterCard | None) -> bytes:
        return self._html(service_page(service, edition, card), edition)

    def _html(self, page: Page, edition: Edition) -> bytes:
        shell = self._shells[page.shell_key]
        return page_html(page, shell, self._templates, edition.dataset.site, edition.site_url).encode()


def service_inputs(service: Service, edition: Edition) -> str:
    """A digest of all that the page of a service says, without computing the page's context; "" if it is not known.

    That is its own file, the files that all records refer to, the names of other services, the days on which nobody
    serves, what is told ahead, and where the site is.
    """
    key = RecordKey("services", service.id)
    digest = edition.digests.get(key)
    if digest is None:
        return ""
    successor = edition.dataset.services.get(service.status.successor or "")
    related = [edition.dataset.services.get(key) for key in service.related]
    named = [(one.id, one.name) if one else None for one in (successor, *related)]
    others = named, related_services(edition.dataset)[service.id], edition.site_url
    told = change_lines(service, edition.edits.get(key, ()), edition.today), announced(service, edition.today)
    closed = service_closures(service, edition.dataset, edition.today)
    opening = service_table(service, edition.dataset, edition.today)
    incomplete, version = key in edition.incomplete, edition.version(SheetKey.main(key))
    return digest_of(digest, edition.shared, others, told, closed, opening, incomplete, version)
