"""Stands: of the hall and of a service; words keep off the edges and the foot, and nothing is cut or too small."""

from itertools import pairwise

import pytest
from kinds_in_use import pdf, sheet, sheets, stray_ink
from rules.dataset_builder import SERVICE, Changes
from test_press import Grey, missing_in_order, pages, poppler, squeezed, type_sizes

from generator.build.sheets import SheetIncomplete
from generator.kit.kinds import KINDS
from generator.kit.service_stand import MOST_MATERIALS
from generator.posters.legibility import smallest_points
from generator.posters.sheet import PosterError

pytestmark = pytest.mark.slow

STANDS = ("60x160", "80x180")
WINDOWS = [{"id": f"w{n}", "name": f"第{n}个窗口", "number": str(n)} for n in range(1, 31)]
MANY_WINDOWS: Changes = {"windows.yml": {"windows": WINDOWS, "functions": []}}


@pytest.mark.parametrize("paper", STANDS)
def test_stand_of_the_hall_tells_when_where_and_which_window(paper: str) -> None:
    """Hours, phone, address and every window in order, the first fifteen at the left, in type for 2 m."""
    printed = pdf(sheet("stand", MANY_WINDOWS), paper)
    text = poppler(printed, "-raw")
    head = [
        "办事指引",
        "虚谷镇便民服务大厅",
        "办公时间",
        "8:30—12:00",
        "咨询电话",
        "地址",
        "虚谷镇不远路1号",
        "去哪个窗口",
    ]
    assert missing_in_order([*head, "扫码看全部事项", "监督电话", "适合2米内阅读"], text) == []
    assert all(f"{n}第{n}个窗口" in squeezed(text) for n in range(1, 31))
    sizes = type_sizes(printed)
    assert max(sizes, key=lambda size: sizes[size]) >= smallest_points(2) - 0.01
    assert pages(printed) == 1


@pytest.mark.parametrize("paper", STANDS)
@pytest.mark.parametrize("kind", ["stand", "service-stand"])
def test_words_keep_off_the_edges_and_the_foot(paper: str, kind: str) -> None:
    """50 mm at the sides and the top, and the lowest 150 mm, have no word and no line."""
    printed = pdf(sheet(kind, MANY_WINDOWS if kind == "stand" else None), paper, "ink")
    assert stray_ink(printed, 49.5) == 0
    picture = Grey(printed, 20)
    foot = [picture.row(y) for y in range(picture.height - int(149 * picture.per_mm), picture.height)]
    assert min(map(min, foot)) == 255


@pytest.mark.parametrize("paper", STANDS)
@pytest.mark.parametrize("kind", ["stand", "service-stand"])
def test_stand_of_few_words_is_no_empty_sheet(paper: str, kind: str) -> None:
    """Type, air and code grow until no tenth of the height is white in one piece; the foot stays empty."""
    picture = Grey(pdf(sheet(kind), paper), 12)
    dark = [y for y in range(picture.height - int(150 * picture.per_mm)) if min(picture.row(y)) < 200]
    assert max(after - before for before, after in pairwise(dark)) < 0.1 * picture.height


def test_stand_of_a_service_is_its_guide_in_short() -> None:
    """Who, how long, how much, where and when, what to bring and the steps."""
    made = sheet("service-stand")
    printed = pdf(made)
    words = [
        made.title,
        "谁能办",
        "要多久",
        "多少钱",
        "去哪办",
        "什么时候去",
        "咨询电话",
        "要带的材料",
        "扫码看完整指南",
    ]
    assert missing_in_order(words, poppler(printed, "-raw")) == []
    assert pages(printed) == 1


def test_long_list_of_materials_is_left_to_the_guide() -> None:
    """A stand says how many there are, and where the list is; twelve it names."""
    papers = [{"name": f"第{n}种材料", "necessity": "必要"} for n in range(1, 41)]
    few, many = (
        squeezed(poppler(pdf(sheet("service-stand", {SERVICE: {"materials": papers[:count]}})), "-raw"))
        for count in (MOST_MATERIALS, 40)
    )
    assert all(f"第{n}种材料" in few for n in range(1, MOST_MATERIALS + 1))
    assert "共40种，扫码看清单，或者到窗口领取。" in many and "第1种材料" not in many


def test_hall_without_hours_has_no_stand() -> None:
    """It would say 待补充 at the entrance."""
    with pytest.raises(SheetIncomplete, match="办公时间"):
        sheet(
            "stand",
            {"site.yml": {"hall": {"name": "虚谷镇便民服务大厅", "address": "不远路1号", "phone": "0300-0000100"}}},
        )


def test_too_much_for_a_stand_is_refused() -> None:
    """Words that would be too small to read in passing are named."""
    with pytest.raises(PosterError, match="放不下这些字：“"):
        pdf(sheet("service-stand", {SERVICE: {"summary": "说来话长，" * 300}}))


def test_stands_of_services_are_printed_on_demand() -> None:
    """There is one of each service that is offered; the site does not offer them all."""
    assert not KINDS["service-stand"].online and KINDS["stand"].online
    assert len(sheets("service-stand")) == 1
