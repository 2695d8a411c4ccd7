"""Makes the contexts of the pages of results: figures in words, charts, cases page by page; and rows.js.

Takes ``PublicPeriod`` values, which ``results.public_periods`` makes, and never the rows of the dataset.
"""

from collections.abc import Mapping
from datetime import date

from generator.facts.deadlines import due_days, due_words
from generator.facts.services import percent_words
from generator.facts.workdays import Calendar, calendar_of
from generator.model import Dataset, ResultPeriod, ResultRow
from generator.results.disclosure import policy_of
from generator.results.figures import Figure, Figures
from generator.results.public_periods import PublicPeriod
from generator.results.statistics import DaysUsed
from generator.site import addresses
from generator.site.handed import compact, handed_text
from generator.site.poster_cards import PosterCard
from generator.site.result_contexts import (
    CaseList,
    CasesPage,
    FigureLine,
    KeyFigure,
    PeriodFigures,
    PeriodLink,
    PeriodPage,
)
from generator.texts.guide import GUIDE
from generator.texts.pages import DUE_DAYS, WORDS

CASES_PER_PAGE = 200
ROWS_PER_LINE = 200
"""Rows in one line of rows.js, which a browser parses at a time."""


def page_count(public: PublicPeriod) -> int:
    """The number of pages of cases, at least 1: the first is the period's own page."""
    return max(1, -(-len(public.posted.listed) // CASES_PER_PAGE))


def period_link(public: PublicPeriod) -> PeriodLink:
    """A period in a list, with its first two figures."""
    period = public.posted.period
    numbers = _key_figures(public.figures)[:2] if public.figures else ()
    return PeriodLink(period.id, period.title, public.posted.phase, numbers)


def period_page(
    public: PublicPeriod, dataset: Dataset, today: date, poster: PosterCard | None, version: str | None
) -> PeriodPage:
    """A period's own page, with the first page of its cases."""
    period, phase = public.posted.period, public.posted.phase
    used = {row.service for row in public.posted.listed}
    return PeriodPage(
        period=period if phase == "shown" else _stripped(period),
        phase=phase,
        counted=_counted(public, public.figures, dataset) if public.figures else None,
        cases=_case_list(public, 1, dataset) if public.posted.listed else None,
        services=tuple((item.id, item.name) for item in dataset.services.values() if item.id in used),
        rows=addresses.rows(period.id),
        table=addresses.results_table(period.id),
        gone=tuple(row for row in period.withdrawn_rows if row.on <= today),
        poster=poster,
        version=version,
    )


def cases_page(public: PublicPeriod, number: int, dataset: Dataset) -> CasesPage:
    """A further page of cases, from 2."""
    return CasesPage(public.posted.period.title, _case_list(public, number, dataset))


def rows_script(public: PublicPeriod, dataset: Dataset) -> bytes:
    """The listed cases for ``results.js``: a text, each line of which is JSON by itself, to be parsed in steps.

    The first line lists the services as [id, name]; the others are lists of rows: [receipt, number of the service
    in that list, applicant, accepted, due, completed, outcome] and, of an extended case, extension days and reason.
    ``due`` is text that begins with the day, so that it sorts by day. Unknown values are "".
    """
    listed = public.posted.listed
    used = {row.service for row in listed}
    services = [[item.id, item.name] for item in dataset.services.values() if item.id in used]
    numbers = {service_id: number for number, (service_id, _) in enumerate(services)}
    calendar = calendar_of(dataset.holidays)
    lines = [compact(services)]
    for start in range(0, len(listed), ROWS_PER_LINE):
        lines.append(
            compact([_cells(row, numbers, dataset, calendar) for row in listed[start : start + ROWS_PER_LINE]])
        )
    return handed_text("rows", "\n".join(lines))


def _case_list(public: PublicPeriod, number: int, dataset: Dataset) -> CaseList:
    listed, period_id = public.posted.listed, public.posted.period.id
    calendar = calendar_of(dataset.holidays)
    part = listed[(number - 1) * CASES_PER_PAGE : number * CASES_PER_PAGE]
    return CaseList(
        period_id=period_id,
        rows=tuple((dataset.service_name(row.service), row, _due(row, dataset, calendar)) for row in part),
        number=number,
        pages=page_count(public),
        total=len(listed),
        before=addresses.cases(period_id, number - 1) if number > 1 else None,
        after=addresses.cases(period_id, number + 1) if number < page_count(public) else None,
    )


def _stripped(period: ResultPeriod) -> ResultPeriod:
    kept = ("id", "title", "since", "until", "take_down", "withdrawn")
    return ResultPeriod.model_validate({name: getattr(period, name) for name in kept})


def _counted(public: PublicPeriod, found: Figures, dataset: Dataset) -> PeriodFigures:
    period_id = public.posted.period.id
    services = [
        _line(
            dataset.service_name(key),
            addresses.page(addresses.SERVICES, key) if key in dataset.services else None,
            figure,
            policy_of(dataset.services.get(key)) != "counts",
        )
        for key, figure in found.services.items()
    ]
    small = str(dataset.site.results.small_count)
    if found.group:
        services.append(_line(WORDS["group_line"].format(small=small), None, found.group, False))
    windows = {window.id: window.name for window in dataset.windows}
    return PeriodFigures(
        key_figures=tuple(_key_figures(found)),
        listed=len(public.posted.listed),
        charts=tuple((addresses.chart(period_id, chart.name), chart) for chart in public.charts),
        services=tuple(sorted(services, key=lambda line: not line.listed)),
        windows=tuple(
            _line(windows[key], addresses.page(addresses.WINDOWS, key), figure, figure.now.outcomes is not None)
            for key, figure in found.windows.items()
            if figure.now.cases or (figure.before and figure.before.cases)
        ),
        whole=_line(WORDS["total"], None, found.whole, False),
        grouped=WORDS["group_text"].format(small=small) if found.group or not found.complete else None,
        complete=found.complete,
    )


def _key_figures(found: Figures) -> tuple[KeyFigure, ...]:
    now, before = found.whole.now, found.whole.before
    numbers = [KeyFigure(WORDS["key_cases"], f"{now.cases}", _change(found.whole))]
    if (outcomes := now.outcomes) is None or outcomes.on_time_share is None:
        return tuple(numbers)
    earlier = before.outcomes.on_time_share if before and before.outcomes else None
    base = WORDS["key_judged"].format(count=outcomes.judged)
    was = base if earlier is None else f"{base}，{WORDS['key_before'].format(value=percent_words(earlier))}"
    numbers += [
        KeyFigure(WORDS["key_on_time"], percent_words(outcomes.on_time_share), was),
        KeyFigure(WORDS["key_late"], f"{outcomes.late + outcomes.overdue}", None),
        KeyFigure(WORDS["key_extended"], f"{outcomes.extended}", None),
        KeyFigure(WORDS["key_open"], f"{outcomes.open}", None),
    ]
    return tuple(numbers)


def _change(figure: Figure) -> str | None:
    if figure.change is None:
        return None
    if not figure.change:
        return WORDS["change_none"]
    return WORDS["change_more" if figure.change > 0 else "change_less"].format(count=abs(figure.change))


def _line(name: str, url: str | None, figure: Figure, listed: bool) -> FigureLine:
    days_used = figure.now.days_used
    promised = dict.fromkeys(_promise(used) for used in days_used if used.promised is not None)
    return FigureLine(
        name=name,
        url=url,
        listed=listed,
        figure=figure,
        promised="／".join(promised),
        median="／".join(dict.fromkeys(_days(used.median, used) for used in days_used)),
        p90="／".join(dict.fromkeys(_days(used.p90, used) for used in days_used)),
    )


def _days(number: float, used: DaysUsed) -> str:
    return GUIDE["days"].format(days=f"{number:g}", unit=used.unit) if number else WORDS["same_day"]


def _promise(used: DaysUsed) -> str:
    if used.promised == 0:
        return WORDS["immediate"]
    return GUIDE["days"].format(days=used.promised, unit=used.unit)


def _due(row: ResultRow, dataset: Dataset, calendar: Calendar) -> str:
    return due_words(due_days(row, dataset.services.get(row.service), calendar), DUE_DAYS)


def _cells(row: ResultRow, numbers: Mapping[str, int], dataset: Dataset, calendar: Calendar) -> list[str | int]:
    days = [row.accepted.isoformat(), _due(row, dataset, calendar), row.completed.isoformat() if row.completed else ""]
    cells: list[str | int] = [row.receipt, numbers[row.service], row.applicant or "", *days, row.outcome]
    if row.extension_days:
        cells += [row.extension_days, row.extension_reason or ""]
    return cells
