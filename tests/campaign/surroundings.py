"""Computers that are full, poor, old or oddly set up: a message or a whole site, and the next build works as always."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from campaign import serving
from campaign.outcome import Outcome
from content_builder import TODAY, minimal_content, write_content
from fake_engine import FakeEngine
from project_builder import DAY, is_spare, make_project, publish_project, tree

SERVICE = "services/linshi-jiuzhu.yml"
BUILD = (sys.executable, "-m", "generator", "build", "--posters", "none", "--today", DAY)
CHECK = (sys.executable, "-m", "generator", "check", "--today", DAY)
MIB = 1024 * 1024
SECONDS = 120


class Place:
    """A project that was built once with MkDocs and then edited: what stands is the old site or the new."""

    def __init__(self, folder: Path, name: str = "大厅 项目") -> None:
        self.project = make_project(folder / name)
        self.edits = 0
        self.build()

    def edit(self) -> None:
        """Change a record and the prose, so that pages and frame are made anew."""
        self.edits += 1
        text = minimal_content()[SERVICE].replace("家里突然遇到难处", f"家里第{self.edits}次遇到难处")
        write_content(self.project / "content", {SERVICE: text, "pages/about.md": f"# 关于\n\n第{self.edits}版。\n"})

    def build(self, **how: object) -> "subprocess.CompletedProcess[bytes]":
        """``gongshi build``, in a process of its own."""
        return call(BUILD, self.project, **how)

    def trial(self, what: str, outcome: Outcome, **how: object) -> None:
        """Edit, build ``how``, look at what stands, and build again as always."""
        old = tree(self.project / "site")
        self.edit()
        done = self.build(**how)
        standing = tree(self.project / "site")
        faults = list(unfit(done))
        again = self.build()
        new = tree(self.project / "site")
        if standing not in (old, new) or (done.returncode == 0) != (standing == new):
            faults.append(f"exit {done.returncode}, and neither the old nor the new site stands whole")
        if again.returncode != 0 or old == new:
            faults.append(f"the next build ends with {again.returncode}: {said(again)}")
        faults += (f"left behind: {name}" for name in litter(self.project))
        outcome.add(what, *faults)


def call(
    command: tuple[str, ...],
    folder: Path,
    env: Mapping[str, str] | None = None,
    before: Callable[[], object] | None = None,
) -> "subprocess.CompletedProcess[bytes]":
    """Run ``command``; ``env`` replaces the environment, ``before`` is called in the process first."""
    try:
        return subprocess.run(
            command,
            cwd=folder,
            env=env,
            preexec_fn=before,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        return subprocess.CompletedProcess(command, -signal.SIGALRM, error.stdout or b"", error.stderr or b"")


def unfit(done: "subprocess.CompletedProcess[bytes]") -> Iterator[str]:
    """What no command may say, or end with."""
    if b"Traceback" in done.stdout + done.stderr or b"Exception ignored" in done.stderr:
        yield f"a traceback: {said(done)}"
    if done.returncode not in (0, 1, 2):
        yield f"exit {done.returncode}: {said(done)}"
    if done.returncode == 2 and not (done.stdout + done.stderr).strip():
        yield "exit 2 without a word"


def said(done: "subprocess.CompletedProcess[bytes]") -> str:
    """The end of what a command said."""
    return (done.stdout + done.stderr).decode("utf-8", "replace")[-300:]


def litter(project: Path) -> list[str]:
    """What no finished build leaves beside the site."""
    beside = [
        path for path in project.iterdir() if path.name.endswith((".previous", ".part")) or ".staging" in path.name
    ]
    parts = list((project / ".cache").rglob("*.part"))
    return [path.name for path in (*beside, *parts) if path.name.endswith(".part") or not is_spare(path)]


def limited(kind: int, most: int) -> Callable[[], None]:
    """Sets a limit of the system for the process."""
    return lambda: resource.setrlimit(kind, (most, most))


def without_streams() -> None:
    """Close what every program may expect to be open."""
    for number in (0, 1, 2):
        os.close(number)


# --- the cases -------------------------------------------------------------------------------------------------------


def limits(place: Place, points: int, outcome: Outcome) -> None:
    """Files that cannot grow, few open files, little memory."""
    largest = max(len(data) for data in tree(place.project / "site").values())
    for point in range(points):
        size = round(largest * 1.2 * (point + 1) / points) if point else 0
        place.trial("file could not grow", outcome, before=limited(resource.RLIMIT_FSIZE, size))
    place.trial("64 open files", outcome, before=limited(resource.RLIMIT_NOFILE, 64))
    for mebibytes in (60, 100, 150, 200, 300, 500)[: max(2, points // 3)]:
        place.trial("little memory", outcome, before=limited(resource.RLIMIT_AS, mebibytes * MIB))


def settings(place: Place, outcome: Outcome) -> None:
    """No home, no UTF-8, closed streams, a strict umask, files of 1970 and 2099."""
    needed = {"PYTHONPATH": os.environ["PYTHONPATH"], "PATH": os.environ["PATH"]}
    place.trial("no home and no other variable", outcome, env=needed)
    ascii_only = {**needed, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    place.trial("no UTF-8 locale", outcome, env=ascii_only)
    place.trial("closed standard streams", outcome, before=without_streams)
    place.trial("umask 077", outcome, before=lambda: os.umask(0o077))
    for name, when in (("1970", 0), ("2099", 4_086_000_000)):
        for path in (place.project / "content").rglob("*"):
            os.utime(path, (when, when))
        place.trial(f"files of {name}", outcome)
    for day in ("1970-01-01", "2099-12-31"):
        done = call((*CHECK[:-1], day), place.project)
        outcome.add(f"clock of {day[:4]}", *unfit(done))


def full_disk(folder: Path, points: int, outcome: Outcome) -> bool:
    """A build on a file system that is too small, at ``points`` sizes; False where none can be mounted."""
    site = make_project(folder / "whole")
    publish_project(site)
    used = sum(len(data) + 4096 for data in tree(site / "site").values()) * 4
    for point in range(points):
        disk = folder / "disk"
        disk.mkdir(exist_ok=True)
        size = 120_000 + round(used * point / points)
        if subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], capture_output=True, check=False
        ).returncode:
            return False
        try:
            _build_on(disk, outcome)
        finally:
            subprocess.run(["umount", "-l", disk], check=False)
    return True


def _build_on(disk: Path, outcome: Outcome) -> None:
    faults = []
    try:
        project = make_project(disk / "p")
    except OSError:
        return
    done = call((sys.executable, "-c", _FAKE_BUILD), project)
    faults += unfit(done)
    standing = tree(project / "site")
    if (done.returncode == 0) != bool(standing):
        faults.append(f"exit {done.returncode} with {len(standing)} files")
    outcome.add("disk full", *faults)


_FAKE_BUILD = """
import sys
from pathlib import Path
sys.path[:0] = [p + "/tests" for p in sys.path if (Path(p) / "tests/fake_engine.py").exists()]
from unittest.mock import patch
from fake_engine import FakeEngine
import generator.cli.build as command
from generator.cli import main
with patch.object(command, "MkDocs", FakeEngine):
    main(["build", "--posters", "none", "--today", "2026-11-20"])
