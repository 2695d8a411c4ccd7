"""What fleets cost: first builds, one provincial edit, on this machine's processes and on a Dask cluster of it.

    python bench/fleet.py [pool] [edit] [memory] [dask] [kill] [--halls 300] [--guides 45] [--small 3000] [--workers 2]
    python bench/fleet.py demo FOLDER
    python bench/fleet.py corpus FOLDER [--halls 300] [--guides 45]

``demo``    the county of ``examples/fleet`` into FOLDER, on processes and on a cluster: ``make fleet-demo``
``corpus``  write a fleet and leave it there: a province with long guides, and halls with what is their own
``pool``    a first build of all halls, without sheets, on a warm pool of processes
``edit``    one guide of the province changed: what is built again, and nothing changed: what it costs to see it
``memory``  what each worker holds at most, after the first halls and after the last
``dask``    the same first build on a scheduler and workers that this command starts; the same bytes
``kill``    ``--small`` halls with two guides each on the cluster, while workers are killed at random: what is right in
            the end, and how many halls were begun more often than once

Seconds are of wall time for a hall: of the whole command, divided by the halls. Run nothing else meanwhile.
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import corpus
import edits
from measure import GONGSHI, ROOT, environment, family, forget

TODAY = "2026-11-28"
FLEET = (*GONGSHI, "fleet", "build", "--posters", "none", "--json", "--today", TODAY)
MOST_COLD, MOST_EDIT, MOST_DASK, MOST_MEBIBYTES = 0.35, 0.12, 1.25, 400
"""Seconds a hall, the same after one edit, times the pool, and MiB of a worker: what is to be reached."""

KILLS = 10
PORT = 8799


def write_fleet(folder: Path, halls: int, guides: int) -> None:
    """A province with so many long guides, and halls that differ in name, address and telephone."""
    corpus.write_content(folder / "layers", guides, "long")
    (folder / "layers" / "content").rename(folder / "province")
    (folder / "layers" / "mkdocs.yml").unlink()
    (folder / "layers").rmdir()
    (folder / "province" / "site.yml").unlink()
    listed = []
    for number in range(halls):
        own = folder / "halls" / f"h{number}"
        own.mkdir(parents=True)
        said = corpus.SITE.replace("测速县便民服务大厅", f"测速{number}镇便民服务中心")
        (own / "site.yml").write_text(said.replace("快路1号", f"快路{number}号"), "utf-8")
        address = f"https://fleet-bench.example/h{number}/"
        place = f"测速{number // 20}县"
        listed.append(f"  - {{id: h{number}, folder: halls/h{number}, place: {place}, address: '{address}'}}\n")
    layers = "layers:\n  - {id: province, name: 省, folder: province}\n"
    (folder / "fleet.yml").write_text(f"name: 测速省\n{layers}halls:\n{''.join(listed)}", "utf-8")


def built(folder: Path, *options: str) -> tuple[float, list[dict[str, object]]]:
    """Seconds of a run, and what it tells of each hall. Ends the bench with what it tells of those that failed."""
    os.sync()
    begun = time.perf_counter()
    done = subprocess.run([*FLEET, *options], cwd=folder, env=environment(), capture_output=True)
    taken = time.perf_counter() - begun
    told = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode:
        failed = [f"{one['hall']}: {one['told']} {one['problems']}" for one in told if one["outcome"] == "failed"]
        sys.exit("\n".join((done.stderr.decode(), *failed)))
    return taken, told


def report(work: str, taken: float, halls: int, goal: float | None = None) -> None:
    """Print a row."""
    aim = f", goal {goal:g}" if goal else ""
    print(f"{work}: {taken:.1f} s, {taken / halls:.3f} s a hall{aim}", flush=True)


def pool(folder: Path, given: argparse.Namespace) -> float:
    """A first build of all halls."""
    forget(folder)
    taken, told = built(folder, "--workers", str(given.workers))
    report(f"{len(told)} halls x {given.guides} guides, pool", taken, len(told), MOST_COLD)
    most = [int(str(one["mebibytes"])) for one in told]
    print(
        f"memory of a worker: {most[len(most) // 10]} MiB after a tenth, {max(most)} MiB at most, goal {MOST_MEBIBYTES}"
    )
    return taken


def edit(folder: Path, given: argparse.Namespace) -> None:
    """One guide of the province changed, then nothing."""
    edits.new_summary(folder / "province" / "services" / "s7.yml")
    before = {path: path.stat().st_mtime_ns for path in folder.glob("sites/h0/**/*.html")}
    taken, told = built(folder, "--workers", str(given.workers))
    report("one provincial guide changed", taken, len(told), MOST_EDIT)
    changed = sum(path.stat().st_mtime_ns != before.get(path) for path in folder.glob("sites/h0/**/*.html"))
    print(f"pages made again in a hall: {changed} of {len(before)}")
    taken, told = built(folder, "--workers", str(given.workers))
    report("nothing changed", taken, len(told))


@dataclass
class Cluster:
    """A scheduler at ``address``, and the process that starts the workers."""

    address: str
    nanny: int


@contextlib.contextmanager
def cluster(folder: Path, workers: int) -> Iterator[Cluster]:
    """A scheduler and workers on this machine, over TCP; workers make halls in memory where the system offers it."""
    dask = str(Path(sys.executable).with_name("dask"))
    address = f"tcp://127.0.0.1:{PORT}"
    counting = str(Path(__file__).with_name("begun_halls.py"))
    own = {**environment(), "BEGUN_HALLS": str(folder / "begun")}
    memory = Path("/dev/shm")  # noqa: S108  # a folder of our own in it
    with (
        tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as scratch,
        (folder / "dask.log").open("w") as log,
    ):
        begun = [
            subprocess.Popen([dask, *command], stdout=log, stderr=log, env=own, cwd=folder)
            for command in (
                ("scheduler", "--host", "127.0.0.1", "--port", str(PORT), "--no-dashboard", "--preload", counting),
                (
                    "worker",
                    address,
                    "--nworkers",
                    str(workers),
                    "--nthreads",
                    "1",
                    "--no-dashboard",
                    *("--local-directory", scratch),
                ),
            )
        ]
        try:
            time.sleep(8)
            yield Cluster(address, begun[1].pid)
        finally:
            for process in reversed(begun):
                process.terminate()
                process.wait()


def dask(folder: Path, given: argparse.Namespace, on_pool: float | None) -> None:
    """The same first build on a cluster."""
    kept = sites(folder)
    forget(folder)
    with cluster(folder, given.workers) as running:
        taken, told = built(folder, "--scheduler", running.address)
    report("the same on Dask", taken, len(told))
    if on_pool:
        print(f"{taken / on_pool:.2f} times the pool, goal {MOST_DASK}")
    print(f"the same bytes: {sites(folder) == kept}")


def kill(given: argparse.Namespace) -> None:
    """Small halls on a cluster whose workers are killed at random."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_fleet(folder, given.small, 2)
        killed: list[int] = []
        with cluster(folder, given.workers) as running:
            stop = threading.Event()
            killer = threading.Thread(target=_kill_now_and_then, args=(stop, running.nanny, given, killed))
            killer.start()
            try:
                taken, told = built(folder, "--scheduler", running.address)
            finally:
                stop.set()
                killer.join()
        report(f"{given.small} small halls, {len(killed)} workers killed", taken, len(told))
        begun = (folder / "begun").read_text().split()
        print(f"halls begun: {len(begun)}, so {len(begun) - len(set(begun))} once more")
        on_cluster = sites(folder)
        forget(folder)
        built(folder, "--workers", str(given.workers))
        print(f"the same bytes as on the pool: {sites(folder) == on_cluster}")


