"""Plain text: one paragraph a line."""

import re
from collections.abc import Iterator

from generator.sources.document import Paragraph, Source

_LINE = re.compile(r"\r\n|\r|\n")
_WITHIN_LINE = re.compile("[\f\v\x1c-\x1e\x85\u2028\u2029]")
"""What begins a new line or page without counting as one in a text editor."""


def read_plain(name: str, text: str) -> Source:
    """Each line with a visible character as a paragraph, with the number of the line."""
    return Source(name, tuple(Paragraph(line, number) for number, line in lines(text) if line.strip()))


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of ``text`` with their numbers; a page break or the like parts a line, and both keep its number."""
    for number, line in enumerate(_LINE.split(text), 1):
        yield from ((number, part) for part in _WITHIN_LINE.split(line))
