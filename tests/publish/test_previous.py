"""previous: files of the editions before this one, taken over where their bytes are what they should be."""

from hashlib import sha256
from pathlib import Path

import pytest

from generator.publish.previous import keep_published
from generator.publish.staging import Stage, StagedFile

PAGE = b"<h1>A</h1>"
DIGEST = sha256(PAGE).hexdigest()
ADDRESS = "services/a/index.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published site with one page."""
    (tmp_path / "site/services/a").mkdir(parents=True)
    (tmp_path / "site" / ADDRESS).write_bytes(PAGE)
    return tmp_path / "site"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """An empty staging folder."""
    (tmp_path / "stage").mkdir()
    return Stage(tmp_path / "stage")


def test_file_of_the_site_is_shared(site: Path, stage: Stage) -> None:
    """By a link: a thousand unchanged pages are not copied."""
    assert keep_published(site, stage, ADDRESS, DIGEST)

    assert (stage.folder / ADDRESS).samefile(site / ADDRESS)
    assert stage.files == {ADDRESS: StagedFile(DIGEST, len(PAGE))}


def test_file_that_somebody_edited_is_not_taken_over(site: Path, stage: Stage) -> None:
    """Whatever stands in the site, only the bytes that were published count."""
    (site / ADDRESS).write_bytes(PAGE.replace(b"A", b"B"))

    assert not keep_published(site, stage, ADDRESS, DIGEST)
    assert stage.files == {}
    assert not (stage.folder / ADDRESS).exists()


@pytest.mark.parametrize("what", ["nothing", "a link", "a folder"])
def test_what_is_no_file_is_not_taken_over(site: Path, stage: Stage, tmp_path: Path, what: str) -> None:
    """A link to a file with the right bytes is none of the site's own files."""
    (site / ADDRESS).rename(tmp_path / "page")
    if what == "a link":
        (site / ADDRESS).symlink_to(tmp_path / "page")
    elif what == "a folder":
        (site / ADDRESS).mkdir()

    assert not keep_published(site, stage, ADDRESS, DIGEST)
    assert stage.files == {}


def test_file_that_stands_in_the_stage_already_is_kept(site: Path, stage: Stage) -> None:
    """What was left of an earlier edition is looked at first, and by its bytes, too."""
    (site / ADDRESS).unlink()
    (stage.folder / "services/a").mkdir(parents=True)
    (stage.folder / ADDRESS).write_bytes(PAGE)

    assert keep_published(site, stage, ADDRESS, DIGEST)
    assert stage.files == {ADDRESS: StagedFile(DIGEST, len(PAGE))}
    assert not keep_published(site, stage, ADDRESS, sha256(b"other").hexdigest())


def test_spare_file_with_other_bytes_gives_way_to_that_of_the_site(site: Path, stage: Stage) -> None:
    """The published page is taken, and the spare one is not written through."""
    (stage.folder / "services/a").mkdir(parents=True)
    (stage.folder / ADDRESS).write_bytes(b"old")

    assert keep_published(site, stage, ADDRESS, DIGEST)
    assert (stage.folder / ADDRESS).read_bytes() == (site / ADDRESS).read_bytes() == PAGE


def test_writing_a_page_anew_does_not_change_the_published_one(site: Path, stage: Stage) -> None:
    """Both may be the same file until then."""
    keep_published(site, stage, ADDRESS, DIGEST)
    stage.write(ADDRESS, b"new")

    assert (site / ADDRESS).read_bytes() == PAGE
    assert (stage.folder / ADDRESS).read_bytes() == b"new"
