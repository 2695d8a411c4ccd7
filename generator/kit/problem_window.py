"""The sign of the desk where one goes with an errand that failed (“办不成事”反映窗口), if the hall has one.

Halls have such a desk by 国发〔2022〕5号, which asks for it in every centre of government services.
"""

from generator.kit.desks import desk_sheet
from generator.kit.kind import Kind, Subject
from generator.model import Dataset, SheetKey
from generator.posters.sheet import Layout, Sheet
from generator.site import addresses
from generator.site.edition import Edition
from generator.texts.kit_windows import DESKS

LAYOUT = Layout("problem-window", distance=1.0, on_wall=True)


def _subjects(edition: Edition) -> list[Subject]:
    return [Subject(SheetKey("problem-window"), DESKS["problem"])] if edition.dataset.site.hall.problem_desk else []


def _contents(_key: SheetKey, edition: Edition) -> Sheet:
    site = edition.dataset.site
    desk = site.hall.problem_desk
    assert desk
    points = DESKS["problem_points"].split("|")
    handling = desk.help or (site.supervision.handling if site.supervision else ())
    return desk_sheet(LAYOUT, desk, "problem", points, handling, edition, addresses.SUPERVISION)


def _places(_key: SheetKey, dataset: Dataset) -> tuple[str, ...]:
    desk = dataset.site.hall.problem_desk
    return (desk.place,) if desk else ()


KIND = Kind("problem-window", LAYOUT, "a3", _subjects, _contents, _places, sets=("wall", "window"))
