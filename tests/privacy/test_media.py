"""media: what pictures say beside their looks."""

import io
import struct
import zlib

import pytest
from PIL import Image, PngImagePlugin

from generator.privacy.finding import Unreadable
from generator.privacy.media import words
from generator.privacy.media.words import picture
from generator.privacy.passages import passages

CANARY = "canary-7Q"


def parts(data: bytes, name: str = "x") -> list[str]:
    """Parts of the file whose text holds the canary."""
    return [passage.part for passage in passages(name, data) if CANARY in passage.text]


def alarms(data: bytes) -> set[str]:
    """Kinds that stand without a search."""
    return {passage.alarm for passage in passages("x", data) if passage.alarm}


def photo(form: str = "JPEG", position: bool = True) -> bytes:
    """A small photo with an owner, a comment in three places, and a position."""
    exif = Image.Exif()
    exif[0x013B] = CANARY
    exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + CANARY.encode("utf-16-le")
    if position:
        exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 1.0, 2.0), 3: "E", 4: (104.0, 1.0, 2.0)})
    target = io.BytesIO()
    Image.new("RGB", (4, 4)).save(target, form, exif=exif)
    return target.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_notes_of_a_camera_are_read(form: str) -> None:
    """Owner, comment and position of a photo are found, in every format that may be published."""
    data = photo(form)

    assert len(parts(data)) >= 2
    assert alarms(data) == {"photo-position"}
    assert alarms(photo(form, position=False)) == set()


def test_position_in_xmp_is_found() -> None:
    """A position may also stand in XMP."""
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta exif:GPSLatitude='30,1N'/>")
    target = io.BytesIO()
    Image.new("1", (1, 1)).save(target, "PNG", pnginfo=info)

    assert alarms(target.getvalue()) == {"photo-position"}


@pytest.mark.parametrize("kind", ["tEXt", "zTXt", "iTXt", "packed iTXt"])
@pytest.mark.parametrize("end", [False, True], ids=["before the pixels", "after them"])
def test_words_in_a_png_are_read(kind: str, end: bool) -> None:
    """Text chunks are read, packed or not, wherever they stand."""
    body = {
        "tEXt": b"Comment\0canary-7Q",
        "zTXt": b"Comment\0\0" + zlib.compress(b"canary-7Q"),
        "iTXt": b"Comment\0\0\0zh\0\0canary-7Q",
        "packed iTXt": b"Comment\0\1\0zh\0\0" + zlib.compress(b"canary-7Q"),
    }[kind]
    target = io.BytesIO()
    Image.new("1", (1, 1)).save(target, "PNG")
    plain, name = target.getvalue(), kind[-4:].encode()
    chunk = struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    cut = len(plain) - 12 if end else 8 + 25

    assert parts(plain) == []
    assert (
        parts(plain[:cut] + chunk + plain[cut:]) == ["metadata"] * len(parts(plain[:cut] + chunk + plain[cut:])) != []
    )


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_what_is_appended_is_read(form: str) -> None:
    """Bytes after the end of a picture are read as a file of their own."""
    target = io.BytesIO()
    Image.new("RGB", (1, 1)).save(target, form)

    assert parts(target.getvalue() + CANARY.encode()) == ["appended"]


def test_comment_of_a_jpeg_is_read() -> None:
    """A comment that no EXIF knows is read."""
    target = io.BytesIO()
    Image.new("RGB", (1, 1)).save(target, "JPEG", comment=CANARY.encode())

    assert set(parts(target.getvalue())) == {"metadata"}


def test_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that unpack to more than the limit are unreadable."""
    monkeypatch.setattr(words, "MAX_METADATA", 1_000)
    body = b"Comment\0\0" + zlib.compress(b" " * 2_000)
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(body)) + b"zTXt" + body + b"\0" * 4

    with pytest.raises(Unreadable):
        list(picture(png))


@pytest.mark.parametrize("data", [b"\xff\xd8\xff damaged", b"\x89PNG\r\n\x1a\n\0\0\0\x09tEXtcut"])
def test_what_cannot_be_read_is_said(data: bytes) -> None:
    """A damaged picture is not taken for a clean one."""
    with pytest.raises(Unreadable):
        list(passages("x", data))


def test_a_huge_picture_is_read_without_its_pixels() -> None:
    """Only the header says how large a picture is; nothing of that size is made."""
    target = io.BytesIO()
    Image.new("1", (14_000, 14_000)).save(target, "PNG")

    assert parts(target.getvalue()) == []


@pytest.mark.parametrize("mark", [b"\xff\xed", b"\xff\xe9", b"\xff\xe1"])
def test_other_segments_of_a_photo_are_read(mark: bytes) -> None:
    """Captions that a picture agency writes (IPTC), and whatever else stands before the pixels."""
    target = io.BytesIO()
    Image.new("RGB", (4, 4)).save(target, "JPEG")
    plain = target.getvalue()
    body = b"Photoshop 3.0\x008BIM" + CANARY.encode()
    data = plain[:2] + mark + struct.pack(">H", 2 + len(body)) + body + plain[2:]

    assert "metadata" in parts(data)


def test_unknown_chunk_of_a_picture_is_read() -> None:
    """A program may put its words into a chunk of its own."""
    target = io.BytesIO()
    Image.new("1", (1, 1)).save(target, "PNG")
    body = b"prVt" + CANARY.encode()
    chunk = struct.pack(">I", len(CANARY)) + body + struct.pack(">I", zlib.crc32(body))
    data = target.getvalue()

    assert parts(data[:33] + chunk + data[33:]) == ["metadata"] * 2
