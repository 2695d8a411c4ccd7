"""The profiles of the self-check (自查指标): that which the program brings, a hall's own, and one from elsewhere.

The program's is in ``inspection.yml`` beside the templates, written like a hall's own, which is read with the rest of
the content.
"""

from pathlib import Path

from generator.content.one_record import read_one
from generator.content.problems import ContentError, make_problem
from generator.model import ByHand, Indicator, InspectionProfile
from generator.publish.files_in_use import reason_of
from generator.system.environment import templates_folder
from generator.texts.inspection import TEXTS

FILE = "inspection.yml"


class BadProfile(ContentError):
    """A profile from elsewhere cannot be used."""

    exit_code = 2
    consequence = TEXTS["bad_profile"]


def shipped_profile() -> InspectionProfile:
    """The indicators that the program brings."""
    return read_profile(templates_folder() / FILE)


def read_profile(path: Path) -> InspectionProfile:
    """The profile in the file at ``path``. Raises BadProfile with every fault and its place."""
    try:
        source = path.read_bytes()
    except OSError as error:
        raise BadProfile((make_problem("file/unreadable", path.name, 1, 1, {"reason": reason_of(error)}),)) from None
    found = read_one(source, InspectionProfile, path.name)
    if isinstance(found, InspectionProfile):
        return found
    raise BadProfile(found)


def merged(*profiles: InspectionProfile | None) -> InspectionProfile:
    """One profile of all: a later one replaces what has the same id, and takes away what it leaves out."""
    indicators: dict[str, Indicator] = {}
    by_hand: dict[str, ByHand] = {}
    numbers: dict[str, float] = {}
    for profile in filter(None, profiles):
        gone = {one.id for one in profile.left_out}
        indicators = {key: one for key, one in indicators.items() if key not in gone}
        by_hand = {key: one for key, one in by_hand.items() if key not in gone}
        indicators |= {one.id: one for one in profile.indicators}
        by_hand |= {one.id: one for one in profile.by_hand}
        numbers |= {key: value for key in ("full", "pass_mark") if (value := getattr(profile, key)) is not None}
    return InspectionProfile(indicators=tuple(indicators.values()), by_hand=tuple(by_hand.values()), **numbers)


def unknown_left_out(*profiles: InspectionProfile | None) -> list[str]:
    """The ids that a profile leaves out although no earlier one has them."""
    known: set[str] = set()
    unknown: list[str] = []
    for profile in filter(None, profiles):
        unknown += [one.id for one in profile.left_out if one.id not in known]
        known |= {one.id for one in profile.indicators} | {one.id for one in profile.by_hand}
    return unknown
