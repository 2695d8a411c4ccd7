"""isolated: work in a process of its own ends in time, in memory, or in a stated failure."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from generator.system.failures import Died
from generator.system.isolated import run_isolated
from generator.system.worker import Overdue


def counted(count: int) -> Iterator[tuple[int, int]]:
    """Numbers, and the process that made them."""
    for number in range(count):
        yield number, os.getpid()


def endless(path: Path) -> Iterator[int]:
    """One result and never another; the number of this process is written to ``path``."""
    path.write_text(str(os.getpid()), "ascii")
    yield 1
    while True:
        time.sleep(0.01)


def greedy(mebibytes: int) -> Iterator[int]:
    """Take memory."""
    yield len(bytearray(mebibytes * 1024 * 1024))


def failing(text: str) -> Iterator[int]:
    """A result, then a failure."""
    yield 1
    raise ValueError(text)


def loud(text: str) -> Iterator[int]:
    """Print to the standard error as a library would, and crash."""
    os.write(2, text.encode())
    yield 1
    os.abort()


def is_running(process: Path) -> bool:
    """Whether the process of this folder of /proc still does something."""
    try:
        return " Z " not in (process / "stat").read_text("ascii")
    except OSError:
        return False


def test_results_come_in_order_from_another_process() -> None:
    """All results, none made here."""
    made = list(run_isolated(30, counted, 1_000))

    assert [number for number, _ in made] == list(range(1_000))
    assert {process for _, process in made} & {os.getpid()} == set()


def test_work_that_takes_too_long_is_killed(tmp_path: Path) -> None:
    """What came in time is delivered, then Overdue; the process is gone."""
    work = run_isolated(3, endless, tmp_path / "pid")

    assert next(work) == 1
    with pytest.raises(Overdue):
        next(work)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text("ascii")), 0)


def test_process_is_gone_when_nobody_listens_any_more(tmp_path: Path) -> None:
    """Whoever stops half-way leaves no process behind."""
    work = run_isolated(30, endless, tmp_path / "pid")
    next(work)
    work.close()  # type: ignore[attr-defined]  # An iterator of a generator function can be closed.

    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text("ascii")), 0)


@pytest.mark.parametrize("mebibytes", [1, 4_000])
def test_memory_is_limited_above_what_the_process_starts_with(mebibytes: int) -> None:
    """A little is given, a lot is refused."""
    assert sys.platform == "linux", "the limit is set on Linux only"

    if mebibytes == 1:
        assert list(run_isolated(30, greedy, mebibytes, memory_mib=64)) == [1024 * 1024]
    else:
        with pytest.raises(Died):
            list(run_isolated(30, greedy, mebibytes, memory_mib=64))


def test_failure_reaches_the_caller() -> None:
    """An exception arrives with its type and text."""
    with pytest.raises(ValueError, match="no such day"):
        list(run_isolated(30, failing, "no such day"))


def test_crash_is_named_and_what_was_printed_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """No private value reaches the terminal or a core file when a library crashes."""
    monkeypatch.chdir(tmp_path)

    with pytest.raises(Died):
        list(run_isolated(30, loud, "a private value"))

    assert "private" not in "".join(capfd.readouterr())
    assert list(tmp_path.iterdir()) == []


def cut_off(_: object) -> Iterator[bytes]:
    """End the process in the midst of handing over a result."""

    def half(connection: Connection, message: bytes) -> None:
        os.write(connection.fileno(), message[: len(message) // 2])
        os._exit(1)

    Connection._send = half  # type: ignore[attr-defined]  # all that it says goes through this
    yield bytes(100)


def test_crash_in_the_midst_of_a_result_is_named() -> None:
    """What arrived of it is nothing."""
    with pytest.raises(Died):
        list(run_isolated(30, cut_off, None))


def test_process_ends_with_the_one_that_asked() -> None:
    """Nobody is left holding a register in memory when the import is killed."""
    code = (
        "import os, sys, time\n"
        "from generator.system.isolated import run_isolated\n"
        "def still(_):\n"
        "    yield os.getpid()\n"
        "    time.sleep(60)\n"
        "work = run_isolated(60, still, None)\n"
        "print(next(work), flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as asking:
        assert asking.stdout is not None
        reading = Path("/proc") / asking.stdout.readline().strip()
        assert reading.exists()
        asking.send_signal(signal.SIGKILL)

    deadline = time.monotonic() + 10
    while is_running(reading):
        assert time.monotonic() < deadline
        time.sleep(0.02)
