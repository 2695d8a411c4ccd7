"""Every kind of sheet of the demo is printed for a print shop and as a picture, and the gate lets all of it pass."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image
from pypdf import PdfReader
from sheets import SITE_URL, TODAY, press

from generator.build.checkpoints import admission, naming_records, refusals
from generator.build.examine import examine
from generator.build.sheets import laid_out
from generator.kit.kind import Printable
from generator.kit.kinds import KINDS, printable_sheets
from generator.posters.press import PosterFormat, Printing
from generator.posters.sheet import PosterError, Sheet
from generator.posters.stock import stock_of
from generator.site.edition import Edition

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

CONTENT = Path(__file__).parents[2] / "content"
COARSE = 36
"""Pixels an inch: enough to see that there is a picture."""
OVER = 2 * 8 / 25.4 * 72
"""By how many points a sheet for a print shop is wider than it will be."""


@pytest.fixture(scope="module")
def demo() -> Edition:
    """The town that is shown."""
    examined = examine(CONTENT, TODAY)
    return Edition(examined.sound(), TODAY, SITE_URL, examined.incomplete)


def first_sheets(edition: Edition) -> Iterator[tuple[Printable, Sheet]]:
    """The first sheet of each kind that may be printed."""
    found = set[str]()
    for one in printable_sheets(edition):
        if one.key.kind in found:
            continue
        try:
            sheet = laid_out(one.key, edition)
        except PosterError:
            continue
        found.add(one.key.kind)
        yield one, sheet


def in_every_way(one: Printable, sheet: Sheet) -> dict[str, tuple[bytes, ...]]:
    """Ending -> its files: for a print shop, as pictures, as drawings."""
    stock = stock_of(one.paper)._replace(pixels=COARSE)
    return {
        format: press().print(sheet, Printing(stock, format=format, distance=one.distance, bleed=format == "pdf"))
        for format in get_args(PosterFormat)
    }


def test_every_kind_is_printed_in_every_way(demo: Edition) -> None:
    """All have the same pages, those that go over the edge say where to cut, and nothing is held back."""
    sheets, files = list(first_sheets(demo)), list[tuple[list[tuple[str, bytes]], bool]]()
    assert {one.key.kind for one, _ in sheets} == set(KINDS)

    for one, sheet in sheets:
        made = in_every_way(one, sheet)
        pages = PdfReader(BytesIO(made["pdf"][0])).pages
        assert len(pages) == len(made["png"]) == len(made["svg"]), one.key
        assert all(float(page.mediabox.width - page.trimbox.width) == pytest.approx(OVER, abs=0.1) for page in pages)
        assert all(min(Image.open(BytesIO(data)).convert("L").getextrema()) < 128 for data in made["png"]), one.key
        named = [(f"{one.key.kind}-{at}.{end}", data) for end, all_of in made.items() for at, data in enumerate(all_of)]
        files.append((named, one.key.record in naming_records(demo.dataset, TODAY)))

    refused = refusals(files, admission(CONTENT, demo.dataset, TODAY))
    assert [str(reason) for reason in refused if reason] == []
