"""Spread work over the cores of this machine: the one place that starts processes."""

import faulthandler
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any, TypeVar

if sys.platform != "win32":
    import resource

Item = TypeVar("Item")
Result = TypeVar("Result")

_MiB = 1024 * 1024
_work: Callable[[Any], Any] | None = None


def map_parallel(
    prepare: Callable[[], Callable[[Item], Result]],
    items: Sequence[Item],
    workers: int,
    at_least: int,
    *,
    chunk: int,
    inherit: bool = True,
    seconds: float | None = None,
) -> Iterator[Result]:
    """Yield the result of each item, in order; in this process when there are fewer than ``at_least``.

    With ``seconds`` the work is always done in other processes: they are killed when all of it takes longer, which
    raises Overdue.

    Each process calls ``prepare`` once for the function it then applies. With ``inherit`` processes start with all
    that this one holds, where the system can do that; without, from nothing: for libraries that run threads.
    """
    few = workers < 2 or len(items) < at_least
    if few and seconds is None:
        yield from map(prepare(), items)
        return
    context = multiprocessing.get_context("fork" if inherit and sys.platform == "linux" else "spawn")
    others = set(multiprocessing.active_children())
    with ProcessPoolExecutor(1 if few else workers, context, _start, (prepare,)) as pool:
        results = pool.map(_apply, items, timeout=seconds, chunksize=chunk)
        try:
            yield from results
        except TimeoutError:
            for process in set(multiprocessing.active_children()) - others:
                process.kill()
            raise Overdue from None


def _start(prepare: Callable[[], Callable[[Any], Any]]) -> None:
    global _work
    _work = prepare()


def _apply(item: Any) -> Any:
    assert _work is not None
    return _work(item)


class Overdue(Exception):
    """The work took longer than it was given."""


class Died(Exception):
    """The process of the work ended by itself: memory was refused to it, or a library crashed."""


def run_isolated(
    seconds: float, work: Callable[[Item], Iterable[Result]], argument: Item, *, memory_mib: int | None = None
) -> Iterator[Result]:
    """Yield what ``work(argument)`` yields, from a process of its own that is killed after ``seconds``.

    For reading what somebody else made: the process may take ``memory_mib`` more than it starts with (Linux), leaves
    no core file, and what libraries print in it is dropped, because both could hold private values. Exceptions of
    ``work`` reach the caller, without a trace. Raises Overdue and Died.
    """
    if sys.platform == "linux":
        context = multiprocessing.get_context("fork")
    else:
        context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    confines = (seconds, memory_mib)
    process = context.Process(target=_send, args=(receiver, sender, confines, work, argument), daemon=True)
    process.start()
    sender.close()
    end = monotonic() + seconds
    try:
        while receiver.poll(max(0.0, end - monotonic())):
            what, result = receiver.recv()
            if what == "failed":
                raise result
            if what == "done":
                return
            yield result
        raise Overdue
    except (EOFError, ConnectionError):
        raise Died from None
    finally:
        process.kill()
        process.join()
        receiver.close()


def _send(
    receiver: Connection,
    sender: Connection,
    confines: tuple[float, int | None],
    work: Callable[[Any], Iterable[Any]],
    argument: Any,
) -> None:
    receiver.close()  # Otherwise this process would wait for ever to be read, when the other one is killed.
    Thread(target=_end_with_parent, daemon=True).start()
    _confine(*confines)
    try:
        for result in work(argument):
            sender.send(("more", result))
        sender.send(("done", None))
    except BrokenPipeError:
        return
    except MemoryError:
        os._exit(1)
    except Exception as error:
        sender.send(("failed", error))


def _end_with_parent() -> None:
    """Wait until the process that asked is gone, killed perhaps, and go too: nobody else would end this one."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _confine(seconds: float, memory_mib: int | None) -> None:
    """Keep this process, which reads what may be hostile, from printing, dumping, and taking more than its share."""
    faulthandler.disable()  # It would print to where the standard error was before.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _limit(resource.RLIMIT_CPU, int(seconds) + 2)
    if sys.platform == "linux" and memory_mib is not None:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        _limit(resource.RLIMIT_AS, pages * resource.getpagesize() + memory_mib * _MiB)


if sys.platform != "win32":

    def _limit(kind: int, most: int) -> None:
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
