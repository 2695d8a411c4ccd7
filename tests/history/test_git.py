"""What is told of the history in Git: days and titles of fields; nothing of messages and people."""

import re
import shutil
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from content_builder import SERVICE, minimal_content, write_content
from dulwich import porcelain
from dulwich.repo import Repo
from project_builder import MKDOCS, make_project, publish_project, tree

from generator.content.load import load
from generator.facts.changes import Edit
from generator.history import edits, git_commits
from generator.history.edits import edits_from_git
from generator.model import RecordKey
from generator.texts.history import GIT

FILE = "content/services/linshi-jiuzhu.yml"
KEY = RecordKey("services", "linshi-jiuzhu")
SECRET = "周不存的事"
"""What an invented officer wrote as the subject of a commit."""
HISTORY = {"site.yml": minimal_content()["site.yml"] + "history: git\n"}


@pytest.fixture(autouse=True)
def forgotten() -> None:
    """What was read is kept while a preview runs; each test has a repository of its own."""
    edits._read.cache_clear()


def commit(folder: Path, when: str, files: Mapping[str, str | None]) -> str:
    """Write ``files`` (None: gone) and commit everything at a moment of UTC."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_text(text, "utf-8", newline="\n")
    moment = int(datetime.fromisoformat(when).replace(tzinfo=UTC).timestamp())
    repo = Repo.discover(folder)
    try:
        porcelain.add(repo, [str(path) for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts])
        porcelain.remove(repo, [str(folder / name) for name, text in files.items() if text is None], cached=True)
        who = "周不存 <zhou@zixu.example>".encode()
        made = porcelain.commit(
            repo, SECRET.encode(), author=who, committer=who, commit_timestamp=moment, author_timestamp=0
        )
    finally:
        repo.close()
    return made.decode()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a repository, with a first commit."""
    folder = tmp_path / "project"
    folder.mkdir()
    Repo.init(str(folder)).close()
    commit(folder, "2026-09-01T01:00", {FILE: SERVICE, "mkdocs.yml": MKDOCS})
    return folder


def read(project: Path) -> Mapping[RecordKey, tuple[Edit, ...]]:
    found = edits_from_git(project / "content")
    assert found.told == ()
    return found.edits


def test_fields_are_told_by_their_titles(project: Path) -> None:
    """The day is that of China; fields that are for staff, comments and the first commit are none."""
    commit(project, "2026-10-01T17:30", {FILE: SERVICE.replace("days: 10", "days: 8")})
    staff = SERVICE.replace("days: 10", "days: 8") + "hidden_terms: [急]\n# 一句备注\n"
    commit(project, "2026-10-05T01:00", {FILE: staff})
    assert read(project) == {KEY: (Edit(date(2026, 10, 2), ("办理时限",)),)}


def test_what_is_only_written_in_another_way_is_no_edit(project: Path) -> None:
    """Chinese names of fields, and what one line says for several fields."""
    words = SERVICE.replace("summary:", "一句话说明:").replace("name: 临时救助\n", "事项名称: 临时救助\n", 1)
    commit(project, "2026-10-01T01:00", {FILE: words.replace("fee:\n  free: 是\n", "收费: 不收费\n")})
    assert read(project) == {}


def test_several_edits_of_a_day_are_one(project: Path) -> None:
    """Fields of all, once each; a record that came that day is new."""
    first = SERVICE.replace("days: 10", "days: 8")
    commit(project, "2026-10-01T01:00", {FILE: first})
    commit(project, "2026-10-01T02:00", {FILE: first.replace("days: 8", "days: 7").replace("一次性", "一笔")})
    new = SERVICE.replace("linshi-jiuzhu", "xin")
    commit(project, "2026-10-03T01:00", {"content/services/xin.yml": new})
    commit(project, "2026-10-03T02:00", {"content/services/xin.yml": new.replace("days: 10", "days: 8")})
    assert read(project) == {
        KEY: (Edit(date(2026, 10, 1), ("一句话说明", "办理时限")),),
        RecordKey("services", "xin"): (Edit(date(2026, 10, 3), ()),),
    }


