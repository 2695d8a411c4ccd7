"""Reads what stands within a paragraph of an OpenDocument text: text, spaces, changes, notes, pictures, text boxes."""

import re
from collections.abc import Callable

from lxml.etree import _Element

from generator.sources.beside import Beside
from generator.sources.odf.names import DRAW, OFFICE, SVG, TEXT, number
from generator.sources.odf.styles import OdfStyles

_SPACES = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1_000
_NO_TEXT = frozenset(
    f"{TEXT}{name}"
    for name in ("note-citation", "number", "soft-page-break", "tracked-changes", "sequence-decls", "variable-decls",
                 "user-field-decls", "alphabetical-index-mark", "toc-mark", "bookmark", "dde-connection-decls")
) | {f"{SVG}title", f"{SVG}desc", f"{OFFICE}annotation-end", f"{OFFICE}event-listeners"}  # fmt: skip
"""Elements whose text is not shown at their place."""

_SHAPES = frozenset(
    f"{DRAW}{name}"
    for name in ("custom-shape", "rect", "ellipse", "circle", "line", "polygon", "polyline", "path", "connector",
                 "caption", "regular-polygon", "measure")
)  # fmt: skip
_PICTURES = frozenset(f"{DRAW}{name}" for name in ("image", "object", "object-ole"))


class OdfLines:
    """Reads paragraphs one after the other; a tracked insertion may go on from one to the next.

    ``story`` reads the paragraphs of a note or text box as one text; ``deletions``: tracked change -> what it deleted.
    """

    def __init__(
        self,
        styles: OdfStyles,
        beside: Beside,
        story: Callable[[_Element], str],
        deletions: dict[str, _Element],
        insertions: frozenset[str],
    ) -> None:
        self._styles, self._beside, self._story = styles, beside, story
        self._deletions, self._insertions = deletions, insertions
        self.inserting: dict[str, int] = {}
        """Insertions that are open -> the piece of the line with which each begins."""
        self._at_side: dict[str, Callable[[_Element], None]] = {
            f"{TEXT}note": self._note, f"{OFFICE}annotation": self._comment, f"{TEXT}ruby-text": self._gloss,
            f"{TEXT}hidden-text": self._hidden_text, f"{DRAW}text-box": self._text_box,
            **dict.fromkeys(_SHAPES, self._text_box),
        }  # fmt: skip
        self._frame: _Element | None = None

    def text(self, paragraph: _Element) -> str:
        """The text of ``paragraph``, with tabs and line breaks."""
        self._beside.new_paragraph()
        frame = self._frame
        line: list[str] = []
        self.inserting = dict.fromkeys(self.inserting, 0)
        self._walk(paragraph, line)
        for since in list(self.inserting.values()):
            self._beside.add_change("inserted", "".join(line[since:]), line, since)
        self._frame = frame
        return "".join(line).strip("\n")

    def beside_paragraphs(self, node: _Element) -> None:
        """Take what stands between paragraphs: a frame or shape, or a mark of a tracked change."""
        self._beside.new_paragraph()
        self._element(node, str(node.tag), [])

    def _walk(self, element: _Element, line: list[str]) -> None:
        self._put(element.text, line)
        for node in element:
            if isinstance(node.tag, str):
                self._element(node, node.tag, line)
            self._put(node.tail, line)

    def _put(self, text: str | None, line: list[str]) -> None:
        if text:
            text = _SPACES.sub(" ", text)
            line.append(text.lstrip(" ") if not line or line[-1].endswith((" ", "\n")) else text)

    def _element(self, node: _Element, tag: str, line: list[str]) -> None:
        style = node.get(f"{TEXT}style-name")
        if tag == f"{TEXT}s":
            line.append(" " * min(number(node, f"{TEXT}c", 1), _MOST_SPACES))
        elif tag in (f"{TEXT}tab", f"{TEXT}line-break"):
            line.append("\t" if tag.endswith("tab") else "\n")
        elif tag == f"{TEXT}span" and (self._styles.hides("text", style) or self._styles.strikes("text", style)):
            text = self._apart(node)
            if self._styles.hides("text", style):
                self._beside.add("hidden", text)
            else:
                self._beside.add_change("deleted", text, line, len(line))
        elif tag.startswith(f"{TEXT}change"):
            self._change(tag, node.get(f"{TEXT}change-id", ""), line)
        elif tag in self._at_side:
            self._at_side[tag](node)
        elif tag in _PICTURES:
            self._picture()
        elif tag == f"{DRAW}frame":
            before, self._frame = self._frame, node
            self._walk(node, line)
            self._frame = before
        elif tag not in _NO_TEXT:
            self._walk(node, line)

    def _apart(self, element: _Element) -> str:
        line: list[str] = []
        self._walk(element, line)
        return "".join(line)

    def _change(self, tag: str, identity: str, line: list[str]) -> None:
        if tag == f"{TEXT}change-start":
            if identity in self._insertions:
                self.inserting[identity] = len(line)
        elif tag == f"{TEXT}change-end":
            since = self.inserting.pop(identity, None)
            if since is not None:
                self._beside.add_change("inserted", "".join(line[since:]), line, since)
        else:
            deleted = self._deletions.pop(identity, None)
            if deleted is not None:
                self._beside.add_change("deleted", self._story(deleted), line, len(line))

    def _note(self, node: _Element) -> None:
        body = node.find(f"{TEXT}note-body")
        if body is not None:
            self._beside.add("note", self._story(body))

    def _comment(self, node: _Element) -> None:
        self._beside.add("comment", self._story(node))

    def _gloss(self, node: _Element) -> None:
        self._beside.add("note", self._apart(node))

    def _hidden_text(self, node: _Element) -> None:
        self._beside.add("hidden", node.get(f"{TEXT}string-value") or self._apart(node))

    def _text_box(self, node: _Element) -> None:
        self._beside.add("text box", self._story(node))

    def _picture(self) -> None:
        """A picture, or an embedded object. One frame may hold the same picture in several formats: told once."""
        frame, self._frame = self._frame, None
        if frame is None:
            return
        described = (frame.findtext(f"{SVG}{name}") for name in ("desc", "title"))
        self._beside.add("picture", next((text for text in described if text), ""))
