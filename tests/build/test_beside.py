"""Folders beside the site that take over what the last build made: always what a clean build would make."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from content_builder import HEADER, NOTICE, PERIOD, SERVICE, SITE, TODAY
from project_builder import make_project, publish_project, tree

from generator.build import assembly
from generator.build.article_package import article_package
from generator.build.embedded import embedded_section
from generator.build.options import BuildOptions
from generator.build.outputs.output import File
from generator.build.pipeline import read_hall
from generator.build.wechat import wechat_folder
from generator.content.project import open_project
from generator.publish.staging import Stage

FOLDERS = {"embed": embedded_section, "articles": article_package, "wechat": wechat_folder}
ROWS = "XG-0012,linshi-jiuzhu,杨*,2026-07-01,2026-07-15,2026-07-13,办结,,\n"
RESULTS = {"results/2026-Q3.csv": f"{HEADER}\n{ROWS}", "results/2026-Q3.yml": PERIOD}
EDITS = {
    "services/linshi-jiuzhu.yml": SERVICE.replace("name: 临时救助", "name: 临时救助申请", 1),
    "site.yml": SITE.replace("便民服务", "政务服务", 1),
    "notices/dibao-2026-11.yml": NOTICE.replace("title: ", "title: 关于", 1),
    "results/2026-Q3.csv": f"{HEADER}\n{ROWS}{ROWS.replace('XG-0012', 'XG-0013')}",
}
"""File -> what a clerk makes of it; each changes some pages of every folder."""


def made(project: Path, name: str) -> dict[str, bytes]:
    """Publish the site, make a folder beside it; its files."""
    publish_project(project)
    list(FOLDERS[name](read_hall(open_project(project), BuildOptions(TODAY, "none"))))
    return tree(project / f"site-{name}")


def forget(project: Path) -> None:
    """Remove all that was made, so that the next build makes everything."""
    for path in (project / ".cache", *project.glob("site*"), *project.glob(".site*")):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The addresses of files below folders beside the site that are made meanwhile, but for those of every build."""
    files: list[str] = []
    make = assembly._made

    def counting(made: Sequence[File], stage: Stage, *rest: Any) -> Any:
        file = made[rest[-1]]
        if stage.folder.name != ".site.staging" and file.inputs:
            files.append(file.address)
        return make(made, stage, *rest)

    with monkeypatch.context() as patched:
        patched.setattr(assembly, "_made", counting)
        yield files


@pytest.fixture(params=FOLDERS)
def name(request: pytest.FixtureRequest) -> str:
    """Each folder."""
    return str(request.param)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a record of each kind."""
    return make_project(tmp_path / "project", RESULTS)


@pytest.mark.parametrize("edited", EDITS)
def test_folder_after_an_edit_is_that_of_a_clean_build(project: Path, name: str, edited: str) -> None:
    """What is taken over from the last build is what would have been made."""
    before = made(project, name)
    (project / "content" / edited).write_text(EDITS[edited], "utf-8", newline="\n")
    after = made(project, name)
    forget(project)
    assert made(project, name) == after != before


def test_an_edit_makes_few_files(project: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an edit no page is made again, with one in a guide only pages that show it."""
    made(project, name)
    with counted(monkeypatch) as files:
        made(project, name)
    assert files == []
    guide = project / "content" / "services" / "linshi-jiuzhu.yml"
    guide.write_text(SERVICE.replace("summary:", "summary: 新的", 1), "utf-8", newline="\n")
    publish_project(project)
    with counted(monkeypatch) as files:
        made(project, name)
    assert files
    assert not [file for file in files if file.startswith("notices")]


def test_a_file_that_was_changed_in_the_folder_is_made_again(project: Path, name: str) -> None:
    """Whoever edits, adds or removes files there finds them as they were after the next build."""
    before = made(project, name)
    folder = project / f"site-{name}"
    first, second, *_ = (path for path in sorted(folder.rglob("*")) if path.suffix in (".html", ".zip"))
    first.write_bytes(b"changed")
    second.unlink()
    (folder / "stray.txt").write_text("stray", "utf-8")
    assert made(project, name) == before


def test_a_killed_build_leaves_the_folder_whole(project: Path, name: str) -> None:
    """Killed when all is made and nothing is published; the next build does what this one did not."""
    before = made(project, name)
    guide = project / "content" / "services" / "linshi-jiuzhu.yml"
    guide.write_text(EDITS["services/linshi-jiuzhu.yml"], "utf-8", newline="\n")
    publish_project(project)
    program = (  # not a copy of this process, in which the lock of a thread may be held for ever
        "import os, sys; from pathlib import Path; from generator.build import beside\n"
        "from tests.build.test_beside import made\nbeside.swap = lambda *_: os._exit(9)\n"
        "made(Path(sys.argv[1]), sys.argv[2])"
    )
    root = Path(__file__).parents[2]
    own = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(root / "tests")])}
    killed = subprocess.run([sys.executable, "-c", program, str(project), name], env=own, timeout=120, check=False)
    assert killed.returncode == 9
    assert tree(project / f"site-{name}") == before
    after = made(project, name)
    forget(project)
    assert made(project, name) == after != before
