"""Computes the numbers and bullets that Word makes by itself (自动编号), which are nowhere in the text.

A list (w:num) takes its levels from an abstract one and may change single levels. Lists of the same abstract one count
on together, unless one says where it starts.
"""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from generator.sources.numerals import numeral
from generator.sources.symbols import symbol
from generator.sources.word.styles import Styles
from generator.sources.word.xml_names import child, is_on, number, value, w

_LEVELS = 9
_BLANK = re.compile(r"%([1-9])")
_CUSTOM_ZEROS = re.compile(r"(0+)1, ")


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    text: str
    start: int
    restart: int | None
    """After which levels (from 1) it begins again; 0: never; None: after every higher one."""
    all_digits: bool
    font: str
    digits: int = 0
    """How many digits a number has at least, from a format that Word does not know by name."""


@dataclass
class _List:
    """A w:num: its levels, the counters that it shares with others, and what it starts again with."""

    levels: dict[int, _Level]
    counters: dict[int, int]
    starts: dict[int, int] = field(default_factory=dict)
    level_by_style: dict[str, int] = field(default_factory=dict)


class Numbering:
    """Numbers paragraphs in the order in which they are given to ``label``."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        found = [] if root is None else root.findall(w("abstractNum"))
        self._abstract = {value(element, "abstractNumId") or "": element for element in found}
        nums = [] if root is None else root.findall(w("num"))
        self._nums = {value(element, "numId") or "": element for element in nums}
        self._by_style_link = {
            value(child(element, "styleLink")): name
            for name, element in self._abstract.items()
            if child(element, "styleLink") is not None
        }
        self._counters: dict[str, dict[int, int]] = {}
        self._lists: dict[str, _List | None] = {}

    def label(self, paragraph: _Element) -> str:
        """The number or bullet of the next paragraph; "" where it has none."""
        found = self._list_of(paragraph)
        if found is None:
            return ""
        numbers, place = found
        level = numbers.levels.get(place)
        if level is None:
            return ""
        self._count(numbers, place, level)
        return _written(numbers, place, level)

    def _list_of(self, paragraph: _Element) -> tuple[_List, int] | None:
        """The list of a paragraph and its level from 0: its own properties first, then those of its style."""
        own = child(paragraph, "pPr", "numPr")
        num_id, place = value(child(own, "numId")), number(child(own, "ilvl"))
        style = ""
        for name, properties in self._styles.numbering(self._styles.of(paragraph)) if num_id is None else ():
            style = style or name
            if place is None:
                place = number(child(properties, "ilvl"))
            num_id = value(child(properties, "numId"))
            if num_id is not None:
                break
        numbers = self._list(num_id) if num_id not in (None, "0") else None
        if numbers is None:
            return None
        if own is None:
            place = numbers.level_by_style.get(style, place or 0)
        return numbers, min(max(place or 0, 0), _LEVELS - 1)

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._made(num_id)
        return self._lists[num_id]

    def _made(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        abstract_id = self._linked(value(child(num, "abstractNumId")) or "")
        abstract = self._abstract.get(abstract_id)
        if num is None or abstract is None:
            return None
        elements = {number(level, "ilvl") or 0: level for level in abstract.findall(w("lvl"))}
        starts = {}
        for override in num.findall(w("lvlOverride")):
            place = number(override, "ilvl") or 0
            start = number(child(override, "startOverride"))
            if (level := child(override, "lvl")) is not None:
                elements[place] = level
                start = number(child(level, "start")) if start is None else start
            if start is not None:
                starts[place] = start
        by_style = {
            style: place for place, level in elements.items() if (style := value(child(level, "pStyle"))) is not None
        }
        counters = self._counters.setdefault(abstract_id, {})
        return _List({place: _level(level) for place, level in elements.items()}, counters, starts, by_style)

    def _linked(self, abstract_id: str) -> str:
        """The abstract list that has the levels: one may only name a style of lists, which another one belongs to."""
        link = value(child(self._abstract.get(abstract_id), "numStyleLink"))
        return self._by_style_link.get(link, abstract_id) if link is not None else abstract_id

    @staticmethod
    def _count(numbers: _List, place: int, level: _Level) -> None:
        """Count a paragraph of a level. Higher levels that have none yet begin with it, unseen: the next one is 2."""
        counters = numbers.counters
        for above in range(place):
            counters.setdefault(above, numbers.levels[above].start if above in numbers.levels else 1)
        start = numbers.starts.pop(place, None)
        if start is not None:
            counters[place] = start
        else:
            counters[place] = counters[place] + 1 if place in counters else level.start
        for below in [below for below in counters if below > place]:
            deeper = numbers.levels.get(below)
            restart = deeper.restart if deeper is not None else None
            if restart is None or place + 1 <= restart:
                del counters[below]


def _level(element: _Element) -> _Level:
    shape = element.find(f".//{w('numFmt')}")
    style = value(shape) or "decimal"
    start = number(child(element, "start"))
    fonts = child(element, "rPr", "rFonts")
    custom = _CUSTOM_ZEROS.match(value(shape, "format") or "") if style == "custom" else None
    text = value(child(element, "lvlText")) or ""
    if child(element, "lvlPicBulletId") is not None:
        style, text = "bullet", "•"
    return _Level(
        style,
        text,
        0 if start is None else start,
        number(child(element, "lvlRestart")),
        bool(is_on(child(element, "isLgl"))),
        value(fonts, "ascii") or value(fonts, "hAnsi") or "",
        len(custom[1]) + 1 if custom else 0,
    )


def _written(numbers: _List, place: int, level: _Level) -> str:
    if level.style == "bullet":
        return symbol(level.text, level.font)

    def shown(found: re.Match[str]) -> str:
        which = int(found[1]) - 1
        counted = numbers.levels.get(which)
        if counted is None or which > place:
            return ""
        style = "decimal" if level.all_digits and counted.style != "none" else counted.style
        return numeral(numbers.counters[which], style).rjust(counted.digits, "0")

    return _BLANK.sub(shown, level.text)
