"""Makes pages of what a PDF holds and no page shows, so that it can be read with its fonts like a page.

That is stamps and fields in each of their states, patterns, drawn letters, forms that nothing paints, pages that were
taken out, and signs for which the file gives another text to read. The pages are written behind the file, as an editor
would write a change, and nothing is lost of the file itself.
"""

import re
from collections.abc import Iterable, Sequence

from generator.privacy.finding import Unreadable
from generator.privacy.pdf.literals import without_literals
from generator.privacy.pdf.objects import Objects, Stream
from generator.privacy.pdf.resources import resources_in, resources_of_page

MAX_HIDDEN = 5_000
"""Pages that are made of one file."""

_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_CONTENTS = re.compile(rb"/Contents\s*(?:([0-9]+)\s+[0-9]+\s+R|\[([^\]]*)\])")
_REFERENCE = re.compile(rb"([0-9]+)\s+[0-9]+\s+R\b")
_START = re.compile(rb"startxref\s+([0-9]+)")
_SIZE = re.compile(rb"/Size\s+([0-9]{1,9})")
_OTHER_TEXT, _NO_OTHER_TEXT = b"/ActualText", b"/FormerText"
_MARKED = b"BDC"


def page_numbers(objects: Objects) -> list[int]:
    """Numbers of all objects that are pages, whether or not the document still shows them."""
    return sorted(number for number, body in objects.bodies.items() if _PAGE.search(body))


def contents_of_pages(objects: Objects) -> frozenset[int]:
    """Numbers of the streams that are shown as contents of pages."""
    pages = (objects.bodies[page] for page in page_numbers(objects))
    return frozenset(number for page in pages for number in contents_of_page(objects, page))


def with_hidden_pages(data: bytes, objects: Objects, shown: int) -> bytes | None:
    """The file with pages for what its ``shown`` pages do not show, and no others; None if there is nothing.

    Raises Unreadable for too many of them.
    """
    pages = page_numbers(objects)
    contents = {page: contents_of_page(objects, objects.bodies[page]) for page in pages}
    of_pages = frozenset(number for numbers in contents.values() for number in numbers)
    by_number = {item.number: item for item in objects.streams}
    marked = frozenset(item.number for item in objects.streams if _reads_otherwise(item, objects))
    update = _Update(data, objects)
    for item in objects.streams:
        if item.shows_text and item.number not in of_pages:
            update.add_page([item], _resources_of(item, objects, pages))
    for page, numbers in contents.items():
        if len(pages) > shown or not marked.isdisjoint(numbers):
            streams = [by_number[number] for number in numbers if number in by_number]
            update.add_page(streams, resources_of_page(objects, objects.bodies[page]))
    return update.written() if update.kids else None


class _Update:
    """Objects that are written behind a file, and at last a document that has them for its pages."""

    def __init__(self, data: bytes, objects: Objects) -> None:
        self._data = data
        self._bodies: dict[int, bytes] = {}
        self.kids: list[int] = []
        sizes = [int(size) for size in _SIZE.findall(objects.structure)]
        self._next = max([*objects.bodies, *sizes, 0]) + 1
        self._catalog, self._pages = self._add(b""), self._add(b"")
        for number, body in objects.bodies.items():
            if _OTHER_TEXT in body and b"/StructElem" not in body and _MARKED not in body:
                self._bodies[number] = body.partition(b"endobj")[0].replace(_OTHER_TEXT, _NO_OTHER_TEXT)

    def add_page(self, streams: Iterable[Stream], resources: bytes) -> None:
        """Add a page with the content of ``streams``."""
        if len(self.kids) >= MAX_HIDDEN:
            raise Unreadable("too many pages")
        numbers = b" ".join(b"%d 0 R" % self._add(_plain(item)) for item in streams)
        page = b"<</Type/Page/Parent %d 0 R/MediaBox[-7200 -7200 7200 7200]/Contents[%s]/Resources %s>>"
        self.kids.append(self._add(page % (self._pages, numbers, resources.replace(_OTHER_TEXT, _NO_OTHER_TEXT))))

    def written(self) -> bytes:
        """The file with the update behind it."""
        kids = b" ".join(b"%d 0 R" % kid for kid in self.kids)
        self._bodies[self._catalog] = b"<</Type/Catalog/Pages %d 0 R>>" % self._pages
        self._bodies[self._pages] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(self.kids))
        header = max(self._data[:1024].find(b"%PDF-"), 0)
        data, places = bytearray(self._data[header:] + b"\n"), dict[int, int]()
        for number, body in self._bodies.items():
            places[number] = len(data)
            data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        starts = _START.findall(self._data)
        before = int(starts[-1]) if starts else 0
        start = len(data)
        keys = b"/Size %d/Root %d 0 R/Prev %d" % (self._next + 1, self._catalog, before)
        if self._data[header + before : header + before + 20].lstrip().startswith(b"xref"):
            data += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % item for item in sorted(places.items()))
            data += b"trailer<<%s>>" % keys
        else:
            places[self._next] = start
            rows = sorted(places.items())
            index = b" ".join(b"%d 1" % number for number, _ in rows)
            table = b"".join(b"\1" + place.to_bytes(4, "big") + b"\0" for _, place in rows)
            data += b"%d 0 obj\n<</Type/XRef/W[1 4 1]/Index[%s]%s/Length %d>>\nstream\n%s\nendstream\nendobj" % (
                self._next, index, keys, len(table), table,
            )  # fmt: skip
        return bytes(data + b"\nstartxref\n%d\n%%%%EOF\n" % start)

    def _add(self, body: bytes) -> int:
        number, self._next = self._next, self._next + 1
        self._bodies[number] = body
        return number


def _plain(item: Stream) -> bytes:
    """The stream without what should be read instead of its signs."""
    if item.content is None:
        length = re.sub(rb"/Length\s+[0-9]+(?:\s+[0-9]+\s+R)?", b"/Length %d" % len(item.packed), item.about)
        return b"%s\nstream\n%s\nendstream" % (length, item.packed)
    content = item.content.replace(_OTHER_TEXT, _NO_OTHER_TEXT)
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)


def contents_of_page(objects: Objects, page: bytes) -> tuple[int, ...]:
    """Numbers of the streams that are the content of a page, in their order."""
    match = _CONTENTS.search(page)
    if not match:
        return ()
    if match[1] and (inner := objects.bodies.get(int(match[1]), b"").strip()).startswith(b"["):
        return tuple(map(int, _REFERENCE.findall(inner)))
    return (int(match[1]),) if match[1] else tuple(map(int, _REFERENCE.findall(match[2])))


def _reads_otherwise(item: Stream, objects: Objects) -> bool:
    """Whether a text that is not shown is given for signs of this stream, in it or in a list that it names."""
    content = item.content or b""
    return _OTHER_TEXT in content or (_MARKED in content and objects.gives_other_text)


def _resources_of(item: Stream, objects: Objects, pages: Sequence[int]) -> bytes:
    """The fonts of a stream: its own; of the font that it is a letter of; or else of the first page."""
    if found := resources_in(without_literals(item.about)):
        return found
    reference = re.compile(rb"(?<![0-9])%d\s+[0-9]+\s+R\b" % item.number)
    for body in objects.bodies.values():
        if b"/Resources" in body and reference.search(body):
            return resources_in(body)
    return resources_of_page(objects, objects.bodies[pages[0]]) if pages else b"<<>>"
