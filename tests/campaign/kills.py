"""Processes killed at random moments: the old or the new stands whole, the next run works, nothing piles up."""

import multiprocessing
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from campaign.outcome import Outcome
from content_builder import TODAY, minimal_content, write_content
from fake_engine import FakeEngine
from project_builder import is_spare, make_project, publish_project, tree

from generator.build import print_posters
from generator.build.asked_sheets import PosterRequest
from generator.content.project import open_project
from generator.posters.fonts import find_fonts
from generator.posters.press import Press
from generator.register import dialogue
from generator.register.opening import ImportRequest
from generator.system.failures import Died, Failure

SERVICE = "services/linshi-jiuzhu.yml"
PATIENCE = 60.0
"""Seconds after which a run that was not killed counts as hanging."""

Tree = dict[str, bytes]


@dataclass
class Target:
    """Something to kill.

    ``edit(state)`` makes the inputs those of state 0 or 1; ``work`` is what is killed; ``standing`` gives the files
    that matter; ``litter`` names what should not be there after a run that ended; ``kept`` counts bytes and files of
    caches.
    """

    name: str
    edit: Callable[[int], object]
    work: Callable[[], object]
    standing: Callable[[], Tree]
    litter: Callable[[], list[str]]
    kept: Callable[[], tuple[int, int]]
    mixed: Callable[[Tree, Tree, Tree], bool] = lambda *_: False


def kill_often(target: Target, rounds: int, chance: random.Random, outcome: Outcome, child: bool = False) -> None:
    """Kill ``target`` at ``rounds`` moments, or with ``child`` one of the processes it has started."""
    editions = []
    for state in (0, 1, 0, 1):
        target.edit(state)
        started = time.monotonic()
        _end(_start(target.work))
        seconds = time.monotonic() - started
        editions.append(target.standing())
    bound = target.kept()
    first, second = editions[2], editions[3]
    assert first != second, "the two states have to differ"
    for number in range(rounds):
        old, new = (second, first) if number % 2 == 0 else (first, second)
        target.edit(number % 2)
        moment = chance.uniform(0.0, seconds * 1.1)
        process = _start(target.work)
        hit = _wait_and_kill(process, moment, chance if child else None)
        wrong = [] if not child or process.exitcode in (0, 2) else [f"the run ends with {process.exitcode}"]
        standing = target.standing()
        if standing not in (old, new) and not target.mixed(standing, old, new):
            wrong.append("neither the old nor the new stands whole")
        if left := _descendants(process.pid or 0):
            wrong.append(f"processes outlive it: {left}")
        again = _start(target.work)
        code = _end(again)
        if code != 0:
            wrong.append(f"the next run ends with {code}")
        if target.standing() != new:
            wrong.append("the next run does not make the new")
        wrong += [f"left behind: {name}" for name in target.litter()]
        outcome.add(
            target.name if hit else f"{target.name} (had ended)",
            *(f"{fault} (round {number}, {moment:.3f} s)" for fault in wrong),
        )
    files, size = target.kept()
    if files > bound[0] * 2 + 4 or size > bound[1] * 2 + 100_000:
        outcome.faults.append(f"{target.name}: caches grew from {bound} to {(files, size)} files and bytes")


def _start(work: Callable[[], object]) -> Any:
    """``work`` in a process and session of its own, which can be told by its id from all others."""
    process = multiprocessing.get_context("fork").Process(target=_alone, args=(work,))
    process.start()
    return process


def _alone(work: Callable[[], object]) -> None:
    sys.settrace(None)  # What is killed writes no coverage down, and measuring it takes as long again.
    os.setsid()
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    try:
        work()
    except (Failure, Died):
        sys.exit(2)


def _end(process: Any) -> int | None:
    """The exit code; a process that does not end in time is killed."""
    process.join(PATIENCE)
    if process.exitcode is None:
        process.kill()
        process.join()
    return int(process.exitcode)


def _wait_and_kill(process: Any, moment: float, chance: random.Random | None) -> bool:
    """Kill ``process`` after ``moment`` seconds, or with ``chance`` one of its children; whether there was one."""
    process.join(moment)
    if chance is None:
        running = process.exitcode is None
        process.kill()
        process.join()
        return running
    while not (children := [pid for pid in _session(process.pid) if pid != process.pid]) and process.is_alive():
        process.join(0.005)
    if children:
        with suppress(ProcessLookupError):
            os.kill(chance.choice(children), signal.SIGKILL)
    _end(process)
    return bool(children)


def _descendants(session: int, seconds: float = 5.0) -> list[int]:
    """Processes of ``session`` that are still there after ``seconds``."""
    end = time.monotonic() + seconds
    while (left := _session(session)) and time.monotonic() < end:
        time.sleep(0.01)
    return left


def _session(session: int) -> list[int]:
    return sorted(pid for pid in _processes() if _session_of(pid) == session)


def _processes() -> Iterator[int]:
    return (int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal())


def _session_of(pid: int) -> int | None:
    """The session of a process that still runs; None for one that ended and waits to be fetched."""
    try:
        state, _, _, session = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()[:4]
    except (OSError, ValueError):
        return None
    return int(session) if state != "Z" else None


# --- what is killed --------------------------------------------------------------------------------------------------


