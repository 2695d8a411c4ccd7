"""Ctrl+C goes to every process of a terminal: one of them tells of it, and all end at once."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from content_builder import regulation
from project_builder import DAY, make_project

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="signals for a group of processes are those of POSIX")

SCRIPT = """
import sys, time
from functools import partial
from pathlib import Path
from generator.system.isolated import run_isolated
from generator.system.parallel import Background, map_parallel
from generator.system.worker import end_all

folder = Path(sys.argv[1])
if __name__ != "__main__" and sys.argv[2] == "starting":
    (folder / "ready").touch()
    time.sleep(2)

def linger(item):
    (folder / "ready").touch()
    time.sleep(60)
    yield item

def one(item):
    if sys.argv[2] == "handing over":
        if item > 4:
            (folder / "ready").touch()
        return bytes(60_000_000)
    return list(linger(item))

def prepare():
    return one

def waits():
    if sys.argv[2] == "isolated":
        yield from run_isolated(50, linger, 1)
    elif sys.argv[2] == "background":
        yield Background(partial(one, 1)).result()
    else:
        results = map_parallel(prepare, range(99), 2, 1, chunk=1, inherit=sys.argv[2] == "inherit")
        if sys.argv[2] == "beside":
            next(map_parallel(partial(partial, abs), range(9), 2, 1, chunk=1))
            Background(partial(one, 1))
            while True:
                time.sleep(0.1)
        yield from results

if __name__ == "__main__":
    try:
        list(waits())
    except KeyboardInterrupt:
        end_all()
        print("stopped")
"""


def interrupted(command: list[str], ready: Path, pattern: str, folder: Path) -> tuple[int, str, str]:
    """Exit code and output of a command whose processes all get SIGINT when a file of ``pattern`` is there."""
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        end = time.monotonic() + 60
        while not list(ready.glob(pattern)) and process.poll() is None and time.monotonic() < end:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=40)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    return process.returncode, out, err


@POSIX_ONLY
@pytest.mark.parametrize("state", ["starting", "anew", "inherit", "isolated", "background", "beside", "handing over"])
def test_only_the_first_process_hears_of_it(tmp_path: Path, state: str) -> None:
    """Whether the others start or work; they are not waited for, nor is the rest of what they say."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")

    found = interrupted([str(script), str(tmp_path), state], tmp_path, "ready", tmp_path)

    assert found == (0, "stopped\n", "")


@POSIX_ONLY
@pytest.mark.slow
@pytest.mark.parametrize("ready", ["p/.cache/gongshi/printed", "out/*.pdf"], ids=["at first", "later"])
def test_printing_stops_with_a_sentence_and_whole_files(tmp_path: Path, ready: str) -> None:
    """What was saved before is whole, and nothing else is there."""
    rules = {f"regulations/r{n}.yml": regulation(f"r{n}", f"测试{n}").replace("wall:", "# ") for n in range(60)}
    project, out = make_project(tmp_path / "p", rules), tmp_path / "out"
    command = ["-m", "generator", "posters", "--kind", "regulation", "--today", DAY, "--out", str(out)]

    code, _, said = interrupted(command, tmp_path, ready, project)

    assert (code, said.splitlines()[-1:]) == (1, ["已停下，没有做完。"])
    assert "Traceback" not in said
    files = list(out.iterdir()) if out.is_dir() else []
    assert len(files) < 60
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in files)
