"""How pages show a sheet: thumbnail, what it is printed on, and links to the PDFs."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PosterLink:
    """A sheet to download: site-relative address of the PDF, paper as people write it, variant."""

    url: str
    paper: str
    ink_saving: bool


@dataclass(frozen=True)
class PosterCard:
    """A sheet with its thumbnail (site-relative addresses) and the page it belongs to.

    ``version`` is the code in its footer, ``dated`` the day of what it says.
    """

    title: str
    page: str
    thumbnail: str
    links: tuple[PosterLink, ...]
    version: str
    dated: date | None


@dataclass(frozen=True)
class ShownSheet:
    """A sheet in the print centre: ``about`` tells its paper, from how far it is read, and how many pages it has."""

    card: PosterCard
    about: str


@dataclass(frozen=True)
class PosterGroup:
    """The sheets of one kind."""

    name: str
    title: str
    sheets: tuple[ShownSheet, ...]
