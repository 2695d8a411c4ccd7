"""The long picture of a guide: 1080 pixels wide, as high as it needs to be, everything in type for a telephone."""

import pytest
from kinds_in_use import pdf, press, sheets
from rules.dataset_builder import SERVICE, Changes
from test_press import HOSTILE, Grey, missing_in_order, pages, poppler, squeezed, type_sizes

from generator.kit.kinds import KINDS, Printable
from generator.posters.press import Printing
from generator.posters.sheet import Json, Sheet, texts
from generator.posters.stock import stock_of

pytestmark = pytest.mark.slow

SMALLEST = 40 * 72 / 96


def picture(changes: Changes | None = None, url: str | None = "https://xugu.example/") -> tuple[Printable, Sheet]:
    """The long picture of the first service."""
    return sheets("long-picture", changes, url)[0]


def size(one: Printable, made: Sheet) -> tuple[int, int]:
    """Width and height in pixels of the only picture that is made."""
    (png,) = press().print(made, Printing(stock_of(one.paper), format="png", distance=one.distance))
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def words(made: Sheet) -> list[str]:
    """Every string of the guide, in reading order."""
    body = made.data["body"]
    assert isinstance(body, dict)
    order = ("over", "aliases", "summary", "facts", "remarks", "sections", "scan")
    sections: list[Json] = [body[key] for key in order]
    found = [one for one in texts(sections) if one not in ("points", "ticks", "steps", "lines")]
    return [found[0], made.title, *found[1:]]


def test_picture_is_as_high_as_its_guide() -> None:
    """Always 1080 pixels wide and one piece, however many materials there are."""
    assert (picture()[0].paper, picture()[0].format) == ("1080px", "png")
    heights = []
    for count in (1, 12, 40):
        papers = [{"name": f"第{n}种材料", "necessity": "必要", "copies": "1"} for n in range(count)]
        width, height = size(*picture({SERVICE: {"materials": papers}}))
        assert width == 1080
        heights.append(height)
    assert heights == sorted(set(heights)) and heights[0] > 1500 and heights[-1] < 20_000


@pytest.mark.parametrize("summary", ["说明", HOSTILE, "很长的说明，" * 60], ids=["short", "hostile", "long"])
def test_everything_is_there_and_large_enough(summary: str) -> None:
    """Every string of the guide in order, 40 pixels at least."""
    one, made = picture({SERVICE: {"summary": summary, "aliases": ["别" * 90, "名"]}})
    printed = pdf(made, one.paper)
    assert pages(printed) == 1
    shown = squeezed(poppler(printed, "-raw"))
    assert [word for word in words(made) if squeezed(word) not in shown] == []
    assert missing_in_order(words(made)[:3], poppler(printed, "-raw")) == []
    assert min(type_sizes(printed)) >= 0.8 * SMALLEST - 0.1
    small = sum(count for points, count in type_sizes(printed).items() if points < SMALLEST - 0.1)
    assert small <= 20, "only the numbers of the steps are smaller"


def test_nothing_leaves_the_picture() -> None:
    """At the sides there is air beside every word, below the head."""
    one, made = picture({SERVICE: {"summary": "W" * 300, "aliases": ["W" * 150]}})
    grey = Grey(pdf(made, one.paper, "ink"), 30)
    margin = int(40 * 25.4 / 96 * grey.per_mm)
    rows = [y for y in range(grey.height) if min(grey.row(y, 0, margin) + grey.row(y, grey.width - margin)) < 250]
    assert len(rows) <= 4, "the rule below the head alone reaches the edges"


def test_picture_without_an_address_has_no_code() -> None:
    """And says nothing of one."""
    one, made = picture(url=None)
    assert "长按识别" not in poppler(pdf(made, one.paper))


def test_pictures_are_made_on_demand() -> None:
    """The site does not offer them: a long picture of every service would double its size."""
    assert not KINDS["long-picture"].online
