"""pdf.document: nothing that a PDF holds passes unread, whether or not a page shows it."""

import base64
import io
import zlib

import pikepdf
import pypdfium2
import pytest
from pdf_builder import CID_FONT, FONT, page, saved_again, shown, stream
from PIL import Image

from generator.privacy.finding import Unreadable
from generator.privacy.passages import passages
from generator.privacy.pdf import document

CANARY = "canary-7Q"
SHOWN = shown(b"(canary-7Q)")
OK = shown(b"(ok)")
OWN = b"/Resources<</Font<</F 5 0 R>>>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]" + OWN
XMP = b"<?xpacket?><x:xmpmeta>canary-7Q</x:xmpmeta>"


def parts(data: bytes) -> list[str]:
    """Parts of the file whose text holds the canary."""
    return [passage.part for passage in passages("x.pdf", data) if CANARY in passage.text]


def annotation(keys: bytes) -> bytes:
    """A page whose only note is object 6, with an appearance in object 7."""
    return page(OK, b"<</Type/Annot/Rect[0 0 200 20]%s>>" % keys, stream(SHOWN, FORM), keys=b"/Annots[6 0 R]")


def painted(kind: bytes, keys: bytes) -> bytes:
    """A page that paints object 6, in which the canary is."""
    return page(b"/Pattern cs /P scn 0 0 300 300 re f", stream(SHOWN, keys + OWN), resources=kind)


