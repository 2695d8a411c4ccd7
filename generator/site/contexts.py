"""The values that each page template may use: one class for each template.

Those of results and of what is posted: ``result_contexts``, ``posting_contexts``.

Besides the fields of its class, a template has only ``w`` (``texts.pages.WORDS``), ``e`` (``texts.errand.ERRAND``),
``g`` (the words of guides, for pages that name the same things) and ``root``, the path from the page to the root.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.documents.bundle import BundleGuide
from generator.documents.guide import Guide
from generator.documents.missing import Missing
from generator.documents.regulation import RegulationText
from generator.facts.changes import ChangeEntry, ChangeLine
from generator.facts.closures import ClosureLine
from generator.facts.qr_code import CodeLines
from generator.facts.services import Link
from generator.model import (
    Feedback,
    Hall,
    Material,
    Regulation,
    Site,
    Supervision,
    Window,
)
from generator.site.initials import InitialGroup
from generator.site.poster_cards import PosterCard, PosterGroup
from generator.site.posting_contexts import DisclosurePage, NoticeLink, NoticePage, NoticesPage
from generator.site.result_contexts import CasesPage, LookupPage, PeriodLink, PeriodPage, RatingsPage, ResultsPage


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
    """Services and bundles under one heading; ``url`` is the site-relative address of the page of that heading."""

    title: str
    anchor: str
    url: str | None
    services: tuple[ServiceLink, ...]
    bundles: tuple[Link, ...] = ()


@dataclass(frozen=True)
class WindowTile:
    """A window on the home page and how many services it offers."""

    window: Window
    count: int


@dataclass(frozen=True)
class HomePage:
    """首页."""

    template: ClassVar[str] = "home.html"
    site: Site
    hours: str | None
    closures: tuple[ClosureLine, ...]
    most_used: tuple[ServiceLink, ...]
    windows: tuple[WindowTile, ...]
    events: tuple[Group, ...]
    bundles: tuple[Link, ...]
    notices: tuple[NoticeLink, ...]
    periods: tuple[PeriodLink, ...]


@dataclass(frozen=True)
class ServicesPage:
    """办事指南: all services under headings; ``view`` is the address of one of the four arrangements."""

    template: ClassVar[str] = "services.html"
    view: str
    groups: tuple[Group, ...]
    former: tuple[ServiceLink, ...]


@dataclass(frozen=True)
class ServicePage:
    """One service; ``incomplete`` if it has a gap, so that no sheet of it is printed.

    ``coming`` are sentences about changes of the next days.

    ``missing`` is what the page marks as 待补充. ``version`` is the code on its sheet of today. ``number`` is that of
    its window. ``needed_in`` has, for each material of the guide, the numbers of the situations that need it.
    ``neighbours`` are services that the same residents may need, for a record that names none. ``address`` is the full
    one of the page and ``code`` the QR code of it, for paper; None where mkdocs.yml has no ``site_url``. What scripts
    compute with: ``opening`` (``site.visits``) and ``counted``, the limits (``facts.deadline_table``).
    """

    template: ClassVar[str] = "service.html"
    guide: Guide
    missing: tuple[Missing, ...]
    coming: tuple[str, ...]
    closures: tuple[ClosureLine, ...]
    feedback: Feedback | None
    number: int | None
    needed_in: tuple[tuple[int, ...], ...]
    neighbours: tuple[Link, ...]
    hall: Hall
    supervision: Supervision | None
    address: str | None
    code: CodeLines | None
    opening: str | None
    counted: str | None
    incomplete: bool
    poster: PosterCard | None
    version: str | None
    changes: tuple[ChangeLine, ...]


@dataclass(frozen=True)
class WindowPage:
    """One window: duties and services; ``is_rated``: residents can rate it (好差评)."""

    template: ClassVar[str] = "window.html"
    window: Window
    hall: Hall
    hours: str | None
    closures: tuple[ClosureLine, ...]
    duties: tuple[str, ...]
    services: tuple[ServiceLink, ...]
    is_rated: bool


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
    """One of the regulations that must hang on the wall; ``link`` is None while the hall has no record of it."""

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
    """One regulation; ``history`` lists its versions, newest first. ``version`` is the code on its sheet of today."""

    template: ClassVar[str] = "regulation.html"
    document: RegulationText
    history: tuple[Regulation, ...]
    incomplete: bool
    poster: PosterCard | None
    version: str | None
    changes: tuple[ChangeLine, ...]


@dataclass(frozen=True)
class BundlePage:
    """一件事: one bundle of services; ``version`` is the code on its sheet of today."""

    template: ClassVar[str] = "bundle.html"
    bundle: BundleGuide
    poster: PosterCard | None
    version: str | None
    changes: tuple[ChangeLine, ...]


@dataclass(frozen=True)
class PostersPage:
    """海报打印."""

    template: ClassVar[str] = "posters.html"
    groups: tuple[PosterGroup, ...]


@dataclass(frozen=True)
class SupervisionPage:
    """监督投诉."""

    template: ClassVar[str] = "supervision.html"
    supervision: Supervision | None
    hall: Hall
    is_rated: bool = False


@dataclass(frozen=True)
class SearchPage:
    """搜索结果; ``groups`` are all services by the initial of their names, for browsers without JavaScript.

    Of more services than a page can hold there are no groups, and a link leads to them by window.
    """

    template: ClassVar[str] = "search.html"
    hall: Hall
    groups: tuple[InitialGroup, ...]


@dataclass(frozen=True)
class MyErrandsPage:
    """我的办事单: the services that a resident has put together on this device; a script fills it."""

    template: ClassVar[str] = "my-errands.html"
    hall: Hall
    hours: str | None


@dataclass(frozen=True)
class OfflinePage:
    """离线阅读: what this device has kept, which a script lists; shown by the worker where there is no network."""

    template: ClassVar[str] = "offline.html"
    hall: Hall
    hours: str | None


@dataclass(frozen=True)
class DataGroup:
    """Files of open data that are for the same: what for, and address, what it is and size in bytes of each."""

    key: str
    title: str
    text: str
    files: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class OpenDataPage:
    """开放数据: the files that there are, by what they are for."""

    template: ClassVar[str] = "open-data.html"
    groups: tuple[DataGroup, ...]


@dataclass(frozen=True)
class SiteMapPage:
    """网站地图: every list, and below it the records that are few; each with its address and its name."""

    template: ClassVar[str] = "site-map.html"
    columns: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True)
class ChangesPage:
    """最近的修改: the changes of each day, newest first; ``cut`` is their number where there are more, else 0."""

    template: ClassVar[str] = "changes.html"
    days: tuple[tuple[date, tuple[ChangeEntry, ...]], ...]
    cut: int


PageContext = (
    HomePage | ServicesPage | ServicePage | WindowPage | MaterialsPage | MaterialPage | RegulationsPage
    | RegulationPage | NoticesPage | NoticePage | ResultsPage | PeriodPage | CasesPage | LookupPage | PostersPage
    | SupervisionPage | SearchPage | OfflinePage | OpenDataPage | DisclosurePage | BundlePage | MyErrandsPage
    | RatingsPage | SiteMapPage | ChangesPage
)  # fmt: skip
