"""The table with which ``deadlines.js`` counts, and cases that both languages answer alike."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rules.dataset_builder import SERVICE, content

from generator.facts.deadline_table import calendar_table, limit_table, limit_tables
from generator.facts.durations import limit_ends
from generator.facts.workdays import calendar_of
from generator.model import TimeLimit

CASES: dict[str, Any] = json.loads((Path(__file__).parents[1] / "data" / "deadlines.json").read_text("utf-8"))
"""A calendar, and the last days of limits: tests/js/deadlines.test.mjs reads the same file."""

CALENDAR = calendar_of(())


def test_calendar_of_the_cases() -> None:
    """The table is that of the day which the cases name, and stays the same for the month."""
    day = date.fromisoformat(CASES["day"])
    assert calendar_table(CALENDAR, day) == CASES["calendar"] == calendar_table(CALENDAR, day.replace(day=2))


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: f"{case['begun']} {case['typed']}")
def test_last_days(case: dict[str, Any]) -> None:
    """Each case: the limit as the browser gets it, and its last day in each reading."""
    limit = TimeLimit.model_validate(case["typed"])
    assert limit_table("promised", limit) == case["limit"]
    ends = limit_ends(date.fromisoformat(case["begun"]), limit, CALENDAR)
    assert [[unit, end.day.isoformat() if end.day else None, end.official] for unit, end in ends] == case["ends"]


def test_limits_of_a_service() -> None:
    """Promise and law, each where a day follows from it."""
    limits = {"promised": {"days": 5}, "statutory": {"years": 1}}
    service = content({SERVICE: {"time_limits": limits}}).services["linshi-jiuzhu"]
    assert limit_tables(service) == [
        {"key": "promised", "days": 5, "units": ["工作日", "自然日"]}, {"key": "statutory", "months": 12}
    ]  # fmt: skip
    none = content({SERVICE: {"time_limits": {"statutory": {"unregulated": True}}}}).services["linshi-jiuzhu"]
    assert limit_tables(none) == []
    assert limit_tables(content({SERVICE: {"time_limits": None}}).services["linshi-jiuzhu"]) == []
