"""Compares how numbers are drawn with what the file says that they are.

A font draws a sign, and a table of its own says which letter that is. Where the table is wrong, people see numbers that
no program reads. Only signs that stand like a long number are looked at; their shapes are compared with those of the
letters and digits of common fonts, which the library brings along.
"""

import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_double, c_int, c_void_p, cast
from functools import lru_cache
from operator import mul
from string import ascii_letters, digits
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

_FEWEST = 11
"""Signs of a number that is looked at, such as of a mobile."""
_DIGITS, _OTHERS, _DIFFERENT = 8, 3, 2
"""How many of so many signs, one behind the other, are digits to look at, how many of these other ones than the file
says, and how many different ones. Letters of other alphabets that look like digits are never so many."""
_WIDEST = 0.85
_EVEN = 0.06
_FARTHEST = 2.2
"""How wide a digit is, by how much heights differ, and how far one stands from the next, in heights of the first."""
_LEAST_HEIGHT = 1.0
"""In points; nobody can read anything smaller."""
_SEPARATORS = frozenset(" \t\r\n-.·")

_LOOK_LIKE = str.maketrans("АВЕЗКМНОРСТХозбΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABE3KMHOPCTXo36ABEZHIKMNOPTYXo")
"""Letters of the Russians and the Greeks, and what they look like."""

_FONTS = (
    b"Helvetica", b"Times-Roman", b"Courier", b"Helvetica-Bold", b"Times-Bold", b"Courier-Bold", b"Helvetica-Oblique",
    b"Times-Italic", b"Courier-Oblique",
)  # fmt: skip
_CELL = 40
_DRAWN_HEIGHT = 28
_MARGIN = 4
"""Pixels of a sign when it is drawn, and around it."""
_GRID = (10, 14)
_AVERAGE = 4
"""The way in which Pillow makes a picture smaller: a pixel is the average of those in its place (BOX)."""
_INK = 0.4
_SAME, _CLEARLY = 0.7, 0.25
"""How alike shapes of one sign are (1: equal), and by how much more than those of others; 0 and O differ by less."""
_NARROWNESS = 0.5
"""How much a difference of proportions takes from being alike."""


class Sign(NamedTuple):
    """What the file says of a sign, its place in the text, and its box, from the lower left corner of the page."""

    text: str
    place: int
    left: float
    right: float
    bottom: float
    top: float


class Shape(NamedTuple):
    """How dark a sign is in each cell of a grid, of length 1 around 0, and its width in heights."""

    cells: tuple[float, ...]
    proportion: float


Mark = tuple[str, int | None, float]
"""What the file says of a sign, its font, and its width in heights: signs of which these are equal look alike."""

_NONE = Sign("", 0, 0, 0, 0, 0)


def draws_other_digits(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> bool:
    """Whether a page shows a long number whose signs are digits, and other ones, or none, for every program."""
    known: dict[Mark, str] = {}
    for row in _rows(text_page):
        marks = [_mark(text_page, sign) for sign in row]
        new = {mark: sign for mark, sign in zip(marks, row, strict=True) if mark not in known}
        if new:
            known |= zip(new, _drawn(page, row, new.values()), strict=True)
        drawn = [(sign.text in digits, known[mark]) for mark, sign in zip(marks, row, strict=True)]
        for begin in range(len(drawn) - _FEWEST + 1):
            near = drawn[begin : begin + _FEWEST]
            others = [other for _, other in near if other]
            number = sum(1 for is_digit, other in near if is_digit or other)
            if number >= _DIGITS and len(others) >= _OTHERS and len(set(others)) >= _DIFFERENT:
                return True
    return False


def _rows(text_page: pypdfium2.PdfTextPage) -> Iterator[Sequence[Sign]]:
    """Signs of one height beside each other, and enough of them for a private number."""
    row: list[Sign] = []
    for sign in _signs(text_page):
        if row and _goes_on(row, sign):
            row.append(sign)
            continue
        if len(row) >= _FEWEST:
            yield row
        row = [sign]
    if len(row) >= _FEWEST:
        yield row


def _goes_on(row: Sequence[Sign], sign: Sign) -> bool:
    first, last = row[0], row[-1]
    height = first.top - first.bottom
    return (
        abs(sign.bottom - first.bottom) <= _EVEN * height
        and abs(sign.top - first.top) <= _EVEN * height
        and 0 < sign.left - last.left < _FARTHEST * height
    )


def _signs(text_page: pypdfium2.PdfTextPage) -> Iterator[Sign]:
    """Every sign, and ``_NONE`` for those that are too wide for a digit, so that no row goes on over them."""
    raw = text_page.raw
    sides = [c_double() for _ in range(4)]
    left, right, bottom, top = sides
    places = [byref(side) for side in sides]
    for place in range(text_page.count_chars()):
        text = unicodedata.normalize("NFKC", chr(pdfium.FPDFText_GetUnicode(raw, place))).translate(_LOOK_LIKE)
        if text in _SEPARATORS:
            continue
        pdfium.FPDFText_GetCharBox(raw, place, *places)
        height = top.value - bottom.value
        if height < _LEAST_HEIGHT or right.value - left.value > _WIDEST * height:
            yield _NONE
        else:
            yield Sign(text, place, left.value, right.value, bottom.value, top.value)


def _mark(text_page: pypdfium2.PdfTextPage, sign: Sign) -> Mark:
    font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(text_page.raw, sign.place))
    return sign.text, cast(font, c_void_p).value, round((sign.right - sign.left) / (sign.top - sign.bottom), 2)


