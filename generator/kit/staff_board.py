"""The board of posts at a window (A/B岗公示牌): who serves and who stands in, hours, phone, and what is done there."""

from collections.abc import Iterator

from generator.documents.parts import Fact
from generator.facts.hours_words import window_hours
from generator.kit.kind import Kind
from generator.kit.windows import (
    beside_the_window,
    sheets_of_windows,
    window_of,
    window_phone,
    window_title,
)
from generator.kit.wording import footer_fields, supervision_phone
from generator.model import Dataset, SheetKey, Window
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.site.lists import window_services
from generator.texts.kit_windows import STAFF_BOARD, WINDOW
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN

LAYOUT = Layout("staff-board", distance=1.0, on_wall=True)


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    dataset = edition.dataset
    window = window_of(key, dataset)
    body: dict[str, Json] = {
        "over": STAFF_BOARD["over"].format(hall=dataset.site.hall.name),
        "posts": [
            {"label": STAFF_BOARD[part], "note": STAFF_BOARD[f"{part}_note"], "text": post or UNKNOWN}
            for part, post in (("post", window.staff_role), ("backup", window.backup))
        ],
        "says": STAFF_BOARD["says"],
        "rows": list(_rows(window, dataset)),
        "sections": list(_sections(window, dataset)),
    }
    footer = Footer(footer_fields(Fact("supervision", SUPERVISION_PHONE, (supervision_phone(dataset.site),))))
    return sheet_of(LAYOUT, window.id, window_title(window), body, footer, dataset.site, edition.url(key.page), None)


def _rows(window: Window, dataset: Dataset) -> Iterator[Json]:
    yield {"label": WINDOW["hours"], "text": window_hours(window, dataset.site.hall) or UNKNOWN}
    yield {"label": WINDOW["phone"], "text": window_phone(window, dataset) or UNKNOWN}
    if window.place:
        yield {"label": WINDOW["place"], "text": window.place}


def _sections(window: Window, dataset: Dataset) -> Iterator[Json]:
    """What is done at the window: the services, and the duties that its list states."""
    services = [link.name for link in window_services(dataset, window.id) if link.note is None]
    duties = dataset.duties(window)
    if services or not duties:
        yield {"label": STAFF_BOARD["services"], "entries": [*(services or [UNKNOWN])]}
    if duties:
        yield {"label": STAFF_BOARD["duties"], "entries": [*duties]}


KIND = Kind(
    "staff-board",
    LAYOUT,
    "a3",
    sheets_of_windows("staff-board"),
    _contents,
    beside_the_window,
    sets=("window",),
)
