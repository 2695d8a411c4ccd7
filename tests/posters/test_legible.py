"""Sheets that can be read: how they are filled and parted, what they are printed on, and the contrast of words."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from test_press import (
    SITE,
    TEMPLATES,
    body_words,
    flow,
    guide,
    long_sheet,
    missing_in_order,
    on,
    pages,
    poppler,
    regulation,
    sheet,
    squeezed,
    type_sizes,
)

from generator.kit.regulation import regulation_sheet
from generator.posters.fitting import what_would_fit
from generator.posters.fonts import find_fonts
from generator.posters.legibility import IN_THE_HAND, smallest_points
from generator.posters.press import Press
from generator.posters.sheet import Sheet

pytestmark = pytest.mark.slow

Line = tuple[float, str]
"""Top and words of a line."""


@pytest.fixture(scope="module")
def press() -> Press:
    """One press for all tests."""
    return Press(find_fonts(), TEMPLATES, further=[])


def lines_of(pdf: bytes) -> Iterator[tuple[float, list[Line]]]:
    """For each page the top of the footer and the lines between head and footer."""
    for page in poppler(pdf, "-bbox-layout").split("<page ")[1:]:
        found = []
        for line in re.findall(r'<line [^>]*yMin="([0-9.]+)"[^>]*>(.*?)</line>', page, re.DOTALL):
            found.append((float(line[0]), "".join(re.findall(r">([^<>\s]+)</word>", line[1]))))
        foot = max(top for top, words in found if words.startswith("虚谷镇便民服务大厅"))
        yield foot, sorted(line for line in found if line[0] < foot - 1)


def listed(articles: int, items: int) -> Sheet:
    """A regulation whose articles have items."""
    text = [
        {"text": f"第{n}组包括：", "items": [{"text": f"甲{n}乙{m}丙。"} for m in range(items)]}
        for n in range(articles)
    ]
    return regulation_sheet(regulation(articles=text), SITE, None)


def materials(count: int) -> list[dict[str, str]]:
    """Materials with a note each."""
    return [
        {"name": f"材料{n}号", "necessity": "必要", "copies": "1", "original": "原件", "notes": "用黑色的笔填写。" * 3}
        for n in range(count)
    ]


@pytest.mark.parametrize("paper", ["a4", "a3", "60x90"])
def test_last_sheet_is_filled(press: Press, paper: str) -> None:
    """However long a text is: no sheet but the first, which has the head, is filled to less than 60%."""
    for articles in (7, 11, 16, 23, 31, 42, 60):
        pdf = press.print(long_sheet(articles), on(paper))[0]
        found = list(lines_of(pdf))
        for foot, lines in found[1:]:
            assert lines[-1][0] - lines[0][0] > 0.6 * (foot - lines[0][0]) - 2 * smallest_points(1), (
                articles,
                len(found),
            )


def test_last_sheet_of_a_guide_is_filled(press: Press) -> None:
    """However many materials there are."""
    for count in (12, 17, 21, 26, 33, 40):
        pdf = press.print(guide(materials=materials(count), situations=[], steps=3), on("a4"))[0]
        foot, lines = list(lines_of(pdf))[-1]
        assert lines[-1][0] - lines[0][0] > 0.55 * (foot - lines[0][0]), count


@pytest.mark.parametrize("paper", ["a4", "a3", "a2", "a1", "60x90", "80x120"])
def test_type_is_the_smallest_where_one_sheet_is_not_enough(press: Press, paper: str) -> None:
    """So a larger paper never takes as many sheets in larger type."""
    for poster in (long_sheet(), listed(30, 9), guide(materials=materials(25), situations=[], steps=12)):
        found = press.extent(poster, on(paper))
        assert found.sheets == pages(press.print(poster, on(paper))[0])
        assert found.sheets == 1 or found.size == smallest_points(poster.layout.distance)


@pytest.mark.parametrize(("articles", "items"), [(9, 3), (9, 5), (14, 2), (5, 14)])
def test_no_item_stands_alone_at_a_break(press: Press, articles: int, items: int) -> None:
    """What leads a list has two items below it, and the last item of a list has another before it on its sheet."""
    for paper in ("a4", "a3"):
        pdf = press.print(listed(articles, items), on(paper))[0]
        for _, lines in lines_of(pdf):
            marks = [words for _, words in lines if re.search("组包括|乙[0-9]+丙", words)]
            places = [int(found[1]) if (found := re.search("乙([0-9]+)丙", words)) else None for words in marks]
            assert len(places) > 1
            assert places[0] != items - 1 and places[-1] not in (None, 0)


def test_text_of_lists_is_whole(press: Press) -> None:
    """Over all sheets, in order."""
    poster = listed(20, 6)
    assert missing_in_order(body_words(poster), flow(poster, poppler(press.print(poster, on("a4"))[0], "-raw"))) == []


def test_items_stand_closer_than_articles(press: Press) -> None:
    """The eye finds an article by the space above it."""
    _, lines = next(lines_of(press.print(listed(3, 3), on("a3"))[0]))
    tops = [top for top, words in lines if re.search("组包括|乙[0-9]丙", words)]
    gaps = [round(below - above, 1) for above, below in pairwise(tops)]
    assert max(gaps[0], gaps[1], gaps[2]) < 0.9 * gaps[3]


def test_section_repeats_its_label_on_the_next_sheet(press: Press) -> None:
    """With （续）; no material stands alone before or after the break, and no label without an entry."""
    for count in range(9, 30, 4):
        poster = guide(materials=materials(count), situations=[], steps=7)
        pdf = press.print(poster, on("a4"))[0]
        found = ["".join(words for _, words in lines) for _, lines in lines_of(pdf)]
        here = [len(re.findall("材料[0-9]+号", words)) for words in found]
        assert sum(here) == count and 1 not in here
        first = next(number for number, many in enumerate(here) if many)
        for number, words in enumerate(found):
            assert ("所需材料" in words) == bool(here[number])
            assert ("（续）" in words.replace(str(poster.data["running"]), "")) == (
                here[number] > 0 and number > first
            ) or ("办理流程" in words)


def test_materials_and_steps_are_lists(press: Press) -> None:
    """A screen reader hears how many there are and which it is at."""
    poster = guide(materials=materials(4), situations=[], steps=5)
    with pikepdf.open(BytesIO(press.print(poster, on("a3"))[0])) as pdf:
        parts = Counter(str(item.S) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item)
    entries = 2 + 4 + 5 + 1 + 1  # conditions, materials, steps, exclusions, basis
    assert (parts["/L"], parts["/LI"], parts["/Lbl"], parts["/LBody"]) == (5, entries, entries, entries)


def test_title_is_never_smaller_than_the_text(press: Press) -> None:
    """However long it is."""
    for length in (4, 18, 40, 60, 90):
        for paper in ("a4", "a3", "60x90"):
            sizes = type_sizes(press.print(sheet(title="题" * length), on(paper))[0])
            title = min(size for size, count in sizes.items() if count == length and size > IN_THE_HAND)
            assert title >= max(size for size, count in sizes.items() if count > 70) - 0.01


def test_wide_board_has_two_columns_of_even_height(press: Press) -> None:
    """On what is wider than high lines would be too long for the eye."""
    for articles in (6, 9, 13):
        pdf = press.print(long_sheet(articles), on("90x60"))[0]
        boxes = re.findall(
            r'xMin="([0-9.]+)" yMin="[0-9.]+" xMax="([0-9.]+)" yMax="([0-9.]+)">([^<]*规矩[^<]*)<',
            poppler(pdf, "-bbox"),
        )
        middle = 900 / 25.4 * 72 / 2
        left = [float(box[2]) for box in boxes if float(box[1]) < middle]
        right = [float(box[2]) for box in boxes if float(box[0]) > middle]
        assert left and right and len(left) + len(right) == len(boxes)
        assert pages(pdf) == 1 and abs(max(left) - max(right)) < 250


def test_program_says_what_would_fit(press: Press) -> None:
    """The smallest paper and board of one sheet, and from how far its own paper could be read; both are true."""
    poster = long_sheet(12)
    assert pages(press.print(poster, on("a3"))[0]) > 1
    said = what_would_fit(press, poster, on("a3"))
    assert said == "一张放得下的纸：a2，或者展板 60x90；用 a3 一张，适合 0.7 米内阅读"
    assert pages(press.print(poster, on("a2"))[0]) == pages(press.print(poster, on("60x90"))[0]) == 1
    assert pages(press.print(poster, replace(on("a3"), distance=0.7))[0]) == 1
    assert pages(press.print(poster, replace(on("a3"), distance=0.8))[0]) > 1


def test_words_have_contrast() -> None:
    """7 to 1 for every colour of words and what is behind them, as the theme has them; small words are black."""
    theme = (TEMPLATES / "theme.typ").read_text("utf-8")
    named = dict(re.findall(r'#let ([a-z-]+) = if .*?rgb\("(#[0-9a-f]{6})"\)', theme))
    for words, behind in (
        (named["red"], "#ffffff"),
        (named["red"], named["pale"]),
        ("#ffffff", named["red"]),
        (named["head-fine"], named["red"]),
        ("#000000", named["pale"]),
    ):
        assert contrast(words, behind) >= 7
    assert contrast(named["gold"], "#ffffff") >= 3, "lines"
    for template in TEMPLATES.glob("*.typ"):
        fills = re.findall(r"fill: (red|gold|rgb\([^)]*\))[,)]", template.read_text("utf-8"))
        assert set(fills) <= {"red"}, template.name


def contrast(one: str, other: str) -> float:
    """The ratio of luminance as in WCAG 2."""

    def luminance(code: str) -> float:
        parts = [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_running_head_is_one_line(press: Press) -> None:
    """A long title is cut there, and says that the sheet goes on."""
    poster = guide(name="长" * 60, materials=materials(12), steps=6)
    text = poppler(press.print(poster, on("a4"))[0], "-raw", "-f", "2", "-l", "2")
    assert re.search("长{20,33}…（续）", squeezed(text))
