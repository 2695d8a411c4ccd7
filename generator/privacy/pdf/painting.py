"""How much a viewer has to do to show a PDF, counted before one begins: forms may paint other forms, each many times.

A few lines can so ask for more work than can ever be done. Nothing is drawn here; only names are followed.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from generator.privacy.finding import Unreadable
from generator.privacy.pdf.hidden import contents_of_page, page_numbers
from generator.privacy.pdf.literals import without_literals
from generator.privacy.pdf.objects import Objects, Stream, spelled_out
from generator.privacy.pdf.resources import resources_in, resources_of_page

MAX_DEPTH = 20
"""Forms within forms; the library stops reading some levels further down, without a word."""
MAX_PAINTED, MAX_PAINTED_ALL = 50_000_000, 500_000_000
"""Bytes of forms that one page, or form, may ask to be read, and all of them together."""

_LEAST = 100
"""What painting a form costs at least, in bytes of what it paints."""
_PAINTS = re.compile(rb"/([^\s/<>\[\](){}%]+)(?:\s|%[^\r\n]*[\r\n])*Do\b")
_FORMS = re.compile(rb"/XObject\s*(?:([0-9]+)\s+[0-9]+\s+R\b|<<([^<>]*)>>)")
_NAMED = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+([0-9]+)\s+[0-9]+\s+R\b")
_REFERENCE = re.compile(rb"([0-9]+) 0 R\Z")
_PREDICTOR = re.compile(rb"/Predictor\s+(?!1\b)[0-9]")


def check_painting(objects: Objects) -> None:
    """Raise Unreadable for forms that paint each other, too deeply or too often."""
    if any(b"Do" in (item.content or b"Do") for item in objects.streams):
        _Painting(objects).check()


class _Painting:
    """Which forms are painted by which; a number may have been used for several streams, which all count."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._streams: dict[int, list[Stream]] = {}
        for item in objects.streams:
            self._streams.setdefault(item.number, []).append(item)
        self._done: dict[int, tuple[int, int]] = {}
        self._open: set[int] = set()

    def check(self) -> None:
        """Count for every stream, painted or not, and for every page."""
        total = sum(self._painted_by(number)[0] for number in self._streams)
        for page in page_numbers(self._objects):
            body = self._objects.bodies[page]
            numbers = contents_of_page(self._objects, body)
            if not self._objects.set_aside.isdisjoint(numbers):
                raise Unreadable("packed in an unknown way")
            items = [item for number in numbers for item in self._streams.get(number, ())]
            total += self._together(self._calls(items, resources_of_page(self._objects, body)))[0]
        if total > MAX_PAINTED_ALL:
            raise Unreadable("paints too much")

    def _painted_by(self, number: int) -> tuple[int, int]:
        """Bytes that painting a form makes a viewer read, and levels of forms from it downwards."""
        if number in self._done:
            return self._done[number]
        if number in self._open or len(self._open) > MAX_DEPTH:
            raise Unreadable("paints too much")
        self._open.add(number)
        own, inner = 0, list[int]()
        for item in self._streams[number]:
            own += max(len(item.content or b""), _LEAST)
            inner += self._calls([item], resources_in(without_literals(item.about)))
        painted, levels = self._together(inner)
        self._open.remove(number)
        self._done[number] = own + painted, levels + 1
        return self._done[number]

    def _together(self, numbers: Iterable[int]) -> tuple[int, int]:
        painted, levels = 0, 0
        for number in numbers:
            cost, below = self._painted_by(number)
            painted, levels = painted + cost, max(levels, below)
        if painted > MAX_PAINTED or levels > MAX_DEPTH:
            raise Unreadable("paints too much")
        return painted, levels

    def _calls(self, items: Iterable[Stream], resources: bytes) -> list[int]:
        """The numbers of the forms that these streams, one behind the other, paint, each as often as it is painted."""
        forms = self._named(resources) if resources else self._any
        if not forms:
            return []
        contents = list[bytes]()
        for item in items:
            if item.content is None or _PREDICTOR.search(item.about):
                raise Unreadable("packed in an unknown way")
            contents.append(item.content)
        names = map(spelled_out, _PAINTS.findall(b"\n".join(contents)))
        return [number for name in names for number in forms.get(name, ())]

    @cached_property
    def _any(self) -> dict[bytes, set[int]]:
        """What a name may mean where a stream has no resources of its own: whatever it means to anybody."""
        found: dict[bytes, set[int]] = {}
        for body in self._objects.bodies.values():
            for name, numbers in self._named(body).items():
                found.setdefault(name, set()).update(numbers)
        return found

    def _named(self, resources: bytes) -> dict[bytes, set[int]]:
        """Name -> the numbers of the forms of that name, in a dictionary of resources or behind a reference to one."""
        found: dict[bytes, set[int]] = {}
        for text in self._texts(resources):
            for reference, inline in _FORMS.findall(text):
                for listed in self._objects.versions.get(int(reference), ()) if reference else (inline,):
                    for name, number in _NAMED.findall(listed):
                        if int(number) in self._streams:
                            found.setdefault(name, set()).add(int(number))
        return found

    def _texts(self, resources: bytes) -> Iterator[bytes]:
        reference = _REFERENCE.match(resources)
        yield from self._objects.versions.get(int(reference[1]), ()) if reference else (resources,)
