"""Counts one period of results by service and window: cases, how they ended, whether in time and how fast.

Everything is counted from what is public today (``disclosure.PostedPeriod``), in one pass over the rows. A service with
the policy "counts" has a number of finished cases only where ``suppression`` shows it, days used only where at least
``results.small_count`` (site.yml) cases are finished, and never outcomes. Outcomes, timing and days used of windows and
of the whole are those of listed services.

Timing of a case: 办结 and 不予批准 are finished, in time if on or before the due day, after its extension. An open
case is overdue if that day has passed on the closing day (the last day of the period, or today if earlier), else
running. Undetermined: there is no due day; or the calendar for the end of its extension is not announced; or the unit
is undecided, and working and calendar days give different answers. A case that was taken back (撤回) has no timing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from statistics import median
from typing import Literal

from generator.facts.deadlines import promised_days
from generator.facts.workdays import UNITS, Calendar, NoCalendar, calendar_of, units_meant
from generator.model import Dataset, ResultRow, Service, TimeLimit
from generator.model.base import DayUnit
from generator.results.disclosure import PostedPeriod, policy_of
from generator.results.suppression import ShownCounts

Timing = Literal["on_time", "late", "running", "overdue", "undetermined"]


@dataclass(frozen=True)
class DaysUsed:
    """Days used by the finished cases, in ``unit``, and the promised number of days (0 is 即办, None is unknown).

    ``p90``: nine cases of ten took no longer (nearest rank, so a number of days that occurred).
    """

    unit: DayUnit
    promised: int | None
    median: float
    p90: int


@dataclass(frozen=True)
class Outcomes:
    """How many listed cases ended in which way, and how many in time; done + rejected + withdrawn + open are all.

    on_time + late + running + overdue + undetermined are all but the withdrawn. ``extended`` counts the cases whose
    limit was extended, whatever their outcome.
    """

    done: int
    rejected: int
    withdrawn: int
    open: int
    on_time: int
    late: int
    running: int
    overdue: int
    undetermined: int
    extended: int

    @property
    def judged(self) -> int:
        """Cases of which it is known whether they were in time: finished ones, and open ones past their day."""
        return self.on_time + self.late + self.overdue

    @property
    def on_time_share(self) -> float | None:
        """Share of the judged cases that were in time, 0 to 1; None where none is judged."""
        return self.on_time / self.judged if self.judged else None


@dataclass(frozen=True)
class Tally:
    """Figures of one service, one window or the whole in one period.

    ``outcomes`` is None where no case is listed one by one. ``days_used`` is empty where no case is finished or the
    number is hidden; it has two entries for a service whose promise does not say whether it counts working days.
    """

    cases: int
    outcomes: Outcomes | None = None
    days_used: tuple[DaysUsed, ...] = ()


def timing_of(row: ResultRow, service: Service | None, closing: date, calendar: Calendar) -> Timing | None:
    """Whether the case of ``row`` is in time as of ``closing``; None for a case that was taken back."""
    if row.outcome == "撤回":
        return None
    if row.due is None:
        return "undetermined"
    unit = service.time_limits.extension_unit if service and service.time_limits else None
    judged = {_judge(row, end, closing) for end in calendar.last_days(row.due, row.extension_days, unit)}
    return judged.pop() if len(judged) == 1 else "undetermined"


def _judge(row: ResultRow, due: date, closing: date) -> Timing:
    if row.completed is not None:
        return "on_time" if row.completed <= due else "late"
    return "overdue" if due < closing else "running"


@dataclass
class _Sums:
    """Counters of one service, window or the whole while they are being filled."""

    cases: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    timings: Counter[Timing | None] = field(default_factory=Counter)
    extended: int = 0
    days: dict[DayUnit, list[int]] = field(default_factory=lambda: {unit: [] for unit in UNITS})

    def add(self, other: "_Sums") -> None:
        self.cases += other.cases
        self.outcomes += other.outcomes
        self.timings += other.timings
        self.extended += other.extended
        for unit, days in other.days.items():
            self.days[unit] += days


@dataclass(frozen=True)
class Counts:
    """The tallies of one period; ``services`` and ``windows`` map id -> tally, without hidden services."""

    whole: Tally
    services: dict[str, Tally]
    windows: dict[str, Tally]
    shown: ShownCounts

    @property
    def group(self) -> Tally | None:
        """The services that are counted together; None where there are none or their number is hidden."""
        return None if self.shown.group_cases is None else Tally(self.shown.group_cases)


def count(posted: PostedPeriod, shown: dict[str, ShownCounts], dataset: Dataset, today: date) -> Counts:
    """Count ``posted``, a period that is shown; ``shown``: ``suppression.shown_counts`` of all periods of the site."""
    closing = min(today, posted.period.until)
    sums = _sum_services(posted.rows, dataset, closing)
    allowed = shown[posted.period.id]
    threshold = dataset.site.results.small_count
    services: dict[str, Tally] = {}
    windows: dict[str, _Sums] = {window.id: _Sums() for window in dataset.windows}
    whole = _Sums(cases=allowed.group_cases or 0)
    for service_id, found in sums.items():
        service = dataset.services.get(service_id)
        counted = policy_of(service) == "counts"
        if counted and service_id not in allowed.alone:
            continue
        promise = service.time_limits.promised if service and service.time_limits else None
        finished = len(found.days["自然日"])
        used = _summed_days(found, promise) if not counted or finished >= threshold else ()
        cases = allowed.alone[service_id] if counted else found.cases
        services[service_id] = Tally(cases, None if counted else _outcomes(found), used)
        window = dataset.window(service.window) if service else None
        for total in (whole, windows[window.id]) if window else (whole,):
            total.add(_Sums(cases=cases) if counted else found)
    return Counts(
        whole=_total(whole),
        services=services,
        windows={window_id: _total(total) for window_id, total in windows.items()},
        shown=allowed,
    )


def _sum_services(rows: Iterable[ResultRow], dataset: Dataset, closing: date) -> dict[str, _Sums]:
    calendar = calendar_of(dataset.holidays)
    used = cache(partial(_days_used, calendar))
    found: dict[str, _Sums] = {}
    for row in rows:
        sums = found.get(row.service)
        if sums is None:
            sums = found[row.service] = _Sums()
        sums.cases += 1
        sums.outcomes[row.outcome] += 1
        sums.timings[timing_of(row, dataset.services.get(row.service), closing, calendar)] += 1
        sums.extended += row.extension_days is not None
        if row.completed is not None and row.outcome != "撤回":
            for unit, days in used(row.accepted, row.completed):
                sums.days[unit].append(days)
    return found


def _days_used(calendar: Calendar, accepted: date, completed: date) -> tuple[tuple[DayUnit, int], ...]:
    """Days used in each unit; without a unit whose calendar is unknown, none where the dates contradict each other."""
    found: list[tuple[DayUnit, int]] = []
    for unit in UNITS:
        try:
            found.append((unit, calendar.days_used(accepted, completed, unit)))
        except (NoCalendar, ValueError):
            continue
    return tuple(found)


def _total(sums: _Sums) -> Tally:
    return Tally(sums.cases, _outcomes(sums) if sums.outcomes else None, _summed_days(sums, None))


def _outcomes(sums: _Sums) -> Outcomes:
    return Outcomes(
        done=sums.outcomes["办结"],
        rejected=sums.outcomes["不予批准"],
        withdrawn=sums.outcomes["撤回"],
        open=sums.outcomes["在办"],
        on_time=sums.timings["on_time"],
        late=sums.timings["late"],
        running=sums.timings["running"],
        overdue=sums.timings["overdue"],
        undetermined=sums.timings["undetermined"],
        extended=sums.extended,
    )


def _summed_days(sums: _Sums, promise: TimeLimit | None) -> tuple[DaysUsed, ...]:
    days = promised_days(promise)
    units = units_meant(promise.unit) if promise and promise.days else UNITS[:1]
    return tuple(
        DaysUsed(unit, days, float(median(sums.days[unit])), _nearest_rank(sums.days[unit], 90))
        for unit in units
        if sums.days[unit]
    )


def _nearest_rank(days: Sequence[int], percent: int) -> int:
    return sorted(days)[-(-len(days) * percent // 100) - 1]
