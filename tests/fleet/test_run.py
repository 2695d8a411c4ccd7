"""A run over the halls of a fleet: each site is that of a hall alone, and one that fails stops no other."""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from content_builder import TODAY
from fleet_builder import DAY, GUIDE, address, alone_project, build_fleet, edit, hall_name, make_fleet, outcomes, sites
from project_builder import publish_project, run, stamps, tree

from generator.build import assembly
from generator.build.outputs.output import File
from generator.engines.mkdocs import MkDocs
from generator.privacy import gate
from generator.privacy.verdict import Verdict
from generator.publish.staging import Stage

pytestmark = pytest.mark.slow
ALL = ("a", "b", "c")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fleet whose sites have been built."""
    root = make_fleet(tmp_path_factory.mktemp("built") / "fleet")
    assert outcomes(build_fleet(root)) == dict.fromkeys(ALL, "published")
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """A copy of it, whose sites count as untouched."""
    return Path(shutil.copytree(built, tmp_path / "fleet"))


def alone(root: Path, hall: str, folder: Path) -> dict[str, bytes]:
    """What ``gongshi build`` makes of the same content as that of one hall."""
    publish_project(alone_project(root, hall, folder), MkDocs())
    return tree(folder / "site")


@pytest.mark.parametrize("hall", ["a", "c"])
def test_site_is_that_of_the_hall_alone(built: Path, tmp_path: Path, hall: str) -> None:
    """To the last byte, whichever halls the process has built before it, and whatever their frames share."""
    assert tree(built / "sites" / hall) == alone(built, hall, tmp_path)


def test_sites_name_no_other_hall(built: Path) -> None:
    """Nothing of what halls share in a process gets from one to another."""
    for hall in ALL:
        others = [word for other in ALL if other != hall for word in (address(other), hall_name(other))]
        texts = {name: data.decode("utf-8", "replace") for name, data in tree(built / "sites" / hall).items()}
        assert any(hall_name(hall) in text for text in texts.values())
        assert [name for name, text in texts.items() for other in others if other in text] == []


def test_processes_of_this_machine_give_the_same_bytes(root: Path, built: Path) -> None:
    """The command, with two processes, from nothing; and a second run that does nothing."""
    for name in ("sites", ".cache"):
        shutil.rmtree(root / name)
    command = ("generator", "fleet", "build", "--posters", "none", "--today", DAY)

    first, second = (run(*command, "--workers", "2", cwd=root) for _ in range(2))

    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    assert sites(root) == sites(built)
    assert "更新3个" in first.stderr
    assert "没有变化3个" in second.stderr


def test_run_that_is_resumed_does_only_what_is_left(root: Path) -> None:
    """A hall without a site, and one whose site was touched; the others are not even opened."""
    shutil.rmtree(root / "sites" / "a")
    (root / "sites" / "c" / "index.html").write_bytes(b"x")
    before = stamps(root / "sites" / "b"), stamps(root / ".cache" / "fleet" / "b")

    assert outcomes(build_fleet(root)) == {"a": "published", "b": "same", "c": "published"}

    assert (stamps(root / "sites" / "b"), stamps(root / ".cache" / "fleet" / "b")) == before


def test_provincial_edit_makes_only_the_pages_that_show_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In every hall, at its next build; all other pages are taken over."""
    edit(root / "layers" / "province" / GUIDE, "name: 临时救助", "name: 临时困难救助")
    build_fleet(root)
    made: list[str] = []

    def noted(files: Sequence[File], stage: Stage, write: bool, site_path: str, number: int) -> Any:
        made.append(files[number].address)
        return make(files, stage, write, site_path, number)

    make = assembly._made
    monkeypatch.setattr(assembly, "_made", noted)
    edit(root / "layers" / "province" / GUIDE, "name: 临时困难救助", "name: 临时救助金")

    assert outcomes(build_fleet(root)) == dict.fromkeys(ALL, "published")

    page = "services/linshi-jiuzhu/index.html"
    assert all("临时救助金" in (root / "sites" / hall / page).read_text("utf-8") for hall in ALL)
    assert made.count(page) == len(ALL)
    others = ("regulations/", "disclosures/")  # a notice, a window and the results of a quarter name the service
    assert [name for name in made if name.startswith(others) and name.endswith(".html")] == []


def _replace_in_silence(root: Path) -> None:
    (root / "halls/b/services").mkdir()
    shutil.copy(root / "layers/province" / GUIDE, root / "halls/b" / GUIDE)


