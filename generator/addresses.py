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
POSTERS = "posters/"
SUPERVISION = "supervision/"
SEARCH = "search/"
OPEN_DATA = "open-data/"

LISTS = (
    HOME, SERVICES, BY_AUDIENCE, BY_EVENT, MATERIALS, REGULATIONS, NOTICES, RESULTS, POSTERS, SUPERVISION, SEARCH,
    OPEN_DATA,
)  # fmt: skip
"""Addresses that hold one page."""

KINDS = (SERVICES, WINDOWS, MATERIALS, REGULATIONS, NOTICES, RESULTS)
"""Addresses that hold a page for each record: services/ID/."""


def page(kind: str, record_id: str) -> str:
    """Address of a record's page."""
    return f"{kind}{record_id}/"


def is_taken(url: str) -> bool:
    """Whether a page of prose at ``url`` would stand where the program puts its own."""
    return url in (HOME, "./") or url.startswith((*LISTS[1:], *KINDS))


def root_from(url: str) -> str:
    """The way from the page at ``url`` to the root of the site."""
    return "../" * url.count("/")


def poster(kind: str, record_id: str, paper: Paper, ink_saving: bool) -> str:
    """Address of a poster's PDF; ``kind`` is services/ or regulations/."""
    return f"{POSTERS}{kind}{record_id}-{paper}{'-ink' if ink_saving else ''}.pdf"


def thumbnail(kind: str, record_id: str) -> str:
    """Address of a poster's thumbnail."""
    return f"{POSTERS}{kind}{record_id}.png"
