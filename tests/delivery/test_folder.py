"""folder: a disk that is full, or read-only; a publish that is killed; a library that is not installed."""

import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from delivery_sites import FIRST, SECOND, WITHDRAWN, Pauses, make_site, online, way

from generator.delivery import opening
from generator.delivery.deliver import deliver
from generator.delivery.folder import FolderTarget
from generator.delivery.site import open_site
from generator.delivery.target import StillOnline, TargetFailed
from generator.system.environment import NotReady

NOBODY = 65_534
LARGE = {**FIRST, "posters/dibao.pdf": b"%PDF" * 50_000}

SLOW = """
import sys, time
from pathlib import Path
from generator.delivery import folder
from generator.delivery.deliver import Way, deliver
from generator.delivery.site import open_site
place = folder.place
def slowly(*arguments):
    place(*arguments)
    print("placed", flush=True)
    time.sleep(0.05)
folder.place = slowly
deliver(open_site(Path(sys.argv[1])), folder.FolderTarget(Path(sys.argv[2])), Way())
"""
"""A publish that tells of each file, and takes its time."""


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file can grow larger, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


@contextmanager
def as_nobody() -> Iterator[Path]:
    """A folder of somebody else's, who may read it only, and this process as that somebody; root may write anywhere."""
    with tempfile.TemporaryDirectory() as name:
        folder, user = Path(name), os.geteuid()
        folder.chmod(0o755)
        make_site(folder / "site", FIRST)
        make_site(folder / "site-2", SECOND)
        (folder / "www").mkdir()
        if user == 0:
            os.chown(folder / "www", NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(user)
            for path in [folder, *folder.rglob("*")]:
                path.chmod(0o755)


def test_a_disk_that_is_full_leaves_no_half_file(tmp_path: Path) -> None:
    """The file is named, nothing refers to it, and with more room a new run completes it."""
    site, www = make_site(tmp_path / "site", LARGE), tmp_path / "www"

    with files_of_at_most(100_000), pytest.raises(TargetFailed, match=r"posters/dibao\.pdf"):
        deliver(site, FolderTarget(www), way())
    assert "index.html" not in online(www)
    assert all(LARGE[name] == data for name, data in online(www).items())
    assert {path.name for path in (www / ".gongshi").iterdir()} == {"sending.json"}

    deliver(site, FolderTarget(www), way(token="two"))
    assert online(www) == LARGE


def test_a_folder_that_is_read_only_is_told(tmp_path: Path) -> None:
    """At once, with the reason."""
    with as_nobody() as folder:
        (folder / "www").chmod(0o555)
        with pytest.raises(TargetFailed, match="没有权限"):
            deliver(open_site(folder / "site"), FolderTarget(folder / "www"), way())


def test_a_file_that_may_not_be_removed_is_loud_and_goes_when_it_may(tmp_path: Path) -> None:
    """By the system itself: the folder that it is in became read-only, until the third pause."""
    with as_nobody() as folder:
        www = folder / "www"
        deliver(open_site(folder / "site"), FolderTarget(www), way())
        held = (www / WITHDRAWN).parent
        held.chmod(0o555)
        second = open_site(folder / "site-2")
        with pytest.raises(StillOnline) as caught:
            deliver(second, FolderTarget(www), way(sleep=Pauses()))
        assert caught.value.left == {WITHDRAWN: "没有权限，或者被别的程序打开着"}

        deliver(second, FolderTarget(www), way(sleep=Pauses(lambda: held.chmod(0o755))))
        assert online(www) == SECOND


@pytest.mark.parametrize("placed", [1, 3, 7])
def test_a_publish_that_is_killed_is_completed_by_the_next(tmp_path: Path, placed: int) -> None:
    """By the system, in the middle of a file or between two."""
    site, www = make_site(tmp_path / "site", LARGE), tmp_path / "www"
    process = subprocess.Popen([sys.executable, "-c", SLOW, str(site.folder), str(www)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    for _ in range(placed):
        assert process.stdout.readline() == b"placed\n"
    process.kill()
    process.wait()
    assert all(LARGE[name] == data for name, data in online(www).items())
    assert not (www / ".gongshi/delivered.json").exists()

    deliver(site, FolderTarget(www), way())

    assert online(www) == LARGE
    assert [path.name for path in (www / ".gongshi").iterdir()] == ["delivered.json"]


def test_two_processes_at_once_leave_one_of_the_two_sites(tmp_path: Path) -> None:
    """The earlier ends with an error; what it had sent is not left behind."""
    first, second, www = make_site(tmp_path / "site", FIRST), make_site(tmp_path / "site-2", SECOND), tmp_path / "www"
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(first.folder), str(www)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    for _ in range(4):
        process.stdout.readline()
    deliver(second, FolderTarget(www), way(token="two"))
    _, told = process.communicate(timeout=30)

    assert process.returncode != 0 and b"Overtaken" in told
    deliver(second, FolderTarget(www), way(token="three"))
    assert online(www) == SECOND
    assert [path.name for path in (www / ".gongshi").iterdir()] == ["delivered.json"]


def test_a_library_that_is_missing_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    for name, target in (("obstore", "s3://hall/x"), ("paramiko", "sftp://hall@host/x")):
        monkeypatch.setitem(sys.modules, name, None)
        for module in ("object_store", "sftp"):
            monkeypatch.delitem(sys.modules, f"generator.delivery.{module}", raising=False)
            monkeypatch.delattr(f"generator.delivery.{module}", raising=False)

        with pytest.raises(NotReady, match=r'pip install "gongshi\[publish\]"'):
            opening.open_target(target)
