"""What a file is follows from its content; what could do harm, or is no text, is refused before anything parses it."""

import io
import zipfile

import pytest
from word_files import members, p, packed
from workbooks import BILLION_LAUGHS, container, with_claimed_size

from generator.sources import Source, SourceError
from generator.sources.opening import Foreign, Package, Text, opened
from generator.sources.reading import parsed
from generator.system.failures import UnsafeFile
from generator.texts.sources import SOURCE_MESSAGES

SOUND = members(p("甲"))
ODT = {
    "mimetype": b"application/vnd.oasis.opendocument.text",
    "content.xml": b"<x/>",
    "META-INF/manifest.xml": b"<manifest/>",
}


def with_member(name: str, data: bytes) -> bytes:
    """A sound .docx with one more member."""
    return packed({**SOUND, name: data})


def encrypted_zip() -> bytes:
    """A .docx whose members say that they are encrypted."""
    return packed(SOUND).replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\x01\0")


def word_header(flags: int) -> bytes:
    """The beginning of the stream of a .doc."""
    return b"\xec\xa5" + bytes(8) + flags.to_bytes(2, "little") + bytes(20)


REFUSED = {
    "two megabytes packed to two kilobytes": ("a.docx", with_member("word/x.xml", b"<x>" + b" " * 2**21 + b"</x>"), "source/ratio"),
    "a member said to be small": ("a.docx", with_claimed_size(with_member("word/x.xml", b"<x>" + b" " * 2**21), "word/x.xml", 10), "source/broken"),
    "2,001 members": ("a.docx", packed({**SOUND, **{f"word/{n}.png": b"" for n in range(2001)}}), "source/members"),
    "a name that climbs": ("a.docx", with_member("../x.xml", b"<x/>"), "source/members"),
    "an encrypted zip": ("a.docx", encrypted_zip(), "source/password"),
    "entities": ("a.docx", packed({**SOUND, "word/document.xml": BILLION_LAUGHS.encode() + b"<l>&i;</l>"}), "source/entities"),
    "a file from elsewhere": ("a.docx", packed({**SOUND, "word/styles.xml": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///x">]><x>&e;</x>'}), "source/entities"),
    "broken XML": ("a.docx", packed({**SOUND, "word/document.xml": b"<w:document>"}), "source/broken"),
    "half a zip": ("a.docx", packed(SOUND)[:-90], "source/broken"),
    "no document in it": ("a.docx", packed({"[Content_Types].xml": SOUND["[Content_Types].xml"], "word/x.xml": b"<x/>"}), "source/broken"),
    "relationships that are none": ("a.docx", packed({**SOUND, "_rels/.rels": b"<x/>"}), "source/broken"),
    "types without a name": ("a.docx", packed({**SOUND, "[Content_Types].xml": SOUND["[Content_Types].xml"].replace(b'Extension="xml"', b"")}), "source/broken"),
    "macros": ("a.docm", with_member("word/vbaProject.bin", b"x"), "source/macros"),
    "macros in a .docx": ("a.docx", with_member("word/vbaProject.bin", b"x"), "source/macros"),
    "macros in an .odt": ("a.odt", packed({**ODT, "Basic/Standard/script-lb.xml": b"<x/>"}), "source/macros"),
    "macros in a .doc": ("a.doc", container({"WordDocument": word_header(0)}, ["Macros"]), "source/macros"),
    "password of a .docx": ("a.docx", container({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "source/password"),
    "password of a .doc": ("a.doc", container({"WordDocument": word_header(0x0100)}), "source/password"),
    "password of an .odt": ("a.odt", packed({**ODT, "META-INF/manifest.xml": b"<m><encryption-data/></m>"}), "source/password"),
    "a broken .doc": ("a.doc", container({"WordDocument": word_header(0)})[:400], "source/broken"),
    "Excel": ("a.docx", packed({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "source/sheet"),
    "old Excel": ("a.doc", container({"Workbook": b"x"}), "source/sheet"),
    "Calc": ("a.odt", packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "source/sheet"),
    "PowerPoint": ("a.docx", packed({"[Content_Types].xml": b"<x/>", "ppt/x.xml": b"<x/>"}), "source/kind"),
    "old PowerPoint": ("a.ppt", container({"PowerPoint Document": b"x"}), "source/kind"),
    "Impress": ("a.odt", packed({"mimetype": b"application/vnd.oasis.opendocument.presentation"}), "source/kind"),
    "a zip of files": ("a.zip", packed({"a.docx": b"x"}), "source/archive"),
    "OFD": ("a.ofd", packed({"OFD.xml": b"x"}), "source/pdf"),
    "PDF": ("a.docx", b"%PDF-1.7\n%\xe2\xe3", "source/pdf"),
    "a picture": ("a.doc", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "source/picture"),
    "random bytes": ("a.doc", bytes(range(256)) * 9, "source/encoding"),
    "zeros": ("a.doc", bytes(999), "source/kind"),
    "other XML": ("a.doc", b'<?xml version="1.0"?><svg/>', "source/kind"),
    "control characters": ("a.xyz", b"\x01\x02ab", "source/kind"),
    "a web archive without a page": ("a.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--", "source/broken"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_file_is_refused(case: str) -> None:
    """Each with the message that fits."""
    name, data, rule = REFUSED[case]

    with pytest.raises(SourceError) as refused:
        next(parsed((name, data)))

    message, remedy = SOURCE_MESSAGES[refused.value.rule]
    assert (refused.value.rule, "{" in (message + remedy).format(**refused.value.values)) == (rule, False)


def test_text_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit holds for texts and for the XML of documents."""
    monkeypatch.setattr("generator.sources.opening.TEXT_BYTES", 2)
    with pytest.raises(SourceError, match="source/file-size"):
        opened("a.txt", b"abc")

    monkeypatch.setattr("generator.sources.opening.UNPACKED_BYTES", 99)
    with pytest.raises(UnsafeFile, match="unpacked"):
        opened("a.docx", packed(SOUND))


RTF = Foreign(".rtf")
PAGE = "<html><p>甲</html>"


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.doc", container({"WordDocument": word_header(0)}), Foreign(".doc")),
        ("a.docx", container({"WordDocument": word_header(0)}), Foreign(".doc")),
        ("a.wps", container({"WordDocument": word_header(0)}), Foreign(".wps")),
        ("a.wps", container({"CONTENTS": b"x"}), Foreign(".wps")),
        ("a.doc", rb"{\rtf1 x}", RTF),
        ("a.txt", rb"{\rtf1 x}", RTF),
        ("a.doc", b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>', Foreign(".xml")),
        ("a.uot", b'<?xml version="1.0"?><uof:UOF xmlns:uof="x"/>', Foreign(".uot")),
        ("a.fodt", b'<?xml version="1.0"?><office:document/>', Foreign(".xml")),
        ("a.doc", PAGE.encode(), Text("web", PAGE)),
        ("a.txt", b"BM\xe5\x8a\x9e", Text("plain", "BM办")),
        ("a.txt", "甲\x07乙".encode() + b"c" * 99, Text("plain", "甲\x07乙" + "c" * 99)),
        ("a.doc", "甲".encode("gbk"), Text("plain", "甲")),
        ("a.MD", b"# x", Text("markdown", "# x")),
        (
            "a.doc",
            b"From: <x>\r\nSubject: x\r\n y\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n"
            b"--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><p>=E7=94=B2</html>\r\n--x--",
            Text("web", PAGE),
        ),
    ],
)  # fmt: skip
def test_kind_follows_from_the_content(name: str, data: bytes, found: object) -> None:
    """Whatever the name says; among texts the name decides."""
    assert opened(name, data) == found


@pytest.mark.parametrize(("name", "files", "kind"), [("a.doc", SOUND, "docx"), ("a.docx", ODT, "odt")])
def test_packages_are_unpacked(name: str, files: dict[str, bytes], kind: str) -> None:
    """Only members with XML are: pictures, however large, stay packed."""
    file = opened(name, packed({**files, "media/a.bmp": bytes(2**21)}))

    assert isinstance(file, Package)
    assert (file.kind, set(file.members)) == (kind, set(files) - {"META-INF/manifest.xml"})


def test_broken_member_names_are_put_right() -> None:
    """Some programs write \\ between folders."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in SOUND.items():
            info = zipfile.ZipInfo("x")
            info.filename = name.replace("/", "\\")
            archive.writestr(info, data)

    source = next(parsed(("a.docx", stream.getvalue())))

    assert isinstance(source, Source)
    assert len(source.blocks) == 1
