"""Pictures: every block of the file is read, and what stands behind its end."""

import io
import struct
import zlib

import pytest
from PIL import Image

from generator.privacy.finding import Unreadable
from generator.privacy.passages import passages
from generator.privacy.picture_blocks import blocks

CANARY = "canary-7Q"


def parts(data: bytes, name: str = "x") -> set[str]:
    """Parts of the file whose text holds the canary."""
    return {passage.part for passage in passages(name, data) if CANARY in passage.text}


def drawn(form: str, **options: object) -> bytes:
    """A small picture."""
    target = io.BytesIO()
    Image.effect_noise((40, 40), 90).save(target, form, **options)
    return target.getvalue()


def segment(mark: int, body: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes((0xFF, mark)) + struct.pack(">H", 2 + len(body)) + body


def profile(words: str) -> bytes:
    """Something like a colour profile whose words are in wide letters at an odd place."""
    return b"\0" * 41 + words.encode("utf-16-be")


@pytest.mark.parametrize("mark", [0xFE, 0xE0, 0xE1, 0xE2, 0xEE, 0xEF])
@pytest.mark.parametrize("behind", [b"", b"second"])
def test_every_segment_of_a_jpeg_is_read(mark: int, behind: bytes) -> None:
    """Each comment and application segment is read, also those that a later one of the same kind hides."""
    plain = drawn("JPEG")
    hidden = segment(mark, b"Exif\0\0" + CANARY.encode()) + (segment(mark, behind) if behind else b"")

    assert parts(plain) == set()
    assert parts(plain[:20] + hidden + plain[20:]) == {"metadata"}


@pytest.mark.parametrize("progressive", [False, True])
def test_segment_between_runs_of_pixels_is_read(progressive: bool) -> None:
    """A comment right before the end of a JPEG is read, with one run of pixels or several."""
    plain = drawn("JPEG", progressive=progressive)

    assert parts(plain[:-2] + segment(0xFE, CANARY.encode()) + plain[-2:]) == {"metadata"}


@pytest.mark.parametrize("padding", [b"", b"\0" * 7])
def test_picture_behind_a_picture_is_read(padding: bytes) -> None:
    """A second JPEG behind the first is opened as a picture of its own."""
    second = drawn("JPEG", comment=CANARY.encode())

    assert parts(drawn("JPEG") + padding + second) == {"appended!metadata"}


def test_words_of_a_colour_profile_are_read() -> None:
    """The packed profile of a PNG and the plain one of a JPEG or WebP are read, at any alignment."""
    for form in ("PNG", "JPEG", "WEBP"):
        assert parts(drawn(form)) == set()
        assert parts(drawn(form, icc_profile=profile(CANARY))) == {"metadata"}, form


def test_notes_of_the_maker_are_read() -> None:
    """What a camera writes in a form of its own, outside the directories of EXIF, is searched too."""
    exif = Image.Exif()
    exif[0x010F] = "a maker"
    notes = exif.tobytes() + b"MAKER\0" + CANARY.encode()

    for form in ("PNG", "JPEG", "WEBP"):
        assert parts(drawn(form, exif=notes)) == {"metadata"}, form


def test_chunks_of_a_webp_are_read() -> None:
    """A chunk that no program knows is read, and so is what stands behind the end."""
    plain = drawn("WEBP")
    chunks = plain[8:] + b"wOrd" + struct.pack("<I", len(CANARY)) + CANARY.encode() + b"\0"

    assert parts(b"RIFF" + struct.pack("<I", len(chunks)) + chunks) == {"metadata"}
    assert parts(plain + CANARY.encode()) == {"appended"}


def test_frames_within_frames_are_read_as_words() -> None:
    """A WebP of thousands of frames, each in another, is searched and not followed."""
    body = CANARY.encode()
    for _ in range(3000):
        body = b"ANMF" + struct.pack("<I", 16 + len(body)) + b"\0" * 16 + body + b"\0" * (len(body) % 2)
    chunks = b"WEBP" + body

    found = list(blocks(b"RIFF" + struct.pack("<I", len(chunks)) + chunks))
    assert len(found) == 1 and CANARY.encode() in found[0][1]


def test_comments_of_a_gif_are_read() -> None:
    """Each comment of a GIF is read, behind its pixels too, and what stands behind the end."""
    plain = drawn("GIF")
    comment = b"\x21\xfe" + bytes([len(CANARY)]) + CANARY.encode() + b"\0"

    assert parts(plain) == set()
    assert parts(plain[:-1] + comment + plain[-1:]) == {"metadata"}
    assert parts(plain + CANARY.encode()) == {"appended"}


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "GIF"])
def test_picture_that_is_cut_off_is_unreadable(form: str) -> None:
    """Nobody can say what stood in the part that is missing."""
    with pytest.raises(Unreadable):
        list(passages("x", drawn(form)[:-30]))


def png_chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(pixels: bytes, *more: bytes, interlaced: int = 0) -> bytes:
    """A grey PNG of five columns and three rows with the given packed pixels, in one chunk or more."""
    header = struct.pack(">IIBBBBB", 5, 3, 8, 0, 0, 0, interlaced)
    chunks = [png_chunk(b"IHDR", header), *(png_chunk(b"IDAT", part) for part in (pixels, *more))]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks) + png_chunk(b"IEND", b"")


