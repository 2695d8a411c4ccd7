"""Reads the words in PDFs and pictures: text, metadata, notes, attachments. Pixels are not read.

The only importer of pypdfium2 and Pillow; itself imported when there is a PDF or a picture to read.
"""

import io
import re
import warnings
import zlib
from collections.abc import Iterator
from ctypes import c_ulong, create_string_buffer
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import ExifTags, Image

from generator.privacy.finding import Unreadable
from generator.privacy.picture_blocks import blocks

Piece = tuple[str, int, str | bytes]
"""Part of the file, page (0: none), and what is there: text, or the bytes of a file within."""

MAX_PAGES = 5_000
MAX_METADATA = 20_000_000
"""Bytes of unpacked metadata of one file."""

_PNG = b"\x89PNG\r\n\x1a\n"
_PIXELS = frozenset(b"IHDR PLTE IDAT tRNS gAMA cHRM sRGB bKGD pHYs sBIT tIME hIST acTL fcTL fdAT cICP".split())
"""Chunks that hold no words."""
_TEXT_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_LITERAL = re.compile(rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\)){6,}+\)", re.S)
_LITERAL_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.S)
_HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f\s]{12,}+)>")
_NOTE_KEYS = (b"Contents", b"T", b"Subj", b"RC", b"TU", b"V", b"DV", b"NM")
_IFDS = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.Interop)
_LATITUDE = 2
_XMP_POSITION = re.compile(r"exif:GPSLatitude")
Image.MAX_IMAGE_PIXELS = None  # a limit on decoding, and nothing is decoded here


