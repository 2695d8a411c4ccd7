"""Web pages, and what word processors save as such: blocks, lists with their numbers, tables, hidden text.

Where a paragraph ends follows from the elements, as in a browser; scripts and styles are left out.
"""

import re
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

from generator.sources.beside import Beside
from generator.sources.document import AsideKind, Block, Paragraph, Source, Table
from generator.sources.encodings import text_of
from generator.sources.layout import joined
from generator.sources.web_lists import ListLabels

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_CELLS = ("td", "th")
_TABLE_PARTS = ("tbody", "thead", "tfoot", "tr", "form")
"""What may stand between a table and its cells."""

_DROPPED = frozenset(("script", "style", "head", "meta", "link", "rp", "xml"))
_ASIDES: dict[str, AsideKind] = {"rt": "note", "del": "deleted", "s": "deleted", "strike": "deleted"}
_HIDDEN_ELEMENTS = frozenset(("template", "noscript"))
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.I)
_NOTE = re.compile(r"mso-element\s*:\s*(footnote|endnote|comment)(?![\w-])", re.I)
_NOTE_OF_LIBREOFFICE = re.compile(r"sd(?:foot|end)note[0-9]+")
_NUMBER_OF_NOTE = re.compile(r"mso-(?:footnote|endnote)-id\s*:", re.I)
_NUMBERS_OF_LIBREOFFICE = ("sdfootnoteanc", "sdfootnotesym", "sdendnoteanc", "sdendnotesym")
"""How word processors mark notes, and their numbers, in the pages that they save."""
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_BROKEN_LINE = re.compile(rf"(?<=[{_CHINESE}])[ \t]*[\r\n][ \t\r\n]*(?=[{_CHINESE}])")
_SPACE_AT_BREAK = re.compile(r" ?\n ?")
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)""", re.I)
_BEGINNING = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_OTHER_ENCODINGS = {b"big5": "big5hkscs", b"big5-hkscs": "big5hkscs"}
_MOST_CELLS = 1_000
"""The most columns of a table: a larger span would only take memory."""


def is_web_page(text: str) -> bool:
    """Whether ``text`` begins like a web page."""
    return _BEGINNING.match(text[:4096]) is not None


def page_text(data: bytes) -> str:
    """The page as text: in the encoding that it declares where that is a traditional Chinese one, else as found out."""
    declared = _DECLARED.search(data[:4096])
    encoding = _OTHER_ENCODINGS.get(declared[1].lower()) if declared else None
    return data.decode(encoding, "replace") if encoding else text_of(data)


def read_web_page(name: str, text: str) -> Source:
    """The paragraphs and tables of a page, counted from 1."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = html.document_fromstring(text.encode("utf-8", "replace"), parser)
    beside = Beside()
    beside.place = 1
    blocks = tuple(_Page(beside).blocks(root))
    return Source(name, blocks, tuple(beside.found), _SPACES.sub(" ", root.findtext(".//title") or "").strip())


