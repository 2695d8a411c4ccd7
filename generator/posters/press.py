"""Wall posters: the sheet that a record becomes, and the press that sets it.

Pure: values in, bytes out; nothing is written and no clock is read. The only importer of typst and segno. The words
of a record reach the templates (``site_templates/posters``) as JSON and are never read as markup. What a poster says
(``Sheet``) knows nothing of paper; how it is printed (``Printing``) knows nothing of content. What the records say on
paper is in ``poster_text`` and ``bulletin``.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from importlib.metadata import version as installed_version
from io import BytesIO
from pathlib import Path
from typing import Literal

import segno
import typst

from generator.model import Site
from generator.model.hall import Paper
from generator.posters.fonts import FACES, FontsMissing, faces_in
from generator.site import addresses
from generator.texts.posters import LABELS

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Kind = Literal["regulation", "service", "bulletin"]
Format = Literal["pdf", "png", "svg"]

PAPERS: dict[Paper, tuple[int, int]] = {"a4": (210, 297), "a3": (297, 420), "a2": (420, 594), "a1": (594, 841)}
"""Paper -> width and height in mm; posters stand upright."""

FOLDERS: dict[Kind, str] = {
    "regulation": addresses.REGULATIONS,
    "service": addresses.SERVICES,
    "bulletin": addresses.RESULTS,
}
"""Kind of poster -> where the pages of its records stand; its posters stand under the same name."""

_LEGIBLE: dict[Kind, float] = {"regulation": 11.3, "service": 10.0, "bulletin": 8.3}
"""Smallest type in points on A4; it grows with the width of the paper, as the distance does from which it is read.

