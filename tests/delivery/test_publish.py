"""gongshi publish: what it tells, what it refuses, and what it never repeats."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from content_builder import TODAY
from delivery_sites import online
from project_builder import DAY, publish_once, publish_project, run, tree

from generator.cli import main
from generator.publish.staging import lock


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """A project whose site is built, as it was at the beginning of each test."""
    return publish_once(tmp_path_factory.mktemp("published"))


@pytest.fixture
def project(published: Callable[[], Path]) -> Path:
    """The project."""
    return published()


def gongshi(project: Path, *arguments: str) -> Result:
    """Run ``gongshi publish``; an exception that would be a traceback fails the test."""
    typed = ["publish", "-C", str(project), "--today", DAY, *arguments]
    return CliRunner().invoke(main, typed, prog_name="gongshi", catch_exceptions=False)


def test_a_built_site_goes_to_a_folder(project: Path, tmp_path: Path) -> None:
    """All files of its manifest, whose own file stays at home; a second time there is nothing to do."""
    site = tree(project / "site")
    del site["gongshi-manifest.json"]
    www = tmp_path / "共享 100%"

    done = gongshi(project, str(www))

    assert done.exit_code == 0, done.output
    assert online(www) == site
    assert f"新增 {len(site)} 个文件，更新 0 个，撤下 0 个" in done.stdout
    again = gongshi(project, str(www))
    assert (again.exit_code, again.stdout) == (0, f"{www} 和网站一样，没有要传的，也没有要撤的。\n")


def test_a_dry_run_says_all_and_does_nothing(project: Path, tmp_path: Path) -> None:
    """Each file with its size; a folder of others is named, and not touched."""
    done = gongshi(project, str(tmp_path / "www"), "--dry-run")

    assert done.exit_code == 0
    assert "新增 index.html（" in done.stdout
    assert "什么也没有动。" in done.stdout
    assert not (tmp_path / "www").exists()

    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/a.txt").write_bytes(b"a")
    assert "--take-over" in gongshi(project, str(tmp_path / "theirs"), "--dry-run").stdout
    assert online(tmp_path / "theirs") == {"a.txt": b"a"}


def test_the_purge_list_has_every_address_that_a_cache_may_hold(project: Path, tmp_path: Path) -> None:
    """Changed and removed ones, in full, and the folder of an index page."""
    www, purge = tmp_path / "www", tmp_path / "purge.txt"
    gongshi(project, str(www))
    (www / "index.html").write_bytes(b"")
    (www / "old 1").mkdir()
    (www / "old 1/index.html").write_bytes(b"old")
    state = www / ".gongshi/delivered.json"
    state.write_text(state.read_text("utf-8").replace('"files": {', '"files": {"old 1/index.html": "",', 1), "utf-8")

    done = gongshi(project, str(www), "--purge-list", str(purge))

    assert done.exit_code == 0, done.output
    base = "https://demo.example/gongshi/"
    assert purge.read_text("utf-8").splitlines() == [
        base,
        f"{base}index.html",
        f"{base}old%201/",
        f"{base}old%201/index.html",
    ]


@pytest.mark.parametrize("inside", ["site", "site/x", "content", ".", "content/pages"])
def test_a_target_in_the_project_is_refused(project: Path, inside: str) -> None:
    """The site would be published into itself, or drafts beside it."""
    before = tree(project)

    done = gongshi(project, str(project / inside))

    assert done.exit_code == 2
    assert "不能发布到那里" in done.stderr
    assert tree(project) == before


@pytest.mark.parametrize(
    ("target", "told"),
    [("ftp://a/b", "不认识的目的地：ftp"), ("\\\\server\\hall", "请先把它挂载成文件夹")],
)
def test_other_targets_are_refused(project: Path, target: str, told: str) -> None:
    """With what may be written instead."""
    done = gongshi(project, target)

    assert done.exit_code == 2
    assert told in done.stderr


def test_a_target_that_cannot_be_reached_is_told(project: Path, tmp_path: Path) -> None:
    """A share that is not there, a file in its place."""
    (tmp_path / "file").write_bytes(b"")
    for target in (tmp_path / "not/there", tmp_path / "file"):
        done = gongshi(project, str(target))

        assert done.exit_code == 2
        assert "请检查地址和权限" in done.stderr
        assert "没有发布完" in done.stderr


def test_nothing_is_published_while_a_build_goes_on(project: Path, tmp_path: Path) -> None:
    """Nor by two commands of one computer at once."""
    with lock(project / "site"):
        done = gongshi(project, str(tmp_path / "www"))

    assert done.exit_code == 2
    assert "另一个生成或者发布正在进行" in done.stderr
    assert not (tmp_path / "www").exists()


def test_a_site_that_was_changed_by_hand_goes_nowhere(project: Path, tmp_path: Path) -> None:
    """The file is named."""
    with (project / "site/index.html").open("ab") as page:
        page.write(b"<p>")

    done = gongshi(project, str(tmp_path / "www"))

    assert done.exit_code == 2
    assert "网站的文件 index.html 和生成时不一样" in done.stderr
    assert not (tmp_path / "www").exists()


def test_no_library_of_a_target_is_imported_for_a_folder(project: Path, tmp_path: Path) -> None:
    """They come with an extra, and take their time."""
    code = (
        "import sys; from generator.cli import main; from contextlib import suppress\n"
        f"with suppress(SystemExit): main(['publish', '-C', {str(project)!r}, {str(tmp_path / 'www')!r}])\n"
        "assert not {'obstore', 'paramiko', 'dulwich'} & {*sys.modules}"
    )
    (tmp_path / "probe.py").write_text(code, "utf-8")

    done = run("probe", cwd=tmp_path)

    assert done.returncode == 0, done.stderr


# --- a site of an earlier day ------------------------------------------------------------------------------------


def later(days: int) -> str:
    """So many days after the site was built."""
    return (TODAY + timedelta(days=days)).isoformat()


def test_a_site_of_an_earlier_day_is_told(project: Path, tmp_path: Path) -> None:
    """As long as nothing in it has had its last day: of the notice that is the 30th."""
    done = gongshi(project, str(tmp_path / "www"), "--today", later(10))
    assert (done.exit_code, "网站是 2026-11-20 生成的" in done.output) == (0, True)
    assert online(tmp_path / "www")
    assert "注意" not in gongshi(project, str(tmp_path / "www")).output


@pytest.mark.parametrize("further", [[], ["--dry-run"], ["--take-over"]])
def test_a_site_that_shows_what_has_to_be_gone_is_refused(project: Path, tmp_path: Path, further: list[str]) -> None:
    """Nothing is published, and what is too old is named; after a build it goes."""
    www = tmp_path / "www"
    done = gongshi(project, str(www), *further, "--today", later(11))
    assert done.exit_code == 2
    assert "notices/dibao-2026-11：只能公开到 2026-11-30" in done.output
    assert "gongshi build" in done.output
    assert not www.exists()
    publish_project(project, today=TODAY + timedelta(days=11))
    assert gongshi(project, str(www), "--today", later(11)).exit_code == 0


@pytest.mark.parametrize(
    ("path", "old", "new", "record"),
    [
        ("results/2026-Q3.yml", "until: 2026-09-30", "until: 2026-09-30\ntake_down: 2026-11-21", "results/2026-Q3"),
        ("results/2026-Q3.yml", "until: 2026-09-30", "until: 2026-09-30\nwithdrawn: {on: 2026-11-22, reason: 有误}", "results/2026-Q3"),
        ("results/2026-Q3.yml", "until: 2026-09-30", "until: 2026-09-30\nwithdrawn_rows: [{receipt: XG-0001, on: 2026-11-22, reason: 有误}]", "results/2026-Q3"),
        ("disclosures/caiwu-2026-q3.yml", "notes:", "take_down: 2026-11-21\nnotes:", "disclosures/caiwu-2026-q3"),
        ("notices/dibao-2026-11.yml", "service:", "withdrawn: {on: 2026-11-22, reason: 有误}\nservice:", "notices/dibao-2026-11"),
    ],
    ids=["a period", "a period withdrawn", "a case withdrawn", "a disclosure", "a notice withdrawn"],
)  # fmt: skip
def test_everything_that_has_a_last_day_counts(
    project: Path, tmp_path: Path, path: str, old: str, new: str, record: str
) -> None:
    """Also what is withdrawn on a day to come."""
    file = project / "content" / path
    text = file.read_text("utf-8")
    file.write_text(text.replace(old, new).replace("posted_until: 2026-12-15", "posted_until: 2026-11-21"), "utf-8")
    publish_project(project)
    assert gongshi(project, str(tmp_path / "www"), "--today", later(1)).exit_code == 0
    done = gongshi(project, str(tmp_path / "www"), "--today", later(2))
    assert (done.exit_code, f"{record}：只能公开到 2026-11-21" in done.output) == (2, True), done.output


def test_a_site_of_which_nobody_knows_the_day_is_refused(project: Path, tmp_path: Path) -> None:
    """The note beside it is lost, spoilt, or belongs to another site; the next build writes it, though nothing changed."""
    note = project / ".site.built"
    sound = note.read_text("utf-8")
    for spoilt in ("", "[]", sound.replace("a", "b")):
        note.write_text(spoilt, "utf-8")
        done = gongshi(project, str(tmp_path / "www"))
        assert (done.exit_code, "不知道网站是哪一天生成的" in done.output) == (2, True), done.output
        publish_project(project)
        assert gongshi(project, str(tmp_path / "www")).exit_code == 0
        assert note.read_text("utf-8") == sound