def _kill_now_and_then(stop: threading.Event, nanny: int, given: argparse.Namespace, killed: list[int]) -> None:
    """Kill a worker, or the process that builds for it, ten times in all; each time another part of the run has passed."""
    chance = random.Random(given.small)  # noqa: S311  # nothing secret
    longest = given.small * given.pause / KILLS
    for _ in range(KILLS):
        if stop.wait(chance.uniform(0.3, 1.0) * longest):
            return
        workers = [pid for pid in family(nanny)[1:] if _is_worker(pid)]
        if not workers:
            continue
        victim = chance.choice(workers)
        with contextlib.suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
            killed.append(victim)


def _is_worker(pid: int) -> bool:
    """Whether a process is a worker, or builds for one; not the gate that one of them has begun for a hall.

    That one is a copy of the process that began it, with the same command.
    """
    try:
        parent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1]
        own, above = (Path(f"/proc/{one}/cmdline").read_bytes() for one in (pid, parent))
    except OSError:
        return False
    return b"spawn_main" in own and own != above


def demo(folder: Path, workers: int) -> None:
    """Build the invented county twice, with its sheets; ends with 1 where the sites differ."""
    made = []
    for name in ("pool", "dask"):
        place = folder / name
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(ROOT / "examples" / "fleet", place)
        command = [*GONGSHI, "fleet", "build"]
        if name == "pool":
            subprocess.run(command, cwd=place, env=environment(), check=True)
        else:
            with cluster(place, workers) as running:
                subprocess.run([*command, "--scheduler", running.address], cwd=place, env=environment(), check=True)
        made.append(sites(place))
    print(f"the same bytes: {made[0] == made[1]}, {len(made[0])} files; see {folder / 'dask'}")
    sys.exit(int(made[0] != made[1]))


def sites(folder: Path) -> dict[str, bytes]:
    """Every file of every site."""
    root = folder / "sites"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.glob("[!.]*/**/*"))
        if path.is_file()
    }


def main() -> None:
    """Write the fleet, measure what is asked for, print a row for each figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("works", nargs="*", default=["pool", "edit", "dask"])
    parser.add_argument("--halls", type=int, default=300)
    parser.add_argument("--guides", type=int, default=45)
    parser.add_argument("--small", type=int, default=3_000)
    parser.add_argument("--pause", type=float, default=0.15, help="seconds that a small hall takes, about")
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    if given.works[0] == "demo":
        demo(Path(given.works[1]), given.workers)
        return
    if given.works[0] == "corpus":
        write_fleet(Path(given.works[1]), given.halls, given.guides)
        return
    with tempfile.TemporaryDirectory() as name:
        folder, on_pool = Path(name), None
        if {"pool", "edit", "dask"} & set(given.works):
            write_fleet(folder, given.halls, given.guides)
            on_pool = pool(folder, given)
        if "edit" in given.works:
            edit(folder, given)
        if "dask" in given.works:
            dask(folder, given, on_pool)
    if "kill" in given.works:
        kill(given)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
