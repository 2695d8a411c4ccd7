"""unchanged: a build of what was published already does nothing; after any change there is a build."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from content_builder import TODAY
from fake_engine import FakeEngine
from project_builder import DAY, MKDOCS, publish_once, publish_project, stamps

from generator.build import incremental, kept, pipeline, unchanged
from generator.build.options import BuildOptions
from generator.build.unchanged import inputs_of
from generator.content.project import open_project
from generator.engines.mkdocs import MkDocs

SERVICE = "content/services/linshi-jiuzhu.yml"
LOADED = f"""
import sys
from datetime import date
from pathlib import Path
from generator.build.incremental import build
from generator.build.options import BuildOptions
from generator.content.project import open_project
from generator.engines.mkdocs import MkDocs
report = build(open_project(Path(".")), BuildOptions(date.fromisoformat("{DAY}"), "none"), MkDocs())
print(report.changed, sorted(sys.modules))
"""


@pytest.fixture(scope="module")
def put_back(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """What undoes all that was done to the project since it was published."""
    return publish_once(tmp_path_factory.mktemp("published"), {"notes.txt": "x"})


@pytest.fixture
def project(put_back: Callable[[], Path]) -> Path:
    """A project that was published."""
    return put_back()


def is_built(monkeypatch: pytest.MonkeyPatch, project: Path, **options: object) -> bool:
    """Whether anything of the pipeline is asked for another build."""
    asked: list[str] = []
    load = incremental.load
    monkeypatch.setattr(incremental, "load", lambda name: (asked.append(name), load(name))[1])
    publish_project(project, **options)
    return bool(asked)


def test_nothing_is_loaded_and_nothing_written(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report of the last build is told once more, problems and all; no file of site or cache changes."""
    first = publish_project(project)
    before = stamps(project / "site"), {p: s for p, s in stamps(project / ".cache").items() if p.startswith("gongshi/")}

    assert not is_built(monkeypatch, project)
    again = publish_project(project)

    assert (again.problems, again.warnings, again.pages, again.posters) == (
        first.problems, first.warnings, first.pages, first.posters
    )  # fmt: skip
    assert not again.changed and [problem.rule for problem in again.problems] == ["file/unexpected"]
    assert before == (
        stamps(project / "site"), {p: s for p, s in stamps(project / ".cache").items() if p.startswith("gongshi/")}
    )  # fmt: skip


@pytest.mark.slow
def test_no_library_is_loaded(project: Path) -> None:
    """Neither records nor templates nor an engine, in a process of its own."""
    publish_project(project, MkDocs())
    command = [sys.executable, "-c", LOADED]

    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=True)

    assert done.stdout.startswith("False ")
    assert not [name for name in ("pydantic", "jinja2", "typst", "mkdocs.", "pypinyin") if f"'{name}" in done.stdout]


def _edit(path: str) -> Callable[[Path], object]:
    """Change one byte of a file and none of its times, nor its size."""

    def edit(project: Path) -> None:
        file = project / path
        before, data = file.stat(), file.read_bytes()
        file.write_bytes(data[:-1] + b" ")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    return edit


