"""The cards of the sheets that a build has printed, for the pages that show them."""

from collections.abc import Mapping

from generator.build.outputs.posters import sheet_files
from generator.kit.kind import Printable
from generator.kit.kinds import KINDS, printable_sheets
from generator.model import SheetKey
from generator.site import addresses
from generator.site.edition import Edition
from generator.site.poster_cards import PosterCard, PosterGroup, PosterLink
from generator.texts.pages import WORDS


def poster_cards(edition: Edition) -> dict[SheetKey, PosterCard]:
    """Mapping sheet -> its card, for every sheet that is in ``edition.made``."""
    return {
        one.key: _card(one, edition)
        for one in printable_sheets(edition)
        if one.key in edition.sheets and addresses.thumbnail(one.key) in edition.made
    }


def poster_groups(cards: Mapping[SheetKey, PosterCard]) -> tuple[PosterGroup, ...]:
    """The cards by kind, in the order in which a hall needs them."""
    found = {name: tuple(card for key, card in cards.items() if key.kind == name) for name in KINDS}
    return tuple(PosterGroup(name, KINDS[name].title, own) for name, own in found.items() if own)


def _card(one: Printable, edition: Edition) -> PosterCard:
    mark = edition.sheets[one.key]
    paper = one.paper_words
    links = tuple(PosterLink(address, paper, variant == "ink") for address, variant in sheet_files(one))
    thumbnail = addresses.thumbnail(one.key)
    about = WORDS["poster_about"].format(paper=paper, metres=one.distance)
    return PosterCard(one.title, one.key.page, thumbnail, links, about, mark.version, mark.dated)
