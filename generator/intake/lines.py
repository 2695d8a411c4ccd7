"""A source as lines, and what of it was taken away or changed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from generator.sources import Paragraph, Source, Table

RemovedKind = Literal["boilerplate", "page number", "contents", "gloss", "invisible", "markup", "list", "unused"]
"""Why something of a source is not in the record: pages of sharing sites, numbers of pages, tables of contents (目录),
pinyin in brackets, characters that nobody sees, comments in the file; ``list`` is what became windows, services or
settings instead, ``unused`` what stood among those and could not be used."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source; ``place`` counts from 1, ``heading`` is its level if the word processor says so, or 0."""

    text: str
    place: int
    heading: int = 0

    def saying(self, text: str) -> "Line":
        """This line with another text."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class Removed:
    """Something of a source that is not in the record."""

    kind: RemovedKind
    text: str
    place: int


BETWEEN_CELLS = "　"
"""Between the cells of a table that becomes lines."""


def lines_of(source: Source) -> list[Line]:
    """The lines of a source with the numbers that the word processor makes; a row of a table is a line."""
    found = list[Line]()
    for block in source.blocks:
        if isinstance(block, Table):
            rows = (BETWEEN_CELLS.join(filter(None, map(_flat, row))) for row in block.rows)
            found += [Line(row, block.place) for row in rows if row]
        else:
            found += _of_paragraph(block)
    return found


def _of_paragraph(paragraph: Paragraph) -> Iterable[Line]:
    texts = [text.strip() for text in (paragraph.label + paragraph.text).splitlines()]
    return (Line(text, paragraph.place, paragraph.heading) for text in texts if text)


def _flat(cell: str | None) -> str:
    return "".join((cell or "").split("\n")).strip()
