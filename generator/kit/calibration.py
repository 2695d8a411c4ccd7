"""The calibration sheet (打印校准页): whether a printer keeps sizes, what it cannot print, and how large type is.

Below, what wears out first: pale greys and thin lines, white words on black, and codes that telephones have to read.
"""

from collections.abc import Iterable

from generator.kit.kind import Kind, Subject
from generator.model import SheetKey
from generator.posters.legibility import IN_A_FORM, IN_THE_HAND, POINTS_A_METRE, POINTS_A_METRE_ELDERLY
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site import addresses
from generator.site.edition import Edition
from generator.texts.tiles import CALIBRATION

LAYOUT = Layout("calibration", distance=0.6, fine=IN_A_FORM)

_SIZES = (IN_A_FORM, IN_THE_HAND, POINTS_A_METRE, POINTS_A_METRE_ELDERLY)
"""Type sizes in points that are shown, with the distance from which each is read."""
_GREYS = (5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)
_LINES = (0.25, 0.5, 0.75, 1, 1.5, 2)
"""Widths in points; 0.5 is the thinnest on any sheet."""
_CODES = (10, 15, 20, 30)
"""Sides of the codes in millimetres; those of forms have 15 to 20."""


def _subjects(_: Edition) -> Iterable[Subject]:
    return [Subject(SheetKey("calibration"), CALIBRATION["title"])]


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    site = edition.dataset.site
    body: dict[str, Json] = {
        "over": site.hall.name,
        "how": [*CALIBRATION["how"].split("\n")],
        "width": CALIBRATION["width"],
        "height": CALIBRATION["height"],
        "edge": CALIBRATION["edge"],
        "types": CALIBRATION["types"],
        "samples": [[points, _sample(points)] for points in _SIZES],
        "greys": {"label": CALIBRATION["greys"], "percents": [*_GREYS]},
        "lines": {"label": CALIBRATION["lines"], "points": [*_LINES]},
        "codes": {"label": CALIBRATION["codes"], "millimetres": [*_CODES]},
        "reversed": {"label": CALIBRATION["reversed"], "words": CALIBRATION["words"]},
    }
    url = edition.url(addresses.HOME)
    return sheet_of(LAYOUT, key.kind, CALIBRATION["title"], body, Footer(), site, url, None)


def _sample(points: float) -> str:
    if points == IN_A_FORM:
        return CALIBRATION["form"].format(points=points)
    return CALIBRATION["sample"].format(
        points=f"{points:g}", metres=_metres(points, POINTS_A_METRE), elderly=_metres(points, POINTS_A_METRE_ELDERLY)
    )


def _metres(points: float, a_metre: float) -> str:
    return f"{int(points / a_metre * 10) / 10:g}"


KIND = Kind("calibration", LAYOUT, "a4", _subjects, _contents, sets=("forms",), online=False)
