"""The figures of one period, each beside that of the period before, for pages, charts and the bulletin.

``statistics`` counts the cases and ``suppression`` decides which small counts are hidden; this module only compares.
"""

from dataclasses import dataclass
from datetime import date

from generator.model import Dataset
from generator.results.disclosure import PostedPeriod
from generator.results.statistics import Counts, Tally, count
from generator.results.suppression import ShownCounts


@dataclass(frozen=True)
class Figure:
    """A tally and that of the period before.

    ``before`` is None where that period is not public, where its number is hidden, or where its number covers other
    services: the group of hidden services may change with the year.
    """

    now: Tally
    before: Tally | None = None

    @property
    def change(self) -> int | None:
        """The number of cases minus that of the period before."""
        return None if self.before is None else self.now.cases - self.before.cases


@dataclass(frozen=True)
class Figures:
    """All figures of one period.

    ``previous`` is the id of the period compared with, None where it is not public. ``services`` maps id -> figure,
    most cases first; ``windows`` likewise in the order of windows.yml, without services whose window is unknown.
    ``group`` counts the services that may not be shown alone; ``complete`` is False where not even together, so that
    ``whole`` leaves them out.
    """

    period_id: str
    previous: str | None
    whole: Figure
    services: dict[str, Figure]
    windows: dict[str, Figure]
    group: Figure | None
    complete: bool


def figures(
    now: PostedPeriod, before: PostedPeriod | None, shown: dict[str, ShownCounts], dataset: Dataset, today: date
) -> Figures:
    """The figures of ``now``, compared with ``before`` (the posted period of ``periods.previous_id``, if there is one).

    ``shown``: ``suppression.shown_counts`` of all periods. Both periods have to be shown today.
    """
    counts = count(now, shown, dataset, today)
    if before is None or before.phase != "shown":
        return _compare(now.period.id, counts, None, None)
    return _compare(now.period.id, counts, before.period.id, count(before, shown, dataset, today))


def _compare(period_id: str, now: Counts, previous: str | None, before: Counts | None) -> Figures:
    same_group = before is not None and before.shown.group == now.shown.group
    both_whole = before is not None and before.shown.complete and now.shown.complete
    services = {*now.services, *(before.services if before else ())} - {*now.shown.group}
    by_size = sorted(services, key=lambda one: (-_of_service(now, one).cases, one))
    return Figures(
        period_id=period_id,
        previous=previous,
        whole=Figure(now.whole, before.whole if before and (same_group or both_whole) else None),
        services={one: Figure(_of_service(now, one), _before(before, one)) for one in by_size},
        windows={
            one: Figure(tally, before.windows[one] if before and same_group else None)
            for one, tally in now.windows.items()
        },
        group=None if now.group is None else Figure(now.group, before.group if before and same_group else None),
        complete=now.shown.complete,
    )


def _before(before: Counts | None, service_id: str) -> Tally | None:
    return None if before is None or service_id in before.shown.group else _of_service(before, service_id)


def _of_service(counts: Counts, service_id: str) -> Tally:
    return counts.services.get(service_id, Tally(0))
