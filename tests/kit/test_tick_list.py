"""The tick list: two copies of the same rows on one sheet, up to twelve materials on one, whatever they are called."""

from datetime import date
from pathlib import Path

import pytest
from handouts import LONG, URL, body_of, code_in, expected_code, facts_of, hall_of, is_blank_outside, papers, service
from test_press import HOSTILE, SITE, Grey, missing_in_order, pages, poppler, squeezed, type_sizes

from generator.kit.filling import Filling, filled
from generator.kit.kinds import sheets_in_force
from generator.kit.tick_list import KIND, tick_list_sheet
from generator.model import Site
from generator.posters.fonts import find_fonts
from generator.posters.legibility import IN_A_FORM
from generator.posters.press import Press, Printing, Variant
from generator.posters.sheet import PosterError, Sheet, unknown_parts
from generator.posters.stock import stock_of
from generator.site.edition import Edition

pytestmark = pytest.mark.slow

TEMPLATES = Path(__file__).parents[2] / "site_templates" / "posters"


@pytest.fixture(scope="module")
def press() -> Press:
    """One press for all tests."""
    return Press(find_fonts(), TEMPLATES)


def form(situation: int = 0, site: Site = SITE, **fields: object) -> Sheet:
    """The tick list of a service with these fields."""
    one = service(**fields)
    return tick_list_sheet(one, facts_of(one), site, URL, situation)


def printed(sheet: Sheet, press: Press, paper: str = "a4", variant: Variant = "colour") -> bytes:
    """The PDF of a form."""
    return press.print(sheet, Printing(stock_of(paper), variant))[0]


def copies(pdf: bytes, page: int = 1) -> list[str]:
    """What stands on each half of a sheet, without white space; between them is the line to cut along."""
    number = ("-f", str(page), "-l", str(page))
    halves = [("-x", str(x), "-y", "0", "-W", "395", "-H", "595") for x in (0, 445)]
    return [squeezed(poppler(pdf, *number, *half, "-layout")) for half in halves]


def test_both_copies_say_everything(press: Press) -> None:
    """Each has head, rows in order, place and phones; only what it is for differs."""
    pdf = printed(form(), press)
    first, second = copies(pdf)

    assert pages(pdf) == 1
    words = ["一次性告知单", "临时救助", "申请人", "收件日期", "经办岗位民政救济岗", "补正截止"]
    words += ["序号材料份数已收缺需补正的内容", "1居民身份证原件核验1份", "2申请书原件1份", "3诊断证明（容缺后补）"]
    words += [
        "补正说明",
        "4号窗口（民政救济）",
        "周一至周五8:30—12:00",
        "0300-0000104投诉电话0300-0000112",
        "告知人签名申请人签名日期",
    ]
    assert missing_in_order(words, first) == missing_in_order(words, second) == []
    assert "第一联存根，大厅留存" in first and "第二联交申请人" in second
    assert first.replace("第一联存根，大厅留存", "") == second.replace("第二联交申请人", "")
    assert form().version in first


def test_a_situation_has_its_own_materials(press: Press) -> None:
    """They are numbered from 1, and the name of the situation stands behind that of the service."""
    first, _ = copies(printed(form(situation=1), press))

    assert "临时救助（因病申请）" in first
    assert missing_in_order(["1居民身份证", "2诊断证明"], first) == [] and "申请书" not in first


