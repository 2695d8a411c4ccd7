"""The pages of results added up over all halls, a page a period, the newest at the head of the column."""

from collections.abc import Iterator
from typing import Final

from generator.county.contexts import CountyFrame, Figure, NamedLink, ResultRow, ResultsPage
from generator.county.pages import MakeFrame, Page
from generator.county.places import County
from generator.county.sums import PeriodSums, add_up
from generator.texts.county import COUNTY

MOST_ROWS: Final = 100
"""So many services are listed; what the others come to stands in one line."""


def result_pages(name: str, county: County, frame: MakeFrame) -> Iterator[Page]:
    """The column, and each period; where no hall has published any, a page that says so."""
    sums = add_up(county.halls)
    described = COUNTY["results_description"]
    if not sums:
        about = frame("results/", COUNTY["results"], described.format(name=name, period=""))
        yield "results/", ResultsPage(about, "", (), "", (), None, ())
    for number, period in enumerate(sums):
        for url in ("results/", _url(period)) if number == 0 else (_url(period),):
            words = period_words(period.id)
            title = COUNTY["results_title"].format(period=words)
            about = frame(url, title, described.format(name=name, period=words), "results/")
            links = tuple(NamedLink(period_words(one.id), _url(one), current=one is period) for one in sums)
            yield url, _page(about, period, county, links)


def period_words(period_id: str) -> str:
    """2026年第3季度, 2026年上半年, 2026年9月, 2026年."""
    year, _, part = period_id.partition("-")
    if part.startswith("H"):
        return COUNTY["half"].format(year=year, half=COUNTY["halves"][int(part[1]) - 1])
    if part.startswith("Q"):
        return COUNTY["quarter"].format(year=year, quarter=part[1])
    return COUNTY["month"].format(year=year, month=int(part)) if part else COUNTY["year"].format(year=year)


def _page(frame: CountyFrame, period: PeriodSums, county: County, periods: tuple[NamedLink, ...]) -> ResultsPage:
    urls = {service.title: f"services/{service.slug}/" for service in county.services}
    rows = [ResultRow(title, urls.get(title, ""), one.cases, one.halls) for title, one in period.services.items()]
    rest = rows[MOST_ROWS:]
    return ResultsPage(
        frame=frame,
        period=period_words(period.id),
        figures=(
            Figure(COUNTY["total"], f"{period.total.cases:,}"),
            Figure(COUNTY["told"], f"{period.total.halls:,}"),
        ),
        partial=COUNTY["partial"].format(count=period.partial) if period.partial else "",
        rows=tuple(rows[:MOST_ROWS]),
        rest=ResultRow(COUNTY["results_rest"].format(count=len(rest)), "", sum(one.cases for one in rest), 0)
        if rest
        else None,
        periods=periods,
    )


def _url(period: PeriodSums) -> str:
    return f"results/{period.id}/"
