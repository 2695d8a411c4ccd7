"""What a hall has published that residents see as news: notices, results, disclosures, and the day each came out."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.facts.disclosures import is_shown
from generator.facts.services import is_withdrawn
from generator.model import Dataset, Place, RecordKey
from generator.texts.pages import WORDS


class News(NamedTuple):
    """A record that residents see as news: its column, the day it came out, where that day stands, its title."""

    column: str
    day: date
    place: Place
    title: str


def news(dataset: Dataset, today: date) -> Iterator[News]:
    """What has come out until ``today``, whether it still hangs or not; what was withdrawn did not come out."""
    return (one for one in _dated(dataset, today) if one.day <= today)


def _dated(dataset: Dataset, today: date) -> Iterator[News]:
    for notice in dataset.notices.values():
        if not is_withdrawn(notice.withdrawn, today):
            where = Place(RecordKey("notices", notice.id).file) / "from"
            yield News(WORDS["notices"], notice.since, where, notice.title)
    for results in dataset.results.values():
        period = results.period
        if not is_withdrawn(period.withdrawn, today):
            posted = period.posted_from or period.prepared_on or period.until
            yield News(WORDS["results"], posted, Place(RecordKey("results", period.id).file), period.title)
    for disclosed in dataset.disclosures.values():
        record = disclosed.record
        if is_shown(record, today):
            where = Place(RecordKey("disclosures", record.id).file) / "posted_from"
            yield News(record.kind, record.posted_from, where, record.title)
