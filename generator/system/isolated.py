"""Reads files from elsewhere in a process of its own, which may take so much time and memory and no more."""

import faulthandler
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

from generator.system.worker import Overdue, context_of, follow_parent, received, undisturbed

if sys.platform != "win32":
    import resource

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_MiB = 1024 * 1024


def run_isolated(
    seconds: float, work: Callable[[_Item], Iterable[_Result]], argument: _Item, *, memory_mib: int | None = None
) -> Iterator[_Result]:
    """Yield what ``work(argument)`` yields, from a process of its own that is killed after ``seconds``.

    For reading files from elsewhere. The process may take ``memory_mib`` MiB more than it starts with (Linux). It
    writes no core file, and what libraries print in it is dropped, because both could hold private values. Exceptions
    of ``work`` are raised here, without their traceback. Raises Overdue and Died.
    """
    context = context_of(inherit=True)
    receiver, sender = context.Pipe(duplex=False)
    confines = (seconds, memory_mib)
    process = context.Process(target=_send, args=(receiver, sender, confines, work, argument), daemon=True)
    with undisturbed(context):
        process.start()
    sender.close()
    end = monotonic() + seconds
    try:
        while receiver.poll(max(0.0, end - monotonic())):
            what, result = received(receiver)
            if what == "failed":
                raise result
            if what == "done":
                return
            yield result
        raise Overdue
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
