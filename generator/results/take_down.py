"""Until when what is posted may be shown, for whatever leaves the site as a copy: notices, disclosures, periods."""

from collections.abc import Iterator
from datetime import date

from generator.facts.services import last_day
from generator.model import Dataset, RecordKey
from generator.results.disclosure import last_day_of_names, posted_periods


def last_days(dataset: Dataset, today: date) -> Iterator[tuple[RecordKey, date]]:
    """Record and day, for each day after which something that the record shows has to be taken down.

    A period has several: its own, and the end of full names for each of its services.
    """
    for key, notice in dataset.notices.items():
        if end := last_day(notice):
            yield RecordKey("notices", key), end
    for key, each in dataset.disclosures.items():
        if end := each.record.take_down:
            yield RecordKey("disclosures", key), end
    for key, posted in posted_periods(dataset, today).items():
        record = RecordKey("results", key)
        if end := posted.period.take_down:
            yield record, end
        yield from ((record, end) for end in _ends_of_names(key, dataset, today))


def _ends_of_names(period_id: str, dataset: Dataset, today: date) -> Iterator[date]:
    posted = posted_periods(dataset, today)[period_id]
    for service in sorted({row.service for row in posted.listed}):
        if end := last_day_of_names(dataset.services[service], posted.period):
            yield end
