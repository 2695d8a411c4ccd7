"""Measures of efficiency: cases in time, late ones, and how long they take against what is promised.

Everything is asked of ``public_periods``: what is not public of results is not in an assessment either.
"""

from generator.assessment.subject import Measured, Subject, no_data
from generator.facts.periods import bounds, parent_of
from generator.model import AssessedItem, RecordKey
from generator.results.figures import Figures
from generator.results.public_periods import public_periods
from generator.results.statistics import DaysUsed
from generator.texts.assessment import HOW


def cases_in_time(subject: Subject, _: AssessedItem) -> Measured:
    """按时办结率: cases finished in time among those of which it is known; only cases that are public one by one."""
    found = _periods(subject)
    on_time, late = _judged(found)
    if not on_time + late:
        return no_data("no_cases" if found else "no_results", period=subject.period)
    how = HOW["on_time"].format(part=on_time, whole=on_time + late)
    return Measured(on_time, on_time + late, how, _files(found))


def late_cases(subject: Subject, _: AssessedItem) -> Measured:
    """超时件数: cases finished late, or still open after their day."""
    found = _periods(subject)
    on_time, late = _judged(found)
    if not on_time + late:
        return no_data("no_cases" if found else "no_results", period=subject.period)
    return Measured(late, None, HOW["late"].format(part=late), _files(found))


def days_against_promise(subject: Subject, _: AssessedItem) -> Measured:
    """中位用时: services whose median of days used is no more than promised, among those with both.

    A service that may be read in both kinds of day counts where both readings agree.
    """
    found = _periods(subject)
    kept: list[str] = []
    lacking: list[str] = []
    for figures in found:
        for service, figure in figures.services.items():
            readings = {verdict for used in figure.now.days_used if (verdict := _keeps(used)) is not None}
            if len(readings) == 1:
                (kept if readings.pop() else lacking).append(_named(subject, service, figures, len(found)))
    whole = len(kept) + len(lacking)
    if not whole:
        return no_data("no_days" if found else "no_results", period=subject.period)
    return Measured(
        len(kept), whole, HOW["median"].format(part=len(kept), whole=whole), _files(found), tuple(sorted(lacking))
    )


def _keeps(used: DaysUsed) -> bool | None:
    return None if used.promised is None else used.median <= used.promised


def _named(subject: Subject, service: str, figures: Figures, periods: int) -> str:
    name = subject.dataset.service_name(service)
    return name if periods == 1 else HOW["in_period"].format(name=name, period=figures.period_id)


def _periods(subject: Subject) -> list[Figures]:
    """The figures of the period, or of those inside it where it has none of its own, oldest first."""
    shown = public_periods(subject.dataset, subject.today)
    inside = {key: one.figures for key, one in shown.items() if one.figures and subject.includes(key)}
    outermost = [key for key in inside if parent_of(key, inside) is None]
    return [inside[key] for key in sorted(outermost, key=bounds)]


def _judged(found: list[Figures]) -> tuple[int, int]:
    """Cases in time, and late ones. A case that is overdue stands in each period until it is finished: counted once."""
    outcomes = [one for figures in found if (one := figures.whole.now.outcomes)]
    overdue = found[-1].whole.now.outcomes if found else None
    late = sum(one.late for one in outcomes) + (overdue.overdue if overdue else 0)
    return sum(one.on_time for one in outcomes), late


def _files(found: list[Figures]) -> tuple[str, ...]:
    return tuple(RecordKey("results", one.period_id).file for one in found)
