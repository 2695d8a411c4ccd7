"""archive.package, verify, keys: a package is written once, is right to the last byte, and says whose it is."""

import base64
import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from bagit import Bag
from kept_hall import NOON, PAGE, change, publish
from project_builder import publish_once, tree
from test_journal import MARKS, everything, marked

from generator.archive import extras
from generator.archive.items import read_items
from generator.archive.package import BadPackage, Package
from generator.archive.said import moment, said_at
from generator.archive.verify import verify
from generator.build.asked_day import asked
from generator.build.expiring import expire
from generator.build.options import BuildOptions
from generator.build.packaging import make, make_key
from generator.content.project import open_project
from generator.system.environment import NotReady, Refused

ON = date(2027, 1, 4)
OPTIONS = BuildOptions(ON, "none")
SETTINGS = "archive:\n  fonds: Z109\n  office: XZ\n  thirty_years: [规章制度]\n"


def package_of(project: Path, period: str = "2026-Q4", today: date = ON) -> tuple[Path, list[str]]:
    """Make a package; its folder, and what is told."""
    told = list(make(open_project(project), period, BuildOptions(today, "none")))
    return project / "archive" / "packages" / period, told


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has changed twice in a quarter, with a key and the package of the quarter; not to be changed."""
    project = publish_once(tmp_path_factory.mktemp("package"))()
    (project / "archive").mkdir()
    with (project / "content" / "site.yml").open("a", encoding="utf-8", newline="\n") as file:
        file.write(SETTINGS)
    (project / "printed.yml").write_text("services/linshi-jiuzhu:\n  title: a\n  version: AAAA-BBBB\n", "utf-8")
    publish(project)
    change(project, "services/linshi-jiuzhu.yml", "当场查看材料", "当天查看材料")
    publish(project, 3)
    list(make_key(open_project(project)))
    package_of(project)
    return project


@pytest.fixture
def package(made_once: Path, tmp_path: Path) -> Path:
    """A copy of the package, which may be written to."""
    copy = tmp_path / "2026-Q4"
    shutil.copytree(made_once / "archive" / "packages" / "2026-Q4", copy)
    for path in copy.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return copy


def test_package_is_a_bag_for_the_library_of_congress(made_once: Path) -> None:
    """The validator of BagIt's own library finds nothing, run as a program of its own."""
    folder = made_once / "archive" / "packages" / "2026-Q4"
    done = subprocess.run([sys.executable, "-m", "bagit", "--validate", folder], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert Bag(str(folder)).info["External-Identifier"] == "2026-Q4"
    assert [path for path in folder.rglob("*") if path.is_file() and path.stat().st_mode & 0o222] == []


def test_package_holds_what_was_public_and_can_be_asked(made_once: Path) -> None:
    """The site is there whole as it was first, then what has changed; a day is answered from the package alone."""
    folder = made_once / "archive" / "packages" / "2026-Q4"
    data = folder / "data"
    assert {path.name for path in (data / "site").iterdir()} == {"20261120T120000", "20261123T120000"}
    assert (data / "site" / "20261120T120000" / "index.html").is_file()
    assert "当天" in (data / "site" / "20261123T120000" / PAGE).read_text("utf-8")
    assert (data / "records" / "20261120T120000" / "printed.yml").is_file()
    said = said_at(Package(folder), moment("2026-11-21"), PAGE)
    assert "当场查看材料" in said.data.decode()
    assert said.until == NOON + timedelta(days=3)
    answer = asked(made_once, "2026-11-21", PAGE, None, folder)
    assert answer.found


def test_catalogue_has_numbers_by_year_retention_and_office(made_once: Path) -> None:
    """Each version of a page is an item with title, days, size and hash; numbers run on within a retention."""
    folder = made_once / "archive" / "packages" / "2026-Q4"
    items = Package(folder).items
    numbers = [item.number for item in items if item.number]
    assert len(numbers) == len(set(numbers))
    assert {item.retention for item in items if item.kind == "regulations"} == {"30年"}
    assert "Z109-WS·2026-D30-XZ-0001" in numbers
    assert "Z109-WS·2026-D10-XZ-0001" in numbers
    first, second = [item for item in items if item.address == PAGE]
    assert (first.since, first.until) == ("2026-11-20T12:00:00+08:00", "2026-11-23T12:00:00+08:00")
    assert second.until == ""
    assert first.title.startswith("临时救助")
    assert first.sha256 != second.sha256
    with (folder / "data" / "catalogue.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["档号"] for row in rows] == [item.number for item in items]
    assert rows[0]["责任者"] == "虚谷镇人民政府"
    assert (folder / "data" / "catalogue.xlsx").read_bytes().startswith(b"PK")


def test_numbers_go_on_in_the_next_package_of_the_year(made_once: Path, tmp_path: Path) -> None:
    """A number is given once in a year."""
    project = tmp_path / "project"
    shutil.copytree(made_once, project, symlinks=True)
    package_of(project, "2026-11")
    packages = [Package(project / "archive" / "packages" / name) for name in ("2026-Q4", "2026-11")]
    given = [item.number for one in packages for item in one.items if item.number]
    assert len(given) == len(set(given))


def test_package_is_written_once(made_once: Path) -> None:
    """A second one of the period is refused, and the first stays as it is."""
    before = tree(made_once / "archive" / "packages")
    with pytest.raises(Refused, match="归档包 2026-Q4 已经有了"):
        package_of(made_once)
    assert tree(made_once / "archive" / "packages") == before
    assert [path.name for path in (made_once / "archive" / "packages").iterdir()] == ["2026-Q4"]


@pytest.mark.parametrize(
    ("period", "today", "told"),
    [("2027-Q1", ON, "2027-Q1 还没有结束（到 2027-03-31）"), ("2026-Q3", ON, "2026-Q3 没有发布的记录")],
)
def test_period_without_an_end_or_a_publication_has_no_package(
    made_once: Path, period: str, today: date, told: str
) -> None:
    """What is not over would be incomplete for ever."""
    with pytest.raises(NotReady, match=told):
        package_of(made_once, period, today)


def test_sound_package_is_told_so(made_once: Path) -> None:
    """Every byte, the catalogue and the signature are right; a key that the hall has given makes it sure."""
    folder = made_once / "archive" / "packages" / "2026-Q4"
    verdict = verify(folder, (made_once / "gongshi-key.pub.pem").read_bytes())
    assert verdict.faults == []
    assert verdict.told[0].startswith("2026-Q4：完好")
    assert verdict.told[1].startswith("签名正确")
    assert verify(folder).told[2].startswith("这把公钥是包里自带的")


def _first(package: Path, pattern: str) -> Path:
    return sorted(package.glob(pattern))[0]


def _append(pattern: str) -> Callable[[Path], str]:
    def spoil(package: Path) -> str:
        path = _first(package, pattern)
        path.write_bytes(path.read_bytes() + b" ")
        return path.relative_to(package).as_posix()

    return spoil


def _remove(pattern: str) -> Callable[[Path], str]:
    def spoil(package: Path) -> str:
        path = _first(package, pattern)
        path.unlink()
        return path.relative_to(package).as_posix()

    return spoil


def _add(package: Path) -> str:
    (package / "data" / "site" / "20261120T120000" / "new.html").write_text("x", "utf-8")
    return "data/site/20261120T120000/new.html"


def _add_and_list(package: Path) -> str:
    """Somebody who knows BagIt: the manifests agree, the catalogue and the signature do not."""
    name = _add(package)
    Bag(str(package)).save(manifests=True)
    return name


def _change_and_list(package: Path) -> str:
    name = _append(f"data/site/20261120T120000/{PAGE}")(package)
    Bag(str(package)).save(manifests=True)
    return name


def _drop_item(package: Path) -> str:
    path = package / "data" / "catalogue.json"
    values = json.loads(path.read_text("utf-8"))
    gone = next(item for item in values["items"] if item["address"] == PAGE)
    values["items"].remove(gone)
    path.write_text(json.dumps(values), "utf-8")
    return gone["path"]


@pytest.mark.parametrize(
    "spoil",
    [
        *(
            pytest.param(act(pattern), id=f"{act.__name__} {pattern}")
            for act in (_append, _remove)
            for pattern in (
                f"data/site/20261120T120000/{PAGE}", "data/records/*/printed.yml", "data/catalogue.json", "data/catalogue.csv",
                "data/catalogue.xlsx", "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "signing-key.pem",
            )
        ),
        pytest.param(_add, id="add"),
        pytest.param(_add_and_list, id="add and list"),
        pytest.param(_change_and_list, id="change and list"),
        pytest.param(_drop_item, id="drop an item"),
    ],
)  # fmt: skip
def test_every_part_that_is_tampered_with_is_noticed(package: Path, spoil: Callable[[Path], str]) -> None:
    """The file is named, whatever else is told."""
    assert verify(package).faults == []
    name = spoil(package)
    faults = verify(package).faults
    assert faults
    assert any(name in fault for fault in faults) or name in ("bagit.txt", "manifest-sha256.txt")


def test_signature_that_is_gone_wrong_or_of_others_is_told(package: Path, made_once: Path, tmp_path: Path) -> None:
    """Whoever changes a package and makes its manifests anew cannot sign it."""
    keys = extras.load_keys()
    other = keys.private_key(keys.new_key(""), "")
    faults = verify(package, keys.public_pem(other)).faults
    assert len(faults) == 1 and "不是同一把" in faults[0]
    signature = (package / "signature.txt").read_bytes()
    (package / "signature.txt").write_bytes(keys.sign(other, (package / "tagmanifest-sha256.txt").read_bytes()))
    assert verify(package).faults == ["signature.txt：签名不对，清单被改过，或者不是这把密钥签的。"]
    for odd in (b"", b"x", b"\xff", b"A" * 10_000):
        (package / "signature.txt").write_bytes(odd)
        assert verify(package).faults == ["signature.txt：签名不对，清单被改过，或者不是这把密钥签的。"]
    (package / "signature.txt").unlink()
    assert verify(package).faults == ["signature.txt：包里写明有签名，签名文件不见了。"]
    (package / "signature.txt").write_bytes(signature)
    assert verify(package, b"no key").faults == ["--key：不是 Ed25519 公钥，签名没有核对。"]


def test_openssl_agrees_with_the_signature(made_once: Path, tmp_path: Path) -> None:
    """The signature is one that every program can check."""
    folder = made_once / "archive" / "packages" / "2026-Q4"
    raw = tmp_path / "raw"
    raw.write_bytes(base64.b64decode((folder / "signature.txt").read_bytes()))
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", folder / "signing-key.pem", "-rawin", "-in"]
    done = subprocess.run(
        [*command, folder / "tagmanifest-sha256.txt", "-sigfile", raw], capture_output=True, text=True
    )
    assert "Verified Successfully" in done.stdout, done.stderr


def test_package_tells_nothing_but_what_it_was_made_of(package: Path, tmp_path: Path) -> None:
    """What was changed is not shown, and no catalogue makes the program read a file that is not in the package."""
    (package / "data" / "site" / "20261120T120000" / PAGE).write_text("别的", "utf-8")
    assert said_at(Package(package), moment("2026-11-21"), PAGE).data is None
    catalogue = package / "data" / "catalogue.json"
    text = catalogue.read_text("utf-8")
    for path in ("../secret", "data/../../secret", "/etc/hostname"):
        catalogue.write_text(text.replace(f"data/site/20261120T120000/{PAGE}", path), "utf-8")
        with pytest.raises(BadPackage):
            Package(package)


def test_folder_that_is_no_package_is_refused(tmp_path: Path) -> None:
    """It is said so, and nothing is called sound."""
    with pytest.raises(BadPackage, match="不是归档包"):
        verify(tmp_path)
    for odd in (b"", b"[]", b'{"items": 1}', b"[" * 100_000):
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / "catalogue.json").write_bytes(odd)
        with pytest.raises(BadPackage):
            Package(tmp_path)
    with pytest.raises(ValueError, match=r"."):
        read_items([{"address": 1, "nonsense": 2}])


def test_key_is_made_once_and_for_its_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made_once: Path
) -> None:
    """Nobody else can read it, it is never replaced, and with a password it is encrypted; no message has either."""
    assert (made_once / "gongshi-key.pem").stat().st_mode & 0o777 == 0o600
    before = (made_once / "gongshi-key.pem").read_bytes()
    with pytest.raises(Refused, match=r"gongshi-key\.pem 已经有了"):
        list(make_key(open_project(made_once)))
    assert (made_once / "gongshi-key.pem").read_bytes() == before

    keys = extras.load_keys()
    sealed = keys.new_key("秘密词")
    assert b"ENCRYPTED" in sealed
    keys.private_key(sealed, "秘密词")
    for pem, password, told in (
        (sealed, "", "私钥是加密的"),
        (sealed, "错", "私钥打不开"),
        (before, "秘密词", "私钥没有加密"),
        (b"x", "", "私钥文件读不懂"),
        (keys.public_pem(keys.private_key(before, "")), "", "私钥文件读不懂"),
    ):
        with pytest.raises(NotReady, match=told) as error:
            keys.private_key(pem, password)
        assert "秘密词" not in str(error.value)


