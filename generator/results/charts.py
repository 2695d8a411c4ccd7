"""The charts of one period's figures, for page and poster: what they show, and the same as a table in words.

Takes ``Figures``; ``chart_layout`` places the marks and ``chart_svg`` draws them. Writes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Dataset
from generator.results.chart_layout import Drawing, Layout
from generator.results.chart_svg import write_svg
from generator.results.figures import Figure, Figures
from generator.results.statistics import DaysUsed, Outcomes
from generator.texts.charts import CHARTS as WORDS

MOST_BARS = 12
"""At most so many services have a bar of their own; the table has all, and a line under the bars counts the rest."""


@dataclass(frozen=True)
class Chart:
    """A chart of one period, laid out but not yet drawn as SVG.

    ``name``: cases, timing or days, for file names; ``title`` and ``alt`` for residents; ``header`` and ``rows`` are
    the table that says the same in words, full names, all services; ``drawing``: its bars and words, laid out.
    """

    name: str
    title: str
    alt: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    drawing: Drawing


def make_charts(figures: Figures, dataset: Dataset) -> tuple[Chart, ...]:
    """The charts of ``figures``; a chart without anything to show is left out."""
    charts = (_cases(figures, dataset), _timing(figures, dataset), _days(figures, dataset))
    return tuple(chart for chart in charts if chart)


def draw(chart: Chart) -> str:
    """The chart as SVG text: with title and description, and without references to anything outside."""
    return write_svg(chart.drawing, chart.name, chart.title, chart.alt)


def _cases(figures: Figures, dataset: Dataset) -> Chart | None:
    names = {one: _service_name(dataset, one) for one in figures.services}
    drawn = [(one, figure) for one, figure in figures.services.items() if figure.now.cases][:MOST_BARS]
    if not drawn:
        return None
    top = max(max(figure.now.cases, figure.before.cases if figure.before else 0) for _, figure in drawn)
    layout = Layout()
    if figures.previous:
        layout.legend({"now": WORDS["cases_now"], "before": WORDS["cases_before"]})
    for one, figure in drawn:
        layout.line(names[one], _case_numbers(figure))
        layout.bar("now", 0, figure.now.cases / top, height=12)
        if figure.before:
            layout.bar("before", 0, figure.before.cases / top, height=6, top=13)
        layout.below(19 if figure.before else 12)
    shown = {one for one, _ in drawn}
    rest = [figure for one, figure in figures.services.items() if one not in shown and figure.now.cases]
    if rest:
        numbers = WORDS["pieces"].format(count=sum(figure.now.cases for figure in rest))
        layout.line(WORDS["rest"].format(count=len(rest)), numbers)
    rows = [(names[one], *_case_cells(figure)) for one, figure in figures.services.items()]
    if figures.group:
        label = WORDS["group"].format(threshold=dataset.site.results.small_count)
        layout.line(label, _case_numbers(figures.group))
        rows.append((label, *_case_cells(figures.group)))
    first, most = drawn[0]
    alt = WORDS["alt_cases"].format(first=names[first], count=most.now.cases)
    header = ("service", "cases_now", "cases_before", "cases_change")
    return _chart("cases", alt, header, rows, layout)


def _case_numbers(figure: Figure) -> str:
    if figure.before is None:
        return WORDS["pieces"].format(count=figure.now.cases)
    return WORDS["pieces_before"].format(count=figure.now.cases, before=figure.before.cases)


def _case_cells(figure: Figure) -> tuple[str, str, str]:
    before = WORDS["none"] if figure.before is None else str(figure.before.cases)
    change = WORDS["none"] if figure.change is None else f"{figure.change:+d}" if figure.change else "0"
    return str(figure.now.cases), before, change


def _timing(figures: Figures, dataset: Dataset) -> Chart | None:
    whole = figures.whole.now.outcomes
    listed = [
        (_service_name(dataset, one), figure.now.outcomes)
        for one, figure in figures.services.items()
        if figure.now.outcomes and sum(_timings(figure.now.outcomes).values())
    ]
    if whole is None or not listed:
        return None
    kinds = tuple(kind for kind, number in _timings(whole).items() if number)
    layout = Layout()
    layout.legend({kind: WORDS[kind] for kind in kinds})
    drawn = [(WORDS["whole"], whole), *listed[:MOST_BARS]]
    for name, outcomes in drawn:
        numbers = {kind: number for kind, number in _timings(outcomes).items() if number}
        label = WORDS["apart"].join(WORDS[f"{kind}_short"].format(count=number) for kind, number in numbers.items())
        layout.line(name, label, bold=outcomes is whole)
        layout.stack(numbers, height=14)
        layout.below(18 if outcomes is whole else 14)
    rows = [
        (name, *map(str, _timings(outcomes).values()), str(outcomes.extended))
        for name, outcomes in ((WORDS["whole"], whole), *listed)
    ]
    header = ("service", "on_time", "late", "running", "undetermined", "extended")
    return _chart("timing", WORDS["alt_timing"].format(**_timings(whole)), header, rows, layout)


def _timings(outcomes: Outcomes) -> dict[str, int]:
    """Kind of bar -> number of cases; a case past its day counts as late, finished or not."""
    return {
        "on_time": outcomes.on_time,
        "late": outcomes.late + outcomes.overdue,
        "running": outcomes.running,
        "undetermined": outcomes.undetermined,
    }


def _days(figures: Figures, dataset: Dataset) -> Chart | None:
    found = [
        (_name_with_unit(_service_name(dataset, one), used, figure.now.days_used), used)
        for one, figure in figures.services.items()
        for used in figure.now.days_used
    ]
    measured = [(name, used, used.promised) for name, used in found if used.promised]
    if not measured:
        return None
    # The promise stands at the same place in every bar; what took more than twice the promise is cut at the edge.
    beyond = [used for _, used, promised in measured if used.p90 > promised]
    scale = 2.0 if beyond else 1.02
    layout = Layout()
    kinds = ("within", *(("beyond",) if beyond else ()), "median", "promised")
    layout.legend({kind: WORDS[f"{kind}_mark"] for kind in kinds})
    for name, used, promised in measured[:MOST_BARS]:
        kind = "beyond" if used.p90 > promised else "within"
        layout.line(name, WORDS[f"{kind}_short"].format(p90=used.p90, promised=promised, unit=used.unit))
        layout.bar("track", 0, 1 / scale, height=12, top=2)
        layout.bar("within", 0, min(used.p90 / promised, 1) / scale, height=12, top=2)
        layout.bar("beyond", 1 / scale, min(used.p90 / promised / scale, 1), height=12, top=2)
        if used.p90 > promised * scale:
            layout.cut(height=12, top=2)
        layout.mark("median", min(used.median / promised / scale, 1), height=12, top=2)
        layout.mark("promised", 1 / scale, height=16)
        layout.below(16)
    rows = [(name, used.unit, f"{used.median:g}", str(used.p90), _promise(used)) for name, used in found]
    alt = WORDS["alt_days"].format(within=len(measured) - len(beyond), beyond=len(beyond))
    return _chart("days", alt, ("service", "unit", "median", "p90", "promised"), rows, layout)


def _name_with_unit(name: str, used: DaysUsed, days_used: Sequence[DaysUsed]) -> str:
    return name if len(days_used) == 1 else WORDS["several"].format(name=name, unit=used.unit)


def _promise(used: DaysUsed) -> str:
    if used.promised is None:
        return WORDS["unknown"]
    return str(used.promised) if used.promised else WORDS["immediate"]


def _service_name(dataset: Dataset, service_id: str) -> str:
    service = dataset.services.get(service_id)
    return service.name if service else service_id


def _chart(name: str, alt: str, header: Iterable[str], rows: Iterable[tuple[str, ...]], layout: Layout) -> Chart:
    return Chart(name, WORDS[name], alt, tuple(WORDS[key] for key in header), tuple(rows), layout.drawing())
