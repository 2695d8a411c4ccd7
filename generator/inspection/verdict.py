"""Applies a profile to a hall: which vetoes fall, which points are lost, and what could not be looked at."""

from dataclasses import dataclass
from functools import cached_property

from generator.inspection.checks import CHECKS, OF_THE_BUILT_SITE
from generator.inspection.subject import Fault, Subject
from generator.model import ByHand, Indicator, InspectionProfile
from generator.model.inspection import WITH_MISSING


@dataclass(frozen=True)
class Outcome:
    """What one indicator found; it ``applies`` where there are as many faults as it asks for."""

    indicator: Indicator
    faults: tuple[Fault, ...]
    applies: bool
    made: bool = True

    @property
    def is_veto(self) -> bool:
        """Whether the site fails by this alone."""
        return self.applies and self.indicator.kind == "否决"

    @property
    def lost(self) -> float:
        """The points lost, no more than the indicator takes at most; faults of one group count once."""
        if not self.applies or self.indicator.points is None or self.indicator.kind != "扣分":
            return 0.0
        counted = len({fault.group or number for number, fault in enumerate(self.faults)})
        points = round(counted * self.indicator.points, 2)
        return points if self.indicator.most is None else min(points, self.indicator.most)


@dataclass(frozen=True)
class Assessment:
    """The outcome of every indicator, in the order of the profile."""

    outcomes: tuple[Outcome, ...]
    full: float
    pass_mark: float
    by_hand: tuple[ByHand, ...]

    @cached_property
    def vetoes(self) -> tuple[Outcome, ...]:
        """The vetoes that fall."""
        return tuple(one for one in self.outcomes if one.is_veto)

    @cached_property
    def deductions(self) -> tuple[Outcome, ...]:
        """The indicators that cost points, the dearest first; also those for which a profile takes none."""
        found = (one for one in self.outcomes if one.applies and one.indicator.kind == "扣分")
        return tuple(sorted(found, key=lambda one: -one.lost))

    @cached_property
    def near(self) -> tuple[Outcome, ...]:
        """Indicators with faults that are still fewer than it takes."""
        return tuple(one for one in self.outcomes if one.faults and not one.applies)

    @property
    def not_made(self) -> tuple[Outcome, ...]:
        """The indicators that need a built site, where there is none."""
        return tuple(one for one in self.outcomes if not one.made)

    @property
    def lost(self) -> float:
        """All points lost."""
        return round(sum(one.lost for one in self.outcomes), 2)

    @property
    def score(self) -> float:
        """What is left of the full points."""
        return max(0.0, round(self.full - self.lost, 2))

    @property
    def passed(self) -> bool:
        """No veto, and points enough."""
        return not self.vetoes and self.score >= self.pass_mark


def assess(subject: Subject, profile: InspectionProfile) -> Assessment:
    """The assessment of ``subject`` by ``profile``."""
    outcomes = tuple(_outcome(subject, indicator) for indicator in profile.indicators)
    return Assessment(outcomes, profile.full or 0.0, profile.pass_mark or 0.0, profile.by_hand)


def _outcome(subject: Subject, indicator: Indicator) -> Outcome:
    if subject.built is None and indicator.check in OF_THE_BUILT_SITE:
        return Outcome(indicator, (), applies=False, made=False)
    faults = tuple(CHECKS[indicator.check](subject, indicator))
    needed = indicator.at_least or 1
    if indicator.check in WITH_MISSING:  # a hall with fewer guides fails by all of them
        needed = min(needed, max(1, len(subject.offered)))
    return Outcome(indicator, faults, applies=len(faults) >= needed)
