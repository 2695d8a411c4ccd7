"""Files that are open elsewhere, as Windows refuses to replace, rename or remove them: simulated on every system."""

from pathlib import Path
from typing import Any

import pytest

from generator.publish import swap as swap_module
from generator.publish.cache import Cache
from generator.publish.files import save_together
from generator.publish.files_in_use import failure_of, held_file
from generator.publish.manifest import write_manifest
from generator.publish.staging import Stage, open_stage, stage_folder
from generator.publish.swap import swap


def refuse(*names: str) -> Any:
    """A method of Path that fails for files of these names as Windows does, and does nothing else."""

    def method(path: Path, *others: Any) -> Path:
        for one in (path, *others):
            if Path(one).name in names:
                raise PermissionError(13, "拒绝访问。", str(path), None, str(others[0]) if others else None)
        return path

    return method


def guard(monkeypatch: pytest.MonkeyPatch, method: str, *names: str) -> None:
    """Let a method of Path fail for files of these names."""
    original, check = getattr(Path, method), refuse(*names)

    def guarded(path: Path, *others: Any, **options: Any) -> Any:
        check(path, *others)
        return original(path, *others, **options)

    monkeypatch.setattr(Path, method, guarded)


def stage_with(site: Path, files: dict[str, bytes]) -> Stage:
    """A staging folder with these files and its manifest."""
    stage = open_stage(site)
    stage.begin()
    for address, data in files.items():
        stage.write(address, data)
    stage.sweep()
    write_manifest(stage)
    return stage


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def said(error: OSError) -> str:
    """What the user is told."""
    return "".join(line.text for line in failure_of(error).report())


def test_open_file_is_named_and_to_be_closed() -> None:
    """The file that could not be replaced is named, and not the one that should have taken its place."""
    error = PermissionError(
        13, "拒绝访问。", "C:/hall/content/results/.2026-Q3.csv.77.part", None, "C:/hall/2026-Q3.csv"
    )

    assert said(error) == (
        "不能写入“2026-Q3.csv”：它正被别的程序打开，或没有权限。请先关闭打开它的窗口（Excel、PDF 阅读器、资源管理器），再运行一次。"
    )


def test_other_failures_speak_of_the_disk() -> None:
    """A full disk is told with the system's own reason."""
    assert said(OSError(28, "No space left on device", "/x/a.pdf")) == (
        "读写文件失败：a.pdf：磁盘满了。请检查磁盘空间和权限。"
    )
    assert said(OSError("broken")) == "读写文件失败：broken。请检查磁盘空间和权限。"


def test_files_that_belong_together_are_replaced_both_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the second is open in Excel, the first keeps its old contents, and one that was not there is gone again."""
    rows, period, new = tmp_path / "q.csv", tmp_path / "q.yml", tmp_path / "new.csv"
    rows.write_bytes(b"old rows")
    period.write_bytes(b"old period")
    guard(monkeypatch, "replace", "q.yml")

    with pytest.raises(PermissionError):
        save_together([(new, b"1"), (rows, b"new rows"), (period, b"new period")])

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "q.csv": b"old rows",
        "q.yml": b"old period",
    }


def test_poster_that_a_viewer_shows_is_removed_another_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest file of a key is used, and the old one goes when it can."""
    cache = Cache(tmp_path / "posters")
    cache.put("services-1", b"old")
    (old,) = names(tmp_path / "posters")
    with monkeypatch.context() as held:
        guard(held, "unlink", old)
        cache.put("services-1", b"new")
        assert len(names(tmp_path / "posters")) == 2
        stage = Stage(tmp_path / "held")
        assert Cache(tmp_path / "posters").place("services-1", stage, "a.pdf")
        assert (stage.folder / "a.pdf").read_bytes() == b"new"

    stage = Stage(tmp_path / "stage")
    assert Cache(tmp_path / "posters").place("services-1", stage, "a.pdf")
    assert (stage.folder / "a.pdf").read_bytes() == b"new"
    assert old not in names(tmp_path / "posters")


def test_staging_folder_that_cannot_be_cleared_is_left_for_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build does not fail for ever because a file of a killed one is open; when it is closed, the folder goes."""
    site = tmp_path / "site"
    left = stage_folder(site)
    left.mkdir()
    (left / "open.pdf").write_bytes(b"x")
    with monkeypatch.context() as held:
        held.setattr("shutil.rmtree", lambda *_, **__: None)
        stage = stage_with(site, {"index.html": b"1"})
        assert stage.folder != left
        swap(stage, site)
    assert (site / "index.html").read_bytes() == b"1"

    swap(stage_with(site, {"index.html": b"2"}), site)
    assert (site / "index.html").read_bytes() == b"2"
    assert not (left / "open.pdf").exists()


def test_site_with_an_open_file_stays_whole_and_the_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows does not rename a folder while a viewer shows a PDF of it."""
    site = tmp_path / "site"
    swap(stage_with(site, {"index.html": b"1", "posters/a.pdf": b"1"}), site)
    stage = stage_with(site, {"index.html": b"2", "posters/a.pdf": b"1"})
    monkeypatch.setattr(swap_module, "_exchange", lambda *_: False)
    guard(monkeypatch, "rename", "site", "a.pdf")

    with pytest.raises(PermissionError) as error:
        swap(stage, site)

    assert "“a.pdf”" in said(error.value)
    assert (site / "index.html").read_bytes() == b"1"


def test_folder_that_may_not_be_renamed_is_named_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no file of it is open, the folder itself is: in the explorer, or by its rights."""
    site = tmp_path / "site"
    swap(stage_with(site, {"index.html": b"1"}), site)
    stage = stage_with(site, {"index.html": b"2"})
    monkeypatch.setattr(swap_module, "_exchange", lambda *_: False)
    guard(monkeypatch, "rename", "site")

    with pytest.raises(PermissionError) as error:
        swap(stage, site)

    assert "“.site.previous”" in said(error.value) or "“site”" in said(error.value)


def test_only_what_is_refused_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that are gone or can be renamed are not blamed."""
    (tmp_path / "a.pdf").write_bytes(b"")
    (tmp_path / "b.pdf").write_bytes(b"")
    paths = [tmp_path / name for name in ("gone.pdf", "a.pdf", "b.pdf")]
    assert held_file(paths) is None
    guard(monkeypatch, "rename", "b.pdf")
    assert held_file(paths) == paths[2]
