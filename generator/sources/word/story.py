"""Reads a Word document as if all tracked changes were accepted: paragraphs, tables, and what stands beside them.

Elements that are not known here are gone through like all others, so that no text in them is lost.
"""

from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from generator.sources.beside import Beside
from generator.sources.document import Block, Paragraph, Source, SourceError, Table
from generator.sources.layout import cell_text, joined
from generator.sources.word.fields import Fields
from generator.sources.word.numbering import Numbering
from generator.sources.word.package import WordParts, open_word
from generator.sources.word.runs import NOT_TEXT, Runs, chosen
from generator.sources.word.styles import Styles
from generator.sources.word.tables import change_of, grid, table_rows
from generator.sources.word.xml_names import child, value, w

_ALTERNATES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


def read_word(name: str, members: Mapping[str, bytes]) -> Source:
    """What a .docx says: its members are name -> bytes. Raises SourceError."""
    parts = open_word(members)
    story = _Story(parts)
    return Source(name, tuple(story.blocks()), tuple(story.beside.found), parts.title)


class _Story:
    def __init__(self, parts: WordParts) -> None:
        self._parts = parts
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering, self._styles)
        self.beside = Beside()
        self._runs = Runs(parts, self._styles, self.beside, self._text_of)
        self._is_body = True
        self._carried = ""
        """Text of a paragraph whose end was deleted, so that the next one continues it."""
        self._contents_depth = 0

    def blocks(self) -> list[Block]:
        found = list(self._blocks(self._parts.body)) + self._rest()
        self.beside.place = 0
        for kind, stories in (("header", self._parts.headers), ("footer", self._parts.footers)):
            for story in stories:
                self.beside.add("header" if kind == "header" else "footer", self._text_of(story))
        for what, identity in list(self._parts.notes):
            note = self._parts.notes.pop((what, identity), None)
            if note is not None:
                self.beside.add("comment" if what == "comment" else "note", self._text_of(note))
        return found

    def _text_of(self, story: _Element) -> str:
        """The text of a text box, note, header or cell, which has paragraphs and tables of its own."""
        before = self._is_body, self._carried, self._runs.fields
        self._is_body, self._carried, self._runs.fields = False, "", Fields()
        text = joined([*self._blocks(story), *self._rest()])
        self._is_body, self._carried, self._runs.fields = before
        return text

    def _rest(self) -> list[Block]:
        text, self._carried = self._carried, ""
        return [Paragraph(text, self.beside.place)] if text.strip() else []

    def _blocks(self, container: _Element) -> Iterator[Block]:
        for node in container:
            if not isinstance(node.tag, str) or node.tag in NOT_TEXT:
                continue
            if node.tag == w("p"):
                yield from self._paragraph(node)
            elif node.tag == w("tbl"):
                yield from self._table(node)
            elif node.tag == w("altChunk"):
                raise SourceError("source/embedded")
            elif node.tag == _ALTERNATES:
                read = chosen(node)
                yield from () if read is None else self._blocks(read)
            else:
                is_contents = value(child(node, "sdtPr", "docPartObj", "docPartGallery")) == "Table of Contents"
                self._contents_depth += is_contents
                yield from self._blocks(node)
                self._contents_depth -= is_contents

    def _paragraph(self, node: _Element) -> Iterator[Paragraph]:
        self._step()
        in_contents = bool(self._contents_depth) or self._runs.fields.in_contents or self._styles.is_contents(node)
        text = self._carried + self._runs.text(node)
        self._carried = ""
        marks = (child(node, "pPr", "rPr", name) for name in ("del", "moveFrom"))
        if any(mark is not None for mark in marks):
            self._carried = text
            return
        label = self._numbering.label(node)
        if text.strip() or label:
            heading = self._styles.heading(node)
            yield Paragraph(text, self.beside.place, label, heading, in_contents or self._runs.fields.in_contents)

    def _table(self, node: _Element) -> Iterator[Table]:
        self._step()
        rows: list[tuple[str | None, ...]] = []
        above: set[tuple[int, int]] = set()
        for row in table_rows(node):
            places = grid(row)
            cells = [self._cell(cell, bool(covered)) for cell, covered in places]
            change = change_of(row)
            if change:
                self.beside.add("deleted" if change == "deleted" else "inserted", cell_text(cells))
            if change != "deleted":
                above |= {(len(rows), n) for n, (_, covered) in enumerate(places) if covered == "above"}
                rows.append(tuple(cells))
        if rows:
            yield Table(tuple(rows), self.beside.place, frozenset(above))

    def _cell(self, cell: _Element | None, covered: bool) -> str | None:
        text = "" if cell is None else self._text_of(cell)
        if covered and text.strip():
            self.beside.add("hidden", text)
        return None if covered else text

    def _step(self) -> None:
        if self._is_body:
            self.beside.place += 1
