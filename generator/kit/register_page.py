"""A page of the register of cases (办件登记簿), on its side, to be written by hand.

Its columns are those that the hall's own rules ask for: number, item, applicant, contact, days of application,
acceptance and completion, the post, and extensions with their reason; and the due day and the outcome, by which the
quarterly bulletin is made.
"""

from generator.kit.filling import blank
from generator.kit.kind import Kind, Subject
from generator.model import SheetKey, Site
from generator.posters.legibility import IN_A_FORM
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.kit_forms import FORM, REGISTER_PAGE

LAYOUT = Layout("register-page", distance=0.4, fine=IN_A_FORM, turned=True)

_COLUMNS: tuple[tuple[str, float], ...] = (
    (FORM["number"], 10),
    (FORM["receipt"], 30),
    (FORM["item"], 44),
    (REGISTER_PAGE["applicant"], 21),
    (REGISTER_PAGE["contact"], 30),
    (REGISTER_PAGE["applied"], 20),
    (REGISTER_PAGE["accepted"], 20),
    (REGISTER_PAGE["due"], 20),
    (REGISTER_PAGE["completed"], 20),
    (REGISTER_PAGE["outcome"], 16),
    (FORM["post"], 20),
    (REGISTER_PAGE["extended"], 28),
)
"""Header and width in mm of each column on A4."""


def register_page_sheet(site: Site) -> Sheet:
    """A blank page."""
    body: dict[str, Json] = {
        "heading": REGISTER_PAGE["heading"],
        "fields": [blank(REGISTER_PAGE[key]) for key in ("window", "month", "page")],
        "columns": [[header, width] for header, width in _COLUMNS],
        "guard": REGISTER_PAGE["guard"],
        "binding": REGISTER_PAGE["binding"],
    }
    return sheet_of(LAYOUT, KIND.name, REGISTER_PAGE["heading"], body, Footer(), site, None, None)


def _subjects(_: Edition) -> tuple[Subject, ...]:
    return (Subject(SheetKey(KIND.name), REGISTER_PAGE["heading"]),)


def _contents(_: SheetKey, edition: Edition) -> Sheet:
    return register_page_sheet(edition.dataset.site)


KIND = Kind("register-page", LAYOUT, "a4", _subjects, _contents, sets=("forms",))
