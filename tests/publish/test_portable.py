"""What a copy needs to be carried around: names that Windows opens, and a ZIP."""

import zipfile
from pathlib import Path

import pytest

from generator.publish.portable import MOST_CHARACTERS, name_faults, pack


@pytest.mark.parametrize(
    "name", ["index.html", "关于/index.html", "a.b/c-1_2.js", "console/index.html", "a" * MOST_CHARACTERS]
)
def test_names_that_windows_opens(name: str) -> None:
    """Letters of any script, dots and dashes are fine up to the length that fits."""
    assert name_faults([name]) == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a" * (MOST_CHARACTERS + 1), "超过 200 个字符"),
        ("a:b.html", "Windows 不允许"),
        ("a?/index.html", "Windows 不允许"),
        ("a./index.html", "Windows 不允许"),
        ("con/index.html", "Windows 不允许"),
        ("a/LPT1.png", "Windows 不允许"),
    ],
)
def test_names_that_windows_may_not_open(name: str, said: str) -> None:
    """Long names, odd characters and names of devices are told."""
    (fault,) = name_faults(["index.html", name])
    assert fault.startswith(name) and said in fault


def test_archive_holds_the_folder(tmp_path: Path) -> None:
    """The ZIP unpacks to one folder; the same files give the same bytes; nothing is left beside it."""
    folder = tmp_path / "site-portable"
    (folder / "关于").mkdir(parents=True)
    (folder / "index.html").write_text("甲" * 99, "utf-8")
    (folder / "关于" / "a.pdf").write_bytes(b"%PDF")
    archive = tmp_path / "site-portable.zip"
    pack(folder, ["index.html", "关于/a.pdf"], archive)
    first = archive.read_bytes()
    pack(folder, ["关于/a.pdf", "index.html"], archive)
    assert archive.read_bytes() == first
    with zipfile.ZipFile(archive) as file:
        assert file.namelist() == ["site-portable/index.html", "site-portable/关于/a.pdf"]
        assert file.read("site-portable/关于/a.pdf") == b"%PDF"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site-portable", "site-portable.zip"]
