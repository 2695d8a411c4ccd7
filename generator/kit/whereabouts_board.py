"""One board for the whereabouts of the staff of all windows (全大厅去向牌): a row for each post, a column a state.

Who finds a window empty looks here for who stands in, so it is printed only when that is known of every window.
"""

from generator.kit.kind import Kind, Subject
from generator.kit.windows import window_phone
from generator.model import Dataset, SheetKey
from generator.posters.sheet import Footer, Json, Layout, PosterError, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.kit_windows import WHEREABOUTS, WHEREABOUTS_BOARD
from generator.texts.posters import HANGS

LAYOUT = Layout("whereabouts-board", distance=1.0, on_wall=True, turned=True)


def _subjects(edition: Edition) -> list[Subject]:
    return [Subject(SheetKey(KIND.name), WHEREABOUTS_BOARD["title"])] if edition.dataset.windows else []


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    dataset = edition.dataset
    if unknown := [one.name for one in dataset.windows if not (one.staff_role and one.backup)]:
        raise PosterError(WHEREABOUTS_BOARD["unknown"].format(title=KIND.title, names="、".join(unknown)))
    rows: list[Json] = [
        {
            "number": None if window.number is None else str(window.number),
            "post": window.staff_role,
            "backup": [window.backup, *filter(None, [window_phone(window, dataset)])],
        }
        for window in dataset.windows
    ]
    body: dict[str, Json] = {
        "over": dataset.site.hall.name,
        "how": WHEREABOUTS["marker"],
        "columns": {name: WHEREABOUTS_BOARD[name] for name in ("post", "back", "backup")},
        "back": WHEREABOUTS_BOARD["when"],
        "states": [*dataset.site.posters.whereabouts.states],
        "rows": rows,
    }
    return sheet_of(LAYOUT, key.kind, WHEREABOUTS_BOARD["title"], body, Footer(), dataset.site, None, None)


def _places(_key: SheetKey, _dataset: Dataset) -> tuple[str, ...]:
    return (HANGS["entrance"],)


KIND = Kind("whereabouts-board", LAYOUT, "a2", _subjects, _contents, _places, ("window",))
