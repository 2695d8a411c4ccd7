"""Reads the pages of a PDF as they are shown: text, notes, links; and says what of a page nobody can read."""

import re
from collections.abc import Iterator
from ctypes import byref, c_double, c_float, c_ulong, create_string_buffer
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from generator.privacy.finding import Unreadable
from generator.privacy.pdf.columns import Word, broken_numbers
from generator.privacy.pdf.shapes import draws_other_digits
from generator.privacy.readable import Piece

_NOTE_KEYS = (b"Contents", b"T", b"Subj", b"RC", b"TU", b"V", b"DV", b"NM")
_WORD = re.compile(r"[^\s\ufffe]+")
_NUMBER = re.compile(r"[^\s\ufffe]*[0-9][^\s\ufffe]*")
_MAY_BE_BROKEN = re.compile(r"[0-9]{4,18}(?=\s)(?s:.*)(?<=\s)[0-9]{1,18}(?=\s|\Z)")
_SEPARATORS = frozenset(" \t\r\n\u00a0\u3000-.·")
_LONGEST_GAP = 6
"""Signs without a letter, one after another, that are no number yet: bullets, signs of mathematics."""
_NO_LETTER = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
_FEW_SIGNS, _MOST_SIGNS_ON_A_SCAN = 50, 150
_LARGE, _WHOLE = 0.25, 0.5
"""Parts of a page that pictures fill: with few signs beside them, and with some more."""
_MANY_LINES = 100
_MOST_OBJECTS = 20_000


def page_pieces(page: pypdfium2.PdfPage, number: int) -> Iterator[Piece]:
    """Text and notes of a page, and "picture-page" for one that shows little but pictures. Raises Unreadable."""
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    yield "", number, text
    if _has_nameless_signs(text_page, text):
        raise Unreadable("signs without letters")
    if draws_other_digits(page, text_page):
        raise Unreadable("drawn as other digits")
    if _MAY_BE_BROKEN.search(text) and any(broken_numbers(list(_words(text_page, text, _NUMBER)))):
        for joined in broken_numbers(list(_words(text_page, text, _WORD))):
            yield "", number, joined
    if _is_picture(page, len(re.sub(r"\s", "", text))):
        yield "picture-page", number, ""
    yield from _notes(page, number)


def _has_nameless_signs(text_page: pypdfium2.PdfTextPage, text: str) -> bool:
    """Whether so many signs in a row have no letter that they could be a number, which their font does not tell."""
    raw, without_letter = text_page.raw, pdfium.FPDFText_HasUnicodeMapError
    nameless = {index for index in range(text_page.count_chars()) if without_letter(raw, index) == 1}
    if not nameless and not _NO_LETTER.search(text):
        return False
    run, shown = 0, set[int]()
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if index in nameless or _NO_LETTER.match(chr(code)):
            run += 1
            shown.add(code)
            if run > _LONGEST_GAP and len(shown) > 1:
                return True
        elif chr(code) not in _SEPARATORS:
            run = 0
            shown.clear()
    return False


def _words(text_page: pypdfium2.PdfTextPage, text: str, kind: re.Pattern[str]) -> Iterator[Word]:
    """The words of one kind of a page, where they stand."""
    for found in kind.finditer(text):
        first, last = (
            pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, _wide(text, place))
            for place in (found.start(), found.end() - 1)
        )
        boxes = [_box(text_page, index) for index in (first, last)]
        lefts, rights, bottoms, tops = zip(*boxes, strict=True)
        yield Word(found[0], min(lefts), max(rights), min(bottoms), max(tops))


def _wide(text: str, place: int) -> int:
    """The place in UTF-16."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def _box(text_page: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    sides = [c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(text_page, index, *map(byref, sides))
    left, right, bottom, top = (side.value for side in sides)
    return left, right, bottom, top


def _is_picture(page: pypdfium2.PdfPage, signs: int) -> bool:
    """Whether a page shows pictures, or drawn lines, and so few letters that its words may be in them."""
    if signs >= _MOST_SIGNS_ON_A_SCAN:
        return False
    width, height = page.get_size()
    area, lines = 0.0, 0
    for kind, shown in _shown_on(page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            area += _area_within(shown, width, height)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            lines += 1
    part = area / max(width * height, 1)
    return part >= _WHOLE or (signs < _FEW_SIGNS and (part >= _LARGE or lines >= _MANY_LINES))


def _shown_on(page: pypdfium2.PdfPage) -> Iterator[tuple[int, Any]]:
    """Kind and object of what a page shows; pictures and lines within a form are given with the form."""
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        shown = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(shown)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield kind, shown
            continue
        inner = min(pdfium.FPDFFormObj_CountObjects(shown), _MOST_OBJECTS)
        kinds = [pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(shown, number)) for number in range(inner)]
        yield from ((kind, shown) for kind in kinds if kind == pdfium.FPDF_PAGEOBJ_PATH)
        if pdfium.FPDF_PAGEOBJ_IMAGE in kinds or pdfium.FPDF_PAGEOBJ_FORM in kinds:
            yield pdfium.FPDF_PAGEOBJ_IMAGE, shown


def _area_within(shown: Any, width: float, height: float) -> float:
    sides = [c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(shown, *map(byref, sides)):
        return 0.0
    left, bottom, right, top = (side.value for side in sides)
    return max(0.0, min(right, width) - max(left, 0)) * max(0.0, min(top, height) - max(bottom, 0))


def _notes(page: pypdfium2.PdfPage, number: int) -> Iterator[Piece]:
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        for key in _NOTE_KEYS:
            if value := _note_value(note, key):
                yield "note", number, value
        link = pdfium.FPDFAnnot_GetLink(note)
        if link and (address := _address(page.pdf, link)):
            yield "link", number, address
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
