"""Draws a laid-out chart (``chart_layout``) as SVG without references to other files; owns how each kind of bar looks.

Words stay text. Fills differ in lightness, outline and hatching, so that a chart printed in black can still be read.
Numbers are rounded, so that the same figures give the same bytes on every machine. The poster template replaces
``fill`` and ``stroke`` by greys to save ink.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from generator.results.chart_layout import Bar, Drawing, Mark, Words

FONTS = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "sans-serif")
"""Typefaces in order of preference: that of the posters, then those that phones and computers have."""

INK = "#20242a"
"""The colour of words, and of the bars that mark one point of a scale."""

_WHITE, _SOFT, _BLUE, _RED = "#ffffff", "#565d66", "#1a4f8f", "#9d2121"


@dataclass(frozen=True)
class Look:
    """Colours and pattern of a kind of bar; ``outline`` None means no outline."""

    fill: str
    outline: str | None = None
    thickness: float = 1
    dashed: bool = False
    hatched: bool = False


LOOKS = {
    "track": Look("#edeff2"),
    "now": Look(_BLUE),
    "before": Look("#dfe8f3", _BLUE),
    "on_time": Look(_BLUE),
    "late": Look("#f6dcd6", _RED, 1.5, hatched=True),
    "worst": Look(_RED),
    "running": Look(_WHITE, _SOFT),
    "undetermined": Look(_WHITE, _SOFT, dashed=True),
    "within": Look("#b9cfe8", _BLUE),
    "beyond": Look("#f6dcd6", _RED, 1.5, hatched=True),
    "median": Look(INK),
    "promised": Look(_WHITE, INK, 1.5),
}
"""Kind of bar -> its look. Dark fills, and the outlines of light fills, have a contrast of at least 3:1 with white."""

_HATCH_STEP = 5


def write_svg(drawing: Drawing, name: str, title: str, alt: str) -> str:
    """The drawing as SVG text. Screen readers read ``title`` and ``alt``; ``name`` is part of their ids."""
    width, height = drawing.width, drawing.height
    ids = (f"chart-{name}-title", f"chart-{name}-text")
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'lang="zh-CN" font-family="{escape(", ".join(FONTS))}" role="img" aria-labelledby="{" ".join(ids)}">',
        f'<title id="{ids[0]}">{escape(title, quote=False)}</title>',
        f'<desc id="{ids[1]}">{escape(alt, quote=False)}</desc>',
        f'<rect width="{width}" height="{height}" fill="white"/>',
        *(line for mark in drawing.marks for line in _elements(mark)),
        "</svg>",
    )
    return "\n".join(lines) + "\n"


def _elements(mark: Mark) -> Iterator[str]:
    if isinstance(mark, Words):
        yield _text(mark)
    elif mark.kind == "cut":
        yield _cut(mark)
    else:
        look = LOOKS[mark.kind]
        yield _rectangle(mark, look)
        if look.hatched:
            yield _hatching(mark, look)


def _text(words: Words) -> str:
    bold = ' font-weight="bold"' if words.bold else ""
    end = ' text-anchor="end"' if words.ends else ""
    place = f'x="{_number(words.x)}" y="{_number(words.baseline)}"'
    return f'<text {place} font-size="{words.size}"{bold}{end} fill="{INK}">{escape(words.text, quote=False)}</text>'


def _rectangle(bar: Bar, look: Look) -> str:
    """The bar with its outline inside it."""
    half, paint = 0.0, f'fill="{look.fill}"'
    if look.outline:
        half = look.thickness / 2
        paint += f' stroke="{look.outline}" stroke-width="{_number(look.thickness)}"'
        paint += ' stroke-dasharray="3 2"' if look.dashed else ""
    size = f'width="{_number(bar.width - 2 * half)}" height="{_number(bar.height - 2 * half)}"'
    return f'<rect x="{_number(bar.x + half)}" y="{_number(bar.y + half)}" {size} {paint}/>'


def _hatching(bar: Bar, look: Look) -> str:
    """Slanting lines inside the outline."""
    inset = look.thickness
    width, height = bar.width - 2 * inset, bar.height - 2 * inset
    path, foot = "", _HATCH_STEP - height
    while foot < width:
        low, high = max(0.0, -foot), min(height, width - foot)
        if high > low:
            x, y = bar.x + inset + foot + low, bar.bottom - inset - low
            path += f"M{_number(x)} {_number(y)}l{_number(high - low)} {_number(low - high)}"
        foot += _HATCH_STEP
    return f'<path d="{path}" fill="none" stroke="{look.outline}" stroke-width="1"/>'


def _cut(bar: Bar) -> str:
    """A slanting white gap, the sign of a shortened bar."""
    x, y, height = _number(bar.x), _number(bar.bottom), _number(bar.height)
    return f'<path d="M{x} {y}l4 -{height}h3l-4 {height}z" fill="white"/>'


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
