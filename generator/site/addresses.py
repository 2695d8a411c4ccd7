"""The site-relative addresses of all pages and files of the site. A page is a folder: services/ID/."""

import re
from typing import TYPE_CHECKING

from generator.content import prose

if TYPE_CHECKING:  # an engine that renders the frame needs no records
    from generator.model import SheetKey

HOME = ""
SERVICES = "services/"
BY_AUDIENCE = "by-audience/"
BY_EVENT = "by-event/"
BY_INITIAL = "by-initial/"
WINDOWS = "windows/"
MATERIALS = "materials/"
REGULATIONS = "regulations/"
NOTICES = "notices/"
DISCLOSURES = "disclosures/"
BUNDLES = "bundles/"
RESULTS = "results/"
LOOKUP = "results/lookup/"
POSTERS = "posters/"
SUPERVISION = "supervision/"
RATINGS = "ratings/"
SEARCH = "search/"
OPEN_DATA = "open-data/"
MY_ERRANDS = "my-errands/"
OFFLINE = "offline/"
SITE_MAP = "site-map/"
CHANGES = "changes/"

VISITS = "visits.js"
FRAGMENT = "fragment.html"
"""The part of a page that is put into a page of another site (``channels.fragments``)."""

LISTS = (
    HOME, SERVICES, BY_AUDIENCE, BY_EVENT, BY_INITIAL, MATERIALS, REGULATIONS, NOTICES, RESULTS, LOOKUP, POSTERS,
    SUPERVISION, RATINGS, SEARCH, MY_ERRANDS, CHANGES, OPEN_DATA, SITE_MAP, OFFLINE,
)  # fmt: skip
"""Addresses of single pages, most of which list records."""

LIST_TITLES = {
    HOME: "home",
    SERVICES: "services",
    BY_AUDIENCE: "by_audience",
    BY_EVENT: "by_event",
    MATERIALS: "materials",
    REGULATIONS: "regulations",
    NOTICES: "notices",
    RESULTS: "results",
    LOOKUP: "lookup",
    POSTERS: "posters",
    SUPERVISION: "supervision",
    RATINGS: "ratings",
    SEARCH: "search_title",
    MY_ERRANDS: "my_errands",
    OPEN_DATA: "open_data",
    SITE_MAP: "site_map",
    BY_INITIAL: "by_initial",
    OFFLINE: "offline",
    CHANGES: "changes",
}
"""Mapping address -> key of the page's title in ``texts.pages.WORDS``."""

COLUMN_NAMES = {WINDOWS: "windows", DISCLOSURES: "disclosures", BUNDLES: "bundles"}
"""The same for addresses below which there are records and that have no list of their own."""

SERVICE_COLUMNS = (
    SERVICES, BY_AUDIENCE, BY_EVENT, BY_INITIAL, WINDOWS, MATERIALS, BUNDLES, POSTERS, LOOKUP, MY_ERRANDS,
)  # fmt: skip
"""Columns that help residents get something done; the others tell what is public."""

RECORD_PAGES = (SERVICES, WINDOWS, MATERIALS, REGULATIONS, NOTICES, RESULTS, DISCLOSURES, BUNDLES)
"""Addresses below which each record has a page: services/ID/."""


def page(kind: str, record_id: str) -> str:
    """Address of a record's page."""
    return f"{kind}{record_id}/"


def cases(period_id: str, number: int) -> str:
    """The last part of the address of page ``number`` of a period's cases; page 1 is the period's own page.

    The other pages are beside it and not below it, so that they can use the same shell.
    """
    return period_id if number == 1 else f"{period_id}-page-{number}"


def rows(period_id: str) -> str:
    """Address of rows.js of a period, for the table that filters and sorts in the browser."""
    return f"{RESULTS}{period_id}/rows.js"


def chart(period_id: str, name: str) -> str:
    """Address of a chart of a period."""
    return f"{RESULTS}{period_id}/{name}.svg"


def ratings_chart() -> str:
    """Address of the chart of all months of ratings."""
    return f"{RATINGS}months.svg"


def results_table(period_id: str) -> str:
    """Address of a period's cases as CSV."""
    return f"{OPEN_DATA}results-{period_id}.csv"


def disclosure_table(record_id: str) -> str:
    """Address of the table of a disclosure as CSV."""
    return f"{OPEN_DATA}disclosures-{record_id}.csv"


def fed_by(path: str) -> tuple[str, ...]:
    """Beginnings of the addresses that show what a file of the content says; ``path`` is below the content folder.

    The hall's name and phone stand in the frame of every page, a page of prose under its own address and in the search.
    What records say is shown by lists and by pages of other records, but neither by prose nor by the frame.
    """
    if path == "site.yml":
        return ("",)
    if not path.startswith(f"{prose.PROSE_FOLDER}/"):
        return (f"{HOME}index.html", f"{HOME}{FRAGMENT}", *LISTS[1:], *RECORD_PAGES, VISITS)
    file = path.removeprefix(f"{prose.PROSE_FOLDER}/")
    return (f"{prose_page(file)}index.html", SEARCH) if file.endswith(".md") else (file,)


def prose_page(file: str) -> str:
    """Address of a page of prose; ``file`` is below the folder of prose: about.md -> about/, x/index.md -> x/."""
    folder, _, name = file.rpartition("/")
    stem = name.removesuffix(".md")
    return "".join(f"{part}/" for part in (folder, "" if stem in ("index", "README") else stem) if part)


def is_taken(url: str) -> bool:
    """Whether a page of prose at ``url`` would take the address of a page of the program."""
    return url in (HOME, "./") or url.startswith((*LISTS[1:], *RECORD_PAGES))


def root_from(url: str) -> str:
    """The relative path from the page at ``url`` to the root of the site: "", "../", "../../"."""
    return "../" * url.count("/")


def poster(key: "SheetKey", paper: str, variant: str = "colour", format: str = "pdf") -> str:
    """Address of the file of a sheet."""
    return f"{POSTERS}{key}-{paper.replace('开', 'k')}{'' if variant == 'colour' else f'-{variant}'}.{format}"


def thumbnail(key: "SheetKey") -> str:
    """Address of a sheet's thumbnail."""
    return f"{POSTERS}{key}.png"


def is_of_sheet(address: str, key: "SheetKey") -> bool:
    """Whether a file at ``address`` is a PDF of a sheet, on any paper, or its thumbnail."""
    return re.fullmatch(rf"{POSTERS}{re.escape(str(key))}(?:\.png|-[^-/]+(?:-ink)?\.pdf)", address) is not None
