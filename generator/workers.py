"""Spread work over the cores of this machine: the one place that starts processes."""

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_work: Callable[[Any], Any] | None = None


def spread(
    prepare: Callable[[], Callable[[Item], Result]],
    items: Sequence[Item],
    workers: int,
    at_least: int,
    *,
    chunk: int,
    inherit: bool = True,
) -> Iterator[Result]:
    """Yield the result of each item, in order; in this process when there are fewer than ``at_least``.

    Each process calls ``prepare`` once for the function it then applies. With ``inherit`` processes start with all
    that this one holds, where the system can do that; without, from nothing: for libraries that run threads.
    """
    if workers < 2 or len(items) < at_least:
        yield from map(prepare(), items)
        return
    context = multiprocessing.get_context("fork" if inherit and sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(workers, context, _start, (prepare,)) as pool:
        yield from pool.map(_apply, items, chunksize=chunk)


def _start(prepare: Callable[[], Callable[[Any], Any]]) -> None:
    global _work
    _work = prepare()


def _apply(item: Any) -> Any:
    assert _work is not None
    return _work(item)
