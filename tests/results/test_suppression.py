"""suppression: no small number of a counted service is told, nor can it be computed from what is told.

The auditor below knows nothing of how numbers are chosen. It writes every published number as an equation over the
cells (service, stretch of months that no period divides) and asks, in exact fractions, what follows from them.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from results.reader import Cell, Equation, Reader, sum_of
from rules.dataset_builder import PERIOD, ROWS, content, service_file

from generator.model import ResultPeriod, ResultRow
from generator.results.disclosure import PostedPeriod, posted_periods
from generator.results.suppression import ShownCounts, shown_counts, suppress

STRETCHES = ("01", "02", "03", "Q2", "H2")
"""The undivided stretches of a year, and in PERIODS which of them each period covers."""
PERIODS = {
    "2026": STRETCHES,
    "2026-H1": ("01", "02", "03", "Q2"),
    "2026-H2": ("H2",),
    "2026-Q1": ("01", "02", "03"),
    "2026-Q2": ("Q2",),
    "2026-01": ("01",),
    "2026-02": ("02",),
    "2026-03": ("03",),
}


# --- the auditor -----------------------------------------------------------------------------------------------------


def published(shown: Mapping[str, ShownCounts], services: Iterable[str]) -> list[Equation]:
    """Every number on the site as an equation: services on their own (also a 0), the group, the total of all."""
    found = []
    for period_id, told in shown.items():
        stretches = PERIODS[period_id]
        alone = [one for one in services if one not in told.group]
        found += [sum_of(product([one], stretches)) for one in alone]
        covered = alone
        if told.group_cases is not None:
            found.append(sum_of(product(told.group, stretches)))
            covered = [*alone, *told.group]
        found.append(sum_of(product(covered, stretches)))
    return found


def subsets(values: Iterable[str]) -> list[tuple[str, ...]]:
    """All but the empty one."""
    values = tuple(values)
    return [chosen for size in range(1, len(values) + 1) for chosen in combinations(values, size)]


COUNTS = st.one_of(st.just(0), st.integers(0, 4), st.integers(0, 30), st.just(10))
YEARS = st.dictionaries(st.sampled_from("abcd"), st.tuples(*[COUNTS] * len(STRETCHES)), min_size=1, max_size=4).map(
    lambda rows: {(one, part): n for one, row in rows.items() for part, n in zip(STRETCHES, row, strict=True)}
)
CHOICES = st.sets(st.sampled_from(sorted(PERIODS)), min_size=1).map(sorted)


def counted(truth: Mapping[Cell, int], periods: Iterable[str]) -> dict[str, dict[str, int]]:
    """Cases of each service in each period, as the register would give them; services without a case are absent."""
    services = sorted({service for service, _ in truth})
    sums = {
        one: {service: sum(truth[service, part] for part in PERIODS[one]) for service in services} for one in periods
    }
    return {one: {service: number for service, number in row.items() if number} for one, row in sums.items()}


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(truth=YEARS, periods=CHOICES, threshold=st.sampled_from((2, 5, 10)))
def test_nothing_small_follows_from_what_is_told(truth: dict[Cell, int], periods: list[str], threshold: int) -> None:
    """No number of a withheld service can be computed, and no sum that can be computed is small."""
    shown = suppress(counted(truth, periods), threshold)
    services = sorted({service for service, _ in truth})
    reader = Reader(published(shown, services))
    withheld = next(iter(shown.values())).group

    for service, stretches in product(withheld, subsets(STRETCHES)):
        assert not reader.can_tell(product([service], stretches)), (service, stretches)
    for chosen, stretches in product(subsets(services), subsets(STRETCHES)):
        cells = list(product(chosen, stretches))
        if reader.can_tell(cells):
            number = sum(truth[cell] for cell in cells)
            assert number == 0 or number >= threshold, (chosen, stretches, number)


@settings(max_examples=100, deadline=None)
@given(truth=YEARS, periods=CHOICES, threshold=st.integers(0, 12))
def test_what_is_told_is_true(truth: dict[Cell, int], periods: list[str], threshold: int) -> None:
    """Numbers are those of the register; every case is told alone, in the group, or belongs to a withheld group."""
    cases = counted(truth, periods)
    shown = suppress(cases, threshold)

    assert list(shown) == list(cases)
    assert len({told.group for told in shown.values()}) == 1
    for period_id, told in shown.items():
        assert told.alone == {one: n for one, n in cases[period_id].items() if one not in told.group}
        grouped = sum(cases[period_id].get(one, 0) for one in told.group)
        assert told.group_cases in (None, grouped)
        assert told.total == sum(cases[period_id].values()) - (0 if told.group_cases is not None else grouped)
        assert told.complete or told.group_cases is None


def test_auditor_finds_what_can_be_computed() -> None:
    """Of a quarter and two of its months the third follows, and of a total and one service the other."""
    quarter = [("a", "01"), ("a", "02"), ("a", "03")]
    reader = Reader([sum_of(quarter), sum_of(quarter[:1]), sum_of(quarter[1:2]), sum_of([("a", "Q2"), ("b", "Q2")])])

    assert reader.can_tell([("a", "03")])
    assert not reader.can_tell([("a", "Q2")])


# --- cases worked out by hand ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cases", "group", "numbers"),
    [
        # nothing small: all alone
        ({"2026-Q3": {"a": 12, "b": 10}}, (), {"2026-Q3": None}),
        # two small ones reach the threshold together
        ({"2026-Q3": {"a": 40, "b": 6, "c": 7}}, ("b", "c"), {"2026-Q3": 13}),
        # one small one would stand for itself, so the smallest large one joins, though larger ones are there
        ({"2026-Q3": {"a": 40, "b": 6, "c": 11}}, ("b", "c"), {"2026-Q3": 17}),
        # two small ones do not reach it
        ({"2026-Q3": {"a": 40, "b": 2, "c": 3}}, ("a", "b", "c"), {"2026-Q3": 45}),
        # all together do not reach it, so nothing is told of any
        ({"2026-Q3": {"b": 2, "c": 3}}, ("b", "c"), {"2026-Q3": None}),
        # a single service: no group of two
        ({"2026-Q3": {"b": 2}}, ("b",), {"2026-Q3": None}),
        # small in July, so in the quarter too: the number of the quarter would tell of July
        (
            {"2026-Q3": {"a": 50, "b": 30}, "2026-07": {"a": 20, "b": 3}},
            ("a", "b"),
            {"2026-Q3": 80, "2026-07": 23},
        ),
        # the quarter less July and August leaves 2 in September, though no September is there
        (
            {"2026-Q3": {"a": 60, "b": 32}, "2026-07": {"a": 20, "b": 15}, "2026-08": {"a": 20, "b": 15}},
            ("a", "b"),
            {"2026-Q3": 92, "2026-07": 35, "2026-08": 35},
        ),
        # the quarter of all less its months leaves the 2 of b, whoever joins; a stays alone
        (
            {"2026-Q3": {"a": 30, "b": 2}, "2026-07": {"a": 20}, "2026-08": {"a": 10}},
            ("b",),
            {"2026-Q3": None, "2026-07": None, "2026-08": None},
        ),
        # periods that contradict each other tell nothing by subtraction either
        ({"2026-Q3": {"a": 10}, "2026-07": {"a": 12}}, ("a",), {"2026-Q3": None, "2026-07": None}),
        # another year is another family
        (
            {"2026-Q1": {"a": 20, "b": 20}, "2025-Q4": {"a": 20, "b": 3}},
            None,
            {"2026-Q1": None, "2025-Q4": 23},
        ),
    ],
)
def test_withheld_numbers_are_those_worked_out_by_hand(
    cases: dict[str, dict[str, int]], group: tuple[str, ...] | None, numbers: dict[str, int | None]
) -> None:
    """Who joins the group, and its numbers, with a threshold of ten."""
    shown = suppress(cases, 10)

    assert {one: told.group_cases for one, told in shown.items()} == numbers
    if group is not None:
        assert {told.group for told in shown.values()} == {group}


def test_service_without_any_case_lends_no_cover() -> None:
    """A service that nobody asked for does not make a group of one look like two."""
    shown = suppress({"2026-Q3": {"a": 0, "b": 12}, "2026-07": {"b": 3}}, 10)

    assert shown["2026-Q3"] == ShownCounts(alone={}, group=("b",), group_cases=None)


def test_threshold_of_zero_or_one_withholds_nothing() -> None:
    """A hall that wants every number told gets it."""
    for threshold in (0, 1):
        assert suppress({"2026-Q3": {"a": 1}}, threshold) == {"2026-Q3": ShownCounts({"a": 1}, (), None)}


# --- from posted periods ---------------------------------------------------------------------------------------------


def posted(period_id: str, cases: Mapping[str, int], phase: str = "shown") -> PostedPeriod:
    """A period with so many cases of each service."""
    period = ResultPeriod.model_validate(
        {"id": period_id, "title": period_id, "from": "2026-07-01", "until": "2026-09-30"}
    )
    rows = tuple(
        ResultRow(
            receipt=f"{service}-{number}",
            service=service,
            accepted=date(2026, 7, 1),
            completed=date(2026, 7, 2),
            outcome="办结",
        )
        for service, count in cases.items()
        for number in range(count)
    )
    return PostedPeriod(period, phase, rows if phase == "shown" else (), ())


def test_only_counted_services_of_shown_periods_are_judged() -> None:
    """A listed service is left out whatever its number; a service without a policy, or unknown, is a counted one."""
    dataset = content(
        {
            **service_file("listed", disclosure={"policy": "masked"}),
            **service_file("counted", disclosure={"policy": "counts"}),
            **service_file("silent", disclosure=None),
        }
    )
    cases = {"listed": 2, "counted": 12, "silent": 11, "unknown": 10}
    shown = shown_counts([posted("2026-Q3", cases), posted("2026-Q2", {"counted": 1}, "withdrawn")], dataset)

    assert shown == {"2026-Q3": ShownCounts({"counted": 12, "silent": 11, "unknown": 10}, (), None)}


def test_withdrawn_row_may_make_a_number_small() -> None:
    """Ten cases are told; from the day on which one is withdrawn, nine are left, and withheld."""
    rows = [f"XG-{number:04},counted,,2026-07-01,,2026-07-02,办结,," for number in range(10)]
    withdrawn = [{"receipt": "XG-0003", "on": "2026-11-10", "reason": "录入有误"}]
    changes = {PERIOD: {"withdrawn_rows": withdrawn}, ROWS: rows}
    dataset = content({**service_file("counted", disclosure={"policy": "counts"}), **changes})

    def told(day: int) -> ShownCounts:
        return shown_counts(posted_periods(dataset, date(2026, 11, day)).values(), dataset)["2026-Q3"]

    assert told(9) == ShownCounts({"counted": 10}, (), None)
    assert told(10) == ShownCounts({}, ("counted",), None)
