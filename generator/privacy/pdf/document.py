"""Takes a PDF apart into texts and files: what its pages show, then everything else that the file holds.

The only importer of pypdfium2, with ``pages``; itself imported when there is a PDF to read.
"""

import io
import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from generator.privacy.finding import Unreadable
from generator.privacy.pdf.hidden import contents_of_pages, with_hidden_pages
from generator.privacy.pdf.leftovers import bytes_outside, leftovers
from generator.privacy.pdf.objects import objects_of
from generator.privacy.pdf.pages import page_pieces
from generator.privacy.pdf.painting import check_painting
from generator.privacy.readable import Piece

MAX_PAGES = 5_000
MAX_SAVINGS = 50
"""How often a file may have been changed without being written anew."""

_END = re.compile(rb"%%EOF[ \t]*\r?\n?")


def portable_document(data: bytes) -> Iterator[Piece]:
    """Text of each page, notes, links, metadata, bookmarks, attachments, photos, and whatever no page shows.

    Raises Unreadable for a file of which a part can be read by nobody.
    """
    plain = data if b"/Encrypt" not in data else _decrypted(data)
    objects = objects_of(plain)
    check_painting(objects)
    texts: set[str] = set()
    with _opened(data) as document:
        for piece in _pages(document):
            if isinstance(piece[2], str):
                texts.add(piece[2])
            yield piece
        yield from _about(document)
        pages = len(document)
    yield from leftovers(objects, contents_of_pages(objects))
    yield from bytes_outside(data)
    if hidden := with_hidden_pages(plain, objects, pages):
        yield from _unseen(hidden, "hidden", texts)
    yield from _earlier(data, texts)


def _decrypted(data: bytes) -> bytes:
    """A file that opens without a password, but is packed with one, as it would be without."""
    target = io.BytesIO()
    with _opened(data) as document:
        document.save(target, flags=pdfium.FPDF_REMOVE_SECURITY)
    return target.getvalue()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise Unreadable(type(error).__name__) from None


def _pages(document: pypdfium2.PdfDocument) -> Iterator[Piece]:
    if len(document) > MAX_PAGES:
        raise Unreadable("too many pages")
    try:
        for number in range(len(document)):
            yield from page_pieces(document[number], number + 1)
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise Unreadable(type(error).__name__) from None


def _about(document: pypdfium2.PdfDocument) -> Iterator[Piece]:
    """Metadata, bookmarks, and attached files."""
    try:
        for key, value in document.get_metadata_dict().items():
            yield "metadata", 0, f"{key}: {value}"
        for bookmark in document.get_toc():
            yield "bookmarks", 0, bookmark.get_title()
        for number in range(document.count_attachments()):
            attachment = document.get_attachment(number)
            yield attachment.get_name() or f"attachment-{number + 1}", 0, bytes(attachment.get_data())
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise Unreadable(type(error).__name__) from None


def _unseen(data: bytes, part: str, known: set[str]) -> Iterator[Piece]:
    """The texts of pages that are not shown, but for those in ``known``, which is added to."""
    with _opened(data) as document:
        for place, _, content in _pages(document):
            if place != "picture-page" and isinstance(content, str) and content not in known:
                known.add(content)
                yield part, 0, content


def _earlier(data: bytes, known: set[str]) -> Iterator[Piece]:
    """The pages as they were each time the file was saved before; a file made for the web has an end near its start."""
    ends = [end.end() for end in _END.finditer(data)][:-1]
    if b"/Linearized" in data[:1024]:
        ends = ends[1:]
    if len(ends) > MAX_SAVINGS:
        raise Unreadable("saved too often")
    for end in ends:
        try:
            pypdfium2.PdfDocument(data[:end]).close()
        except (pypdfium2.PdfiumError, ValueError):
            continue  # The sign stands in a file within this one, which is read by itself.
        yield from _unseen(data[:end], "earlier", known)
