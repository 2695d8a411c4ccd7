"""parallel: the same results in the same order, on one core or on many."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from generator.system import parallel
from generator.system.failures import Died
from generator.system.parallel import Background, map_parallel
from generator.system.worker import Overdue


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
    made = list(map_parallel(partial(squarer, 2), range(20), 2, 1, chunk=3, inherit=inherit))

    assert [result for result, _ in made] == [number**2 for number in range(20)]
    assert os.getpid() not in {process for _, process in made}


@pytest.mark.parametrize(("workers", "at_least"), [(1, 1), (2, 4)], ids=["one worker", "few items"])
def test_few_items_or_one_worker_stay_in_this_process(workers: int, at_least: int) -> None:
    """No process is started where it would not pay, and the preparation happens once."""
    calls: list[int] = []

    assert list(map_parallel(partial(counted, calls), [-3, 2, -1], workers, at_least, chunk=1)) == [3, 2, 1]
    assert calls == [os.getpid()]


def test_as_many_items_as_the_threshold_are_spread() -> None:
    """``at_least`` itself is enough."""
    made = list(map_parallel(partial(squarer, 1), [1, 2, 3], 2, 3, chunk=1))

    assert os.getpid() not in {process for _, process in made}


def test_nothing_to_do_starts_nothing() -> None:
    """No items, no results."""
    assert list(map_parallel(partial(squarer, 1), [], 4, 1, chunk=1)) == []


def test_failure_in_another_process_reaches_the_caller() -> None:
    """An error of one item is raised here, with its message."""
    with pytest.raises(ValueError, match="cannot do -1"):
        list(map_parallel(partial(squarer, 1), [1, -1, 2], 2, 1, chunk=1))


def killed(item: int) -> int:
    """End the process as a system does that has no memory left."""
    os.kill(os.getpid(), signal.SIGKILL)
    return item


@pytest.mark.parametrize("items", [2, 20_000])
def test_process_that_dies_is_told(items: int) -> None:
    """No result is made up; with many items, some are not even handed out when it dies."""
    with pytest.raises(Died):
        list(map_parallel(lambda: killed, range(items), 2, 1, chunk=1))


def cut_off(_: object = None) -> bytes:
    """End the process, in the same way, in the midst of handing over the result."""

    def half(connection: Connection, message: bytes) -> None:
        os.write(connection.fileno(), message[: len(message) // 2])
        os.kill(os.getpid(), signal.SIGKILL)

    Connection._send = half  # type: ignore[attr-defined]  # all that it says goes through this
    return bytes(100)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("seconds", [None, 60.0])
@pytest.mark.parametrize("inherit", [True, False], ids=["inherit", "from nothing"])
def test_process_that_dies_while_it_hands_over_a_result_is_told(inherit: bool, seconds: float | None) -> None:
    """Nobody waits for the rest."""
    with pytest.raises(Died):
        list(map_parallel(partial(partial, cut_off), range(3), 2, 1, chunk=1, inherit=inherit, seconds=seconds))


class Panic(BaseException):
    """What Rust libraries raise when they do not know how to go on."""


def panicking(item: int) -> int:
    """Give up, with a text that nobody is to see."""
    raise Panic(f"private {item}")


def test_panic_of_a_library_is_told_and_not_printed(capfd: pytest.CaptureFixture[str]) -> None:
    """It is no exception that anybody expects."""
    with pytest.raises(Died):
        list(map_parallel(partial(partial, panicking), [1, 2], 2, 1, chunk=1))

    assert capfd.readouterr().err == ""


def unprepared() -> Callable[[int], int]:
    """Cannot prepare for any work."""
    raise ValueError("no template")


def test_failure_to_prepare_reaches_the_caller() -> None:
    """As it is, and with the place where it happened for whoever looks after the program."""
    with pytest.raises(ValueError, match="no template") as caught:
        list(map_parallel(unprepared, [1, 2], 2, 1, chunk=1))

    assert ", in unprepared" in caught.value.__notes__[0]


@pytest.mark.parametrize("workers", [1, 2])
def test_results_are_given_as_they_come(workers: int) -> None:
    """The caller sees the first result before it asks for the rest, so progress can be shown."""
    results = map_parallel(partial(squarer, 1), range(4), workers, 1, chunk=1)

    assert next(results)[0] == 0
    assert [result for result, _ in results] == [1, 2, 3]


def sleeper() -> Callable[[int], object]:
    """Prepare for work that takes as many seconds as its item."""
    return time.sleep


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("inherit", [True, False], ids=["inherit", "from nothing"])
def test_work_that_takes_too_long_is_stopped(workers: int, inherit: bool) -> None:
    """With a limit even one worker works in another process, which is gone when the time is over."""
    with pytest.raises(Overdue):
        list(map_parallel(sleeper, [0, 600, 600], workers, 1, chunk=1, inherit=inherit, seconds=0.5))

    assert multiprocessing.active_children() == []


def resting() -> Callable[[float], object]:
    """Prepare for work that rests a moment and uses nearly no processor time."""
    return lambda seconds: time.sleep(seconds) or seconds


def test_a_slow_computer_gets_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what the work itself uses counts, not what the clock says meanwhile."""
    looks = count()
    monkeypatch.setattr(parallel, "processor_seconds", lambda _: next(looks) / 1_000)

    assert list(map_parallel(resting, [0.5, 0.5], 1, 1, chunk=1, seconds=0.3)) == [0.5, 0.5]


@pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
def test_work_that_uses_too_much_is_stopped() -> None:
    """However little of it the computer gives at a time; results that were there and not yet given are told."""

    def endless() -> Callable[[int], int]:
        def work(item: int) -> int:
            while item == 1:
                pass
            return item

        return work

    with pytest.raises(Overdue) as caught:
        list(map_parallel(endless, [1, 2, 3], 2, 1, chunk=1, seconds=3))

    assert caught.value.done == [2, 3]


def test_work_within_its_time_is_done_elsewhere() -> None:
    """With a limit nothing runs in this process, where it could not be stopped."""
    made = list(map_parallel(partial(squarer, 2), [2], 1, 100, chunk=1, seconds=60))

    assert made[0][0] == 4
    assert made[0][1] != os.getpid()


def work_until_killed(pids: Connection) -> None:
    """Start two processes that say their numbers, and wait for their work."""

    def wait(seconds: int) -> None:
        pids.send(os.getpid())
        time.sleep(seconds)

    list(map_parallel(lambda: wait, [600, 600], 2, 2, chunk=1))


def runs(pid: int) -> bool:
    """Is there such a process, and not only its number waiting to be fetched by the system?"""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes() != b""
    except FileNotFoundError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes as Linux shows them")
def test_processes_end_when_the_one_that_started_them_is_killed() -> None:
    """Nothing runs on after a killed build, with its pipes open and its memory taken."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    parent = context.Process(target=work_until_killed, args=(sender,))
    parent.start()
    workers = {receiver.recv(), receiver.recv()}

    parent.kill()
    parent.join()

    end = time.monotonic() + 20
    while (left := {pid for pid in workers if runs(pid)}) and time.monotonic() < end:
        time.sleep(0.02)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert left == set()


# --- one piece of work beside this process ---------------------------------------------------------------------------


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No thread runs here, whatever tests before this one left running."""
    monkeypatch.setattr("threading.active_count", lambda: 1)


@pytest.mark.usefixtures("alone")
def test_work_in_the_background_is_done_in_another_process() -> None:
    """Its result, whatever it is, arrives when it is asked for."""
    assert Background(os.getpid).result() != os.getpid()
    assert Background(partial(list, "abc")).result() == ["a", "b", "c"]


@pytest.mark.usefixtures("alone")
def test_failure_in_the_background_reaches_whoever_asks() -> None:
    """It is raised where the result is asked for, and not before."""
    work = Background(partial(int, "x"))

    with pytest.raises(ValueError, match="invalid literal"):
        work.result()


@pytest.mark.usefixtures("alone")
def test_process_in_the_background_that_dies_is_told() -> None:
    """Memory was refused to it, or somebody killed it: nobody waits for ever."""
    work = Background(partial(os._exit, 3))

    with pytest.raises(Died):
        work.result()


@pytest.mark.usefixtures("alone")
def test_process_in_the_background_that_dies_while_it_answers_is_told() -> None:
    """What arrived of the answer is none."""
    work = Background(cut_off)

    with pytest.raises(Died):
        work.result()


@pytest.mark.usefixtures("alone")
def test_work_that_nobody_asks_for_ends() -> None:
    """What is cancelled leaves no process behind."""
    before = set(multiprocessing.active_children())
    work = Background(partial(time.sleep, 600))

    work.cancel()

    assert set(multiprocessing.active_children()) <= before


def test_work_stays_here_while_threads_run() -> None:
    """A copy of a process that runs threads may wait for ever for one that it does not have."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert Background(os.getpid).result() == os.getpid()
    finally:
        stop.set()
        thread.join()
