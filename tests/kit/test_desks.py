"""The signs of two desks: for those whose errand failed, and for the elderly; only where the hall has such a desk."""

import re

import pytest
from kinds_in_use import pdf, sheet, sheets, stray_ink
from rules.dataset_builder import Changes
from test_press import missing_in_order, pages, poppler, squeezed, type_sizes

from generator.posters.legibility import IN_THE_HAND

pytestmark = pytest.mark.slow

HALL = {
    "name": "虚谷镇便民服务大厅",
    "address": "虚谷镇不远路1号",
    "hours": "周一至周五8:30—12:00",
    "phone": "0300-0000100",
}
DESKS = {
    "problem-window": ("problem_desk", {"place": "一层值班台", "phone": "0300-0000110"}),
    "elderly-first": ("elderly_desk", {"place": "一层绿色座椅旁", "help": ["帮您填表", "备有老花镜"]}),
}
SAID = {
    "problem-window": [
        "虚谷镇便民服务大厅", "“办不成事”反映窗口", "办事遇到这些情况，请到这里反映", "符合条件，却没有受理",
        "材料齐全，却没有办成", "跑了多趟，还没有办好", "位置一层值班台", "电话0300-0000110",
        "时间周一至周五8:30—12:00", "怎么处理", "收到意见后当场登记。", "监督电话0300-0000112",
    ],
    "elderly-first": [
        "虚谷镇便民服务大厅", "老年人优先", "老年人请到这里，优先办理", "位置一层绿色座椅旁", "电话0300-0000100",
        "时间周一至周五8:30—12:00", "可以帮您", "帮您填表", "备有老花镜", "监督电话0300-0000112",
    ],
}  # fmt: skip


def hall(kind: str, **fields: object) -> Changes:
    """site.yml with a hall that has the desk, with ``fields`` in place of its own."""
    name, desk = DESKS[kind]
    supervision = {"phone": "0300-0000112", "box": "大厅入口", "handling": ["收到意见后当场登记。"]}
    return {"site.yml": {"hall": {**HALL, name: {**desk, **fields}}, "supervision": supervision}}


@pytest.mark.parametrize("kind", DESKS)
def test_sign_says_who_should_come_and_where(kind: str) -> None:
    """On one sheet, with what is done for them; phone and hours are the hall's where the desk has none of its own."""
    printed = pdf(sheet(kind, hall(kind)))
    assert pages(printed) == 1
    assert missing_in_order(SAID[kind], poppler(printed, "-raw")) == []


@pytest.mark.parametrize("kind", DESKS)
def test_hall_without_the_desk_has_no_sign(kind: str) -> None:
    """Not every hall has one; nothing is missing then."""
    assert sheets(kind) == []


def test_sign_hangs_at_its_desk() -> None:
    """So that a change names the place to go to."""
    (one, made) = sheets("elderly-first", hall("elderly-first"))[0]
    assert (str(one.key), made.title) == ("elderly-first/elderly-first", "老年人优先")
    assert one.key.record is None and one.hangs


@pytest.mark.parametrize("kind", DESKS)
def test_long_help_goes_on_to_another_sheet(kind: str) -> None:
    """It is neither cut nor set too small, and what the sign is for stays larger than all else."""
    help = [f"第{n}件，要说清楚的话不少，一句一句写下来会换行" for n in range(1, 41)]
    printed = pdf(sheet(kind, hall(kind, help=help, place="很远的地方" * 12)))
    assert missing_in_order(help, poppler(printed, "-raw")) == []
    assert pages(printed) > 1
    assert min(type_sizes(printed)) >= IN_THE_HAND - 0.01
    assert all(stray_ink(printed, 8, page) == 0 for page in range(1, pages(printed) + 1))


def test_sign_for_the_elderly_is_legible_to_them() -> None:
    """From a metre at least."""
    text = squeezed(poppler(pdf(sheet("elderly-first", hall("elderly-first")))))
    found = re.search(r"老年人([0-9.]+)米", text)
    assert found and float(found[1]) >= 1
