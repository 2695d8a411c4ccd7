"""Makes the folder for a section of another site: fragments and pages, what scripts load, and how to embed them.

Records are laid out anew (``channels.fragments``); search, look-up and charts are files of the published site.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.build.beside import pages_of, refuse_private_data, site_files
from generator.build.checkpoints import UnfitSite
from generator.build.pipeline import Hall
from generator.channels.fragment_style import scoped
from generator.channels.fragments import FRAME_SCRIPT, MANIFEST, SCRIPT, STYLE, Section, is_embedded
from generator.channels.include_page import INCLUDE, include_page
from generator.channels.page_blocks import LEFT_OUT
from generator.channels.ways import FRAGMENT, PAGE, Ways
from generator.content.prose import PROSE_FOLDER, read_pages
from generator.publish.manifest import write_manifest
from generator.publish.portable import name_faults
from generator.publish.staging import Stage, staged
from generator.publish.swap import swap
from generator.publish.verify import Scan, faults, scan_html
from generator.site import addresses
from generator.site.pages import Page
from generator.texts.channels_fragments import FRAGMENTS

_LOADED = (
    addresses.SEARCH,
    addresses.LOOKUP,
    addresses.VISITS,
    *(f"assets/gongshi/{name}.js" for name in ("matcher", "search", "lookup", "opening")),
)
"""Beginnings of the addresses of scripts that a fragment may load."""


def embedded_section(hall: Hall) -> Iterator[str]:
    """Make the folder; tells where it is.

    Raises UnfitSite, PrivateData, SiteBusy, NotASite, OSError.
    """
    project = hall.project
    site = project.site.resolve()
    folder, cache = site.with_name(f"{site.name}-embed"), project.cache / "embed"
    pages = [page for page in pages_of(hall.edition()) if is_embedded(page)]
    section = _section(hall, pages)
    with staged(folder, cache) as stage:
        stage.begin()
        roots = {page.url: section.root(page) for page in pages}
        _fill(stage, section, [(page, roots[page.url]) for page in pages], hall, site)
        refuse_private_data(stage, hall, cache)
        for url, root in roots.items():  # nothing but what the gate has read in the page
            stage.write(f"{url}{FRAGMENT}", section.fragment(url, root).encode())
        write_manifest(stage)
        swap(stage, folder)
    yield FRAGMENTS["done"].format(folder=folder.name, pages=len(pages))
    if project.site_url is None:
        yield FRAGMENTS["elsewhere"].format(titles="、".join(section.elsewhere))


def _section(hall: Hall, pages: list[Page]) -> Section:
    site, prose = hall.dataset.site, f"{hall.project.content.name}/{PROSE_FOLDER}/"
    own = site.channels.embed
    written = [addresses.prose_page(path.removeprefix(prose)) for path in read_pages(hall.project.content).texts]
    elsewhere = (*LEFT_OUT, *(address for address in written if address))
    ways = Ways(frozenset(page.url for page in pages), own.link, own.files, hall.project.site_url, own.hosts)
    return Section(site, ways, elsewhere)


def _fill(stage: Stage, section: Section, pages: list[tuple[Page, str]], hall: Hall, site: Path) -> None:
    """Put everything into ``stage``. Raises UnfitSite where it is not fit to be handed on."""
    templates = hall.project.templates / "embed"
    scans = [_write(stage, section, page, root) for page, root in pages]
    for address, data in site_files(site):
        if (address.startswith(_LOADED) and address.endswith(".js")) or _is_chart(address):
            stage.write(address, data)
    stage.write(STYLE, scoped((templates / STYLE).read_text("utf-8")).encode())
    for name in (SCRIPT, FRAME_SCRIPT):
        stage.write(name, (templates / name).read_bytes())
    stage.write(MANIFEST, section.manifest((page for page, _ in pages), hall.options.today))
    stage.write(INCLUDE, include_page(section.ways, hall.dataset.site.hall.name).encode())
    found = (*name_faults(stage.files), *faults(stage.sweep(), scans, (PAGE,)))
    if found:
        raise UnfitSite(found)


def _write(stage: Stage, section: Section, page: Page, root: str) -> Scan:
    """Put a page for a frame into ``stage``; its form may lead to the site around."""
    html, around = section.page(page, root), section.ways.pattern_origin
    stage.write(f"{page.url}{PAGE}", html.encode())
    scan = scan_html(f"{page.url}{PAGE}", html)
    if not around:
        return scan
    return replace(scan, external=frozenset(url for url in scan.external if not url.startswith(f"{around}/")))


def _is_chart(address: str) -> bool:
    return address.startswith(addresses.RESULTS) and address.endswith(".svg")
