"""Invented halls to assess, whose numbers are few enough to be counted by hand."""

from datetime import date

from rules.dataset_builder import Changes, content

from generator.assessment.scoring import MEASURES
from generator.assessment.subject import Measured, Subject, days_of_duties
from generator.duties.duty import duties
from generator.gaps.elements import GuideState
from generator.model import AssessedItem

TODAY = date(2026, 11, 20)
FULL_GUIDE = GuideState("linshi-jiuzhu", "临时救助", ())


def subject(
    changes: Changes | None = None,
    period: str = "2026-Q3",
    today: date = TODAY,
    guides: tuple[GuideState, ...] = (FULL_GUIDE,),
) -> Subject:
    """The sound hall after ``changes``, in a period that is over on ``today``."""
    dataset = content(changes)
    on = {day: duties(dataset, day) for day in days_of_duties(period, today)}
    return Subject(dataset, period, today, on, guides)


def item(measure: str, **fields: object) -> AssessedItem:
    """An item of ten points that are full at 100."""
    return AssessedItem.model_validate(
        {"id": "a", "area": "类", "name": "项", "measure": measure, "weight": 10, "full": 100, **fields}
    )


def measured(measure: str, changes: Changes | None = None, **fields: object) -> Measured:
    """The answer of a measure for the sound hall after ``changes``; ``fields`` are of the subject, ``days`` of the item."""
    days = {"days": fields.pop("days")} if "days" in fields else {}
    return MEASURES[measure](subject(changes, **fields), item(measure, **days))


def row(number: int, due: str, completed: str = "", outcome: str = "办结", service: str = "linshi-jiuzhu") -> str:
    """A case of the third quarter, accepted on the first of July."""
    return f"XG-{number:04},{service},,2026-07-01,{due},{completed},{outcome},,"


def ratings(month: str, *counts: int) -> Changes:
    """The ratings of a month, from the best grade."""
    grades = ("very_satisfied", "satisfied", "fairly_satisfied", "dissatisfied", "very_dissatisfied")
    rows = [{"window": "minzheng", **dict(zip(grades, counts, strict=True))}]
    return {f"ratings/{month}.yml": {"id": month, "rows": rows}}
