"""Reads an OpenDocument text as if all tracked changes were accepted: paragraphs, tables, and what stands beside them.

Elements that are not known here are gone through like all others, so that no text in them is lost.
"""

from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element

from generator.sources.beside import Beside
from generator.sources.document import Block, Paragraph, Source, SourceError, Table
from generator.sources.layout import joined
from generator.sources.odf.lines import OdfLines
from generator.sources.odf.lists import OdfLists
from generator.sources.odf.names import DRAW, OFFICE, STYLE, TABLE, TEXT, number
from generator.sources.odf.styles import OdfStyles

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_INDEXES = frozenset(
    f"{TEXT}{name}"
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
    )
)
_NO_BLOCKS = frozenset(
    f"{TEXT}{name}"
    for name in ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "table-of-content-source")
) | {f"{OFFICE}forms", f"{OFFICE}change-info", f"{TABLE}table-column", f"{TABLE}table-columns"}
_MOST_COLUMNS = 1_000
"""More columns, or rows that are only repeated, would only take memory."""


def read_odf(name: str, members: Mapping[str, bytes]) -> Source:
    """What an .odt says: its members are name -> bytes. Raises SourceError."""
    content, styles, meta = (_root(members.get(f"{part}.xml")) for part in ("content", "styles", "meta"))
    body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if content is None or body is None:
        raise SourceError("source/broken")
    story = _Story(OdfStyles(content, styles), body)
    blocks = tuple(story.blocks(body, styles))
    title = None if meta is None else meta.findtext(f".//{_TITLE}")
    return Source(name, blocks, tuple(story.beside.found), title or "")


def _root(data: bytes | None) -> _Element | None:
    return None if data is None else etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


class _Story:
    def __init__(self, styles: OdfStyles, body: _Element) -> None:
        self._styles = styles
        self._lists = OdfLists(styles)
        self.beside = Beside()
        self._is_body = True
        self._in_contents = False
        self._deletions: dict[str, _Element] = {}
        insertions: set[str] = set()
        for region in body.iter(f"{TEXT}changed-region"):
            identity = region.get(f"{TEXT}id", "")
            deletion = region.find(f"{TEXT}deletion")
            if deletion is not None:
                self._deletions[identity] = deletion
            if region.find(f"{TEXT}insertion") is not None:
                insertions.add(identity)
        self._lines = OdfLines(styles, self.beside, self._text_of, self._deletions, frozenset(insertions))

    def blocks(self, body: _Element, styles: _Element | None) -> Iterator[Block]:
        yield from self._blocks(body)
        self.beside.place = 0
        for kind, names in (("header", ("header", "header-left", "header-first")),
                            ("footer", ("footer", "footer-left", "footer-first"))):  # fmt: skip
            for name in names:
                for element in () if styles is None else styles.iter(f"{STYLE}{name}"):
                    self.beside.add("header" if kind == "header" else "footer", self._text_of(element))
        for identity in list(self._deletions):
            self.beside.add("deleted", self._text_of(self._deletions.pop(identity)))

    def _text_of(self, story: _Element) -> str:
        before, self._is_body = self._is_body, False
        lists, self._lists = self._lists, OdfLists(self._styles)
        inserting, self._lines.inserting = self._lines.inserting, {}
        text = joined(self._blocks(story))
        self._is_body, self._lists, self._lines.inserting = before, lists, inserting
        return text

    def _blocks(self, container: _Element) -> Iterator[Block]:
        for node in container:
            tag = node.tag
            if not isinstance(tag, str) or tag in _NO_BLOCKS or tag.startswith("{http://purl.org/dc/"):
                continue
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from self._paragraph(node)
            elif tag == f"{TABLE}table":
                yield from self._table(node)
            elif tag == f"{TEXT}list":
                self._lists.begin_list(node)
                yield from self._blocks(node)
                self._lists.end_list()
            elif tag in (f"{TEXT}list-item", f"{TEXT}list-header"):
                self._lists.begin_item(node, tag.endswith("list-header"))
                yield from self._blocks(node)
            elif tag == f"{TEXT}section" and node.get(f"{TEXT}display") == "none":
                self.beside.add("hidden", self._text_of(node))
            elif tag in _INDEXES:
                before, self._in_contents = self._in_contents, True
                yield from self._blocks(node)
                self._in_contents = before
            elif tag.startswith((DRAW, f"{TEXT}change")):
                self._lines.beside_paragraphs(node)
            else:
                yield from self._blocks(node)

    def _paragraph(self, node: _Element) -> Iterator[Paragraph]:
        self._step()
        style = node.get(f"{TEXT}style-name")
        text = self._lines.text(node)
        level = number(node, f"{TEXT}outline-level", 1) if node.tag == f"{TEXT}h" else 0
        label = self._lists.heading_label(node, level) if level else self._lists.label()
        if self._styles.hides("paragraph", style):
            self.beside.add("hidden", text)
        elif text.strip() or label:
            yield Paragraph(text, self.beside.place, label, level, self._in_contents)

    def _table(self, table: _Element) -> Iterator[Table]:
        self._step()
        rows = [tuple(self._cells(row)) for row in _rows(table)]
        if rows:
            yield Table(tuple(rows), self.beside.place)

    def _cells(self, row: _Element) -> Iterator[str | None]:
        for cell in row:
            times = min(number(cell, f"{TABLE}number-columns-repeated", 1), _MOST_COLUMNS)
            if cell.tag == f"{TABLE}covered-table-cell":
                if (text := self._text_of(cell)).strip():
                    self.beside.add("hidden", text)
                yield from [None] * times
            elif cell.tag == f"{TABLE}table-cell":
                yield from [self._text_of(cell)] * times

    def _step(self) -> None:
        if self._is_body:
            self.beside.place += 1


def _rows(element: _Element) -> Iterator[_Element]:
    """The rows of a table, those of its header too, but not those of tables within it."""
    for node in element:
        if node.tag == f"{TABLE}table-row":
            yield node
        elif isinstance(node.tag, str) and node.tag.startswith(f"{TABLE}table-"):
            yield from _rows(node)
