"""worker: the end of a process is noticed whenever it comes, and nothing is left of it."""

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import resource_tracker, spawn
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from pathlib import Path
from shutil import which

import pytest

from generator.system.failures import Died
from generator.system.parallel import map_parallel
from generator.system.worker import Worker

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="a program that ends at once")


def measured(data: bytes) -> Callable[[int], int]:
    """Prepare for work with what is known before."""
    return partial(max, len(data))


@pytest.fixture
def stillborn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes end before they read what they are told."""
    resource_tracker.ensure_running()
    monkeypatch.setattr(spawn, "_python_exe", os.fsencode(which("true") or ""))


@pytest.fixture
def held_open(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As on Windows, this process holds the other's end of the pipe until that takes it."""
    pipes, held = SpawnContext.Pipe, list[Connection]()

    def pipe(context: SpawnContext, duplex: bool = True) -> tuple[Connection, Connection]:
        one, other = pipes(context, duplex)
        held.append(Connection(os.dup(other.fileno())))
        return one, other

    monkeypatch.setattr(SpawnContext, "Pipe", pipe)
    yield
    for connection in held:
        connection.close()


@POSIX_ONLY
@pytest.mark.usefixtures("stillborn", "held_open")
@pytest.mark.parametrize("size", [1, 1_000_000], ids=["little", "more than a pipe holds"])
def test_process_that_ends_while_it_starts_is_told(size: int) -> None:
    """However much it was to be told: nobody waits for it to listen."""
    with pytest.raises(Died):
        list(map_parallel(partial(measured, bytes(size)), range(4), 2, 1, chunk=1, inherit=False))

    assert multiprocessing.active_children() == []


def test_new_interpreter_is_told_what_to_prepare() -> None:
    """More than a pipe holds at a time."""
    prepare = partial(measured, bytes(1_000_000))

    assert list(map_parallel(prepare, [1, 2_000_000], 2, 1, chunk=1, inherit=False)) == [1_000_000, 2_000_000]


@pytest.mark.parametrize("inherit", [True, False], ids=["inherit", "from nothing"])
def test_process_that_was_given_nothing_ends(inherit: bool) -> None:
    """Others did all the work before it was there."""
    worker = Worker(partial(measured, b""), inherit=inherit)

    worker.end()

    worker.process.join(20)
    assert worker.process.exitcode is not None


def refuse(item: int) -> int:
    """Do no work."""
    raise ValueError(item)


@pytest.mark.skipif(sys.platform != "linux", reason="counts open files as Linux shows them")
def test_nothing_stays_open_after_a_failure() -> None:
    """A build, which collects no garbage, may fail for many halls in one process."""

    def fails() -> int:
        with pytest.raises(ValueError, match="1"):
            list(map_parallel(partial(partial, refuse), [1, 1], 2, 1, chunk=1))
        return len(list(Path("/proc/self/fd").iterdir()))

    gc.disable()
    try:
        assert fails() == fails()
    finally:
        gc.enable()


def test_a_system_without_threads_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As one without memory: it is the same trouble for whoever reads of it."""

    def none_left(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", none_left)

    with pytest.raises(Died):
        list(map_parallel(partial(measured, b""), [1, 2], 2, 1, chunk=1))
    assert multiprocessing.active_children() == []
