"""What is assessed, and what a measure answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.duties.duty import Duty
from generator.facts.periods import bounds, months
from generator.gaps.elements import GuideState
from generator.model import Dataset
from generator.texts.assessment import NO_DATA


@dataclass(frozen=True)
class Measured:
    """The answer of a measure: ``part`` of ``whole``, or a plain number where ``whole`` is None.

    ``how`` says in a sentence how it came about, or why there is no number (``part`` is None then). ``records`` are the
    files, below the content folder, that it rests on; ``lacking`` names what was not done.
    """

    part: int | None
    whole: int | None
    how: str
    records: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()

    @property
    def value(self) -> float | None:
        """The share in percent, or the number; None where the records do not tell."""
        if self.part is None:
            return None
        return self.part if self.whole is None else self.part * 100 / self.whole


@dataclass(frozen=True)
class Subject:
    """A hall in a period; ``duties`` are those on each of ``days_of_duties``, ``guides`` those of today."""

    dataset: Dataset
    period: str
    today: date
    duties: Mapping[date, tuple[Duty, ...]]
    guides: Sequence[GuideState]

    @cached_property
    def first(self) -> date:
        """The first day of the period."""
        return bounds(self.period)[0]

    @property
    def day(self) -> date:
        """The day on which the period is judged: its last, or today while it runs."""
        return min(self.today, bounds(self.period)[1])

    def contains(self, day: date) -> bool:
        """Whether ``day`` is in the period, and has come."""
        return self.first <= day <= self.day

    def includes(self, period_id: str) -> bool:
        """Whether another period is this one, or lies inside it."""
        return period_id[:4] == self.period[:4] and {*months(period_id)} <= {*months(self.period)}


def days_of_duties(period: str, today: date) -> tuple[date, ...]:
    """The last day of each month of ``period``, up to ``today``, which comes last while the period runs."""
    ends = (bounds(f"{period[:4]}-{month:02}")[1] for month in months(period))
    return tuple(sorted({min(end, today) for end in ends}))


def no_data(why: str, **values: object) -> Measured:
    """The answer where the records do not tell, because of ``why`` (texts.assessment)."""
    return Measured(None, None, NO_DATA[why].format(**values))


def share(how: str, judged: Iterable[tuple[bool, str]], records: Iterable[str], **values: object) -> Measured:
    """The share of what was done among ``judged``: whether, and what it is called; at least one has to be there.

    ``how`` has places for ``part``, ``whole`` and ``values``.
    """
    listed = list(judged)
    part, whole = sum(done for done, _ in listed), len(listed)
    lacking = tuple(name for done, name in listed if not done)
    words = how.format(part=part, whole=whole, **values)
    return Measured(part, whole, words, tuple(dict.fromkeys(records)), lacking)
