"""Typesets posters: turns the contents of a poster (``Sheet``) into PDF, PNG or SVG with Typst.

Owns the paper sizes and the smallest and largest type for each kind of poster; between the two, the template
(``site_templates/posters``) chooses the largest type with which the text fits, and below it goes on to another sheet.
The contents are made in ``sheets`` and ``bulletin`` and reach the template as JSON, never as markup. Writes no file and
reads no clock. The only importer of typst and segno.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Literal

from generator.facts.services import version_code
from generator.model import Site
from generator.model.hall import Paper
from generator.posters.complaints import complaint
from generator.posters.drawing import shortened
from generator.posters.fonts import FACES, FontsMissing, faces_in
from generator.system.failures import Failure
from generator.system.on_demand import load
from generator.texts.guide import GUIDE
from generator.texts.posters import FAILURES, POSTER_WORDS
from generator.texts.shared import UNKNOWN, VERSION

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
SheetKind = Literal["regulation", "service", "bulletin"]
PosterFormat = Literal["pdf", "png", "svg"]

PAPERS: dict[Paper, tuple[int, int]] = {
    "a4": (210, 297), "a3": (297, 420), "a2": (420, 594), "a1": (594, 841),
    "b5": (176, 250), "b4": (250, 353), "16开": (184, 260), "8开": (260, 368),
}  # fmt: skip
"""Paper -> width and height in mm; posters stand upright.

A and B as in GB/T 148 (ISO 216). What copiers call B4 and B5 is often that of Japan, 257 by 364 and 182 by 257 mm, on
which the sheet stands with a little more margin. 16开 and 8开 are the smallest that printers know by these names.
"""

_LEGIBLE: dict[SheetKind, float] = {"regulation": 11.3, "service": 10.0, "bulletin": 8.3}
"""Smallest type in points on A4. It grows with the width of the paper, since larger paper is read from farther away.

A character should fill at least 20 minutes of arc, a height of 0.0058 of the distance: 3.5 mm or 10 points for a
guide in the hand (0.6 m), 16 points for a regulation on A3 at 1 m, 22.5 on A2 at 1.4 m, 32 on A1 at 2 m. One's own
row in a bulletin is read from close by: 8.3 points on A4 at 0.5 m, 11.7 on A3 at 0.7 m.
"""

_LARGEST: dict[SheetKind, float] = {"regulation": 2.2, "service": 1.5, "bulletin": 1.25}
"""Largest type as a multiple of the smallest; a short text leaves space empty instead of growing further."""

_THUMBNAIL_PIXELS = 270  # typst writes true-colour PNG: 270 pixels wide stay below 60 KB
_RUNNING = 36  # characters of the title that fit in one line at the top of later sheets
_CJK_MARKS = "\u2010-\u2027\u3000-\u303f\uff00-\uffef"
_BREAKS = {
    "unbroken": re.compile(
        r"(?:(?:\+86[- ]?[0-9]{2,4}[- ]|[0-9]{3,4}-)[0-9]{7,8}(?: ?\u8f6c ?[0-9]{1,6})?|[0-9]{5,8} ?\u8f6c ?[0-9]{1,6}|"
        r"[0-9]{1,2}:[0-9]{2}[—–-][0-9]{1,2}:[0-9]{2}|"
        + GUIDE["counter"].replace("{number}", "[0-9]{1,3}")
        + r")[\u3001\u3002\uff09\uff0c\uff1a\uff1b]?"
    ),
    "breakable": re.compile(rf"[^\s{_CJK_MARKS}\u3400-\u9fff\U00020000-\U0003ffff]{{24,}}|[{_CJK_MARKS}]{{24,}}"),
}
"""Phones, with the sign before an extension (U+8F6C), and times, which a line must not break, with the mark behind
them, which must not begin one; very long Latin words and rows of marks, which it may break anywhere."""

_LARGE = 20_000
"""Length in characters from which Typst's memory of a layout is freed afterwards: 400 rows take 200 MB."""

