"""Charts of one period's figures, as Vega-Lite specifications and as SVG; one source for page and poster.

``specs`` is pure and cheap; ``draw`` starts the drawing engine (half a second the first time), so callers keep its
result under ``Spec.key``.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from importlib.metadata import version

import vl_convert

from generator.model import Dataset
from generator.results.chart_layout import Json, Sheet
from generator.results.figures import Figure, Figures
from generator.results.statistics import Outcomes, Spread
from generator.texts.charts import CHARTS as WORDS

MOST_BARS = 12
"""Services drawn one by one; the others are in the table, and summed up under the bars."""

_VEGA_LITE = "5.20"
_SEAM = 0.006
_ROLES = re.compile(r' (?:aria-)?role(?:description)?="[^"]*"')


@dataclass(frozen=True)
class Spec:
    """A chart before it is drawn.

    ``name``: cases, timing or days, for file names; ``title`` and ``alt`` for residents; ``header`` and ``rows`` are
    the table that says the same in words, full names, all services; ``key``: hash of all that decides the bytes.
    """

    name: str
    title: str
    alt: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    vega_lite: Json

    @property
    def key(self) -> str:
        """What the bytes depend on, as a hash: the same key, the same picture."""
        parts = [version("vl-convert-python"), _VEGA_LITE, self.name, self.title, self.alt, self.vega_lite]
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def specs(figures: Figures, dataset: Dataset) -> tuple[Spec, ...]:
    """The charts that the figures give; a chart without anything to show is left out."""
    charts = (_cases(figures, dataset), _timing(figures, dataset), _days(figures, dataset))
    return tuple(chart for chart in charts if chart)


def draw(spec: Spec) -> str:
    """The chart as SVG text: with title and description, and without references to anything outside."""
    drawn: str = vl_convert.vegalite_to_svg(spec.vega_lite, vl_version=_VEGA_LITE, allowed_base_urls=[])
    head, body = drawn.split(">", 1)
    head = head.replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")
    body = _ROLES.sub("", body)  # English names of every mark, inside what is one image to a screen reader.
    names = f"chart-{spec.name}-title chart-{spec.name}-text"
    title = f'<title id="chart-{spec.name}-title">{escape(spec.title)}</title>'
    alt = f'<desc id="chart-{spec.name}-text">{escape(spec.alt)}</desc>'
    return f'{head} role="img" aria-labelledby="{names}">{title}{alt}{body}'


def _cases(figures: Figures, dataset: Dataset) -> Spec | None:
    names = {one: _service_name(dataset, one) for one in figures.services}
    drawn = [(one, figure) for one, figure in figures.services.items() if figure.now.cases][:MOST_BARS]
    if not drawn:
        return None
    top = max(max(figure.now.cases, figure.before.cases if figure.before else 0) for _, figure in drawn)
    sheet = Sheet()
    if figures.previous:
        sheet.legend(("now", "before"), (WORDS["cases_now"], WORDS["cases_before"]))
    for one, figure in drawn:
        sheet.line(names[one], _case_numbers(figure))
        sheet.bar("now", 0, figure.now.cases / top, height=12)
        if figure.before:
            sheet.bar("before", 0, figure.before.cases / top, height=6, top=13)
        sheet.below(19 if figure.before else 12)
    shown = {one for one, _ in drawn}
    rest = [figure for one, figure in figures.services.items() if one not in shown and figure.now.cases]
    if rest:
        numbers = WORDS["pieces"].format(count=sum(figure.now.cases for figure in rest))
        sheet.line(WORDS["rest"].format(count=len(rest)), numbers)
    rows = [(names[one], *_case_cells(figure)) for one, figure in figures.services.items()]
    if figures.group:
        label = WORDS["group"].format(threshold=dataset.site.results.small_count)
        sheet.line(label, _case_numbers(figures.group))
        rows.append((label, *_case_cells(figures.group)))
    first, most = drawn[0]
    alt = WORDS["alt_cases"].format(first=names[first], count=most.now.cases)
    header = ("service", "cases_now", "cases_before", "cases_change")
    return _spec("cases", alt, header, rows, sheet)


def _case_numbers(figure: Figure) -> str:
    if figure.before is None:
        return WORDS["pieces"].format(count=figure.now.cases)
    return WORDS["pieces_before"].format(count=figure.now.cases, before=figure.before.cases)


def _case_cells(figure: Figure) -> tuple[str, str, str]:
    before = WORDS["none"] if figure.before is None else str(figure.before.cases)
    change = WORDS["none"] if figure.change is None else f"{figure.change:+d}" if figure.change else "0"
    return str(figure.now.cases), before, change


def _timing(figures: Figures, dataset: Dataset) -> Spec | None:
    whole = figures.whole.now.outcomes
    listed = [
        (_service_name(dataset, one), figure.now.outcomes)
        for one, figure in figures.services.items()
        if figure.now.outcomes and sum(_timings(figure.now.outcomes).values())
    ]
    if whole is None or not listed:
        return None
    kinds = tuple(kind for kind, number in _timings(whole).items() if number)
    sheet = Sheet()
    sheet.legend(kinds, [WORDS[kind] for kind in kinds])
    drawn = [(WORDS["whole"], whole), *listed[:MOST_BARS]]
    for name, outcomes in drawn:
        numbers = {kind: number for kind, number in _timings(outcomes).items() if number}
        label = "　".join(WORDS[f"{kind}_short"].format(count=number) for kind, number in numbers.items())
        sheet.line(name, label, bold=outcomes is whole)
        total, start = sum(numbers.values()), 0
        for kind, number in numbers.items():
            sheet.bar(kind, start / total + (_SEAM if start else 0), (start + number) / total, height=14)
            start += number
        sheet.below(18 if outcomes is whole else 14)
    rows = [
        (name, *map(str, _timings(outcomes).values()), str(outcomes.extended))
        for name, outcomes in ((WORDS["whole"], whole), *listed)
    ]
    header = ("service", "on_time", "late", "running", "undetermined", "extended")
    return _spec("timing", WORDS["alt_timing"].format(**_timings(whole)), header, rows, sheet)


def _timings(outcomes: Outcomes) -> dict[str, int]:
    """What the bars show: whoever is past the day is late, finished or not."""
    return {
        "on_time": outcomes.on_time,
        "late": outcomes.late + outcomes.overdue,
        "running": outcomes.running,
        "undetermined": outcomes.undetermined,
    }


def _days(figures: Figures, dataset: Dataset) -> Spec | None:
    found = [
        (_spread_name(_service_name(dataset, one), spread, figure.now.spreads), spread)
        for one, figure in figures.services.items()
        for spread in figure.now.spreads
    ]
    measured = [(name, spread, spread.promised) for name, spread in found if spread.promised]
    if not measured:
        return None
    # The promise stands at the same place in every bar; what took longer reaches the edge at twice the promise.
    beyond = [spread for _, spread, promised in measured if spread.p90 > promised]
    scale = 2.0 if beyond else 1.02
    kinds = ("within", "beyond") if beyond else ("within",)
    sheet = Sheet()
    labels = [WORDS["p90_mark"], WORDS["beyond_mark"]][: len(kinds)]
    sheet.legend((*kinds, "median", "promised"), (*labels, WORDS["median_mark"], WORDS["promised_mark"]))
    for name, spread, promised in measured[:MOST_BARS]:
        kind = "beyond" if spread.p90 > promised else "within"
        sheet.line(name, WORDS[f"{kind}_short"].format(p90=spread.p90, promised=promised, unit=spread.unit))
        sheet.bar("track", 0, 1 / scale, height=12, top=2)
        sheet.bar(kind, 0, min(spread.p90 / promised / scale, 1), height=12, top=2)
        sheet.mark("median", min(spread.median / promised / scale, 1), height=12, top=2)
        sheet.mark("promised", 1 / scale, height=16)
        sheet.below(16)
    rows = [(name, spread.unit, f"{spread.median:g}", str(spread.p90), _promise(spread)) for name, spread in found]
    alt = WORDS["alt_days"].format(within=len(measured) - len(beyond), beyond=len(beyond))
    return _spec("days", alt, ("service", "unit", "median", "p90", "promised"), rows, sheet)


def _spread_name(name: str, spread: Spread, spreads: Sequence[Spread]) -> str:
    return name if len(spreads) == 1 else WORDS["several"].format(name=name, unit=spread.unit)


def _promise(spread: Spread) -> str:
    if spread.promised is None:
        return WORDS["unknown"]
    return str(spread.promised) if spread.promised else WORDS["immediate"]


def _service_name(dataset: Dataset, service_id: str) -> str:
    service = dataset.services.get(service_id)
    return service.name if service else service_id


def _spec(name: str, alt: str, header: Iterable[str], rows: Iterable[tuple[str, ...]], sheet: Sheet) -> Spec:
    return Spec(name, WORDS[name], alt, tuple(WORDS[key] for key in header), tuple(rows), sheet.vega_lite())
