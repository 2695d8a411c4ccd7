"""Plain text: one paragraph a line."""

import re
from collections.abc import Iterator

from generator.sources.document import Paragraph, Source

_LINE = re.compile(r"\r\n|\r|\n")
_WITHIN_LINE = re.compile("[\f\v\x1c-\x1e\x85\u2028\u2029]")
"""What begins a new line or page without counting as one in a text editor."""


def read_plain(name: str, text: str) -> Source:
    """Each line with a visible character as a paragraph, with the number of the line."""
    return Source(name, tuple(_paragraphs(text)))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for number, line in enumerate(_LINE.split(text), 1):
        for part in _WITHIN_LINE.split(line):
            if part.strip():
                yield Paragraph(part, number)
