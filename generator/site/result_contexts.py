"""The values that the templates of results may use: periods, figures, cases, and the look-up (see ``contexts``)."""

from dataclasses import dataclass
from typing import ClassVar

from generator.model import Hall, ResultPeriod, ResultRow
from generator.model.posting import WithdrawnRow
from generator.results.charts import Chart
from generator.results.disclosure import PeriodPhase
from generator.results.figures import Figure
from generator.results.ratings import RatedMonth
from generator.site.poster_cards import PosterCard


@dataclass(frozen=True)
class KeyFigure:
    """A number at the top of a period; ``note`` compares it with the period before, or explains it."""

    name: str
    value: str
    note: str | None


@dataclass(frozen=True)
class PeriodLink:
    """A period in a list; ``key_figures`` are empty where it is not shown, ``phase`` then says why."""

    id: str
    title: str
    phase: PeriodPhase
    key_figures: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class ResultsPage:
    """办理结果: all periods, newest first."""

    template: ClassVar[str] = "results.html"
    periods: tuple[PeriodLink, ...]


@dataclass(frozen=True)
class FigureLine:
    """A line of the tables of figures: a service, a window, the group that is counted together, or the whole.

    ``url`` is the site-relative address of the page of what is counted; ``listed`` is True if its cases are published
    one by one (for a window: if any are). ``promised``, ``median`` and ``p90`` are days in
    words, two readings where the unit is undecided, "" where nothing is known.
    """

    name: str
    url: str | None
    listed: bool
    figure: Figure
    promised: str
    median: str
    p90: str


@dataclass(frozen=True)
class PeriodFigures:
    """The figures of a period; ``listed`` is the number of cases that are published one by one.

    ``services`` are lines of listed services, then of those that are only counted. ``complete`` is False where
    services with hidden numbers are missing in all totals.
    """

    key_figures: tuple[KeyFigure, ...]
    listed: int
    charts: tuple[tuple[str, Chart], ...]
    services: tuple[FigureLine, ...]
    windows: tuple[FigureLine, ...]
    whole: FigureLine
    grouped: str | None
    complete: bool


@dataclass(frozen=True)
class CaseList:
    """One page of the cases of a period: (name of the service, row, due day in words or ""), which page of how many,
    and how many cases.

    ``before`` and ``after`` are the last part of the addresses of the neighbouring pages (``addresses.cases``).
    """

    period_id: str
    rows: tuple[tuple[str, ResultRow, str], ...]
    number: int
    pages: int
    total: int
    before: str | None
    after: str | None


@dataclass(frozen=True)
class PeriodPage:
    """One period: figures, and single cases where the disclosure policy allows them.

    One that was withdrawn or taken down has only title, dates and the reason.
    ``services`` are (id, name) of those with a case in the list; ``rows`` and ``table`` lead to the rows as JSON and
    CSV, site-relative; ``gone`` are withdrawn rows; ``version`` is the code on the bulletin of today.
    """

    template: ClassVar[str] = "period.html"
    period: ResultPeriod
    phase: PeriodPhase
    counted: PeriodFigures | None
    cases: CaseList | None
    services: tuple[tuple[str, str], ...]
    rows: str
    table: str
    gone: tuple[WithdrawnRow, ...]
    poster: PosterCard | None
    version: str | None


@dataclass(frozen=True)
class RatingWay:
    """Where and how residents rate: the hall, or a window; the picture with the official code, and a phone."""

    name: str
    picture: str | None
    phone: str | None


@dataclass(frozen=True)
class WindowRatings:
    """How often a window was rated in each month that the page shows; None where it is only counted with others.

    A month in which it has no ratings says —.
    """

    id: str
    name: str
    counts: tuple[int | str | None, ...]


@dataclass(frozen=True)
class RatingsPage:
    """群众评价: how to rate, and the ratings of each month, newest first, with a chart at ``chart_address``."""

    template: ClassVar[str] = "ratings.html"
    ways: tuple[RatingWay, ...]
    months: tuple[RatedMonth, ...]
    windows: tuple[WindowRatings, ...]
    chart: Chart | None
    chart_address: str
    small: int


@dataclass(frozen=True)
class CasesPage:
    """A further page of a period's cases, as plain rows."""

    template: ClassVar[str] = "cases.html"
    title: str
    cases: CaseList


@dataclass(frozen=True)
class LookupPage:
    """办件查询: look up one case. ``salt`` and ``shards`` lead to the files; ``coded``: some cases have codes."""

    template: ClassVar[str] = "lookup.html"
    hall: Hall
    salt: str
    shards: int
    coded: bool
