"""Fixtures that several test modules share."""

import gc
import os
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest
from content_builder import MakeContent, minimal_content, write_content
from coverage import Coverage, multiproc
from coverage.inorout import InOrOut
from fake_engine import FakeEngine
from kept_sets import keep_sets
from project_builder import make_project, publish_project

# Processes that tests start run the code of this checkout as well, and not the copy that is installed.
os.environ["PYTHONPATH"] = str(Path(__file__).parent.parent)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the wheel: at the end, its one long test would leave the other worker without work."""
    items.sort(key=lambda item: item.path.name != "test_wheel.py")


def pytest_collection_finish() -> None:
    """Prepare for the thousands of processes that tests fork: what is there now stays, and nobody looks at it again."""
    gc.collect()
    gc.freeze()
    if Coverage.current() is not None and "PYTEST_XDIST_WORKER" in os.environ:
        InOrOut.find_possibly_unexecuted_files = _none  # type: ignore[method-assign]  # There is no setting for it.
        BaseProcess._bootstrap = _go_on_measuring  # type: ignore[attr-defined]  # Nor for this.


def _none(_: InOrOut) -> Iterator[tuple[str, str | None]]:
    """No file that nobody runs: the process that started the workers lists them, and need not be told by each fork."""
    return iter(())


def _go_on_measuring(process: BaseProcess, *arguments: Any, **more: Any) -> Any:
    """Run a forked process and save what it has run itself; coverage would start anew in each, which takes 0.1 s."""
    measured = Coverage.current()
    assert measured is not None and measured._collector is not None
    for lines in measured._collector.data.values():
        lines.clear()
    try:
        return multiproc.original_bootstrap(process, *arguments, **more)
    finally:
        measured.stop()
        measured.save()


def pytest_sessionfinish() -> None:
    """Save what this process has measured while pytest-xdist still waits: it kills a worker that takes 10 s to end."""
    measured = Coverage.current()
    if measured is not None:
        measured.save()


def pytest_runtest_logfinish() -> None:
    """Free memory as usual again: `gongshi build` no longer does, and a process of 1 GB takes 50 ms to fork, not 2."""
    gc.enable()


@pytest.fixture
def make_content(tmp_path: Path) -> MakeContent:
    """A function that writes the minimal content folder to ``tmp_path/content`` and returns its path.

    Its argument, a mapping path -> text, replaces or adds files; a text of None leaves the file out:
    ``make_content({"site.yml": "town: 虚谷镇", "windows.yml": None})``.
    """

    def make(changes: dict[str, str | None] | None = None) -> Path:
        files = {**minimal_content(), **(changes or {})}
        return write_content(tmp_path / "content", {path: text for path, text in files.items() if text is not None})

    return make


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run of the tests that all its processes share."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minimal project, built once without posters; never changed by a test."""
    project = make_project(tmp_path_factory.mktemp("published") / "project")
    publish_project(project)
    return project


@pytest.fixture
def kept_sets(shared_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sheets with the same contents are set once in a run of the tests: for tests of what is printed when, not of how."""
    keep_sets(monkeypatch, shared_folder / "sets")


@pytest.fixture
def fake_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands that run in this process use the fake engine too; what MkDocs makes of it is tested in engines."""
    monkeypatch.setattr("generator.cli.build.MkDocs", FakeEngine)
