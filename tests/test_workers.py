"""workers: the same results in the same order, on one core or on many."""

import os
from collections.abc import Callable
from functools import partial

import pytest

from generator.workers import spread


def counted(calls: list[int]) -> Callable[[int], int]:
    """Prepare for work in this process: note that it happened."""
    calls.append(os.getpid())
    return abs


def squarer(power: int) -> Callable[[int], tuple[int, int]]:
    """Prepare for work anywhere: the result, and the process that made it."""
    return partial(raised, power)


def raised(power: int, item: int) -> tuple[int, int]:
    """``item`` to the ``power``, and this process."""
    if item < 0:
        raise ValueError(f"cannot do {item}")
    return item**power, os.getpid()


@pytest.mark.parametrize("inherit", [True, False], ids=["inherit", "from nothing"])
def test_results_come_in_the_order_of_the_items(inherit: bool) -> None:
    """Many processes give what one gives, in order, and do the work outside this process."""
    made = list(spread(partial(squarer, 2), range(20), 2, 1, chunk=3, inherit=inherit))

    assert [result for result, _ in made] == [number**2 for number in range(20)]
    assert os.getpid() not in {process for _, process in made}


@pytest.mark.parametrize(("workers", "at_least"), [(1, 1), (2, 4)], ids=["one worker", "few items"])
def test_few_items_or_one_worker_stay_in_this_process(workers: int, at_least: int) -> None:
    """No process is started where it would not pay, and the preparation happens once."""
    calls: list[int] = []

    assert list(spread(partial(counted, calls), [-3, 2, -1], workers, at_least, chunk=1)) == [3, 2, 1]
    assert calls == [os.getpid()]


def test_as_many_items_as_the_threshold_are_spread() -> None:
    """``at_least`` itself is enough."""
    made = list(spread(partial(squarer, 1), [1, 2, 3], 2, 3, chunk=1))

    assert os.getpid() not in {process for _, process in made}


def test_nothing_to_do_starts_nothing() -> None:
    """No items, no results."""
    assert list(spread(partial(squarer, 1), [], 4, 1, chunk=1)) == []


def test_failure_in_another_process_reaches_the_caller() -> None:
    """An error of one item is raised here, with its message."""
    with pytest.raises(ValueError, match="cannot do -1"):
        list(spread(partial(squarer, 1), [1, -1, 2], 2, 1, chunk=1))


@pytest.mark.parametrize("workers", [1, 2])
def test_results_are_given_as_they_come(workers: int) -> None:
    """The caller sees the first result before it asks for the rest, so progress can be shown."""
    results = spread(partial(squarer, 1), range(4), workers, 1, chunk=1)

    assert next(results)[0] == 0
    assert [result for result, _ in results] == [1, 2, 3]
