"""What nobody can make again of a hall in a fleet, approved versions and the journal: as in a hall alone."""

import shutil
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from content_builder import TODAY
from fleet_builder import GUIDE, alone_project, build_fleet, edit, gongshi, make_fleet, outcomes
from kept_hall import NOON
from project_builder import publish_project, tree

from generator.archive.journal import Journal
from generator.build.archiving import keep
from generator.build.options import BuildOptions
from generator.content.project import open_project
from generator.engines.mkdocs import MkDocs
from generator.fleet.archiving import keep_hall
from generator.fleet.settings import read_fleet

pytestmark = pytest.mark.slow
ROLES = ("初审", "终审")
RECORD = "services/linshi-jiuzhu"
PAGE = f"{RECORD}/index.html"
OLD, DRAFT, OWN = "家里突然遇到难处", "家里一时过不去", "家里一时有难处"
NOTICE = "notices/dibao-2026-11"


def approve(root: Path, *names: str, roles: Sequence[str] = ROLES) -> None:
    """Let each role approve in all halls of the fleet."""
    for role in roles:
        done = gongshi(root, "approve", *names, "--role", role, "--yes")
        assert done.exit_code == 0, done.output


def with_sign_off(root: Path, halls: Sequence[str] = ("a", "b")) -> Path:
    """A fleet in which each hall has switched sign-off on, and nothing is approved."""
    make_fleet(root, tuple(halls))
    for hall in halls:
        with (root / "halls" / hall / "site.yml").open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"sign_off:\n  roles: [{', '.join(ROLES)}]\n")
    return root


