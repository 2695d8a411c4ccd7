"""A build, from a content folder to a published site: load, check, derive, render, verify, publish.

The theme's pages are the one thing this module does not make: ``finish`` gets them as shells, cut where records
differ. Who rendered them (MkDocs, see ``generator.plugin``) is not known here.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal, cast
import multiprocessing
import sys

from generator import addresses, exports, search, verify
from generator.fonts import find_fonts
from generator.load import load, place_problem
from generator.model import Dataset, Record
from generator.pages import Edition, Page, Shell, Templates, list_pages, print_page, record_pages, service_page
from generator.pages.contexts import PosterCard
from generator.derive import notice_phase
from generator.presses import PrintShop, prints, sheets
from generator.problems import Problem, in_order
from generator.publish import Cache, Stage, seal, swap
from generator.rules import Finding, check, without_placeholders
from generator.texts.residents import WORDS

PosterMode = Literal["all", "changed", "none"]
PARALLEL_FROM = 400
"""Number of services from which rendering on all cores pays for the start of the processes."""


@dataclass(frozen=True)
class Order:
    """What to build: absolute folders, the address of the site if it has one, today's date, posters or not."""

    content: Path
    site: Path
    templates: Path
    cache: Path
    site_url: str | None
    today: date
    posters: PosterMode
    workers: int
    tell: Callable[[str, int, int], None] = field(default=lambda stage, done, total: None)


@dataclass(frozen=True)
class Prepared:
    """Content that may be published: sound records, and what is still missing in them."""

    order: Order
    dataset: Dataset
    problems: tuple[Problem, ...]
    incomplete: frozenset[str]


@dataclass(frozen=True)
class Report:
    """What a build did. ``warnings`` are sentences for the clerk; ``changed`` is False when nothing was written."""

    problems: tuple[Problem, ...]
    warnings: tuple[str, ...]
    pages: int
    posters: int
    changed: bool


class ContentError(Exception):
    """The content has errors; nothing was published."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class UnfitSite(Exception):
    """The staged site failed verification; nothing was published."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def examine(content: Path, today: date, workers: int = 1) -> tuple[Dataset | None, tuple[Problem, ...], frozenset[str]]:
    """Load and check ``content``: the records, every problem once in order, and the keys of incomplete records."""
    loaded = load(content, workers)
    if loaded.dataset is None:
        return None, loaded.problems, frozenset()
    findings = check(loaded.dataset, today)
    problems = [place_problem(content, finding.rule, finding.place, finding.values) for finding in findings]
    gaps = {f.place.path.removesuffix(".yml") for f, p in zip(findings, problems, strict=True) if p.severity == "gap"}
    dataset = _veiled(loaded.dataset, findings)
    return dataset, in_order((*loaded.problems, *problems)), frozenset(gaps)


def prepare(order: Order) -> Prepared:
    """Read what is to be published. Raises ContentError when it has errors."""
    order.tell("read", 0, 0)
    dataset, problems, incomplete = examine(order.content, order.today, order.workers)
    if dataset is None or any(problem.severity == "error" for problem in problems):
        raise ContentError(problems)
    return Prepared(order, dataset, problems, incomplete)


def finish(prepared: Prepared, shells: Mapping[str, Shell], stage: Stage) -> Report:
    """Fill ``shells`` with every record, add posters, search and data, verify the whole, and publish it.

    Raises UnfitSite when verification finds a fault; the published site is then as it was.
    """
    order, dataset = prepared.order, prepared.dataset
    cards, warnings = _print_posters(prepared, stage)
    data = exports.open_data(dataset)
    for address, (_, content) in data.items():
        stage.write(address, content)
    files = tuple((address, title, len(content)) for address, (title, content) in data.items())
    edition = Edition(dataset, order.today, prepared.incomplete, cards, files)
    scans = list(_write_pages(edition, shells, stage, order))
    _write_index(edition, stage, order.site_url)
    order.tell("verify", 0, 0)
    _verify(edition, scans, stage, order.site_url)
    seal(stage)
    changed = swap(stage, order.site)
    return Report(prepared.problems, warnings, len(scans), len(cards), changed)


def _veiled(dataset: Dataset, findings: tuple[Finding, ...]) -> Dataset:
    """``dataset`` with the placeholders gone from every record in which one was found."""
    unfinished = {finding.place.path.removesuffix(".yml") for finding in findings if finding.rule == "text/placeholder"}
    if not unfinished:
        return dataset

    def veil(record: Record) -> Record:
        return without_placeholders(record, WORDS["unknown"])

    groups: dict[str, object] = {
        name: {
            key: veil(record) if f"{name}/{key}" in unfinished else record
            for key, record in getattr(dataset, name).items()
        }
        for name in ("services", "regulations", "notices")
    }
    if "materials" in unfinished:
        groups["materials"] = {key: veil(record) for key, record in dataset.materials.items()}
    if "windows" in unfinished:
        groups["windows"] = tuple(map(veil, dataset.windows))
        groups["functions"] = tuple(map(veil, dataset.functions))
    if "site" in unfinished:
        groups["site"] = veil(dataset.site)
    return replace(dataset, **cast("dict[str, object]", groups))  # type: ignore[arg-type]


