"""Write every page of an edition into the stage, on all cores where there are many; scan what was written."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from generator.pages import Edition, Page, Shell, Templates, list_pages, print_page, record_pages, service_page
from generator.publish import Stage
from generator.verify import Scan, scan_html
from generator.workers import spread

PARALLEL_FROM = 400
"""Number of services from which a second process pays for its start."""


class Printer:
    """Renders, writes and scans pages of one edition."""

    def __init__(
        self, edition: Edition, shells: Mapping[str, Shell], templates: Path, stage: Stage, site_path: str
    ) -> None:
        self.edition = edition
        self._shells = shells
        self._templates = Templates(templates)
        self.stage = stage
        self._site_path = site_path

    def write(self, page: Page) -> tuple[Scan, str]:
        """Write one page; its scan and SHA-256."""
        shell = self._shells[f"{page.shell}*" if page.record_id else page.shell]
        html = print_page(page, shell, self._templates, self.edition.dataset.site.hall.name)
        address = f"{page.url}index.html"
        digest = self.stage.write(address, html.encode())
        return scan_html(address, html, self._site_path), digest

    def write_service(self, service_id: str) -> tuple[Scan, str]:
        """Write the page of one service."""
        return self.write(service_page(self.edition.dataset.services[service_id], self.edition))


def print_pages(printer: Printer, workers: int, tell: Callable[[int, int], None]) -> Iterator[Scan]:
    """Write every page; yield the scan of each."""
    for page in (*list_pages(printer.edition), *record_pages(printer.edition)):
        yield printer.write(page)[0]
    ids = list(printer.edition.dataset.services)
    written = spread(partial(_service_writer, printer), ids, workers, PARALLEL_FROM, chunk=50)
    for number, (scan, digest) in enumerate(written, 1):
        printer.stage.digests[scan.address] = digest
        tell(number, len(ids))
        yield scan


def _service_writer(printer: Printer) -> Callable[[str], tuple[Scan, str]]:
    return printer.write_service
