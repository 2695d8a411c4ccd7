import io
import zipfile

import pytest

from generator.system.zips import zipped

FILES = (("页/b.html", b"<p>" + b"x" * 500), ("a.PDF", b"%PDF" + b"y" * 500))


def test_order_of_files_is_kept() -> None:
    """What is read first, such as the list of types of an Office file, stays first."""
    with zipfile.ZipFile(io.BytesIO(zipped(FILES))) as archive:
        assert [(name, archive.read(name)) for name in archive.namelist()] == list(FILES)


def test_archive_tells_no_time_and_no_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same files make the same bytes on Windows, and whoever unpacks them may read them."""
    here = zipped(FILES)
    monkeypatch.setattr("zipfile.sys.platform", "win32")
    assert zipped(FILES) == here
    with zipfile.ZipFile(io.BytesIO(here)) as archive:
        assert {(one.date_time[0], one.external_attr >> 16) for one in archive.infolist()} == {(1980, 0o644)}


def test_what_is_packed_in_itself_is_stored() -> None:
    """A PDF grows by being packed again; a page becomes small."""
    with zipfile.ZipFile(io.BytesIO(zipped(FILES))) as archive:
        assert [one.compress_type for one in archive.infolist()] == [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]
