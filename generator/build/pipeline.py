"""A build, from a content folder to a published site: load, check, derive, render, verify, publish.

The theme's pages are the one thing this module does not make: ``finish`` gets them as shells, cut where records
differ. Who rendered them (MkDocs, see ``generator.engines.mkdocs``) is not known here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from generator.build.chart_run import draw_charts
from generator.build.checkpoints import AppliedWaivers, applied_waivers, inspect_files, inspect_site, prose_problems
from generator.build.page_run import PageWriter, write_pages
from generator.build.poster_run import PrintShop, prints, sheets
from generator.content.load import load, place_problem
from generator.content.problems import ContentError, Problem, in_order
from generator.model import Dataset
from generator.posters.fonts import find_fonts
from generator.privacy.gate import GateFailed, Item, Leak
from generator.publish import verify
from generator.publish.cache import Cache
from generator.publish.manifest import write_manifest
from generator.publish.staging import Stage
from generator.publish.swap import swap
from generator.rules import check, without_placeholders
from generator.site import addresses
from generator.site import open_data as exports
from generator.site.cards import PosterCard
from generator.site.pages import Edition, Shell, record_pages
from generator.site.periods import PublicPeriod, public_periods
from generator.system.progress import StageProgress
from generator.texts.commands import TEXTS
from generator.texts.residents import WORDS

T = TypeVar("T")
PosterMode = Literal["all", "changed", "none"]


@dataclass(frozen=True)
class BuildOptions:
    """What to build: absolute folders, the address of the site if it has one, today's date, posters or not."""

    content: Path
    site: Path
    templates: Path
    cache: Path
    site_url: str | None
    today: date
    posters: PosterMode
    workers: int
    progress: StageProgress


@dataclass(frozen=True)
class Prepared:
    """Content that may be published: sound records, and what is still missing in them."""

    options: BuildOptions
    dataset: Dataset
    problems: tuple[Problem, ...]
    incomplete: frozenset[str]
    applied_waivers: AppliedWaivers


@dataclass(frozen=True)
class Report:
    """What a build did. ``warnings`` are sentences for the clerk; ``changed`` is False when nothing was written."""

    problems: tuple[Problem, ...]
    warnings: tuple[str, ...]
    pages: int
    posters: int
    changed: bool


