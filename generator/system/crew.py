"""A crew (作业组): processes that stay warm and take one piece of work after the other, each by itself.

Of a process that ends only what it had in hand is done again, by a new one.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import partial
from typing import Generic, TypeVar

from generator.system.failures import Died
from generator.system.worker import Worker, in_thread

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

MOST_TRIES = 3
"""How often a piece of work is begun before it is given up: what kills three processes will kill a fourth."""
_LISTEN_EVERY = 0.5
"""Seconds after which Ctrl+C is heard on Windows, where no waiting is interrupted by it."""


class Hand(Generic[_Item, _Result]):
    """One process, a new interpreter that called ``prepare`` once for the function that it applies to each item."""

    def __init__(self, prepare: Callable[[], Callable[[_Item], _Result]]) -> None:
        self._prepare = prepare
        self._worker = self._begin()
        self._ended, self._changes = False, threading.Lock()

    def _begin(self) -> Worker[_Item, _Result]:
        return Worker(self._prepare, inherit=False)

    def do(self, item: _Item) -> _Result:
        """The result for ``item``, waited for. Raises Died after ``MOST_TRIES`` processes, or ``end``."""
        for _ in range(MOST_TRIES):
            try:
                return self._worker.apply(item)
            except Died:
                self._replace()
        raise Died

    def _replace(self) -> None:
        """A new process in the place of one that has ended by itself."""
        with self._changes:
            if self._ended:
                raise Died
            self._worker.kill()
            self._worker = self._begin()

    def end(self) -> None:
        """Kill the process, whatever it does."""
        with self._changes:
            self._ended = True
            self._worker.kill()


def each_done(
    prepare: Callable[[], Callable[[_Item], _Result]], items: Iterable[_Item], workers: int
) -> Iterator[tuple[_Item, _Result | Died]]:
    """Each item with its result as soon as it is there; Died for one whose process ended ``MOST_TRIES`` times.

    ``items`` are taken one at a time, as processes become free.
    """
    hands: list[Hand[_Item, _Result]] = []
    idle: list[Hand[_Item, _Result]] = []
    busy: dict[Future[_Result | Died], tuple[Hand[_Item, _Result], _Item]] = {}

    def next_done() -> tuple[_Item, _Result | Died]:
        while not (ready := wait(busy, _LISTEN_EVERY, FIRST_COMPLETED).done):
            pass
        future = ready.pop()
        hand, item = busy.pop(future)
        idle.append(hand)
        return item, future.result()

    threads = ThreadPoolExecutor(workers)
    try:
        for item in items:
            done = [next_done()] if len(busy) == workers else []
            if not idle:
                hands.append(Hand(prepare))
                idle.append(hands[-1])
            hand = idle.pop()
            busy[in_thread(threads, partial(_done, hand), item)] = (hand, item)
            yield from done  # while the next is in hand
        while busy:
            yield next_done()
    finally:
        for hand in hands:
            hand.end()
        threads.shutdown(cancel_futures=True)


def _done(hand: Hand[_Item, _Result], item: _Item) -> _Result | Died:
    try:
        return hand.do(item)
    except Died as died:
        return died
