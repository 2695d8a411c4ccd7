"""Write every page of an edition and its search index into the stage, on all cores; scan what was written."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.facts.services import notice_phase
from generator.publish.staging import Stage
from generator.publish.verify import Scan, scan_html
from generator.site import addresses, search
from generator.site.pages import (
    LIST_TITLES,
    Edition,
    Page,
    Shell,
    Templates,
    list_pages,
    page_html,
    record_pages,
    service_page,
)
from generator.system.parallel import map_parallel
from generator.system.progress import Progress
from generator.texts.residents import WORDS

PARALLEL_FROM = 400
"""Number of files from which a second process pays for its start."""

GONE = ("withdrawn", "taken_down")
"""Phases in which a notice or a period can no longer be found."""


class Written(NamedTuple):
    """A file in the stage: address, SHA-256, and its scan if it is a page."""

    address: str
    digest: str
    scan: Scan | None


class PageWriter:
    """Writes the files of one edition; one a process."""

    def __init__(
        self, edition: Edition, shells: Mapping[str, Shell], templates: Path, stage: Stage, site_path: str
    ) -> None:
        self.edition = edition
        self.stage = stage
        self.pages = (*list_pages(edition), *record_pages(edition))  # here, so that no process is sent them one by one
        self._shells = shells
        self._templates = Templates(templates)
        self._site_path = site_path
        self._reported: set[str] = set()

    def page(self, page: Page) -> Written:
        """Write one page. A link that an earlier page of this printer has is left out of the scan."""
        shell = self._shells[f"{page.shell}*" if page.record_id else page.shell]
        html = page_html(page, shell, self._templates, self.edition.dataset.site.hall.name)
        address = f"{page.url}index.html"
        scan = scan_html(address, html, self._site_path)
        new = scan.targets - self._reported
        self._reported |= new
        return Written(address, self.stage.write(address, html.encode()), replace(scan, targets=new))

    def numbered(self, number: int) -> Written:
        """Write the page with that number in ``pages``."""
        return self.page(self.pages[number])

    def service(self, service_id: str) -> Written:
        """Write the page of one service."""
        return self.page(service_page(self.edition.dataset.services[service_id], self.edition))

    def index(self) -> Written:
        """Write the search index; what was taken down is not in it."""
        dataset = self.edition.dataset
        posted = [n for n in dataset.notices.values() if notice_phase(n, self.edition.today) not in GONE]
        address = f"{addresses.SEARCH}index.json"
        data = search.index_json(search.entries(dataset, posted, _other_pages(self.edition)))
        return Written(address, self.stage.write(address, data), None)

    def homophones(self) -> Written:
        """Write the table of sounds that the search consults when the characters find nothing."""
        address = f"{addresses.SEARCH}homophones.json"
        return Written(address, self.stage.write(address, search.homophones_json()), None)


Task = Callable[[PageWriter], Written]
"""A file to write."""


def _other_pages(edition: Edition) -> Iterator[search.Entry]:
    """Pages that are no records, as the search should know them."""
    dataset = edition.dataset
    for window in dataset.windows:
        names = (*window.aliases, f"{window.name}{WORDS['windows']}")
        yield search.page(window.name, addresses.page(addresses.WINDOWS, window.id), names)
    for period_id in dataset.results:
        posted = edition.periods[period_id].posted
        if posted.phase not in GONE:
            yield search.page(posted.period.title, addresses.page(addresses.RESULTS, period_id))
    for address in (addresses.SUPERVISION, addresses.POSTERS, addresses.RESULTS, addresses.LOOKUP, addresses.OPEN_DATA):
        yield search.page(WORDS[LIST_TITLES[address]], address)


def write_pages(printer: PageWriter, workers: int, progress: Progress) -> Iterator[Scan]:
    """Write everything; yield the scan of each page."""
    for address, data in printer.edition.data.items():
        printer.stage.write(address, data)
    numbers = range(len(printer.pages))
    tasks: list[Task] = [
        PageWriter.index,
        PageWriter.homophones,
        *(partial(PageWriter.numbered, number=n) for n in numbers),
    ]
    tasks += [partial(PageWriter.service, service_id=service_id) for service_id in printer.edition.dataset.services]
    for number, written in enumerate(
        map_parallel(partial(_performer, printer), tasks, workers, PARALLEL_FROM, chunk=20), 1
    ):
        printer.stage.digests[written.address] = written.digest
        progress(number, len(tasks))
        if written.scan:
            yield written.scan


def _performer(printer: PageWriter) -> Callable[[Task], Written]:
    return partial(_perform, printer)


def _perform(printer: PageWriter, task: Task) -> Written:
    return task(printer)
