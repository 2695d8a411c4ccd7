"""What the page of duties (公开台账) shows to the hall's own people; it is never part of the public site."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.duties.duty import Duty, by_state
from generator.model import Dataset
from generator.tables.staff_page import StaffPage
from generator.texts.duties import PAGE, STATE_NAMES, TABLE


@dataclass(frozen=True)
class DutyLine:
    """A row of a table; ``last`` is what was published last, and since when."""

    number: str
    item: str
    group: str
    elements: str
    limit: str
    due: str
    last: str
    since: str
    why: str


@dataclass(frozen=True)
class DutyGroup:
    """All rows of one state, by catalogue in the order of the rows."""

    state: str
    name: str
    count: str
    lines: tuple[DutyLine, ...]


@dataclass(frozen=True)
class DutyPage(StaffPage):
    """The whole page."""

    template: ClassVar[str] = "duties.html"
    groups: tuple[DutyGroup, ...]


def duty_page(found: tuple[Duty, ...], dataset: Dataset, today: date, style: str) -> DutyPage:
    """The page of the duties that were ``found`` on ``today``."""
    groups = tuple(
        DutyGroup(state, STATE_NAMES[state], TABLE["count"].format(count=len(some)), tuple(map(_line, some)))
        for state, some in by_state(found)
    )
    return DutyPage(
        words=PAGE,
        style=style,
        hall=dataset.site.hall.name,
        day=today,
        figures=tuple((group.name, str(len(group.lines))) for group in groups),
        groups=groups,
    )


def _line(duty: Duty) -> DutyLine:
    row, last = duty.row, duty.last
    return DutyLine(
        number=row.number or str(duty.number),
        item=row.item,
        group=row.group or "",
        elements=row.elements or "",
        limit=row.count_as or row.limit or PAGE["none"],
        due=duty.due.isoformat() if duty.due else PAGE["none"],
        last=last.title if last else PAGE["none"],
        since=PAGE["from"].format(day=last.day) if last and last.day else "",
        why=duty.why,
    )
