"""Where everything stands on the site: site-relative addresses, all of one folder a page."""

from generator.model import Paper

HOME = ""
SERVICES = "services/"
BY_AUDIENCE = "by-audience/"
BY_EVENT = "by-event/"
WINDOWS = "windows/"
MATERIALS = "materials/"
REGULATIONS = "regulations/"
NOTICES = "notices/"
RESULTS = "results/"
LOOKUP = "results/lookup/"
POSTERS = "posters/"
SUPERVISION = "supervision/"
SEARCH = "search/"
OPEN_DATA = "open-data/"

LISTS = (
    HOME, SERVICES, BY_AUDIENCE, BY_EVENT, MATERIALS, REGULATIONS, NOTICES, RESULTS, LOOKUP, POSTERS, SUPERVISION,
    SEARCH, OPEN_DATA,
)  # fmt: skip
"""Addresses that hold one page."""

KINDS = (SERVICES, WINDOWS, MATERIALS, REGULATIONS, NOTICES, RESULTS)
"""Addresses that hold a page for each record: services/ID/."""


def page(kind: str, record_id: str) -> str:
    """Address of a record's page."""
    return f"{kind}{record_id}/"


def cases(period_id: str, number: int) -> str:
    """What stands for a record id in the address of a page of a period's cases: the first is the period's own page.

    The further pages stand beside it and not below, so that they fit the same shell.
    """
    return period_id if number == 1 else f"{period_id}-page-{number}"


def rows(period_id: str) -> str:
    """Address of the rows that the table of a period filters and sorts."""
    return f"{RESULTS}{period_id}/rows.json"


def chart(period_id: str, name: str) -> str:
    """Address of a chart of a period."""
    return f"{RESULTS}{period_id}/{name}.svg"


def results_table(period_id: str) -> str:
    """Address of a period's cases as CSV."""
    return f"{OPEN_DATA}results-{period_id}.csv"


def is_taken(url: str) -> bool:
    """Whether a page of prose at ``url`` would stand where the program puts its own."""
    return url in (HOME, "./") or url.startswith((*LISTS[1:], *KINDS))


def root_from(url: str) -> str:
    """The way from the page at ``url`` to the root of the site."""
    return "../" * url.count("/")


def poster(kind: str, record_id: str, paper: Paper, ink_saving: bool) -> str:
    """Address of a poster's PDF; ``kind`` is services/, regulations/ or results/."""
    return f"{POSTERS}{kind}{record_id}-{paper}{'-ink' if ink_saving else ''}.pdf"


def thumbnail(kind: str, record_id: str) -> str:
    """Address of a poster's thumbnail."""
    return f"{POSTERS}{kind}{record_id}.png"