def test_sheets_there_are() -> None:
    """One for each service in force that asks for papers and one for each situation; the site offers the general ones."""
    bare, ended = (
        service(id="b", no_materials="是", materials=[], situations=[]),
        service(id="c", status={"state": "暂停"}),
    )
    found = [
        (str(one.key), one.title, one.online, one.hangs)
        for one in sheets_in_force(Edition(hall_of(service(), bare, ended), date(2026, 11, 20)))
        if one.key.kind == KIND.name
    ]

    assert found == [
        ("tick-list/linshi-jiuzhu", "临时救助　一次性告知单", True, False),
        ("tick-list/linshi-jiuzhu-1", "临时救助（因病申请）　一次性告知单", False, False),
    ]


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (12, 1), (13, 2), (40, 4)])
def test_twelve_materials_stand_on_one_sheet(press: Press, count: int, sheets: int) -> None:
    """Of more, each sheet has the head, its rows in order, and its number; every row stands on one sheet, twice."""
    pdf = printed(form(materials=papers(count, "家庭经济状况核对授权书（含附件）第"), situations=[]), press)

    assert pages(pdf) == sheets
    texts = [copies(pdf, page) for page in range(1, sheets + 1)]
    for number, (first, second) in enumerate(texts, 1):
        assert "需补正的内容" in first and "投诉电话" in second
        assert (f"第{number}张／共{sheets}张" in first) is (sheets > 1)
    for half in (0, 1):
        whole = "".join(text[half] for text in texts)
        assert whole.count("原件和复印件") == count
    assert min(text[0].count("原件和复印件") for text in texts) > count / sheets / 2


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_longest_names_stay_on_the_sheet(press: Press, paper: str) -> None:
    """Names of 180 characters leave the rim blank, and no type is below that of forms."""
    site = SITE.model_copy(update={"hall": SITE.hall.model_copy(update={"name": "虚谷镇便民服务大厅" * 4})})
    fields = {"materials": papers(3, LONG[:150]), "name": LONG[:60], "situations": []}
    pdf = printed(form(site=site, **fields), press, paper)

    assert min(type_sizes(pdf)) >= IN_A_FORM - 0.01
    assert all(is_blank_outside(Grey(pdf, 40, page), 5) for page in range(1, pages(pdf) + 1))
    assert squeezed(poppler(pdf, "-raw")).count(LONG[:150]) == 2 * 3


def test_text_of_a_record_is_no_markup(press: Press) -> None:
    """It is printed character by character, on both copies."""
    sheet = form(name="临时救助" + HOSTILE[:60], materials=[{"name": HOSTILE}], situations=[])
    text = squeezed(poppler(printed(sheet, press, "a3"), "-raw"))

    assert text.count(squeezed(HOSTILE)) == 2 and text.count(squeezed(HOSTILE[:60])) == 4


def test_what_no_sheet_can_hold_is_refused(press: Press) -> None:
    """A cell is never cut or printed over another; the message says what to do."""
    with pytest.raises(PosterError) as error:
        printed(form(materials=papers(1, LONG[:150]), situations=[]), press, "60x10")
    assert str(error.value).startswith("《临时救助　一次性告知单》排不下，有一格的字比一张纸还长。")


def test_filled_form_is_ticked(press: Press) -> None:
    """The day stands in its blank on both copies, and a tick is ink in the box of the missing paper."""
    blank = form()
    pdf = printed(filled(blank, Filling((("补正截止", "2026-12-05"),), (2,))), press)

    assert all("补正截止2026年12月5日" in copy for copy in copies(pdf))
    assert Grey(pdf, 60).darkness() != Grey(printed(blank, press), 60).darkness()


def test_only_permits_cite_their_law(press: Press) -> None:
    """行政许可法 binds permits; other services ask for no more than is to be done."""
    assert "行政许可法第三十二条" in str(body_of(form(type="行政许可"))["request"])
    assert "行政许可法" not in str(body_of(form())["request"])


def test_code_leads_to_the_guide(press: Press) -> None:
    """It is read from the printed sheet, on both copies."""
    picture = Grey(printed(form(), press), 200)

    for left in (115, 264):
        assert code_in(picture, left, 4, left + 28, 22.4) == expected_code()


def test_head_ends_where_the_table_does(press: Press) -> None:
    """The caption of the code, too, which is wider than the code."""
    picture = Grey(printed(form(), press), 150)
    half = picture.width // 2
    cut = round(5 * picture.per_mm)

    def right(top: float, bottom: float) -> int:
        """Where the ink of the hall's copy ends between these millimetres."""
        rows = (
            picture.row(y, 0, half - cut) for y in range(round(top * picture.per_mm), round(bottom * picture.per_mm))
        )
        return max(x for row in rows for x, grey in enumerate(row) if grey < 128)

    assert right(5, 30) <= right(40, 150) + 1


def test_what_is_not_known_is_no_sheet() -> None:
    """Without a phone, or with materials that nobody has listed, the form says 待补充 and is not printed."""
    silent = SITE.model_copy(update={"supervision": None})
    one = service(complaint_phone=None)
    facts = facts_of(one)._replace(complaint_phone=None)

    assert unknown_parts(tick_list_sheet(one, facts, silent, URL)) == ("咨询电话",)
    assert unknown_parts(form(materials=[], situations=[])) == ("材料",)
    assert unknown_parts(form()) == ()
