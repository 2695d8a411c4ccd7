"""frames: the frame is rendered when something that it follows from has changed, and at no other time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from content_builder import write_content
from fake_engine import STYLE, FakeEngine
from project_builder import MKDOCS, make_project

from generator.build import kept
from generator.build.frames import Frames, frame_source, open_frames
from generator.content.project import open_project
from generator.site.frame import Engine, Frame, FrameSource
from generator.system.environment import NotReady


@pytest.fixture
def source(tmp_path: Path) -> FrameSource:
    """What the frame of a minimal project is rendered from."""
    return frame_source(open_project(make_project(tmp_path / "project")))


@pytest.fixture
def engine(tmp_path: Path) -> FakeEngine:
    """An engine whose frames are counted."""
    return FakeEngine(log=tmp_path / "log")


def frame(folder: Path, engine: Engine, source: FrameSource) -> Frame:
    """The frame as a new process gets it."""
    return Frames(folder / "frames").begin(engine, source).frame()


def test_frame_is_kept(tmp_path: Path, engine: FakeEngine, source: FrameSource) -> None:
    """The second time the engine is not asked; what it gave the first time is there, byte for byte."""
    first = frame(tmp_path, engine, source)

    assert frame(tmp_path, engine, source) == first
    assert engine.rendered == 1
    assert {"404.html", "about/index.html", STYLE} <= set(first.files)


CHANGES: dict[str, Callable[[FrameSource], object]] = {
    "prose": lambda source: write_content(source.prose, {"about.md": "# 新的\n"}),
    "a page": lambda source: write_content(source.prose, {"more/a.md": "# 更多\n"}),
    "a page less": lambda source: (source.prose / "about.md").unlink(),
    "a picture": lambda source: (source.prose / "a.png").write_bytes(b"\x89PNG"),
    "another name": lambda source: (source.prose / "about.md").rename(source.prose / "b.md"),
    "settings": lambda source: source.settings.write_text(MKDOCS.replace("大厅", "别的"), "utf-8"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_frame_is_rendered_again_when_something_changed(
    tmp_path: Path, engine: FakeEngine, source: FrameSource, change: str
) -> None:
    """Prose and settings count; and the old frame is not kept for ever."""
    before = frame(tmp_path, engine, source)
    CHANGES[change](source)

    assert frame(tmp_path, engine, source) != before
    assert engine.rendered == 2
    assert len(list((tmp_path / "frames").iterdir())) == 1


def test_frame_is_rendered_again_for_problems_and_another_engine(
    tmp_path: Path, engine: FakeEngine, source: FrameSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Problems are shown in it; another version of the engine, or of this program, may render something else."""
    frame(tmp_path, engine, source)
    frame(tmp_path, engine, replace(source, problems=("错",)))
    assert engine.rendered == 2
    frame(tmp_path, replace(engine, version="2"), source)
    assert engine.rendered == 3
    monkeypatch.setattr(kept, "program_digest", lambda: "another")
    frame(tmp_path, replace(engine, version="2"), source)
    assert engine.rendered == 4


def test_facts_of_the_hall_are_no_part_of_a_frame(tmp_path: Path, engine: FakeEngine, source: FrameSource) -> None:
    """They are filled in later: an edit of site.yml does not start the engine."""
    frame(tmp_path, engine, source)
    site = tmp_path / "project" / "content" / "site.yml"
    site.write_text(site.read_text("utf-8").replace("虚谷镇人民政府", "别镇人民政府"), "utf-8")
    frame(tmp_path, engine, source)

    assert engine.rendered == 1


@pytest.mark.parametrize("name", ["frame", "files/about/index.html", f"files/{STYLE}"])
@pytest.mark.parametrize("damage", ["gone", "cut off", "changed"])
def test_damaged_frame_is_rendered_again(
    tmp_path: Path, engine: FakeEngine, source: FrameSource, name: str, damage: str
) -> None:
    """A kept frame is used whole or not at all."""
    before = frame(tmp_path, engine, source)
    (folder,) = (tmp_path / "frames").iterdir()
    data = (folder / name).read_bytes()
    (folder / name).unlink()
    if damage != "gone":
        (folder / name).write_bytes(data[:-1] + (b"" if damage == "cut off" else b"~"))

    assert frame(tmp_path, engine, source) == before
    assert engine.rendered == 2
    assert frame(tmp_path, engine, source) == before
    assert engine.rendered == 2


def test_engine_that_cannot_be_foreseen_renders_each_time(
    tmp_path: Path, engine: FakeEngine, source: FrameSource
) -> None:
    """Nothing of it is kept, not even in memory."""
    unforeseeable = replace(engine, version=None)
    frames = Frames(tmp_path / "frames")
    for _ in range(3):
        frames.begin(unforeseeable, source).frame()

    assert engine.rendered == 3
    assert list((tmp_path / "frames").iterdir()) == []


def test_frame_is_waited_for_once(tmp_path: Path, engine: FakeEngine, source: FrameSource) -> None:
    """Whoever asks again gets the same."""
    to_come = open_frames(open_project(tmp_path / "project")).begin(engine, source)

    assert to_come.frame() is to_come.frame()
    assert engine.rendered == 1


def test_frame_in_memory_is_not_read_again(tmp_path: Path, engine: FakeEngine, source: FrameSource) -> None:
    """The preview asks after every change."""
    frames = Frames(tmp_path / "frames")
    first = frames.begin(engine, source).frame()

    assert frames.begin(engine, source).frame() is first


@dataclass
class Writer(FakeEngine):
    """An engine during whose work somebody writes into the prose."""

    def render(self, source: FrameSource, folder: Path) -> Frame:
        """Render after the prose was written anew."""
        (source.prose / "about.md").write_text("# 写到一半\n", "utf-8")
        return super().render(source, folder)


def test_frame_of_prose_that_changed_meanwhile_is_not_kept(
    tmp_path: Path, engine: FakeEngine, source: FrameSource
) -> None:
    """It shows something else than what was asked for: once the prose is as it was, it is rendered again."""
    before = (source.prose / "about.md").read_bytes()
    assert "写到一半" in frame(tmp_path, Writer(), source).files["about/index.html"].decode()
    (source.prose / "about.md").write_bytes(before)

    assert "写到一半" not in frame(tmp_path, engine, source).files["about/index.html"].decode()


class Refusing(FakeEngine):
    """An engine that is not ready."""

    def render(self, source: FrameSource, folder: Path) -> Frame:
        """Fail half way."""
        super().render(source, folder)
        raise NotReady("mkdocs.yml 有错误")


def test_failure_of_the_engine_is_told_and_nothing_kept(
    tmp_path: Path, engine: FakeEngine, source: FrameSource
) -> None:
    """As the failure that it was, in whatever process; the next frame has nothing of the half one."""
    with pytest.raises(NotReady, match=r"^mkdocs.yml 有错误$"):
        frame(tmp_path, Refusing(), source)

    frame(tmp_path, engine, source)
    assert engine.rendered == 1
    assert [path.name for path in (tmp_path / "frames").iterdir()] != ["new"]


def test_frame_that_nobody_waits_for_is_given_up(tmp_path: Path, engine: FakeEngine, source: FrameSource) -> None:
    """After content that cannot be published; the next build renders it."""
    Frames(tmp_path / "frames").begin(engine, source).cancel()

    assert frame(tmp_path, engine, source).shells
