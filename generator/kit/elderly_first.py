"""The sign of the desk where the elderly are served first (老年人优先), if the hall has one."""

from generator.kit.desks import desk_sheet
from generator.kit.kind import Kind, Subject
from generator.model import Dataset, SheetKey
from generator.posters.sheet import Layout, Sheet
from generator.site import addresses
from generator.site.edition import Edition
from generator.texts.kit_windows import DESKS

LAYOUT = Layout("elderly-first", distance=1.5, on_wall=True)
"""At 1 m for elderly readers, who recognise what it is from much further."""


def _subjects(edition: Edition) -> list[Subject]:
    return [Subject(SheetKey("elderly-first"), DESKS["elderly"])] if edition.dataset.site.hall.elderly_desk else []


def _contents(_key: SheetKey, edition: Edition) -> Sheet:
    desk = edition.dataset.site.hall.elderly_desk
    assert desk
    return desk_sheet(LAYOUT, desk, "elderly", (), desk.help, edition, addresses.HOME)


def _places(_key: SheetKey, dataset: Dataset) -> tuple[str, ...]:
    desk = dataset.site.hall.elderly_desk
    return (desk.place,) if desk else ()


KIND = Kind("elderly-first", LAYOUT, "a3", _subjects, _contents, _places, sets=("wall", "window"))
