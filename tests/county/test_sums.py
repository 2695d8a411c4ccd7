"""sums: nothing that a hall withholds follows from the county's numbers, whatever the reader knows.

The readers below know every page: the numbers of all halls, those of the county, and how the program chooses what to
withhold. ``worlds`` are all the registers that there might be; a reader who has seen the pages keeps those that would
give the very same pages, and knows of a number what these have in common. That is the strongest there is: it holds
every equation, every bound, and every conclusion from what was withheld. ``Reader`` (results.reader) is the one with
pencil and paper, for fleets that are too large to try every register. Both are seen to break simpler ways of adding.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import product

import pytest
from county.fleet import hall
from hypothesis import given, settings
from hypothesis import strategies as st
from results.reader import Reader, sum_of

from generator.county.summary import HallService, HallSummary, PeriodCounts
from generator.county.sums import PeriodSums, Sum, add_up, together
from generator.results.suppression import ShownCounts, suppress

THRESHOLD = 3
SERVICES = ("a", "b")
TITLES = tuple(HallService(one, one) for one in "abc")
Register = tuple[tuple[int, ...], ...]
"""Cases of each service, hall by hall, in one period."""
Pages = object
Adding = Callable[[Register], object]


def shown(cases: Iterable[int]) -> ShownCounts:
    """What one hall shows of its cases of the services."""
    counted = {one: number for one, number in zip(SERVICES, cases, strict=True) if number}
    return suppress({"2026-Q3": counted}, THRESHOLD)["2026-Q3"]


def own_page(told: ShownCounts) -> Pages:
    """What stands on a hall's own page: who is in the group does not."""
    return sorted(told.alone.items()), told.group_cases, told.complete


def summary(number: int, told: Mapping[str, ShownCounts]) -> HallSummary:
    """What a hall hands over; ``test_summary`` shows that these are the numbers of its pages."""
    periods = tuple(PeriodCounts(one, shown.total, shown.complete, shown.alone) for one, shown in told.items())
    return hall(number, services=TITLES, periods=periods)


# --- ways of adding --------------------------------------------------------------------------------------------------


def ours(register: Register) -> object:
    """The county's page."""
    return add_up(summary(number, {"2026-Q3": shown(cases)}) for number, cases in enumerate(register))


def nothing(register: Register) -> object:
    """No county's page at all."""
    return None


def everything(register: Register) -> object:
    """Naive: all cases of each service, whatever the halls show."""
    return [sum(numbers) for numbers in zip(*register, strict=True)]


def above_the_threshold(register: Register) -> object:
    """Naive: a sum is shown where it reaches the threshold."""
    return [total if total >= THRESHOLD else None for total in everything(register)]


def of_several_halls(register: Register) -> object:
    """Less naive: withheld numbers are added where they are of two halls or more, and reach the threshold together."""
    told = [shown(cases) for cases in register]
    found = []
    for at, service in enumerate(SERVICES):
        hidden = [cases[at] for cases, page in zip(register, told, strict=True) if service in page.group]
        found.append(sum(hidden) if len(hidden) >= 2 and sum(hidden) >= THRESHOLD else None)
    return found


NAIVE = (everything, above_the_threshold, of_several_halls)


# --- the reader who tries every register -----------------------------------------------------------------------------


def worlds(most: int) -> list[Register]:
    """Every register of two halls with at most so many cases of a service."""
    return [(numbers[:2], numbers[2:]) for numbers in product(range(most + 1), repeat=4)]


def known_ranges(registers: list[Register], adding: Adding) -> dict[Register, tuple[frozenset[int], ...]]:
    """Register -> which values each cell may have, for a reader who has seen all pages that it gives."""
    alike: dict[str, list[Register]] = {}
    for register in registers:
        pages = [own_page(shown(cases)) for cases in register]
        alike.setdefault(repr((pages, adding(register))), []).append(register)
    found = {}
    for same in alike.values():
        cells = tuple(frozenset(values) for values in zip(*(sum(register, ()) for register in same), strict=True))
        found.update(dict.fromkeys(same, cells))
    return found


def test_county_adds_nothing_to_what_the_halls_tell() -> None:
    """For each of 1,296 registers, what can be known of each number is the same with the county's page and without."""
    registers = worlds(5)

    assert known_ranges(registers, ours) == known_ranges(registers, nothing)


@pytest.mark.parametrize("adding", NAIVE)
def test_reader_breaks_naive_ways_of_adding(adding: Adding) -> None:
    """With each of them some hall's withheld number is known exactly that its own page hides."""
    registers = worlds(5)
    alone, both = known_ranges(registers, nothing), known_ranges(registers, adding)

    found_out = [
        (register, at)
        for register in registers
        for at in range(4)
        if len(both[register][at]) == 1 < len(alone[register][at]) and 0 < sum(register, ())[at] < THRESHOLD
    ]
    assert found_out