def test_library_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is said, and no traceback."""

    def nothing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(extras, "load", nothing)
    for load, library in (
        (extras.load_bag, "bagit"),
        (extras.load_keys, "cryptography"),
        (extras.load_stamps, "rfc3161"),
    ):
        with pytest.raises(NotReady, match=rf'{library}.*pip install "gongshi\[archive\]"'):
            load()


# --- what has to go --------------------------------------------------------------------------------------------------


def test_no_package_holds_what_has_a_last_day(tmp_path: Path) -> None:
    """Not even when it is made in time: a package can be copied, and cannot be called back."""
    made = marked(tmp_path / "project")
    publish(made)
    november, _ = package_of(made, "2026-11", date(2026, 12, 1))
    found = everything(november)
    assert [mark for mark in MARKS if mark.encode() in found or mark.encode("unicode_escape") in found] == []
    assert verify(november).faults == []
    item = next(item for item in Package(november).items if item.address == "notices/dibao-2026-11/index.html")
    assert (item.title, item.path, item.bytes) == ("", "", 0)
    assert item.remark == "已按规定撤下（2026-11-30）"
    assert len(item.sha256) == 64 and item.since
    assert everything(made / "archive").count("正文记号".encode()) == 0


def test_package_with_what_was_withdrawn_later_is_told_and_made_again(tmp_path: Path) -> None:
    """Only such a package can be deleted before its retention is over; the new one does not have it."""
    made = marked(tmp_path / "project", take_down=False)
    publish(made)
    folder, _ = package_of(made)
    assert "欧阳".encode() in everything(folder)
    options = BuildOptions(ON, "none")
    assert list(expire(open_project(made), options, ())) == []
    with pytest.raises(NotReady, match="没有删除"):
        list(expire(open_project(made), options, ("2026-Q4",)))
    with (made / "content" / "results" / "2026-Q3.yml").open("a", encoding="utf-8", newline="\n") as file:
        file.write("withdrawn: {on: 2027-01-02, reason: 有误}\n")
    told = list(expire(open_project(made), options, ()))
    assert told[0].startswith("档案：") and "后来按规定撤下了" in told[1]
    assert list(expire(open_project(made), options, ("2026-Q4",))) == ["归档包 2026-Q4 已删除。"]
    assert not folder.exists()
    again, _ = package_of(made)
    assert "欧阳".encode() not in everything(again)
    assert "欧阳".encode() not in everything(made / "archive")
    assert "正文记号".encode() in everything(again)


def test_what_todays_rules_refuse_is_left_out(made_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number that was public on purpose, and is not any more, is in no package that is made today."""
    project = tmp_path / "project"
    shutil.copytree(made_once, project, symlinks=True)
    contacts = "public_contacts: [{values: ['13000000000'], reason: 值班}]\n"
    with (project / "content" / "site.yml").open("a", encoding="utf-8", newline="\n") as file:
        file.write(contacts)
    change(project, "services/linshi-jiuzhu.yml", "当天查看材料", "当天查看材料，手机13000000000")
    publish(project, 5)
    change(project, "services/linshi-jiuzhu.yml", "，手机13000000000", "")
    change(project, "site.yml", contacts, "")
    publish(project, 6)
    assert b"13000000000" in everything(project / "archive")
    folder, _ = package_of(project, "2026-11")
    assert b"13000000000" not in everything(folder)
    items = [item for item in Package(folder).items if item.address == PAGE and not item.path]
    assert [item.remark for item in items] == ["已按规定撤下（2027-01-04）"]


