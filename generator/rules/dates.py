"""Rules about dates and about rows of results."""

from collections.abc import Iterator
from datetime import date

from generator.facts.periods import bounds
from generator.facts.workdays import MAX_EXTENSION_DAYS
from generator.model import Dataset, Place, Regulation, ResultEntry, Service
from generator.results.rows_csv import rows_digest
from generator.rules.finding import Finding, place_of, row_place, services


def reviews_are_due_later(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A review date that has passed is a reminder; one before the last verification is a contradiction."""
    for record, root in _verified_records(dataset):
        place = root / "review"
        if record.review is None:
            continue
        if record.verified and record.review <= record.verified:
            yield Finding("date/review-order", place)
        elif record.review < today:
            yield Finding("date/review-passed", place, {"date": record.review.isoformat()})


def verifications_lie_behind(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No verification date lies in the future; one that does may also mean that this computer's clock is wrong."""
    for record, place in _verified_records(dataset):
        if record.verified and record.verified > today:
            values = {"date": record.verified.isoformat(), "today": today.isoformat()}
            yield Finding("date/verified-future", place / "verified", values)


def regulations_take_effect_after_adoption(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A regulation does not take effect before it is adopted."""
    for regulation in dataset.regulations.values():
        if regulation.adopted and regulation.effective and regulation.effective < regulation.adopted:
            yield Finding("date/effective", place_of("regulations", regulation.id) / "effective")


def notices_end_after_they_begin(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A notice ends on or after its first day and is taken down on or after its last."""
    for notice in dataset.notices.values():
        place = place_of("notices", notice.id)
        if notice.until < notice.since:
            yield Finding("date/notice-period", place / "until")
        if notice.take_down and notice.take_down < notice.until:
            yield Finding("date/take-down", place / "take_down")


def periods_fit_their_ids(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A period of results begins and ends where its id says."""
    for period_id, results in dataset.results.items():
        first, last = bounds(period_id)
        period = results.period
        if (period.since, period.until) != (first, last):
            values = {"first": first.isoformat(), "last": last.isoformat()}
            yield Finding("date/period", place_of("results", period_id) / "from", values)


def periods_are_posted_in_order(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Results are posted for at least a day, and are taken down on or after the last of them."""
    for period_id, results in dataset.results.items():
        period, place = results.period, place_of("results", period_id)
        if period.posted_from and period.posted_until and period.posted_until < period.posted_from:
            yield Finding("date/notice-period", place / "posted_until")
        last = period.posted_until or period.posted_from
        if period.take_down and last and period.take_down < last:
            yield Finding("date/take-down", place / "take_down")


def rows_make_sense(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A case is accepted before it is due and completed, and has a completion date only if it is finished."""
    for period_id, entry in _rows(dataset):
        row = entry.row
        if row.completed and row.completed < row.accepted:
            yield Finding("results/order", row_place(period_id, entry, "completed"))
        if row.due and row.due < row.accepted:
            yield Finding("results/order", row_place(period_id, entry, "due"))
        if (row.completed is None) != (row.outcome == "在办"):
            yield Finding("results/outcome", row_place(period_id, entry, "outcome"), {"outcome": row.outcome})


def extensions_are_explained(dataset: Dataset, today: date) -> Iterator[Finding]:
    """An extension adds at most ten days and has a reason."""
    for period_id, entry in _rows(dataset):
        days = entry.row.extension_days
        if days is not None and days > MAX_EXTENSION_DAYS:
            values = {"days": str(days), "limit": str(MAX_EXTENSION_DAYS)}
            yield Finding("extension/days", row_place(period_id, entry, "extension_days"), values)
        if (days is None) != (entry.row.extension_reason is None):
            yield Finding("results/extension", row_place(period_id, entry, "extension_reason"))


def receipts_are_distinct(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No receipt number stands twice in one period."""
    seen: set[tuple[str, str]] = set()
    for period_id, entry in _rows(dataset):
        if (period_id, entry.row.receipt) in seen:
            yield Finding("results/receipt", row_place(period_id, entry, "receipt"))
        seen.add((period_id, entry.row.receipt))


def rows_are_those_imported(dataset: Dataset, today: date) -> Iterator[Finding]:
    """The rows are those of the last import: none was changed by hand, and the import was not cut off."""
    for period_id, results in dataset.results.items():
        noted = results.period.rows_sha256
        found = rows_digest(entry.row for entry in results.entries) if noted else None
        if found != noted:
            values = {"digest": found or ""}
            yield Finding("results/hash", place_of("results", period_id) / "rows_sha256", values)


def _rows(dataset: Dataset) -> Iterator[tuple[str, ResultEntry]]:
    for period_id, results in dataset.results.items():
        for entry in results.entries:
            yield period_id, entry


def _verified_records(dataset: Dataset) -> Iterator[tuple[Service | Regulation, Place]]:
    """Every record that says when it was verified, with the place of its file."""
    yield from services(dataset)
    for regulation in dataset.regulations.values():
        yield regulation, place_of("regulations", regulation.id)


RULES = (
    reviews_are_due_later,
    verifications_lie_behind,
    regulations_take_effect_after_adoption,
    notices_end_after_they_begin,
    periods_fit_their_ids,
    periods_are_posted_in_order,
    rows_make_sense,
    extensions_are_explained,
    receipts_are_distinct,
    rows_are_those_imported,
)
