"""The index at the entrance (入口办事索引): window by window, where it is and what is done there; a floor plan, if any.

A window without services shows its duties, or that one may ask there. The board lists every service on offer, so it is
printed only when the window of each is known.
"""

from generator.facts.second_language import second_language
from generator.kit.kind import Kind, Subject
from generator.kit.pictures import given_picture
from generator.kit.second_language import beside
from generator.kit.wording import supervision_phone
from generator.model import Dataset, Service, SheetKey, Window
from generator.posters.sheet import Footer, Json, Layout, PosterError, Sheet, sheet_of, texts
from generator.site.edition import Edition
from generator.texts.kit_notices import INDEX
from generator.texts.posters import HANGS
from generator.texts.shared import SUPERVISION_PHONE

LAYOUT = Layout("entrance-index", distance=2.0, largest=1.5, on_wall=True)


def index_sheet(dataset: Dataset, url: str | None) -> Sheet:
    """The index of a hall. Raises PosterError where the window of a service is not known."""
    site, offered = dataset.site, _offered(dataset)
    if lost := [service.name for service in offered if dataset.window(service.window) is None]:
        raise PosterError(INDEX["no_window"].format(title=INDEX["title"], names="、".join(lost)))
    plan = given_picture(site.floor_plan, INDEX["plan"], dataset) if site.floor_plan else None
    body: dict[str, Json] = {
        "over": site.hall.name,
        "under": INDEX["under"],
        "continued": INDEX["continued"],
        "groups": [_group(window, offered, dataset) for window in dataset.windows],
    }
    body |= beside(second_language(dataset), (INDEX["title"], *texts(body)))
    fields = {SUPERVISION_PHONE: supervision_phone(site)}
    pictures = (plan,) if plan else ()
    return sheet_of(LAYOUT, KIND.name, INDEX["title"], body, Footer(fields), site, url, None, pictures)


def _group(window: Window, offered: list[Service], dataset: Dataset) -> Json:
    served: list[Json] = [service.name for service in offered if dataset.window(service.window) is window]
    return {
        "number": None if window.number is None else INDEX["number"].format(number=window.number),
        "name": window.name,
        "place": window.place,
        "lines": served or [*dataset.duties(window)] or [INDEX["ask"]],
    }


def _offered(dataset: Dataset) -> list[Service]:
    return [service for service in dataset.services.values() if service.status.state == "在办"]


def _subjects(edition: Edition) -> list[Subject]:
    return [Subject(SheetKey(KIND.name), INDEX["title"])] if _offered(edition.dataset) else []


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    return index_sheet(edition.dataset, edition.url(key.page))


def _places(_key: SheetKey, _dataset: Dataset) -> tuple[str, ...]:
    return (HANGS["entrance"],)


KIND = Kind("entrance-index", LAYOUT, "120x240", _subjects, _contents, _places, ("wall",))
