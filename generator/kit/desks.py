"""What the signs of two desks share: for those whose errand failed, and for the elderly."""

from collections.abc import Sequence

from generator.documents.parts import Fact
from generator.facts.hours_words import hall_hours
from generator.kit.wording import footer_fields, supervision_phone
from generator.model import Desk
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.kit_windows import DESKS
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN


def desk_sheet(
    layout: Layout, desk: Desk, words: str, points: Sequence[str], help: Sequence[str], edition: Edition, page: str
) -> Sheet:
    """The sign of a desk: ``words`` begins the keys of its words in ``DESKS``; ``points`` say who should come."""
    site = edition.dataset.site
    rows = {
        DESKS["place"]: desk.place,
        DESKS["phone"]: desk.phone or site.hall.phone or UNKNOWN,
        DESKS["hours"]: desk.hours or hall_hours(site.hall) or UNKNOWN,
    }
    body: dict[str, Json] = {
        "over": site.hall.name,
        "lead": DESKS[f"{words}_lead"],
        "points": [*points],
        "rows": [{"label": label, "text": text} for label, text in rows.items()],
        "sections": [{"label": DESKS[f"{words}_help"], "entries": [*help]}] if help else [],
    }
    footer = Footer(footer_fields(Fact("supervision", SUPERVISION_PHONE, (supervision_phone(site),))))
    return sheet_of(layout, layout.template, DESKS[words], body, footer, site, edition.url(page), None)
