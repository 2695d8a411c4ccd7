"""The folded sign on the desk of a window (窗口桌牌): number, name, post and phone, the same on both sides."""

from generator.facts.second_language import second_language
from generator.kit.kind import Kind
from generator.kit.second_language import beside
from generator.kit.windows import number_of, sheets_of_windows, window_of, window_phone, window_title
from generator.kit.wording import supervision_phone
from generator.model import SheetKey
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.kit_windows import DESK_SIGN, WINDOW
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN

LAYOUT = Layout("desk-sign", distance=0.8)


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    dataset = edition.dataset
    window = window_of(key, dataset)
    rows = {
        DESK_SIGN["post"]: window.staff_role or UNKNOWN,
        DESK_SIGN["phone"]: window_phone(window, dataset),
        SUPERVISION_PHONE: supervision_phone(dataset.site),
    }
    body: dict[str, Json] = {
        "number": number_of(window, dataset),
        "name": window.name,
        "rows": [{"label": label, "text": words} for label, words in rows.items() if words],
        "how": DESK_SIGN["how"],
        **beside(second_language(dataset), (WINDOW["counter"], *rows, *rows.values()), needed=[window.name]),
    }
    return sheet_of(LAYOUT, window.id, window_title(window), body, Footer(), dataset.site, None, None)


KIND = Kind("desk-sign", LAYOUT, "a4", sheets_of_windows("desk-sign"), _contents, sets=("window",))
