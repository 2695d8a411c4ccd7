"""Reads the bytes of a PDF as objects, also those that no page shows any more; knows nothing of fonts and positions.

The file is gone through from its beginning to its end. So what an earlier saving left behind is read like the rest.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.privacy.finding import Unreadable
from generator.privacy.pdf.filters import PHOTO, unpacked
from generator.privacy.pdf.literals import without_literals

MAX_UNPACKED = 300_000_000
"""Bytes of all streams of one file, unpacked; pixels of pictures are not unpacked."""

_STREAM = re.compile(rb"(?<!end)stream(?:\r\n|\n|\r)")
_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,10})\s+[0-9]{1,5}\s+obj\b")
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_FIRST = re.compile(rb"/First\s+([0-9]{1,9})")
_COUNT = re.compile(rb"/N\s+([0-9]{1,9})")
_FONT_FILE = re.compile(rb"/Length[123]\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b|/Width\b(?s:.*)/Height\b|/Height\b(?s:.*)/Width\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b|/PatternType\b")
_TABLE = re.compile(rb"/Type\s*/XRef\b")
_PACKED_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b")
_SHOWS_TEXT = re.compile(rb"[)>\]]\s*(?:T[jJ]\b|['\"])")


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: number of its object, its dictionary, its bytes, and its content; None if nobody can unpack it."""

    number: int
    about: bytes
    packed: bytes
    content: bytes | None

    @property
    def is_form(self) -> bool:
        """Whether it is drawn where a page, or another form, names it; whatever else it says that it is."""
        return bool(_FORM.search(self.about))

    @property
    def shows_text(self) -> bool:
        """Whether a page that has this for its content could show a text; who cannot unpack it must think so."""
        return self.content is None or (b"BT" in self.content and bool(_SHOWS_TEXT.search(self.content)))


@dataclass(frozen=True)
class Objects:
    """Everything in a file: its streams without pixels and outlines, photos, and what stands between the streams."""

    streams: tuple[Stream, ...]
    photos: tuple[bytes, ...]
    between: bytes
    set_aside: frozenset[int] = frozenset()
    """Numbers of streams that were taken for pixels, outlines of letters, or tables of places."""

    @cached_property
    def structure(self) -> bytes:
        """``between`` without the text of strings, and with every name as it is meant."""
        plain = without_literals(self.between)
        return spelled_out(plain)

    @cached_property
    def bodies(self) -> dict[int, bytes]:
        """Number of each object -> what is in it, without streams; of several with one number the last."""
        return {number: versions[-1] for number, versions in self.versions.items()}

    @cached_property
    def versions(self) -> dict[int, list[bytes]]:
        """Number -> all objects that the file has, or had, under that number, in their order."""
        marks = list(_OBJECT.finditer(self.structure))
        ends = [*(mark.start() for mark in marks[1:]), len(self.structure)]
        found: dict[int, list[bytes]] = {}
        for mark, end in zip(marks, ends, strict=True):
            found.setdefault(int(mark[1]), []).append(self.structure[mark.end() : end])
        return found

    @cached_property
    def gives_other_text(self) -> bool:
        """Whether a list of properties gives a text to be read instead of signs, as descriptions of pictures do not."""
        return any(b"/ActualText" in body and b"/StructElem" not in body for body in self.bodies.values())


def objects_of(data: bytes) -> Objects:
    """Take the file apart. Raises Unreadable for one that unpacks to too much."""
    streams, photos, between, set_aside = list[Stream](), list[bytes](), list[bytes](), set[int]()
    position, left = 0, MAX_UNPACKED
    while match := _STREAM.search(data, position):
        before = data[position : match.start()]
        marks = list(_OBJECT.finditer(before))
        mark = marks[-1] if marks else None
        start, end = match.end(), data.find(b"endstream", match.end())
        position = end if end >= 0 else len(data)
        between.append(before)
        about = spelled_out(before[mark.end() :]) if mark else b""
        if mark is None:
            continue
        if _TABLE.search(about):
            set_aside.add(int(mark[1]))
            continue
        packed = data[start:position]
        is_form = bool(_FORM.search(about))
        is_picture = not is_form and bool(_PICTURE.search(about))
        is_outline = not is_form and bool(_FONT_FILE.search(about))
        if is_picture or is_outline:
            set_aside.add(int(mark[1]))
        if is_picture and not any(form in about for form in PHOTO):
            continue
        content = unpacked(packed, about)
        left -= len(content or b"")
        if left < 0:
            raise Unreadable("unpacks to too much")
        if is_picture:
            photos.append(content or b"")
        elif _PACKED_OBJECTS.search(about):
            between += _packed_objects(about, content)
        elif not is_outline:
            streams.append(Stream(int(mark[1]), about, packed, content))
    between.append(data[position:])
    return Objects(tuple(streams), tuple(photos), b"\n".join(between), frozenset(set_aside))


def _packed_objects(about: bytes, content: bytes | None) -> Iterator[bytes]:
    """The objects of a stream of objects, written as they stand outside of one."""
    if content is None:
        raise Unreadable("packed in an unknown way")
    first, count = _FIRST.search(about), _COUNT.search(about)
    start = int(first[1]) if first else 0
    numbers = [int(word) for word in content[:start].split() if word.isdigit()]
    if not first or not count or len(numbers) < 2:
        yield content
        return
    places = [start + place for place in numbers[1::2]]
    for number, begin, end in zip(numbers[::2], places, [*places[1:], len(content)], strict=False):
        yield b"%d 0 obj %s endobj" % (number, content[begin:end])


def spelled_out(names: bytes) -> bytes:
    """``names`` with every sign as itself, as it is meant (``/J#53`` is ``/JS``)."""
    return _NAME_ESCAPE.sub(_meant, names) if b"#" in names else names


def _meant(escape: re.Match[bytes]) -> bytes:
    return bytes.fromhex(escape[1].decode("ascii"))
