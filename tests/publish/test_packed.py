"""Packs: what is unpacked is what was packed, and nothing else is taken for it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from project_builder import make_project, publish_project, tree

from generator.publish.packed import BrokenPack, packed, publish_packed, unpack


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published site."""
    project = make_project(tmp_path / "project")
    publish_project(project)
    return project / "site"


def test_pack_says_what_it_holds_and_not_when(site: Path, tmp_path: Path) -> None:
    """Equal folders are equal bytes; each folder comes out under its name."""
    data = packed({"site": site, "none": tmp_path / "missing"})
    (site / "index.html").touch()

    unpack(data, "site", tmp_path / "out")

    assert data == packed({"site": site, "none": tmp_path / "missing"})
    assert tree(tmp_path / "out") == tree(site)


def test_packed_site_takes_the_place_of_another_as_a_build_would(site: Path, tmp_path: Path) -> None:
    """The second time nothing is written; after a change the site is the new one, and files that stayed are the same."""
    place, cache = tmp_path / "place", tmp_path / "cache"

    assert publish_packed(packed({"site": site}), "site", place, cache)
    assert not publish_packed(packed({"site": site}), "site", place, cache)
    assert tree(place) == tree(site)


def test_folder_that_no_build_made_is_not_replaced(site: Path, tmp_path: Path) -> None:
    """As in a build."""
    place = tmp_path / "place"
    place.mkdir()
    (place / "photo.jpg").write_bytes(b"x")

    with pytest.raises(Exception, match="place"):
        publish_packed(packed({"site": site}), "site", place, tmp_path / "cache")

    assert tree(place) == {"photo.jpg": b"x"}


def _with(name: str, content: bytes) -> Callable[[bytes], bytes]:
    def add(data: bytes) -> bytes:
        stream = io.BytesIO(data)
        with zipfile.ZipFile(stream, "a") as archive:
            archive.writestr(name, content)
        return stream.getvalue()

    return add


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-30],
        lambda _: b"",
        _with("site/more.html", b"x"),
        _with("site/../../escaped", b"x"),
        _with("site/..\\escaped", b"x"),
    ],
    ids=["cut off", "empty", "a file too many", "a way out", "a way out on Windows"],
)
def test_pack_that_was_changed_is_refused(site: Path, tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    """What is published stays as it is."""
    place, cache = tmp_path / "place", tmp_path / "cache"
    publish_packed(packed({"site": site}), "site", place, cache)
    before = tree(tmp_path)

    with pytest.raises(BrokenPack):
        publish_packed(spoil(packed({"site": site})), "site", place, cache)

    assert tree(tmp_path) == before
