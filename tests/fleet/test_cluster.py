"""A fleet on a Dask cluster over TCP: the same bytes as on this machine, whoever is killed meanwhile."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from fleet_builder import DAY, GUIDE, build_fleet, edit, make_fleet, outcomes, sites
from project_builder import leftovers, run, tree

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="reads /proc to find processes")]
BUILD = ("generator", "fleet", "build", "--posters", "none", "--today", DAY)
HALLS = ("a", "b", "c", "d")


@dataclass
class Cluster:
    """The address of a scheduler, its process, and that which keeps the workers."""

    address: str
    scheduler: "subprocess.Popen[bytes]"
    nanny: "subprocess.Popen[bytes]"

    def workers(self) -> list[int]:
        """The processes of the workers, and those that build for them."""
        found = [self.nanny.pid]
        for parent in found:
            for thread in Path(f"/proc/{parent}/task").glob("*/children"):
                found += map(int, thread.read_text().split())
        return found[1:]


@contextmanager
def started(folder: Path) -> Iterator[Cluster]:
    """A scheduler and two workers, by Dask's own commands."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    address, dask = f"tcp://127.0.0.1:{port}", str(Path(sys.executable).with_name("dask"))
    own = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    commands = (
        ("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard"),
        ("worker", address, "--nworkers", "2", "--nthreads", "1", "--no-dashboard", "--local-directory", str(folder)),
    )
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": own}
    processes = [subprocess.Popen([dask, *command], **quiet) for command in commands]
    try:
        yield Cluster(address, *processes)
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster for the tests that leave it as it is."""
    with started(tmp_path_factory.mktemp("workers")) as running:
        yield running


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fleet built in this process."""
    root = make_fleet(tmp_path_factory.mktemp("pool") / "fleet", HALLS)
    assert outcomes(build_fleet(root)) == dict.fromkeys(HALLS, "published")
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A fleet that was never built."""
    return make_fleet(tmp_path / "fleet", HALLS)


def test_cluster_gives_the_same_bytes_and_goes_on_from_there(cluster: Cluster, root: Path, built: Path) -> None:
    """A first run, one without a change, and one after an edit that finds on the workers what was built before."""
    on_cluster = (*BUILD, "--scheduler", cluster.address)

    first = run(*on_cluster, cwd=root)
    second = run(*on_cluster, cwd=root)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert sites(root) == sites(built)
    assert "没有变化4个" in second.stderr
    edit(root / "layers" / "province" / GUIDE, "name: 临时救助", "name: 临时困难救助")
    third = run(*on_cluster, cwd=root)
    assert "更新4个" in third.stderr
    kept = sorted(path.parent.name + path.suffix for path in (root / ".cache" / "fleet-store").rglob("*.*"))
    assert kept == sorted([f"{hall}{suffix}" for hall in HALLS for suffix in (".json", ".zip")] + ["layers.zip"] * 5)
    here = make_fleet(root.parent / "here", HALLS)
    edit(here / "layers" / "province" / GUIDE, "name: 临时救助", "name: 临时困难救助")
    build_fleet(here)
    assert sites(root) == sites(here)
    assert [name for name in leftovers(root / "sites") if ".part" in name or ".previous" in name] == []


def test_hall_that_fails_on_the_cluster_is_told_as_at_home(cluster: Cluster, root: Path) -> None:
    """With the file of the layer on the machine of the county, not with a folder of the worker."""
    edit(root / "halls/b/site.yml", "phone: 0301-0000100", "phone: 好")

    done = run(*BUILD, "--scheduler", cluster.address, cwd=root)

    assert done.returncode == 1
    assert "halls/b/site.yml:7:10 [phone/shape]" in done.stdout
    assert sorted(path.name for path in (root / "sites").iterdir() if not path.name.startswith(".")) == ["a", "c", "d"]


def test_cluster_publishes_what_is_approved_and_remembers_it(cluster: Cluster, tmp_path: Path) -> None:
    """Sign-off, the journal, folders beside the site: those of this machine, to the byte but for moments."""
    roots = []
    for name in ("there", "here"):
        root = make_fleet(tmp_path / name, ("a", "b"))
        with (root / "halls/a/site.yml").open("a", encoding="utf-8", newline="\n") as file:
            file.write("sign_off:\n  roles: [终审]\n")
        (root / "kept/a/archive").mkdir(parents=True)
        text = (root / "fleet.yml").read_text("utf-8").replace("/a/'}", "/a/', channels: [embed, portable]}")
        (root / "fleet.yml").write_text(text, "utf-8")
        approve = ("generator", "approve", "--role", "终审", "--hall", "a", "--yes", "--today", DAY)
        assert run(*approve, cwd=root).returncode == 0
        edit(root / "layers" / "province" / GUIDE, "家里突然遇到难处", "家里一时过不去")
        where = ("--scheduler", cluster.address) if name == "there" else ("--workers", "1")
        done = run(*BUILD, *where, cwd=root)
        assert done.returncode == 0, done.stderr
        assert "a：档案：已记下第 1 次发布" in done.stderr
        roots.append(root)
    there, here = roots

    assert sites(there) == sites(here)
    assert {"a-embed/gongshi-manifest.json", "a-portable.zip"} <= sites(here).keys()
    assert (there / "sites" / ".a.built").read_bytes() == (here / "sites" / ".a.built").read_bytes()
    page = "sites/{}/services/linshi-jiuzhu/index.html"
    assert "家里突然遇到难处" in (there / page.format("a")).read_text("utf-8")
    assert "家里一时过不去" in (there / page.format("b")).read_text("utf-8")
    kept = [tree(root / "kept") for root in roots]
    moments = {"a/archive/publications/000001.json"}
    assert kept[0].keys() == kept[1].keys() > moments
    assert [name for name in kept[0] if kept[0][name] != kept[1][name] and name not in moments] == []


def test_halls_of_a_killed_worker_are_built_by_others(root: Path, built: Path, tmp_path: Path) -> None:
    """All sites are whole and right in the end."""
    with started(tmp_path / "workers") as running:
        stop = threading.Event()

        def kill_some() -> None:
            while len(running.workers()) < 4 and not stop.wait(0.1):
                pass
            for victim in running.workers()[:1]:
                os.kill(victim, signal.SIGKILL)

        killer = threading.Thread(target=kill_some)
        killer.start()
        done = run(*BUILD, "--scheduler", running.address, cwd=root)
        stop.set()
        killer.join()

    assert done.returncode == 0, done.stderr + done.stdout
    assert sites(root) == sites(built)


def test_killed_scheduler_leaves_every_site_whole_and_the_next_run_does_the_rest(
    root: Path, built: Path, tmp_path: Path
) -> None:
    """The command says what happened, in time; what had arrived stands, and what was finished is not built again."""
    with started(tmp_path / "workers") as running:

        def kill_when_one_is_there() -> None:
            while not list((root / "sites").glob("[a-d]")):
                time.sleep(0.05)
            running.scheduler.kill()

        killer = threading.Thread(target=kill_when_one_is_there)
        killer.start()
        done = run(*BUILD, "--scheduler", running.address, cwd=root)
        killer.join()
    there = {path.name for path in (root / "sites").glob("[a-d]")}

    assert done.returncode == 2, done.stderr
    assert "集群" in done.stderr
    assert "Traceback" not in done.stderr
    for hall in there:
        assert tree(root / "sites" / hall) == tree(built / "sites" / hall)
    rest = outcomes(build_fleet(root))
    assert {hall for hall, outcome in rest.items() if outcome == "same"} >= there - {"d"} or len(there) < len(HALLS)
    assert sites(root) == sites(built)


@pytest.mark.parametrize("where", ["tcp://127.0.0.1:1", "nonsense"])
def test_cluster_that_is_not_there_is_told(root: Path, where: str) -> None:
    """With its address and what to look for."""
    done = run(*BUILD, "--scheduler", where, cwd=root)

    assert done.returncode == 2
    assert "集群" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_lost_or_spoiled_in_the_store_is_made_again(cluster: Cluster, root: Path, built: Path) -> None:
    """What the store says is believed only as far as its hashes go."""
    on_cluster = (*BUILD, "--scheduler", cluster.address)
    assert run(*on_cluster, cwd=root).returncode == 0
    store = root / ".cache" / "fleet-store"
    for number, pack in enumerate(sorted(store.rglob("*.zip"))):
        if number % 2:
            pack.write_bytes(b"spoiled")
        else:
            pack.unlink()
    shutil.rmtree(root / "sites")

    first, second = (run(*on_cluster, cwd=root) for _ in range(2))

    assert "Traceback" not in first.stderr + second.stderr
    assert second.returncode == 0, second.stderr
    assert sites(root) == sites(built)
