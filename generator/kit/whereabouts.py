"""The board that says where the staff of a window is (去向牌): states with a place for a marker, and who stands in."""

from generator.kit.kind import Kind
from generator.kit.windows import beside_the_window, number_of, sheets_of_windows, window_of, window_phone, window_title
from generator.model import SheetKey
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.kit_windows import WHEREABOUTS
from generator.texts.shared import UNKNOWN

LAYOUT = Layout("whereabouts", distance=2.0, turned=True)


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    dataset = edition.dataset
    window = window_of(key, dataset)
    backup = {
        WHEREABOUTS["backup"]: window.backup or UNKNOWN,
        WHEREABOUTS["phone"]: window_phone(window, dataset) or UNKNOWN,
    }
    body: dict[str, Json] = {
        "number": number_of(window, dataset),
        "post": window.staff_role or UNKNOWN,
        "over": WHEREABOUTS["over"].format(hall=dataset.site.hall.name),
        "states": [*dataset.site.posters.whereabouts.states],
        "marker": WHEREABOUTS["marker"],
        "back": {"label": WHEREABOUTS["back"], "text": WHEREABOUTS["when"]},
        "rows": [{"label": label, "text": words} for label, words in backup.items()],
    }
    return sheet_of(LAYOUT, window.id, window_title(window), body, Footer(), dataset.site, None, None)


KIND = Kind(
    "whereabouts",
    LAYOUT,
    "a4",
    sheets_of_windows("whereabouts"),
    _contents,
    beside_the_window,
    sets=("window",),
)