@pytest.mark.parametrize(
    ("spoil", "where", "line"),
    [
        (lambda root: edit(root / "halls/b/site.yml", "phone: 0301-0000100", "phone: 好"), "halls/b/site.yml", 7),
        (lambda root: (root / "halls/b/site.yml").unlink(), "halls/b/site.yml", 1),
        (lambda root: (root / "halls/b/notices/dibao-2026-11.yml").write_bytes(b"\xff\xfe\x00"), "halls/b/notices/dibao-2026-11.yml", 1),
        (_replace_in_silence, f"halls/b/{GUIDE}", 1),
    ],
    ids=["a field", "no settings of the hall", "odd bytes", "a record replaced in silence"],
)  # fmt: skip
def test_hall_that_fails_stops_no_other_and_keeps_its_site(
    root: Path, spoil: Callable[[Path], object], where: str, line: int
) -> None:
    """Its problems are told with the file and line of the layer in which they were written."""
    spoil(root)
    for hall in "ac":
        edit(root / "halls" / hall / "site.yml", "不远路1号", "不远路9号")
    before = tree(root / "sites" / "b")

    done = build_fleet(root)

    assert outcomes(done) == {"a": "published", "b": "failed", "c": "published"}
    errors = [problem for problem in done["b"].problems if problem.severity == "error"]
    assert (where, line) in [(problem.path, problem.line) for problem in errors]
    assert tree(root / "sites" / "b") == before


def test_private_data_in_one_hall_stops_only_its_site(root: Path) -> None:
    """And is not in what the run tells."""
    secret = "110101199001019999"
    edit(root / "halls/b/site.yml", "    - 收到意见后当场登记。", f"    - 收到意见后当场登记，证号{secret}。")

    done = build_fleet(root)

    assert outcomes(done) == {"a": "same", "b": "failed", "c": "same"}
    assert secret not in str(done)
    assert (root / "sites/b/index.html").is_file()