_MEMORY = 10
"""After so many other runs typst forgets a layout (the maximum age of its cache, comemo, in the typst package)."""

_UNKNOWN_IN_JSON = json.dumps(UNKNOWN).strip('"')


class PosterError(Failure):
    """A poster that cannot be made without a fault; the message says why, in Chinese."""

    exit_code = 1


@dataclass(frozen=True)
class Picture:
    """A picture on a poster: an SVG without references to other files, and its description in ``alt``."""

    title: str
    svg: str
    alt: str


@dataclass(frozen=True)
class Sheet:
    """The contents of a poster, for any paper; ``url`` is the address of its page, for the QR code.

    ``version`` is the code in its footer, by which two sheets of a record are told apart: sheets with the same code say
    the same. ``dated`` is the date of the record and becomes the date of the file.
    """

    kind: SheetKind
    id: str
    title: str
    data: dict[str, Json]
    version: str
    dated: date | None = None
    url: str | None = None
    pictures: tuple[Picture, ...] = ()

    @cached_property
    def text(self) -> str:
        """``data`` as JSON."""
        return json.dumps(self.data, sort_keys=True)

    @cached_property
    def drawings(self) -> str:
        """``pictures`` as JSON."""
        return json.dumps([vars(picture) for picture in self.pictures], sort_keys=True)

    @property
    def digest(self) -> str:
        """SHA-256 of the contents; with the same ``Printing``, equal digests mean equal files."""
        said = f"{self.kind}{self.text}{self.drawings}{self.dated}{self.url}"
        return hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True)
class Printing:
    """Paper and format of a poster; the ink-saving variant has no filled areas and no colour."""

    paper: Paper
    ink_saving: bool = False
    format: PosterFormat = "pdf"


def smallest_points(kind: SheetKind, paper: Paper) -> float:
    """The smallest type on a poster of this kind and paper, to a tenth of a point."""
    return round(_LEGIBLE[kind] * max(1, PAPERS[paper][0] / PAPERS["a4"][0]), 1)


class Press:
    """Typesets posters with the fonts in ``fonts`` and the templates in ``templates``; make one in each process."""

    def __init__(self, fonts: Path, templates: Path) -> None:
        """Raise ``FontsMissing`` when ``fonts`` holds no known face."""
        typst = load("typst")
        faces = faces_in(fonts)
        loaded = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
        families = [family for family in FACES if family in faces and family in loaded.families()]
        if not families:
            raise FontsMissing(FAILURES["unusable_face"].format(folder=fonts))
        self._family = families[0]
        self._templates = templates
        self._compiler = typst.Compiler(root=templates, font_paths=loaded, ignore_system_fonts=True)

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
        inches = PAPERS[printing.paper][0] / 25.4
        return self._compile(sheet, printing, "png", _THUMBNAIL_PIXELS / inches)[0]

    def _compile(self, sheet: Sheet, printing: Printing, output: PosterFormat, ppi: float) -> tuple[bytes, ...]:
        dated = datetime(*(sheet.dated or date(2000, 1, 1)).timetuple()[:3], tzinfo=UTC)
        try:
            made = self._compiler.compile(
                input=str(self._templates / f"{sheet.kind}.typ"),
                sys_inputs={"poster": _inputs(sheet, printing, self._family)},
                format=output,
                ppi=ppi,
                pdf_standards=["a-2a", "ua-1"] if output == "pdf" else [],
                timestamp=max(0, int(dated.timestamp())),
            )
        except (RuntimeError, ValueError) as error:
            raise PosterError(_why(sheet, error)) from error
        if made is None:
            raise PosterError(FAILURES["nothing"].format(title=sheet.title))
        if len(sheet.text) > _LARGE:
            for _ in range(_MEMORY + 1):
                self._compiler.compile(input=b"", format="svg")
        return tuple(made) if isinstance(made, list) else (made,)


