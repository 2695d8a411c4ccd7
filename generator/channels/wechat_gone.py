"""What was published before and has to be deleted by hand: an article does not go when its page goes.

Which articles were really sent nobody writes down; these are all that there may be.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.facts.disclosures import is_shown
from generator.facts.services import GONE as GONE_PHASES
from generator.facts.services import last_day, notice_phase
from generator.model import Dataset, RecordKey
from generator.model.posting import Withdrawal
from generator.results.disclosure import posted_periods
from generator.results.take_down import last_days
from generator.texts.channels_wechat import GONE, KINDS


class Gone(NamedTuple):
    """A record whose article has to be deleted: why in words, and since when (None where no day is known)."""

    record: RecordKey
    title: str
    kind: str
    why: str
    since: date | None


def gone_articles(dataset: Dataset, today: date) -> tuple[Gone, ...]:
    """What has to be deleted on ``today``, the latest first; what has no day comes last."""
    found = [*_notices(dataset, today), *_disclosures(dataset, today), *_periods(dataset, today), *_ended(dataset)]
    return tuple(sorted(found, key=lambda one: (one.since or date.min, str(one.record)), reverse=True))


def _why(withdrawn: Withdrawal | None, last: date | None, today: date) -> tuple[str, date | None]:
    if withdrawn and withdrawn.on <= today:
        return GONE["withdrawn"].format(day=withdrawn.on), withdrawn.on
    return GONE["taken_down"].format(day=last), last


def _notices(dataset: Dataset, today: date) -> Iterator[Gone]:
    for key, notice in dataset.notices.items():
        if notice_phase(notice, today) in GONE_PHASES:
            why, since = _why(notice.withdrawn, last_day(notice), today)
            yield Gone(RecordKey("notices", key), notice.title, notice.kind, why, since)


def _disclosures(dataset: Dataset, today: date) -> Iterator[Gone]:
    for key, each in dataset.disclosures.items():
        record = each.record
        if not is_shown(record, today):
            why, since = _why(record.withdrawn, record.take_down, today)
            yield Gone(RecordKey("disclosures", key), record.title, record.kind, why, since)


def _periods(dataset: Dataset, today: date) -> Iterator[Gone]:
    """Periods that are gone; and those that are there with fewer names or cases than an article had."""
    ends, rows = list(last_days(dataset, today)), _withdrawn_rows(dataset, today)
    for key, posted in posted_periods(dataset, today).items():
        record, period = RecordKey("results", key), posted.period
        if posted.phase != "shown":
            yield Gone(record, period.title, KINDS["results"], *_why(period.withdrawn, period.take_down, today))
            continue
        over = [("names", day) for owner, day in ends if owner == record and day < today]
        own = {row.receipt for row in period.withdrawn_rows}
        held = {entry.row.receipt for entry in dataset.results[key].entries} - {row.receipt for row in posted.rows}
        over += [("rows", rows[receipt]) for receipt in own | held if receipt in rows]
        if over:
            why, day = max(over, key=lambda one: one[1])
            yield Gone(record, period.title, KINDS["results"], GONE[why].format(day=day), day)


def _withdrawn_rows(dataset: Dataset, today: date) -> dict[str, date]:
    """Receipt number -> the day on which it was withdrawn, from any period: it goes from others as well."""
    periods = (results.period for results in dataset.results.values())
    return {row.receipt: row.on for period in periods for row in period.withdrawn_rows if row.on <= today}


def _ended(dataset: Dataset) -> Iterator[Gone]:
    """Services and rules that an article would tell wrongly by now."""
    for key, service in dataset.services.items():
        if service.status.state != "在办":
            why = GONE["state"].format(state=service.status.state)
            yield Gone(RecordKey("services", key), service.name, KINDS["services"], why, service.status.since)
    for key, regulation in dataset.regulations.items():
        if regulation.repealed:
            why = GONE["state"].format(state=regulation.status)
            yield Gone(RecordKey("regulations", key), regulation.title, KINDS["regulations"], why, None)