def test_versions_that_cannot_be_read_tell_nothing(project: Path) -> None:
    """Broken YAML, a file that is none, one that is far too large; what comes after is compared with them, too."""
    for day, text in enumerate(("name: [", "\0\0", "a" * 2_000_000, "", SERVICE), 1):
        commit(project, f"2026-10-0{day}T01:00", {FILE: text})
    commit(project, "2026-10-06T01:00", {FILE: SERVICE.replace("days: 10", "days: 8")})
    assert read(project) == {KEY: (Edit(date(2026, 10, 6), ("办理时限",)),)}


def test_history_is_read_as_far_as_its_bounds(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many commits, so many versions; the newest."""
    for day in range(1, 7):
        commit(project, f"2026-10-0{day}T01:00", {FILE: SERVICE.replace("days: 10", f"days: {day}")})
    assert [edit.day.day for edit in read(project)[KEY]] == [6, 5, 4, 3, 2, 1]
    for bound, days in (("MOST_COMMITS", [6, 5]), ("MOST_VERSIONS", [6, 5])):
        edits._read.cache_clear()
        with monkeypatch.context() as bounded:
            bounded.setattr(git_commits, bound, 2)
            assert [edit.day.day for edit in read(project)[KEY]] == days


def test_what_was_deleted_is_not_told(project: Path) -> None:
    """A record that is gone has no page to say so."""
    commit(project, "2026-10-01T01:00", {"content/services/xin.yml": SERVICE})
    commit(project, "2026-10-02T01:00", {"content/services/xin.yml": None})
    assert [edit.day.day for edit in read(project)[RecordKey("services", "xin")]] == [1]


def test_project_may_lie_below_the_repository(tmp_path: Path) -> None:
    """Its content is found where it lies, by whatever name."""
    Repo.init(str(tmp_path)).close()
    commit(tmp_path, "2026-09-01T01:00", {f"镇/大厅/{FILE}": SERVICE})
    commit(tmp_path, "2026-10-01T01:00", {f"镇/大厅/{FILE}": SERVICE.replace("days: 10", "days: 8")})
    assert list(read(tmp_path / "镇" / "大厅")) == [KEY]


def test_folder_without_git_is_told(tmp_path: Path) -> None:
    """And nothing is listed."""
    write_content(tmp_path / "content", minimal_content())
    assert edits_from_git(tmp_path / "content") == ({}, (GIT["none"],))


def test_repository_without_commits_is_told(tmp_path: Path) -> None:
    """It is not damaged: nothing was committed yet."""
    write_content(tmp_path / "content", minimal_content())
    Repo.init(str(tmp_path)).close()
    assert edits_from_git(tmp_path / "content") == ({}, (GIT["empty"],))


def test_history_begins_where_the_content_came_into_git(tmp_path: Path) -> None:
    """Also in a repository that had other files before, and where the whole project was moved: nothing is new by that."""
    Repo.init(str(tmp_path)).close()
    commit(tmp_path, "2026-08-01T01:00", {"README": "镇"})
    commit(tmp_path, "2026-09-01T01:00", {FILE: SERVICE})
    assert read(tmp_path) == {}
    edits._read.cache_clear()
    changed = SERVICE.replace("days: 10", "days: 8")
    commit(tmp_path, "2026-10-01T01:00", {FILE: None, f"大厅/{FILE}": SERVICE})
    commit(tmp_path, "2026-10-02T01:00", {f"大厅/{FILE}": changed})
    assert read(tmp_path / "大厅") == {KEY: (Edit(date(2026, 10, 2), ("办理时限",)),)}


def test_record_by_another_id_is_not_new(project: Path) -> None:
    """A file that was given another name has the history of the old one; another text by the old name has its own."""
    other = SERVICE.replace("linshi-jiuzhu", "yingji").replace("days: 10", "days: 8")
    commit(project, "2026-10-01T01:00", {FILE: SERVICE.replace("days: 10", "days: 9")})
    commit(project, "2026-10-02T01:00", {FILE: None, "content/services/yingji.yml": other})
    commit(
        project,
        "2026-10-03T01:00",
        {FILE: SERVICE, "content/services/yingji.yml": other.replace("visits: 1", "visits: 3")},
    )
    assert read(project) == {
        RecordKey("services", "yingji"): (
            Edit(date(2026, 10, 3), ("到现场次数",)),
            Edit(date(2026, 10, 2), ("办理时限",)),
            Edit(date(2026, 10, 1), ("办理时限",)),
        ),
        KEY: (Edit(date(2026, 10, 3), ()),),
    }
    edits._read.cache_clear()
    commit(project, "2026-10-04T01:00", {FILE: None, "content/services/quanbutong.yml": "name: 另一件\n"})
    assert read(project)[RecordKey("services", "quanbutong")] == (Edit(date(2026, 10, 4), ()),)


def test_scheduled_change_is_told_on_its_days(project: Path, tmp_path: Path) -> None:
    """Not when it is written down or becomes a field of the record; an edit below it that nobody sees is none."""
    versions = "versions:\n  - {from: 2026-10-05, until: 2026-10-07, set: {visits: 3}}\n"
    two = SERVICE.replace("visits: 1", "visits: 2")
    three = two.replace("agent: 是", "agent: 否")
    chinese = "定好日子的改动:\n  - {从哪天起: 2026-10-20, 改成: {可否代办: 否}}\n"
    commit(project, "2026-10-01T01:00", {FILE: f"{SERVICE}{versions}"})
    commit(project, "2026-10-06T01:00", {FILE: f"{two}{versions}"})
    commit(project, "2026-10-09T01:00", {FILE: two})
    commit(project, "2026-10-15T01:00", {FILE: f"{two}{chinese}"})
    commit(project, "2026-10-25T01:00", {FILE: three})
    told = {
        date(2026, 10, 20): ("可否代办",),
        date(2026, 10, 8): ("到现场次数",),
        date(2026, 10, 5): ("到现场次数",),
    }
    assert {edit.day: edit.fields for edit in read(project)[KEY]} == told

    edits._read.cache_clear()
    coming = "versions:\n  - {from: 2027-01-01, set: {visits: 0}}\n"
    commit(project, "2026-10-26T01:00", {FILE: f"{three}{coming}"})
    files = {**minimal_content(), "services/linshi-jiuzhu.yml": (project / FILE).read_text("utf-8")}
    dataset = load(write_content(tmp_path / "files", files)).dataset
    found = edits_from_git(project / "content", dataset).edits[KEY]
    assert {edit.day: edit.fields for edit in found} == {date(2027, 1, 1): ("到现场次数",), **told}


def test_what_is_not_approved_is_not_told(tmp_path: Path) -> None:
    """With sign-off an edit is one on the day on which its approved version was committed; before, it was a draft."""
    project = make_project(tmp_path / "project")
    (project / ".gitignore").write_text("site\n.cache\n", "utf-8")
    Repo.init(str(project)).close()
    text = (project / FILE).read_text("utf-8")
    first, second = text.replace("days: 10", "days: 9"), text.replace("days: 10", "days: 8")
    commit(project, "2026-09-01T01:00", {"content/site.yml": f"{HISTORY['site.yml']}sign_off: {{roles: [初审]}}\n"})
    commit(project, "2026-10-01T01:00", {FILE: first})
    dataset = load(project / "content").dataset
    assert edits_from_git(project / "content", dataset) == ({}, (GIT["unsigned"],))

    edits._read.cache_clear()
    commit(project, "2026-10-02T01:00", {FILE.replace("content", "approved"): first})
    commit(project, "2026-10-03T01:00", {FILE: second})
    one = Edit(date(2026, 10, 1), ("办理时限",))
    assert edits_from_git(project / "content", dataset) == ({KEY: (one,)}, ())

    edits._read.cache_clear()
    commit(project, "2026-10-05T01:00", {FILE.replace("content", "approved"): second})
    two = Edit(date(2026, 10, 5), ("办理时限",))
    assert edits_from_git(project / "content", dataset) == ({KEY: (two, one)}, ())


def test_folder_that_git_leaves_out_is_told(project: Path) -> None:
    """Also where the repository around it has commits of other things; the content of a hall of a fleet is so."""
    write_content(project / ".cache" / "content", minimal_content())
    assert edits_from_git(project / ".cache" / "content") == ({}, (GIT["none"],))


@pytest.mark.parametrize("damage", ["objects", "HEAD", "no HEAD", "file"])
def test_damaged_repository_is_told(project: Path, damage: str) -> None:
    """Whatever is wrong with it, there is a sentence and no history."""
    commit(project, "2026-10-01T01:00", {FILE: SERVICE.replace("days: 10", "days: 8")})
    git = project / ".git"
    if damage == "objects":
        for path in (git / "objects").rglob("*"):
            if path.is_file():
                path.chmod(0o644)
                path.write_bytes(b"\0")
    elif damage == "HEAD":
        (git / "HEAD").write_text("ref: refs/heads/keiner\n", "utf-8")
    elif damage == "no HEAD":
        (git / "HEAD").write_bytes(b"\xff\xff")
    else:
        shutil.rmtree(git)
        git.write_text("gitdir: /nirgends\n", "utf-8")
    found = edits_from_git(project / "content")
    assert found.edits == {} and found.told in ((GIT["broken"],), (GIT["none"],))


def test_shallow_copy_is_told(project: Path) -> None:
    """What it has is listed; that the oldest commit there is were the first is not believed."""
    commit(project, "2026-10-01T01:00", {FILE: SERVICE.replace("days: 10", "days: 8")})
    boundary = commit(project, "2026-10-02T01:00", {"content/services/xin.yml": SERVICE})
    commit(project, "2026-10-03T01:00", {FILE: SERVICE.replace("days: 10", "days: 7")})
    (project / ".git" / "shallow").write_text(f"{boundary}\n", "utf-8")
    found = edits_from_git(project / "content")
    assert found == ({KEY: (Edit(date(2026, 10, 3), ("办理时限",)),)}, (GIT["shallow"],))


def test_build_tells_what_git_knows_only_where_it_is_asked(tmp_path: Path) -> None:
    """Two copies of a commit give the same bytes; without the setting the site is as if there were no Git."""
    project = make_project(tmp_path / "project")
    publish_project(project)
    without = tree(project / "site")
    shutil.rmtree(project / "site")
    (project / ".gitignore").write_text("site\n.cache\n", "utf-8")
    Repo.init(str(project)).close()
    names = {
        path.relative_to(project).as_posix(): path.read_text("utf-8") for path in (project / "content").rglob("*.*")
    }
    commit(project, "2026-09-01T01:00", names)
    commit(project, "2026-10-02T01:00", {FILE: names[FILE].replace("days: 10", "days: 8")})
    commit(project, "2026-10-03T01:00", {FILE: names[FILE]})
    publish_project(project)
    assert tree(project / "site") == without

    commit(project, "2026-10-04T01:00", {"content/site.yml": HISTORY["site.yml"]})
    copy = tmp_path / "copy"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("site", ".cache"))
    edits._read.cache_clear()
    publish_project(project)
    edits._read.cache_clear()
    publish_project(copy)
    site = tree(project / "site")
    assert site == tree(copy / "site")
    page = site["changes/index.html"].decode()
    assert re.findall(r"改了：[^<]*", page) == ["改了：办理时限。", "改了：办理时限。"]
    assert "改了：办理时限。" in site["services/linshi-jiuzhu/index.html"].decode()
    assert not [name for name, data in site.items() if SECRET.encode() in data or b"zhou@" in data]


def test_a_commit_is_a_reason_to_build_again(tmp_path: Path) -> None:
    """Where the history is asked for, the same files are not the same site after another commit."""
    project = make_project(tmp_path / "project", HISTORY)
    Repo.init(str(project)).close()
    commit(project, "2026-09-01T01:00", {"mkdocs.yml": MKDOCS})
    first = publish_project(project)
    assert not {GIT["none"], GIT["broken"]} & {*first.warnings}
    assert not publish_project(project).changed
    commit(project, "2026-10-02T01:00", {FILE: minimal_content()["services/linshi-jiuzhu.yml"] + "visits: 3\n"})
    commit(project, "2026-10-03T01:00", {FILE: minimal_content()["services/linshi-jiuzhu.yml"]})
    assert publish_project(project).changed
