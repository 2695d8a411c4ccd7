"""A slogan on a banner (横幅): one line, as long as its words need, large enough for a street.

The length follows from the words and the height. A page of a PDF is at most 5.08 m long; a longer banner is drawn to a
scale, which is said on it and in the name of its file.
"""

from math import ceil
from unicodedata import east_asian_width

from generator.kit.kind import Kind, Subject
from generator.model import Dataset, SheetKey, Site
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.posters.stock import scaled
from generator.site.edition import Edition
from generator.texts.kit_boards import BANNER

LAYOUT = Layout("banner", distance=50.0)

EM = 0.785
"""Size of the type as a part of the height, with which characters, 0.89 em high, take 70 % of it."""

GAP = 0.12
"""Space between characters in em."""

MARGIN = 0.75
"""Space before and behind the words in em."""

_NARROW = 0.62
"""Width in em that is kept for a character that is not Chinese; the template closes up what is left."""


def _slogans(site: Site) -> dict[str, str]:
    """Mapping part of the key -> slogan."""
    slogans = site.slogans
    if slogans is None:
        return {}
    named = {f"indoor-{number}": words for number, words in enumerate(slogans.indoor, 1)}
    return named | ({"outdoor": slogans.outdoor} if slogans.outdoor else {})


def size(words: str, height: int) -> tuple[int, int]:
    """Width and height in cm of a banner with these words; the width in whole 10 cm."""
    ems = sum(1.0 if east_asian_width(one) in "WFA" else _NARROW for one in words)
    length = (ems + GAP * (len(words) - 1) + 2 * MARGIN) * EM * height
    return 10 * ceil(length / 10), height


def _subjects(edition: Edition) -> list[Subject]:
    return [Subject(SheetKey("banner", None, part), words) for part, words in _slogans(edition.dataset.site).items()]


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    site = edition.dataset.site
    words = _slogans(site)[key.part]
    width, height = size(words, site.posters.banner.height)
    body: dict[str, Json] = {
        "words": words,
        "width": width,
        "height": height,
        "size": EM,
        "gap": GAP,
        "margin": MARGIN,
        "white": site.posters.banner.letters == "白",
        "scale": BANNER["scale"],
    }
    return sheet_of(LAYOUT, key.part, words, body, Footer(), site, None, None)


def _paper(key: SheetKey, site: Site) -> str:
    width, height = size(_slogans(site)[key.part], site.posters.banner.height)
    return scaled(width, height, EM * height)


def _places(key: SheetKey, _dataset: Dataset) -> tuple[str, ...]:
    return (BANNER["outdoor" if key.part == "outdoor" else "indoor"],)


KIND = Kind("banner", LAYOUT, "60x90", _subjects, _contents, _places, sized=_paper)