def test_journal_is_forgotten_after_its_days(made_once: Path, tmp_path: Path) -> None:
    """What was public only before is gone; what was public then, and packages, are there."""
    project = tmp_path / "project"
    shutil.copytree(made_once, project, symlinks=True)
    change(project, "site.yml", "  fonds: Z109\n", "  fonds: Z109\n  journal_days: 40\n")
    told = list(expire(open_project(project), OPTIONS, ()))
    assert "档案：保存满 40 天的记录已删去 1 次发布。" in told
    assert asked(project, "2026-11-25", PAGE, None).found
    assert asked(project, "2026-11-21", PAGE, None).found  # from the package
    shutil.rmtree(project / "archive" / "packages")
    assert not asked(project, "2026-11-21", PAGE, None).found


def test_two_do_not_make_a_package_at_once(made_once: Path, tmp_path: Path) -> None:
    """One makes it; the other is told to wait, or that it is there. The package is whole."""
    project = tmp_path / "project"
    shutil.copytree(made_once, project, symlinks=True)
    shutil.rmtree(project / "archive" / "packages")
    command = [sys.executable, "-m", "generator", "archive", "-C", project, "--period", "2026-Q4", "--today", str(ON)]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert sorted(one.wait() for one in both) == [0, 2]
    assert [path.name for path in (project / "archive" / "packages").iterdir()] == ["2026-Q4"]
    assert verify(project / "archive" / "packages" / "2026-Q4").faults == []


def test_make_that_is_killed_leaves_no_package(made_once: Path, tmp_path: Path) -> None:
    """Killed at any moment, there is no folder with the name of the package, and the next run makes it."""
    project = tmp_path / "project"
    shutil.copytree(made_once, project, symlinks=True)
    shutil.rmtree(project / "archive" / "packages")
    place = project / "archive" / "packages" / "2026-Q4"
    command = [sys.executable, "-m", "generator", "archive", "-C", project, "--period", "2026-Q4", "--today", str(ON)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while not list(place.parent.glob(".2026-Q4.*.part/site/*/*")) and time.monotonic() < deadline:
        time.sleep(0.001)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    assert not place.exists()
    assert list(place.parent.glob(".*.part"))
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in place.parent.iterdir()] == ["2026-Q4"]
    assert verify(place).faults == []
