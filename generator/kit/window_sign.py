"""The number sign above a window (窗口号牌): number and name, recognised from where one looks for the window."""

from generator.facts.second_language import second_language
from generator.kit.kind import Kind
from generator.kit.second_language import beside
from generator.kit.windows import number_of, sheets_of_windows, window_of, window_title
from generator.model import Dataset, SheetKey
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.kit_windows import WINDOW

LAYOUT = Layout("window-sign", distance=10.0)


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    dataset = edition.dataset
    window = window_of(key, dataset)
    body: dict[str, Json] = {
        "number": number_of(window, dataset),
        "name": window.name,
        "recognised": WINDOW["recognised"],
        **beside(second_language(dataset), [WINDOW["counter"]], needed=[window.name]),
    }
    return sheet_of(LAYOUT, window.id, window_title(window), body, Footer(), dataset.site, None, None)


def _places(key: SheetKey, dataset: Dataset) -> tuple[str, ...]:
    return (WINDOW["above"].format(window=window_of(key, dataset).name),)


KIND = Kind("window-sign", LAYOUT, "50x25", sheets_of_windows("window-sign"), _contents, _places, sets=("window",))
