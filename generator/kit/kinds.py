"""The table of kinds, and the sheets that a hall has today."""

from collections.abc import Iterator

from generator.kit import (
    bulletin,
    calibration,
    entrance_index,
    fees,
    guide,
    notice,
    posting_record,
    rating_plate,
    regulation,
    short_guide,
    take_home,
    tick_list,
    walk_round,
)
from generator.kit.kind import Kind, Printable
from generator.model import SheetKey
from generator.posters.sheet import Sheet
from generator.site.edition import Edition

_MODULES = (
    regulation, fees, entrance_index, guide, take_home, short_guide, tick_list, bulletin, notice, posting_record,
    rating_plate, calibration,
)  # fmt: skip

KINDS: dict[str, Kind] = {module.KIND.name: module.KIND for module in _MODULES}
"""Name -> kind."""


def sheets_in_force(edition: Edition) -> Iterator[Printable]:
    """Every sheet that there would be if nothing were missing."""
    for kind in KINDS.values():
        settings = kind.settings(edition.dataset.site)
        assert settings.paper and settings.distance
        for key, title in kind.subjects(edition):
            online = kind.is_online(key, settings)
            yield Printable(kind, key, title, settings.paper, settings.distance, online)


def printable_sheets(edition: Edition) -> Iterator[Printable]:
    """Every sheet that there is today: in force, public, and of a record without gaps."""
    for one in sheets_in_force(edition):
        if one.key.record not in edition.incomplete:
            yield one


def contents(key: SheetKey, edition: Edition) -> Sheet:
    """What a sheet says. Raises PosterError where it must not be printed."""
    return KINDS[key.kind].contents(key, edition)


def hanging_sheets(edition: Edition) -> Iterator[Printable]:
    """Those that hang somewhere."""
    return (one for one in sheets_in_force(edition) if one.hangs)


KINDS[notice.OFFICIAL_KIND.name] = notice.OFFICIAL_KIND
KINDS["walk-round"] = walk_round.kind(hanging_sheets, contents)
