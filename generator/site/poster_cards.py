"""How pages show a sheet: thumbnail and links to the PDFs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PosterLink:
    """A sheet to download: site-relative address of the PDF, paper as people write it, variant."""

    url: str
    paper: str
    ink_saving: bool


@dataclass(frozen=True)
class PosterCard:
    """A sheet with its thumbnail (site-relative addresses) and the page it belongs to."""

    title: str
    page: str
    thumbnail: str
    links: tuple[PosterLink, ...]
