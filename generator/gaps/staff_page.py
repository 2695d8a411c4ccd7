"""What the staff page shows: the register for the people who work at it, on a screen or printed.

The page is for the hall's own people and never part of the public site. It names records and fields, no values.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.facts.services import percent_words
from generator.gaps.gap import Duty, RecordGaps
from generator.gaps.register import Register
from generator.gaps.state_table import StateRow, state_rows
from generator.gaps.subjects import hall
from generator.gaps.wording import block_words, duty_words, field_words, summary
from generator.model import Dataset
from generator.tables.staff_page import StaffPage
from generator.texts.gaps import COLUMNS, ELEMENTS, KINDS, STAFF, WORDS


@dataclass(frozen=True)
class StaffRecord:
    """A record with gaps: what is missing, which elements its guide states (name, stated), and what comes of it."""

    title: str
    kind: str
    path: str
    fields: tuple[str, ...]
    elements: tuple[tuple[str, bool], ...]
    consequences: tuple[str, ...]


@dataclass(frozen=True)
class StaffDuty:
    """Who has to fill gaps, and the records that they are in; ``count`` says how many."""

    name: str
    anchor: str
    count: str
    records: tuple[StaffRecord, ...]


@dataclass(frozen=True)
class StaffState:
    """A row of the table of windows; ``anchor`` leads to its gaps, if it has any. ``percent`` is 0 to 100."""

    row: StateRow
    anchor: str | None
    percent: float | None


@dataclass(frozen=True)
class GapsPage(StaffPage):
    """The whole page."""

    template: ClassVar[str] = "gaps.html"
    columns: Mapping[str, str]
    summary: str
    states: tuple[StaffState, ...]
    duties: tuple[StaffDuty, ...]


def staff_page(register: Register, dataset: Dataset, today: date, style: str) -> GapsPage:
    """The page of ``register`` on ``today``."""
    duties = tuple(_duty(number, duty, register) for number, duty in enumerate(register.by_duty, 1))
    anchors = {duty.window or duty.name: one.anchor for duty, one in zip(register.by_duty, duties, strict=True)}
    rows = list(state_rows(register))
    keys = [state.window.id if state.window else hall(dataset).name for state in register.windows]
    named = [*keys, *(row.name for row in rows[len(keys) :])]
    return GapsPage(
        words={
            **WORDS,
            **STAFF,
            "states_note": STAFF["states_note"].format(elements=WORDS["between"].join(ELEMENTS.values())),
        },
        columns=COLUMNS,
        style=style,
        hall=dataset.site.hall.name,
        day=today,
        summary=summary(register),
        figures=tuple(_figures(register, rows[-1])),
        states=tuple(
            StaffState(row, anchors.get(key), None if row.share is None else round(row.share * 100, 1))
            for row, key in zip(rows, named, strict=True)
        ),
        duties=duties,
    )


def _figures(register: Register, total: StateRow) -> list[tuple[str, str]]:
    held = {gap.record for gap in register.gaps if "poster" in gap.blocks}
    share = WORDS["none"] if total.share is None else percent_words(total.share)
    complete = STAFF["of_all"].format(part=total.complete, all=total.guides)
    figures = {"gaps": str(len(register.gaps)), "held": str(len(held)), "complete": complete, "share": share}
    return [(STAFF[key], value) for key, value in figures.items()]


def _duty(number: int, duty: Duty, register: Register) -> StaffDuty:
    records = register.by_duty[duty]
    count = STAFF["count"].format(gaps=sum(len(record.gaps) for record in records), records=len(records))
    shown = tuple(_record(record, register) for record in records)
    return StaffDuty(duty_words(duty), f"duty-{number}", count, shown)


def _record(record: RecordGaps, register: Register) -> StaffRecord:
    first, guide = record.first, register.guide(record)
    return StaffRecord(
        title=first.title,
        kind=KINDS[first.kind],
        path=first.problem.path,
        fields=tuple(field_words(gap) for gap in record.gaps),
        elements=tuple((name, key not in guide.missing) for key, name in ELEMENTS.items()) if guide else (),
        consequences=tuple(block_words(record)),
    )
