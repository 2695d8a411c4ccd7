"""git_branch: against bare repositories, read back by git itself. One commit without a history."""

import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from delivery_sites import FIRST, SECOND, make_site, way
from dulwich.client import get_credentials_from_store
from git_servers import PASSWORD, USER, running_git

from generator.delivery import git_branch
from generator.delivery.deliver import carry_out, deliver, look
from generator.delivery.opening import open_target
from generator.delivery.target import ForeignFiles, NotVerified, Overtaken, TargetFailed
from generator.system.environment import Refused


def git(repository: Path, *arguments: str) -> bytes:
    """What git says."""
    done = subprocess.run(["git", "-c", "core.quotePath=false", *arguments], cwd=repository, capture_output=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """An empty repository."""
    git(tmp_path, "init", "-q", "--bare", "网页 1.git")
    return tmp_path / "网页 1.git"


def branch(pages: Path) -> dict[str, bytes]:
    """Address -> bytes of the files of the branch, without what gongshi adds."""
    names = git(pages, "ls-tree", "-r", "-z", "--name-only", "gh-pages").decode().split("\0")
    found = {name: git(pages, "cat-file", "blob", f"gh-pages:{name}") for name in names if name}
    return {name: data for name, data in found.items() if not name.startswith(".gongshi/") and name != ".nojekyll"}


def test_a_site_is_one_commit_without_a_history(pages: Path, tmp_path: Path) -> None:
    """The next version takes its place: what was withdrawn is in no commit of the branch."""
    deliver(make_site(tmp_path / "site", FIRST), open_target(f"git:{pages}#gh-pages"), way())
    assert branch(pages) == FIRST
    before = int(git(pages, "count-objects", "-v").decode().split("in-pack: ")[1].split()[0])
    deliver(make_site(tmp_path / "site", SECOND), open_target(f"git:{pages}#gh-pages"), way())

    assert branch(pages) == SECOND
    assert git(pages, "rev-list", "--count", "gh-pages") == b"1\n"
    assert b"+0800" in git(pages, "cat-file", "commit", "gh-pages")
    git(pages, "fsck", "--strict")
    new = int(git(pages, "count-objects", "-v").decode().split("in-pack: ")[1].split()[0]) - before
    assert new <= 6 + 1 + 1 + 9  # six files, what is remembered, the commit, folders; nothing that was there before


def test_a_site_that_is_there_is_not_pushed_again(pages: Path, tmp_path: Path) -> None:
    """The branch stays where it is."""
    site = make_site(tmp_path / "site", FIRST)
    deliver(site, open_target(f"git:{pages}#gh-pages"), way())
    before = git(pages, "rev-parse", "gh-pages")

    assert deliver(site, open_target(f"git:{pages}#gh-pages"), way()).is_empty
    assert git(pages, "rev-parse", "gh-pages") == before


def test_a_branch_with_other_files_is_taken_over_when_asked(pages: Path, tmp_path: Path) -> None:
    """A CNAME of the host stays; other branches are not touched."""
    work = tmp_path / "work"
    git(tmp_path, "clone", "-q", str(pages), "work")
    (work / "CNAME").write_bytes(b"www.example.com\n")
    git(work, "checkout", "-q", "-b", "gh-pages")
    git(work, "add", ".")
    git(work, "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-q", "-m", "x")
    git(work, "push", "-q", "origin", "gh-pages", "gh-pages:main")
    main = git(pages, "rev-parse", "main")
    site = make_site(tmp_path / "site", FIRST)

    with pytest.raises(ForeignFiles):
        deliver(site, open_target(f"git:{pages}#gh-pages"), way())
    deliver(site, open_target(f"git:{pages}#gh-pages"), way(take_over=True))

    assert branch(pages) == {**FIRST, "CNAME": b"www.example.com\n"}
    assert git(pages, "rev-parse", "main") == main


def test_a_branch_that_was_moved_meanwhile_is_not_overwritten(pages: Path, tmp_path: Path) -> None:
    """Two publish at once: the later push is refused, and says so."""
    first, second = make_site(tmp_path / "site", FIRST), make_site(tmp_path / "site-2", SECOND)
    deliver(first, open_target(f"git:{pages}#gh-pages"), way())
    slow = open_target(f"git:{pages}#gh-pages")
    found, plan = look(make_site(tmp_path / "site-3", {"index.html": b"3"}), slow)
    deliver(second, open_target(f"git:{pages}#gh-pages"), way())

    with pytest.raises(Overtaken):
        carry_out(make_site(tmp_path / "site-3", {"index.html": b"3"}), slow, found, plan, way())
    assert branch(pages) == SECOND


def test_a_repository_that_is_read_only_is_told(pages: Path, tmp_path: Path) -> None:
    """Nothing has moved."""
    deliver(make_site(tmp_path / "site", FIRST), open_target(f"git:{pages}#gh-pages"), way())
    lock = pages / "refs/heads/gh-pages.lock"
    lock.write_bytes(b"")  # as of a git that is at it

    with pytest.raises((TargetFailed, NotVerified)):
        deliver(make_site(tmp_path / "site", SECOND), open_target(f"git:{pages}#gh-pages"), way())
    assert branch(pages) == FIRST


def test_a_repository_that_is_not_there_is_told(tmp_path: Path) -> None:
    """In one line."""
    with pytest.raises(TargetFailed) as caught:
        open_target(f"git:{tmp_path}/nothing#gh-pages").listing()
    assert "那里没有仓库" in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["git:", "git:/x", "git:#b", "git:/x#", "git:/x#-b", "git:/x#a b"])
