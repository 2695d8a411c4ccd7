"""The cards of the sheets that a build has printed, for the pages that show them."""

from collections.abc import Iterator

from generator.build.outputs.posters import sheet_files
from generator.kit.kind import Printable
from generator.kit.kinds import KINDS, printable_sheets
from generator.model import SheetKey
from generator.site import addresses
from generator.site.edition import Edition
from generator.site.poster_cards import PosterCard, PosterGroup, PosterLink, ShownSheet
from generator.texts.pages import WORDS


def poster_cards(edition: Edition) -> dict[SheetKey, PosterCard]:
    """Mapping sheet -> its card, for every sheet that is in ``edition.made``."""
    return {one.key: _card(one, edition) for one in _offered(edition)}


def poster_groups(edition: Edition) -> tuple[PosterGroup, ...]:
    """The same by kind, in the order in which a hall needs them, with the pages of each once all are printed."""
    found: dict[str, list[ShownSheet]] = {name: [] for name in KINDS}
    for one in _offered(edition):
        found[one.key.kind].append(ShownSheet(_card(one, edition), _about(one, edition)))
    return tuple(PosterGroup(name, KINDS[name].title, tuple(own)) for name, own in found.items() if own)


def _offered(edition: Edition) -> Iterator[Printable]:
    if not any(address.startswith(addresses.POSTERS) for address in edition.made):
        return
    for one in printable_sheets(edition):
        if one.key in edition.sheets and addresses.thumbnail(one.key) in edition.made:
            yield one


def _card(one: Printable, edition: Edition) -> PosterCard:
    mark = edition.sheets[one.key]
    links = tuple(PosterLink(address, one.paper_words, variant == "ink") for address, variant in sheet_files(one))
    return PosterCard(one.title, one.key.page, addresses.thumbnail(one.key), links, mark.version, mark.dated)


def _about(one: Printable, edition: Edition) -> str:
    about = WORDS["poster_about"].format(paper=one.paper_words, metres=one.distance)
    pages = edition.pages.get(next(address for address, _ in sheet_files(one)))
    if pages is None:
        return about
    return about + (WORDS["poster_pages"].format(count=pages) if pages > 1 else WORDS["poster_single_page"])
