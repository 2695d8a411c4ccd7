"""Computes the numbers and bullets of lists and headings in an OpenDocument text."""

import re

from lxml.etree import _Element

from generator.sources.numerals import numeral
from generator.sources.odf.names import IDENTITY, TEXT, number
from generator.sources.odf.styles import ListLevel, OdfStyles
from generator.sources.symbols import symbol

_BLANK = re.compile(r"%([0-9]{1,2})%")
_OUTLINE = "Outline"

Counters = dict[int, int]


class OdfLists:
    """Follows the lists that are open; ``label`` is what stands before the next paragraph of an item."""

    def __init__(self, styles: OdfStyles) -> None:
        self._styles = styles
        self._open: list[str] = []
        self._counters: list[Counters] = []
        self._by_identity: dict[str, Counters] = {}
        self._by_style: dict[str, Counters] = {}
        self._awaits = False
        self._start: int | None = None
        self._style = ""

    def begin_list(self, element: _Element) -> None:
        """A list begins; one within another is its next level, even if it has another style."""
        style = element.get(f"{TEXT}style-name") or (self._open[-1] if self._open else "")
        counters = self._counters[-1] if self._counters else self._continued(element, style)
        self._open.append(style)
        self._counters.append(counters)
        self._by_style[style] = counters
        if identity := element.get(IDENTITY):
            self._by_identity[identity] = counters

    def _continued(self, element: _Element, style: str) -> Counters:
        named = element.get(f"{TEXT}continue-list")
        if named is not None:
            return self._by_identity.get(named, {})
        return self._by_style.get(style, {}) if element.get(f"{TEXT}continue-numbering") == "true" else {}

    def end_list(self) -> None:
        """The innermost list ends."""
        self._open.pop()
        self._counters.pop()
        self._awaits = False

    def begin_item(self, element: _Element, is_header: bool) -> None:
        """An item begins; a header of a list (``is_header``) has no number."""
        self._awaits = not is_header
        self._start = number(element, f"{TEXT}start-value", -1) if element.get(f"{TEXT}start-value") else None
        self._style = element.get(f"{TEXT}style-override") or self._open[-1] if self._open else ""

    def label(self) -> str:
        """The number or bullet of the paragraph that stands here; "" outside lists and for further ones of an item."""
        if not self._awaits or not self._open:
            return ""
        self._awaits = False
        levels = self._styles.list_levels(self._style)
        start, self._start = self._start, None
        return _counted(levels or self._outline_of(self._style), len(self._open), self._counters[-1], start)

    def _outline_of(self, style: str) -> dict[int, ListLevel]:
        return self._styles.outline if style == _OUTLINE else {}

    def heading_label(self, element: _Element, level: int) -> str:
        """The number of a heading: that of the list in which it stands, or that of the outline."""
        if self._open:
            return self.label()
        if element.get(f"{TEXT}is-list-header") == "true":
            return ""
        start = number(element, f"{TEXT}start-value", 1) if element.get(f"{TEXT}restart-numbering") == "true" else None
        counters = self._by_style.setdefault(_OUTLINE, {})
        return _counted(self._styles.outline, level, counters, start)


def _counted(levels: dict[int, ListLevel], place: int, counters: Counters, start: int | None) -> str:
    level = levels.get(place)
    if level is None:
        return ""
    for higher in range(1, place):  # Those that have none yet begin with this one, unseen: the next one is 2.
        counters.setdefault(higher, levels[higher].start if higher in levels else 1)
    if start is not None and start >= 0:
        counters[place] = start
    else:
        counters[place] = counters[place] + 1 if place in counters else level.start
    for below in [below for below in counters if below > place]:
        del counters[below]
    if level.style == "bullet":
        return symbol(level.bullet, level.font)

    def shown(which: int) -> str:
        return numeral(counters.get(which, 1), levels.get(which, level).style)

    if level.text is not None:
        return _BLANK.sub(lambda found: shown(int(found[1])), level.text)
    if level.style == "none":
        return level.prefix + level.suffix
    above = range(max(1, place - level.shown_levels + 1), place + 1)
    return level.prefix + ".".join(filter(None, map(shown, above))) + level.suffix
