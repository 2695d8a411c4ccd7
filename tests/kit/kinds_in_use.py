"""Sheets of any kind for the tests: made of the sound content of tests/rules with changes, printed by one press."""

from functools import lru_cache
from pathlib import Path

from rules.dataset_builder import TODAY, Changes, content
from test_press import Grey

from generator.build.sheets import laid_out
from generator.kit.kinds import KINDS, Printable, printable_sheets
from generator.posters.fonts import find_fonts
from generator.posters.press import Press, Printing, Variant
from generator.posters.sheet import Sheet
from generator.posters.stock import stock_of
from generator.site.edition import Edition

URL = "https://xugu.example/"


@lru_cache(maxsize=1)
def press() -> Press:
    """One press for all tests: loading the typeface takes longer than setting a sheet."""
    return Press(find_fonts(), Path(__file__).parents[2] / "site_templates" / "posters")


def sheets(kind: str, changes: Changes | None = None, url: str | None = URL) -> list[tuple[Printable, Sheet]]:
    """Every sheet of a kind that there is after ``changes``."""
    edition = Edition(content(changes), TODAY, url)
    return [(one, laid_out(one.key, edition)) for one in printable_sheets(edition) if one.key.kind == kind]


def sheet(kind: str, changes: Changes | None = None, url: str | None = URL) -> Sheet:
    """The first sheet of a kind."""
    return sheets(kind, changes, url)[0][1]


def pdf(made: Sheet, paper: str | None = None, variant: Variant = "colour", distance: float | None = None) -> bytes:
    """It as PDF, on the paper of its kind unless another is named."""
    stock = stock_of(paper or KINDS[made.layout.template].paper)
    return press().print(made, Printing(stock, variant, distance=distance))[0]


def stray_ink(made: bytes, millimetres: float, page: int = 1) -> int:
    """The number of pixels that are not white within so many millimetres of the edges of a page."""
    picture = Grey(made, 30, page)
    margin = int(millimetres * picture.per_mm)
    inner = range(margin, picture.height - margin)
    rows = [picture.row(y) for y in range(picture.height) if y not in inner]
    sides = [picture.row(y, 0, margin) + picture.row(y, picture.width - margin) for y in inner]
    return sum(pixel < 250 for row in (*rows, *sides) for pixel in row)
