"""The table of kinds, and the sheets that a hall has today."""

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from generator.kit import (
    acceptance_slip,
    banner,
    bilingual_guide,
    bulletin,
    bundle,
    calibration,
    correction_notice,
    delivery_receipt,
    desk_sign,
    disclosure,
    door_sheet,
    elderly_first,
    entrance_index,
    extension_notice,
    fees,
    guide,
    long_picture,
    notice,
    posting_record,
    problem_window,
    rating_plate,
    refusal_notice,
    register_page,
    regulation,
    screen,
    service_stand,
    short_guide,
    staff_board,
    stand,
    take_home,
    tick_list,
    walk_round,
    whereabouts,
    whereabouts_board,
    window_sign,
)
from generator.kit.kind import Kind, Printable
from generator.model import SheetKey
from generator.posters.sheet import Sheet
from generator.site.edition import Edition

_WINDOWS = (
    window_sign, desk_sign, staff_board, whereabouts, whereabouts_board, problem_window, elderly_first, rating_plate,
)  # fmt: skip
_HANDED_OUT = (take_home, short_guide, bilingual_guide, tick_list, bundle)
_FORMS = (acceptance_slip, correction_notice, extension_notice, refusal_notice, delivery_receipt, register_page)
_LARGE = (entrance_index, door_sheet, stand, service_stand, banner)
_PICTURES = (screen, long_picture)
_MODULES = (
    regulation, fees, guide, bulletin, notice, disclosure, posting_record,
    *_WINDOWS, *_HANDED_OUT, *_FORMS, *_LARGE, *_PICTURES, calibration,
)  # fmt: skip

KINDS: dict[str, Kind] = {module.KIND.name: module.KIND for module in _MODULES}
"""Name -> kind."""


_known: WeakKeyDictionary[Edition, tuple[Printable, ...]] = WeakKeyDictionary()


def sheets_in_force(edition: Edition) -> tuple[Printable, ...]:
    """Every sheet that there would be if nothing were missing; which were made so far does not count."""
    if edition not in _known:
        _known[edition] = tuple(_sheets(edition))
    return _known[edition]


def _sheets(edition: Edition) -> Iterator[Printable]:
    for kind in KINDS.values():
        site = edition.dataset.site
        paper_of, is_online, distance = kind.paper_of(site), kind.is_online(site), kind.distance_of(site)
        for key, title in kind.subjects(edition):
            yield Printable(kind, key, title, paper_of(key), distance, is_online(key))


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
