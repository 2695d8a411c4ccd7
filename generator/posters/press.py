"""Typesets sheets: turns the contents of a sheet into PDF, PNG or SVG with Typst.

The layout of its kind and the paper give the smallest and the largest type; between the two, the template
(``site_templates/posters``) chooses the largest type with which the text fits, and below it goes on to another sheet.
The contents are made in ``kit`` and reach the template as JSON, never as markup. Writes no file and reads no clock. The
only importer of typst and segno.
"""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, NamedTuple

from generator.posters.breaks import found_breaks
from generator.posters.complaints import complaint
from generator.posters.drawing import shortened
from generator.posters.fonts import FACES, SERIF_FACES, FontsMissing, faces_in, find_serifs
from generator.posters.legibility import POINTS_A_METRE, POINTS_A_METRE_ELDERLY, smallest_points
from generator.posters.sheet import Json, Layout, PosterError, Sheet, texts
from generator.posters.stock import Stock
from generator.system.on_demand import load
from generator.texts.posters import FAILURES, POSTER_WORDS

PosterFormat = Literal["pdf", "png", "svg"]
Variant = Literal["colour", "outline", "ink"]
"""In colour; in colour with the head as an outline, which saves most of the ink; black alone without filled areas."""

_THUMBNAIL_PIXELS = 270  # typst writes true-colour PNG: 270 pixels wide stay below 60 KB
_A4_WIDTH = 210
_ARM = 0.6  # metres: how far what is in the hand is from the eye
_LARGE = 20_000
"""Length in characters from which Typst's memory of a layout is freed afterwards: 400 rows take 200 MB."""

_MEMORY = 10
"""After so many other runs typst forgets a layout (the maximum age of its cache, comemo, in the typst package)."""


@dataclass(frozen=True)
class Printing:
    """How a sheet is printed: on what, in which variant and format.

    ``distance`` in metres is for whoever hangs it elsewhere than its kind is made for. ``body`` is the size of the text
    in points where several sheets shall match; otherwise it is as large as the sheet allows. With ``bleed`` the paper
    goes 8 mm over each edge, where marks tell a print shop where to cut.
    """

    stock: Stock
    variant: Variant = "colour"
    format: PosterFormat = "pdf"
    distance: float | None = None
    body: float | None = None
    bleed: bool = False


class Extent(NamedTuple):
    """How a sheet came out: the size of its text in points, and how many sheets it takes."""

    size: float
    sheets: int


class _Case(NamedTuple):
    """A family of type, what was read of it, and a compiler for it."""

    family: str
    fonts: Any
    compiler: Any


def _case(fonts: Path, faces: dict[str, tuple[str, ...]], templates: Path) -> _Case | None:
    """The best of ``faces`` in a folder; None where none can be used."""
    typst = load("typst")
    there = faces_in(fonts, faces)
    loaded = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    families = [family for family in faces if family in there and family in loaded.families()]
    compiler = typst.Compiler(root=templates, font_paths=loaded, ignore_system_fonts=True)
    return _Case(families[0], loaded, compiler) if families else None


