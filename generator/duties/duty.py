"""The state of each row of the catalogues on a day: overdue, due soon, to be looked at, due later, met, or not ours."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, get_args

from generator.duties.limits import limit_meant, turn_after, turn_before, turn_of
from generator.duties.published import Published, published
from generator.facts.workdays import calendar_of
from generator.model import CatalogueRow, Dataset, DisclosureCatalogue
from generator.model.publishing_limit import Always, Limit, Periodic, Within
from generator.texts.duties import ON_ITS_OWN, ON_REQUEST, WHY

State = Literal["overdue", "soon", "look", "later", "met", "others"]
STATES: tuple[State, ...] = get_args(State)
SOON_DAYS = 30
"""So many days ahead a duty is told as due soon."""


@dataclass(frozen=True)
class Duty:
    """A row and how it stands: ``due`` is the day by which it has to be published next, or had to be.

    ``why`` says in a sentence how that came about; ``last`` is what was published last. ``is_late``: it was met, but
    too late.
    """

    catalogue: DisclosureCatalogue
    number: int
    row: CatalogueRow
    state: State
    why: str
    due: date | None = None
    last: Published | None = None
    is_late: bool = False

    @property
    def id(self) -> str:
        """Catalogue and place of the row in it, from 1."""
        return f"{self.catalogue.id}-{self.number}"


@dataclass(frozen=True)
class _Asked:
    """A row with what answers it, newest last, and the day that was asked about."""

    catalogue: DisclosureCatalogue
    number: int
    row: CatalogueRow
    dataset: Dataset
    today: date
    found: tuple[Published, ...] = ()

    @property
    def last(self) -> Published | None:
        """What was published last; what has no day comes first."""
        return max(self.found, key=lambda one: one.day or date.min, default=None)

    def told(self, state: State, why: str, due: date | None = None, **values: object) -> Duty:
        """The duty in ``state`` because of ``why`` (texts.duties)."""
        words = WHY[why].format(**values)
        return Duty(self.catalogue, self.number, self.row, state, words, due, self.last, is_late=why == "late")

    def until(self, due: date, why: str, **values: object) -> Duty:
        """The duty that is still to be met by ``due``, or has not been."""
        if due < self.today:
            return self.told("overdue", why, due, **values)
        return self.told("soon" if due - self.today <= timedelta(days=SOON_DAYS) else "later", why, due, **values)


def duties(dataset: Dataset, today: date, pages: frozenset[str] = frozenset()) -> tuple[Duty, ...]:
    """Every row of every catalogue on ``today``: the most urgent first, else in the order of the files."""
    found = [
        _duty(_Asked(catalogue, number, row, dataset, today), pages)
        for catalogue in dataset.catalogues.values()
        for number, row in enumerate(catalogue.rows, 1)
    ]
    return tuple(sorted(found, key=lambda one: (STATES.index(one.state), one.due or date.max)))


def is_overdue(found: tuple[Duty, ...]) -> bool:
    """Whether anything should have been published and was not."""
    return any(one.state == "overdue" for one in found)


def _duty(asked: _Asked, pages: frozenset[str]) -> Duty:
    row, catalogue = asked.row, asked.catalogue
    if row.levels and not any(ours in level for level in row.levels for ours in catalogue.our_levels):
        return asked.told("others", "level", levels="、".join(row.levels))
    if row.method and all(ON_REQUEST in method and ON_ITS_OWN not in method for method in row.method):
        return asked.told("others", "on_request")
    limit = limit_meant(row, catalogue)
    if limit is None:
        return asked.told("look", "unread" if row.count_as or row.limit else "no_limit")
    if not row.answered_by:
        return asked.told("look", "unanswered")
    found = published(row.answered_by, asked.dataset, asked.today, pages)
    return _counted(replace(asked, found=found), limit)


def _counted(asked: _Asked, limit: Limit) -> Duty:
    if isinstance(limit, Periodic):
        return _in_turn(asked, limit)
    if isinstance(limit, Within) and (formed := _formed_unpublished(asked)):
        return _since(asked, limit, formed)
    if isinstance(limit, Always):
        shown = any(one.shown for one in asked.found)
        return asked.told("met", "shown") if shown else asked.told("overdue", "not_shown")
    if asked.last is None:
        return asked.told("look", "not_yet")
    return _in_time(asked, limit)


def _formed_unpublished(asked: _Asked) -> date | None:
    """The day on which the information changed, where nothing was published since."""
    formed = asked.row.formed
    days = [one.day for one in asked.found if one.day]
    return formed if formed and formed <= asked.today and not any(day >= formed for day in days) else None


def _since(asked: _Asked, limit: Within, formed: date) -> Duty:
    due = calendar_of(asked.dataset.holidays).expected(formed, limit.days, limit.unit).day
    if due is None:
        return asked.told("look", "no_calendar", formed=formed)
    if not limit.days:
        return asked.until(due, "formed_today", formed=formed)
    return asked.until(due, "formed", formed=formed, days=limit.days, unit=limit.unit)


def _in_time(asked: _Asked, limit: Within) -> Duty:
    """What was published last is there; whether it came in time is told where the record says when it came about."""
    last = asked.last
    assert last is not None
    if last.day is None:
        return asked.told("met", "shown") if last.shown else asked.told("look", "not_yet")
    if last.is_kept:
        return asked.told("met", "checked", day=last.day)
    formed = asked.row.formed or last.formed
    due = calendar_of(asked.dataset.holidays).expected(formed, limit.days, limit.unit).day if formed else None
    if due and last.day > due:
        return asked.told("met", "late", day=last.day, by=due)
    return asked.told("met", "published", day=last.day)


def _in_turn(asked: _Asked, limit: Periodic) -> Duty:
    days = sorted(one.day for one in asked.found if one.day)
    if asked.found and not days:
        return asked.told("look", "no_day")
    turn = turn_of(limit, asked.today)
    before = turn_before(limit, turn)
    if inside := [day for day in days if turn.first <= day]:
        late = inside[0] > turn.due
        due = turn_after(limit, turn).due
        return asked.told("met", "late" if late else "published", due, day=inside[0], by=turn.due)
    since = asked.catalogue.since or date.min
    if before.last >= since and not any(before.first <= day for day in days):
        return asked.until(before.due, "missed", first=before.first, last=before.last)
    return asked.until(turn.due, "in_turn", first=turn.first, last=turn.last)


def by_state(found: tuple[Duty, ...]) -> Iterator[tuple[State, tuple[Duty, ...]]]:
    """The duties of each state that has any."""
    for state in STATES:
        if some := tuple(one for one in found if one.state == state):
            yield state, some
