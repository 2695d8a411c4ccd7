"""Pictures for the displays of a hall (大屏画面): hours, phone and windows, and each notice in force.

1920 by 1080 pixels and 1080 by 1920, in type that is read from 3 m on a display of 55 inches.
"""

from collections.abc import Iterable, Sequence

from generator.facts.hours_words import hall_hours
from generator.facts.services import notice_phase
from generator.kit.kind import Kind, Subject
from generator.kit.wording import day_words, supervision_phone
from generator.model import Notice, RecordKey, SheetKey, Site
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site import addresses
from generator.site.edition import Edition
from generator.site.lists import window_services
from generator.texts.kit_boards import SCREEN
from generator.texts.kit_notices import INDEX
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN

LAYOUT = Layout("screen", distance=3.0)
"""On a display of 55 inches, which is 1.2 m wide: 40 pixels, the smallest type of the template, are 25 mm there."""

_NAMED = 2
"""So many services of a window are named; of the others only the number is told."""

SIZES = {"wide": "1920x1080px", "tall": "1080x1920px"}
"""Part of the key -> size of the picture."""


def _subjects(edition: Edition) -> Iterable[Subject]:
    notices = edition.dataset.notices.values()
    shown: list[tuple[RecordKey | None, str]] = [(None, edition.dataset.site.hall.name)]
    shown += [(RecordKey("notices", one.id), one.title) for one in notices if _is_shown(one, edition)]
    for record, title in shown:
        for part in SIZES:
            yield Subject(SheetKey("screen", record, part), SCREEN["title"].format(title=title, screen=SCREEN[part]))


def _is_shown(notice: Notice, edition: Edition) -> bool:
    return notice_phase(notice, edition.today) == "in_force"


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    site = edition.dataset.site
    notice = edition.dataset.notices.get(key.record_id)
    title = notice.title if notice else site.hall.name
    body = _notice(notice) if notice else _hall(edition)
    footer = Footer({SUPERVISION_PHONE: supervision_phone(site)})
    url = edition.url(key.page if notice else addresses.HOME)
    return sheet_of(LAYOUT, str(key), title, body, footer, site, url, notice.since if notice else None)


def _hall(edition: Edition) -> dict[str, Json]:
    dataset = edition.dataset
    hall = dataset.site.hall
    facts = (("hours", hall_hours(hall)), ("phone", hall.phone), ("address", hall.address))
    windows: list[Json] = [
        {
            "number": None if window.number is None else str(window.number),
            "name": window.name,
            "services": _services(
                [link.name for link in window_services(dataset, window.id) if link.note is None]
                or dataset.duties(window)
            ),
        }
        for window in dataset.windows
    ]
    return {
        "rows": [{"label": SCREEN[key], "text": value or UNKNOWN} for key, value in facts],
        "label": SCREEN["windows"],
        "windows": windows,
        "scan": SCREEN["scan"],
    }


def _services(names: Sequence[str]) -> str:
    """What is done at a window, in a line or two; that one may ask there where nothing is listed."""
    if len(names) <= _NAMED:
        return "、".join(names) or INDEX["ask"]
    return SCREEN["services"].format(names="、".join(names[:_NAMED]), count=len(names))


def _notice(notice: Notice) -> dict[str, Json]:
    span = SCREEN["span"].format(since=day_words(notice.since), until=day_words(notice.until))
    contact = notice.objection
    words = [contact.name, contact.phone, contact.place] if contact else []
    return {
        "kind": notice.kind,
        "span": span,
        "paragraphs": [*(notice.body or [UNKNOWN])],
        "more": SCREEN["more"],
        "objection": {"label": SCREEN["objection"], "text": "　".join(filter(None, words))} if contact else None,
        "scan": SCREEN["scan_notice"],
    }


def _size(key: SheetKey, _site: Site) -> str:
    return SIZES[key.part]


KIND = Kind("screen", LAYOUT, "a4", _subjects, _contents, sized=_size, format="png")
