"""What is printed: the contents of a sheet (``Sheet``), how its kind is laid out (``Layout``), and its version code."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.facts.services import version_code
from generator.model import Site
from generator.posters.legibility import IN_THE_HAND
from generator.system.failures import Failure
from generator.texts.posters import POSTER_WORDS
from generator.texts.shared import UNKNOWN, VERSION

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]

_RUNNING = 36  # characters of the title that fit in one line at the top of later sheets
_UNKNOWN_IN_JSON = json.dumps(UNKNOWN).strip('"')


class PosterError(Failure):
    """A poster that cannot be made without a fault; the message says why, in Chinese."""

    exit_code = 1


@dataclass(frozen=True)
class Layout:
    """How sheets of a kind are laid out.

    ``template`` names a file of ``site_templates/posters``. ``distance`` is from how many metres the text is read;
    ``fine`` is the smallest type in points for what is read from close by, such as the footer. ``largest`` is the
    largest type of the text as a multiple of the smallest that the paper calls for; a short text leaves space empty
    instead of growing further. ``on_wall`` sheets have a QR code for the distance of an arm. Those that are not
    ``archival`` are made for a print shop: plain PDF instead of PDF/A-2a and PDF/UA-1. Of ``versioned`` ones the page
    tells which version is current. ``serif`` sheets are set in a face with serifs where the computer has one.
    """

    template: str
    distance: float
    largest: float = 2.0
    fine: float = IN_THE_HAND
    on_wall: bool = False
    turned: bool = False
    archival: bool = True
    versioned: bool = False
    serif: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture on a poster: an SVG without references to other files, and its description in ``alt``."""

    title: str
    svg: str
    alt: str


@dataclass(frozen=True)
class Sheet:
    """The contents of a sheet, for any paper; ``url`` is the address of its page, for the QR code.

    ``version`` is the code in its footer, by which two sheets of a record are told apart: sheets with the same code say
    the same. ``dated`` is the date of the record and becomes the date of the file.
    """

    layout: Layout
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
    def scanned(self) -> str | None:
        """The address in the QR code, which asks the page whether this version is current."""
        return f"{self.url}?v={self.version}" if self.url and self.layout.versioned else self.url

    @property
    def digest(self) -> str:
        """SHA-256 of the contents; with the same ``Printing``, equal digests mean equal files."""
        said = f"{self.layout}{self.text}{self.drawings}{self.dated}{self.url}"
        return hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True)
class Footer:
    """What stands at the foot of each sheet: ``fields`` maps label -> words.

    ``mark`` names the sheets of several; it is there for a single sheet, too, if it is ``always`` there.
    """

    fields: dict[str, str | None] = field(default_factory=dict)
    mark: str = POSTER_WORDS["sheet_mark"]
    always: bool = False


def sheet_of(
    layout: Layout,
    id: str,
    title: str,
    body: dict[str, Json],
    footer: Footer,
    site: Site,
    url: str | None,
    dated: date | None,
    pictures: tuple[Picture, ...] = (),
) -> Sheet:
    """The sheet of a record: ``body`` is for the template of its kind.

    The last field of the footer is the version code, which follows from all that a reader sees on the sheet: text,
    pictures, the address in the QR code, and what the footer says. The size of the paper is no part of it.
    """
    words: list[Json] = [[label, value or UNKNOWN] for label, value in footer.fields.items()]
    seen: list[Json] = [title, body, site.hall.name, words, url, [picture.svg for picture in pictures]]
    version = version_code(json.dumps(seen, sort_keys=True))
    foot: dict[str, Json] = {
        "hall": site.hall.name,
        "fields": [*words, [VERSION, version]],
        "mark": footer.mark,
        "marked": footer.always,
    }
    data: dict[str, Json] = {
        "title": title,
        "author": site.organisation,
        "running": (title if len(title) <= _RUNNING else title[:_RUNNING] + "…") + POSTER_WORDS["continued"],
        "continued": POSTER_WORDS["continued"],
        "body": body,
        "footer": foot,
    }
    return Sheet(layout, id, title, data, version, dated, url, pictures)


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


def texts(value: Json) -> Iterator[str]:
    """All text in ``value``, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)