LETTERS = (
    b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 97/LastChar 97/Widths[9]"
    b"/CharProcs<</a 7 0 R>>/Encoding<</Differences[97/a]>>/ToUnicode 8 0 R/Resources<</Font<</F 5 0 R>>>>>>"
)
TO_UNICODE = stream(
    b"begincmap 1 begincodespacerange<00><ff>endcodespacerange 1 beginbfchar<61><0061>endbfchar endcmap"
)
INFO = b"<</Company(canary-7Q)>>"
DOCUMENTS = {
    "text": (page(SHOWN), ""),
    "invisible text": (page(b"3 Tr " + SHOWN), ""),
    "text beside the page": (page(shown(b"(canary-7Q)", (900, 900))), ""),
    "metadata": (page(OK, info=b"<</Author(canary-7Q)>>"), "metadata"),
    "note": (page(OK, b"<</Subtype/Text/Rect[0 0 9 9]/Contents(canary-7Q)>>", keys=b"/Annots[6 0 R]"), "note"),
    "link": (
        page(
            OK, b"<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://a.example/canary-7Q)>>>>", keys=b"/Annots[6 0 R]"
        ),
        "link",
    ),
    "field": (page(OK, b"<</Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/V(canary-7Q)>>", keys=b"/Annots[6 0 R]"), "note"),
    "property of its own": (page(OK, info=INFO), "strings"),
    "escaped string": (page(OK, info=b"<</Company(c\\141nary\\\n-7Q)>>"), "strings"),
    "string in hexadecimal": (
        page(OK, info=b"<</Company<FEFF%s>>>" % CANARY.encode("utf-16-be").hex().encode()),
        "strings",
    ),
    "string with a word behind it": (page(OK, info=b"<</Company(canary-7Q /JS)>>"), "strings"),
    "description of a picture": (page(OK, b"<</Type/StructElem/S/Figure/Alt(a (b) canary-7Q)>>"), "strings"),
    "packed objects": (
        page(OK, stream(zlib.compress(b"7 0 <</Alt(canary-7Q)>>"), b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode")),
        "strings",
    ),
    "file in a note": (
        page(OK, stream(zlib.compress(b"canary-7Q"), b"/Type/EmbeddedFile/Filter/FlateDecode")),
        "attachment",
    ),
    "xmp": (page(OK, stream(XMP, b"/Type/Metadata/Subtype/XML")), "metadata"),
    "packed xmp": (page(OK, stream(zlib.compress(XMP), b"/Type/Metadata/Subtype/XML/Filter/FlateDecode")), "metadata"),
    "stamp": (annotation(b"/Subtype/Stamp/AP<</N 7 0 R>>"), "hidden"),
    "stamp that shows when pressed": (annotation(b"/Subtype/Stamp/AP<</D 7 0 R>>"), "hidden"),
    "state of a field": (annotation(b"/Subtype/Widget/FT/Btn/T(a)/AP<</N<</On 7 0 R>>>>/AS/Off"), "hidden"),
    "hidden note": (annotation(b"/Subtype/Stamp/F 2/AP<</N 7 0 R>>"), "hidden"),
    "pattern": (
        painted(b"/Pattern<</P 6 0 R>>", b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 99 99]/XStep 99/YStep 99"),
        "hidden",
    ),
    "form that nothing paints": (page(OK, stream(SHOWN, FORM)), "hidden"),
    "form with the fonts of its page": (
        page(OK, stream(SHOWN, b"/Subtype/Form/BBox[0 0 9 9]"), resources=b"/XObject<</X 6 0 R>>"),
        "hidden",
    ),
    "words drawn as a letter": (
        page(OK, LETTERS, stream(b"9 0 d0 " + SHOWN), TO_UNICODE, fonts=b"/T 6 0 R"),
        "hidden",
    ),
    "page that was taken out": (
        page(OK, stream(SHOWN), b"<</Type/Page/Parent 2 0 R/Contents 6 0 R%s>>" % OWN),
        "hidden",
    ),
    "other text for signs": (page(b"/Span<</ActualText(ok)>>BDC " + SHOWN + b"EMC"), "hidden"),
    "other text by name": (
        page(b"/Span/P BDC " + SHOWN + b"EMC", resources=b"/Properties<</P<</ActualText(ok)>>>>"),
        "hidden",
    ),
    "other text by number": (
        page(b"/Span/P BDC " + SHOWN + b"EMC", b"<</ActualText(ok)>>", resources=b"/Properties<</P 6 0 R>>"),
        "hidden",
    ),
    "other text itself": (page(b"/Span<</ActualText(canary-7Q)>>BDC " + OK + b"EMC"), ""),
    "description among signs": (page(b"/Span<</Alt(canary-7Q)>>BDC " + OK + b"EMC"), "strings"),
    "earlier text": (saved_again(page(SHOWN), 4, stream(OK)), "earlier"),
    "text before two savings": (saved_again(saved_again(page(SHOWN), 4, stream(OK)), 4, stream(OK)), "earlier"),
    "earlier property": (saved_again(page(OK, info=INFO), 6, b"<<>>"), "strings"),
    "behind the end": (page(OK) + b"canary-7Q", "appended"),
    "before the beginning": (b"canary-7Q\n" + page(OK), "appended"),
    "second file behind": (page(OK) + page(SHOWN), "appended"),
    "remark": (page(OK).replace(b"1 0 obj", b"% canary-7Q\n1 0 obj"), "remark"),
    "name with numbers": (page(OK, b"<</N/canary#2d7Q-100200>>"), "names"),
    "data of a program": (page(OK, stream(b"canary-7Q", b"/Private true")), "strings"),
    "data in hexadecimal": (page(OK, stream(b"canary-7Q".hex().encode() + b">", b"/Filter/ASCIIHexDecode")), "strings"),
    "data in letters": (page(OK, stream(base64.a85encode(b"canary-7Q") + b"~>", b"/Filter/ASCII85Decode")), "strings"),
    "data in runs": (page(OK, stream(b"\x08canary-7Q\x80", b"/Filter[/RunLengthDecode]")), "strings"),
    "data packed twice": (
        page(OK, stream(zlib.compress(zlib.compress(b"canary-7Q")), b"/Filter[/FlateDecode/FlateDecode]")),
        "strings",
    ),
    "behind packed data": (page(OK, stream(zlib.compress(b"ok") + b"canary-7Q", b"/Filter/FlateDecode")), "strings"),
    "damaged data": (page(OK, stream(zlib.compress(b"canary-7Q")[:-4], b"/Filter/FlateDecode")), "strings"),
}


@pytest.mark.parametrize(("data", "part"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_documents_hide_nothing(data: bytes, part: str) -> None:
    """Whatever stands in a PDF is read: shown or not, painted or not, saved over or not, in the file or around it."""
    assert part in parts(data)


@pytest.mark.parametrize("form", ["packed", "encrypted", "for the web"])
@pytest.mark.parametrize("name", ["stamp", "other text by number", "words drawn as a letter", "property of its own"])
def test_how_a_file_is_packed_hides_nothing(name: str, form: str) -> None:
    """Objects in packed streams, a file that is locked against editing only, and one made for the web are read alike."""
    data, part = DOCUMENTS[name]
    target = io.BytesIO()
    options: dict[str, dict[str, object]] = {
        "packed": {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        "encrypted": {"encryption": pikepdf.Encryption(owner="a", user="")},
        "for the web": {"linearize": True, "object_stream_mode": pikepdf.ObjectStreamMode.generate},
    }
    with pikepdf.open(io.BytesIO(data)) as made:
        made.save(target, **options[form])

    assert CANARY.encode() not in target.getvalue() or form == "for the web" or part == "strings"
    assert part in parts(target.getvalue())


def test_page_is_the_line() -> None:
    """A text in a PDF is placed by its page."""
    (found,) = [passage for passage in passages("x.pdf", DOCUMENTS["text"][0]) if CANARY in passage.text]

    assert found.place(found.text.index(CANARY)) == (1, 1)


def test_attachments_are_opened() -> None:
    """A file attached to a PDF is read as the file it is, and its name too."""
    made = pypdfium2.PdfDocument.new()
    made.new_page(100, 100)
    made.new_attachment("list.csv").set_data(CANARY.encode())
    made.new_attachment(f"{CANARY}.txt").set_data(b"x")
    target = io.BytesIO()
    made.save(target)

    assert set(parts(target.getvalue())) == {f"{CANARY}.txt!name", "list.csv", "strings"}


@pytest.mark.parametrize("again", [False, True], ids=["as it is", "packed again"])
def test_photo_within_a_document_is_opened(again: bool) -> None:
    """The camera's notes in a photo that a PDF holds are read."""
    target, exif = io.BytesIO(), Image.Exif()
    exif[0x013B] = CANARY
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 1.0, 2.0), 3: "E", 4: (104.0, 1.0, 2.0)})
    Image.new("RGB", (4, 4)).save(target, "JPEG", exif=exif)
    photo = zlib.compress(target.getvalue()) if again else target.getvalue()
    forms = b"/Filter[/FlateDecode/DCTDecode]" if again else b"/Filter/DCTDecode"
    data = page(OK, stream(photo, b"/Type/XObject/Subtype/Image" + forms))

    assert parts(data)
    assert "photo-position" in {passage.alarm for passage in passages("x.pdf", data)}


NAMELESS = CID_FONT % b""
DIGITS = b"<%s>" % b"".join(b"%04x" % number for number in range(20, 38))
UNREADABLE = {
    "signs without letters": page(shown(DIGITS, font=b"C"), NAMELESS, fonts=b"/C 6 0 R"),
    "signs in an area of private use": page(
        shown(b"<000100020003000400050006000700080009>", font=b"C"),
        CID_FONT % b"/ToUnicode 7 0 R",
        stream(
            b"begincmap 1 begincodespacerange<0000><ffff>endcodespacerange 1 beginbfrange<0001><0009><e001>endbfrange"
            b" endcmap"
        ),
        fonts=b"/C 6 0 R",
    ),
    "nameless signs of a stamp": page(
        OK,
        b"<</Type/Annot/Subtype/Stamp/Rect[0 0 200 20]/AP<</N 7 0 R>>>>",
        stream(shown(DIGITS, font=b"C"), b"/Subtype/Form/BBox[0 0 99 99]/Resources<</Font<</C 8 0 R>>>>"),
        NAMELESS,
        keys=b"/Annots[6 0 R]",
    ),
    "drawn letters": page(
        shown(b"(abcabcabcab)", font=b"T"),
        LETTERS.replace(b"/ToUnicode 8 0 R", b""),
        stream(b"9 0 d0"),
        fonts=b"/T 6 0 R",
    ),
    "script": page(OK, b"<</S/JavaScript/JS(app.alert\\(1\\))>>"),
    "script in a stream": page(OK, b"<</S/JavaScript/JS 7 0 R>>", stream(b"app.alert(1)")),
    "script by another name": page(OK, b"<</S/JavaScript/J#53(app.alert\\(1\\))>>"),
    "script behind a format": page(OK, b"<</S/JavaScript/JS(AFNumber_Format\\(0\\);app.alert\\(1\\))>>"),
    "packed script": page(
        OK,
        stream(
            zlib.compress(b"7 0 <</S/JavaScript/JS(app.alert\\(1\\))>>"),
            b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode",
        ),
    ),
    "form of its own": page(OK, b"<</XFA 7 0 R>>", stream(b"<xdp/>")),
    "film": page(OK, b"<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]>>"),
    "data in an unknown form": page(OK, stream(b"canary", b"/Private true/Filter/LZWDecode")),
    "password": page(OK).replace(
        b"/Info", b"/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>/Info" % (b"a" * 32, b"b" * 32)
    ),
    "saved too often": page(OK) + b"".join(b"%d 0 obj<<>>endobj\n%%%%EOF\n" % number for number in range(60)),
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_what_nobody_can_read_is_said(data: bytes) -> None:
    """A file is not taken for a clean one when a part of it says nothing to the gate."""
    with pytest.raises(Unreadable):
        list(passages("x.pdf", data))


@pytest.mark.parametrize(
    "data",
    [
        page(
            b"".join(
                shown(b"<0001>", (20, 20 * line), b"C") + shown(b"(point)", (40, 20 * line)) for line in range(12)
            ),
            NAMELESS,
            fonts=b"/C 6 0 R",
        ),
        page(shown(b"<0001000100010001000100010001000100010001>", font=b"C"), NAMELESS, fonts=b"/C 6 0 R"),
        page(OK, b'<</S/JavaScript/JS(AFDate_FormatEx\\("yyyy-mm-dd"\\);)>>'),
        page(OK, b'<</S/JavaScript/JS(AFNumber_Format\\(2, 0, 0, 0, "", true\\))>>'),
        page(shown(b"(use /JS and /XFA)"), info=b"<</Title(how /JS and /XFA work)>>"),
        page(OK, stream(b"\0\1\2", b"/Subtype/Image/Width 1/Height 3/Filter/CCITTFaxDecode")),
        page(OK, stream(b"{1 exch sub}", b"/FunctionType 4/Domain[0 1]/Range[0 1]")),
        saved_again(page(OK), 4, stream(OK)),
    ],
    ids=["bullets", "leader", "format of a date", "format of a number", "words", "pixels", "colours", "saved again"],
)
def test_what_ordinary_files_have_is_no_alarm(data: bytes) -> None:
    """Bullets and leaders of a font without letters, formats of fields, words about scripts, pixels, a second saving."""
    found = list(passages("x.pdf", data))

    assert {passage.part for passage in found} <= {"", "name", "metadata", "strings", "remark", "hidden"}
    assert not any(passage.alarm for passage in found)


PHOTO = stream(bytes(4), b"/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8")
IMAGE = b"/XObject<</I 6 0 R>>"
WHOLE, SMALL = b"q 300 0 0 300 0 0 cm /I Do Q ", b"q 60 0 0 60 0 0 cm /I Do Q "
WORDS = shown(b"(" + b"Opening hours and forms. " * 8 + b")")
CURVES = b"1 1 m 2 2 l S " * 120


def pictured(data: bytes) -> list[int]:
    """The pages that are but pictures."""
    return [passage.page for passage in passages("x.pdf", data) if passage.alarm == "picture-page"]


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        (page(WHOLE, PHOTO, resources=IMAGE), [1]),
        (page(WHOLE + shown(b"(page 1 of 3)"), PHOTO, resources=IMAGE), [1]),
        (
            page(
                b"/X Do",
                PHOTO,
                stream(WHOLE, b"/Subtype/Form/BBox[0 0 300 300]/Resources<</XObject<</I 6 0 R>>>>"),
                resources=b"/XObject<</X 7 0 R>>",
            ),
            [1],
        ),
        (page(CURVES), [1]),
        (page(WHOLE + WORDS, PHOTO, resources=IMAGE), []),
        (page(SMALL + shown(b"(notice)"), PHOTO, resources=IMAGE), []),
        (page(CURVES + WORDS), []),
        (page(b"1 1 m 2 2 l S"), []),
        (
            page(b"/X Do", stream(OK, FORM.replace(b"99 99", b"300 300")), resources=b"/XObject<</X 6 0 R>>"),
            [],
        ),
        (page(b""), []),
    ],
    ids=["scan", "numbered scan", "scan in a form", "words as curves", "words and scan", "logo", "chart", "line", "form",
         "empty"],
)  # fmt: skip
def test_pages_without_text_are_named(data: bytes, pages: list[int]) -> None:
    """A page that is a scan, or whose letters are drawn, is named; one with words beside its pictures is not."""
    assert pictured(data) == pages


def test_text_that_a_page_shows_is_not_given_twice() -> None:
    """A form that a page paints is read once, and so is a page that was saved again without a change."""
    data = page(b"/X Do", stream(SHOWN, FORM), resources=b"/XObject<</X 6 0 R>>")

    assert parts(data) == [""]
    assert parts(saved_again(page(SHOWN), 5, FONT)) == [""]


def test_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many pages, a stream or all of them that unpack to too much, and too many hidden pages are unreadable."""
    with pytest.raises(Unreadable, match="too much"):
        list(passages("x.pdf", page(OK, stream(zlib.compress(bytes(110_000_000)), b"/Filter/FlateDecode"))))
    monkeypatch.setattr("generator.privacy.pdf.objects.MAX_UNPACKED", 1_000)
    with pytest.raises(Unreadable, match="too much"):
        list(passages("x.pdf", page(OK, *[stream(zlib.compress(bytes(400)), b"/Filter/FlateDecode")] * 3)))
    monkeypatch.setattr("generator.privacy.pdf.hidden.MAX_HIDDEN", 2)
    with pytest.raises(Unreadable, match="pages"):
        list(passages("x.pdf", page(OK, *[stream(SHOWN, FORM)] * 3)))
    monkeypatch.setattr(document, "MAX_PAGES", 0)
    with pytest.raises(Unreadable, match="pages"):
        list(passages("x.pdf", page(OK)))


def test_file_that_is_cut_off_is_unreadable() -> None:
    """Nobody can say what stood in the part that is missing."""
    with pytest.raises(Unreadable):
        list(passages("x.pdf", b"%PDF-1.7 damaged"))
