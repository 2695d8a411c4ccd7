"""staff: the gap register as a page, never where files are published or read."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from content_builder import TODAY, minimal_content
from project_builder import DAY, make_project, tree

from generator.build import staff
from generator.build.checkpoints import PrivateData
from generator.cli import main
from generator.content.project import open_project
from generator.system.environment import Refused
from generator.texts.gaps import STAFF

SERVICE = "services/linshi-jiuzhu.yml"
NO_VISITS = minimal_content()[SERVICE].replace("visits: 1\n", "")


def test_page_is_written_and_its_place_told(tmp_path: Path) -> None:
    """One file, in a folder that is made; a second run replaces it, and the project stays as it was."""
    project = make_project(tmp_path / "project", {SERVICE: NO_VISITS})
    before = tree(project)
    for _ in range(2):
        told = staff.write_staff_page(tmp_path / "office", open_project(project), TODAY, 1)

    (path,) = (tmp_path / "office").iterdir()
    assert told == f"已写好内部用的缺项登记：{path}"
    assert "<li>到现场次数</li>" in path.read_text("utf-8")
    assert tree(project) == before


@pytest.mark.parametrize("place", ["site", "site/staff", "content", "content/pages/x", "public/../site"])
def test_page_is_not_written_where_files_are_published(tmp_path: Path, place: str) -> None:
    """The public site, the prose and the content are refused before anything is built, links included."""
    project = make_project(tmp_path / "project")
    before = tree(project)
    link = tmp_path / "office"
    (project / place.partition("/")[0]).mkdir(exist_ok=True)
    link.symlink_to(project / place)
    for folder in (project / place, link):
        done = CliRunner().invoke(main, ["build", "-C", str(project), "--today", DAY, "--staff", str(folder)])

        name = "site" if "site" in place else "pages" if "pages" in place else "content"
        assert (done.exit_code, done.stderr.strip()) == (2, STAFF["inside"].format(folder=name))
    assert tree(project) == before


def test_page_passes_the_gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is private in it stops it, as it would stop a page of the site."""
    project = open_project(make_project(tmp_path / "project"))
    monkeypatch.setitem(STAFF, "internal", "电话 13000000000，内部使用")

    with pytest.raises(PrivateData):
        staff.write_staff_page(tmp_path / "office", project, TODAY, 1)
    assert not (tmp_path / "office").exists()


def test_page_may_lie_beside_the_site(tmp_path: Path) -> None:
    """A folder of the project that is neither published nor read is the hall's own business."""
    project = open_project(make_project(tmp_path / "project"))

    staff.refuse_public(project.root / "office", project)
    with pytest.raises(Refused):
        staff.refuse_public(project.site, project)