@pytest.fixture(scope="module")
def approved_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fleet in which all is approved, and built."""
    root = with_sign_off(tmp_path_factory.mktemp("signed") / "fleet")
    approve(root)
    assert outcomes(build_fleet(root)) == {"a": "published", "b": "published"}
    return root


@pytest.fixture
def root(approved_once: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(approved_once, tmp_path / "fleet"))


def said(root: Path, hall: str) -> str:
    """The page of the guide in a hall."""
    return (root / "sites" / hall / PAGE).read_text("utf-8")


def test_draft_waits_in_each_hall_and_the_site_is_that_of_the_hall_alone(root: Path, tmp_path: Path) -> None:
    """A guide of the province that was changed keeps its approved version online, to the byte as in a hall alone."""
    alone = alone_project(root, "a", tmp_path / "alone")
    shutil.copytree(root / "kept" / "a" / "approved", alone / "approved")
    for path in (root / "layers" / "province" / GUIDE, alone / "content" / GUIDE):
        edit(path, OLD, DRAFT)
    edit(root / "halls/a/site.yml", "不远路1号", "不远路9号")
    edit(alone / "content/site.yml", "不远路1号", "不远路9号")

    done = build_fleet(root)
    publish_project(alone, MkDocs())

    assert OLD in said(root, "a") and OLD in said(root, "b") and DRAFT not in said(root, "a")
    assert tree(root / "sites" / "a") == tree(alone / "site")
    held = [str(one) for one in done["a"].problems if one.rule == "sign-off/changed"]
    assert [line.partition(" ")[0] for line in held] == [f"layers/province/{GUIDE}:1:1"]


def test_approval_in_one_hall_is_none_in_another(root: Path) -> None:
    """The role names a hall; without one it approves in all, and what is alike is shown once."""
    edit(root / "layers" / "province" / GUIDE, OLD, DRAFT)
    for role in ROLES:
        assert gongshi(root, "approve", RECORD, "--role", role, "--hall", "b", "--yes").exit_code == 0
    assert outcomes(build_fleet(root)) == {"a": "same", "b": "published"}
    assert (OLD in said(root, "a"), DRAFT in said(root, "b")) == (True, True)

    shown = gongshi(root, "approve", RECORD, "--role", ROLES[0], "--yes")

    assert "【a】" in shown.stdout and "a：已登记 1 项的初审" in shown.stderr
    approve(root, RECORD, roles=ROLES[1:])
    assert outcomes(build_fleet(root)) == {"a": "published", "b": "same"}
    assert DRAFT in said(root, "a")
    assert DRAFT in (root / "kept" / "a" / "approved" / GUIDE).read_text("utf-8")
    refused = gongshi(root, "approve", RECORD, "--role", ROLES[0], "--hall", "z", "--yes")
    assert (refused.exit_code, "a、b" in refused.output) == (2, True)


def test_approved_is_what_the_layers_make_together(root: Path) -> None:
    """A field that the hall itself changes is in the approved version; the others of the hall stay as they were."""
    partial = root / "halls" / "a" / "overrides" / GUIDE
    partial.parent.mkdir(parents=True)
    partial.write_text(f"summary: {OWN}，可以申请一次性的救助。\n", "utf-8")
    assert outcomes(build_fleet(root)) == {"a": "same", "b": "same"}
    approve(root)
    assert outcomes(build_fleet(root)) == {"a": "published", "b": "same"}
    assert OWN in said(root, "a")
    assert OWN in (root / "kept" / "a" / "approved" / GUIDE).read_text("utf-8")
    assert RECORD in (root / "halls" / "a" / "approvals.yml").read_text("utf-8")


def test_check_tells_what_waits_and_what_is_wrong_at_home(root: Path) -> None:
    """Of drafts and of what is online: a copy that somebody changed, rows in a layer of others."""
    edit(root / "kept" / "a" / "approved" / GUIDE, OLD, "改过")
    edit(root / "layers" / "province" / GUIDE, OLD, DRAFT)
    edit(root / "layers" / "province" / GUIDE, "verified: 2026-10-01", "verified: 昨天")
    told = gongshi(root, "fleet", "check", "--workers", "1")
    assert told.exit_code == 1
    assert f"kept/a/approved/{GUIDE}:1:1 [sign-off/tampered]" in told.stdout
    assert f"layers/province/{GUIDE}:" in told.stdout
    (root / "layers" / "province" / "approvals.yml").write_text("approvals: []\n", "utf-8")
    told = gongshi(root, "fleet", "check", "--workers", "1")
    assert "layers/province/approvals.yml:1:1 [layer/approvals]" in told.stdout
    assert "Traceback" not in told.output


def test_copy_that_was_changed_is_noticed_though_no_layer_was(root: Path) -> None:
    """A build looks at approved versions as at the layers: the hall fails, and keeps its site."""
    edit(root / "layers" / "province" / GUIDE, OLD, DRAFT)
    assert outcomes(build_fleet(root)) == {"a": "same", "b": "same"}
    edit(root / "kept" / "a" / "approved" / GUIDE, OLD, "改过")
    assert outcomes(build_fleet(root)) == {"a": "failed", "b": "same"}
    assert OLD in said(root, "a")


def test_run_tells_what_waits_for_approval(root: Path) -> None:
    """As long as it does, whether anything was built or not; with the command that shows what it is."""
    edit(root / "layers" / "province" / GUIDE, OLD, DRAFT)
    for command in (("build", "--posters", "none"), ("build", "--posters", "none"), ("check",)):
        told = gongshi(root, "fleet", *command, "--workers", "1")
        assert told.exit_code == 0, told.output
        assert "a：1 项还没有批准（改过的，网站上仍是批准过的；新写的没有上网）" in told.stderr
        assert "gongshi approve --role 角色 --hall b" in told.stderr
    approve(root)
    assert "还没有批准" not in gongshi(root, "fleet", "check", "--workers", "1").output


def test_nothing_is_approved_where_layers_do_not_fit_together(root: Path) -> None:
    """The file of the layer is named, and what was not done."""
    edit(root / "layers" / "province" / GUIDE, OLD, DRAFT)
    (root / "halls" / "a" / "services").mkdir()
    shutil.copy(root / "layers" / "province" / GUIDE, root / "halls" / "a" / GUIDE)
    refused = gongshi(root, "approve", RECORD, "--role", ROLES[0], "--yes")
    assert (refused.exit_code, f"halls/a/{GUIDE}:1:1 [layer/exists-above]" in refused.output) == (1, True)
    assert "没有批准，什么也没有登记。" in refused.output


# --- the journal -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fleet of two halls whose sites have been built."""
    root = make_fleet(tmp_path_factory.mktemp("built") / "fleet", ("a", "b"))
    assert outcomes(build_fleet(root)) == {"a": "published", "b": "published"}
    return root


@pytest.fixture
def fleet(built: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(built, tmp_path / "fleet"))


def remember(root: Path, days: int, crew: object = None) -> list[str]:
    """Build so many days after today and remember each hall, at noon; what is told."""
    today = TODAY + timedelta(days=days)
    opened, now = read_fleet(root), NOON + timedelta(days=days)
    done = build_fleet(root, today).values()
    return [line.text for one in done for line in keep_hall(opened, one, today, now)]


def test_journal_is_that_of_the_hall_alone(fleet: Path, tmp_path: Path) -> None:
    """To the last byte, over days on which a notice is published and taken down."""
    alone = alone_project(fleet, "a", tmp_path / "alone")
    for folder in (fleet / "kept" / "a" / "archive", alone / "archive"):
        folder.mkdir(parents=True)
    for days in (0, 0, 3, 20):
        told = remember(fleet, days)
        today = TODAY + timedelta(days=days)
        report = publish_project(alone, MkDocs(), today=today)
        now = NOON + timedelta(days=days)
        lines = list(keep(open_project(alone), BuildOptions(today, "none"), report, now))
        (alone / "printed.yml").unlink(missing_ok=True)
        assert told == [f"a：{line}" for line in lines]
    assert tree(fleet / "kept" / "a" / "archive") == tree(alone / "archive")
    journal = Journal(fleet / "kept" / "a" / "archive")
    first, *_, last = journal.publications()
    assert journal.read(journal.files(first)[f"{NOTICE}/index.html"]) is None
    assert journal.read(journal.files(last)[PAGE]) is not None
    assert not (fleet / "kept" / "b" / "archive").exists()


