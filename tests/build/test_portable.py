"""The portable copy: the site with complete links, looked at like the site, beside it as a folder and a ZIP."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from content_builder import NOTICE, TODAY
from project_builder import DAY, make_project, tree

from generator.build import portable
from generator.build.checkpoints import PrivateData, UnfitSite
from generator.build.options import BuildOptions
from generator.build.pipeline import read_hall
from generator.cli import main
from generator.content.project import open_project
from generator.publish.staging import MANIFEST, NotASite

NOTICES = "notices/dibao-2026-11.yml"


def copy_of(project: Path) -> list[str]:
    """Make the copy of the published site; what was told."""
    return list(portable.portable_copy(read_hall(open_project(project), BuildOptions(TODAY, "none"))))


@pytest.fixture
def project(published: Path, tmp_path: Path) -> Path:
    """A published project of one's own."""
    return shutil.copytree(published, tmp_path / "project")


def test_copy_is_the_site_with_complete_links(project: Path) -> None:
    """The copy has every file but those for servers; only pages differ; the ZIP holds the same; again gives the same."""
    before = tree(project / "site")
    told = copy_of(project)
    site, copy = tree(project / "site"), tree(project / "site-portable")
    assert site == before
    assert site.keys() - copy.keys() == {
        "404.html", "sitemap.xml", "offline/index.html", "sw.js", "manifest.json", "icon-192.png", "icon-512.png"
    }  # fmt: skip
    changed = {name for name in copy if copy[name] != site[name]}
    assert {name.rpartition(".")[2] for name in changed - {MANIFEST}} == {"html"}
    assert [name for name in changed if re.search(rb'<a [^>]*href="[^":]*/["#?]', copy[name])] == []
    with zipfile.ZipFile(project / "site-portable.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            f"site-portable/{name}": data for name, data in copy.items()
        }
    assert told[0] == "副本已做好：site-portable，压缩包 site-portable.zip。双击里面的 index.html 打开。"
    packed = (project / "site-portable.zip").read_bytes()
    assert copy_of(project) == told
    assert (tree(project / "site-portable"), (project / "site-portable.zip").read_bytes()) == (copy, packed)


def test_command_says_until_when_a_copy_may_be_used(fake_engine: None, tmp_path: Path) -> None:
    """With --portable the copy is made after the site; the first day on which something in it goes is named."""
    made = make_project(tmp_path / "project", {NOTICES: NOTICE + "names: {basis: 虚谷条例第三条, until: 2026-11-25}\n"})
    command = ["build", "-C", str(made), "--today", DAY, "--portable"]
    done = CliRunner().invoke(main, command, catch_exceptions=False)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1].startswith("副本里有公示和结果，最早的一项只能挂到 2026-11-25：")


def test_site_that_was_touched_is_not_copied(project: Path) -> None:
    """A file that is not what the build published stops the copy, and leaves nothing behind."""
    (project / "site" / "index.html").write_text("别的", "utf-8")
    with pytest.raises(UnfitSite, match=r"index\.html 和生成时不一样"):
        copy_of(project)
    assert not (project / "site-portable").exists()


def test_copy_goes_through_the_gate(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever private the copy had that the site has not would stop it."""
    monkeypatch.setattr(portable, "portable_page", lambda *_: "电话 13000000000")
    with pytest.raises(PrivateData):
        copy_of(project)
    assert not (project / "site-portable").exists()


def test_copy_is_verified(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link that leads nowhere in the copy stops it."""
    monkeypatch.setattr(portable, "LEFT_OUT", frozenset({"materials/index.html"}))
    with pytest.raises(UnfitSite, match=r"materials/index\.html 没有去处"):
        copy_of(project)


def test_folder_of_others_is_not_replaced(project: Path) -> None:
    """A folder of that name that gongshi has not made stays as it is."""
    (project / "site-portable").mkdir()
    (project / "site-portable" / "照片.jpg").write_bytes(b"x")
    with pytest.raises(NotASite):
        copy_of(project)
    assert tree(project / "site-portable") == {"照片.jpg": b"x"}