def test_other_forms_are_refused(text: str) -> None:
    """With the form that is right."""
    with pytest.raises(Refused, match="git:仓库的位置#分支"):
        open_target(text)


@pytest.mark.parametrize("user", ["me:geheim@", "geheim@"])
def test_a_token_in_the_address_is_refused_and_not_repeated(user: str) -> None:
    """It says where it belongs."""
    with pytest.raises(Refused) as caught:
        open_target(f"git:https://{user}example.com/x.git#gh-pages")

    assert "GONGSHI_GIT_PASSWORD" in str(caught.value)
    assert "geheim" not in str(caught.value)


# --- over the web ----------------------------------------------------------------------------------------------------


@pytest.fixture
def web(pages: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """The address of the repository on the web, where a password is asked for; nobody has stored one."""
    git(pages, "config", "http.receivepack", "true")
    monkeypatch.setattr(git_branch, "get_credentials_from_store", partial(stored, tmp_path / "credentials"))
    with running_git(pages.parent) as address:
        yield f"{address}/{quote(pages.name)}"


def stored(file: Path, scheme: str, host: str) -> Iterator[tuple[str, str]]:
    """As the library, with another file than that of whoever runs the tests."""
    return get_credentials_from_store(scheme, host, fnames=[str(file)])


def test_a_password_comes_from_the_environment(
    web: str, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it the repository refuses, with a line that does not tell it; two versions go through."""
    site = make_site(tmp_path / "site", FIRST)
    with pytest.raises(TargetFailed) as caught:
        deliver(site, open_target(f"git:{web}#gh-pages"), way())
    assert "没有登录" in str(caught.value)

    monkeypatch.setenv("GONGSHI_GIT_USERNAME", USER)
    monkeypatch.setenv("GONGSHI_GIT_PASSWORD", PASSWORD)
    deliver(site, open_target(f"git:{web}#gh-pages"), way())
    deliver(make_site(tmp_path / "site", SECOND), open_target(f"git:{web}#gh-pages"), way())

    assert branch(pages) == SECOND


def test_or_from_what_git_has_stored(web: str, pages: Path, tmp_path: Path) -> None:
    """As ``git config credential.helper store`` keeps it."""
    host = web.removeprefix("http://").partition("/")[0]
    (tmp_path / "credentials").write_text(f"http://{USER}:{PASSWORD}@{host}\n", "utf-8")

    deliver(make_site(tmp_path / "site", FIRST), open_target(f"git:{web}#gh-pages"), way())

    assert branch(pages) == FIRST


def test_a_push_that_is_refused_is_told(pages: Path, tmp_path: Path) -> None:
    """A repository that keeps its history does not let a commit take the place of another."""
    deliver(make_site(tmp_path / "site", FIRST), open_target(f"git:{pages}#gh-pages"), way())
    (pages / "hooks/update").write_text("#!/bin/sh\necho geht nicht >&2\nexit 1\n", "utf-8")
    (pages / "hooks/update").chmod(0o755)
    git(pages, "config", "http.receivepack", "true")
    with running_git(pages.parent) as address, pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("GONGSHI_GIT_USERNAME", USER)
        monkeypatch.setenv("GONGSHI_GIT_PASSWORD", PASSWORD)
        with pytest.raises(TargetFailed) as caught:
            deliver(
                make_site(tmp_path / "site", SECOND), open_target(f"git:{address}/{quote(pages.name)}#gh-pages"), way()
            )

    assert PASSWORD not in str(caught.value) and "\n" not in str(caught.value)
    assert branch(pages) == FIRST
