"""Makes the folder of articles to paste: a ZIP for each page, and a list of all.

The gate reads the ZIPs; the list holds nothing that does not stand in one of them.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from generator.build.assembly import assemble
from generator.build.beside import publish_folder, refuse_private_data, site_file, workshop
from generator.build.checkpoints import UnfitSite
from generator.build.left_behind import folder_beside
from generator.build.outputs.output import File, Output, digest_of
from generator.build.pipeline import Hall
from generator.build.site_pages import site_pages
from generator.channels.articles import (
    Beside,
    about,
    article_fields,
    article_html,
    file_name,
    is_article,
)
from generator.channels.articles_list import articles_list
from generator.channels.site_page import SitePage
from generator.channels.summaries import summary_of_page
from generator.kit.kind import paper_words
from generator.model import Dataset, RecordKey, RecordKind, SheetKey
from generator.publish.manifest import read_manifest
from generator.publish.portable import name_faults
from generator.publish.staging import staged
from generator.site import addresses
from generator.site.edition import Edition
from generator.site.government import Tagged
from generator.system.zips import zipped
from generator.texts.channels_articles import ARTICLES

_WITH_SHEETS: tuple[RecordKind, ...] = ("services", "regulations", "notices", "results", "disclosures", "bundles")
_INK = "-ink.pdf"


def article_package(hall: Hall) -> Iterator[str]:
    """Make the folder; tells where it is.

    Raises UnfitSite, PrivateData, SiteBusy, NotASite, OSError.
    """
    project = hall.project
    site = project.site.resolve()
    folder, cache = folder_beside(site, "articles"), project.cache / "articles"
    articles = Articles(hall, site)
    if found := name_faults(articles.names()):
        raise UnfitSite(found)
    with staged(folder, cache) as stage, workshop(stage, hall, folder, cache) as (shop, files):
        stage.begin()
        files |= assemble((articles,), hall.edition(), shop, hall.options.progress).files
        refuse_private_data(stage, hall, cache, {ARTICLES["list"]}, articles.called())
        stage.sweep()
        publish_folder(stage, folder)
    yield ARTICLES["done"].format(folder=folder.name, count=len(articles.pages), list=ARTICLES["list"])


class Articles(Output):
    """A ZIP for each page that is an article, with its files of the published site; and the list of all."""

    name = "articles"

    def __init__(self, hall: Hall, site: Path) -> None:
        self._site, self._of, self._url = site, hall.dataset, hall.project.site_url
        self._today = hall.options.today
        self._published = read_manifest(site)
        papers = _papers_by_sheet(self._published)
        found = (page for page in site_pages(hall.plain) if is_article(page.tagged))
        self.pages = {page: _beside(page.tagged, self._published, papers) for page in found}

    def render(self, _edition: Edition) -> Iterator[File]:
        """The ZIPs, and the list."""
        usual = digest_of(self._of.site, self._url)
        for page, beside in self.pages.items():
            taken = {name: self._published[address] for name, address in _taken(beside).items()}
            inputs = page.inputs and digest_of(usual, page.inputs, page.tagged, beside, taken)
            yield File(file_name(page.url), partial(self._zip, page, beside), inputs)
        fields = [_fields(page, self._of, beside) for page, beside in self.pages.items()]
        make = partial(articles_list, fields, self._today)
        yield File(ARTICLES["list"], make, digest_of(fields, self._today), repeated=True)

    def names(self) -> Iterator[str]:
        """What files are called when every ZIP is unpacked into a folder of its own."""
        for page, beside in self.pages.items():
            yield from (f"{page.url}{name}" for name in (ARTICLES["body"], ARTICLES["about"], *_taken(beside)))

    def called(self) -> dict[str, str]:
        """File of the folder -> the name that says of which page it is."""
        return {file_name(page.url): f"{page.url}{file_name(page.url)}" for page in self.pages}

    def _zip(self, page: SitePage, beside: Beside) -> bytes:
        """The files of an article. Raises UnfitSite where a file of the site is not as it was made."""
        fields = _fields(page, self._of, beside)
        files = [
            (ARTICLES["body"], article_html(page.tagged.title, page.blocks, self._url, beside)),
            (ARTICLES["about"], about(fields, beside)),
        ]
        for name, address in _taken(beside).items():
            files.append((name, site_file(self._site, address, self._published[address])))
        return zipped(files)


def _fields(page: SitePage, of: Dataset, beside: Beside) -> dict[str, str]:
    return article_fields(page.tagged, summary_of_page(page, of), of.site, beside)


def _taken(beside: Beside) -> dict[str, str]:
    """Name in the ZIP -> address on the site."""
    return {**beside.attachments, **{name: address for name, (address, _) in beside.pictures.items()}}


def _beside(page: Tagged, published: Mapping[str, str], papers: Mapping[str, dict[str, str]]) -> Beside:
    """The sheet of a record and its table, as far as the site has them."""
    kind = next((kind for kind in _WITH_SHEETS if page.shell == f"{kind}/"), None)
    if kind is None or not page.is_record:
        return Beside({}, {})
    key = SheetKey.main(RecordKey(kind, page.record_id))
    title = _in_names(page.title)
    attachments = {
        f"{ARTICLES['attachments']}/{ARTICLES['pdf'].format(title=title, paper=paper_words(paper))}": address
        for paper, address in papers.get(str(key), {}).items()
    }
    tables = (addresses.results_table(page.record_id), addresses.disclosure_table(page.record_id))
    for address in tables:
        if address in published and kind in ("results", "disclosures"):
            attachments[f"{ARTICLES['attachments']}/{ARTICLES['csv'].format(title=title)}"] = address
    thumbnail = addresses.thumbnail(key)
    shown = ARTICLES["sheet_picture"].format(title=page.title)
    pictures = {f"{ARTICLES['pictures']}/1.png": (thumbnail, shown)} if thumbnail in published else {}
    return Beside(attachments, pictures)


_NOT_IN_NAMES = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_"))
_MOST_OF_A_TITLE = 50
"""In the name of a file, which Linux opens up to 255 bytes: a sign has three, a rare one four."""


def _in_names(title: str) -> str:
    """A title as a part of names of files."""
    named = title.translate(_NOT_IN_NAMES)
    return named if len(named) <= _MOST_OF_A_TITLE else f"{named[:_MOST_OF_A_TITLE]}…"


def _papers_by_sheet(published: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Sheet -> paper -> address of the sheet in colour."""
    found: dict[str, dict[str, str]] = {}
    for address in published:
        if address.startswith(addresses.POSTERS) and address.endswith(".pdf") and not address.endswith(_INK):
            sheet, _, paper = address.removeprefix(addresses.POSTERS).removesuffix(".pdf").rpartition("-")
            found.setdefault(sheet, {})[paper] = address
    return found
