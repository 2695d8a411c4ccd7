"""Lines of text and bars from top to bottom, as a Vega-Lite specification: the look that all charts share.

Laid out for the narrowest phone: WIDTH pixels, one line of text above each bar, so that long names need no column of
their own; it scales up to a poster. Nothing is told by colour alone: each bar has its numbers beside its name, and
fills differ in lightness and outline, also when printed in black.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH = 340
"""Pixels across; the height follows from the number of bars."""

FONT = "Noto Sans CJK SC, sans-serif"
"""The typeface of the posters; a page without it falls back to the reader's own."""

Json = dict[str, object]

_INK, _SOFT, _BLUE, _RED = "#20242a", "#565d66", "#1a4f8f", "#9d2121"
_OUTLINED: Json = {"fill": "#ffffff", "stroke": _SOFT, "strokeWidth": 1}
_ALARMING: Json = {"fill": "#f6dcd6", "stroke": _RED, "strokeWidth": 2}
_FILLS: dict[str, Json] = {
    "track": {"fill": "#edeff2"},
    "now": {"fill": _BLUE},
    "before": {"fill": "#dfe8f3", "stroke": _BLUE, "strokeWidth": 1},
    "on_time": {"fill": _BLUE},
    "late": _ALARMING,
    "running": _OUTLINED,
    "undetermined": {**_OUTLINED, "strokeDash": [3, 2]},
    "within": {"fill": "#b9cfe8", "stroke": _BLUE, "strokeWidth": 1},
    "beyond": _ALARMING,
    "median": {"fill": _INK},
    "promised": {"fill": "#ffffff", "stroke": _INK, "strokeWidth": 1.5},
}
"""How each kind of bar is filled: dark or light, outlined or not, so that lightness alone tells them apart.

What carries meaning by itself has at least 3:1 against white: the dark fills, and the outlines of the light ones.
"""

_MARKS = {"median": 3, "promised": 4}
"""Kinds that mark one point of a scale, and their width in pixels."""

_NAME, _NUMBER = 14, 13
_BELOW_BAR = 10


@dataclass(frozen=True)
class _Text:
    text: str
    x: float
    y: float
    size: int
    bold: bool


@dataclass(frozen=True)
class _Bar:
    kind: str
    x: float
    x2: float
    y: float
    y2: float


@dataclass
class Sheet:
    """The marks of one chart; ``y`` is where the next line starts, in pixels from the top."""

    y: float = 0
    _texts: list[_Text] = field(default_factory=list)
    _bars: list[_Bar] = field(default_factory=list)

    def legend(self, kinds: Sequence[str], labels: Sequence[str]) -> None:
        """What each kind of bar means, in one line or, where they do not fit, more."""
        x = 0.0
        for kind, label in zip(kinds, labels, strict=True):
            width = 18 + _width(label, _NUMBER)
            if x + width > WIDTH:
                x, self.y = 0, self.y + _NUMBER + 6
            mark = _MARKS.get(kind, 14)
            self._bars.append(_Bar(kind, x + 7 - mark / 2, x + 7 + mark / 2, self.y + 1, self.y + 12))
            self._write(label, x + 18, _NUMBER)
            x += width + 12
        self.y += _NUMBER + 13

    def line(self, left: str, right: str, *, bold: bool = False) -> None:
        """A name at the left and its numbers at the right, below it where both do not fit."""
        if _width(left, _NAME) + _width(right, _NUMBER) > WIDTH - _NAME:
            self._write(_fit(left, _NAME, WIDTH), 0, _NAME, bold)
            self.y += _NAME + 4
            left = ""
        self._write(left, 0, _NAME, bold)
        self._write(right, WIDTH, _NUMBER)
        self.y += _NAME + 4

    def bar(self, kind: str, start: float, end: float, *, height: int, top: int = 0) -> None:
        """A bar between two shares (0 to 1) of the width, ``top`` pixels below the line."""
        y = self.y + top
        self._bars.append(_Bar(kind, round(start * WIDTH, 1), round(end * WIDTH, 1), y, y + height))

    def mark(self, kind: str, share: float, *, height: int, top: int = 0) -> None:
        """A narrow bar at one share of the width."""
        half = _MARKS[kind] / 2
        middle = min(max(share * WIDTH, half), WIDTH - half)
        self.bar(kind, (middle - half) / WIDTH, (middle + half) / WIDTH, height=height, top=top)

    def below(self, height: int) -> None:
        """Go on below bars of ``height`` pixels."""
        self.y += height + _BELOW_BAR

    def vega_lite(self) -> Json:
        """Everything so far as a specification, inside a margin of 4 pixels."""
        kinds = sorted({bar.kind for bar in self._bars}, key=list(_FILLS).index)
        styles = dict.fromkeys((text.x, text.size, text.bold) for text in self._texts)
        return {
            "width": WIDTH,
            "height": round(self.y),
            "padding": 4,
            "autosize": "none",
            "background": "white",
            "config": {"font": FONT, "view": {"stroke": None}, "aria": False},
            "layer": [*map(self._bar_layer, kinds), *(self._text_layer(*style) for style in styles)],
        }

    def _write(self, text: str, x: float, size: int, bold: bool = False) -> None:
        if text:
            self._texts.append(_Text(text, x, self.y + size / 2, size, bold))

    def _bar_layer(self, kind: str) -> Json:
        bars = [bar for bar in self._bars if bar.kind == kind]
        return {
            "data": {"values": [{"x": bar.x, "x2": bar.x2, "y": bar.y, "y2": bar.y2} for bar in bars]},
            "mark": {"type": "rect", **_FILLS[kind]},
            "encoding": {"x": _pixels("x"), "x2": {"field": "x2"}, "y": _pixels("y"), "y2": {"field": "y2"}},
        }

    def _text_layer(self, x: float, size: int, bold: bool) -> Json:
        texts = [text for text in self._texts if (text.x, text.size, text.bold) == (x, size, bold)]
        style = {"fontSize": size, "fontWeight": "bold" if bold else "normal", "color": _INK}
        return {
            "data": {"values": [{"text": text.text, "y": text.y} for text in texts]},
            "mark": {"type": "text", "baseline": "middle", "align": "right" if x == WIDTH else "left", **style},
            "encoding": {"x": {"value": x}, "y": _pixels("y"), "text": {"field": "text"}},
        }


def _pixels(name: str) -> Json:
    """A channel that takes the field as pixels."""
    return {"field": name, "type": "quantitative", "scale": None, "axis": None}


def _width(text: str, size: int) -> float:
    """About how wide a text is, in pixels; Chinese characters are as wide as high."""
    return sum(size if ord(char) > 0x2E7F else 0.58 * size for char in text)


def _fit(text: str, size: int, room: float) -> str:
    """The text, cut with an ellipsis where it is wider than ``room``; the table has it in full."""
    if _width(text, size) <= room:
        return text
    while _width(text, size) > room - size:
        text = text[:-1]
    return f"{text}…"
