"""Runs work in other processes: many items at once, in isolation, or in the background. Only here are any started."""

import faulthandler
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from typing import Any, Generic, TypeVar, cast

from generator.system.failures import Died
from generator.system.processor_time import processor_seconds

if sys.platform != "win32":
    import resource
    from multiprocessing import resource_tracker

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_MiB = 1024 * 1024
_LOOK_EVERY = 0.2
"""Seconds between two looks at what other processes have used."""
_work: Callable[[Any], Any] | None = None


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
    context = multiprocessing.get_context("fork" if inherit and sys.platform == "linux" else "spawn")
    others = set(multiprocessing.active_children())
    with ProcessPoolExecutor(1 if few else workers, context, _start, (prepare,)) as pool:
        chunks: list[Future[list[_Result]]] = []
        gone = False  # of a pool whose processes are gone nothing may be cancelled: it fails what is left by itself
        try:
            with _undisturbed(context):
                for at in range(0, len(items), chunk):
                    chunks.append(pool.submit(_apply_each, items[at : at + chunk]))
            for number, future in enumerate(chunks):
                if seconds is not None and _is_overdue(future, seconds, others):
                    done = [result for later in chunks[number:] if _is_done(later) for result in later.result()]
                    raise Overdue(done)
                yield from future.result()
        except (Overdue, KeyboardInterrupt, GeneratorExit):
            gone = True
            for process in _since(others):
                process.kill()
            raise
        except BrokenProcessPool:
            gone = True
            raise Died from None
        finally:
            for future in () if gone else chunks:
                future.cancel()


def _is_overdue(future: Future[Any], seconds: float, others: set[BaseProcess]) -> bool:
    """Wait for ``future``; whether the processes other than ``others`` work, or rest, for longer than ``seconds``.

    The time in which a computer sleeps is no rest: only the moments are counted in which this one looked. Where the
    system does not tell what processes use, all time counts as work.
    """
    first = last = processor_seconds((process.pid or 0, process.sentinel) for process in _since(others)) or 0.0
    idle = 0.0
    while not wait([future], _LOOK_EVERY).done:
        now = processor_seconds((process.pid or 0, process.sentinel) for process in _since(others))
        used = last + _LOOK_EVERY if now is None else now
        idle = idle + _LOOK_EVERY if used <= last else 0.0
        last = used
        if used - first > seconds or idle > seconds:
            return True
    return False


def _is_done(future: Future[Any]) -> bool:
    return future.done() and future.exception() is None


def _since(others: set[BaseProcess]) -> set[BaseProcess]:
    return set(multiprocessing.active_children()) - others


@contextmanager
def _undisturbed(context: BaseContext) -> Iterator[None]:
    """Keep Ctrl+C from this process for as long as it starts others, which inherit that and keep it.

    All processes of a terminal get the signal, and each would tell of it; this one gets it afterwards and ends them.
    """
    if sys.platform == "win32":  # there is no such thing; the others ignore it once they run
        yield
        return
    if context.get_start_method() == "spawn":
        resource_tracker.ensure_running()  # its start, while others start, would undo this
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def follow_parent() -> None:
    """End with the parent process, and not before: after a kill nobody else would end this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def end_all() -> None:
    """Kill every process that still works for this one: nobody waits for what they do."""
    for process in multiprocessing.active_children():
        process.kill()


def _start(prepare: Callable[[], Callable[[Any], Any]]) -> None:
    """Make a process of the pool ready."""
    global _work
    follow_parent()
    _work = prepare()


def _apply_each(items: Sequence[Any]) -> list[Any]:
    assert _work is not None
    return [_work(item) for item in items]


class Overdue(Exception):
    """The work took longer than allowed and was stopped. ``done`` has results that were there and not yet given."""

    def __init__(self, done: Sequence[Any] = ()) -> None:
        super().__init__()
        self.done = done


def run_isolated(
    seconds: float, work: Callable[[_Item], Iterable[_Result]], argument: _Item, *, memory_mib: int | None = None
) -> Iterator[_Result]:
    """Yield what ``work(argument)`` yields, from a process of its own that is killed after ``seconds``.

    For reading files from elsewhere. The process may take ``memory_mib`` MiB more than it starts with (Linux). It
    writes no core file, and what libraries print in it is dropped, because both could hold private values. Exceptions
    of ``work`` are raised here, without their traceback. Raises Overdue and Died.
    """
    if sys.platform == "linux":
        context = multiprocessing.get_context("fork")
    else:
        context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    confines = (seconds, memory_mib)
    process = context.Process(target=_send, args=(receiver, sender, confines, work, argument), daemon=True)
    with _undisturbed(context):
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
    receiver.close()  # Else this process would never notice that the other was killed, and wait for ever to send.
    follow_parent()
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
    """Wait for the end of the parent process, then end this one."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _confine(seconds: float, memory_mib: int | None) -> None:
    """Keep this process from printing, writing a core file, and using more CPU time and memory than allowed."""
    faulthandler.disable()  # It would print to the former standard error.
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


class Background(Generic[_Result]):
    """Work that another process does while this one continues.

    The process starts as a copy of this one. Where that is not possible (not on Linux, or threads run here), the work
    is done in this process when ``result`` is called.
    """

    def __init__(self, work: Callable[[], _Result]) -> None:
        self._work = work
        self._process: multiprocessing.process.BaseProcess | None = None
        if sys.platform == "linux" and threading.active_count() == 1:
            context = multiprocessing.get_context("fork")
            self._receiver, sender = context.Pipe(duplex=False)
            self._process = context.Process(target=_answer, args=(self._receiver, sender, work), daemon=True)
            with _undisturbed(context):
                self._process.start()
            sender.close()

    def result(self) -> _Result:
        """The result of the work; raises what it raised, and Died."""
        if self._process is None:
            return self._work()
        try:
            failed, result = self._receiver.recv()
        except (EOFError, ConnectionError):
            raise Died from None
        finally:
            self.cancel()
        if failed:
            raise result
        return cast("_Result", result)

    def cancel(self) -> None:
        """Kill the process if it still runs."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._receiver.close()


def _answer(receiver: Connection, sender: Connection, work: Callable[[], Any]) -> None:
    receiver.close()
    follow_parent()
    try:
        answer = (False, work())
    except Exception as error:
        answer = (True, error)
    sender.send(answer)