def _drawn(page: pypdfium2.PdfPage, row: Sequence[Sign], signs: Iterable[Sign]) -> Iterator[str]:
    """The digit that each of ``signs`` in a row is drawn as; "" if that is what the file says, or it is no digit."""
    scale = _DRAWN_HEIGHT / (row[0].top - row[0].bottom)
    picture, start = _strip(page, row, scale)
    ink = _ink(picture) if picture else None
    for sign in signs:
        begin, end = (start + int((side - row[0].left) * scale) for side in (sign.left, sign.right))
        shape = _shape(ink, begin - 1, end + 2) if ink else None
        yield _other_digit(sign.text, shape) if shape else ""


def _strip(page: pypdfium2.PdfPage, row: Sequence[Sign], scale: float) -> tuple[Any, int]:
    """A grey picture of the row, and the column in which it begins; None if the row is not on the page.

    A page that is turned is turned back.
    """
    turned = page.get_rotation()
    width, height = page.get_size()[:: -1 if turned % 180 else 1]
    size = math.ceil(width * scale), math.ceil(height * scale)
    back = -turned % 360
    left, below = _place(page, size, back, row[0].left, min(sign.bottom for sign in row))
    right, above = _place(page, size, back, row[-1].right, max(sign.top for sign in row))
    if left >= size[0] or right <= 0 or above >= size[1] or below <= 0:
        return None, 0
    sides = [max(side - _MARGIN, 0) for side in (left, size[1] - below, size[0] - right, above)]
    crop = tuple(max(side - 0.5, 0) / scale for side in sides)  # the library rounds up
    drawn = page.render(scale, back, crop, may_draw_forms=False, draw_annots=False, grayscale=True)
    return drawn.to_pil(), left - sides[0]


def _place(page: pypdfium2.PdfPage, size: tuple[int, int], turned: int, across: float, up: float) -> tuple[int, int]:
    """Where a point of the page is in a picture of it."""
    column, line = c_int(), c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, *size, turned // 90, across, up, byref(column), byref(line))
    return column.value, line.value


def _other_digit(text: str, shape: Shape) -> str:
    if any(likeness >= _SAME for likeness in _likenesses(shape, text)):
        return ""
    as_said = max(_likenesses(shape, text), default=-1.0)
    likeness, digit = max((likeness, digit) for digit in digits for likeness in _likenesses(shape, digit))
    return digit if digit != text and likeness >= max(_SAME, as_said + _CLEARLY) else ""


def _likenesses(shape: Shape, sign: str) -> Iterator[float]:
    """How much a shape is like those of ``sign`` in common fonts; nothing for a sign that is no letter and no digit."""
    for other in _common_shapes().get(sign, ()):
        alike = sum(map(mul, shape.cells, other.cells))
        yield alike - _NARROWNESS * abs(shape.proportion - other.proportion)


def _ink(picture: Any) -> tuple[Any, Any]:
    """How much each pixel differs from the background, which is in the corner; and which pixels belong to signs."""
    ground = picture.getpixel((0, 0))
    ink = picture.point([abs(value - ground) for value in range(256)])
    darkest = max(ink.getextrema()[1], 1)
    return ink, ink.point([255 * (value > _INK * darkest) for value in range(256)])


def _shape(ink: tuple[Any, Any], begin: int, end: int) -> Shape | None:
    """The shape of what stands between two columns of a picture; None if there is nothing."""
    grey, black = (layer.crop((begin, 0, end, layer.height)) for layer in ink)
    box = black.getbbox()
    if box is None:
        return None
    cells = grey.resize(_GRID, _AVERAGE, box).tobytes()
    mean = sum(cells) / len(cells)
    length = math.hypot(*(cell - mean for cell in cells)) or 1.0
    return Shape(tuple((cell - mean) / length for cell in cells), (box[2] - box[0]) / (box[3] - box[1]))


@lru_cache(maxsize=1)
def _common_shapes() -> dict[str, list[Shape]]:
    """Letter or digit -> its shapes."""
    shapes: dict[str, list[Shape]] = {sign: [] for sign in ascii_letters + digits}
    with pypdfium2.PdfDocument.new() as document:
        for name in _FONTS:
            page = document.new_page(_CELL * len(shapes), _CELL)
            font = pdfium.FPDFText_LoadStandardFont(document, name)
            for number, sign in enumerate(shapes):
                drawn = pdfium.FPDFPageObj_CreateTextObj(document, font, _CELL / 2)
                pdfium.FPDFText_SetText(drawn, (pdfium.FPDF_WCHAR * 2)(ord(sign), 0))
                pdfium.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, _CELL * number + _CELL / 4, _CELL / 4)
                pdfium.FPDFPage_InsertObject(page, drawn)
            pdfium.FPDFPage_GenerateContent(page)
            ink = _ink(page.render(2, grayscale=True).to_pil())
            for number, sign in enumerate(shapes):
                if shape := _shape(ink, 2 * _CELL * number, 2 * _CELL * (number + 1)):
                    shapes[sign].append(shape)
            page.close()
    return shapes
