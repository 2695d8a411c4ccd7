"""The calibration sheet: its rules are 100 mm long, and it tells of each size how far it is read."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader
from rules.dataset_builder import TODAY, content
from test_press import Grey, on, press, squeezed

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


def test_sizes_are_told_with_their_distances(pdf: bytes) -> None:
    """14 points in the hand, 22.5 for a metre."""
    text = squeezed(PdfReader(BytesIO(pdf)).pages[0].extract_text())

    assert "14磅，0.6米（老年人0.4米）" in text and "22.5磅，1米（老年人0.7米）" in text
