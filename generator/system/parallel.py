"""Runs work in other processes: many items at once, or one beside this process."""

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from generator.system.processor_time import processor_seconds
from generator.system.worker import Overdue, Worker, can_copy, in_thread

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_LOOK_EVERY = 0.2
"""Seconds between two looks at what other processes have used."""


def map_parallel(
    prepare: Callable[[], Callable[[_Item], _Result]],
    items: Sequence[_Item],
    workers: int,
    at_least: int,
    *,
    chunk: int,
    inherit: bool = True,
    seconds: float | None = None,
) -> Iterator[_Result]:
    """Yield the result of each item, in order; in this process when there are fewer than ``at_least``.

    With ``seconds`` the work is always done in other processes. They are killed when they use so much processor time
    after a result without a next one, or wait so long without using any; this raises Overdue. Raises Died where one
    of them ends by itself.

    Each process calls ``prepare`` once, for the function that it then applies to items, ``chunk`` at a time. With
    ``inherit`` a process starts as a copy of this one (Linux); without, as a new interpreter, which libraries with
    threads need.
    """
    few = workers < 2 or len(items) < at_least
    if few and seconds is None:
        yield from map(prepare(), items)
        return
    parts = [items[at : at + chunk] for at in range(0, len(items), chunk)]
    team = _Team(partial(_for_each, prepare), min(1 if few else workers, len(parts)), inherit=inherit)
    try:
        coming = team.begin(parts)
        while coming:
            if seconds is not None and team.is_overdue(coming[0], seconds):
                raise Overdue([result for later in coming if _is_done(later) for result in later.result()])
            yield from coming.popleft().result()
        team.end()
    finally:
        team.kill()


def _for_each(prepare: Callable[[], Callable[[_Item], _Result]]) -> Callable[[Sequence[_Item]], list[_Result]]:
    return partial(_apply_each, prepare())


def _apply_each(work: Callable[[_Item], _Result], items: Sequence[_Item]) -> list[_Result]:
    return [work(item) for item in items]


def _is_done(future: Future[Any]) -> bool:
    return future.done() and future.exception() is None


class _Team:
    """Processes that share work: for each of them a thread here hands over items and waits for what comes of them."""

    def __init__(self, prepare: Callable[[], Callable[[Any], Any]], size: int, *, inherit: bool) -> None:
        self._workers: list[Worker[Any, Any]] = []
        self._idle: SimpleQueue[Worker[Any, Any]] = SimpleQueue()
        self._threads = ThreadPoolExecutor(max(1, size))
        try:
            for _ in range(size):  # before there are threads, which a copy of this process would lack
                self._workers.append(Worker(prepare, inherit=inherit))
                self._idle.put(self._workers[-1])
        except BaseException:
            self.kill()
            raise

    def begin(self, parts: Sequence[Any]) -> "deque[Future[Any]]":
        """What will become of each of ``parts``, in order."""
        return deque(in_thread(self._threads, self._apply, part) for part in parts)

    def _apply(self, part: Any) -> Any:
        worker = self._idle.get()
        try:
            return worker.apply(part)
        finally:
            self._idle.put(worker)

    def is_overdue(self, future: Future[Any], seconds: float) -> bool:
        """Wait for ``future``; whether the processes work, or rest, for longer than ``seconds``.

        The time in which a computer sleeps is no rest: only the moments are counted in which this one looked. Where the
        system does not tell what processes use, all time counts as work.
        """
        first = last = self._used() or 0.0
        idle = 0.0
        while not wait([future], _LOOK_EVERY).done:
            now = self._used()
            used = last + _LOOK_EVERY if now is None else now
            idle = idle + _LOOK_EVERY if used <= last else 0.0
            last = used
            if used - first > seconds or idle > seconds:
                return True
        return False

    def _used(self) -> float | None:
        return processor_seconds((worker.process.pid or 0, worker.process.sentinel) for worker in self._workers)

    def end(self) -> None:
        """Let all end, now that everything is done."""
        for worker in self._workers:
            worker.end()
        for worker in self._workers:
            worker.process.join()

    def kill(self) -> None:
        """End all at once, whatever they do."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.kill()
        self._threads.shutdown()


class Background(Generic[_Result]):
    """Work that another process does while this one continues.

    The process starts as a copy of this one. Where that is not possible (not on Linux, or threads run here), the work
    is done in this process when ``result`` is called.
    """

    def __init__(self, work: Callable[[], _Result]) -> None:
        self._work = work
        self._worker: Worker[None, _Result] | None = None
        if can_copy() and threading.active_count() == 1:
            self._worker = Worker(lambda: lambda _: work(), inherit=True)
            self._worker.hand(None)

    def result(self) -> _Result:
        """The result of the work; raises what it raised, and Died."""
        if self._worker is None:
            return self._work()
        try:
            return self._worker.answer()
        finally:
            self.cancel()

    def cancel(self) -> None:
        """Kill the process if it still runs."""
        if self._worker is not None:
            self._worker.kill()