def test_commands_ask_the_journal_of_a_hall(fleet: Path) -> None:
    """It is begun by a command, goes on with each build, and answers; packages are made of it, and expire."""
    begun = gongshi(fleet, "archive", "keep", "--hall", "a")
    assert (begun.exit_code, "a：档案：已记下第 1 次发布" in begun.output) == (0, True)
    edit(fleet / "layers" / "province" / GUIDE, OLD, DRAFT)
    build = gongshi(fleet, "fleet", "build", "--posters", "none", "--workers", "1")
    assert (build.exit_code, "a：档案：已记下第 2 次发布" in build.output) == (0, True), build.output
    assert "b：档案" not in build.output
    again = gongshi(fleet, "fleet", "build", "--posters", "none", "--workers", "1")
    assert "档案" not in again.output
    now = datetime.now().strftime("%Y-%m-%d")  # only the answer is looked at
    at = gongshi(fleet, "at", f"{now} 23:59", f"https://fleet.example/a/{RECORD}/", "--hall", "a", today="")
    assert (at.exit_code, DRAFT in at.stdout) == (0, True), at.output
    assert gongshi(fleet, "at", now, RECORD, "--hall", "b", today="").exit_code == 2
    which = gongshi(fleet, "at", now, RECORD, today="")
    assert (which.exit_code, "--hall" in which.output, "a、b" in which.output) == (2, True, True)
    assert gongshi(fleet, "archive", "key", "--hall", "a", today="").exit_code == 0
    assert (fleet / "kept" / "a" / "gongshi-key.pem").is_file()
    year = int(now[:4])
    made = gongshi(fleet, "archive", "--period", str(year), "--hall", "a", today=f"{year + 1}-01-02")
    assert made.exit_code == 0, made.output
    assert (fleet / "kept" / "a" / "archive" / "packages" / str(year) / "bagit.txt").is_file()
    assert gongshi(fleet, "archive", "expire", "--hall", "a").exit_code == 0


def test_journal_is_finished_after_a_run_that_was_cut_off(fleet: Path) -> None:
    """A site that is there and not remembered yet is remembered by the next run, which builds nothing."""
    (fleet / "kept" / "a" / "archive").mkdir(parents=True)
    assert outcomes(build_fleet(fleet)) == {"a": "same", "b": "same"}
    assert [line.partition("（")[0] for line in remember(fleet, 0)] == ["a：档案：已记下第 1 次发布"]


def test_journal_that_cannot_be_written_is_told_and_stops_no_other(fleet: Path) -> None:
    """A damaged one of a hall: the command ends with 1, and the other halls are built and remembered."""
    for hall in ("a", "b"):
        assert gongshi(fleet, "archive", "keep", "--hall", hall).exit_code == 0
    record = fleet / "kept" / "a" / "archive" / "publications" / "000001.json"
    record.write_bytes(b"{}")
    edit(fleet / "layers" / "province" / GUIDE, OLD, DRAFT)
    build = gongshi(fleet, "fleet", "build", "--posters", "none", "--workers", "1")
    assert build.exit_code == 1
    assert "a：档案文件 archive/000001.json 读不懂" in build.stdout
    assert "b：档案：已记下第 2 次发布" in build.output
    assert DRAFT in said(fleet, "a")


def test_site_of_a_hall_is_published(fleet: Path, tmp_path: Path) -> None:
    """By the same command as that of a hall alone, and compared; what else is in the fleet stays here."""
    target = tmp_path / "www"
    done = gongshi(fleet, "publish", str(target), "--hall", "a")
    assert done.exit_code == 0, done.output
    old = gongshi(fleet, "publish", str(target), "--hall", "a", today="2026-12-01")
    assert (old.exit_code, "notices/dibao-2026-11：只能公开到 2026-11-30" in old.output) == (2, True)
    site = tree(fleet / "sites" / "a")
    assert site.pop("gongshi-manifest.json")
    assert site.items() <= tree(target).items()
    (target / PAGE).unlink()
    compared = gongshi(fleet, "publish", "--verify", str(target), "--hall", "a")
    assert (compared.exit_code, PAGE in compared.output) == (1, True)
    which = gongshi(fleet, "publish", str(target))
    assert (which.exit_code, "--hall" in which.output) == (2, True)
    alone = gongshi(tmp_path, "publish", str(target), "--hall", "a")
    assert (alone.exit_code, "fleet.yml" in alone.output) == (2, True), alone.output
