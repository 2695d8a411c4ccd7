"""The stand at the entrance (展架): where the hall is, when it is open, which window is for what."""

from collections.abc import Iterator

from generator.facts.hours_words import hall_hours
from generator.kit.kind import Kind, Subject
from generator.kit.wording import supervision_phone
from generator.model import Dataset, SheetKey, Site
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site import addresses
from generator.site.edition import Edition
from generator.texts.kit_boards import STAND
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN

LAYOUT = Layout("stand", distance=2.0)
"""Read while one walks past or waits; the lowest 150 mm and 50 mm at the sides stay free of words."""


def _subjects(edition: Edition) -> list[Subject]:
    return [Subject(SheetKey("stand"), edition.dataset.site.hall.name)]


def _contents(_key: SheetKey, edition: Edition) -> Sheet:
    dataset = edition.dataset
    site = dataset.site
    windows: list[Json] = [[None if one.number is None else str(one.number), one.name] for one in dataset.windows]
    body: dict[str, Json] = {
        "over": STAND["over"],
        "lead": None,
        "rows": list(_rows(site)),
        "sections": [{"label": STAND["windows"], "style": "windows", "entries": windows}],
        "scan": STAND["scan"],
    }
    footer = Footer({SUPERVISION_PHONE: supervision_phone(site)})
    return sheet_of(LAYOUT, "stand", site.hall.name, body, footer, site, edition.url(addresses.HOME), None)


def _rows(site: Site) -> Iterator[Json]:
    hall = site.hall
    for key, value in (("hours", hall_hours(hall)), ("phone", hall.phone), ("address", hall.address)):
        yield {"label": STAND[key], "text": value or UNKNOWN}
    if hall.directions:
        yield {"label": STAND["directions"], "text": hall.directions}


def _places(_key: SheetKey, _dataset: Dataset) -> tuple[str, ...]:
    return (STAND["beside"],)


KIND = Kind("stand", LAYOUT, "60x160", _subjects, _contents, _places)
