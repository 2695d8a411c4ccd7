"""The calibration sheet: its rules are 100 mm long, and it tells of each size how far it is read."""

import re
from io import BytesIO

import pytest
from handouts import code_in, expected_code
from pypdf import PdfReader
from rules.dataset_builder import TODAY, content
from test_press import Grey, missing_in_order, on, poppler, press, squeezed

from generator.kit.kinds import contents
from generator.model import SheetKey
from generator.posters.press import Press
from generator.site.edition import Edition

pytestmark = pytest.mark.slow
__all__ = ["press"]


@pytest.fixture(scope="module")
def pdf(press: Press) -> bytes:
    """The sheet."""
    return press.print(contents(SheetKey("calibration"), Edition(content(), TODAY)), on("a4"))[0]


def test_rules_are_a_hundred_millimetres_long(pdf: bytes) -> None:
    """Measured in the picture: the longest dark row and the longest dark column."""
    picture = Grey(pdf, 150)
    rows = [len(run) for y in range(picture.height) for run in re.findall(b"[\x00-\x7f]+", bytes(picture.row(y)))]
    columns = bytes(picture.row(y)[x] for x in range(picture.width) for y in range(picture.height))
    down = max(len(run) for run in re.findall(b"[\x00-\x7f]+", columns))

    assert max(rows) / picture.per_mm == pytest.approx(100, abs=0.5)
    assert down / picture.per_mm == pytest.approx(100, abs=0.5)


def test_codes_greys_and_lines_stand_on_the_one_sheet(press: Press) -> None:
    """A code of 30 mm leads to the hall's site; where there is no site, there is no code."""
    sheets = [
        contents(SheetKey("calibration"), Edition(content(), TODAY, url)) for url in ("https://xugu.example/", None)
    ]
    with_codes, without = (press.print(sheet, on("a4"))[0] for sheet in sheets)
    assert len(PdfReader(BytesIO(with_codes)).pages) == len(PdfReader(BytesIO(without)).pages) == 1
    words = squeezed(PdfReader(BytesIO(with_codes)).pages[0].extract_text())
    assert missing_in_order(["灰度", "5", "100", "线宽（磅）", "0.25", "二维码（毫米）", "反白字"], words) == []
    assert "二维码（毫米）" not in squeezed(PdfReader(BytesIO(without)).pages[0].extract_text())
    url = sheets[0].url
    assert url and code_in(Grey(with_codes, 200), 95, 195, 131, 230.5, url) == expected_code(url)


def test_headings_stand_closer_to_what_they_name(press: Press) -> None:
    """Above each is about the same air, and at least twice as much as below it."""
    sheet = contents(SheetKey("calibration"), Edition(content(), TODAY, "https://xugu.example/"))
    pdf = press.print(sheet, on("a4"))[0]
    picture = Grey(pdf, 150)
    left, right = round(22 * picture.per_mm), round(130 * picture.per_mm)
    inked = [min(picture.row(y, left, right)) < 200 for y in range(picture.height)]

    def air(middle: float, step: int) -> float:
        """What is blank in mm above or below the line of words around this height."""
        y = round(middle * picture.per_mm)
        while inked[y]:
            y += step
        end = y
        while not inked[end]:
            end += step
        return abs(end - y) / picture.per_mm

    words = re.findall(r'yMin="([0-9.]+)" xMax="[0-9.]+" yMax="([0-9.]+)">([^<]*)<', poppler(pdf, "-bbox"))
    headings = ("字号和", "灰度：", "线宽（", "二维码（", "反白字：")
    lines = [(float(top) + float(foot)) / 144 * 25.4 for top, foot, word in words if word.startswith(headings)]
    airs = [(round(air(middle, -1), 1), round(air(middle, 1), 1)) for middle in lines]

    assert len(airs) == len(headings)
    assert all(above >= 6 for above, _ in airs), airs
    assert max(above for above, _ in airs) - min(above for above, _ in airs) < 2.5, airs
    assert all(below <= above / 2 for above, below in airs if below != airs[3][1]), airs
    assert airs[3][1] < airs[3][0], "Codes have their quiet zone."


def test_sizes_are_told_with_their_distances(pdf: bytes) -> None:
    """14 points in the hand, 22.5 for a metre."""
    text = squeezed(PdfReader(BytesIO(pdf)).pages[0].extract_text())

    assert "14磅，0.6米（老年人0.4米）" in text and "22.5磅，1米（老年人0.7米）" in text
