"""media: what PDFs and pictures say beside their looks."""

import io
import struct
import zlib

import pypdfium2
import pytest
from PIL import Image, PngImagePlugin

from generator.privacy import media
from generator.privacy.media import Unreadable, picture, portable_document
from generator.privacy.passages import passages

CANARY = "canary-7Q"


def parts(data: bytes, name: str = "x") -> list[str]:
    """Parts of the file whose text holds the canary."""
    return [passage.part for passage in passages(name, data) if CANARY in passage.text]


def alarms(data: bytes) -> set[str]:
    """Kinds that stand without a search."""
    return {passage.alarm for passage in passages("x", data) if passage.alarm}


def pdf(*objects: bytes, info: bytes = b"<<>>") -> bytes:
    """A PDF of one page: its content stream is object 4, its other objects are 5 and up."""
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Annots[5 0 R 6 0 R]"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        *objects,
    ]
    data = b"%PDF-1.7\n"
    starts = []
    for number, body in enumerate([*bodies, info], 1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(starts) + 1
    trailer = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, size - 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + trailer


def stream(content: bytes, keys: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), keys, content)


PAGE = stream(b"BT /F 12 Tf 20 20 Td (hello) Tj ET")
XMP = b"<?xpacket?><x:xmpmeta>canary-7Q</x:xmpmeta>"
DOCUMENTS = {
    "text": (pdf(stream(b"BT /F 12 Tf 20 20 Td (canary-7Q) Tj ET")), ""),
    "invisible text": (pdf(stream(b"BT 3 Tr /F 12 Tf 20 20 Td (canary-7Q) Tj ET")), ""),
    "metadata": (pdf(PAGE, info=b"<</Author(canary-7Q)>>"), "metadata"),
    "note": (pdf(PAGE, b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(canary-7Q)>>"), "note"),
    "link": (
        pdf(PAGE, b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://a.example/canary-7Q)>>>>"),
        "link",
    ),
    "form field": (pdf(PAGE, b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/V(canary-7Q)>>"), "note"),
    "property of its own": (pdf(PAGE, info=b"<</Company(canary-7Q)>>"), "strings"),
    "escaped string": (pdf(PAGE, info=b"<</Company(c\\141nary\\\n-7Q)>>"), "strings"),
    "string in hexadecimal": (
        pdf(PAGE, info=b"<</Company<FEFF%s>>>" % CANARY.encode("utf-16-be").hex().encode()),
        "strings",
    ),
    "description of a picture": (pdf(PAGE, b"<</Type/StructElem/S/Figure/Alt(a (b) canary-7Q)>>"), "strings"),
    "packed objects": (
        pdf(PAGE, stream(zlib.compress(b"7 0 <</Alt(canary-7Q)>>"), b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode")),
        "strings",
    ),
    "file in a note": (
        pdf(PAGE, stream(zlib.compress(b"canary-7Q"), b"/Type/EmbeddedFile/Filter/FlateDecode")),
        "attachment",
    ),
    "xmp": (pdf(PAGE, stream(XMP, b"/Type/Metadata/Subtype/XML")), "metadata"),
    "packed xmp": (pdf(PAGE, stream(zlib.compress(XMP), b"/Type/Metadata/Subtype/XML/Filter/FlateDecode")), "metadata"),
}


@pytest.mark.parametrize(("data", "part"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_documents_hide_nothing(data: bytes, part: str) -> None:
    """Text of pages, also where nothing is painted, notes, links, fields and metadata of a PDF are read."""
    assert part in parts(data)


def test_page_is_the_line() -> None:
    """A text in a PDF is placed by its page."""
    (found,) = [passage for passage in passages("x.pdf", DOCUMENTS["text"][0]) if CANARY in passage.text]

    assert found.place(found.text.index(CANARY)) == (1, 1)


def test_attachments_are_opened() -> None:
    """A file attached to a PDF is read as the file it is, and its name too."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(100, 100)
    document.new_attachment("list.csv").set_data(CANARY.encode())
    document.new_attachment(f"{CANARY}.txt").set_data(b"x")
    target = io.BytesIO()
    document.save(target)

    assert set(parts(target.getvalue())) == {f"{CANARY}.txt!name", "list.csv", "strings"}


def test_photo_within_a_document_is_opened() -> None:
    """The camera's notes in a photo that a PDF holds are read."""
    data = pdf(PAGE, stream(photo(), b"/Type/XObject/Subtype/Image/Filter/DCTDecode"))

    assert parts(data)
    assert "photo-position" in alarms(data)


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
    """Words that unpack to more than the limit, and too many pages, are unreadable."""
    monkeypatch.setattr(media, "MAX_METADATA", 1_000)
    monkeypatch.setattr(media, "MAX_PAGES", 0)
    body = b"Comment\0\0" + zlib.compress(b" " * 2_000)
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(body)) + b"zTXt" + body + b"\0" * 4

    with pytest.raises(Unreadable):
        list(picture(png))
    with pytest.raises(Unreadable):
        list(portable_document(pdf(PAGE)))


@pytest.mark.parametrize("data", [b"%PDF-1.7 damaged", b"\xff\xd8\xff damaged", b"\x89PNG\r\n\x1a\n\0\0\0\x09tEXtcut"])
def test_what_cannot_be_read_is_said(data: bytes) -> None:
    """A damaged picture or document is not taken for a clean one."""
    with pytest.raises(Unreadable):
        list(passages("x", data))


def test_document_with_a_password_is_unreadable() -> None:
    """Nobody can vouch for what he cannot open."""
    locked = pdf(PAGE).replace(
        b"/Info", b"/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>/Info" % (b"a" * 32, b"b" * 32)
    )

    with pytest.raises(Unreadable):
        list(passages("x.pdf", locked))


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
