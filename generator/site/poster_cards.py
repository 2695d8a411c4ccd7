"""Which records have a poster, and how pages show it: thumbnail and links to the PDFs."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Paper, RecordKey
from generator.site import addresses
from generator.site.edition import Edition


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


@dataclass(frozen=True)
class Printable:
    """A record that has a poster today: in force, public, and without gaps."""

    key: RecordKey
    title: str
    paper: Paper


def printable_records(edition: Edition) -> tuple[Printable, ...]:
    """Every record that has a poster today: regulations, services, periods of results."""
    return tuple(one for one in records_in_force(edition) if one.key not in edition.incomplete)


def records_in_force(edition: Edition) -> Iterator[Printable]:
    """Every record that would have a poster if nothing were missing."""
    dataset, settings = edition.dataset, edition.dataset.site.posters
    for regulation in dataset.regulations.values():
        if not regulation.repealed:
            yield Printable(RecordKey("regulations", regulation.id), regulation.title, settings.regulation_paper)
    for service in dataset.services.values():
        if service.status.state == "在办":
            yield Printable(RecordKey("services", service.id), service.name, settings.service_paper)
    for period_id, period in edition.periods.items():
        if period.figures:
            yield Printable(RecordKey("results", period_id), period.posted.period.title, settings.bulletin_paper)


def poster_cards(edition: Edition) -> dict[RecordKey, PosterCard]:
    """Mapping record -> the card of its poster, for every poster that is in ``edition.made``."""
    return {
        one.key: poster_card(one) for one in printable_records(edition) if addresses.thumbnail(one.key) in edition.made
    }


def poster_card(printable: Printable) -> PosterCard:
    """The card of the poster of a record."""
    key, paper = printable.key, printable.paper
    links = tuple(PosterLink(addresses.poster(key, paper, ink), paper.upper(), ink) for ink in (False, True))
    return PosterCard(printable.title, key.page, addresses.thumbnail(key), links)
