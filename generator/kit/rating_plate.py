"""The plate for rating a service (好差评): the picture with the code that the official system gave, unaltered.

One for the hall, and one for each window that has a code of its own.
"""

from generator.kit.kind import Kind, Subject
from generator.kit.pictures import given_picture
from generator.kit.wording import supervision_phone
from generator.model import Dataset, Rating, RecordKey, SheetKey, Window
from generator.posters.sheet import Footer, Json, Layout, PosterError, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.kit_notices import GRADES, RATING
from generator.texts.posters import HANGS
from generator.texts.shared import SUPERVISION_PHONE

LAYOUT = Layout("rating-plate", distance=0.6, largest=1.8)


def plate(rating: Rating, window: Window | None, dataset: Dataset) -> Sheet:
    """The plate of the hall, or of a window. Raises PosterError where the picture cannot be printed."""
    picture = given_picture(rating.picture, RATING["code"], dataset)
    if picture is None:
        raise PosterError(RATING["no_picture"].format(title=_title(window), path=rating.picture))
    site = dataset.site
    body: dict[str, Json] = {
        "over": RATING["window"].format(hall=site.hall.name, window=window.name) if window else site.hall.name,
        "head": RATING["head"],
        "how": RATING["how"],
        "grades": [*GRADES],
        "phone": RATING["phone"].format(phone=rating.phone) if rating.phone else None,
    }
    fields = {SUPERVISION_PHONE: supervision_phone(site)}
    name = window.id if window else KIND.name
    return sheet_of(LAYOUT, name, _title(window), body, Footer(fields), site, None, None, (picture,))


def _title(window: Window | None) -> str:
    return RATING["title_window"].format(window=window.name) if window else RATING["title"]


def _subjects(edition: Edition) -> list[Subject]:
    hall = [Subject(SheetKey(KIND.name), _title(None))] if edition.dataset.site.rating else []
    windows = (window for window in edition.dataset.windows if window.rating)
    return [*hall, *(Subject(SheetKey(KIND.name, RecordKey("windows", one.id)), _title(one)) for one in windows)]


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    dataset = edition.dataset
    window = dataset.window(key.record_id) if key.record else None
    rating = window.rating if window else dataset.site.rating
    assert rating is not None, key
    return plate(rating, window, dataset)


def _places(key: SheetKey, dataset: Dataset) -> tuple[str, ...]:
    window = dataset.window(key.record_id) if key.record else None
    return (HANGS["window"].format(window=window.name) if window else RATING["every_window"],)


KIND = Kind("rating-plate", LAYOUT, "a4", _subjects, _contents, _places, ("window",), absent=RATING["absent"])
