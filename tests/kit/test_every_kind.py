"""What holds for every kind of sheet: how it looks, that it is the same everywhere, and that nothing on it is too small.

``UPDATE_PICTURES=1 pytest tests/kit/test_every_kind.py`` takes over how sheets look now; look at them before.
"""

import os
import pickle
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from kit.translated import english
from PIL import Image, ImageChops
from rules.dataset_builder import TODAY, Changes, content
from test_press import TEMPLATES, press, type_sizes
from test_rating_plate import code

from generator.kit.kind import Printable
from generator.kit.kinds import KINDS, contents, sheets_in_force
from generator.posters.fonts import find_fonts
from generator.posters.press import Press, Printing, Variant
from generator.posters.sheet import PosterError, Sheet, unknown_parts
from generator.posters.stock import stock_of
from generator.site.edition import Edition

pytestmark = pytest.mark.slow
__all__ = ["press"]

PICTURES = Path(__file__).parent / "pictures"
HALL = {
    "site.yml": {
        "hall": {
            "name": "虚谷镇便民服务大厅",
            "address": "虚谷镇不远路1号",
            "hours": "周一至周五上午8:30—12:00，下午13:30—17:00",
            "phone": "0300-0000100",
            "problem_desk": {"place": "一层值班台", "phone": "0300-0000110"},
            "elderly_desk": {"place": "一层绿色座椅旁", "help": ["帮您填表", "备有老花镜"]},
        },
        "slogans": {"outdoor": "少跑一趟路，少等一刻钟"},
    },
    "bundles/jiuzhu.yml": {
        "id": "jiuzhu",
        "name": "救助一件事",
        "services": ["linshi-jiuzhu"],
        "verified": "2026-11-20",
    },
}
"""What a hall has that has a sheet of every kind."""
_TWO = "-two-languages"
IN_TWO = tuple(f"{kind}{_TWO}" for kind in ("window-sign", "desk-sign", "entrance-index", "notice"))
"""Kinds whose sheets look different where the hall has a second language."""
_BLOCK = 18  # pixels; 15 of them are the width of a picture
_ALIKE, _BLOCK_ALIKE = 1.0, 24.0  # mean difference in grey levels, of all and of one block


@cache
def samples() -> dict[str, tuple[Printable, Sheet]]:
    """Kind -> the first sheet of it that can be printed in the sound content of the tests; ``IN_TWO`` with English."""
    alone, two = first_sheets({}), first_sheets(english())
    return (
        alone
        | {kind: two[kind] for kind in two if kind not in alone}
        | {name: two[name.removesuffix(_TWO)] for name in IN_TWO}
    )


def first_sheets(changes: Changes) -> dict[str, tuple[Printable, Sheet]]:
    """Kind -> its first sheet after ``changes``. None is set in a face with serifs, which not every computer has."""
    site = {**HALL["site.yml"], "rating": {"picture": "pages/haochaping.png"}}
    dataset = replace(content({**HALL, "site.yml": site, **changes}), pictures={"pages/haochaping.png": code()})
    of, found = Edition(dataset, TODAY, "https://xugu.example/"), dict[str, tuple[Printable, Sheet]]()
    for one in sheets_in_force(of):
        if one.key.kind in found:
            continue
        try:
            sheet = contents(one.key, of)
        except PosterError:
            continue
        if not unknown_parts(sheet):
            found[one.key.kind] = (one, replace(sheet, layout=replace(sheet.layout, serif=False)))
    return found


def printing(kind: str) -> Printing:
    """As the kind is printed where a hall has set nothing."""
    one, _ = samples()[kind]
    return Printing(stock_of(one.paper), distance=one.distance)


def picture(data: bytes) -> Image.Image:
    """A picture in grey."""
    return Image.open(BytesIO(data)).convert("L")


def test_there_is_a_sheet_of_every_kind() -> None:
    """Else the tests below would say nothing of it."""
    assert sorted(samples()) == sorted([*KINDS, *IN_TWO])


def test_every_picture_is_of_a_kind() -> None:
    """A kind that is gone leaves no picture behind."""
    assert sorted(path.stem for path in PICTURES.glob("*.png")) == sorted([*KINDS, *IN_TWO])


@pytest.mark.parametrize("kind", KINDS)
def test_documentation_shows_every_kind(kind: str) -> None:
    """Its picture, paper, distance and command."""
    docs = Path(__file__).parents[2] / "docs"
    row = next(line for line in (docs / "print-kit.zh.md").read_text("utf-8").splitlines() if f"--kind {kind}`" in line)
    one, _ = samples()[kind]

    assert f"| {one.kind.title} |" in row and f"{KINDS[kind].layout.distance:g} 米" in row
    assert (docs / "images" / "kit" / f"{kind}.png").is_file()


@pytest.mark.parametrize("kind", KINDS)
def test_kind_reaches_another_process(kind: str) -> None:
    """Many sheets are printed in several at once."""
    assert pickle.loads(pickle.dumps(samples()[kind][0])).key == samples()[kind][0].key


@pytest.mark.parametrize("kind", [*KINDS, *IN_TWO])
def test_sheet_looks_as_it_was_last_looked_at(press: Press, kind: str) -> None:
    """In all, and in every block of it."""
    assert_looks_as_before(press.thumbnail(samples()[kind][1], printing(kind)), PICTURES / f"{kind}.png")


@pytest.mark.parametrize("variant", ["outline", "ink"])
def test_variant_looks_as_it_was_last_looked_at(press: Press, variant: Variant) -> None:
    """One sheet that has all that differs: a filled head, tinted cells, marks and rules in colour."""
    made = press.thumbnail(samples()["guide"][1], replace(printing("guide"), variant=variant))
    assert_looks_as_before(made, PICTURES / "variants" / f"{variant}.png")


def assert_looks_as_before(made: bytes, file: Path) -> None:
    """Within the tolerances; takes over how it looks now where that was asked for."""
    now = picture(made)
    if os.environ.get("UPDATE_PICTURES"):
        file.parent.mkdir(exist_ok=True)
        now.save(file, optimize=True)
    before = picture(file.read_bytes())

    assert now.size == before.size
    difference = ImageChops.difference(now, before)
    blocks = difference.resize((-(-now.width // _BLOCK), -(-now.height // _BLOCK)), Image.Resampling.BOX)
    assert sum(difference.tobytes()) / (now.width * now.height) < _ALIKE
    assert max(blocks.tobytes()) < _BLOCK_ALIKE


@pytest.mark.parametrize("kind", [*KINDS, *IN_TWO])
def test_same_sheet_is_the_same_file(press: Press, kind: str) -> None:
    """In another process with the same typeface, too: a press of its own stands for it."""
    sheet = samples()[kind][1]
    assert press.print(sheet, printing(kind)) == other_press().print(sheet, printing(kind))


@cache
def other_press() -> Press:
    """A second press."""
    return Press(find_fonts(), TEMPLATES)


@pytest.mark.parametrize("kind", [*KINDS, *IN_TWO])
def test_nothing_is_smaller_than_its_kind_allows(press: Press, kind: str) -> None:
    """What is looked at from close by has a smallest size, too."""
    sheet = samples()[kind][1]
    sizes = type_sizes(press.print(sheet, printing(kind))[0])

    assert min(sizes, default=100) >= sheet.layout.fine - 0.01
