"""Makes the folder for a section of another site: fragments and pages, what scripts load, and how to embed them.

Records are laid out anew (``channels.fragments``); search, look-up and charts are files of the published site.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from generator.build.assembly import assemble
from generator.build.beside import publish_folder, refuse_private_data, site_file, workshop
from generator.build.checkpoints import UnfitSite
from generator.build.left_behind import folder_beside
from generator.build.outputs.output import File, Output, digest_of
from generator.build.pipeline import Hall
from generator.build.site_pages import site_pages
from generator.channels.fragment_style import scoped
from generator.channels.fragments import FRAME_SCRIPT, MANIFEST, SCRIPT, STYLE, Section
from generator.channels.include_page import INCLUDE, include_page
from generator.channels.page_blocks import LEFT_OUT
from generator.channels.site_page import SitePage
from generator.channels.ways import FRAGMENT, PAGE, Ways
from generator.content.prose import PROSE_FOLDER, read_pages
from generator.publish.manifest import read_manifest
from generator.publish.portable import name_faults
from generator.publish.staging import Stage, staged
from generator.publish.verify import Scan, faults
from generator.site import addresses
from generator.site.edition import Edition
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
    folder, cache = folder_beside(site, "embed"), project.cache / "embed"
    pages = site_pages(hall.plain)
    section = _section(hall, pages)
    with staged(folder, cache) as stage, workshop(stage, hall, folder, cache) as (shop, files):
        stage.begin()
        files |= assemble((Fragments(section, pages),), hall.edition(), shop, hall.options.progress).files
        _fill(stage, section, pages, hall, site)
        _refuse_faults(stage, section, [file.scan for file in files.values() if file.scan])
        refuse_private_data(stage, hall, cache, {f"{page.url}{FRAGMENT}" for page in pages})
        publish_folder(stage, folder)
    yield FRAGMENTS["done"].format(folder=folder.name, pages=len(pages))
    if project.site_url is None:
        yield FRAGMENTS["elsewhere"].format(titles="、".join(section.elsewhere))


class Fragments(Output):
    """A page for a frame and a fragment of each page; a fragment has nothing but what is in the page."""

    name = "embed"

    def __init__(self, section: Section, pages: tuple[SitePage, ...]) -> None:
        self._section, self._pages = section, pages
        ways = section.ways
        known = sorted(ways.pages), ways.pattern, ways.files, ways.site_url, ways.hosts
        self._digest = digest_of(section.site, known, section.elsewhere)

    def render(self, _edition: Edition) -> Iterator[File]:
        """Both files of each page, one after the other."""
        for page in self._pages:
            inputs = page.inputs and digest_of(self._digest, page.inputs)
            root = _Root(self._section, page)
            yield File(f"{page.url}{PAGE}", root.page, inputs)
            yield File(f"{page.url}{FRAGMENT}", root.fragment, inputs, repeated=True)


class _Root:
    """What a page says, made once for its two files."""

    def __init__(self, section: Section, page: SitePage) -> None:
        self._section, self._page = section, page

    @cached_property
    def _html(self) -> str:
        return self._section.root(self._page.page, self._page.blocks)

    def page(self) -> bytes:
        """The page for a frame."""
        return self._section.page(self._page.page, self._html).encode()

    def fragment(self) -> bytes:
        """What is put into a page of the other site."""
        return self._section.fragment(self._page.url, self._html).encode()


def _section(hall: Hall, pages: tuple[SitePage, ...]) -> Section:
    site, prose = hall.dataset.site, f"{hall.project.content.name}/{PROSE_FOLDER}/"
    own = site.channels.embed
    written = [addresses.prose_page(path.removeprefix(prose)) for path in read_pages(hall.project.content).texts]
    elsewhere = (*LEFT_OUT, *(address for address in written if address))
    ways = Ways(frozenset(page.url for page in pages), own.link, own.files, hall.project.site_url, own.hosts)
    return Section(site, ways, elsewhere)


def _fill(stage: Stage, section: Section, pages: tuple[SitePage, ...], hall: Hall, site: Path) -> None:
    """Put everything but the pages into ``stage``. Raises UnfitSite where a file of the site was changed."""
    templates = hall.project.templates / "embed"
    for address, digest in read_manifest(site).items():
        loaded = address.startswith(_LOADED) and address.endswith(".js")
        if (loaded or _is_chart(address)) and not stage.keep(address, digest):
            stage.write(address, site_file(site, address, digest))
    stage.write(STYLE, scoped((templates / STYLE).read_text("utf-8")).encode())
    for name in (SCRIPT, FRAME_SCRIPT):
        stage.write(name, (templates / name).read_bytes())
    stage.write(MANIFEST, section.manifest((page.tagged for page in pages), hall.options.today))
    stage.write(INCLUDE, include_page(section.ways, hall.dataset.site.hall.name).encode())


def _refuse_faults(stage: Stage, section: Section, scans: list[Scan]) -> None:
    """Raise UnfitSite where it is not fit to be handed on; a form may lead to the site around."""
    if around := section.ways.pattern_origin:
        near = f"{around}/"
        scans = [
            replace(scan, external=frozenset(url for url in scan.external if not url.startswith(near)))
            for scan in scans
        ]
    found = (*name_faults(stage.files), *faults(stage.sweep(), scans, (PAGE,)))
    if found:
        raise UnfitSite(found)


def _is_chart(address: str) -> bool:
    return address.startswith(addresses.RESULTS) and address.endswith(".svg")
