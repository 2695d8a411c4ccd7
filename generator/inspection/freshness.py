"""Checks of days: when something was published last, and what should have gone or been looked at again."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.facts.news import News, news
from generator.facts.services import is_withdrawn, notice_phase
from generator.inspection.subject import Fault, Subject, fault
from generator.model import Indicator, Place, RecordKey
from generator.site import addresses


def home_is_renewed(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """首页不更新 (国办秘函〔2019〕19号, veto): within two weeks something new is on the home page."""
    newest = max(news(subject.dataset, subject.today), key=lambda one: one.day, default=None)
    if newest is None:
        yield fault(addresses.HOME or "index.html", "home_without_news", days=indicator.days)
    elif _age(newest.day, subject) > (indicator.days or 0):
        yield fault(newest.place, "home_stale", days=_age(newest.day, subject), title=newest.title)


def columns_are_renewed(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """栏目不更新 (国办秘函〔2019〕19号): notices within six months; each kind of disclosure is a column of its own.

    A column without anything is empty, not stale.
    """
    newest: dict[str, News] = {}
    for one in news(subject.dataset, subject.today):
        if one.column not in newest or one.day > newest[one.column].day:
            newest[one.column] = one
    for column, one in newest.items():
        if _age(one.day, subject) > (indicator.days or 0):
            yield fault(one.place, "column_stale", column=column, days=_age(one.day, subject), title=one.title)


def results_are_renewed(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """办事统计数据 (国办秘函〔2019〕19号): figures of finished cases within three months."""
    periods = [results.period for results in subject.dataset.results.values()]
    periods = [one for one in periods if not is_withdrawn(one.withdrawn, subject.today)]
    newest = max(periods, key=lambda period: period.until, default=None)
    if newest is None:
        yield fault(f"{addresses.RESULTS}index.html", "no_results")
        return
    posted = newest.posted_from or newest.prepared_on or newest.until
    if _age(posted, subject) > (indicator.days or 0):
        where = Place(RecordKey("results", newest.id).file)
        yield fault(where, "results_stale", title=newest.title, days=_age(posted, subject))


def ended_notices_are_taken_down(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """Notices that ended long ago stand on no page as if they held (setting)."""
    latest = subject.today - timedelta(days=indicator.days or 0)
    for notice in subject.dataset.notices.values():
        if notice_phase(notice, subject.today) == "past" and notice.until < latest and notice.take_down is None:
            yield fault(Place(RecordKey("notices", notice.id).file) / "until", "not_taken_down", title=notice.title)


def records_are_dated(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """未注明发布时间 (国办发〔2015〕15号): what bears no day counts as not renewed."""
    for service in subject.offered:
        if service.verified is None:
            yield fault(Place(RecordKey("services", service.id).file), "guide_undated", name=service.name)
    for regulation in subject.dataset.regulations.values():
        if not (regulation.effective or regulation.adopted or regulation.verified):
            where = Place(RecordKey("regulations", regulation.id).file)
            yield fault(where, "regulation_undated", name=regulation.title)


def _age(day: date, subject: Subject) -> int:
    return (subject.today - day).days
