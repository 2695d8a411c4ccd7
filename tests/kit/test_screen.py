"""Pictures for displays: exact pixels, the hall with its windows, and each notice in force, in type for a hall."""

import pytest
from kinds_in_use import URL, pdf, press, sheets, stray_ink
from rules.dataset_builder import NOTICE, Changes
from test_press import missing_in_order, pages, poppler, squeezed, type_sizes

from generator.kit.kinds import KINDS, Printable
from generator.kit.screen import SIZES
from generator.posters.press import Printing
from generator.posters.sheet import PosterError, Sheet
from generator.posters.stock import stock_of

pytestmark = pytest.mark.slow

PIXEL = 72 / 96
SMALLEST = 40 * PIXEL
WINDOWS: Changes = {
    "windows.yml": {
        "windows": [{"id": f"w{n}", "name": f"综合受理{n}", "number": str(n)} for n in range(1, 31)],
        "functions": [],
    }
}
NOTICED: Changes = {NOTICE: {"from": "2026-10-01", "until": "2026-12-31", "take_down": "2027-01-01"}}


def screens(changes: Changes | None = None) -> dict[str, tuple[Printable, Sheet]]:
    """Mapping key -> picture."""
    return {str(one.key): (one, made) for one, made in sheets("screen", changes)}


@pytest.mark.parametrize("part", SIZES)
def test_picture_has_the_pixels_of_its_screen(part: str) -> None:
    """Each is a single PNG of exactly that size, which is what the command and the site make of it."""
    one, made = screens()[f"screen/{part}"]
    assert (one.paper, one.format) == (SIZES[part], "png")
    made_of = press().print(made, Printing(stock_of(one.paper), format="png", distance=one.distance))
    (picture,) = made_of
    width, height = (int(side) for side in SIZES[part].removesuffix("px").split("x"))
    assert (int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")) == (width, height)


@pytest.mark.parametrize("part", SIZES)
@pytest.mark.parametrize("changes", [None, WINDOWS], ids=["one window", "thirty windows"])
def test_hall_shows_hours_and_every_window(part: str, changes: Changes | None) -> None:
    """In type of 40 pixels at least, but for what is done at a window and what only staff look for."""
    one, made = screens(changes)[f"screen/{part}"]
    printed = pdf(made, one.paper)
    text = poppler(printed, "-raw")
    facts = ["虚谷镇便民服务大厅", "办公时间", "8:30—12:00", "咨询电话", "0300-0000100", "地址", "虚谷镇不远路1号"]
    assert missing_in_order(facts, text) == []
    if changes:
        assert all(f"综合受理{n}" in squeezed(text) for n in range(1, 31))
    sizes = type_sizes(printed)
    assert min(sizes) >= 26 * PIXEL - 0.1
    assert sum(count for size, count in sizes.items() if size >= SMALLEST - 0.3) > 0.5 * sum(sizes.values())
    assert pages(printed) == 1
    assert stray_ink(pdf(made, one.paper, "ink"), 4) < 2200, "only the rule below the head reaches the edges"


def test_notice_in_force_has_its_pictures() -> None:
    """Its title, since and until when, its text, and whom to tell; a notice of another time has none."""
    key = f"screen/{NOTICE.removeprefix('notices/').removesuffix('.yml')}"
    one, made = screens(NOTICED)[f"{key}-wide"]
    assert made.url == URL + one.key.page
    text = poppler(pdf(made, one.paper), "-raw")
    assert missing_in_order([made.title, "公示2026年10月1日至2026年12月31日"], text) == []
    assert f"{key}-tall" in screens(NOTICED)

    past = {NOTICE: {"from": "2020-10-01", "until": "2020-12-31", "take_down": "2021-01-01"}}
    assert not [name for name in screens(past) if name.startswith(key)]


@pytest.mark.parametrize("part", SIZES)
def test_long_notice_says_where_the_rest_is(part: str) -> None:
    """Whole paragraphs only, then that the code leads to the rest."""
    body = [
        f"第{n}段，说明办事的规矩和时间，大家看清楚，不要跑冤枉路，有不明白的请打电话问一问。" for n in range(1, 41)
    ]
    notice: Changes = {NOTICE: {**NOTICED[NOTICE], "body": body}}  # type: ignore[dict-item] # a mapping, as written above
    key = f"screen/{NOTICE.removeprefix('notices/').removesuffix('.yml')}-{part}"
    one, made = screens(notice)[key]
    text = squeezed(poppler(pdf(made, one.paper), "-raw"))
    told = [words for words in body if words in text]
    assert 2 < len(told) < 40 and told == body[: len(told)]
    assert f"第{len(told) + 1}段" not in text and "……（扫码看全文）" in text


def test_too_many_windows_for_a_screen_are_refused() -> None:
    """A hundred windows do not stand in type that is read from a chair."""
    many = [{"id": f"w{n}", "name": f"第{n}个综合服务窗口", "number": str(n)} for n in range(1, 101)]
    one, made = screens({"windows.yml": {"windows": many, "functions": []}})["screen/wide"]
    with pytest.raises(PosterError, match="放不下这些字：“第1个综合服务窗口"):
        pdf(made, one.paper)


def test_pictures_are_not_hung() -> None:
    """They are shown, so that nobody is told to print them again."""
    assert KINDS["screen"].places is None