def build_target(folder: Path, posters: Any, services: int = 12, anew: bool = False) -> Target:
    """``gongshi build``, with a plain engine in place of MkDocs; an edit changes records and prose.

    With ``anew`` it also removes the cache, so that all is made again, which takes several processes.
    """
    sound = minimal_content()[SERVICE]
    more = {
        f"services/s{n}.yml": sound.replace("linshi-jiuzhu", f"s{n}").replace(
            "name: 临时救助\n", f"name: 事项{n}号\n", 1
        )
        for n in range(services)
    }
    project = make_project(folder / f"build-{posters}", more)

    def edit(state: int) -> None:
        if anew:
            shutil.rmtree(project / ".cache", ignore_errors=True)
        text = sound.replace("家里突然遇到难处", "家里突然遇到大难处") if state else sound
        write_content(project / "content", {SERVICE: text, "pages/about.md": f"# 关于\n\n第{state}版。\n"})

    def litter() -> list[str]:
        beside = [path for path in project.iterdir() if path.name.endswith((".previous", ".part"))]
        stages = [path for path in project.iterdir() if ".staging" in path.name and not is_spare(path)]
        parts = [path for path in (project / ".cache").rglob("*") if path.name.endswith(".part")]
        new = list((project / ".cache/gongshi/frames").glob("new*"))
        return [path.relative_to(project).as_posix() for path in (*beside, *stages, *parts, *new)]

    def standing() -> Tree:
        previous = project / ".site.previous"
        return tree(project / "site") or tree(previous)

    name = "build killed" if posters == "none" else "build with posters killed"
    return Target(
        name,
        edit,
        lambda: publish_project(project, FakeEngine(), posters, workers=2),
        standing,
        litter,
        lambda: _size(project / ".cache"),
    )


def import_target(folder: Path) -> Target:
    """``results import``: the description (.yml) may be new and the rows old; then nothing is published until it ran."""
    project = make_project(folder / "import")
    register = folder / "台账.csv"
    results = project / "content/results"

    def edit(state: int) -> None:
        rows = [f"XG-{n:04},临时救助,杨*,2026-07-01,2026-07-{13 + state},办结" for n in range(1, 400)]
        register.write_text("\n".join(["收件编号,事项,申请人,受理日期,办结日期,办理结果", *rows, ""]), "utf-8")

    def work() -> None:
        request = ImportRequest(register, project, project / "content", "2026-Q3", TODAY, None, None)
        clerk = dialogue.Clerk(
            False, lambda _: None, lambda *_: "", lambda _: True, lambda: nullcontext(lambda *_: None)
        )
        dialogue.run(request, dialogue.Wishes("登记有误", True, False), clerk)

    def mixed(standing: Tree, old: Tree, new: Tree) -> bool:
        return standing == {**old, "2026-Q3.yml": new["2026-Q3.yml"]} or standing == {
            **new,
            "2026-Q3.csv": old["2026-Q3.csv"],
        }

    def litter() -> list[str]:
        return [path.name for path in (project / "content").rglob("*.part")]

    return Target("results import killed", edit, work, lambda: _finished(results), litter, lambda: (0, 0), mixed)


def _finished(folder: Path) -> Tree:
    """The files of a folder but those that were being written, which the next run has to clear."""
    return {name: data for name, data in tree(folder).items() if not name.endswith(".part")}


def posters_target(folder: Path) -> Target:
    """``posters --out``: each file is whole, whichever of the two editions it is of."""
    project, out = make_project(folder / "posters"), folder / "wall"
    sound = minimal_content()[SERVICE]

    def edit(state: int) -> None:
        text = sound.replace("家里突然遇到难处", "家里突然遇到大难处") if state else sound
        write_content(project / "content", {SERVICE: text})

    def work() -> None:
        request = PosterRequest(("linshi-jiuzhu", "shouwen-fuze"), out)
        list(print_posters.print_posters(request, open_project(project), TODAY))

    def mixed(standing: Tree, old: Tree, new: Tree) -> bool:
        return all(
            data in (old.get(name), new.get(name)) for name, data in standing.items() if not name.endswith(".part")
        )

    def litter() -> list[str]:
        return [path.name for path in out.iterdir() if path.suffix != ".pdf"]

    return Target("posters --out killed", edit, work, lambda: _finished(out), litter, lambda: _size(out), mixed)


def _size(folder: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def run(folder: Path, seed: int, size: float = 1.0) -> Outcome:
    """300 kills of builds, 100 of imports, of posters and of workers; ``size`` is the share of them."""
    outcome, chance = Outcome(), random.Random(seed)
    _warm()
    kill_often(build_target(folder / "a", "none"), round(220 * size), chance, outcome)
    kill_often(build_target(folder / "b", "changed"), round(80 * size), chance, outcome)
    kill_often(import_target(folder), round(100 * size), chance, outcome)
    kill_often(posters_target(folder), round(100 * size), chance, outcome)
    worker = build_target(folder / "c", "none", services=40, anew=True)
    worker.name = "worker of a build killed"
    kill_often(worker, round(100 * size), chance, outcome, child=True)
    return outcome


def _warm() -> None:
    """Import now what builds import when they use it, so that each round does not pay for it."""
    assert Press and find_fonts()
