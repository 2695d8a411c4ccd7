"""arranging: pages cut into tiles, folded to a booklet, and put behind each other; nothing is lost."""

import re
from collections.abc import Sequence
from io import BytesIO

import pytest
import typst
from pypdf import PdfReader
from test_press import TEMPLATES, Grey, long_sheet, on, poppler, press, sheet, squeezed

from generator.posters.arranging import booklet, imposed, merged, tiles
from generator.posters.fitting import pages_of
from generator.posters.fonts import find_fonts
from generator.posters.press import Press
from generator.posters.sheet import PosterError
from generator.posters.stock import stock_of

pytestmark = pytest.mark.slow
__all__ = ["press"]


def sizes(pdf: bytes) -> set[tuple[int, int]]:
    """Width and height in mm of the pages."""
    boxes = (page.mediabox for page in PdfReader(BytesIO(pdf)).pages)
    return {(round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) for box in boxes}


def test_tiles_have_a_plan_and_all_of_the_text(press: Press) -> None:
    """One plan and four A4 for a sheet of A2, each numbered; every character is on one of them."""
    poster = sheet()
    pdf = press.print(poster, on("a2"))[0]
    tiled = tiles(press, pdf, poster, stock_of("a2"), stock_of("a4"))
    pages = [squeezed(page.extract_text()) for page in PdfReader(BytesIO(tiled)).pages]

    assert len(pages) == 5 and sizes(tiled) == {(210, 297)}
    assert "拼接图" in pages[0] and "共4张，缩放88.1%" in pages[0]
    for number, page in enumerate(pages[1:]):
        assert f"第{number // 2 + 1}行第{number % 2 + 1}张" in page


def test_tiles_of_a_sheet_make_up_the_sheet(press: Press) -> None:
    """The ink of the tiles, without their overlaps and marks, is that of the sheet."""
    poster = sheet()
    pdf = press.print(poster, on("a2"))[0]
    tiled = tiles(press, pdf, poster, stock_of("a2"), stock_of("a4"))
    whole = Grey(pdf, 40).darkness()
    parts = [Grey(tiled, 40, number).darkness() for number in range(2, 6)]

    assert sum(parts) / 4 == pytest.approx(whole, rel=0.35), "A tile has a margin, an overlap and marks."
    assert min(parts) > 0.001, "no tile is empty"


def test_each_page_of_a_sheet_is_tiled(press: Press) -> None:
    """A sheet of three pages has three plans, which say of which page they are."""
    poster = long_sheet(60)
    pdf = press.print(poster, on("a3"))[0]
    tiled = tiles(press, pdf, poster, stock_of("a3"), stock_of("a4"))
    texts = [squeezed(page.extract_text()) for page in PdfReader(BytesIO(tiled)).pages]

    assert pages_of(pdf) > 2 and len(texts) == 3 * pages_of(pdf)
    assert [number for number, text in enumerate(texts) if "拼接图" in text] == list(range(0, len(texts), 3))
    assert f"第{pages_of(pdf)}张海报" in texts[-3]


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        (4, [(4, 1), (2, 3)]),
        (3, [(4, 1), (2, 3)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
        (5, [(8, 1), (2, 7), (6, 3), (4, 5)]),
    ],
)
def test_pages_of_a_booklet_stand_as_they_are_folded(pages: int, sides: Sequence[tuple[int, int]]) -> None:
    """The two of a side add up to one more than there are pages, and back to back lie numbers that follow."""
    assert imposed(pages) == sides


def numbered(count: int) -> bytes:
    """Pages of A4, each with its number at the left of its upper edge."""
    pages = "#pagebreak()".join(f"#place(top + left, dx: 30mm, dy: 20mm)[page{n}]" for n in range(1, count + 1))
    return typst.compile(f'#set page(paper: "a4", margin: 0mm)\n{pages}'.encode())


def standing(pdf: bytes) -> list[tuple[int, int, float, float]]:
    """Side, number, and the place in mm from left and top, of each number on a folded booklet."""
    found = []
    for side, words in enumerate(poppler(pdf, "-bbox").split("<page ")[1:]):
        for x, y, number in re.findall(r'xMin="([0-9.]+)" yMin="([0-9.]+)" [^>]*>page([0-9]+)<', words):
            found.append((side, int(number), float(x) / 72 * 25.4, float(y) / 72 * 25.4))
    return found


def read_through(pages: dict[tuple[int, bool], int], papers: int) -> list[int]:
    """The numbers met by who leafs through papers that were printed, turned over their short edge, and folded together.

    ``pages`` maps a side, and whether the left half of it, to a number; 0 is a blank page.
    """
    outside_in = [[pages.get((2 * paper, False), 0), pages.get((2 * paper + 1, True), 0)] for paper in range(papers)]
    back_out = [[pages.get((2 * paper + 1, False), 0), pages.get((2 * paper, True), 0)] for paper in range(papers)]
    return [number for pair in [*outside_in, *reversed(back_out)] for number in pair]


@pytest.mark.parametrize(("count", "papers"), [(3, 1), (5, 2), (40, 10)])
def test_folded_booklet_is_read_from_first_to_last(press: Press, count: int, papers: int) -> None:
    """Each page is there once, upright and at the size of A5, and the blank ones come last."""
    folded = booklet(press, numbered(count), sheet())
    found = standing(folded)

    assert len(PdfReader(BytesIO(folded)).pages) == 2 * papers and sizes(folded) == {(297, 210)}
    assert sorted(number for _, number, _, _ in found) == list(range(1, count + 1))
    pages = {(side, x < 148.5): number for side, number, x, _ in found}
    assert read_through(pages, papers) == [*range(1, count + 1), *[0] * (4 * papers - count)]
    for _, _, x, y in found:
        assert x % 148.5 == pytest.approx(30 * 148.5 / 210, abs=0.5)
        assert y == pytest.approx(20 * 148.5 / 210, abs=1.5)


def test_booklet_has_every_page_once(press: Press) -> None:
    """Two on a side of A4; the blank ones are at the end."""
    poster = long_sheet(40)
    pdf = press.print(poster, on("a4"))[0]
    folded = booklet(press, pdf, poster)
    marks = re.findall(
        "第([0-9]+)张／", "".join(squeezed(page.extract_text()) for page in PdfReader(BytesIO(folded)).pages)
    )

    assert sizes(folded) == {(297, 210)}
    assert sorted(map(int, marks)) == list(range(1, pages_of(pdf) + 1))
    with pytest.raises(PosterError, match="不用折成小册子"):
        booklet(press, press.print(sheet(), on("a4"))[0], sheet())


def test_same_sheet_makes_the_same_file_everywhere(press: Press) -> None:
    """Whichever process arranges it."""
    poster = sheet()
    pdf = press.print(poster, on("a3"))[0]
    other = Press(find_fonts(), TEMPLATES)

    assert len({tiles(one, pdf, poster, stock_of("a3"), stock_of("a4")) for one in (press, other)}) == 1


def test_merged_pages_keep_their_sizes(press: Press) -> None:
    """In the order in which they are given."""
    one, two = press.print(sheet(), on("a4"))[0], press.print(sheet(title="第二份制度"), on("a3"))[0]
    whole = merged([one, two])
    pages = PdfReader(BytesIO(whole)).pages

    assert sizes(whole) == {(210, 297), (297, 420)}
    assert "首问负责制度" in squeezed(pages[0].extract_text()) and "第二份制度" in squeezed(pages[-1].extract_text())
