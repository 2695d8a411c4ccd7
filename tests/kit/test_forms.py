"""Notices of a case and the register: blank for the hall, filled with what is known of a service, in one style."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from handouts import LONG, body_of, code_in, expected_code, hall_of, is_blank_outside, papers, service
from test_press import HOSTILE, Grey, missing_in_order, pages, poppler, squeezed, type_sizes

from generator.kit import register_page
from generator.kit.filling import Filling, filled
from generator.kit.kinds import KINDS, contents, sheets_in_force
from generator.model import RecordKey, Service, SheetKey
from generator.posters.fonts import find_fonts
from generator.posters.legibility import IN_A_FORM
from generator.posters.press import Press, Printing
from generator.posters.sheet import PosterError, Sheet, unknown_parts
from generator.posters.stock import stock_of
from generator.site.edition import Edition

pytestmark = pytest.mark.slow

TEMPLATES = Path(__file__).parents[2] / "site_templates" / "posters"
SITE_URL = "https://xugu.example/"
RECORD = RecordKey("services", "linshi-jiuzhu")
SAID: Mapping[str, tuple[str, ...]] = {
    "acceptance-slip": ("受理通知书（收件回执）", "收件编号查询码", "申请人申请事项临时救助", "承诺时限20个工作日应办结日期", "经办岗位民政救济岗签收人", "序号材料份数已收备注", "1居民身份证", "时限从受理的第二天起算。", "查询码请不要告诉别人"),
    "correction-notice": ("补正材料通知书", "申请事项临时救助", "照下表打勾的各项补正", "序号材料份数缺需要补正的内容", "3诊断证明复印件2份", "补正截止年月日交到哪里"),
    "extension-notice": ("延期办理通知书", "申请事项临时救助", "受理日期年月日原应办结日期", "延长天数新的办结日期", "依据限时办结制度第七条", "批准人批准日期", "最多延长10个工作日。延期只有一次"),
    "refusal-notice": ("不予受理通知书", "申请事项临时救助", "这件事不需要办理", "事项依据《社会救助暂行办法》第四十七条", "六十日内申请行政复议，或者六个月内向人民法院提起行政诉讼", "复议机关人民法院"),
    "delivery-receipt": ("送达回证", "送达的文书", "文书编号申请事项临时救助", "受送达人送达地点", "直接送达留置送达邮寄送达", "收到日期年月日", "见证人签名送达人签名", "签收的日期就是送达日期"),
}  # fmt: skip
"""Kind -> what stands on the form of a service, in order."""


@pytest.fixture(scope="module")
def press() -> Press:
    """One press for all tests."""
    return Press(find_fonts(), TEMPLATES)


def form(kind: str, one: Service | None = None) -> Sheet:
    """A form of the hall, or of a service."""
    edition = Edition(hall_of(one or service()), date(2026, 11, 20), SITE_URL)
    return contents(SheetKey(kind, RECORD if one else None), edition)


def printed(sheet: Sheet, press: Press, paper: str = "a4") -> bytes:
    """The PDF of a form."""
    return press.print(sheet, Printing(stock_of(paper)))[0]


@pytest.mark.parametrize("kind", SAID)
def test_a_form_says_what_is_known_of_the_service(press: Press, kind: str) -> None:
    """On one sheet of A4, in order, with version; and with place, phones and seal where it leaves the hall."""
    sheet = form(kind, service())
    pdf = printed(sheet, press)
    text = poppler(pdf, "-layout")
    told = squeezed("".join(text.split()))

    assert pages(pdf) == 1
    assert [words for words in SAID[kind] if squeezed(words) not in told and missing_in_order([*words], text)] == []
    assert sheet.version in text
    assert ("加盖专用印章" in told and "投诉电话0300-0000112" in told) is (kind != "delivery-receipt")
    assert unknown_parts(sheet) == ()


@pytest.mark.parametrize("kind", SAID)
def test_blank_form_has_room_to_write(press: Press, kind: str) -> None:
    """Without a service nothing is filled in, rulings are 8 mm apart at least, and one sheet is enough."""
    pdf = printed(form(kind), press)
    text = squeezed(poppler(pdf, "-layout"))

    assert pages(pdf) == 1 and "临时救助" not in text
    picture = Grey(pdf, 72)
    left, right = round(60 * picture.per_mm), round(68 * picture.per_mm)
    rulings = [y for y in range(picture.height) if max(picture.row(y, left, right)) < 200]
    gaps = [b - a for a, b in pairwise(rulings) if b - a > 2]
    assert len(gaps) > 5
    assert sum(gap >= 8 * picture.per_mm - 1 for gap in gaps) >= len(gaps) - 2  # the heads of tables may be lower


@pytest.mark.parametrize("paper", ["b5", "a4", "a3"])
@pytest.mark.parametrize("kind", SAID)
def test_longest_words_and_many_papers(press: Press, kind: str, paper: str) -> None:
    """They flow on to more sheets, which are numbered; the rim stays blank and no type is too small."""
    basis = [{"title": LONG[:60], "article": "第四十七条"} for _ in range(6)]
    one = service(name=LONG[:100], materials=papers(40, LONG[:90]), situations=[], legal_basis=basis)
    pdf = printed(form(kind, one), press, paper)
    text = squeezed(poppler(pdf, "-raw"))

    assert min(type_sizes(pdf)) >= IN_A_FORM
    assert all(is_blank_outside(Grey(pdf, 30, page), 5) for page in range(1, pages(pdf) + 1))
    if kind in ("acceptance-slip", "correction-notice"):
        assert pages(pdf) > 1 and f"第1页共{pages(pdf)}页" in text
        assert all(f"{n}原件和复印件" in text for n in range(1, 41))


@pytest.mark.parametrize("kind", SAID)
def test_text_of_a_record_is_no_markup(press: Press, kind: str) -> None:
    """Name, materials and basis are printed character by character."""
    basis = [{"title": HOSTILE, "article": "第一条"}]
    one = service(name="临时救助" + HOSTILE[:60], materials=[{"name": HOSTILE}], situations=[], legal_basis=basis)
    text = squeezed(poppler(printed(form(kind, one), press, "a3"), "-raw"))

    assert squeezed("临时救助" + HOSTILE[:60]) in text
    assert squeezed(HOSTILE) in text or kind in ("extension-notice", "delivery-receipt")


def test_sheets_there_are() -> None:
    """One of each kind for the hall, which the site offers, and one for each service, made on demand."""
    edition = Edition(hall_of(service(), service(id="b", status={"state": "暂停"})), date(2026, 11, 20), SITE_URL)
    found = [(str(one.key), one.online, one.hangs) for one in sheets_in_force(edition) if one.key.kind in SAID]

    assert found == [
        row for kind in SAID for row in ((f"{kind}/{kind}", True, False), (f"{kind}/linshi-jiuzhu", False, False))
    ]
    assert all("forms" in KINDS[kind].sets for kind in (*SAID, "register-page"))


def test_law_is_cited_where_it_binds() -> None:
    """行政许可法 stands on the notices of permits only; an appeal is ticked for administrative acts only."""
    for kind in ("correction-notice", "extension-notice", "refusal-notice"):
        assert "行政许可法" in form(kind, service(type="行政许可")).text.encode().decode("unicode_escape")
        assert "行政许可法" not in form(kind, service()).text.encode().decode("unicode_escape")
    for type_of_service, ticked in (("行政给付", True), ("公共服务", False), (None, False)):
        parts = body_of(form("refusal-notice", service(type=type_of_service)))["parts"]
        assert ('"on": true' in str(parts).replace("'", '"').replace("True", "true")) is ticked


def test_a_form_is_filled_but_for_what_is_private(press: Press) -> None:
    """Receipt number, days and papers may be given; whoever applies, signs or has a query code is written by hand."""
    values = (("收件编号", "XG2026-0001"), ("受理日期", "2026-11-27"), ("应办结日期", "2026-12-25"))
    sheet = filled(form("acceptance-slip", service()), Filling(values, (1, 2)))
    text = squeezed(poppler(printed(sheet, press), "-layout"))

    assert "收件编号XG2026-0001" in text and "受理日期2026年11月27日" in text and "应办结日期2026年12月25日" in text
    for kind, label in (("acceptance-slip", "查询码"), ("refusal-notice", "申请人"), ("delivery-receipt", "受送达人")):
        with pytest.raises(PosterError, match="印出来以后手写"):
            filled(form(kind), Filling(((label, "子虚"),)))


def test_code_leads_to_the_look_up(press: Press) -> None:
    """That of the acceptance leads to the progress of a case, that of the others to the guide of the service."""
    for kind, address in (("acceptance-slip", "results/lookup/"), ("refusal-notice", "services/linshi-jiuzhu/")):
        sheet = form(kind, service())
        assert sheet.url == SITE_URL + address
        picture = Grey(printed(sheet, press), 200)
        assert code_in(picture, 164, 10, 195, 32.4, sheet.url) == expected_code(sheet.url)
    assert form("refusal-notice").url is None and form("delivery-receipt", service()).url is None


def test_register_page_is_ruled(press: Press) -> None:
    """On its side, with the columns of the hall's own rules and as many numbered lines of 8 mm as there is room for."""
    sheet = form("register-page")
    for paper, fewest in (("a4", 17), ("a3", 26)):
        pdf = printed(sheet, press, paper)
        text = squeezed(poppler(pdf, "-layout"))
        assert pages(pdf) == 1 and str(fewest) in text
        assert min(type_sizes(pdf)) >= IN_A_FORM
        assert is_blank_outside(Grey(pdf, 40), 5)
    assert [header for header, _ in register_page._COLUMNS][1:5] == ["收件编号", "申请事项", "申请人", "联系方式"]
    assert "窗口民政救济" in squeezed(
        poppler(printed(filled(sheet, Filling((("窗口", "民政救济"),))), press), "-layout")
    )
