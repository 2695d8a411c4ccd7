"""Posters as pages point at them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PosterLink:
    """A poster to download: site-relative address of the PDF, paper in capitals, variant."""

    url: str
    paper: str
    ink_saving: bool


@dataclass(frozen=True)
class PosterCard:
    """A poster with its thumbnail (site-relative addresses) and the page it belongs to."""

    title: str
    page: str
    thumbnail: str
    links: tuple[PosterLink, ...]
