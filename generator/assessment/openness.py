"""Measures of openness (公开): in time, complete, and kept right."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.assessment.subject import Measured, Subject, no_data, share
from generator.duties.duty import Duty
from generator.facts.workdays import calendar_of
from generator.gaps.elements import ELEMENTS
from generator.model import AssessedItem, RecordKey, Regulation, ResultPeriod, Service
from generator.model.assessment import USUAL_DAYS
from generator.texts.assessment import HOW


def duties_met(subject: Subject, _: AssessedItem) -> Measured:
    """公开按时: rows of the catalogues that were met whenever they were due, among those that can be judged."""
    rows: dict[str, list[tuple[date, Duty]]] = {}
    for day, duties in sorted(subject.duties.items()):
        for duty in sorted(duties, key=lambda one: (one.catalogue.id, one.number)):
            rows.setdefault(duty.id, []).append((day, duty))
    judged = [(states[-1][1], done) for states in rows.values() if (done := _was_met(states, subject)) is not None]
    if not judged:
        return no_data("no_duties" if rows else "no_catalogue")
    unsure = sum(states[-1][1].state == "look" for states in rows.values())
    how = HOW["duties"] + (HOW["unsure"] if unsure else "")
    named = ((done, " ".join(duty.row.item.split())) for duty, done in judged)
    return share(how, named, (RecordKey("catalogues", duty.catalogue.id).file for duty, _ in judged), count=unsure)


def _was_met(states: list[tuple[date, Duty]], subject: Subject) -> bool | None:
    """Whether a row was met in the period; None where it was never due in it, or nobody can tell."""
    last = states[-1][1]
    if last.state == "overdue" or any(_is_missed(day, duty, subject) for day, duty in states):
        return False
    return True if last.state == "met" else None


def _is_missed(day: date, duty: Duty, subject: Subject) -> bool:
    """Whether a row was missed by the end of ``day``, or met too late in the period."""
    if duty.state == "met":
        return duty.is_late and bool(duty.last and duty.last.day and duty.last.day >= subject.first)
    due = duty.due or date.max
    return duty.state != "others" and subject.first <= due and (due < day or due == day < subject.today)


def results_posted(subject: Subject, item: AssessedItem) -> Measured:
    """结果按时公示: periods of results posted within so many working days after their end; those not yet due aside."""
    days = item.days or USUAL_DAYS["结果按时公示"]
    judged = [(one, posted) for one in _ended(subject) if (posted := is_posted(one, days, subject)) is not None]
    if not judged:
        return no_data("no_periods", period=subject.period)
    named = ((posted, one.title) for one, posted in judged)
    return share(HOW["posted"], named, (RecordKey("results", one.id).file for one, _ in judged), days=days)


def _ended(subject: Subject) -> Iterator[ResultPeriod]:
    for results in subject.dataset.results.values():
        if subject.includes(results.period.id) and results.period.until <= subject.today:
            yield results.period


def is_posted(period: ResultPeriod, days: int, subject: Subject) -> bool | None:
    """Whether a period was posted within ``days``; None where that may still come, or the calendar is not known."""
    due = calendar_of(subject.dataset.holidays).expected(period.until, days, "工作日").day
    if due is None:
        return None
    if period.posted_from and period.posted_from <= subject.today:
        return period.posted_from <= due
    return False if due < subject.today else None


def elements_stated(subject: Subject, _: AssessedItem) -> Measured:
    """要素齐全: the elements that the guides state, of the eight of each."""
    guides = subject.guides
    if not guides:
        return no_data("no_services")
    part, whole = sum(guide.stated for guide in guides), len(guides) * len(ELEMENTS)
    how = HOW["elements"].format(part=part, whole=whole, guides=len(guides))
    lacking = tuple(guide.name for guide in guides if guide.missing)
    return Measured(part, whole, how, tuple(RecordKey("services", guide.id).file for guide in guides), lacking)


def reviewed_in_time(subject: Subject, item: AssessedItem) -> Measured:
    """按期核对: guides and rules in force that were looked at again in time, and whose next look is not overdue."""
    days = item.days or USUAL_DAYS["按期核对"]
    since = subject.day - timedelta(days=days)
    judged = [(key, name, _is_fresh(record, since, subject.day)) for key, name, record in _kept(subject)]
    if not judged:
        return no_data("no_services")
    named = ((fresh, name) for _, name, fresh in judged)
    return share(HOW["reviewed"], named, (key.file for key, _, _ in judged), since=since)


def _kept(subject: Subject) -> Iterator[tuple[RecordKey, str, Service | Regulation]]:
    for service in subject.dataset.services.values():
        if not service.status.ended:
            yield RecordKey("services", service.id), service.name, service
    for regulation in subject.dataset.regulations.values():
        if not regulation.repealed:
            yield RecordKey("regulations", regulation.id), regulation.title, regulation


def _is_fresh(record: Service | Regulation, since: date, day: date) -> bool:
    if record.verified is None or record.verified < since:
        return False
    return record.review is None or record.review >= day
