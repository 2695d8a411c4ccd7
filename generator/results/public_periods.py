"""Puts together all that pages and posters need of each period on one day: public rows, figures, charts."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.facts.periods import previous_id
from generator.model import Dataset
from generator.results.charts import Chart, make_charts
from generator.results.disclosure import PostedPeriod, posted_periods
from generator.results.figures import Figures, figures
from generator.results.suppression import shown_counts


@dataclass(frozen=True)
class PublicPeriod:
    """A period as it is public on one day; figures and charts only while it is shown."""

    posted: PostedPeriod
    figures: Figures | None
    charts: tuple[Chart, ...]


@lru_cache(maxsize=2)
def public_periods(dataset: Dataset, today: date) -> dict[str, PublicPeriod]:
    """Mapping period id -> the period as it is public on ``today``, newest first; the answer is cached."""
    postings = posted_periods(dataset, today)
    shown = shown_counts(postings.values(), dataset)
    newest = sorted(postings.values(), key=lambda one: (one.period.until, one.period.id), reverse=True)
    found: dict[str, PublicPeriod] = {}
    for one in newest:
        counted = None
        if one.phase == "shown":
            counted = figures(one, postings.get(previous_id(one.period.id)), shown, dataset, today)
        found[one.period.id] = PublicPeriod(one, counted, make_charts(counted, dataset) if counted else ())
    return found