def sheet_of(
    kind: SheetKind,
    id: str,
    title: str,
    body: dict[str, Json],
    fields: dict[str, str | None],
    site: Site,
    url: str | None,
    dated: date | None,
    pictures: tuple[Picture, ...] = (),
) -> Sheet:
    """The sheet of a record: ``body`` is for the template of its kind, ``fields`` maps label -> words of the footer.

    The last field of the footer is the version code, which follows from all that a reader sees on the sheet: text,
    pictures, the address in the QR code, and what the footer says. The size of the paper is no part of it.
    """
    words: list[Json] = [[label, value or UNKNOWN] for label, value in fields.items()]
    seen: list[Json] = [title, body, site.hall.name, words, url, [picture.svg for picture in pictures]]
    version = version_code(json.dumps(seen, sort_keys=True))
    footer: dict[str, Json] = {
        "hall": site.hall.name,
        "fields": [*words, [VERSION, version]],
        "mark": POSTER_WORDS["page_mark" if kind == "bulletin" else "sheet_mark"],
        "marked": kind == "bulletin",  # others have numbers only if there are several; a list of cases always
    }
    data: dict[str, Json] = {
        "title": title,
        "author": site.organisation,
        "running": (title if len(title) <= _RUNNING else title[:_RUNNING] + "…") + POSTER_WORDS["continued"],
        "body": body,
        "footer": footer,
    }
    return Sheet(kind, id, title, data, version, dated, url, pictures)


def _why(sheet: Sheet, error: Exception) -> str:
    hall = next(iter(_texts(sheet.data["footer"])), "")
    return complaint(sheet.title, hall, list(_texts(sheet.data)), error)


def unknown_parts(sheet: Sheet) -> tuple[str, ...]:
    """What a sheet would say 待补充 of: labels as they stand on it, or the words where there is no label."""
    if _UNKNOWN_IN_JSON not in sheet.text:
        return ()
    return tuple(dict.fromkeys(_unknown(sheet.data, "")))


def _unknown(value: Json, label: str) -> Iterator[str]:
    if isinstance(value, str):
        if UNKNOWN in value:
            yield label or value[:_RUNNING]
    elif isinstance(value, dict):
        own = value.get("label")
        for part in value.values():
            yield from _unknown(part, own if isinstance(own, str) else label)
    elif isinstance(value, list):
        named = not label and len(value) == 2 and isinstance(value[0], str)  # a field of the footer
        for part in value:
            yield from _unknown(part, str(value[0]) if named else label)


def _texts(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


@lru_cache(maxsize=64)
def _qr(url: str) -> dict[str, Json]:
    code = load("segno").make(url, error="m", micro=False)
    picture = BytesIO()
    code.save(picture, kind="svg", border=4, dark="#000", light="#fff", omitsize=True, xmldecl=False, nl=False)
    return {
        "svg": picture.getvalue().decode(),
        "modules": code.symbol_size(border=0)[0],
        "caption": POSTER_WORDS["qr"],
        "alt": POSTER_WORDS["qr_alt"].format(url=url),
    }


def _inputs(sheet: Sheet, printing: Printing, family: str) -> str:
    setting = json.dumps({**_setting(sheet.kind, printing), "family": family}, sort_keys=True)
    code = json.dumps(_qr(sheet.url) if sheet.url else None)
    words = "\n".join(_texts(sheet.data))
    breaks = json.dumps({key: list(dict.fromkeys(pattern.findall(words))) for key, pattern in _BREAKS.items()})
    parts = {"printing": setting, "sheet": sheet.text, "breaks": breaks, "qr": code, "pictures": sheet.drawings}
    return "{" + ", ".join(f'"{key}": {part}' for key, part in parts.items()) + "}"


def _setting(kind: SheetKind, printing: Printing) -> dict[str, Json]:
    width, height = PAPERS[printing.paper]
    smallest = smallest_points(kind, printing.paper)
    return {
        "width": width,
        "height": height,
        "smallest": smallest,
        "largest": smallest * _LARGEST[kind],
        "ink_saving": printing.ink_saving,
    }
