"""Finds out what kind of file a source is, by its content, and refuses what is not safe to parse or not understood."""

import email
import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from generator.sources.document import SourceError
from generator.sources.encodings import text_of
from generator.sources.web import is_web_page, page_text
from generator.system.compound_files import SIGNATURE, CompoundFile
from generator.system.packages import MIB, Unpacking, sound_members
from generator.system.xml_parts import Outline, XmlPart, read_part

UNPACKED_BYTES = 64 * MIB
"""The most that the XML of a document may hold together; a book of a million characters has some 20."""

TEXT_BYTES = 20 * MIB
"""The largest text or web page."""

_TEXTS: dict[str, Literal["plain", "markdown", "web"]] = {
    ".txt": "plain", ".md": "markdown", ".markdown": "markdown", ".html": "web", ".htm": "web", ".xhtml": "web",
    ".shtml": "web",
}  # fmt: skip
"""Texts are taken at their word: one about web pages may begin like a web page."""

_PDF = b"%PDF-"
_OTHERS = (
    (_PDF, "source/pdf"), (b"Rar!", "source/archive"), (b"7z\xbc\xaf\x27\x1c", "source/archive"),
    (b"\x1f\x8b", "source/archive"), (b"\x89PNG", "source/picture"), (b"\xff\xd8\xff", "source/picture"),
    (b"GIF8", "source/picture"), (b"BM", "source/picture"), (b"II*\0", "source/picture"), (b"MM\0*", "source/picture"),
    (b"RIFF", "source/kind"), (b"MZ", "source/kind"), (b"\x7fELF", "source/kind"),
)  # fmt: skip
"""How files begin that are no texts, and have zeros (but for PDF) -> the message."""

_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x7f]")
_CONTROL_IN = 100
"""A text may have one control character in so many: conversions leave some behind, and binary data have more."""
_FOREIGN_XML = {
    ".xml": re.compile(r"<\?mso-application\s+progid=\"Word\.Document\"|<office:document\b"),
    ".uot": re.compile(r"<uof:UOF\b"),
}
"""Ending -> how documents in one XML file begin: Word 2003 and flat OpenDocument; 标文通."""

_ARCHIVED_PAGE = re.compile(
    rb"(?:[A-Z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?Content-Type:\s*multipart/related", re.I
)
_MACROS = ("basic/", "scripts/")
_OLD_MACROS = frozenset(("VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "Macros"))
_SHEETS = frozenset(("Workbook", "Book"))
_PARTS_OF_ODF = ("mimetype", "content.xml", "styles.xml", "meta.xml")
_ENCRYPTED_WORD = 0x0100
"""The flag fEncrypted in the header (FIB, at byte 10) of a .doc; layout: [MS-DOC] 2.5.2."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file of characters."""

    kind: Literal["plain", "markdown", "web"]
    text: str


@dataclass(frozen=True, slots=True)
class Package:
    """An unpacked .docx or .odt: the members with XML, each read once without finding anything unsafe."""

    kind: Literal["docx", "odt"]
    members: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file that only LibreOffice can read; ``suffix`` is the ending that it should have."""

    suffix: str


def opened(name: str, data: bytes) -> Text | Package | Foreign:
    """The file called ``name``, ready to parse. Raises SourceError, UnsafeFile and UnknownEncoding."""
    if data.startswith(b"PK\x03\x04"):
        return _unpacked(data)
    if data.startswith(SIGNATURE):
        return _old(PurePath(name).suffix.lower(), CompoundFile(data))
    if data.lstrip()[:5].lower() == b"{\\rtf":
        return Foreign(".rtf")
    for beginning, rule in _OTHERS:
        if data.startswith(beginning) and (beginning == _PDF or b"\0" in data[:1024]):
            raise SourceError(rule)
    if len(data) > TEXT_BYTES:
        raise SourceError("source/file-size", limit=f"{TEXT_BYTES // MIB} MB")
    return _text(PurePath(name).suffix.lower(), data)


def _text(suffix: str, data: bytes) -> Text | Foreign:
    if _ARCHIVED_PAGE.match(data, 0, 8192):
        return Text("web", _archived(data))
    kind = _TEXTS.get(suffix)
    text = text_of(data) if kind in ("plain", "markdown") else page_text(data)
    if "\0" in text or len(_CONTROL.findall(text)) * _CONTROL_IN > len(text):
        raise SourceError("source/kind" if kind is None else "source/encoding")
    if kind is None and text.lstrip().startswith("<?xml") and not is_web_page(text):
        found = next((ending for ending, start in _FOREIGN_XML.items() if start.search(text[:4096])), None)
        if found is None:
            raise SourceError("source/kind")
        return Foreign(found)
    return Text(kind or ("web" if is_web_page(text) else "plain"), text)


def _archived(data: bytes) -> str:
    """The page in a web archive (.mht), as which Word saves pages and some office systems export .doc files."""
    for part in email.message_from_bytes(data).walk():
        page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(page, bytes):
            return page_text(page)
    raise SourceError("source/broken")


def _old(suffix: str, file: CompoundFile) -> Foreign:
    if file.names & {"EncryptedPackage", "EncryptionInfo"}:
        raise SourceError("source/password")
    if file.names & _SHEETS:
        raise SourceError("source/sheet")
    if file.names & _OLD_MACROS:
        raise SourceError("source/macros")
    document = file.stream("WordDocument")
    if document is not None and int.from_bytes(document[10:12], "little") & _ENCRYPTED_WORD:
        raise SourceError("source/password")
    if document is None and suffix not in (".doc", ".wps"):
        raise SourceError("source/kind")
    return Foreign(suffix if suffix == ".wps" else ".doc")


def _unpacked(data: bytes) -> Package:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = sound_members(archive)
        kind = _kind(archive, members)
        if any(name.endswith("vbaproject.bin") for name in members) or (
            kind == "odt" and any(name.startswith(_MACROS) for name in members)
        ):
            raise SourceError("source/macros")
        unpacking = Unpacking(archive, len(data), UNPACKED_BYTES)
        manifest = Outline()
        if kind == "odt" and (info := members.get("meta-inf/manifest.xml")):
            read_part(manifest, unpacking.pieces(info))
        if any(element == "encryption-data" for element, _ in manifest.elements):
            raise SourceError("source/password")
        wanted = {
            info.filename.replace("\\", "/"): info
            for name, info in members.items()
            if (name.endswith((".xml", ".rels")) if kind == "docx" else name in _PARTS_OF_ODF)
        }
        return Package(kind, {name: _read(unpacking, name, info) for name, info in wanted.items()})


def _read(unpacking: Unpacking, name: str, info: zipfile.ZipInfo) -> bytes:
    data = b"".join(unpacking.pieces(info))
    if name != "mimetype":
        read_part(XmlPart(), [data])
    return data


def _kind(archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo]) -> Literal["docx", "odt"]:
    if "[content_types].xml" in members:
        if any(name.startswith("word/") for name in members):
            return "docx"
        raise SourceError("source/sheet" if any(name.startswith("xl/") for name in members) else "source/kind")
    mimetype = members.get("mimetype")
    if mimetype is not None and mimetype.file_size < 200:
        kind = archive.read(mimetype).decode("ascii", "replace").strip()
        if kind.startswith("application/vnd.oasis.opendocument.text"):
            return "odt"
        if kind.startswith("application/vnd.oasis.opendocument.spreadsheet"):
            raise SourceError("source/sheet")
        raise SourceError("source/kind")
    raise SourceError("source/pdf" if "ofd.xml" in members else "source/archive")
