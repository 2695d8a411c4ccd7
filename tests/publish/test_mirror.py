"""mirror: a made folder equals its files; nothing outside it, and no folder of others, is touched."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish import files
from generator.publish.mirror import MARK, Mirrored, NotMade, mirror


def made(**texts: str) -> dict[str, Callable[[], bytes]]:
    """Files by address, with __ for a slash and _ for a dot."""
    return {name.replace("__", "/").replace("_", "."): text.encode for name, text in texts.items()}


def held(folder: Path) -> dict[str, str]:
    """Every file below ``folder`` but the mark."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {address: path.read_text("utf-8") for address, path in found.items() if address != MARK}


def test_a_folder_becomes_equal_to_its_files(tmp_path: Path) -> None:
    """What differs is written, what is gone is removed with the folders it leaves empty, and the rest stays."""
    folder = tmp_path / "made"
    assert mirror(folder, made(a_yml="1", s__b_yml="2", t__c_yml="3")).removed == ()
    before = (folder / "a.yml").stat().st_mtime_ns

    assert mirror(folder, made(a_yml="1", s__b_yml="4")) == Mirrored(("s/b.yml",), ("t",))
    assert held(folder) == {"a.yml": "1", "s/b.yml": "4"}
    assert (folder / "a.yml").stat().st_mtime_ns == before
    assert mirror(folder, made(a_yml="1", s__b_yml="4")) == Mirrored((), ())


def test_links_are_removed_and_never_followed(tmp_path: Path) -> None:
    """A link below the folder, to a file or a folder, loses its place; what it leads to stays."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "b.yml").write_text("theirs")
    folder = tmp_path / "made"
    mirror(folder, made(a_yml="1"))
    (folder / "s").symlink_to(outside)
    (folder / "a.yml").unlink()
    (folder / "a.yml").symlink_to(outside / "b.yml")
    (folder / "gone").symlink_to(outside)

    mirror(folder, made(a_yml="1", s__b_yml="2"))

    assert held(folder) == {"a.yml": "1", "s/b.yml": "2"}
    assert held(outside) == {"b.yml": "theirs"}
    assert not (folder / "a.yml").is_symlink()
    assert not (folder / "s").is_symlink()


def test_folders_and_files_change_places(tmp_path: Path) -> None:
    """A folder where a file belongs, and the reverse."""
    folder = tmp_path / "made"
    mirror(folder, made(x__y="1", z="2"))
    mirror(folder, made(x="1", z__y="2"))

    assert held(folder) == {"x": "1", "z/y": "2"}


@pytest.mark.parametrize("others", ["file", "link"])
def test_a_folder_of_others_is_refused(tmp_path: Path, others: str) -> None:
    """One with files that were not made here, or a link to a folder."""
    clerks = tmp_path / "content"
    clerks.mkdir()
    (clerks / "site.yml").write_text("theirs")
    folder = clerks if others == "file" else tmp_path / "link"
    if others == "link":
        folder.symlink_to(clerks)

    with pytest.raises(NotMade, match=folder.name):
        mirror(folder, made(a_yml="1"))
    assert held(clerks) == {"site.yml": "theirs"}


@pytest.mark.parametrize("address", ["../x", "a/../../x", "/x"])
def test_no_address_leads_out(tmp_path: Path, address: str) -> None:
    """Whatever a caller hands over."""
    with pytest.raises(ValueError, match="made"):
        mirror(tmp_path / "made", {address: b"".__bytes__})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("killed_at", range(4))
def test_a_killed_run_leaves_a_folder_that_the_next_completes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed_at: int
) -> None:
    """No file is half-written, and what the killed run left is cleared, wherever it ended."""
    folder, number = tmp_path / "made", -1

    def replace(self: Path, target: Path) -> Path:
        nonlocal number
        number += 1
        if number == killed_at:
            os._exit(9)
        return self.rename(target)

    if not (child := os.fork()):
        monkeypatch.setattr(files.Path, "replace", replace)
        mirror(folder, made(a_yml="1", b_yml="2", c_yml="3"))
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert len([one for one in folder.iterdir() if one.name.endswith(".part")]) == 1

    mirror(folder, made(a_yml="1", b_yml="2", c_yml="4"))

    assert held(folder) == {"a.yml": "1", "b.yml": "2", "c.yml": "4"}


def test_an_empty_folder_is_nothing(tmp_path: Path) -> None:
    """It may have been made for those who read the folder, and would be removed and made with each run."""
    folder = tmp_path / "made"
    mirror(folder, made(a_yml="1"))
    (folder / "pages").mkdir()

    assert mirror(folder, made(a_yml="1")) == Mirrored((), ())
    assert (folder / "pages").is_dir()
