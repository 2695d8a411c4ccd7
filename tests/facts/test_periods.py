"""periods: what an id says of its days, its neighbours and what it lies in."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts.periods import bounds, months, parent_of, previous_id


@pytest.mark.parametrize(
    ("period_id", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-H1", "2026-01-01", "2026-06-30"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-Q2", "2026-04-01", "2026-06-30"),
        ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2026-01", "2026-01-01", "2026-01-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2026-10", "2026-10-01", "2026-10-31"),
        ("2026-12", "2026-12-01", "2026-12-31"),
    ],
)
def test_period_bounds(period_id: str, first: str, last: str) -> None:
    """A period begins and ends where its id says, leap days and ends of years included."""
    assert bounds(period_id) == (date.fromisoformat(first), date.fromisoformat(last))


@given(year=st.integers(2000, 2099), kind=st.sampled_from([("Q", 4), ("H", 2), ("", 12)]))
def test_periods_of_a_year_join(year: int, kind: tuple[str, int]) -> None:
    """The quarters, halves or months of a year follow each other without a hole or an overlap."""
    letter, count = kind
    ids = [f"{year}-{letter}{number}" if letter else f"{year}-{number:02}" for number in range(1, count + 1)]
    spans = [bounds(period_id) for period_id in ids]
    assert (spans[0][0], spans[-1][1]) == bounds(str(year))
    for (_, last), (first, _) in pairwise(spans):
        assert first - last == timedelta(days=1)


@pytest.mark.parametrize(
    ("period_id", "before"),
    [
        ("2026-Q3", "2026-Q2"),
        ("2026-Q1", "2025-Q4"),
        ("2026-10", "2026-09"),
        ("2026-01", "2025-12"),
        ("2026-12", "2026-11"),
        ("2026-H2", "2026-H1"),
        ("2026-H1", "2025-H2"),
        ("2026", "2025"),
    ],
)
def test_period_is_compared_with_the_one_of_its_kind_before(period_id: str, before: str) -> None:
    """A quarter with the quarter before, a month with the month before, over the turn of the year."""
    assert previous_id(period_id) == before


@pytest.mark.parametrize(
    ("period_id", "parent"),
    [("2026-01", "2026-Q1"), ("2026-05", "2026-H1"), ("2026-Q1", "2026-H1"), ("2026-H1", "2026"), ("2026-12", "2026")],
)
def test_parent_is_the_shortest_period_around(period_id: str, parent: str) -> None:
    """Missing steps in between are skipped."""
    among = ("2026", "2026-H1", "2026-Q1", "2026-01", "2026-05", "2026-12")

    assert parent_of(period_id, among) == parent
    assert parent_of("2026", among) is None


def test_months_are_counted_within_the_year() -> None:
    """Of each kind of period."""
    found = [list(months(period_id)) for period_id in ("2026-H2", "2026-Q1", "2026-08")]
    assert found == [[7, 8, 9, 10, 11, 12], [1, 2, 3], [8]]
    assert len(months("2026")) == 12
