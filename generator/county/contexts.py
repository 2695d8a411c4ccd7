"""What the pages of a county show: the values of their templates (``site_templates/county``), and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from generator.county.places import Offer, Place, SharedService


@dataclass(frozen=True)
class CountyFrame:
    """What every page has around it. ``section`` is the address of the column that it belongs to.

    ``canonical`` is the full address of the page, and ``policy`` what it may load. ``scripted`` says that the page has
    lists to narrow, or to open.
    """

    words: Mapping[str, str]
    name: str
    owner: str
    day: date
    title: str
    description: str
    section: str
    canonical: str
    policy: str
    columns: tuple[tuple[str, str], ...]
    scripted: bool = False


class Figure(NamedTuple):
    """A number at a glance."""

    name: str
    value: str


class NamedLink(NamedTuple):
    """A link with what stands at its side."""

    name: str
    url: str
    side: str = ""
    current: bool = False


class StatusRow(NamedTuple):
    """How complete and how fresh a hall, or a place, is; ``url`` is site-relative for a place."""

    name: str
    url: str
    halls: str
    complete: str
    changed: str
    results_until: str
    stale: str


class ResultRow(NamedTuple):
    """A service's cases in a period over all halls that tell them."""

    name: str
    url: str
    cases: int
    halls: int


class OfferingPlace(NamedTuple):
    """A place where a service is offered; ``offers`` are listed on the page where the county is small enough."""

    place: Place
    halls: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class HomePage:
    """The first page: search, the places, the services that most halls offer."""

    template: ClassVar[str] = "home.html"
    frame: CountyFrame
    figures: tuple[Figure, ...]
    places: tuple[NamedLink, ...]
    most: tuple[NamedLink, ...]


@dataclass(frozen=True)
class PlacePage:
    """The halls of a place, how to get to them, how complete they are; ``others`` are the other pages of the place."""

    template: ClassVar[str] = "place.html"
    frame: CountyFrame
    place: Place
    lead: str
    counts: tuple[str, ...]
    states: tuple[StatusRow, ...]


@dataclass(frozen=True)
class ServicePage:
    """Where a service is offered, by place. ``handed`` says that the halls are loaded when a place is opened."""

    template: ClassVar[str] = "service.html"
    frame: CountyFrame
    service: SharedService
    number: int
    lead: str
    aliases: str
    handed: bool
    places: tuple[OfferingPlace, ...]


@dataclass(frozen=True)
class ServicesPage:
    """All services that have a page, or those of one letter."""

    template: ClassVar[str] = "services.html"
    frame: CountyFrame
    lead: str
    rest: str
    letters: tuple[NamedLink, ...]
    services: tuple[NamedLink, ...]


@dataclass(frozen=True)
class ResultsPage:
    """The results of one period, added up; without a period none were published."""

    template: ClassVar[str] = "results.html"
    frame: CountyFrame
    period: str
    figures: tuple[Figure, ...]
    partial: str
    rows: tuple[ResultRow, ...]
    rest: ResultRow | None
    periods: tuple[NamedLink, ...]


@dataclass(frozen=True)
class StatusPage:
    """How complete and fresh the halls are, by place."""

    template: ClassVar[str] = "status.html"
    frame: CountyFrame
    figures: tuple[Figure, ...]
    states: tuple[StatusRow, ...]


@dataclass(frozen=True)
class SearchPage:
    """All that a query finds; without a script the services and the places."""

    template: ClassVar[str] = "search.html"
    frame: CountyFrame
    letters: tuple[NamedLink, ...]
    places: tuple[NamedLink, ...]


@dataclass(frozen=True)
class LostPage:
    """What a wrong address leads to."""

    template: ClassVar[str] = "404.html"
    frame: CountyFrame
