"""What each page template may use: one documented class a template, nothing else but ``w`` and ``root``.

The pages of results have theirs in ``result_contexts``.

``w`` is the table of words; ``root`` leads from the page to the root of the site ("", "../", "../../").
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.facts.articles import Line
from generator.facts.services import Link, NoticePhase, ServiceFacts
from generator.model import Hall, Material, Regulation, Service, Site, Supervision, Window
from generator.model.posting import Notice
from generator.site.cards import PosterCard
from generator.site.result_contexts import CasesPage, LookupPage, PeriodLink, PeriodPage, ResultsPage


@dataclass(frozen=True)
class ServiceLink:
    """A service in a list. ``note`` is set when it cannot be applied for today; ``promise`` is the limit in words."""

    id: str
    name: str
    summary: str | None
    note: str | None
    promise: str | None


@dataclass(frozen=True)
class Group:
    """Services under one heading; ``url`` leads to a page of that heading, site-relative."""

    title: str
    anchor: str
    url: str | None
    services: tuple[ServiceLink, ...]


@dataclass(frozen=True)
class WindowTile:
    """A window on the home page and how many services it offers."""

    window: Window
    count: int


@dataclass(frozen=True)
class NoticeLink:
    """A notice in a list."""

    id: str
    title: str
    kind: str
    since: date
    until: date


@dataclass(frozen=True)
class HomePage:
    """首页."""

    template: ClassVar[str] = "home.html"
    site: Site
    most_used: tuple[ServiceLink, ...]
    windows: tuple[WindowTile, ...]
    events: tuple[Group, ...]
    notices: tuple[NoticeLink, ...]
    periods: tuple[PeriodLink, ...]


@dataclass(frozen=True)
class ServicesPage:
    """办事指南: all services under headings; ``view`` names which of the three arrangements this is."""

    template: ClassVar[str] = "services.html"
    view: str
    groups: tuple[Group, ...]
    former: tuple[ServiceLink, ...]


@dataclass(frozen=True)
class ServicePage:
    """One service. ``incomplete`` when anything on it is still to be filled in."""

    template: ClassVar[str] = "service.html"
    service: Service
    facts: ServiceFacts
    version: str
    incomplete: bool
    poster: PosterCard | None


@dataclass(frozen=True)
class WindowPage:
    """One window: duties and services."""

    template: ClassVar[str] = "window.html"
    window: Window
    hall: Hall
    duties: tuple[str, ...]
    services: tuple[ServiceLink, ...]


@dataclass(frozen=True)
class MaterialLink:
    """A material and how many services need it."""

    material: Material
    count: int


@dataclass(frozen=True)
class MaterialsPage:
    """材料目录."""

    template: ClassVar[str] = "materials.html"
    materials: tuple[MaterialLink, ...]


@dataclass(frozen=True)
class MaterialPage:
    """One material and every service that needs it."""

    template: ClassVar[str] = "material.html"
    material: Material
    services: tuple[ServiceLink, ...]


@dataclass(frozen=True)
class WallRow:
    """A regulation that must hang on the wall; ``link`` is None while it is not registered."""

    topic: str
    link: Link | None
    incomplete: bool


@dataclass(frozen=True)
class RegulationsPage:
    """规章制度."""

    template: ClassVar[str] = "regulations.html"
    wall: tuple[WallRow, ...]
    others: tuple[Regulation, ...]
    repealed: tuple[Regulation, ...]


@dataclass(frozen=True)
class RegulationPage:
    """One regulation; ``history`` lists its versions, newest first."""

    template: ClassVar[str] = "regulation.html"
    regulation: Regulation
    lines: tuple[Line, ...]
    version: str
    history: tuple[Regulation, ...]
    incomplete: bool
    poster: PosterCard | None


@dataclass(frozen=True)
class NoticesPage:
    """公示公告, each phase newest first."""

    template: ClassVar[str] = "notices.html"
    phases: tuple[tuple[str, tuple[NoticeLink, ...]], ...]


@dataclass(frozen=True)
class NoticePage:
    """One notice. Withdrawn or taken down, it is stripped of all but title, dates and the reason."""

    template: ClassVar[str] = "notice.html"
    notice: Notice
    phase: NoticePhase
    service: Link | None


@dataclass(frozen=True)
class PostersPage:
    """海报打印."""

    template: ClassVar[str] = "posters.html"
    results: tuple[PosterCard, ...]
    regulations: tuple[PosterCard, ...]
    services: tuple[PosterCard, ...]


@dataclass(frozen=True)
class SupervisionPage:
    """监督投诉."""

    template: ClassVar[str] = "supervision.html"
    supervision: Supervision | None
    hall: Hall


@dataclass(frozen=True)
class SearchPage:
    """搜索结果; without JavaScript it leads to the list of services."""

    template: ClassVar[str] = "search.html"
    hall: Hall


@dataclass(frozen=True)
class OpenDataPage:
    """开放数据: (site-relative address, what it is, size in bytes) of each file."""

    template: ClassVar[str] = "open-data.html"
    files: tuple[tuple[str, str, int], ...]


PageContext = (
    HomePage | ServicesPage | ServicePage | WindowPage | MaterialsPage | MaterialPage | RegulationsPage
    | RegulationPage | NoticesPage | NoticePage | ResultsPage | PeriodPage | CasesPage | LookupPage | PostersPage
    | SupervisionPage | SearchPage | OpenDataPage
)  # fmt: skip
