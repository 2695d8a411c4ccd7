"""The numbers and bullets that a browser puts before the items of a list."""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from generator.sources.numerals import numeral

_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CSS = {
    "decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand", "trad-chinese-informal": "chineseCountingThousand",
    "cjk-decimal": "ideographDigital", "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac", "none": "none", "disc": "bullet", "circle": "bullet", "square": "bullet",
}  # fmt: skip
"""Values of list-style-type -> number formats of ``numerals``."""

_CHINESE = frozenset(("chineseCountingThousand", "ideographDigital", "ideographTraditional", "ideographZodiac"))
_CSS_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.I)
_MARKED = ("ul", "menu", "dir")


@dataclass
class _List:
    style: str
    next: int
    step: int


class ListLabels:
    """Follows the lists that are open, outermost first; ``label`` is what stands before the next paragraph."""

    def __init__(self) -> None:
        self._open: list[_List] = []
        self._label = ""

    def begin(self, node: HtmlElement, tag: str) -> None:
        """An element begins: a list, an item, or something else."""
        if tag == "ol":
            items = sum(child.tag == "li" for child in node)
            is_reversed = node.get("reversed") is not None
            start = _whole(node.get("start"), items if is_reversed else 1)
            self._open.append(_List(_style(node, "decimal"), start, -1 if is_reversed else 1))
        elif tag in _MARKED:
            self._open.append(_List(_style(node, "bullet"), 1, 1))
        elif tag == "li":
            self._label = self._item(node)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in ("ol", *_MARKED) and self._open:
            self._open.pop()
        if tag == "li":
            self._label = ""

    def label(self) -> str:
        """The number or bullet of the paragraph that stands here; "" for further ones of an item."""
        label, self._label = self._label, ""
        return label

    def _item(self, node: HtmlElement) -> str:
        inside = self._open[-1] if self._open else _List("bullet", 1, 1)
        count = _whole(node.get("value"), inside.next)
        inside.next = count + inside.step
        style = _style(node, inside.style)
        if style == "bullet":
            return "•"
        written = numeral(count, style)
        return f"{written}{'、' if style in _CHINESE else '.'}" if written else ""


def _style(node: HtmlElement, otherwise: str) -> str:
    found = _CSS_STYLE.search(node.get("style", ""))
    if found:
        return _CSS.get(found[1].lower(), otherwise)
    return _STYLES.get(node.get("type", ""), otherwise)


def _whole(text: str | None, otherwise: int) -> int:
    text = (text or "").strip()
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else otherwise