def _print_posters(prepared: Prepared, stage: Stage) -> tuple[dict[str, PosterCard], tuple[str, ...]]:
    """Print the posters into ``stage``: mapping key -> card of those that succeeded, and warnings."""
    order = prepared.order
    if order.posters == "none":
        return {}, ()
    jobs = list(sheets(prepared.dataset, prepared.incomplete, order.site_url))
    shop = PrintShop(find_fonts(), order.templates / "posters", Cache(order.cache / "posters"), order.workers)
    orders = list(prints(jobs))
    failed: dict[str, str] = {}
    for item, made in shop.run(orders, order.posters == "all", lambda done, total: order.tell("posters", done, total)):
        if isinstance(made, bytes):
            stage.write(item.address, made)
        else:
            failed[f"{item.sheet.kind}s/{item.sheet.id}"] = str(made)
    cards = {job.key: job.card() for job in jobs if job.key not in failed}
    warnings = [f"{key}：{message}" for key, message in failed.items()]
    if order.site_url is None:
        warnings.insert(0, "mkdocs.yml 没有写 site_url，海报上没有二维码。请写：site_url: https://您的网址/")
    return cards, tuple(warnings)


def _write_pages(edition: Edition, shells: Mapping[str, Shell], stage: Stage, order: Order) -> Iterator[verify.Scan]:
    """Write every page; the scans of the written pages are yielded for verification."""
    printer = _Printer(edition, shells, order.templates / "pages", stage, _site_path(order.site_url))
    for page in (*list_pages(edition), *record_pages(edition)):
        yield printer.write(page)
    ids = list(edition.dataset.services)
    if order.workers < 2 or len(ids) < PARALLEL_FROM:
        for number, service_id in enumerate(ids, 1):
            order.tell("pages", number, len(ids))
            yield printer.write_service(service_id)
        return
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(order.workers, context, _start_printer, (printer,)) as pool:
        for number, scan in enumerate(pool.map(_print_in_worker, ids, chunksize=50), 1):
            order.tell("pages", number, len(ids))
            yield scan


class _Printer:
    """Renders, writes and scans pages; one a process."""

    def __init__(
        self, edition: Edition, shells: Mapping[str, Shell], templates: Path, stage: Stage, site_path: str
    ) -> None:
        self._edition = edition
        self._shells = shells
        self._templates = templates
        self._stage = stage
        self._site_path = site_path
        self._ready: Templates | None = None

    def write(self, page: Page) -> verify.Scan:
        self._ready = self._ready or Templates(self._templates)
        shell = self._shells[page.shell if not page.record_id else f"{page.shell}*"]
        html = print_page(page, shell, self._ready, self._edition.dataset.site.hall.name)
        address = f"{page.url}index.html"
        self._stage.write(address, html.encode())
        return verify.scan_html(address, html, self._site_path)

    def write_service(self, service_id: str) -> verify.Scan:
        return self.write(service_page(self._edition.dataset.services[service_id], self._edition))


_printer: _Printer | None = None


def _start_printer(printer: _Printer) -> None:
    global _printer
    _printer = printer


def _print_in_worker(service_id: str) -> verify.Scan:
    assert _printer is not None
    return _printer.write_service(service_id)


def _write_index(edition: Edition, stage: Stage, site_url: str | None) -> None:
    dataset = edition.dataset
    posted = [n for n in dataset.notices.values() if notice_phase(n, edition.today) != "taken_down"]
    stage.write(f"{addresses.SEARCH}index.json", search.index_json(search.entries(dataset, posted)))
    stage.write(f"{addresses.SEARCH}homophones.json", search.homophones_json())
    if site_url:
        listed = [(address, None) for address in addresses.LISTS if address != addresses.SEARCH]
        services = [(addresses.page(addresses.SERVICES, s.id), s.verified) for s in dataset.services.values()]
        rest = [(page.url, None) for page in record_pages(edition)]
        stage.write("sitemap.xml", exports.sitemap(site_url, (*listed, *services, *rest)))


def _verify(edition: Edition, scans: list[verify.Scan], stage: Stage, site_url: str | None) -> None:
    files = dict(stage.files())
    done = {scan.address for scan in scans}
    for address in files:
        if address.endswith(".html") and address not in done:
            html = (stage.folder / address).read_text("utf-8")
            scans.append(verify.scan_html(address, html, _site_path(site_url)))
        elif address.endswith(".css"):
            scans.append(verify.scan_css(address, (stage.folder / address).read_text("utf-8")))
    expected = [f"{address}index.html" for address in addresses.LISTS]
    expected += [f"{addresses.page(addresses.SERVICES, key)}index.html" for key in edition.dataset.services]
    expected += ["404.html", f"{addresses.SEARCH}index.json"]
    faults = verify.faults(files, scans, expected)
    if faults:
        raise UnfitSite(faults)


def _site_path(site_url: str | None) -> str:
    return "/" + site_url.split("//", 1)[-1].partition("/")[2] if site_url else "/"