class UnfitSite(Exception):
    """The staged site failed verification; nothing was published."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class PrivateData(UnfitSite):
    """Something private stands in the staged site; nothing was published."""

    def __init__(self, leaks: tuple[Leak, ...]) -> None:
        super().__init__(tuple(map(str, leaks)))
        self.leaks = leaks


def examine(content: Path, today: date, workers: int = 1) -> tuple[Dataset | None, tuple[Problem, ...], frozenset[str]]:
    """Load and check ``content``: the records, every problem once in order, and the keys of incomplete records."""
    loaded = load(content, workers)
    if loaded.dataset is None:
        return None, loaded.problems, frozenset()
    findings = check(loaded.dataset, today)
    prose = _at_the_gate(partial(prose_problems, content, loaded.dataset, today))
    problems = [place_problem(content, finding.rule, finding.place, finding.values) for finding in findings]
    gaps = {
        f.place.path.removesuffix(".yml").removesuffix(".csv")
        for f, p in zip(findings, problems, strict=True)
        if p.severity == "gap"
    }
    dataset = without_placeholders(loaded.dataset, findings, WORDS["unknown"])
    return dataset, in_order((*loaded.problems, *problems, *prose)), frozenset(gaps)


def prepare(options: BuildOptions) -> Prepared:
    """Read what is to be published. Raises ContentError when it has errors."""
    options.progress("read", 0, 0)
    dataset, problems, incomplete = examine(options.content, options.today, options.workers)
    if dataset is None or any(problem.severity == "error" for problem in problems):
        raise ContentError(problems)
    allowed = _at_the_gate(partial(applied_waivers, options.content, dataset, options.today))
    return Prepared(options, dataset, problems, incomplete, allowed)


def finish(prepared: Prepared, shells: Mapping[str, Shell], prose: Sequence[str], stage: Stage) -> Report:
    """Fill ``shells`` with every record, add posters, search and data, verify the whole, and publish it.

    ``prose`` are the addresses of the pages that the theme made by itself.
    Raises UnfitSite when verification finds a fault, PrivateData when the gate finds something private, and UnfitSite
    again when the gate cannot do its work; the published site is then as it was.
    """
    options, dataset = prepared.options, prepared.dataset
    periods = public_periods(dataset, options.today)
    drawings = draw_charts(periods, stage, Cache(options.cache / "charts"), options.posters == "all", options.workers)
    cards, warnings = _print_posters(prepared, stage, periods, drawings)
    files = _write_open_data(dataset, options.today, stage)
    edition = Edition(dataset, options.today, prepared.incomplete, cards, files)
    printer = PageWriter(edition, shells, options.templates / "pages", stage, _site_path(options.site_url))
    scans = list(write_pages(printer, options.workers, partial(options.progress, "pages")))
    if options.site_url:
        stage.write("sitemap.xml", _sitemap(edition, prose, options.site_url))
    options.progress("verify", 0, 0)
    _verify(edition, scans, stage, options.site_url)
    _refuse_private_data(prepared, stage)
    write_manifest(stage)
    changed = swap(stage, options.site)
    return Report(
        prepared.problems,
        (*warnings, *prepared.applied_waivers.lines()),
        sum(scan.address.endswith(".html") for scan in scans),
        len(cards),
        changed,
    )


def admit(files: Sequence[Item], content: Path, dataset: Dataset, today: date) -> None:
    """Let single files pass that leave the project outside a site. Raises PrivateData, UnfitSite."""
    if leaks := _at_the_gate(partial(inspect_files, files, content, dataset, today)):
        raise PrivateData(leaks)


def _print_posters(
    prepared: Prepared, stage: Stage, periods: Mapping[str, PublicPeriod], drawings: Mapping[str, str]
) -> tuple[dict[str, PosterCard], tuple[str, ...]]:
    """Print the posters into ``stage``: mapping key -> card of those that succeeded, and warnings."""
    options = prepared.options
    cache = Cache(options.cache / "posters")
    if options.posters == "none":
        cache.forget_kind("bulletin")  # it may name people whose days are over
        return {}, ()
    jobs = list(sheets(prepared.dataset, prepared.incomplete, options.site_url, options.today, periods, drawings))
    shop = PrintShop(find_fonts(), options.templates / "posters", cache, options.workers)
    orders = list(prints(jobs))
    failed: dict[str, str] = {}
    progress = partial(options.progress, "posters")
    for item, error in shop.run(orders, stage, options.posters == "all", progress):
        failed[item.sheet.key] = str(error)
    for item in orders:
        if item.sheet.key in failed:
            stage.withdraw(item.address)
    cards = {job.sheet.key: job.card() for job in jobs if job.sheet.key not in failed}
    warnings = [f"{key}：{message}" for key, message in failed.items()]
    if options.site_url is None:
        warnings.insert(0, TEXTS["no_site_url"])
    return cards, tuple(warnings)


def _write_open_data(dataset: Dataset, today: date, stage: Stage) -> tuple[tuple[str, str, int], ...]:
    """Address, what it is, and size in bytes of each file."""
    data = exports.open_data(dataset, today)
    for address, (_, content) in data.items():
        stage.write(address, content)
    return tuple((address, title, len(content)) for address, (title, content) in data.items())


def _sitemap(edition: Edition, prose: Sequence[str], site_url: str) -> bytes:
    services = edition.dataset.services.values()
    listed = [(address, None) for address in addresses.LISTS if address != addresses.SEARCH]
    verified = [(addresses.page(addresses.SERVICES, service.id), service.verified) for service in services]
    rest = [(address, None) for address in (*(page.url for page in record_pages(edition)), *prose)]
    return exports.sitemap(site_url, (*listed, *verified, *rest))


def _verify(edition: Edition, scans: list[verify.Scan], stage: Stage, site_url: str | None) -> None:
    files = dict(stage.files())
    done = {scan.address for scan in scans}
    for address in files:
        if address.endswith((".html", ".svg")) and address not in done:
            html = (stage.folder / address).read_text("utf-8")
            scans.append(verify.scan_prose(address, html, _site_path(site_url)))
        elif address.endswith(".css"):
            scans.append(verify.scan_css(address, (stage.folder / address).read_text("utf-8")))
    expected = [f"{address}index.html" for address in addresses.LISTS]
    expected += [f"{addresses.page(addresses.SERVICES, key)}index.html" for key in edition.dataset.services]
    expected += ["404.html", f"{addresses.SEARCH}index.json"]
    faults = verify.faults(files, scans, expected)
    if faults:
        raise UnfitSite(faults)


def _refuse_private_data(prepared: Prepared, stage: Stage) -> None:
    options = prepared.options
    progress = partial(options.progress, "privacy")
    site = partial(
        inspect_site, stage, prepared.dataset, prepared.applied_waivers, options.cache, options.workers, progress
    )
    if leaks := _at_the_gate(site):
        raise PrivateData(leaks)


def _at_the_gate(step: Callable[[], T]) -> T:
    """What ``step`` finds; a gate that cannot do its work is closed."""
    try:
        return step()
    except GateFailed as error:
        raise UnfitSite((TEXTS["gate_failed"].format(reason=error),)) from None


def _site_path(site_url: str | None) -> str:
    return "/" + site_url.split("//", 1)[-1].partition("/")[2] if site_url else "/"
