"""A crew: results as they come, and what a process that ends takes with it."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from generator.system.crew import MOST_TRIES, Hand, each_done
from generator.system.failures import Died


def worker(folder: Path) -> "partial[tuple[str, int]]":
    """Prepare for work in a process: note that it began."""
    (folder / f"process-{os.getpid()}").touch()
    return partial(work, folder)


def work(folder: Path, item: str) -> tuple[str, int]:
    """Note that the item was begun; end the process for an item that says so, always or the first time."""
    begun = len(list(folder.glob(f"{item}-*")))
    (folder / f"{item}-{begun}").touch()
    if item.startswith("deadly") or (item.startswith("once") and not begun):
        os.kill(os.getpid(), signal.SIGKILL)
    if item.startswith("slow"):
        time.sleep(60)
    if item.startswith("refused"):
        raise ValueError(item)
    return item, os.getpid()


@pytest.mark.slow
def test_what_a_dead_process_had_in_hand_is_done_again_by_another(tmp_path: Path) -> None:
    """One that ends each process is given up; nothing else is done twice, and the others go on."""
    items = ["one", "once-2", "three", "deadly-4", "five", "six", "once-7", "eight"]

    done = dict(each_done(partial(worker, tmp_path), items, 2))

    assert {item for item, result in done.items() if isinstance(result, Died)} == {"deadly-4"}
    assert {result[0] for result in done.values() if not isinstance(result, Died)} == {*items} - {"deadly-4"}
    begun = {item: len(list(tmp_path.glob(f"{item}-*"))) for item in items}
    assert begun == {**dict.fromkeys(items, 1), "once-2": 2, "once-7": 2, "deadly-4": MOST_TRIES}


@pytest.mark.slow
def test_processes_stay_warm(tmp_path: Path) -> None:
    """As many processes as workers, however many items; not more than there are items."""
    done = dict(each_done(partial(worker, tmp_path), map(str, range(12)), 2))

    assert len(done) == 12
    assert len(list(tmp_path.glob("process-*"))) == 2


@pytest.mark.slow
def test_error_of_the_work_is_raised_and_ends_all(tmp_path: Path) -> None:
    """What the work does not expect is no reason to try again."""
    with pytest.raises(ValueError, match="refused"):
        list(each_done(partial(worker, tmp_path), ["refused"], 2))

    assert len(list(tmp_path.glob("refused-*"))) == 1


@pytest.mark.slow
def test_hand_gives_up_after_some_tries(tmp_path: Path) -> None:
    """And is good for the next item."""
    hand = Hand(partial(worker, tmp_path))
    try:
        with pytest.raises(Died):
            hand.do("deadly")
        assert hand.do("well")[0] == "well"
    finally:
        hand.end()


@pytest.mark.slow
def test_hand_that_is_ended_does_not_begin_again(tmp_path: Path) -> None:
    """The process is killed with what it has in hand, and no other takes its place."""
    hand = Hand(partial(worker, tmp_path))
    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(hand.do, "slow")
        while not list(tmp_path.glob("slow-*")):
            time.sleep(0.02)
        hand.end()

    assert isinstance(waiting.exception(), Died)
    assert len(list(tmp_path.glob("slow-*"))) == 1


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_processes_end_with_the_one_that_is_killed(tmp_path: Path) -> None:
    """Nobody else would end them."""
    program = (
        "import sys, time; from pathlib import Path; from functools import partial\n"
        "from system.test_crew import worker\nfrom generator.system.crew import Hand\n"
        "if __name__ == '__main__':\n"
        "    hand = Hand(partial(worker, Path(sys.argv[1])))\n"
        "    print(hand.do('x')[1], flush=True)\n    time.sleep(60)\n"
    )
    (tmp_path / "program.py").write_text(program)
    root = Path(__file__).parents[2]
    paths = os.pathsep.join([str(root), str(root / "tests")])
    with subprocess.Popen(
        [sys.executable, str(tmp_path / "program.py"), str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()

    for _ in range(100):
        if not Path(f"/proc/{pid}").exists():
            break
        time.sleep(0.1)
    assert not Path(f"/proc/{pid}").exists()
