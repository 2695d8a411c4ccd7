"""A whole project in a folder of its own: mkdocs.yml and content; commands run on it, and its site read back."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from content_builder import TODAY, minimal_content, write_content
from fake_engine import FakeEngine

from generator.build import incremental
from generator.build.memory import Memory
from generator.build.options import BuildOptions, Report
from generator.content.project import PosterMode, open_project
from generator.site.frame import Engine
from generator.system.progress import StageProgress

MKDOCS = """\
site_name: 大厅
site_url: https://demo.example/gongshi/
docs_dir: content/pages
theme:
  name: material
plugins:
  - gongshi:
      posters: none
"""
DAY = TODAY.isoformat()


def make_project(folder: Path, changes: Mapping[str, str] | None = None, mkdocs: str = MKDOCS) -> Path:
    """Write the minimal content with ``changes`` (path -> text) and mkdocs.yml into ``folder``; returns ``folder``."""
    write_content(folder / "content", {**minimal_content(), **(changes or {})})
    (folder / "mkdocs.yml").write_text(mkdocs, "utf-8", newline="\n")
    return folder


def publish_once(folder: Path, changes: Mapping[str, str] | None = None) -> Callable[[], Path]:
    """Publish a project in ``folder``; what is returned puts it back as it was then, at the same place, and gives it."""
    project, kept = make_project(folder / "project", changes), folder / "kept"
    publish_project(project)
    shutil.copytree(project, kept)

    def put_back() -> Path:
        shutil.rmtree(project)
        shutil.copytree(kept, project)
        return project

    return put_back


def replace_example(hall: Path) -> Path:
    """Replace what ``gongshi init`` has invented in ``hall``, and fill in its blanks; returns ``hall``."""
    for path in (hall / "content").rglob("*.yml"):
        text = re.sub("示例(?=镇|社区|村|单位|路)", "乌有", path.read_text("utf-8")).replace("0300-", "0000-")
        text = re.sub("# (effective|verified): 【填写：.*】", r"\1: 2026-01-31", text)
        path.write_text(re.sub("【填写：.*】", "子虚", text), "utf-8", newline="\n")
    return hall


def publish_project(
    project: Path,
    engine: Engine | None = None,
    posters: PosterMode = "none",
    today: date = TODAY,
    *,
    site: Path | None = None,
    workers: int = 1,
    progress: StageProgress = lambda *_: None,
    memory: Memory | None = None,
) -> Report:
    """Build ``project`` in this process, with a fake engine unless another is given; ``site`` is another place."""
    options = BuildOptions(today, posters, workers, progress)
    return incremental.build(open_project(project, site), options, engine or FakeEngine(), memory)


def clean_site(
    project: Path, engine: Engine | None = None, posters: PosterMode = "none", today: date = TODAY
) -> dict[str, bytes]:
    """What a computer that has never seen ``project`` publishes of it today: path -> bytes."""
    with TemporaryDirectory() as folder:
        elsewhere = Path(folder) / "project"
        shutil.copytree(project / "content", elsewhere / "content", symlinks=True)
        shutil.copy(project / "mkdocs.yml", elsewhere)
        if (project / "approved").is_dir():
            shutil.copytree(project / "approved", elsewhere / "approved")
        publish_project(elsewhere, engine, posters, today)
        return tree(elsewhere / "site")


def service_named(name: str) -> str:
    """The text of the one service, with another name (quoted as YAML needs it)."""
    return minimal_content()["services/linshi-jiuzhu.yml"].replace("name: 临时救助\n", f"name: '{name}'\n", 1)


def run(*command: str, cwd: Path, env: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """Run ``python -m COMMAND`` in ``cwd`` as a process of its own, with ``env`` added to the environment."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "120", **(env or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def build(project: Path, *options: str, env: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """``gongshi build`` without posters on the content's own day, as a process of its own."""
    return run("generator", "build", "--posters", "none", "--today", DAY, *options, cwd=project, env=env)


def tree(folder: Path) -> dict[str, bytes]:
    """Path below ``folder`` -> bytes, of every file; empty for a folder that is not there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Path below ``folder`` -> inode and time of the last change, of every file and folder, ``folder`` included."""
    paths = [folder, *folder.rglob("*")]
    return {p.relative_to(folder).as_posix(): (p.stat().st_ino, p.stat().st_mtime_ns) for p in paths}


def leftovers(project: Path) -> list[str]:
    """Names beside the site that no finished build leaves behind; a staging folder only if it is no sound spare."""
    names = sorted(path.name for path in project.iterdir() if path.name.endswith((".staging", ".previous", ".part")))
    return [name for name in names if not (name.endswith(".staging") and is_spare(project / name))]


def is_spare(folder: Path) -> bool:
    """Whether a staging folder holds what its manifest says and nothing else: left over for the next build."""
    files = tree(folder)
    listed = json.loads(files.pop("gongshi-manifest.json", b"null"))
    return listed is not None and {address: sha256(data).hexdigest() for address, data in files.items()} == {
        address: entry["sha256"] for address, entry in listed.items()
    }