def portable_document(data: bytes) -> Iterator[Piece]:
    """Text of each page, notes, links, metadata, bookmarks, attachments of a PDF, and metadata of photos in it."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            if len(document) > MAX_PAGES:
                raise Unreadable("too many pages")
            for number in range(len(document)):
                yield from _page(document, number)
            for key, value in document.get_metadata_dict().items():
                yield "metadata", 0, f"{key}: {value}"
            for bookmark in document.get_toc():
                yield "bookmarks", 0, bookmark.get_title()
            for number in range(document.count_attachments()):
                attachment = document.get_attachment(number)
                yield attachment.get_name() or f"attachment-{number + 1}", 0, bytes(attachment.get_data())
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise Unreadable(type(error).__name__) from None
    yield from _streams(data)


def _page(document: pypdfium2.PdfDocument, number: int) -> Iterator[Piece]:
    page = document[number]
    text = page.get_textpage()
    yield "", number + 1, text.get_text_range()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        for key in _NOTE_KEYS:
            if value := _note_value(note, key):
                yield "note", number + 1, value
        link = pdfium.FPDFAnnot_GetLink(note)
        if link and (address := _address(document, link)):
            yield "link", number + 1, address
        pdfium.FPDFPage_CloseAnnot(note)


def _note_value(note: Any, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    if size <= 2:
        return ""
    buffer = (pdfium.FPDF_WCHAR * (size // 2))()
    pdfium.FPDFAnnot_GetStringValue(note, key, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def _address(document: pypdfium2.PdfDocument, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    size = pdfium.FPDFAction_GetURIPath(document, action, None, c_ulong(0)) if action else 0
    buffer = create_string_buffer(size + 1)
    if size:
        pdfium.FPDFAction_GetURIPath(document, action, buffer, c_ulong(size))
    return buffer.value.decode("utf-8", "replace")


def _streams(data: bytes) -> Iterator[Piece]:
    """What the library does not show: XMP, photos as the camera wrote them, files in notes, and every other string.

    Strings are those of properties with names of their own, descriptions of pictures, scripts, choices of a form.
    """
    objects: list[bytes] = []
    position = 0
    while match := _STREAM.search(data, position):
        start = match.end()
        about = data[max(position, start - 1_000) : start].rpartition(b" obj")[2]
        end = data.find(b"endstream", start)
        objects.append(data[position : match.start()])
        content, position = data[start : end if end > 0 else None], end if end > 0 else len(data)
        if data.startswith(b"\xff\xd8\xff", start):
            yield "picture", 0, content
        elif about and (
            b"/EmbeddedFile" in about or b"/ObjStm" in about or (b"/Metadata" in about and b"/XML" in about)
        ):
            plain = _unpacked(content) if b"/FlateDecode" in about else content
            if b"/ObjStm" in about:
                objects.append(plain)
            else:
                yield ("attachment", 0, plain) if b"/EmbeddedFile" in about else ("metadata", 0, _decoded(plain))
    for text in _literals(b"\n".join((*objects, data[position:]))):
        yield "strings", 0, text


def _literals(objects: bytes) -> Iterator[str]:
    """The strings among the objects of a PDF: (in brackets) and <in hexadecimal>."""
    for literal in _LITERAL.finditer(objects):
        yield _decoded(_LITERAL_ESCAPE.sub(_unescaped, literal[0][1:-1]))
    for digits in _HEXADECIMAL.finditer(objects):
        yield _decoded(bytes.fromhex(digits[1].decode("ascii") + "0" * (sum(map(str.isalnum, digits[1].decode())) % 2)))


def _unescaped(escape: re.Match[bytes]) -> bytes:
    sign = escape[1]
    return bytes([int(sign, 8) % 256]) if sign.isdigit() else b"" if sign in b"\r\n" else sign


def _decoded(text: bytes) -> str:
    return text.decode("utf-16" if text.startswith((b"\xfe\xff", b"\xff\xfe")) else "utf-8", "replace")


def picture(data: bytes) -> Iterator[Piece]:
    """Metadata of a picture: EXIF, XMP, comments, text chunks, and what is appended; "photo-position" if it has one."""
    if data.startswith(_PNG):
        yield from _png(data)
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                info = dict(image.info)
                exif = image.getexif()
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, EOFError) as error:
        raise Unreadable(type(error).__name__) from None
    yield from _exif(exif)
    for key, value in info.items():
        if isinstance(value, str | bytes) and key not in ("exif", "icc_profile"):
            yield from _candidates(value)
    for part, block in blocks(data):
        if part == "appended":
            yield part, 0, block
        else:
            yield from _candidates(block)


def _png(data: bytes) -> Iterator[Piece]:
    """Every chunk that can hold words, before the pixels and after them."""
    position = len(_PNG)
    while position + 8 <= len(data):
        length, kind = int.from_bytes(data[position : position + 4], "big"), data[position + 4 : position + 8]
        body = data[position + 8 : position + 8 + length]
        if len(body) < length:
            raise Unreadable("cut off")
        position += 12 + length
        if kind == b"tEXt":
            yield from _candidates(body.replace(b"\0", b": ", 1))
        elif kind in (b"zTXt", b"iCCP"):
            key, _, packed = body.partition(b"\0")
            yield from _candidates(key + b": " + _unpacked(packed[1:]))
        elif kind == b"iTXt":
            key, _, rest = body.partition(b"\0")
            words = rest[2:].split(b"\0", 2)
            content = _unpacked(words[-1]) if rest[:1] == b"\1" else words[-1]
            yield from _candidates(b": ".join((key, *words[:-1], content)))
        elif kind == b"eXIf":
            exif = Image.Exif()
            exif.load(body)
            yield from _exif(exif)
            yield from _candidates(body)  # the notes in the maker's own form, which the library leaves out
        elif kind == b"IEND":
            break
        elif kind not in _PIXELS:
            yield from _candidates(body)
    if data[position:].strip(b"\0"):
        yield "appended", 0, data[position:]


def _exif(exif: Image.Exif) -> Iterator[Piece]:
    try:
        directories = [dict(exif), *(dict(exif.get_ifd(ifd)) for ifd in _IFDS)]
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, EOFError) as error:
        raise Unreadable(type(error).__name__) from None
    if _LATITUDE in directories[1 + _IFDS.index(ExifTags.IFD.GPSInfo)]:
        yield "photo-position", 0, ""
    for directory in directories:
        for value in directory.values():
            if isinstance(value, str | bytes):
                yield from _candidates(value)


def _candidates(value: str | bytes) -> Iterator[Piece]:
    """The readings of a value whose encoding nobody states."""
    if isinstance(value, str):
        yield "metadata", 0, value
        texts = [value]
    else:
        texts = [value.decode(encoding, "replace") for encoding in _TEXT_ENCODINGS]
        texts.append(value[1:].decode("utf-16-be", "replace"))  # within a block, wide text may begin at any byte
        yield from (("metadata", 0, text) for text in texts)
        yield "metadata", 0, value.decode("gb18030", "replace")
    if _XMP_POSITION.search(texts[0]):
        yield "photo-position", 0, ""


def _unpacked(data: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(data, MAX_METADATA)
    except zlib.error:
        raise Unreadable("damaged") from None
    if unpacker.unconsumed_tail:
        raise Unreadable("unpacks to too much")
    return content
