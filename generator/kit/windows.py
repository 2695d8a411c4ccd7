"""What the sheets of a window share: one sheet for each window of windows.yml, its number, its words."""

from collections.abc import Callable
from functools import partial

from generator.kit.kind import Subject
from generator.model import Dataset, RecordKey, SheetKey, Window
from generator.posters.sheet import Json
from generator.site.edition import Edition
from generator.texts.kit_windows import WINDOW
from generator.texts.shared import UNKNOWN


def sheets_of_windows(kind: str) -> Callable[[Edition], list[Subject]]:
    """The subjects of a kind that every window has one of."""
    return partial(_of_windows, kind)


def _of_windows(kind: str, edition: Edition) -> list[Subject]:
    windows = edition.dataset.windows
    return [Subject(SheetKey(kind, RecordKey("windows", one.id)), window_title(one)) for one in windows]


def window_of(key: SheetKey, dataset: Dataset) -> Window:
    """The window of a sheet."""
    return next(window for window in dataset.windows if window.id == key.record_id)


def window_title(window: Window) -> str:
    """Number and name; the name alone where there is no number."""
    name, number = window.name, window.number
    return name if number is None else WINDOW["title"].format(number=number, name=name)


def number_of(window: Window, dataset: Dataset) -> Json:
    """The number in its field: 待补充 where only this window has none, None where the hall numbers no window."""
    if all(one.number is None for one in dataset.windows):
        return None
    return {"label": WINDOW["counter"], "value": UNKNOWN if window.number is None else str(window.number)}


def window_phone(window: Window, dataset: Dataset) -> str | None:
    """The phone of the window, else of the hall."""
    return window.phone or dataset.site.hall.phone


def beside_the_window(key: SheetKey, dataset: Dataset) -> tuple[str, ...]:
    """Where the sheets of a window hang that are read from close by."""
    return (WINDOW["beside"].format(window=window_of(key, dataset).name),)