# --- the reader with pencil and paper: more halls, and periods within periods ----------------------------------------

PERIODS = {"2026-Q3": ("07", "rest"), "2026-07": ("07",)}
STRETCHES = ("07", "rest")
COUNTS = st.one_of(st.just(0), st.integers(0, 4), st.integers(0, 30))
FLEETS = st.lists(
    st.fixed_dictionaries({(service, part): COUNTS for service in "abc" for part in STRETCHES}), min_size=1, max_size=4
)
Fleet = list[dict[tuple[str, str], int]]
Cell = tuple[str, str]


def cell(number: int, service: str, part: str) -> Cell:
    """One number of a register: ``results.reader`` takes pairs."""
    return f"{number} {service}", part


def pages_of(fleet: Fleet, threshold: int) -> list[dict[str, ShownCounts]]:
    """What each hall shows."""
    found = []
    for register in fleet:
        sums = {one: {s: sum(register[s, part] for part in parts) for s in "abc"} for one, parts in PERIODS.items()}
        found.append(suppress({one: {s: n for s, n in row.items() if n} for one, row in sums.items()}, threshold))
    return found


def told_by_halls(pages: list[dict[str, ShownCounts]]) -> Reader:
    """A reader of all halls' pages, who takes a service without a number for one without a case."""
    equations = []
    for number, page in enumerate(pages):
        for period, told in page.items():

            def cells(services: Iterable[str], number: int = number, period: str = period) -> list[Cell]:
                return [cell(number, one, part) for one, part in product(services, PERIODS[period])]

            equations += [sum_of(cells([one])) for one in "abc" if one not in told.group]
            if told.group_cases is not None:
                equations.append(sum_of(cells(told.group)))
    return Reader(equations)


@settings(max_examples=80, deadline=None)
@given(fleet=FLEETS, threshold=st.sampled_from((2, 5, 10)))
def test_every_number_of_the_county_follows_from_the_halls_own(fleet: Fleet, threshold: int) -> None:
    """Each sum is that of numbers on pages of halls, so that it is no new equation; each is true, and said of so many halls."""
    pages = pages_of(fleet, threshold)
    reader = told_by_halls(pages)
    for period in add_up(summary(number, page) for number, page in enumerate(pages)):
        for service, told in period.services.items():
            halls = [number for number, page in enumerate(pages) if service in page[period.id].alone]
            cells = [cell(number, service, part) for number, part in product(halls, PERIODS[period.id])]
            assert told == Sum(sum(pages[number][period.id].alone[service] for number in halls), len(halls))
            assert reader.can_tell(cells)
        assert period.total == Sum(sum(page[period.id].total for page in pages), len(pages))
        assert period.partial == sum(not page[period.id].complete for page in pages)


def test_pencil_and_paper_break_a_total_of_all_halls() -> None:
    """Two halls, one of which withholds: its number is the county's less the other's."""
    pages = pages_of(
        [
            dict.fromkeys(product("abc", STRETCHES), 20),
            {**dict.fromkeys(product("abc", STRETCHES), 20), ("a", "07"): 1, ("b", "07"): 1},
        ],
        5,
    )
    withheld = [cell(1, "a", "07")]
    reader = told_by_halls(pages)
    assert not reader.can_tell(withheld)

    naive = Reader([*(row for _, row in reader.known), sum_of([cell(0, "a", "07"), cell(1, "a", "07")])])
    assert naive.can_tell(withheld)


# --- provinces, and cases worked out by hand -------------------------------------------------------------------------


@settings(max_examples=50, deadline=None)
@given(fleet=FLEETS, split=st.integers(0, 4))
def test_province_is_the_sum_of_its_counties(fleet: Fleet, split: int) -> None:
    """In whatever way the halls are divided."""
    halls = [summary(number, page) for number, page in enumerate(pages_of(fleet, 5))]

    assert together([add_up(halls[:split]), add_up(halls[split:])]) == add_up(halls)


def test_sums_worked_out_by_hand() -> None:
    """Newest period first, most cases first; services of one name are one, those no longer offered are in the total only."""
    renamed = hall(
        2,
        services=(HallService("other-id", "最低生活保障审核确认"),),
        periods=(
            PeriodCounts("2026-Q3", 55, False, {"other-id": 15, "ended": 30}),
            PeriodCounts("2026-09", 9, True, {}),
            PeriodCounts("2025", 100, True, {"other-id": 100}),
        ),
    )

    assert add_up([hall(), renamed]) == (
        PeriodSums("2026-09", Sum(9, 1), 0, {}),
        PeriodSums("2026-Q3", Sum(115, 2), 1, {"最低生活保障审核确认": Sum(55, 2), "生育登记": Sum(20, 1)}),
        PeriodSums("2025", Sum(100, 1), 0, {"最低生活保障审核确认": Sum(100, 1)}),
    )
    assert add_up([]) == ()