ROWS = bytes(3 * 6)
HIDDEN = CANARY.encode()


@pytest.mark.parametrize(
    "data",
    [
        png(zlib.compress(ROWS) + HIDDEN),
        png(zlib.compress(ROWS), HIDDEN),
        png(zlib.compress(ROWS)[:5], zlib.compress(ROWS)[5:] + HIDDEN),
        png(zlib.compress(ROWS + HIDDEN)),
        png(zlib.compress(bytes(27) + HIDDEN), interlaced=1),
    ],
    ids=["behind the end", "chunk of its own", "several chunks", "more rows", "interlaced"],
)
def test_words_behind_the_pixels_of_a_png_are_read(data: bytes) -> None:
    """Behind the end of what is packed, and unpacked beyond the last row."""
    assert parts(data) == {"appended"}


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_pixels_of_a_png_are_no_words(mode: str) -> None:
    """Rows of every kind of colour are counted right, so that nothing seems to stand behind them."""
    target = io.BytesIO()
    Image.new(mode, (13, 7)).save(target, "PNG")

    assert {passage.part for passage in passages("x", target.getvalue())} == {"name"}
    assert parts(png(zlib.compress(bytes(25)), interlaced=1)) == set()


@pytest.mark.parametrize("size", [(60_000, 60_000), (5, 3)], ids=["declared", "packed"])
def test_bombs_of_pixels_are_unreadable(size: tuple[int, int]) -> None:
    """A picture that says it is as large as a wall, and one that unpacks to far more than it says."""
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 0, 0, 0, 0))
    pixels = png_chunk(b"IDAT", zlib.compress(bytes(30_000_000)))

    with pytest.raises(Unreadable):
        list(passages("x", b"\x89PNG\r\n\x1a\n" + header + pixels + png_chunk(b"IEND", b"")))


def test_many_packed_words_are_unreadable_together() -> None:
    """Each is below the limit, and all of them are not."""
    words = png_chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(15_000_000)))
    data = png(zlib.compress(ROWS))

    with pytest.raises(Unreadable):
        list(passages("x", data[:33] + words * 2 + data[33:]))


def test_every_page_of_a_tiff_is_read() -> None:
    """Words and position stand in the directory of any page, and in one within it."""
    target, first, last = io.BytesIO(), Image.new("L", (4, 4)), Image.new("L", (4, 4))
    last.encoderinfo = {"tiffinfo": {270: CANARY}}
    first.save(target, "TIFF", save_all=True, append_images=[last])
    assert parts(target.getvalue()) == {"metadata"}

    inner = {0x8769: {0x9286: b"ASCII\0\0\0" + HIDDEN}, 0x8825: {1: "N", 2: (30.0, 1.0, 2.0)}}
    target = io.BytesIO()
    Image.new("L", (4, 4)).save(target, "TIFF", tiffinfo=inner)
    assert parts(target.getvalue()) == {"metadata"}
    assert {passage.alarm for passage in passages("x", target.getvalue())} == {"", "photo-position"}
    assert parts(drawn("TIFF")) == set()


@pytest.mark.parametrize("order", ["<", ">"])
def test_directories_of_a_tiff_that_go_round_end(order: str) -> None:
    """A directory that names itself as the next is read once; one outside of the file is unreadable."""
    start = b"II*\0" if order == "<" else b"MM\0*"
    entry = struct.pack(f"{order}HHII", 270, 2, len(HIDDEN), 26)
    round_trip = start + struct.pack(f"{order}IH", 8, 1) + entry + struct.pack(f"{order}I", 8) + HIDDEN

    assert parts(round_trip) == {"metadata"}
    with pytest.raises(Unreadable):
        list(passages("x", round_trip[:-3]))


def test_words_declared_by_name_are_read() -> None:
    """A text that a drawing puts together from declared names, one within another, is read as it is shown."""
    drawing = b"""<!DOCTYPE svg [<!ENTITY a "can"><!ENTITY b '&a;ary'>]><svg><text>&b;-7Q</text></svg>"""

    assert parts(drawing, "x.svg") == {""}


@pytest.mark.parametrize(
    "declarations",
    [
        b'<!ENTITY a SYSTEM "other.txt">',
        b'<!ENTITY % a "b">',
        b'<!ENTITY a "%s">' % (b"0" * 9_000)
        + b"".join(b'<!ENTITY b%d "%s">' % (number, b"&a;" * 3_000) for number in range(300)),
        b'<!ENTITY a "0123456789">' + b"".join(b'<!ENTITY %c "%s">' % (c, b"&%c;" % (c - 1) * 10) for c in b"bcdefg"),
    ],
    ids=["another file", "parameter", "many large", "bomb"],
)
def test_declarations_that_nobody_can_follow_are_unreadable(declarations: bytes) -> None:
    """A name that stands for another file, or for millions of letters, is refused."""
    with pytest.raises(Unreadable):
        list(passages("x.svg", b"<!DOCTYPE svg [" + declarations + b"]><svg>&a;</svg>"))
