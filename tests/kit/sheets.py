"""What tests of single kinds of sheet share: the demo town's hall, its press, and what stands on a printed sheet."""

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from test_press import Grey, squeezed

from generator.model import Dataset, Site
from generator.posters.fonts import find_fonts
from generator.posters.press import Press, Printing, Variant
from generator.posters.sheet import Sheet
from generator.posters.stock import stock_of

TEMPLATES = Path(__file__).parents[2] / "site_templates" / "posters"
SITE_URL = "https://xugu.example/"
TODAY = date(2026, 11, 20)
FIELDS: dict[str, object] = {
    "organisation": "虚谷镇人民政府",
    "town": "虚谷镇",
    "hall": {"name": "虚谷镇便民服务大厅", "address": "虚谷镇不远路1号", "phone": "0300-0000100"},
    "supervision": {"phone": "0300-0000112", "hotline": "12345"},
}


def site(**fields: object) -> Site:
    """The settings of the hall, with ``fields`` in place of their own."""
    return Site.model_validate(FIELDS | fields)


def hall(**parts: object) -> Dataset:
    """A hall that has nothing but ``parts``."""
    empty: dict[str, object] = {"site": site(), "windows": (), "functions": ()}
    empty |= {name: {} for name in ("materials", "services", "regulations", "notices", "results")}
    return Dataset(**(empty | parts))  # type: ignore[arg-type]  # the tests name the parts


@cache
def press() -> Press:
    """One press for all tests: loading the typeface takes longer than setting a sheet."""
    return Press(find_fonts(), TEMPLATES)


def printed(sheet: Sheet, paper: str, variant: Variant = "colour") -> bytes:
    """The PDF."""
    return press().print(sheet, Printing(stock_of(paper), variant))[0]


def pages_of(pdf: bytes) -> list[str]:
    """The words of each page, without white space."""
    return [squeezed(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def assert_rim_is_blank(pdf: bytes, millimetres: float = 5) -> None:
    """Nothing stands in the outermost part of any page, where office printers cannot print."""
    for number in range(1, len(pages_of(pdf)) + 1):
        picture = Grey(pdf, 30, number)
        rim = int(millimetres * picture.per_mm)
        rows = [*range(rim), *range(picture.height - rim, picture.height)]
        assert min(min(picture.row(y)) for y in rows) > 240
        for y in range(picture.height):
            assert min(picture.row(y, 0, rim)) > 240 and min(picture.row(y, picture.width - rim)) > 240
