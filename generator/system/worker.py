"""Processes that work for this one: each has a pipe of its own, so that the end of one, at any moment, is noticed.

A pool of ``concurrent.futures`` has one pipe for the results of all: where a process ends while it hands one over, the
rest of that result is waited for without end.
"""

import multiprocessing
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext
from os import _exit
from typing import Any, Generic, TypeVar

from generator.system.failures import Died, Failure

if sys.platform == "win32":
    Context = SpawnContext
else:
    from multiprocessing import resource_tracker
    from multiprocessing.context import ForkContext

    Context = ForkContext | SpawnContext

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Overdue(Exception):
    """The work took longer than allowed and was stopped. ``done`` has results that were there and not yet given."""

    def __init__(self, done: Sequence[Any] = ()) -> None:
        super().__init__()
        self.done = done


class Worker(Generic[_Item, _Result]):
    """Another process, which calls ``prepare`` once for the function that it applies to one item after the other.

    With ``inherit`` it starts as a copy of this one (Linux); without, as a new interpreter, which libraries with
    threads need. It ends with this one.
    """

    def __init__(self, prepare: Callable[[], Callable[[_Item], _Result]], *, inherit: bool) -> None:
        context = context_of(inherit=inherit)
        self._pipe, other = context.Pipe()
        copied = context.get_start_method() == "fork"
        self._to_prepare = None if copied else prepare
        self.process = context.Process(target=_serve, args=(other, prepare if copied else None), daemon=True)
        with undisturbed(context):
            self.process.start()
        other.close()  # Else the end of the process would not be the end of what it says.

    def hand(self, item: _Item) -> None:
        """Give it ``item``, once it has answered for the one before. Raises Died."""
        try:
            self._brief()
            self._pipe.send((item,))
        except (EOFError, OSError):
            raise Died from None

    def _brief(self) -> None:
        """Tell a new interpreter what to prepare, once it says that it is there.

        Until then its end would not be noticed: while a process starts, this one keeps open what the other will read
        (``multiprocessing`` waits without end to write to it), and on Windows also the other's end of the pipe.
        """
        if self._to_prepare is None:
            return
        if self._pipe not in wait([self._pipe, self.process.sentinel]):
            raise EOFError
        self._pipe.recv()
        self._pipe.send(self._to_prepare)
        self._to_prepare = None

    def answer(self) -> _Result:
        """What became of the item, waited for; raises what the work raised, and Died."""
        failed, result = received(self._pipe)
        if failed:
            try:
                raise result
            finally:
                del result  # Else it would refer to itself, by this frame, and keep the pipe open.
        return result  # type: ignore[no-any-return]  # as the other process got it from the function

    def apply(self, item: _Item) -> _Result:
        """What becomes of ``item``. Raises what the work raises, and Died where the process ends meanwhile."""
        self.hand(item)
        return self.answer()

    def end(self) -> None:
        """Let it end, now that it has answered for all it was given; at once if that was nothing."""
        if self._to_prepare is not None:
            self.kill()
            return
        with suppress(OSError):
            self._pipe.send(None)

    def kill(self) -> None:
        """End it at once, whatever it does; whoever waits for its answer gets Died."""
        self.process.kill()
        self.process.join()


def _serve(pipe: Connection, prepare: Callable[[], Callable[[Any], Any]] | None) -> None:
    """Apply what ``prepare`` gives to each item that comes, until None comes; without it, ask for it first."""
    follow_parent()
    allow_children()
    work: Callable[[Any], Any] | None = None
    with suppress(EOFError, OSError):  # once nobody listens
        if prepare is None:
            pipe.send(None)
            prepare = pipe.recv()
        for (item,) in iter(pipe.recv, None):
            try:
                work = work or prepare()
                pipe.send((False, work(item)))
            except Exception as error:
                if not isinstance(error, Failure):  # for whoever looks after the program; a failure is told as it is
                    error.add_note(traceback.format_exc())
                pipe.send((True, error))
            except BaseException:  # a panic of a library, which may quote what it read: told as an end, not printed
                _exit(1)


def received(pipe: Connection) -> Any:
    """What the process at the other end says next, waited for. Raises Died where it ends before it has said it."""
    try:
        return pipe.recv()
    except (EOFError, OSError):  # at the beginning of what it says, or in the midst of it
        raise Died from None


def can_copy() -> bool:
    """Whether processes can start as copies of this one: elsewhere all that they are to know has to be pickled."""
    return sys.platform == "linux"


def context_of(*, inherit: bool) -> Context:
    """How processes start: as copies of this one, where the system and ``inherit`` allow it, or anew."""
    if inherit and can_copy():
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


@contextmanager
def undisturbed(context: Context) -> Iterator[None]:
    """Keep Ctrl+C from this thread for as long as it starts processes and threads, which inherit that and keep it.

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


def in_thread(threads: ThreadPoolExecutor, work: Callable[[_Item], _Result], item: _Item) -> "Future[_Result]":
    """What becomes of ``item`` in a thread, undisturbed. Raises Died where the system has none left."""
    with undisturbed(context_of(inherit=True)):
        try:
            return threads.submit(work, item)
        except RuntimeError:
            raise Died from None


def follow_parent() -> None:
    """End with the parent process, and not before: after a kill nobody else would end this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    except RuntimeError:  # the system has none left
        _exit(1)


def _end_with_parent() -> None:
    """Wait for the end of the parent process, then end this one."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        _exit(1)


def allow_children() -> None:
    """Let this process start others although it is a daemon of ``multiprocessing``: they end with it by themselves."""
    multiprocessing.current_process().daemon = False


def end_all() -> None:
    """Kill every process that still works for this one: nobody waits for what they do."""
    for process in multiprocessing.active_children():
        process.kill()
