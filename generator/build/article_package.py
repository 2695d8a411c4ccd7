"""Makes the folder of articles to paste: a ZIP for each page, and a list of all.

The gate reads what goes into the ZIPs before they are made; the list holds nothing that does not stand in one of them.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from generator.build.beside import pages_of, refuse_private_data, site_file
from generator.build.bundles import zipped
from generator.build.checkpoints import UnfitSite
from generator.build.pipeline import Hall
from generator.channels.articles import Article, Beside, article, file_name, is_article
from generator.channels.articles_list import articles_list
from generator.model import RecordKey, RecordKind, SheetKey
from generator.publish.manifest import read_manifest, write_manifest
from generator.publish.portable import name_faults
from generator.publish.staging import Stage, staged
from generator.publish.swap import swap
from generator.publish.verify import faults
from generator.site import addresses
from generator.site.pages import Page
from generator.texts.channels_articles import ARTICLES

_WITH_SHEETS: tuple[RecordKind, ...] = ("services", "regulations", "notices", "results", "disclosures", "bundles")
_INK = "-ink.pdf"


def article_package(hall: Hall) -> Iterator[str]:
    """Make the folder; tells where it is.

    Raises UnfitSite, PrivateData, SiteBusy, NotASite, OSError.
    """
    project = hall.project
    site = project.site.resolve()
    folder, cache = site.with_name(f"{site.name}-articles"), project.cache / "articles"
    published = read_manifest(site)
    made = [
        article(page, hall.dataset.site, project.site_url, _beside(page, published))
        for page in pages_of(hall.edition())
        if is_article(page)
    ]
    with staged(folder, cache) as stage:
        stage.begin()
        packages = [_write(stage, one, site, published) for one in made]
        if found := (*name_faults(stage.files), *faults(stage.sweep(), (), ())):
            raise UnfitSite(found)
        refuse_private_data(stage, hall, cache)
        for one, loose in zip(made, packages, strict=True):
            _pack(stage, one, loose)
        stage.write(ARTICLES["list"], articles_list((one.fields for one in made), hall.options.today))
        stage.sweep()
        write_manifest(stage)
        swap(stage, folder)
    yield ARTICLES["done"].format(folder=folder.name, count=len(made), list=ARTICLES["list"])


def _beside(page: Page, published: Mapping[str, str]) -> Beside:
    """The sheet of a record and its table, as far as the site has them."""
    kind = next((kind for kind in _WITH_SHEETS if page.shell == f"{kind}/"), None)
    if kind is None:
        return Beside({}, {})
    key = SheetKey.main(RecordKey(kind, page.record_id))
    title = page.title.translate(_NOT_IN_NAMES)
    papers = _papers(key, published)
    attachments = {
        f"{ARTICLES['attachments']}/{ARTICLES['pdf'].format(title=title, paper=paper)}": address
        for paper, address in papers.items()
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


def _papers(key: SheetKey, published: Mapping[str, str]) -> dict[str, str]:
    """Paper -> address of the sheet in colour."""
    before = f"{addresses.POSTERS}{key}-"
    found = (one for one in published if one.startswith(before) and addresses.is_of_sheet(one, key))
    return {PurePosixPath(one.removeprefix(before)).stem: one for one in found if not one.endswith(_INK)}


def _write(stage: Stage, one: Article, site: Path, published: Mapping[str, str]) -> list[tuple[str, bytes]]:
    """Put the files of an article into ``stage`` below the address of its page; returns them by their names."""
    loose = [(ARTICLES["body"], one.html.encode()), (ARTICLES["about"], one.about)]
    taken = {**one.beside.attachments, **{name: address for name, (address, _) in one.beside.pictures.items()}}
    loose += [(name, site_file(site, address, published[address])) for name, address in taken.items()]
    for name, data in loose:
        stage.write(f"{one.address}{name}", data)
    return loose


def _pack(stage: Stage, one: Article, loose: list[tuple[str, bytes]]) -> None:
    """Replace the files of an article by their ZIP."""
    for name, _ in loose:
        del stage.files[f"{one.address}{name}"]  # sweep() removes it with its folders
    stage.write(file_name(one.address), zipped(loose))
