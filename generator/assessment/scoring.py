"""Applies a sheet to a hall: the value and the points of every item, and what they add up to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.assessment import archives, efficiency, openness, quality
from generator.assessment.subject import Measured, Subject
from generator.model import AssessedByHand, AssessedItem, AssessmentProfile
from generator.model.assessment import IN_CASES, Measure

MEASURES: Mapping[Measure, Callable[[Subject, AssessedItem], Measured]] = {
    "按时办结率": efficiency.cases_in_time,
    "超时件数": efficiency.late_cases,
    "中位用时": efficiency.days_against_promise,
    "好评率": quality.good_ratings,
    "一次告知": quality.papers_told_at_once,
    "监督渠道": quality.ways_of_complaining,
    "公开按时": openness.duties_met,
    "结果按时公示": openness.results_posted,
    "要素齐全": openness.elements_stated,
    "按期核对": openness.reviewed_in_time,
    "公示记录": archives.posting_records,
    "撤下日期": archives.last_days_written,
}


@dataclass(frozen=True)
class Line:
    """An item with its value and points; both are None for what has no data, and for what people assess."""

    item: AssessedItem | AssessedByHand
    measured: Measured | None
    points: float | None

    @property
    def records(self) -> tuple[str, ...]:
        """The files that the value rests on."""
        return self.measured.records if self.measured else ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """What was not done."""
        return self.measured.lacking if self.measured else ()


@dataclass(frozen=True)
class Assessed:
    """Every line of the sheet, by area in the order in which the sheet names them first."""

    period: str
    source: str | None
    lines: tuple[Line, ...]

    @property
    def areas(self) -> dict[str, tuple[Line, ...]]:
        """Mapping area -> its lines."""
        names = dict.fromkeys(line.item.area for line in self.lines)
        return {name: tuple(line for line in self.lines if line.item.area == name) for name in names}

    @property
    def points(self) -> float:
        """All points that were computed."""
        return round(sum(line.points or 0 for line in self.lines), 2)

    @property
    def counted(self) -> int:
        """How many points there were to get in the items that were computed."""
        return sum(line.item.weight for line in self.lines if line.points is not None)

    @property
    def without_data(self) -> int:
        """The weight of the items for which there is no data."""
        return sum(line.item.weight for line in self.lines if line.measured and line.points is None)

    @property
    def by_hand(self) -> int:
        """The weight of what people assess."""
        return sum(line.item.weight for line in self.lines if line.measured is None)


def assess(subject: Subject, profile: AssessmentProfile) -> Assessed:
    """The sheet of ``subject`` by ``profile``."""
    return Assessed(subject.period, profile.source, tuple(_lines(subject, profile)))


def _lines(subject: Subject, profile: AssessmentProfile) -> Iterator[Line]:
    for item in profile.items:
        measured = MEASURES[item.measure](subject, item)
        yield Line(item, measured, _points(item, measured.value))
    yield from (Line(item, None, None) for item in profile.by_hand)


def _points(item: AssessedItem, value: float | None) -> float | None:
    """All points from ``full`` on, none at ``none``, in proportion between them."""
    if value is None:
        return None
    better = -1 if item.measure in IN_CASES else 1
    above = (value - item.full) * better
    if above >= 0:
        return float(item.weight)
    if item.none is None or (item.full - item.none) * better <= 0:
        return 0.0
    gained = (value - item.none) / (item.full - item.none)
    return round(item.weight * max(0.0, gained), 2)
