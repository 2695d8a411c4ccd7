"""Measures of what the archives need: who posted what from when to when, and until when it is kept on the site."""

from collections.abc import Iterator

from generator.assessment.openness import is_posted
from generator.assessment.subject import Measured, Subject, no_data, share
from generator.facts.services import last_day
from generator.model import AssessedItem, DisclosureRecord, RecordKey, ResultPeriod
from generator.model.assessment import USUAL_DAYS
from generator.texts.assessment import HOW


def posting_records(subject: Subject, _: AssessedItem) -> Measured:
    """公示记录: results and disclosures of which it is written down who made them, and when they hung."""
    judged = [(key, one.title, _is_recorded(one)) for key, one in _tables(subject)]
    if not judged:
        return no_data("nothing_posted", period=subject.period)
    return share(HOW["recorded"], ((done, title) for _, title, done in judged), (key.file for key, _, _ in judged))


def _is_recorded(record: ResultPeriod | DisclosureRecord) -> bool:
    needed: list[object] = [record.prepared_by, record.posted_from, record.posted_until]
    needed.append(record.prepared_on if isinstance(record, ResultPeriod) else record.reviewed_by)
    return all(needed)


def last_days_written(subject: Subject, _: AssessedItem) -> Measured:
    """撤下日期: what was posted, and until when it may stay on the site; what was withdrawn has gone."""
    judged = [(key, one.title, bool(one.take_down or one.withdrawn)) for key, one in _tables(subject)]
    for notice in subject.dataset.notices.values():
        if subject.contains(notice.since):
            done = bool(last_day(notice) or notice.withdrawn)
            judged.append((RecordKey("notices", notice.id), notice.title, done))
    if not judged:
        return no_data("nothing_posted", period=subject.period)
    return share(HOW["last_days"], ((done, title) for _, title, done in judged), (key.file for key, _, _ in judged))


def _tables(subject: Subject) -> Iterator[tuple[RecordKey, ResultPeriod | DisclosureRecord]]:
    """The results and the disclosures of the period that are due to hang by now."""
    for results in subject.dataset.results.values():
        period = results.period
        if subject.includes(period.id) and is_posted(period, USUAL_DAYS["结果按时公示"], subject) is not None:
            yield RecordKey("results", period.id), period
    for disclosed in subject.dataset.disclosures.values():
        if subject.includes(disclosed.record.period) and disclosed.record.posted_from <= subject.today:
            yield RecordKey("disclosures", disclosed.record.id), disclosed.record
