"""kept: tables between builds, which are read only as this program wrote them."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from project_builder import make_project

from generator.build import kept
from generator.build.kept import place_digest, read_kept, write_kept
from generator.content.project import open_project

TEXT = "第一行\n第二行 x\n"


def test_what_was_kept_is_read_back(tmp_path: Path) -> None:
    """Text of any kind, nothing included, whole."""
    for number, text in enumerate((TEXT, "", "\n", "\x00")):
        write_kept(tmp_path / "deep" / str(number), text)
        assert read_kept(tmp_path / "deep" / str(number)) == text
    assert {path.name for path in (tmp_path / "deep").iterdir()} == {"0", "1", "2", "3"}


def test_file_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    """Nor does a folder in its place."""
    assert read_kept(tmp_path / "none") is None
    assert read_kept(tmp_path) is None


def test_file_that_was_cut_off_is_not_read(tmp_path: Path) -> None:
    """Wherever that happened."""
    write_kept(tmp_path / "a", TEXT)
    whole = (tmp_path / "a").read_bytes()

    for length in range(len(whole)):
        (tmp_path / "a").write_bytes(whole[:length])
        assert read_kept(tmp_path / "a") is None, length


def test_file_with_another_byte_is_not_read(tmp_path: Path) -> None:
    """Each byte counts, those of the first line and those that are no text any more included."""
    write_kept(tmp_path / "a", TEXT)
    whole = (tmp_path / "a").read_bytes()

    for place in range(len(whole)):
        for other in (whole[place] ^ 1, 0xFF):
            (tmp_path / "a").write_bytes(whole[:place] + bytes([other]) + whole[place + 1 :])
            assert read_kept(tmp_path / "a") is None, place
    (tmp_path / "a").write_bytes(whole + b"\n")
    assert read_kept(tmp_path / "a") is None


def test_file_of_another_program_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table follows from the program, too."""
    write_kept(tmp_path / "a", TEXT)
    monkeypatch.setattr(kept, "program_digest", lambda: "another")

    assert read_kept(tmp_path / "a") is None
    write_kept(tmp_path / "a", TEXT)
    assert read_kept(tmp_path / "a") == TEXT


def test_file_under_another_name_is_not_read(tmp_path: Path) -> None:
    """One table is no other, whoever copied it there; a folder may be moved."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    write_kept(tmp_path / "a" / "names", TEXT)
    for copy in ("a/gate", "a/files-0", "b/names"):
        (tmp_path / copy).write_bytes((tmp_path / "a" / "names").read_bytes())

    assert read_kept(tmp_path / "a" / "gate") is None and read_kept(tmp_path / "a" / "files-0") is None
    assert read_kept(tmp_path / "b" / "names") == TEXT


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_pipe_in_the_place_of_a_table_keeps_nobody_waiting(tmp_path: Path) -> None:
    """Nor does a folder, or a link to one."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path)

    assert [read_kept(tmp_path / name) for name in ("pipe", "link", "")] == [None, None, None]


def test_each_place_of_a_site_has_its_own_tables(tmp_path: Path) -> None:
    """Two sites of one project do not share what is of one."""
    project = open_project(make_project(tmp_path / "p"))

    assert place_digest(project) == place_digest(open_project(tmp_path / "p"))
    assert place_digest(project) != place_digest(replace(project, site=tmp_path / "elsewhere"))


def test_tables_hold_where_project_and_site_are_moved_together(tmp_path: Path) -> None:
    """On the computers of a cluster a hall is unpacked in another folder each time, its site beside it."""
    first, second = (open_project(make_project(tmp_path / name / "p"), tmp_path / name / "site") for name in "ab")

    assert place_digest(first) == place_digest(second)
    assert place_digest(first) != place_digest(open_project(tmp_path / "a" / "p", tmp_path / "b" / "site"))
