"""clean: what people see of a file is written beside it, or one sentence says why it is not."""

import io
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pdf_builder import page, shown
from PIL import Image
from project_builder import DAY

from generator.build import clean as module
from generator.build.clean import Cleaned, NotCleaned, clean
from generator.privacy import gate
from generator.system.environment import Refused
from generator.texts.commands import NOT_CLEANED

MOBILE = "138" + "0013" + "8001"


def cleaned(path: Path, out: Path | None = None) -> Cleaned:
    """Rewrite a file that belongs to no project."""
    return clean(path, out, None, DAY, lambda *_: None)


def picture(folder: Path, name: str = "门牌.jpg", form: str = "JPEG") -> Path:
    """A picture with an owner, in a file."""
    exif = Image.Exif()
    exif[0x013B] = "子虚"
    target = io.BytesIO()
    Image.new("RGB", (9, 9)).save(target, form, **({"exif": exif} if form == "JPEG" else {}))
    path = folder / name
    path.write_bytes(target.getvalue())
    return path


@pytest.mark.parametrize(
    ("name", "form", "new"),
    [
        ("门牌.jpg", "JPEG", "门牌-clean.jpg"),
        ("门牌.JPG", "JPEG", "门牌-clean.JPG"),
        ("门牌.gif", "GIF", "门牌-clean.png"),
        ("门牌", "BMP", "门牌-clean.png"),
    ],
)
def test_new_file_lies_beside_the_old_one(tmp_path: Path, name: str, form: str, new: str) -> None:
    """It has the form of the old one, where that can be published; the old one is not changed, and nothing else left."""
    path = picture(tmp_path, name, form)
    before = path.read_bytes()

    result = cleaned(path)

    assert (result.path, result.leaks, result.is_fit) == (tmp_path / new, (), True)
    assert path.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {name, new}


def test_pages_of_a_pdf_have_to_be_looked_at(tmp_path: Path) -> None:
    """The gate reads the new file and says so; it can be published once a person has."""
    path = tmp_path / "通知.pdf"
    path.write_bytes(page(shown(b"(ok)")))

    result = cleaned(path)

    assert [leak.kind for leak in result.leaks] == ["picture-page"]
    assert result.is_fit
    lines = [line.text for line in result.report()]
    assert "通知-clean.pdf" in lines[1]
    assert "content/seen.yml" in lines[2]


def test_what_is_still_found_is_told(tmp_path: Path) -> None:
    """A name of a file may hold what is private, and is not repeated."""
    result = cleaned(picture(tmp_path, f"{MOBILE}.jpg"))

    assert not result.is_fit
    assert [leak.kind for leak in result.leaks] == ["mobile"]
    assert all(MOBILE not in line.text for line in result.report())


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Neither a file that is there already, nor the file itself."""
    path = picture(tmp_path)
    (tmp_path / "门牌-clean.jpg").write_bytes(b"mine")

    for out in (None, path):
        with pytest.raises(Refused, match="已经存在"):
            cleaned(path, out)
    assert (tmp_path / "门牌-clean.jpg").read_bytes() == b"mine"
    assert cleaned(path, tmp_path / "另一份.png").path.read_bytes().startswith(b"\x89PNG")


def test_ending_fits_the_kind(tmp_path: Path) -> None:
    """A picture becomes no PDF, whatever it is called."""
    with pytest.raises(Refused, match="扩展名应为"):
        cleaned(picture(tmp_path), tmp_path / "门牌.pdf")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("通知.docx", b"PK\x03\x04", "office"),
        ("通知.txt", "通知".encode(), "damaged"),
        ("通知.pdf", b"%PDF-1.7 nothing", "damaged"),
        ("门牌.png", b"\x89PNG\r\n\x1a\n", "damaged"),
        ("空.jpg", b"", "damaged"),
    ],
)
def test_other_files_are_refused_in_one_line(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    """It says what to do instead, and nothing is written."""
    (tmp_path / name).write_bytes(content)

    with pytest.raises(NotCleaned) as refused:
        cleaned(tmp_path / name)

    assert str(refused.value) == f"{name}：{NOT_CLEANED[reason]}"
    assert "\n" not in str(refused.value)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def _sleeps(_: object) -> Iterator[bytes]:
    time.sleep(9)
    yield b""


def _dies(_: object) -> Iterator[bytes]:
    os._exit(1)
    yield b""


@pytest.mark.parametrize(("trap", "reason", "seconds"), [(_sleeps, "overdue", 0.3), (_dies, "died", 60.0)])
def test_traps_end_with_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trap: object, reason: str, seconds: float
) -> None:
    """A file that takes for ever, or all memory, is given up."""
    monkeypatch.setattr(module, "_rewritten", trap)
    monkeypatch.setattr(module, "SECONDS", seconds)

    with pytest.raises(NotCleaned) as refused:
        cleaned(picture(tmp_path))

    assert NOT_CLEANED[reason] in str(refused.value)


def test_too_large_a_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size is asked for first."""
    monkeypatch.setattr(module, "MAX_FILE_BYTES", 10)

    with pytest.raises(NotCleaned, match="超过"):
        cleaned(picture(tmp_path))


def test_every_reason_has_its_words() -> None:
    """What the writers of files say when they give up is in the table."""
    sources = [path.read_text("utf-8") for path in (Path(gate.__file__).parent).rglob("*.py")]
    reasons = {reason for source in sources for reason in re.findall(r'NotRewritten\("([^"]+)"', source)}

    assert len(reasons) > 2
    assert reasons <= NOT_CLEANED.keys()