class _Page:
    """Reads a page, or one cell of a table as a page of its own (``is_cell``)."""

    def __init__(self, beside: Beside, is_cell: bool = False, referred: dict[str, int] | None = None) -> None:
        self._beside = beside
        self._referred: dict[str, int] = {} if referred is None else referred
        """Id of each note that a number in the text leads to -> the place of the number."""
        self._is_cell = is_cell
        self._line: list[str] = []
        self._heading = 0
        self._keeps_spaces = False
        self._lists = ListLabels()

    def blocks(self, root: HtmlElement) -> Iterator[Block]:
        yield from self._children(root)
        yield from self._end()

    def _children(self, element: HtmlElement) -> Iterator[Block]:
        self._text(element.text)
        for node in element:
            if isinstance(node.tag, str):
                yield from self._element(node, node.tag)
            self._text(node.tail)

    def _element(self, node: HtmlElement, tag: str) -> Iterator[Block]:
        if tag in _DROPPED:
            return
        if _is_number_of_note(node, tag):
            noted = node.get("href", "").lstrip("#_").removesuffix("sym")
            self._referred.setdefault(noted, self._beside.place)
            return
        if _is_hidden(node):
            self._note("hidden", node)
        elif tag in _ASIDES:
            self._note(_ASIDES[tag], node)
        elif kind := _note_kind(node):
            self._note(kind, node)
        elif tag == "img":
            self._beside.add("picture", node.get("alt") or node.get("title") or "")
        elif tag == "br":
            self._line.append("\n")
        elif tag == "table" and not _is_layout(node):
            yield from self._end()
            yield from self._table(node)
        elif tag in _BLOCKS or tag == "table":
            yield from self._block(node, tag)
        else:
            since = len(self._line)
            yield from self._children(node)
            if tag == "ins":
                self._beside.add_change("inserted", "".join(self._line[since:]), self._line, since)

    def _block(self, node: HtmlElement, tag: str) -> Iterator[Block]:
        yield from self._end()
        before = self._heading, self._keeps_spaces
        self._heading = int(tag[1]) if tag[0] == "h" and tag[1:].isdecimal() else self._heading
        self._keeps_spaces = self._keeps_spaces or tag == "pre"
        self._lists.begin(node, tag)
        yield from self._children(node)
        yield from self._end()
        self._lists.end(tag)
        self._heading, self._keeps_spaces = before

    def _text(self, text: str | None) -> None:
        if text:
            self._line.append(text if self._keeps_spaces else _SPACES.sub(" ", _BROKEN_LINE.sub("", text)))

    def _end(self) -> Iterator[Block]:
        """The paragraph that ends here, if it has a visible character."""
        text = "".join(self._line)
        if not self._keeps_spaces:
            text = _SPACE_AT_BREAK.sub("\n", re.sub(" +", " ", text)).strip(" ")
        text = text.strip("\r\n")
        self._line = []
        if text.strip():
            yield Paragraph(text, self._take_place(), self._lists.label(), self._heading)

    def _note(self, kind: AsideKind, node: HtmlElement) -> None:
        text, here = self._apart(node), self._beside.place
        self._beside.place = self._referred.get(node.get("id", ""), here)
        self._beside.add(kind, text)
        self._beside.place = here

    def _apart(self, node: HtmlElement) -> str:
        """The text of a cell or of something that stands beside the text."""
        return joined(_Page(self._beside, True, self._referred).blocks(node))

    def _table(self, table: HtmlElement) -> Iterator[Block]:
        yield from self._loose(table)
        yield from self._end()
        rows: list[tuple[str | None, ...]] = []
        covered: dict[int, int] = {}
        for row in _inside(table, "tr"):
            rows.append(tuple(self._row(row, covered)))
        if any(rows):
            yield Table(tuple(rows), self._take_place())

    def _loose(self, element: HtmlElement) -> Iterator[Block]:
        """What is in a table and in no cell that is shown: its caption, text that stands loose in it, hidden parts."""
        self._text(element.text)
        for node in element:
            if node.tag in (*_TABLE_PARTS, *_CELLS) and _is_hidden(node):
                self._note("hidden", node)
            elif node.tag in _TABLE_PARTS:
                yield from self._loose(node)
            elif isinstance(node.tag, str) and node.tag not in _CELLS:
                yield from self._element(node, node.tag)
            self._text(node.tail)

    def _row(self, row: HtmlElement, covered: dict[int, int]) -> list[str | None]:
        """The cells of a row. ``covered``: column -> how many of the next rows a cell covers there."""
        cells: list[str | None] = []
        for cell in _inside(row, *_CELLS):
            self._cover(cells, covered)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(cells), len(cells) + width):
                covered[column] = height - 1
            cells += [self._apart(cell), *[None] * (width - 1)]
        self._cover(cells, covered)
        return cells

    @staticmethod
    def _cover(cells: list[str | None], covered: dict[int, int]) -> None:
        """Add the places that cells of the rows above cover."""
        while covered.get(len(cells), 0) > 0 and len(cells) < _MOST_CELLS:
            covered[len(cells)] -= 1
            cells.append(None)

    def _take_place(self) -> int:
        """The place of the block that ends here; what is found from now on belongs to the next one."""
        place = self._beside.place
        self._beside.place += not self._is_cell
        return place


def _note_kind(element: HtmlElement) -> AsideKind | None:
    """Whether an element is a note or a comment in a page that Word or LibreOffice saved."""
    if found := _NOTE.search(element.get("style", "")):
        return "comment" if found[1].lower() == "comment" else "note"
    return "note" if element.tag == "div" and _NOTE_OF_LIBREOFFICE.fullmatch(element.get("id", "")) else None


def _is_number_of_note(element: HtmlElement, tag: str) -> bool:
    """Whether an element is the number of a note, in the text or before the note."""
    return tag == "a" and (
        element.get("class") in _NUMBERS_OF_LIBREOFFICE or _NUMBER_OF_NOTE.search(element.get("style", "")) is not None
    )


def _is_hidden(element: HtmlElement) -> bool:
    return (
        element.tag in _HIDDEN_ELEMENTS
        or element.get("hidden") is not None
        or _HIDING.search(element.get("style", "")) is not None
    )


def _is_layout(table: HtmlElement) -> bool:
    """Whether a table only places what is in it, as old pages do: it has one cell, or other tables in it."""
    return table.find(".//table") is not None or len(list(table.iter("td", "th"))) <= 1


def _inside(element: HtmlElement, *names: str) -> Iterator[HtmlElement]:
    """The rows of a table or the cells of a row that are shown, but not those of tables within."""
    for node in element:
        if not isinstance(node.tag, str) or _is_hidden(node):
            continue
        if node.tag in names:
            yield node
        elif node.tag in _TABLE_PARTS and node.tag != "tr":
            yield from _inside(node, *names)


def _span(cell: HtmlElement, name: str) -> int:
    text = cell.get(name, "").strip()
    return max(1, min(int(text), _MOST_CELLS)) if text.isdecimal() and len(text) < 10 else 1