A character should fill at least 20 minutes of arc, a height of 0.0058 of the distance: 3.5 mm or 10 points for a
guide in the hand (0.6 m), 16 points for a regulation on A3 at 1 m, 22.5 on A2 at 1.4 m, 32 on A1 at 2 m. One's own
row in a bulletin is looked up from close by: 8.3 points on A4 at 0.5 m, 11.7 on A3 at 0.7 m.
"""

_LARGEST: dict[Kind, float] = {"regulation": 2.2, "service": 1.5, "bulletin": 1.25}
"""Largest type as a multiple of the smallest: beyond it short texts get room instead of size."""

_THUMBNAIL_PIXELS = 270  # typst writes true-colour PNG: 270 pixels wide stay below 60 KB
_RUNNING = 36  # characters of the title at the top of later sheets, which fit in one line
_BREAKS = {
    "unbroken": re.compile(r"[0-9]{3,4}-[0-9]{7,8}|[0-9]{1,2}:[0-9]{2}[—–-][0-9]{1,2}:[0-9]{2}|[0-9]{1,3}号窗口"),
    "breakable": re.compile(r"[^\s\u3400-\u9fff\U00020000-\U0003ffff]{24,}"),
}
"""What a line must not break, and what it may break anywhere: phones and times; very long Latin words."""

_LARGE = 20_000
"""Characters of a sheet from which its layout is worth forgetting: 200 MB for 400 rows."""

_MEMORY = 10
"""Runs for which typst keeps a layout that no run has asked for (comemo's age, set by the typst package)."""

_MISSING = re.compile(r'(?:the text|codepoint) `"(.+?)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class PosterError(Exception):
    """A poster that cannot be printed as it should; the message says why, in Chinese."""


@dataclass(frozen=True)
class Picture:
    """A drawing on a poster: an SVG without references to other files, and what it shows in words."""

    title: str
    svg: str
    alt: str


@dataclass(frozen=True)
class Sheet:
    """What a poster says, whatever the paper; ``url`` is the address of its page.

    ``dated`` is the record's own date and becomes that of the file.
    """

    kind: Kind
    id: str
    title: str
    data: dict[str, Json]
    dated: date | None = None
    url: str | None = None
    pictures: tuple[Picture, ...] = ()

    @property
    def key(self) -> str:
        """The record it shows: services/ID, regulations/ID or results/ID."""
        return f"{FOLDERS[self.kind]}{self.id}"

    @cached_property
    def text(self) -> str:
        """``data`` as JSON."""
        return json.dumps(self.data, sort_keys=True)

    @cached_property
    def drawings(self) -> str:
        """``pictures`` as JSON."""
        return json.dumps([vars(picture) for picture in self.pictures], sort_keys=True)


@dataclass(frozen=True)
class Printing:
    """How a poster is printed; the ink-saving variant has no filled areas and no colour."""

    paper: Paper
    ink_saving: bool = False
    format: Format = "pdf"


def smallest_points(kind: Kind, paper: Paper) -> float:
    """The smallest type on a poster of this kind and paper, to a tenth of a point."""
    return round(_LEGIBLE[kind] * PAPERS[paper][0] / PAPERS["a4"][0], 1)


class Press:
    """Sets posters with the typeface in ``fonts`` and the templates in ``templates``; keep one for each process."""

    def __init__(self, fonts: Path, templates: Path) -> None:
        """Raise ``FontsMissing`` when ``fonts`` holds no known face."""
        faces = faces_in(fonts)
        loaded = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
        families = [family for family in FACES if family in faces and family in loaded.families()]
        if not families:
            raise FontsMissing(f"字体文件夹里没有能用的简体中文字体：{fonts}")
        self._family = families[0]
        self._templates = templates
        self._compiler = typst.Compiler(root=templates, font_paths=loaded, ignore_system_fonts=True)
        sources = ((path.name, path.read_bytes().hex()) for path in sorted(templates.glob("*.typ")))
        files = ((path.name, path.stat().st_size) for path in faces[self._family])
        self._tools = json.dumps(
            [[*sources], [*files], self._family, installed_version("typst"), installed_version("segno")]
        )

    def print(self, sheet: Sheet, printing: Printing) -> tuple[bytes, ...]:
        """One PDF with all sheets, or one PNG or SVG for each sheet; the same bytes on every run.

        Raises ``PosterError``. Pictures show a character that the typeface lacks as an empty box without a word, so
        they are set as PDF first, where it is an error.
        """
        pages = self._compile(sheet, printing, "pdf", 144)
        return pages if printing.format == "pdf" else self._compile(sheet, printing, printing.format, 144)

    def thumbnail(self, sheet: Sheet, printing: Printing) -> bytes:
        """PNG of the first sheet, 270 pixels wide and below 60 KB."""
        inches = PAPERS[printing.paper][0] / 25.4
        return self._compile(sheet, printing, "png", _THUMBNAIL_PIXELS / inches)[0]

    def fingerprint(self, sheet: Sheet, printing: Printing, thumbnail: bool = False) -> str:
        """Kind and SHA-256 of all that goes into a poster: equal fingerprints mean equal bytes."""
        how = repr((printing, thumbnail, _setting(sheet.kind, printing), str(sheet.dated), sheet.url))
        digest = hashlib.sha256(f"{sheet.kind}{sheet.text}{sheet.drawings}{how}{self._tools}".encode()).hexdigest()
        return f"{sheet.kind}-{digest}"

    def _compile(self, sheet: Sheet, printing: Printing, output: Format, ppi: float) -> tuple[bytes, ...]:
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
            raise PosterError(_complaint(sheet.title, error)) from error
        if made is None:
            raise PosterError(f"海报《{sheet.title}》没有排出内容")
        if len(sheet.text) > _LARGE:
            for _ in range(_MEMORY + 1):
                self._compiler.compile(input=b"", format="svg")
        return tuple(made) if isinstance(made, list) else (made,)


def sheet_of(
    kind: Kind,
    id: str,
    title: str,
    body: dict[str, Json],
    fields: dict[str, str | None],
    site: Site,
    url: str | None,
    dated: date | None,
    pictures: tuple[Picture, ...] = (),
) -> Sheet:
    """The sheet of a record: ``body`` is for the template of its kind, ``fields`` are label -> words of the footer."""
    footer: dict[str, Json] = {
        "hall": site.hall.name,
        "fields": [[label, value or LABELS["unknown"]] for label, value in fields.items()],
        "mark": LABELS["page_mark" if kind == "bulletin" else "sheet_mark"],
        "marked": kind == "bulletin",  # one sheet of a poster needs no number; a list says that it is whole
    }
    data: dict[str, Json] = {
        "title": title,
        "author": site.organisation,
        "running": (title if len(title) <= _RUNNING else title[:_RUNNING] + "…") + LABELS["continued"],
        "body": body,
        "footer": footer,
    }
    return Sheet(kind, id, title, data, dated, url, pictures)


def _texts(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


@lru_cache(maxsize=64)
def _qr(url: str) -> dict[str, Json]:
    code = segno.make(url, error="m", micro=False)
    picture = BytesIO()
    code.save(picture, kind="svg", border=4, dark="#000", light="#fff", omitsize=True, xmldecl=False, nl=False)
    return {
        "svg": picture.getvalue().decode(),
        "modules": code.symbol_size(border=0)[0],
        "caption": LABELS["qr"],
        "alt": LABELS["qr_alt"].format(url=url),
    }


def _inputs(sheet: Sheet, printing: Printing, family: str) -> str:
    setting = json.dumps({**_setting(sheet.kind, printing), "family": family}, sort_keys=True)
    code = json.dumps(_qr(sheet.url) if sheet.url else None)
    words = "\n".join(_texts(sheet.data))
    breaks = json.dumps({key: list(dict.fromkeys(pattern.findall(words))) for key, pattern in _BREAKS.items()})
    parts = {"printing": setting, "sheet": sheet.text, "breaks": breaks, "qr": code, "pictures": sheet.drawings}
    return "{" + ", ".join(f'"{key}": {part}' for key, part in parts.items()) + "}"


def _setting(kind: Kind, printing: Printing) -> dict[str, Json]:
    width, height = PAPERS[printing.paper]
    smallest = smallest_points(kind, printing.paper)
    return {
        "width": width,
        "height": height,
        "smallest": smallest,
        "largest": smallest * _LARGEST[kind],
        "ink_saving": printing.ink_saving,
    }


def _complaint(title: str, error: Exception) -> str:
    """What to tell the staff about a failed setting; missing characters are named with their code points."""
    report = error.diagnostic if isinstance(error, typst.TypstError) else str(error)
    texts = [_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) for text in _MISSING.findall(report)]
    if not texts:
        return f"海报《{title}》排不出来：{report.strip()}"
    characters = dict.fromkeys(character for text in texts for character in text)
    named = "、".join(f"“{character}”（U+{ord(character):04X}）" for character in characters)
    return f"海报《{title}》里有字体没有的字：{named}。请换一个字，或者换用有这个字的字体。"
