"""A crew (作业组): processes that stay warm and take one piece of work after the other, each by itself.

In a pool of ``concurrent.futures`` the end of one process ends the work of all. Here each process is a pool of its own,
so that only what the dead one had in hand is done again, by a new one.
"""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Generic, TypeVar

from generator.system.failures import Died
from generator.system.parallel import follow_parent

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

MOST_TRIES = 3
"""How often a piece of work is begun before it is given up: what kills three processes will kill a fourth."""

_work: Callable[[Any], Any] | None = None


class Hand(Generic[_Item, _Result]):
    """One process, a new interpreter that called ``prepare`` once for the function that it applies to each item."""

    def __init__(self, prepare: Callable[[], Callable[[_Item], _Result]]) -> None:
        self._prepare = prepare
        self._pool = self._begin()

    def _begin(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _start, (self._prepare,))

    def take(self, item: _Item) -> "Future[_Result]":
        """Begin with ``item``; what comes of it, BrokenProcessPool where the process ends meanwhile."""
        try:
            return self._pool.submit(_apply, item)
        except BrokenProcessPool:
            self.replace()
            return self._pool.submit(_apply, item)

    def do(self, item: _Item) -> _Result:
        """The result for ``item``, waited for. Raises Died where the process ended ``MOST_TRIES`` times."""
        for _ in range(MOST_TRIES):
            try:
                return self.take(item).result()
            except BrokenProcessPool:
                self.replace()
        raise Died

    def replace(self) -> None:
        """A new process in the place of one that has ended."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._begin()

    def end(self) -> None:
        """Kill the process, whatever it does."""
        for process in [*(self._pool._processes or {}).values()]:
            process.kill()
        self._pool.shutdown(wait=True, cancel_futures=True)


def each_done(
    prepare: Callable[[], Callable[[_Item], _Result]], items: Iterable[_Item], workers: int
) -> Iterator[tuple[_Item, _Result | Died]]:
    """Each item with its result as soon as it is there; Died for one whose process ended ``MOST_TRIES`` times.

    ``items`` are taken one at a time, as processes become free.
    """
    coming = iter(items)
    hands: list[Hand[_Item, _Result]] = []
    busy: dict[Future[_Result], tuple[Hand[_Item, _Result], _Item, int]] = {}
    try:
        for item in coming:
            if len(hands) < workers:
                hands.append(Hand(prepare))
                busy[hands[-1].take(item)] = (hands[-1], item, 1)
            else:
                yield from _next_done(busy, item)
        while busy:
            yield from _next_done(busy)
    finally:
        for hand in hands:
            hand.end()


def _next_done(
    busy: dict["Future[_Result]", tuple[Hand[_Item, _Result], _Item, int]], *following: _Item
) -> Iterator[tuple[_Item, "_Result | Died"]]:
    """Wait for the next result; its process begins with what is ``following``."""
    while True:
        future = next(iter(wait(busy, return_when=FIRST_COMPLETED).done))
        hand, item, tries = busy.pop(future)
        if not isinstance(future.exception(), BrokenProcessPool):
            break
        hand.replace()
        if tries == MOST_TRIES:
            break
        busy[hand.take(item)] = (hand, item, tries + 1)
    for one in following:
        busy[hand.take(one)] = (hand, one, 1)
    yield item, Died() if isinstance(future.exception(), BrokenProcessPool) else future.result()


def allow_children() -> None:
    """Let this process start others although it is a daemon of ``multiprocessing``: they end with it by themselves."""
    multiprocessing.current_process().daemon = False


def _start(prepare: Callable[[], Callable[[Any], Any]]) -> None:
    global _work
    follow_parent()
    _work = prepare()


def _apply(item: Any) -> Any:
    assert _work is not None
    return _work(item)
