"""known_places: where problems stood in files of the same bytes, found without reading them."""

import json
from pathlib import Path

import pytest

from generator.content.field_places import place_of
from generator.content.known_places import KnownPlaces
from generator.content.parsed_records import source_digest

SERVICE = "services/a.yml"
TEXT = b"id: a\nname: A\nstatus:\n  state: active\n"
STATE = ("status", "state")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with one file."""
    (tmp_path / "services").mkdir()
    (tmp_path / SERVICE).write_bytes(TEXT)
    return tmp_path


def test_place_is_found_without_the_file_in_a_later_run(folder: Path) -> None:
    """The first run reads it, the second does not; both say the same as who looks into the file."""
    first = KnownPlaces()
    place = first.place(folder, SERVICE, source_digest(TEXT), STATE)
    assert (place, first.read_again) == (place_of(TEXT, STATE, False, None), {SERVICE})
    assert place == (4, 10)

    (folder / SERVICE).unlink()
    later = KnownPlaces(json.loads(json.dumps(first.kept())))

    assert later.place(folder, SERVICE, source_digest(TEXT), STATE) == place
    assert later.read_again == set()


def test_place_in_other_bytes_is_looked_for(folder: Path) -> None:
    """An edit moves the field; a renamed file, and another field, are looked at as well."""
    known = KnownPlaces()
    known.place(folder, SERVICE, source_digest(TEXT), STATE)
    edited = b"# a line\n" + TEXT
    (folder / SERVICE).write_bytes(edited)
    (folder / "services/b.yml").write_bytes(edited)

    assert known.place(folder, SERVICE, source_digest(edited), STATE) == (5, 10)
    assert known.place(folder, SERVICE, source_digest(edited), ("name",)) == (3, 7)
    assert known.place(folder, "services/b.yml", source_digest(edited), STATE) == (5, 10)


def test_place_is_kept_for_the_bytes_that_were_read(folder: Path) -> None:
    """Where somebody writes while a build runs, the place in the new bytes is not taken for that in the old ones."""
    known = KnownPlaces()
    (folder / SERVICE).write_bytes(b"# a line\n" + TEXT)
    assert known.place(folder, SERVICE, source_digest(TEXT), STATE) == (5, 10)
    (folder / SERVICE).write_bytes(TEXT)

    assert known.place(folder, SERVICE, source_digest(TEXT), STATE) == (4, 10)


def test_what_no_run_asks_for_is_forgotten(folder: Path) -> None:
    """Neither deleted files nor problems that are solved leave anything behind."""
    known = KnownPlaces()
    known.place(folder, SERVICE, source_digest(TEXT), STATE)
    known.begin()
    known.place(folder, SERVICE, source_digest(TEXT), STATE)
    assert known.read_again == set()
    known.begin()

    assert known.kept() == {}


def test_file_that_is_gone_has_its_start_as_place(folder: Path) -> None:
    """It is not known the next time either."""
    known = KnownPlaces()

    assert known.place(folder, "services/gone.yml", None, STATE) == (1, 1)
    assert (known.kept(), known.read_again) == ({}, {"services/gone.yml"})
