"""Seconds and memory of whole processes, and the goals that they are held against."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GONGSHI = (str(Path(sys.executable).with_name("gongshi")),)
STOCK = (sys.executable, "-m", "mkdocs", "build", "-q")
ZENSICAL = (str(Path(sys.executable).with_name("zensical")), "build", "--clean")

Command = Iterable[str]


def environment() -> dict[str, str]:
    """For measured commands: Python keeps what it compiles, as it usually does. ``make`` installs gongshi before."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1"}


def seconds(command: Command, folder: Path) -> float:
    """Seconds of one command, from its start to its end. Ends the bench if the command fails."""
    os.sync()  # what was written before is not on this command's account
    started = time.perf_counter()
    output(command, folder)
    return time.perf_counter() - started


def output(command: Command, folder: Path) -> str:
    """What one command says. Ends the bench if the command fails."""
    done = subprocess.run([*command], cwd=folder, env=environment(), capture_output=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)}: {(done.stderr or done.stdout).decode()}")
    return done.stdout.decode()


def forget(folder: Path) -> None:
    """Take away the sites and every cache, so that the next build of the project is its first.

    Until the bench ends they lie beside the project: ext4 does not use the place of what was removed for a minute, and
    looks for it at every file that is created meanwhile, which made folders ten times as slow.
    """
    aside = Path(tempfile.mkdtemp(prefix=".forgotten-", dir=folder.parent))
    atexit.register(shutil.rmtree, aside, ignore_errors=True)
    found = (folder / ".cache", folder / "site", folder / "sites", *folder.glob("site-*"), *folder.glob(".site*"))
    for path in found:
        if path.exists():
            path.rename(aside / path.name)


def seconds_and_mebibytes(command: Command, folder: Path) -> tuple[float, float]:
    """Seconds and peak MiB of one command with all processes that it starts; sampling costs it some time."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [*command], cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    peaks = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peaks))
    watcher.start()
    _, complaint = process.communicate()
    taken = time.perf_counter() - started
    watcher.join()
    if process.returncode:
        sys.exit(f"{' '.join(command)}: {complaint.decode()}")
    return taken, max(peaks)


def _watch(process: "subprocess.Popen[bytes]", peaks: list[float]) -> None:
    while process.poll() is None:
        peaks.append(sum(map(_memory, family(process.pid))) / 1024)
        time.sleep(0.1)


def family(pid: int) -> list[int]:
    """The process and all below it, whichever thread started them."""
    found = [pid]
    for parent in found:
        for thread in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, thread.read_text().split())
            except OSError:
                continue
    return found


def _memory(pid: int) -> float:
    """KiB that a process holds; what several share is divided among them (proportional set size)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) for line in lines if line.startswith("Pss:")), 0.0)


def rounds(count: int, *measures: Callable[[], float]) -> list[list[float]]:
    """The figures of ``count`` rounds of each measure; they take turns, so that a slow minute hits all of them."""
    figures: list[list[float]] = [[] for _ in measures]
    for _ in range(count):
        for measure, taken in zip(measures, figures, strict=True):
            taken.append(measure())
    return figures


@dataclass
class Goals:
    """What was measured, beside what was to be reached."""

    lines: list[str] = field(default_factory=list)

    def at_most(self, work: str, goal: float | None, figures: Sequence[float], unit: str = "s") -> None:
        """The least of ``figures`` is not to be more than ``goal``."""
        least = min(figures)
        self._add(work, goal and f"at most {goal:g} {unit}", least, unit, goal and least / goal, figures)

    def at_least(self, work: str, goal: float | None, figure: float, unit: str = "times") -> None:
        """``figure`` is not to be less than ``goal``, which is divided by it, so that 1 or less is met here too."""
        self._add(work, goal and f"at least {goal:g} {unit}", figure, unit, goal and goal / figure, ())

    def _add(
        self, work: str, goal: str | None, figure: float, unit: str, share: float | None, figures: Sequence[float]
    ) -> None:
        told = f"{figure:.0f} MiB" if unit == "MiB" else f"{figure:.2f} {unit}"
        verdict = "–" if share is None else "met" if share <= 1 else "**missed**"
        shown = "–" if share is None else f"{share:.2f}"
        each = ", ".join(f"{one:.2f}" for one in figures) if len(figures) > 1 else "–"
        self.lines.append(f"| {work} | {goal or '–'} | {told} | {shown} | {verdict} | {each} |")
        print(f"- {work}: {told} ({goal or 'no goal'}: {verdict})", flush=True)

    def table(self) -> str:
        """All of it as a Markdown table."""
        head = "| work | goal | measured | of the goal | | each round |\n| --- | --- | ---: | ---: | --- | --- |"
        return "\n".join([head, *self.lines])
