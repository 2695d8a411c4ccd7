"""Reads XML from elsewhere as a stream, before a library builds a tree of it.

Document type declarations are refused, and with them entities.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NoReturn
from xml.parsers import expat

from generator.system.failures import UnsafeFile


class XmlPart:
    """Reads one XML part piece by piece. Raises UnsafeFile for a DTD and for broken XML."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = _refuse
        self._parser.EntityDeclHandler = _refuse

    def feed(self, piece: bytes, last: bool = False) -> None:
        """Take the next bytes of the part."""
        try:
            self._parser.Parse(piece, last)
        except expat.ExpatError:
            raise UnsafeFile("broken") from None


class Outline(XmlPart):
    """Reads a small part, such as the list of worksheets: its elements in order, with attributes, without prefixes."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self._parser.StartElementHandler = self._start

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements.append((local_name(name), {local_name(key): value for key, value in attributes.items()}))


def read_part(part: XmlPart, pieces: Iterable[bytes]) -> None:
    """Feed all ``pieces`` to ``part``."""
    for piece in pieces:
        part.feed(piece)
    part.feed(b"", last=True)


@lru_cache(256)
def local_name(name: str) -> str:
    """The name of an element or attribute without its prefix."""
    return name[name.find(":") + 1 :]


def _refuse(*_: object) -> NoReturn:
    raise UnsafeFile("entities")
