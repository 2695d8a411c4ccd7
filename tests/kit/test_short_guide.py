"""The short guide: one sheet of large type; where there is no room, it says so instead of cutting."""

from pathlib import Path

import pytest
from handouts import LONG, URL, body_of, code_in, expected_code, facts_of, is_blank_outside, papers, service
from test_press import SITE, Grey, missing_in_order, pages, poppler, squeezed, type_sizes

from generator.documents.guide import guide
from generator.kit.short_guide import SMALLEST, short_guide_sheet
from generator.model import Service
from generator.posters.fonts import find_fonts
from generator.posters.press import Press, Printing, Variant
from generator.posters.sheet import Sheet, unknown_parts
from generator.posters.stock import stock_of

pytestmark = pytest.mark.slow

TEMPLATES = Path(__file__).parents[2] / "site_templates" / "posters"


@pytest.fixture(scope="module")
def press() -> Press:
    """One press for all tests."""
    return Press(find_fonts(), TEMPLATES)


def sheet(one: Service) -> Sheet:
    """The short guide of a service."""
    return short_guide_sheet(one, guide(one, facts_of(one)), SITE, URL)


def printed(one: Service, press: Press, paper: str = "a4", variant: Variant = "colour") -> bytes:
    """Its PDF."""
    return press.print(sheet(one), Printing(stock_of(paper), variant))[0]


@pytest.mark.parametrize("variant", ["colour", "outline", "ink"])
def test_what_a_resident_asks_stands_on_one_sheet(press: Press, variant: Variant) -> None:
    """What, who, what to bring, how long, how much, where, when, whom to call: in this order, in large type."""
    pdf = printed(service(), press, variant=variant)
    text = poppler(pdf, "-raw")
    words = [
        "简版指南",
        "临时救助",
        "办什么家里突然遇到难处",
        "谁能办家里突然遇到难处基本生活暂时有困难",
        "带什么居民身份证",
        "申请书",
    ]
    words += ["诊断证明", "要多久20个工作日", "多少钱不收费", "去哪办", "4号窗口", "什么时候去", "咨询电话0300-0000104"]

    assert pages(pdf) == 1
    assert missing_in_order([*words, sheet(service()).version], text) == []
    assert min(type_sizes(pdf)) >= SMALLEST - 0.01


@pytest.mark.parametrize("paper", ["b5", "a3"])
def test_name_behind_the_number_of_a_window_stays_in_one_line(press: Press, paper: str) -> None:
    """Brackets of few words are never parted."""
    lines = poppler(printed(service(), press, paper), "-layout").splitlines()

    assert [line for line in lines if line.count("（") != line.count("）")] == []


def test_many_conditions_are_in_the_guide(press: Press) -> None:
    """First the conditions are counted instead of listed, then the materials, too; the sheet stays one."""
    wordy = service(conditions=["基本生活暂时出现严重困难的本镇居民"] * 12)
    full = service(conditions=["困难"] * 9, materials=papers(30), situations=[])
    first, second = (squeezed(poppler(pdf, "-raw")) for pdf in (printed(wordy, press), printed(full, press)))

    assert "谁能办个人。条件有12条，请看办事指南。" in first and "诊断证明" in first
    assert "条件有9条" in second and "带什么30种材料，请看办事指南。" in second
    assert pages(printed(full, press)) == 1


def test_longest_texts_go_on(press: Press) -> None:
    """What fits on no sheet is not cut: there is a second one, and the rim stays blank."""
    one = service(name=LONG[:60], summary="写明事情的经过和需要的帮助，" * 60)
    pdf = printed(one, press)

    assert pages(pdf) > 1
    assert squeezed(poppler(pdf, "-raw")).count("写明") == 60
    assert min(type_sizes(pdf)) >= SMALLEST - 0.01
    assert all(is_blank_outside(Grey(pdf, 30, page), 5) for page in range(1, pages(pdf) + 1))


def test_code_leads_to_the_guide(press: Press) -> None:
    """It is read from the printed sheet."""
    assert code_in(Grey(printed(service(), press), 150), 160, 246, 195, 275) == expected_code()


def test_nobody_brings_papers_that_are_not_asked_for() -> None:
    """A service without materials says that none are needed; what is not known keeps the sheet from being printed."""
    rows = body_of(sheet(service(no_materials="是", materials=[], situations=[])))["rows"]
    assert isinstance(rows, list)
    assert [row["lines"] for row in rows if isinstance(row, dict) and row["label"] == "带什么"] == [
        ["不需要带任何材料"]
    ]
    assert unknown_parts(sheet(service(time_limits=None))) == ("要多久",)
