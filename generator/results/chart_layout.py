"""Lays out a chart: the position and size of every bar and text, in pixels. ``chart_svg`` draws the result.

A chart is WIDTH pixels wide, to fit the narrowest phone, and a poster scales it up. Names stand above their bars, so
that long ones need no column. The numbers stand beside the name, so that nobody has to measure a bar.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

WIDTH = 320
"""Pixels across; the height follows from the number of lines."""

NAME, NUMBER = 14, 13
"""Type sizes of names, and of numbers and legends; on the poster, the smallest legible size is below both."""

LEAST = 4
"""The shortest bar in pixels, so that one late case among a thousand can be seen."""

_SEAM = 2
_MARKS = {"median": 3, "promised": 4}
"""Kinds of bars that mark one point of a scale, and their width in pixels."""

_CUT_FROM_EDGE = 17
_BELOW_WORDS, _BELOW_BAR = 4, 10
_BETWEEN_WORDS = 10
_NAME_LINES = 2
_BROAD = frozenset("@%&mwMW")
_NOT_FIRST = frozenset("，。、；：？！）》」』〉】”’…·,.;:?!)%]")
_NOT_LAST = frozenset("（《「『〈【“‘([")


@dataclass(frozen=True)
class Words:
    """One line of text on ``baseline``. It starts at ``x``, or ends at ``x`` if ``ends`` is true."""

    text: str
    x: float
    baseline: float
    size: int
    bold: bool = False
    ends: bool = False

    @property
    def bottom(self) -> float:
        """The y coordinate below all of its letters."""
        return self.baseline + 0.3 * self.size


@dataclass(frozen=True)
class Bar:
    """A rectangle, outline included; ``kind`` is a key of ``chart_svg.LOOKS``."""

    kind: str
    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


Mark = Words | Bar


@dataclass(frozen=True)
class Drawing:
    """The layout of a chart: ``marks`` in reading order, later ones drawn on top."""

    width: int
    height: int
    marks: tuple[Mark, ...]


class Layout:
    """Collects the marks of one chart; each call adds below or beside the earlier ones."""

    def __init__(self) -> None:
        self._y = 0.0
        self._marks: list[Mark] = []

    def legend(self, labels: Mapping[str, str]) -> None:
        """Add what each kind of bar means, on as many lines as needed. ``labels``: kind -> words."""
        x = 0.0
        for kind, label in labels.items():
            width = 18 + words_width(label, NUMBER)
            if x and x + width > WIDTH:
                x, self._y = 0, self._y + NUMBER + 6
            across = _MARKS.get(kind, 14)
            self._marks.append(Bar(kind, x + 7 - across / 2, self._y + 1, across, 12))
            self._marks.append(Words(label, x + 18, self._y + 11.5, NUMBER))
            x += width + 12
        self._y += NUMBER + 13

    def line(self, name: str, numbers: str, *, bold: bool = False) -> None:
        """Add a name at the left and its numbers at the right, or below the name if both do not fit."""
        parts = wrapped(name, NAME, WIDTH)
        if words_width(parts[-1], NAME) + _BETWEEN_WORDS + words_width(numbers, NUMBER) > WIDTH:
            parts = (*parts, "")
        for part in parts:
            baseline = self._y + 12
            if part:
                self._marks.append(Words(part, 0, baseline, NAME, bold))
            self._y += NAME + _BELOW_WORDS
        self._marks.append(Words(numbers, WIDTH, baseline, NUMBER, ends=True))

    def bar(self, kind: str, start: float, end: float, *, height: int, top: int = 0) -> None:
        """Add a bar between two shares (0 to 1) of the width, ``top`` pixels below the words; none if equal."""
        if end > start:
            x = min(start * WIDTH, WIDTH - LEAST)
            self._marks.append(Bar(kind, x, self._y + top, max((end - start) * WIDTH, LEAST), height))

    def stack(self, parts: Mapping[str, int], *, height: int) -> None:
        """Add bars side by side over the whole width, in proportion. ``parts``: kind -> number above 0."""
        x = 0.0
        for kind, width in zip(parts, _stacked(tuple(parts.values())), strict=True):
            self._marks.append(Bar(kind, x, self._y, width, height))
            x += width + _SEAM

    def mark(self, kind: str, share: float, *, height: int, top: int = 0) -> None:
        """Add a narrow bar centred on a share of the width, moved inside the edges where it would cross them."""
        across = _MARKS[kind]
        x = min(max(share * WIDTH - across / 2, 0), WIDTH - across)
        self._marks.append(Bar(kind, x, self._y + top, across, height))

    def cut(self, *, height: int, top: int = 0) -> None:
        """Mark a bar that ends at the right edge as shortened."""
        self._marks.append(Bar("cut", WIDTH - _CUT_FROM_EDGE, self._y + top, 7, height))

    def below(self, height: int) -> None:
        """Continue below bars of ``height`` pixels."""
        self._y += height + _BELOW_BAR

    def drawing(self) -> Drawing:
        """Everything added so far, as a drawing of the height it needs."""
        return Drawing(WIDTH, math.ceil(max(mark.bottom for mark in self._marks)) + 1, tuple(self._marks))


def words_width(text: str, size: int) -> float:
    """The width of a text in pixels, rather too much than too little; Chinese characters are as wide as high."""
    return sum(map(_character_width, text)) * size


def _character_width(character: str) -> float:
    """The width in type sizes. Noto Sans CJK SC: digits 0.56, capitals 0.3 to 0.74, small letters up to 0.62."""
    if not character.isascii() or character in _BROAD:
        return 1
    return 0.75 if character.isupper() else 0.62 if character.islower() else 0.58


def wrapped(text: str, size: int, room: float) -> tuple[str, ...]:
    """The text in at most two lines no wider than ``room``; what is left over becomes an ellipsis.

    No line starts with a closing punctuation mark or ends with an opening one. A number or Latin word that fits on a
    line is not broken.
    """
    lines: list[str] = []
    while words_width(text, size) > room and len(lines) + 1 < _NAME_LINES:
        fitting = _fitting(text, size, room)
        end = next((end for end in range(fitting, 0, -1) if _may_break(text, end)), fitting)
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    if words_width(text, size) > room:
        text = f"{text[: _fitting(text, size, room - size)]}…"
    return (*lines, text)


def _fitting(text: str, size: int, room: float) -> int:
    """The number of characters that fit, at least one."""
    fitting = (end for end in range(len(text), 1, -1) if words_width(text[:end], size) <= room)
    return next(fitting, 1)


def _may_break(text: str, end: int) -> bool:
    before, after = text[end - 1], text[end]
    one_word = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return not one_word and before not in _NOT_LAST and after not in _NOT_FIRST


def _stacked(numbers: Sequence[int]) -> Iterable[float]:
    """The width of each part, in proportion but at least LEAST; the largest part gives up the difference."""
    room, total = WIDTH - _SEAM * (len(numbers) - 1), sum(numbers)
    widths = [max(LEAST, room * number / total) for number in numbers]
    widths[numbers.index(max(numbers))] -= sum(widths) - room
    return widths