class Press:
    """Typesets posters with the fonts in ``fonts`` and the templates in ``templates``; make one in each process."""

    def __init__(self, fonts: Path, templates: Path) -> None:
        """Raise ``FontsMissing`` when ``fonts`` holds no known face."""
        sans = _case(fonts, FACES, templates)
        if sans is None:
            raise FontsMissing(FAILURES["unusable_face"].format(folder=fonts))
        self._sans, self._templates = sans, templates

    @cached_property
    def _serif(self) -> _Case:
        """The face for official documents; the other where this computer has none."""
        folder = find_serifs()
        return (_case(folder, SERIF_FACES, self._templates) if folder else None) or self._sans

    def print(self, sheet: Sheet, printing: Printing) -> tuple[bytes, ...]:
        """One PDF with all sheets, or one PNG or SVG for each sheet; the same bytes on every run.

        Raises ``PosterError``. In PNG and SVG a character that the font lacks silently becomes an empty box, so a PDF
        is made first, where it is an error.
        """
        pages = self._compile(sheet, printing, "pdf", 144)
        if printing.format == "pdf":
            return pages
        pictures = self._compile(sheet, printing, printing.format, 144)
        return tuple(map(shortened, pictures)) if printing.format == "svg" else pictures

    def thumbnail(self, sheet: Sheet, printing: Printing) -> bytes:
        """PNG of the first sheet, 270 pixels wide and below 60 KB."""
        stock = printing.stock.turned if sheet.layout.turned else printing.stock
        return self._compile(sheet, printing, "png", _THUMBNAIL_PIXELS / (stock.width / 25.4))[0]

    def arrange(self, template: str, inputs: dict[str, Json], pdf: bytes, dated: date | None) -> bytes:
        """A PDF of the pages of another, as ``template`` puts them together; print shops take it, archives do not."""
        said = json.dumps({**inputs, "family": self._sans.family, "pdf": list(pdf)}, sort_keys=True)
        made = self._sans.compiler.compile(
            input=str(self._templates / f"{template}.typ"),
            sys_inputs={"arranged": said},
            format="pdf",
            timestamp=_seconds(dated),
        )
        assert isinstance(made, bytes)
        return made

    def extent(self, sheet: Sheet, printing: Printing) -> Extent:
        """How the sheet would come out; lays it out and prints nothing. Raises ``PosterError``."""
        case = self._serif if sheet.layout.serif else self._sans
        try:
            found = load("typst").query(
                str(self._templates / f"{sheet.layout.template}.typ"),
                "<extent>",
                field="value",
                one=True,
                root=str(self._templates),
                font_paths=case.fonts,
                ignore_system_fonts=True,
                sys_inputs={"poster": _inputs(sheet, printing, case.family)},
            )
        except (RuntimeError, ValueError) as error:
            raise PosterError(_why(sheet, error)) from error
        return Extent(**json.loads(found))

    def _compile(self, sheet: Sheet, printing: Printing, output: PosterFormat, ppi: float) -> tuple[bytes, ...]:
        case = self._serif if sheet.layout.serif else self._sans
        try:
            made = case.compiler.compile(
                input=str(self._templates / f"{sheet.layout.template}.typ"),
                sys_inputs={"poster": _inputs(sheet, printing, case.family)},
                format=output,
                ppi=ppi,
                pdf_standards=["a-2a", "ua-1"] if output == "pdf" and sheet.layout.archival else [],
                timestamp=_seconds(sheet.dated),
            )
        except (RuntimeError, ValueError) as error:
            raise PosterError(_why(sheet, error)) from error
        if made is None:
            raise PosterError(FAILURES["nothing"].format(title=sheet.title))
        if len(sheet.text) > _LARGE:
            for _ in range(_MEMORY + 1):
                case.compiler.compile(input=b"", format="svg")
        return tuple(made) if isinstance(made, list) else (made,)


def _seconds(day: date | None) -> int:
    """The time of a file of this day."""
    return max(0, int(datetime(*(day or date(2000, 1, 1)).timetuple()[:3], tzinfo=UTC).timestamp()))


def _why(sheet: Sheet, error: Exception) -> str:
    hall = next(iter(texts(sheet.data["footer"])), "")
    return complaint(sheet.title, hall, list(texts(sheet.data)), error)


@lru_cache(maxsize=64)
def _qr(url: str, scanned: str) -> dict[str, Json]:
    code = load("segno").make(scanned, error="m", micro=False)
    picture = BytesIO()
    code.save(picture, kind="svg", border=4, dark="#000", light="#fff", omitsize=True, xmldecl=False, nl=False)
    return {
        "svg": picture.getvalue().decode(),
        "modules": code.symbol_size(border=0)[0],
        "caption": POSTER_WORDS["qr"],
        "alt": POSTER_WORDS["qr_alt"].format(url=url),
        "address": url,
    }


def _inputs(sheet: Sheet, printing: Printing, family: str) -> str:
    setting = json.dumps({**_setting(sheet.layout, printing), "family": family}, sort_keys=True)
    code = json.dumps(_qr(sheet.url, sheet.scanned) if sheet.url and sheet.scanned else None)
    words = "\n".join((*texts(sheet.data), sheet.url or ""))
    breaks = json.dumps(found_breaks(words), sort_keys=True)
    parts = {"printing": setting, "sheet": sheet.text, "breaks": breaks, "qr": code, "pictures": sheet.drawings}
    return "{" + ", ".join(f'"{key}": {part}' for key, part in parts.items()) + "}"


def _setting(layout: Layout, printing: Printing) -> dict[str, Json]:
    """What the template has to know of paper and type; lengths in mm, type in points, distances in metres."""
    stock = printing.stock.turned if layout.turned else printing.stock
    smallest = max(layout.fine, smallest_points(layout.distance if printing.distance is None else printing.distance))
    grown = smallest_points(_ARM) * min(stock.width, stock.height) / _A4_WIDTH
    return {
        "width": stock.width,
        "height": stock.height,
        "smallest": smallest,
        "largest": layout.largest * max(smallest, grown),
        "body": printing.body,
        "fine": layout.fine,
        "points_a_metre": POINTS_A_METRE,
        "points_a_metre_elderly": POINTS_A_METRE_ELDERLY,
        "distance_words": POSTER_WORDS["distance"],
        "on_wall": layout.on_wall,
        "coloured": printing.variant != "ink",
        "filled": printing.variant == "colour",
        "bleed": printing.bleed,
    }
