"""Decides what of a period's cases is public today (结果公开): policies, withdrawn rows, the end of full names.

Takes the records and the day. Everything that shows results (pages, posters, open data, look-up, search) takes them
from here and not from the dataset.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from generator.model import Dataset, ResultPeriod, ResultRow, Results, Service
from generator.model.service import DisclosurePolicy
from generator.privacy.masks import mask_name

PeriodPhase = Literal["shown", "withdrawn", "taken_down"]


@dataclass(frozen=True)
class PostedPeriod:
    """What is public of one period today; no rows at all unless ``phase`` is shown.

    ``rows`` are all cases but the withdrawn ones, in file order, for counting and for the look-up by number. A receipt
    that was withdrawn from one period is withdrawn from every other that had ended by that day: from a month, and from
    its quarter. ``listed`` are the rows that may be shown one by one; the applicant's name is masked, or left out,
    unless it may be published in full today.
    """

    period: ResultPeriod
    phase: PeriodPhase
    rows: tuple[ResultRow, ...]
    listed: tuple[ResultRow, ...]


def policy_of(service: Service | None) -> DisclosurePolicy:
    """The disclosure policy (公开方式) of a service; "counts" where it states none."""
    return service.disclosure.policy if service and service.disclosure else "counts"


def posted_period(period_id: str, dataset: Dataset, today: date) -> PostedPeriod:
    """What is public of one period on ``today``."""
    return posted_periods(dataset, today)[period_id]


@lru_cache(maxsize=2)
def posted_periods(dataset: Dataset, today: date) -> dict[str, PostedPeriod]:
    """Mapping period id -> what is public of it on ``today``, oldest first; the answer is cached."""
    gone = _withdrawals(dataset, today)
    return {period_id: _posted(results, gone, dataset, today) for period_id, results in dataset.results.items()}


def _withdrawals(dataset: Dataset, today: date) -> dict[str, date]:
    """Receipt number -> the last day on which a row with it was withdrawn, from any period."""
    gone: dict[str, date] = {}
    for results in dataset.results.values():
        for row in results.period.withdrawn_rows:
            if row.on <= today:
                gone[row.receipt] = max(row.on, gone.get(row.receipt, row.on))
    return gone


def _posted(results: Results, withdrawn: Mapping[str, date], dataset: Dataset, today: date) -> PostedPeriod:
    period = results.period
    phase = period_phase(period, today)
    if phase != "shown":
        return PostedPeriod(period, phase, (), ())
    gone = {row.receipt for row in period.withdrawn_rows if row.on <= today}
    gone.update(receipt for receipt, day in withdrawn.items() if period.until <= day)
    rows = tuple(entry.row for entry in results.entries if entry.row.receipt not in gone)
    services = dataset.services
    listed = (row for row in rows if policy_of(services.get(row.service)) != "counts")
    named = (_as_named_today(row, services[row.service], period, today) for row in listed)
    return PostedPeriod(period, phase, tuple(_unnamed(row) for row in rows), tuple(named))


def period_phase(period: ResultPeriod, today: date) -> PeriodPhase:
    """Whether a period is shown, withdrawn (from that day on) or taken down (from the day after ``take_down``)."""
    if period.withdrawn and period.withdrawn.on <= today:
        return "withdrawn"
    return "taken_down" if period.take_down and today > period.take_down else "shown"


def last_day_of_names(service: Service, period: ResultPeriod) -> date | None:
    """The last day on which full names are published; None for a service whose policy is not "full"."""
    disclosure = service.disclosure
    start = period.posted_from or period.prepared_on
    if disclosure is None or disclosure.policy != "full" or disclosure.names_days is None or start is None:
        return None
    return start + timedelta(days=disclosure.names_days - 1)


def _as_named_today(row: ResultRow, service: Service, period: ResultPeriod, today: date) -> ResultRow:
    if row.applicant is None:
        return row
    last = last_day_of_names(service, period)
    if last is not None and today <= last:
        return row
    return row.model_copy(update={"applicant": mask_name(row.applicant)})


def _unnamed(row: ResultRow) -> ResultRow:
    return row if row.applicant is None else row.model_copy(update={"applicant": None})