def _kill_the_gate(monkeypatch: pytest.MonkeyPatch, marks: Path, times: int, leak: bytes = b"") -> None:
    """Let so many processes of the gate be killed at the first page of a hall that says 不远路9号; ``leak`` is in another.

    Each leaves a mark.
    """

    def killed(
        policy: gate.ScanPolicy, clean: frozenset[str], alike: frozenset[str], file: gate.ScannedFile
    ) -> Verdict:
        name, data = file
        said = data.read_bytes() if isinstance(data, Path) else data
        number = len(list(marks.iterdir()))
        if name == "index.html" and "不远路9号".encode() in said and number < times:
            (marks / str(number)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return look(policy, clean, alike, (name, said + leak) if name.startswith("services/linshi") else file)

    marks.mkdir()
    look = gate._inspect
    monkeypatch.setattr(gate, "_inspect", killed)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the gate does not begin as a copy of this process")
def test_hall_whose_gate_is_killed_is_built_once_more(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it, so that nothing is published that the gate has not read whole; killed again, the hall fails."""
    edit(root / "halls/b/site.yml", "不远路1号", "不远路9号")
    before = tree(root / "sites" / "b")
    with monkeypatch.context() as patch:
        _kill_the_gate(patch, tmp_path / "twice", 2)
        done = build_fleet(root)
    assert outcomes(done) == {"a": "same", "b": "failed", "c": "same"}
    assert "个人信息检查没有完成（Died）" in str(done["b"].told)
    assert tree(root / "sites" / "b") == before
    with monkeypatch.context() as patch:
        _kill_the_gate(patch, tmp_path / "leak", 1, leak="证号110101199001019999".encode())
        done = build_fleet(root)
    assert (done["b"].outcome, "services/linshi-jiuzhu/index.html" in str(done["b"].told)) == ("failed", True)
    assert tree(root / "sites" / "b") == before
    with monkeypatch.context() as patch:
        _kill_the_gate(patch, tmp_path / "once", 1)
        done = build_fleet(root)
    assert [len(list((tmp_path / name).iterdir())) for name in ("twice", "leak", "once")] == [2, 1, 1]
    assert outcomes(done) == {"a": "same", "b": "published", "c": "same"}
    assert tree(root / "sites" / "b") == alone(root, "b", tmp_path / "alone")


def test_fault_of_the_program_in_one_hall_stops_no_other(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told by its kind alone: its words may hold a value."""

    def broken(project: object, *_: object, **__: object) -> None:
        raise ZeroDivisionError("身份证")

    monkeypatch.setattr("generator.fleet.building.build", broken)
    edit(root / "halls/b/site.yml", "不远路1号", "不远路9号")

    done = build_fleet(root)

    assert outcomes(done) == {"a": "same", "b": "failed", "c": "same"}
    assert "ZeroDivisionError" in str(done["b"].told)
    assert "身份证" not in str(done["b"])


def test_check_builds_nothing_and_tells_each_hall(tmp_path: Path) -> None:
    """And the command ends with 1 where a hall has an error."""
    root = make_fleet(tmp_path / "fleet", ("a", "b"))
    edit(root / "halls/b/site.yml", "phone: 0301-0000100", "phone: 好")

    done = run("generator", "fleet", "check", "--today", DAY, cwd=root)

    assert done.returncode == 1
    assert "halls/b/site.yml:7:10 [phone/shape]" in done.stdout
    assert "a：" in done.stderr
    assert not (root / "sites").exists()


def test_only_the_halls_that_are_named(root: Path) -> None:
    """One that is not in the list is told, with those that are."""
    edit(root / "layers" / "province" / GUIDE, "name: 临时救助", "name: 临时困难救助")

    assert [*build_fleet(root, only=("b",))] == ["b"]
    done = run("generator", "fleet", "build", "--only", "z", cwd=root)
    assert (done.returncode, "a、b、c" in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def with_channels(root: Path, hall: str, channels: str) -> None:
    """Ask for folders beside the site of a hall."""
    edit(root / "fleet.yml", f"'{address(hall)}'", f"'{address(hall)}', channels: [{channels}]")


def test_copies_to_carry_around_are_those_of_the_hall_alone(root: Path, tmp_path: Path) -> None:
    """The folder and the ZIP; a hall whose copy somebody touched is done again."""
    with_channels(root, "b", "portable, embed")
    assert outcomes(build_fleet(root)) == {"a": "same", "b": "same", "c": "same"}
    project = alone_project(root, "b", tmp_path / "alone")
    done = run("generator", "build", "--portable", "--posters", "none", "--today", DAY, "--site-dir", "b", cwd=project)
    assert done.returncode == 0, done.stderr
    assert tree(root / "sites" / "b-portable") == tree(project / "b-portable")
    packed = root / "sites" / "b-portable.zip"
    assert packed.read_bytes() == (project / "b-portable.zip").read_bytes()
    (root / "sites" / "b-portable" / "index.html").write_bytes(b"x")
    build_fleet(root)
    assert tree(root / "sites" / "b-portable") == tree(project / "b-portable")


def test_copy_that_cannot_be_made_is_told_and_the_site_stands(root: Path) -> None:
    """The command ends with 1, at the next run too, until it can be made; the other folder and the site are there."""
    with_channels(root, "b", "portable, embed")
    (root / "sites" / "b-portable").mkdir()
    (root / "sites" / "b-portable" / "own.txt").write_text("x", "utf-8")
    edit(root / "halls" / "b" / "site.yml", "不远路1号", "不远路9号")
    build = ("generator", "fleet", "build", "--posters", "none", "--today", DAY, "--workers", "1")

    first, second = (run(*build, cwd=root) for _ in range(2))

    assert (first.returncode, second.returncode) == (1, 1)
    assert "b：网站已更新，但是 portable 没有做成" in first.stdout
    assert "portable" in second.stdout
    assert "不远路9号" in (root / "sites" / "b" / "index.html").read_text("utf-8")
    assert (root / "sites" / "b-embed").is_dir()
    shutil.rmtree(root / "sites" / "b-portable")
    third = run(*build, cwd=root)
    assert (third.returncode, (root / "sites" / "b-portable.zip").is_file()) == (0, True), third.stdout


def test_status_says_what_has_to_be_built(root: Path) -> None:
    """What a hall was built of includes the day: the same files say something else on the next."""
    status = ("generator", "fleet", "status", "--posters", "none", "--today")
    later = (TODAY + timedelta(days=1)).isoformat()

    today, tomorrow = (run(*status, day, cwd=root) for day in (DAY, later))

    assert (today.returncode, tomorrow.returncode) == (0, 1)
    assert [line.partition("：")[0] for line in tomorrow.stdout.splitlines()] == [*ALL]


def test_sheets_to_print_again_are_told_by_hall(root: Path) -> None:
    """After a change in the province's guide, of every hall."""
    command = ("generator", "fleet", "build", "--today", DAY, "--posters", "none")
    run(*command, cwd=root)  # writes down what hangs
    edit(root / "layers/province" / GUIDE, "name: 临时救助", "name: 临时困难救助")

    told = run(*command, cwd=root).stderr.splitlines()

    for hall in ALL:
        assert any(line.startswith(f"{hall}：") and "重" in line for line in told)
    assert sum("临时困难救助" in line for line in told) >= len(ALL)


def test_text_that_halls_share_is_judged_by_the_contacts_of_each(root: Path) -> None:
    """A mobile in a guide of the province passes in the hall whose own it is, and is an error in those built after it."""
    mobile = "138" + "0013" + "8001"
    edit(root / "layers/province" / GUIDE, "可以申请一次性的救助。", f"有事打{mobile}。")
    edit(root / "halls/a/site.yml", "phone: 0301-0000100", f"phone: {mobile}")

    for _ in range(2):
        done = build_fleet(root)
        assert {hall: one.outcome == "failed" for hall, one in done.items()} == {"a": False, "b": True, "c": True}
        assert any(problem.rule == "privacy/number" for problem in done["c"].problems)
        assert mobile not in str(done["c"])
