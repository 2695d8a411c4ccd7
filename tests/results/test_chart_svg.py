"""chart_svg: a picture that names itself, asks for nothing, and differs by more than colour."""

import re
from xml.etree import ElementTree

import pytest

from generator.results.chart_layout import WIDTH, Layout
from generator.results.chart_svg import FONTS, LOOKS, write_svg

SVG = "{http://www.w3.org/2000/svg}"


def picture(layout: Layout, title: str = "题目", alt: str = "说明") -> ElementTree.Element:
    """What a reader of XML makes of the drawing."""
    return ElementTree.fromstring(write_svg(layout.drawing(), "cases", title, alt))


def bar(kind: str, end: float = 0.5) -> Layout:
    """One bar from the left edge, 12 pixels high."""
    layout = Layout()
    layout.bar(kind, 0, end, height=12)
    return layout


def test_picture_has_its_size_language_and_typefaces() -> None:
    """One pixel a unit, Chinese letterforms, and a typeface for whoever has none of those named."""
    root = picture(bar("now"))

    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert root.get("width") == str(WIDTH)
    assert root.get("lang") == "zh-CN"
    assert root.get("font-family") == ", ".join(FONTS)
    assert FONTS[-1] == "sans-serif"


def test_picture_names_itself() -> None:
    """Title and description are the first in it and are what is read aloud."""
    root = picture(bar("now"), "各事项办理件数", "条形图")

    assert [(child.tag, child.get("id"), child.text) for child in root[:2]] == [
        (f"{SVG}title", "chart-cases-title", "各事项办理件数"),
        (f"{SVG}desc", "chart-cases-text", "条形图"),
    ]
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "chart-cases-title chart-cases-text"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "A&B", '"', "]]>", "</text></svg>", "&lt;"])
def test_words_are_text_and_never_markup(text: str) -> None:
    """A name, title or description that looks like an element stays what it is."""
    layout = Layout()
    layout.line(text, text)
    root = picture(layout, text, text)

    assert [element.text for element in root.iter() if element.text and element.text.strip()] == [text] * 4
    assert {element.tag for element in root.iter()} == {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "rect", "text")
    }


def test_words_keep_size_weight_and_side() -> None:
    """Names start at the left, numbers end at the right."""
    layout = Layout()
    layout.line("甲", "1件", bold=True)
    name, numbers = picture(layout).iter(f"{SVG}text")

    assert (name.get("x"), name.get("font-size"), name.get("font-weight"), name.get("text-anchor")) == (
        "0",
        "14",
        "bold",
        None,
    )
    assert (numbers.get("x"), numbers.get("font-size"), numbers.get("font-weight"), numbers.get("text-anchor")) == (
        str(WIDTH), "13", None, "end"
    )  # fmt: skip


@pytest.mark.parametrize("kind", LOOKS)
def test_outline_stays_inside_the_bar(kind: str) -> None:
    """A bar is as long with its outline as without."""
    rectangle = picture(bar(kind)).findall(f"{SVG}rect")[1]
    half = float(rectangle.get("stroke-width", "0")) / 2

    assert (half > 0) == (LOOKS[kind].outline is not None)
    assert float(rectangle.get("x", "")) - half == 0
    assert float(rectangle.get("width", "")) + 2 * half == WIDTH / 2
    assert float(rectangle.get("height", "")) + 2 * half == 12


@pytest.mark.parametrize("end", [0.02, 0.1, 0.5, 1])
def test_hatching_stays_inside_the_outline(end: float) -> None:
    """Every line starts and ends in the bar, whatever its length."""
    path = picture(bar("late", end)).find(f"{SVG}path")
    assert path is not None
    lines = re.findall(r"M([\d.]+) ([\d.]+)l([\d.]+) -([\d.]+)", path.get("d", ""))

    assert len(lines) >= 2
    assert "".join(f"M{x} {y}l{right} -{up}" for x, y, right, up in lines) == path.get("d")
    for x, y, right, up in (map(float, line) for line in lines):
        assert 1.5 <= x <= x + right <= end * WIDTH - 1.5 + 0.01
        assert 1.5 <= y - up <= y <= 12 - 1.5 + 0.01


def test_cut_goes_through_the_bar() -> None:
    """A slanting gap of the paper's colour, as high as the bar."""
    layout = bar("beyond", 1)
    layout.cut(height=12)
    cut = picture(layout).findall(f"{SVG}path")[-1]

    assert cut.get("fill") == "white"
    assert cut.get("d") == f"M{WIDTH - 17} 12l4 -12h3l-4 12z"


def test_numbers_are_rounded() -> None:
    """A third of the width has two decimals, and a whole number has none."""
    layout = bar("now", 1 / 3)
    layout.bar("now", 0, 0.25, height=6)
    svg = write_svg(layout.drawing(), "cases", "题目", "说明")

    assert 'width="106.67" height="12"' in svg
    assert 'width="80" height="6"' in svg
    assert not re.search(r"\d\.\d{3}|\d\.\d*0\"", svg)


@pytest.mark.parametrize(
    "kinds",
    [
        ("now", "before"),
        ("on_time", "late", "running", "undetermined"),
        ("within", "beyond", "median", "promised"),
    ],
)
def test_kinds_differ_without_colour(kinds: tuple[str, ...]) -> None:
    """In one chart no two kinds share lightness, outline and hatching, and what carries meaning has 3:1 on white."""
    looks = [LOOKS[kind] for kind in kinds]

    for look in looks:
        assert 1.05 / (luminance(look.outline or look.fill) + 0.05) >= 3
    seen = {
        (luminance(look.fill) > 0.3, look.thickness, look.dashed, look.hatched, look.outline is None) for look in looks
    }
    assert len(seen) == len(kinds)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
