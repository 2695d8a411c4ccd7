"""The calibration sheet (打印校准页): whether a printer keeps sizes, what it cannot print, and how large type is."""

from collections.abc import Iterable

from generator.kit.kind import Kind, Subject
from generator.model import SheetKey
from generator.posters.legibility import IN_A_FORM, IN_THE_HAND, POINTS_A_METRE, POINTS_A_METRE_ELDERLY
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.tiles import CALIBRATION

LAYOUT = Layout("calibration", distance=0.6, fine=IN_A_FORM)

_SIZES = (IN_A_FORM, IN_THE_HAND, POINTS_A_METRE, POINTS_A_METRE_ELDERLY)
"""Type sizes in points that are shown, with the distance from which each is read."""


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
    }
    return sheet_of(LAYOUT, key.kind, CALIBRATION["title"], body, Footer(), site, None, None)


def _sample(points: float) -> str:
    if points == IN_A_FORM:
        return CALIBRATION["form"].format(points=points)
    return CALIBRATION["sample"].format(
        points=f"{points:g}", metres=_metres(points, POINTS_A_METRE), elderly=_metres(points, POINTS_A_METRE_ELDERLY)
    )


def _metres(points: float, a_metre: float) -> str:
    return f"{int(points / a_metre * 10) / 10:g}"


KIND = Kind("calibration", LAYOUT, "a4", _subjects, _contents, sets=("forms",), online=False)