"""


def folders(folder: Path, outcome: Outcome) -> None:
    """Folders that are files, that vanish, or that lie on another file system."""
    place = Place(folder)
    cache = place.project / ".cache"
    shutil.rmtree(cache)
    cache.write_text("x")
    place.edit()
    outcome.add("file in place of the cache", *unfit(place.build()))
    cache.unlink()
    (place.project / "in the way").write_text("x")
    outcome.add(
        "file in place of a folder above the site",
        *unfit(call((*BUILD, "--site-dir", "in the way/site"), place.project)),
    )
    shutil.copytree(place.project, folder / "vanishing")
    for moment in (0.2, 0.5, 0.9):
        place.edit()
        done = _vanish(place.project, moment)
        outcome.add("content vanished meanwhile", *unfit(done))
        outcome.add("next build", *([] if place.build().returncode == 0 else ["does not work"]))
    with tempfile.TemporaryDirectory(dir="/dev/shm") as elsewhere:
        done = call((*BUILD, "--site-dir", f"{elsewhere}/site"), place.project)
        same = tree(Path(elsewhere) / "site") == tree(place.project / "site")
        outcome.add("site on another file system", *unfit(done), *([] if same else ["is not the same site"]))


def _vanish(project: Path, moment: float) -> "subprocess.CompletedProcess[bytes]":
    process = subprocess.Popen(BUILD, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(moment)
    (project / "content").rename(project / "moved")
    out, err = process.communicate(timeout=SECONDS)
    (project / "moved").rename(project / "content")
    return subprocess.CompletedProcess(BUILD, process.returncode, out, err)


def old_caches(folder: Path, rounds: int, chance: random.Random, outcome: Outcome) -> None:
    """Files of the cache cut short, emptied, foreign or replaced by a folder: the site is what a clean build makes."""
    project = make_project(folder / "cached")
    publish_project(project)
    for number in range(rounds):
        text = minimal_content()[SERVICE].replace("家里突然遇到难处", f"家里第{number}次遇到难处")
        write_content(project / "content", {SERVICE: text})
        files = [path for path in (project / ".cache").rglob("*") if path.is_file() and path.stat().st_nlink == 1]
        harmed = chance.sample(files, min(len(files), chance.randrange(1, 5)))
        for path in harmed:
            _harm(path, chance)
        try:
            publish_project(project)
            right = make_project(folder / "clean", {SERVICE: text})
            publish_project(right)
            faults = [] if tree(project / "site") == tree(right / "site") else ["the site is not that of a clean build"]
            shutil.rmtree(right)
        except Exception as error:
            faults = [f"{type(error).__name__} {error} after {[path.name for path in harmed]}"]
            shutil.rmtree(project / ".cache")
        outcome.add("cache cut, foreign or older", *faults)


def _harm(path: Path, chance: random.Random) -> None:
    data = path.read_bytes()
    kind = chance.randrange(5)
    path.unlink()
    if kind == 0:
        path.write_bytes(data[: len(data) // 2])
    elif kind == 1:
        path.write_bytes(b"")
    elif kind == 2:
        path.write_bytes(chance.randbytes(len(data)))
    elif kind == 3:
        path.mkdir()
    else:
        path.write_bytes(data.replace(b"1", b"2"))


def many_at_once(place: Place, outcome: Outcome) -> None:
    """Five builds started together beside a preview: each publishes or says that another runs; the preview goes on."""
    with serving.preview(place.project) as (_, port):
        _five_builds(place, outcome)
        place.edit()
        serving.wait_for(port, f"家里第{place.edits}次遇到难处".encode())
    outcome.add("next build", *([] if place.build().returncode == 0 else ["does not work"]))


def _five_builds(place: Place, outcome: Outcome) -> None:
    (place.project / ".site.lock").write_text("99999999")
    place.edit()
    builds = [
        subprocess.Popen(BUILD, cwd=place.project, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(5)
    ]
    faults = []
    for build in builds:
        out, err = build.communicate(timeout=SECONDS)
        faults += unfit(subprocess.CompletedProcess(BUILD, build.returncode, out, err))
    outcome.add("five builds and a preview at once", *faults)


def cut_pipes(folder: Path, outcome: Outcome) -> None:
    """``| head``: a reader that has seen enough is no fault."""
    broken = {f"notices/n{number}.yml": f"id: n{number}\n" for number in range(400)}
    project = make_project(folder / "many", broken)
    for command in (CHECK, BUILD, (*CHECK, "--json")):
        for lines in (0, 1):
            process = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            assert process.stdout and process.stderr
            for _ in range(lines):
                process.stdout.readline()
            process.stdout.close()
            complaint = process.stderr.read()
            code = process.wait(SECONDS)
            faults = (
                [] if b"Traceback" not in complaint and b"Exception" not in complaint else [complaint.decode()[-300:]]
            )
            outcome.add("output cut by head", *faults, *([] if code in (0, 1, 2) else [f"exit {code}"]))


def edited_sites(folder: Path, most: int, outcome: Outcome) -> None:
    """An edit within ``site/``, where posters share their file with the cache, is gone with the next build."""
    project = make_project(folder / "edited")
    publish_project(project, FakeEngine(), "changed")
    right = tree(project / "site")
    for address in sorted(right)[:: max(1, len(right) // most)]:
        with (project / "site" / address).open("r+b") as stream:
            stream.write(b"X")
        publish_project(project, FakeEngine(), "changed", today=TODAY)
        same = tree(project / "site") == right
        outcome.add("file of the site written to", *([] if same else [f"{address} stays as it was edited"]))


def run(folder: Path, seed: int, size: float = 1.0) -> Outcome:
    """Every case once, and the counted ones as often as ``size`` says."""
    outcome, chance = Outcome(), random.Random(seed)
    place = Place(folder)
    settings(place, outcome)
    limits(place, max(3, round(20 * size)), outcome)
    if not full_disk(folder, max(3, round(20 * size)), outcome):
        print("surroundings: no file system could be mounted, so no disk was really full", file=sys.stderr)
    folders(folder / "folders", outcome)
    old_caches(folder, max(3, round(100 * size)), chance, outcome)
    many_at_once(place, outcome)
    cut_pipes(folder, outcome)
    edited_sites(folder, 200, outcome)
    return outcome
