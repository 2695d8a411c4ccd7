"""Follows the fields of a Word document: what is instruction (PAGE, TOC \\o) and what is the result that is shown."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from generator.sources.word.xml_names import child, is_on, number, value, w


@dataclass
class _Field:
    instruction: str = ""
    shows: bool = False
    texts: list[str] = field(default_factory=list)
    """Texts that stand where the instruction is, such as the result of a field within it; nobody sees them."""


class Fields:
    """The fields that are open at the place where the reader is, outermost first."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def in_instruction(self) -> bool:
        """Whether text at this place is part of an instruction, and not shown."""
        return any(not found.shows for found in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether this place is inside a table of contents."""
        return any(found.instruction.split()[:1] == ["TOC"] for found in self._open)

    def mark(self, kind: str) -> str:
        """Take a mark of a field: "begin", "separate" or "end"; give the texts in its instruction when that ends."""
        if kind == "begin":
            self._open.append(_Field())
        if kind not in ("separate", "end") or not self._open:
            return ""
        ended = self._open[-1] if kind == "separate" else self._open.pop()
        ended.shows, texts, ended.texts = True, ended.texts, []
        return "".join(texts)

    def add_instruction(self, text: str) -> None:
        """Take a piece of an instruction."""
        if self._open:
            self._open[-1].instruction += text

    def add_text(self, text: str) -> None:
        """Take text that stands in an instruction."""
        self._open[-1].texts.append(text)

    def end_paragraph(self) -> str:
        """Close the fields whose result has not begun: a broken one would hide all that follows. Give their texts."""
        lost = "".join(text for found in self._open if not found.shows for text in found.texts)
        self._open = [found for found in self._open if found.shows]
        return lost

    @staticmethod
    def form_value(mark: _Element) -> str:
        """What an old form field shows that has no text of its own: a box, ticked or not, or the entry chosen."""
        box = child(mark, "ffData", "checkBox")
        if box is not None:
            ticked = is_on(child(box, "checked"))
            return "☑" if (is_on(child(box, "default")) if ticked is None else ticked) else "□"
        choice = child(mark, "ffData", "ddList")
        entries = [] if choice is None else choice.findall(w("listEntry"))
        chosen = number(child(choice, "result")) or number(child(choice, "default")) or 0
        return (value(entries[chosen]) or "") if 0 <= chosen < len(entries) else ""
