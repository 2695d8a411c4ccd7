"""What of the ratings (好差评) is public: counts of the hall by grade, and of each window in all, month by month.

Both tables are withheld by the rules of ``suppression``, each by itself: a count below the threshold is hidden in every
month of its year, together with others, until what is hidden cannot be computed from what is shown. A grade of a
single window is never shown, and a rate only where both its numbers are: one rating of a quiet window may be known to
be somebody's. The two tables add up to the same total, which is safe in both or in neither: where the hidden numbers of
one table are safe together, so is their sum with the others, which is all that the other table has to hide.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.facts.services import percent_words
from generator.model import Dataset, RatingMonth
from generator.model.rating import GRADES
from generator.results.chart_layout import Layout
from generator.results.charts import Chart
from generator.results.suppression import ShownCounts, suppress
from generator.texts.ratings import CHART

WORST_GRADES = 2
"""The last two grades are bad ones (差评)."""
MOST_MONTHS = 12
_LOOKS = ("now", "within", "before", "late", "worst")
_MERGED = "running"
"""Kind of bar of each grade, and of those that are counted together."""


@dataclass(frozen=True)
class Counted:
    """A name and its count; None where it is only counted together with others."""

    id: str
    name: str
    count: int | None


@dataclass(frozen=True)
class RatedMonth:
    """The ratings of a month that may be shown; ``merged`` is the number of those that are counted together.

    ``total`` is None where not even all together may be shown, ``merged`` where nothing is merged, or hidden as well;
    ``good``, the number of good ratings, and ``good_share`` (in words) where it cannot be computed from what is shown.
    """

    id: str
    name: str
    grades: tuple[Counted, ...]
    merged: int | None
    windows: tuple[Counted, ...]
    merged_windows: int | None
    total: int | None
    good: int | None
    good_share: str | None


@lru_cache(maxsize=2)
def rated_months(dataset: Dataset) -> tuple[RatedMonth, ...]:
    """Every month with what may be shown of it, newest first."""
    threshold = dataset.site.results.small_count
    months = dataset.ratings.values()
    grades = suppress({one.id: _by_grade(one) for one in months}, threshold)
    windows = suppress({one.id: _by_window(one, dataset) for one in months}, threshold)
    return tuple(_rated(one, grades[one], windows[one], dataset) for one in sorted(dataset.ratings, reverse=True))


def ratings_chart(months: tuple[RatedMonth, ...]) -> Chart | None:
    """The grades of the newest months as stacked bars; None where no month may be shown."""
    drawn = [one for one in months if one.total][:MOST_MONTHS]
    if not drawn:
        return None
    looks = dict(zip(GRADES, _LOOKS, strict=True))
    used = {counted.id for month in drawn for counted in month.grades if counted.count}
    layout = Layout()
    labels = {looks[key]: name for key, name in GRADES.items() if key in used}
    layout.legend(labels | ({_MERGED: CHART["merged"]} if any(one.merged for one in drawn) else {}))
    for month in drawn:
        parts = {looks[one.id]: one.count for one in month.grades if one.count}
        layout.line(month.name, CHART["total"].format(count=month.total))
        layout.stack(parts | ({_MERGED: month.merged} if month.merged else {}), height=14)
        layout.below(14)
    header = (CHART["month"], *GRADES.values(), CHART["merged"], CHART["all"])
    rows = tuple(
        (one.name, *(_cell(each.count) for each in one.grades), _cell(one.merged or 0), _cell(one.total))
        for one in drawn
    )
    return Chart("months", CHART["title"], CHART["alt"].format(count=len(drawn)), header, rows, layout.drawing())


def _cell(count: int | None) -> str:
    return CHART["withheld"] if count is None else str(count)


def _by_grade(month: RatingMonth) -> Mapping[str, int]:
    counts = ((grade, sum(getattr(row, grade) for row in month.rows)) for grade in GRADES)
    return {grade: count for grade, count in counts if count}


def _by_window(month: RatingMonth, dataset: Dataset) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for row in month.rows:
        window = dataset.window(row.window)
        key = window.id if window else ""
        if count := sum(getattr(row, grade) for grade in GRADES):
            counts[key] = counts.get(key, 0) + count
    return counts


def _rated(month_id: str, grades: ShownCounts, windows: ShownCounts, dataset: Dataset) -> RatedMonth:
    good = _good(grades)
    names = {"": dataset.site.hall.name, **{window.id: window.name for window in dataset.windows}}
    used = {*windows.alone, *windows.group}
    return RatedMonth(
        id=month_id,
        name=CHART["name"].format(year=month_id[:4], month=int(month_id[5:])),
        grades=tuple(_counted(GRADES, grades)),
        merged=grades.group_cases,
        windows=tuple(_counted({one: name for one, name in names.items() if one in used}, windows)),
        merged_windows=windows.group_cases,
        total=grades.total if grades.complete else None,
        good=good,
        good_share=None if good is None else percent_words(good / grades.total),
    )


def _counted(names: Mapping[str, str], shown: ShownCounts) -> Iterable[Counted]:
    for key, name in names.items():
        yield Counted(key, name, None if key in shown.group else shown.alone.get(key, 0))


def _good(shown: ShownCounts) -> int | None:
    """The number of good ratings, where all good or all bad grades are shown."""
    good, bad = [*GRADES][:-WORST_GRADES], [*GRADES][-WORST_GRADES:]
    if not (shown.complete and shown.total):
        return None
    if not set(good) & set(shown.group):
        return sum(shown.alone.get(one, 0) for one in good)
    if not set(bad) & set(shown.group):
        return shown.total - sum(shown.alone.get(one, 0) for one in bad)
    return None