def _write(path: str) -> Callable[[Path], object]:
    """Write into a file of the site, or add it."""
    return lambda project: (project / path).write_bytes(b"x")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a byte of a record": _edit(SERVICE),
    "a byte of the prose": _edit("content/pages/about.md"),
    "a byte of a file that is only reported": _edit("content/notes.txt"),
    "a file more": _write("content/more.txt"),
    "a file less": lambda project: (project / "content/notes.txt").unlink(),
    "a folder more": lambda project: (project / "content/empty").mkdir(),
    "a byte of the settings": lambda project: (project / "mkdocs.yml").write_text(MKDOCS + "#", "utf-8"),
    "a page of the site was edited": _write("site/index.html"),
    "a page of the site is gone": lambda project: (project / "site/404.html").unlink(),
    "a file of the site more": _write("site/more.html"),
    "the site is gone": lambda project: (project / "site").rename(project / "gone"),
    "a symbolic link among the prose": lambda project: (project / "content/pages/a.txt").symlink_to("about.md"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_there_is_a_build(project: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    """Whatever it was, and however it hides."""
    CHANGES[change](project)
    built = False
    try:
        built = is_built(monkeypatch, project)
    except Exception as error:  # content with a link in it is refused: by the build
        built = change.startswith("a symbolic link") and type(error).__name__ == "ContentError"

    assert built


@pytest.mark.parametrize(
    "options",
    [{"today": TODAY + timedelta(1)}, {"engine": FakeEngine("2")}, {"engine": FakeEngine(None)}],
    ids=["another day", "another engine", "an engine that cannot be foreseen"],
)
def test_other_circumstances_make_a_build(
    project: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, object]
) -> None:
    """What differs is seen the first time, and known the second, if it can be foreseen."""
    assert not is_built(monkeypatch, project)
    assert is_built(monkeypatch, project, **options)
    assert is_built(monkeypatch, project, **options) == (options.get("engine") == FakeEngine(None))


def test_another_program_makes_a_build(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may make something else of the same content."""
    monkeypatch.setattr(kept, "program_digest", lambda: "another")

    assert is_built(monkeypatch, project)
    assert not is_built(monkeypatch, project)


def test_report_of_another_place_is_not_told(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that was published elsewhere has its own report."""
    publish_project(project, site=tmp_path / "elsewhere")

    assert not is_built(monkeypatch, project)
    assert not is_built(monkeypatch, project, site=tmp_path / "elsewhere")


@pytest.mark.slow
def test_all_posters_are_printed_anew_when_asked(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``--posters all`` is never a build that has nothing to do; ``changed`` may be."""
    assert is_built(monkeypatch, project, posters="changed")
    assert not is_built(monkeypatch, project, posters="changed")
    assert is_built(monkeypatch, project, posters="all")
    assert not is_built(monkeypatch, project, posters="changed")


def test_content_that_is_not_of_files_cannot_be_foreseen(project: Path, tmp_path: Path) -> None:
    """A link may lead anywhere, a pipe may say anything."""
    options = BuildOptions(TODAY, "none")
    assert inputs_of(open_project(project), options, FakeEngine()) is not None
    assert inputs_of(open_project(project), options, FakeEngine(None)) is None
    os.mkfifo(project / "content" / "pipe")
    assert inputs_of(open_project(project), options, FakeEngine()) is None
    (project / "content" / "pipe").unlink()
    (project / "content" / "link").symlink_to(tmp_path)
    assert inputs_of(open_project(project), options, FakeEngine()) is None


def test_content_that_was_written_meanwhile_is_built_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit during a build is not lost: the next one does not take the report of the first for its own."""
    _edit("content/pages/about.md")(project)

    class Slow(FakeEngine):
        def render(self, *arguments: object) -> object:
            (project / "content/more.txt").write_text("x", "utf-8")
            return super().render(*arguments)

    publish_project(project, Slow())
    assert is_built(monkeypatch, project)


@pytest.mark.parametrize("late", [False, True], ids=["before it is read", "after it was read"])
def test_record_that_was_written_meanwhile_is_built_again(
    project: Path, monkeypatch: pytest.MonkeyPatch, late: bool
) -> None:
    """The next build reads it; a build of what was written first takes no report of what was written then."""
    before = (project / SERVICE).read_bytes()
    (project / "content/notes.txt").write_text("y", "utf-8")
    read_hall = pipeline.read_hall

    def interrupted(*arguments: Any) -> pipeline.Hall:
        hall = read_hall(*arguments) if late else None
        (project / SERVICE).write_bytes(before.replace("家里突然".encode(), "家里".encode()))
        return hall or read_hall(*arguments)

    monkeypatch.setattr(pipeline, "read_hall", interrupted)
    publish_project(project)
    monkeypatch.setattr(pipeline, "read_hall", read_hall)
    written = (project / SERVICE).read_bytes()

    (project / SERVICE).write_bytes(before)
    assert is_built(monkeypatch, project) is not late
    (project / SERVICE).write_bytes(written)
    assert is_built(monkeypatch, project)


def test_files_of_records_are_hashed_once_by_a_build(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After it only those are read again that it had to read more than once: prose, and what has a problem."""
    hashed: list[str] = []
    file_digest = unchanged.file_digest
    monkeypatch.setattr(unchanged, "file_digest", lambda path: (hashed.append(path), file_digest(path))[1])
    text = (project / SERVICE).read_text("utf-8")
    (project / SERVICE).write_text(re.sub("(?m)^review: .*", "review: 2026-11-19", text), "utf-8")
    publish_project(project)

    twice = {Path(path).name for path in hashed if hashed.count(path) == 2}
    assert twice == {"notes.txt", "about.md", "linshi-jiuzhu.yml"}
    assert "site.yml" in {Path(path).name for path in hashed}
