"""Which posters an edition has, and how they are printed: from the cache where nothing changed, else on all cores."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator.facts.services import regulation_version, service_facts
from generator.model import Dataset, Paper
from generator.posters.bulletin import bulletin_sheet
from generator.posters.press import FOLDERS, Picture, PosterError, Press, Printing, Sheet
from generator.posters.sheets import regulation_sheet, service_sheet
from generator.publish.cache import Cache
from generator.publish.staging import Stage
from generator.site import addresses
from generator.site.cards import PosterCard, PosterLink
from generator.site.periods import PublicPeriod
from generator.system.parallel import map_parallel
from generator.system.progress import Progress

PARALLEL_FROM = 8
"""Number of prints from which a second process pays for its start."""

CHARTS = ("timing", "days", "cases")
"""Charts that a bulletin may have, in the order of what a wall needs most: its table tells the cases already."""

MOST_CHARTS = 2
"""As many as stand side by side."""


@dataclass(frozen=True)
class Job:
    """One poster of the site: the sheet and its paper; knows its addresses."""

    sheet: Sheet
    paper: Paper

    @property
    def folder(self) -> str:
        """services/, regulations/ or results/."""
        return FOLDERS[self.sheet.kind]

    def card(self) -> PosterCard:
        """How pages point at this poster."""
        links = tuple(
            PosterLink(addresses.poster(self.folder, self.sheet.id, self.paper, ink), self.paper.upper(), ink)
            for ink in (False, True)
        )
        page = addresses.page(self.folder, self.sheet.id)
        return PosterCard(self.sheet.title, page, addresses.thumbnail(self.folder, self.sheet.id), links)


@dataclass(frozen=True, eq=False)
class Print:
    """One file to be printed: its address, and what with."""

    address: str
    sheet: Sheet
    printing: Printing
    thumbnail: bool


def sheets(
    dataset: Dataset,
    incomplete: frozenset[str],
    site_url: str | None,
    today: date,
    periods: Mapping[str, PublicPeriod],
    drawings: Mapping[str, str],
) -> Iterator[Job]:
    """Every record that may hang on a wall today: in force, shown, and without a gap.

    ``drawings`` are the charts of ``periods``, mapping key -> SVG; a bulletin goes without those that are not in it.
    """
    settings = dataset.site.posters
    for regulation in dataset.regulations.values():
        if not regulation.repealed and f"regulations/{regulation.id}" not in incomplete:
            url = _url(site_url, addresses.page(addresses.REGULATIONS, regulation.id))
            sheet = regulation_sheet(regulation, dataset.site, regulation_version(regulation), url)
            yield Job(sheet, settings.regulation_paper)
    for service in dataset.services.values():
        if service.status.state == "在办" and f"services/{service.id}" not in incomplete:
            url = _url(site_url, addresses.page(addresses.SERVICES, service.id))
            sheet = service_sheet(service, service_facts(service, dataset), dataset.site, url)
            yield Job(sheet, settings.service_paper)
    for period_id, period in periods.items():
        if period.figures and f"results/{period_id}" not in incomplete:
            url = _url(site_url, addresses.page(addresses.RESULTS, period_id))
            charts = {spec.name: spec for spec in period.charts if spec.key in drawings}
            chosen = [charts[name] for name in CHARTS if name in charts][:MOST_CHARTS]
            pictures = tuple(Picture(spec.title, drawings[spec.key], spec.alt) for spec in chosen)
            sheet = bulletin_sheet(period.posted, period.figures, dataset, pictures, url, today)
            yield Job(sheet, settings.bulletin_paper)


def prints(jobs: Iterable[Job]) -> Iterator[Print]:
    """The files of ``jobs``: colour, ink-saving, thumbnail."""
    for job in jobs:
        for ink in (False, True):
            address = addresses.poster(job.folder, job.sheet.id, job.paper, ink)
            yield Print(address, job.sheet, Printing(job.paper, ink, "pdf"), False)
        address = addresses.thumbnail(job.folder, job.sheet.id)
        yield Print(address, job.sheet, Printing(job.paper, False, "png"), True)


class PrintShop:
    """Prints files and keeps them in a cache under the fingerprint of everything that went into them."""

    def __init__(self, fonts: Path, templates: Path, cache: Cache, workers: int) -> None:
        self._folders = (fonts, templates)
        self._press = Press(fonts, templates)
        self._cache = cache
        self._workers = workers

    def run(
        self, orders: list[Print], stage: Stage, fresh: bool, progress: Progress
    ) -> Iterator[tuple[Print, PosterError]]:
        """Put every order into ``stage``; yield those that failed, and why. ``fresh`` ignores the cache."""
        keys = {order: self._press.fingerprint(order.sheet, order.printing, order.thumbnail) for order in orders}
        todo = [order for order in orders if fresh or not self._cache.place(keys[order], stage, order.address)]
        printer = partial(_printer, *self._folders)
        results = map_parallel(printer, todo, self._workers, PARALLEL_FROM, chunk=4, inherit=False)
        for number, (order, made) in enumerate(zip(todo, results, strict=True), 1):
            progress(number, len(todo))
            if isinstance(made, bytes):
                self._cache.put(keys[order], made)
                self._cache.place(keys[order], stage, order.address)
            else:
                yield order, made
        self._cache.forget_all_but(keys.values())


def _printer(fonts: Path, templates: Path) -> Callable[[Print], bytes | PosterError]:
    press = Press(fonts, templates)

    def make(order: Print) -> bytes | PosterError:
        try:
            if order.thumbnail:
                return press.thumbnail(order.sheet, order.printing)
            return press.print(order.sheet, order.printing)[0]
        except PosterError as error:
            return error

    return make


def _url(site_url: str | None, address: str) -> str | None:
    return site_url + address if site_url else None
