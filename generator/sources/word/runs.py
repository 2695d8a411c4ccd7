"""Reads what stands within a paragraph of Word: text, breaks, signs, fields, changes, notes, pictures, text boxes."""

from collections.abc import Callable

from lxml.etree import QName, _Element

from generator.sources.beside import Beside
from generator.sources.symbols import symbol
from generator.sources.word.fields import Fields
from generator.sources.word.package import WordParts
from generator.sources.word.styles import Styles
from generator.sources.word.xml_names import RELATIONSHIP, child, is_on, value, w

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"

NOT_TEXT = frozenset(
    map(w, ("pPr", "rPr", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "rubyPr"))
)
"""Elements that hold properties and no text."""

_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}


def chosen(alternates: _Element) -> _Element | None:
    """The one of several alternatives (mc:AlternateContent) to read: the first, unless only the last has text."""
    first, last = alternates.find(f"{_MC}Choice"), alternates.find(f"{_MC}Fallback")
    if first is None or last is None:
        return last if first is None else first
    return last if not _has_text(first) and _has_text(last) else first


def _has_text(element: _Element) -> bool:
    return any(found.text for found in element.iter(w("t"), w("delText"), f"{_DRAWING}t"))


class Runs:
    """Reads paragraphs one after the other; fields may go on from one to the next.

    ``story`` reads paragraphs within a text box or a note as one text.
    """

    def __init__(self, parts: WordParts, styles: Styles, beside: Beside, story: Callable[[_Element], str]) -> None:
        self._parts, self._styles, self._beside, self._story = parts, styles, beside, story
        self.fields = Fields()
        self._paragraph: _Element | None = None
        self._description = ""
        self._in_line: dict[str, Callable[[_Element, list[str]], None]] = {
            w("t"): self._text, w("delText"): self._deleted_text, f"{_MATH}t": self._text, w("sym"): self._symbol,
            w("r"): self._run, w("ins"): self._inserted, w("moveTo"): self._inserted,
            w("del"): self._deleted, w("moveFrom"): self._deleted, w("fldChar"): self._field,
            f"{_VML}shape": self._shape, f"{_MATH}den": self._denominator, f"{_MC}AlternateContent": self._alternates,
        }  # fmt: skip
        self._at_side: dict[str, Callable[[_Element], None]] = {
            w("instrText"): self._instruction, w("rt"): self._gloss,
            w("footnoteReference"): self._note, w("endnoteReference"): self._note, w("commentReference"): self._note,
            w("txbxContent"): self._text_box, f"{_DRAWING}txBody": self._drawn_text, f"{_VML}textpath": self._art,
            f"{_PLACED}docPr": self._describe, f"{_PICTURE}cNvPr": self._describe,
            f"{_DRAWING}blip": self._picture, f"{_VML}imagedata": self._picture,
            f"{_CHART}chart": self._chart, f"{_DIAGRAM}relIds": self._chart,
        }  # fmt: skip

    def text(self, paragraph: _Element) -> str:
        """The text of ``paragraph``, with tabs and line breaks, and without a break at its beginning or end."""
        before, self._paragraph = self._paragraph, paragraph
        self._beside.new_paragraph()
        line: list[str] = []
        self._walk(paragraph, line)
        if lost := self.fields.end_paragraph():
            self._beside.add("hidden", lost)
        self._paragraph = before
        return "".join(line).strip("\n")

    def _walk(self, element: _Element, line: list[str]) -> None:
        for node in element:
            if node.tag in NOT_TEXT or not isinstance(node.tag, str):
                continue
            if node.tag in _SIGNS:
                line.append(_SIGNS[node.tag])
            elif put := self._in_line.get(node.tag):
                put(node, line)
            elif note := self._at_side.get(node.tag):
                note(node)
            else:
                self._walk(node, line)

    def _apart(self, element: _Element) -> str:
        line: list[str] = []
        self._walk(element, line)
        return "".join(line)

    def _text(self, node: _Element, line: list[str]) -> None:
        if self.fields.in_instruction:
            self.fields.add_text(node.text or "")
        elif node.text:
            line.append(node.text)

    def _deleted_text(self, node: _Element, line: list[str]) -> None:
        """Its text stands in w:del as a rule; elsewhere it was deleted all the same."""
        if any(True for _ in node.iterancestors(w("del"), w("moveFrom"))):
            self._text(node, line)
        else:
            self._beside.add_change("deleted", node.text or "", line, len(line))

    def _symbol(self, node: _Element, line: list[str]) -> None:
        try:
            character = chr(int(value(node, "char") or "", 16))
        except (ValueError, OverflowError):
            return
        line.append(symbol(character, value(node, "font") or ""))

    def _run(self, node: _Element, line: list[str]) -> None:
        if self._styles.hides(node, self._paragraph):
            self._beside.add("hidden", self._apart(node))
        elif any(is_on(child(node, "rPr", name)) for name in ("strike", "dstrike")):
            self._deleted(node, line)
        else:
            self._walk(node, line)

    def _inserted(self, node: _Element, line: list[str]) -> None:
        since = len(line)
        self._walk(node, line)
        self._beside.add_change("inserted", "".join(line[since:]), line, since)

    def _deleted(self, node: _Element, line: list[str]) -> None:
        self._beside.add_change("deleted", self._apart(node), line, len(line))

    def _field(self, node: _Element, line: list[str]) -> None:
        line.append(self.fields.form_value(node))
        if lost := self.fields.mark(value(node, "fldCharType") or ""):
            self._beside.add("hidden", lost)

    def _instruction(self, node: _Element) -> None:
        self.fields.add_instruction(node.text or "")

    def _gloss(self, node: _Element) -> None:
        self._beside.add("note", self._apart(node))

    def _note(self, node: _Element) -> None:
        what = QName(node).localname.removesuffix("Reference")
        note = self._parts.notes.pop((what, value(node, "id") or ""), None)
        if note is not None:
            self._beside.add("comment" if what == "comment" else "note", self._story(note))

    def _text_box(self, node: _Element) -> None:
        self._beside.add("text box", self._story(node))

    def _drawn_text(self, node: _Element) -> None:
        paragraphs = ("".join(found.text or "" for found in p.iter(f"{_DRAWING}t")) for p in node.iter(f"{_DRAWING}p"))
        self._beside.add("text box", "\n".join(paragraphs))

    def _art(self, node: _Element) -> None:
        self._beside.add("text box", node.get("string", ""))

    def _describe(self, node: _Element) -> None:
        self._description = node.get("descr") or node.get("title") or ""

    def _shape(self, node: _Element, line: list[str]) -> None:
        self._description = node.get("alt", "")
        self._walk(node, line)

    def _picture(self, node: _Element) -> None:
        self._beside.add("picture", self._description or node.get(f"{_OFFICE}title", ""))
        self._description = ""

    def _chart(self, node: _Element) -> None:
        name = node.get(f"{RELATIONSHIP}id") or node.get(f"{RELATIONSHIP}dm") or ""
        texts = (self._description, self._parts.drawings.get(name, ""))
        self._beside.add("picture", "\n".join(filter(None, texts)))
        self._description = ""

    def _denominator(self, node: _Element, line: list[str]) -> None:
        line.append("/")
        self._walk(node, line)

    def _alternates(self, node: _Element, line: list[str]) -> None:
        read = chosen(node)
        if read is not None:
            self._walk(read, line)
