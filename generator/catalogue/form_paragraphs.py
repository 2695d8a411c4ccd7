"""Read a guide (办事指南) that is written as paragraphs: 一、事项名称：……, or a heading with its text below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.catalogue.form_parts import (
    Left,
    Line,
    Part,
    Title,
    inline_parts,
    label_of,
    line_of,
    number_before,
    title_of,
)
from generator.catalogue.headings import Heading
from generator.sources import Paragraph
from generator.texts.service_words import SECTION_HEADINGS

_LONGEST_TITLE = 60
_LONG = ("materials.", "conditions", "exclusions", "steps", "legal_basis", "situations", "faq", "summary")
"""The beginnings of kinds whose values may have several paragraphs."""


@dataclass
class Paragraphs:
    """Takes paragraphs one by one; what a paragraph says is known when the next label comes, or ``end`` is called."""

    label: Heading | None = None
    place: str = ""
    lines: list[str] = field(default_factory=list)
    numbering: str = ""
    """The kind of numbers that the labels have: one sign for each kind, "" where they have none."""

    def take(self, paragraph: Paragraph, place: str) -> Iterator[Part]:
        """What is known now that ``paragraph`` has come."""
        text = paragraph.text.strip()
        if not text:
            return
        numbered = f"{paragraph.label}{text}" if paragraph.label else text
        kind = _kind_of_number(number_before(numbered) or paragraph.label)
        bare = text.rstrip("：:")
        inline = list(inline_parts(text, place))
        if name := title_of(text):
            yield from self.end()
            yield Title(name, place, paragraph.heading)
        elif label := label_of(_without_number(bare)):
            yield from self.end()
            self.label, self.place, self.numbering = label, place, kind
        elif inline:
            yield from self._inline(inline, place, kind)
        elif paragraph.heading and len(bare) <= _LONGEST_TITLE:
            yield from self.end()
            if _without_number(bare) not in SECTION_HEADINGS:
                yield Title(_without_number(bare), place, paragraph.heading)
        elif kind and kind == self.numbering and len(bare) <= _LONGEST_TITLE:
            yield from self.end()
            heading = _without_number(bare).partition("：")[0].partition(":")[0]
            self.label, self.place = Heading(heading, None), place
            self.lines = [text] if "：" in text or ":" in text else []
        elif self.label is None:
            yield Left(place)
        else:
            self.lines.append(numbered)

    def end(self) -> Iterator[Part]:
        """The label that was waiting, with its value."""
        if self.label is not None and self.lines:
            yield line_of(self.label, "\n".join(self.lines), self.place)
        self.label, self.lines = None, []

    def drop(self) -> Iterator[Part]:
        """Forget the label that was waiting, because a table below it is its value; words before the table are told."""
        yield from (Left(self.place) for _ in self.lines)
        self.label, self.lines = None, []

    def _inline(self, parts: Sequence[Part], place: str, kind: str) -> Iterator[Part]:
        """Labels with their values in one paragraph; a list or a description may go on in the next ones."""
        yield from self.end()
        *before, last = parts
        yield from before
        if isinstance(last, Line) and last.entries[0].kind.startswith(_LONG):
            entry = last.entries[0]
            self.label, self.place, self.lines = Heading(entry.heading, entry.kind), place, [entry.text]
        else:
            yield last
        self.numbering = kind


def _without_number(text: str) -> str:
    return text[len(number_before(text)) :].strip()


def _kind_of_number(number: str) -> str:
    """The form of a number with its digits replaced: 一、 and 三、 are of one kind."""
    if not number:
        return ""
    signs = ("一" if sign in "一二三四五六七八九十" else "1" if sign.isdecimal() else sign for sign in number.strip())
    return "".join(dict.fromkeys(signs))
