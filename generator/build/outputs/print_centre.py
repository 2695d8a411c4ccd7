"""The page of the print centre, which tells how many pages each sheet has and is made when all sheets are printed."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator.build.cards import poster_groups
from generator.build.outputs.output import File, Output, digest_of
from generator.model import Site
from generator.site.edition import Edition
from generator.site.frame import Frame, hall_facts
from generator.site.pages import Page, page_html, print_centre
from generator.site.shells import Shell, in_hall
from generator.site.templates import Templates


class PrintCentre(Output):
    """Fills its shell with its template in a folder; ``site`` is what the frame says of the hall."""

    name = "print-centre"
    needs: tuple[str, ...] = ("posters",)
    waits = True

    def __init__(self, frame: Frame, site: Site, templates: Path) -> None:
        self._frame, self._site = frame, site
        self._templates = Templates(templates)

    def render(self, edition: Edition) -> Iterator[File]:
        """The one page."""
        hall, site = edition.dataset.site.hall.name, self._site
        page = print_centre(poster_groups(edition), hall)
        shell = Shell.cut(in_hall(self._frame.shells[page.shell_key], hall_facts(site)))
        make = partial(self._html, page, shell, edition)
        yield File(f"{page.url}index.html", make, digest_of(shell, site.government_site, hall, page))

    def _html(self, page: Page, shell: Shell, edition: Edition) -> bytes:
        return page_html(page, shell, self._templates, edition.dataset.site, edition.site_url).encode()
