"""Typesets sheets: turns the contents of a sheet into PDF, PNG or SVG with Typst.

The layout of its kind and the paper give the smallest and the largest type; between the two, the template
(``site_templates/posters``) chooses the largest type with which the text fits, and below it goes on to another sheet.
The contents are made in ``kit`` and reach the template as JSON, never as markup. Writes no file and reads no clock. The
only importer of typst.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, ClassVar, Literal, NamedTuple

from generator.facts.qr_code import code_picture
from generator.posters.breaks import found_breaks
from generator.posters.complaints import complaint
from generator.posters.drawing import shortened
from generator.posters.fonts import (
    FACES,
    FURTHER,
    FURTHER_SIGNS,
    SERIF_FACES,
    FontsMissing,
    faces_in,
    find_serifs,
    further_folders,
    system_folders,
)
from generator.posters.legibility import POINTS_A_METRE, POINTS_A_METRE_ELDERLY, smallest_points
from generator.posters.sheet import Json, Layout, PosterError, Sheet, texts
from generator.posters.stock import LONGEST, Stock
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


class Press:
    """Typesets posters with the fonts in ``fonts`` and the templates in ``templates``; make one in each process.

    ``worked_here`` tells that something was typeset in this process: typst runs threads then, of which a copy of the
    process has none, so that what is typeset there may wait for ever.
    """

    worked_here: ClassVar[bool] = False

    def __init__(self, fonts: Path, templates: Path, further: Sequence[Path] | None = None) -> None:
        """Raise ``FontsMissing`` when ``fonts`` holds no known face.

        For scripts and signs that it lacks, the faces of ``FURTHER`` help out, which are looked for in ``further``, by
        default the folders of the system.
        """
        self._fonts, self._templates, self._further = fonts, templates, further
        faces = faces_in(fonts)
        self._usual = _Type.of([fonts], [family for family in FACES if family in faces], templates)
        if not self._usual.families:
            raise FontsMissing(FAILURES["unusable_face"].format(folder=fonts))

    @cached_property
    def _larger(self) -> "_Type":
        folders = system_folders(sys.platform, Path.home()) if self._further is None else self._further
        usual = self._usual.families
        return _Type.of([self._fonts, *further_folders(folders)], [*usual, *FURTHER], self._templates, embedded=True)

    @cached_property
    def _serif(self) -> "_Type":
        """The face for official documents; the usual one where this computer has none."""
        folder = find_serifs()
        if folder is None:
            return self._usual
        faces = faces_in(folder, SERIF_FACES)
        found = _Type.of([folder], [family for family in SERIF_FACES if family in faces], self._templates)
        return found if found.families else self._usual

    def _type(self, sheet: Sheet) -> "_Type":
        if sheet.layout.serif:
            return self._serif
        return self._larger if FURTHER_SIGNS.search(json.dumps(sheet.data, ensure_ascii=False)) else self._usual

    def print(self, sheet: Sheet, printing: Printing) -> tuple[bytes, ...]:
        """One PDF with all sheets, or one PNG or SVG for each sheet; the same bytes on every run.

        Raises ``PosterError``. In PNG and SVG a character that the font lacks silently becomes an empty box, so a PDF
        is made first, where it is an error.
        """
        if max(printing.stock.width, printing.stock.height) > LONGEST:
            raise PosterError(FAILURES["too_large"].format(title=sheet.title))
        pages = self._compile(sheet, printing, "pdf", 144)
        if printing.format == "pdf":
            return pages
        pictures = self._compile(sheet, printing, printing.format, printing.stock.pixels)
        return tuple(map(shortened, pictures)) if printing.format == "svg" else pictures

    def thumbnail(self, sheet: Sheet, printing: Printing) -> bytes:
        """PNG of the first sheet, 270 pixels wide and below 60 KB."""
        stock = printing.stock.turned if sheet.layout.turned else printing.stock
        return self._compile(sheet, printing, "png", _THUMBNAIL_PIXELS / (stock.width / 25.4))[0]

    def arrange(self, template: str, inputs: dict[str, Json], pdf: bytes, dated: date | None) -> bytes:
        """A PDF of the pages of another, as ``template`` puts them together; print shops take it, archives do not."""
        Press.worked_here = True
        said = json.dumps({**inputs, "family": self._usual.families, "pdf": list(pdf)}, sort_keys=True)
        made = self._usual.compiler.compile(
            input=str(self._templates / f"{template}.typ"),
            sys_inputs={"arranged": said},
            format="pdf",
            timestamp=_seconds(dated),
        )
        assert isinstance(made, bytes)
        return made

    def extent(self, sheet: Sheet, printing: Printing) -> Extent:
        """How the sheet would come out; lays it out and prints nothing. Raises ``PosterError``."""
        face, Press.worked_here = self._type(sheet), True
        try:
            found = load("typst").query(
                str(self._templates / f"{sheet.layout.template}.typ"),
                "<extent>",
                field="value",
                one=True,
                root=str(self._templates),
                font_paths=face.fonts,
                ignore_system_fonts=True,
                sys_inputs={"poster": _inputs(sheet, printing, face.families)},
            )
        except (RuntimeError, ValueError) as error:
            raise _why(sheet, error) from error
        return Extent(**json.loads(found))

    def _compile(self, sheet: Sheet, printing: Printing, output: PosterFormat, ppi: float) -> tuple[bytes, ...]:
        face, Press.worked_here = self._type(sheet), True
        try:
            made = face.compiler.compile(
                input=str(self._templates / f"{sheet.layout.template}.typ"),
                sys_inputs={"poster": _inputs(sheet, printing, face.families)},
                format=output,
                ppi=ppi,
                pdf_standards=["a-2a", "ua-1"] if output == "pdf" and sheet.layout.archival else [],
                timestamp=_seconds(sheet.dated),
            )
        except (RuntimeError, ValueError) as error:
            raise _why(sheet, error) from error
        if made is None:
            raise PosterError(FAILURES["nothing"].format(title=sheet.title))
        if len(sheet.text) > _LARGE:
            for _ in range(_MEMORY + 1):
                face.compiler.compile(input=b"", format="svg")
        return tuple(made) if isinstance(made, list) else (made,)


def icon_picture(template: Path, picture: bytes, ground: str, share: int, pixels: int) -> bytes | None:
    """PNG of ``picture`` on a square of the colour ``ground``, of which it fills ``share`` per cent each way.

    None where Typst cannot read the picture. Drawn once for all sites of a process that look alike.
    """
    return _drawn_icon(template, template.read_bytes(), picture, ground, share, pixels)


@lru_cache(maxsize=8)
def _drawn_icon(template: Path, _: bytes, picture: bytes, ground: str, share: int, pixels: int) -> bytes | None:
    told = json.dumps({"picture": list(picture), "ground": ground, "share": share, "pixels": pixels}, sort_keys=True)
    return _icon(template.read_bytes(), told)


@lru_cache(maxsize=4)
def _icon(template: bytes, told: str) -> bytes | None:
    """The icon, which the next build of the same process has ready."""
    Press.worked_here = True
    try:
        made = load("typst").compile(input=template, sys_inputs={"icon": told}, format="png", ppi=72)
    except (RuntimeError, ValueError):
        return None
    assert isinstance(made, bytes)
    return made


@dataclass(frozen=True)
class _Type:
    """Loaded typefaces: typst's own ``fonts`` and ``compiler``, and the families in the order of their use."""

    fonts: Any  # typst is imported when it is used
    compiler: Any
    families: tuple[str, ...]

    @classmethod
    def of(cls, folders: list[Path], wanted: Iterable[str], templates: Path, embedded: bool = False) -> "_Type":
        """Those of the ``wanted`` families in ``folders``, and in typst itself; of Chinese faces the first."""
        typst = load("typst")
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=embedded, font_paths=folders)
        found = [family for family in wanted if family in fonts.families()]
        chinese = [family for family in found if family in FACES][:1]
        families = (*chinese, *(family for family in found if family not in FACES))
        compiler = typst.Compiler(root=templates, font_paths=fonts, ignore_system_fonts=True)
        return cls(fonts, compiler, families)


def _seconds(day: date | None) -> int:
    """The time of a file of this day."""
    return max(0, int(datetime(*(day or date(2000, 1, 1)).timetuple()[:3], tzinfo=UTC).timestamp()))


def _why(sheet: Sheet, error: Exception) -> PosterError:
    hall = next(iter(texts(sheet.data["footer"])), "")
    return complaint(sheet.title, hall, list(texts(sheet.data)), error)


@lru_cache(maxsize=64)
def _qr(url: str, scanned: str) -> dict[str, Json]:
    code = code_picture(scanned)
    return {
        "svg": code.svg,
        "modules": code.modules,
        "caption": POSTER_WORDS["qr"],
        "alt": POSTER_WORDS["qr_alt"].format(url=url),
        "address": url,
    }


def _inputs(sheet: Sheet, printing: Printing, families: tuple[str, ...]) -> str:
    setting = json.dumps({**_setting(sheet.layout, printing), "family": families}, sort_keys=True)
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
