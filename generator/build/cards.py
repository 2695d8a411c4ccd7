"""The cards of the sheets that a build has printed, for the pages that show them."""

from generator.build.outputs.posters import VARIANTS
from generator.kit.kinds import Printable, printable_sheets
from generator.model import SheetKey
from generator.site import addresses
from generator.site.edition import Edition
from generator.site.poster_cards import PosterCard, PosterLink


def poster_cards(edition: Edition) -> dict[SheetKey, PosterCard]:
    """Mapping sheet -> its card, for every sheet that is in ``edition.made``."""
    return {one.key: _card(one) for one in printable_sheets(edition) if addresses.thumbnail(one.key) in edition.made}


def _card(one: Printable) -> PosterCard:
    paper = one.paper.upper() if one.paper[0] in "ab" else one.paper
    links = tuple(
        PosterLink(addresses.poster(one.key, one.paper, variant), paper, variant == "ink") for variant in VARIANTS
    )
    return PosterCard(one.title, one.key.page, addresses.thumbnail(one.key), links)
