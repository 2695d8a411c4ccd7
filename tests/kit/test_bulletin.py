"""The bulletin of a period: whole rows under a header on every sheet, a place for the seal, nothing that is withheld."""

import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import get_args

import pikepdf
import pytest
from pypdf import PdfReader
from test_press import Grey, head_and_text, missing_in_order, poppler, squeezed, type_sizes

from generator.kit.bulletin import MOST_LISTED, bulletin_sheet
from generator.model import Dataset, ResultPeriod, ResultRow, Service, Site
from generator.model.dataset import ResultEntry, Results
from generator.posters.fonts import find_fonts
from generator.posters.legibility import IN_THE_HAND
from generator.posters.press import Press, Printing, Variant
from generator.posters.sheet import Picture, Sheet
from generator.posters.stock import stock_of
from generator.results.disclosure import posted_periods
from generator.results.figures import figures
from generator.results.suppression import shown_counts

pytestmark = pytest.mark.slow

TEMPLATES = Path(__file__).parents[2] / "site_templates" / "posters"
TODAY = date(2026, 10, 20)
URL = "https://xugu.example/results/2026-Q3/"
CHART = Picture(
    "是否按时办结",
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 100" width="320" height="100">'
    '<path d="M0,40h300v30h-300Z" fill="#1a4f8f"/><text x="0" y="20" font-size="13" '
    'font-family="Noto Sans CJK SC" fill="#20242a">按时17</text></svg>',
    "条形图：按时办结17件。",
)
SITE = Site.model_validate(
    {
        "organisation": "虚谷镇人民政府",
        "town": "虚谷镇",
        "hall": {"name": "虚谷镇便民服务大厅", "address": "虚谷镇不远路1号", "phone": "0300-0000100"},
        "supervision": {"phone": "0300-0000112", "hotline": "12345"},
    }
)
POLICIES: dict[str, dict[str, object] | None] = {
    "jianfang": {"policy": "masked"},
    "butie": {"policy": "full", "basis": "补贴公示办法", "names_days": 7},
    "jiuzhu": {"policy": "counts"},
    "chushen": None,
}
NAMES = {"jianfang": "农村建房审批", "butie": "耕地地力保护补贴", "jiuzhu": "临时救助", "chushen": "再生育初审"}


@pytest.fixture(scope="module")
def press() -> Press:
    """One press for all tests."""
    return Press(find_fonts(), TEMPLATES)


def services() -> dict[str, Service]:
    """One service of each policy, with a promise of ten working days."""
    return {
        key: Service.model_validate(
            {
                "id": key,
                "name": NAMES[key],
                "summary": "说明",
                "status": {"state": "在办"},
                "window": "综合",
                "time_limits": {"promised": {"days": 10, "unit": "工作日"}},
                **({"disclosure": disclosure} if disclosure else {}),
            }
        )
        for key, disclosure in POLICIES.items()
    }


def case(number: int, service: str = "jianfang", **fields: object) -> ResultRow:
    """A finished case; ``fields`` by their Chinese names."""
    accepted = date(2026, 7, 1) + timedelta(days=number % 60)
    base: dict[str, object] = {
        "收件编号": f"XG2026Q3-{number:04d}",
        "事项": service,
        "申请人": "赵*明",
        "受理日期": accepted,
        "应办结日期": accepted + timedelta(days=14),
        "办结日期": accepted + timedelta(days=5),
        "办理结果": "办结",
    }
    return ResultRow.model_validate(base | fields)


def hall_with(rows: list[ResultRow], **period: object) -> Dataset:
    """A hall that posts these rows for the third quarter."""
    described = ResultPeriod.model_validate(
        {
            "id": "2026-Q3",
            "title": "2026年第三季度办理结果",
            "from": "2026-07-01",
            "until": "2026-09-30",
            "prepared_by": "大厅值班岗",
            "prepared_on": "2026-10-12",
            "posted_from": "2026-10-14",
            "posted_until": "2026-10-20",
            **period,
        }
    )
    entries = tuple(ResultEntry(row, line) for line, row in enumerate(rows, 2))
    results = {"2026-Q3": Results(described, entries)}
    return Dataset(SITE, (), (), {}, services(), {}, {}, results)


def bulletin(
    rows: list[ResultRow], url: str | None = URL, pictures: tuple[Picture, ...] = (CHART,),
    today: date = TODAY, **period: object,
) -> Sheet:  # fmt: skip
    """The bulletin of the third quarter with these rows."""
    dataset = hall_with(rows, **period)
    postings = posted_periods(dataset, today)
    found = figures(postings["2026-Q3"], None, shown_counts(postings.values(), dataset), dataset, today)
    return bulletin_sheet(postings["2026-Q3"], found, dataset, pictures, url, today)


def cases(count: int) -> list[ResultRow]:
    """Masked cases, some extended."""
    late = {"延期天数": 5, "延期原因": "连续降雨，现场勘查推迟"}
    return [case(number, **(late if number % 9 == 4 else {})) for number in range(count)]


def tables(sheet: Sheet) -> dict[str, list[list[str]]]:
    """Mapping title of each table -> its rows."""
    body = sheet.data["body"]
    assert isinstance(body, dict) and isinstance(body["tables"], list)
    found = {}
    for part in body["tables"]:
        assert isinstance(part, dict) and isinstance(part["rows"], list)
        found[str(part["title"])] = [list(map(str, row)) for row in part["rows"] if isinstance(row, list)]
    return found


def printed(sheet: Sheet, press: Press, paper: str = "a3", variant: Variant = "colour") -> bytes:
    """The PDF."""
    return press.print(sheet, Printing(stock_of(paper), variant))[0]


def sheets_of(pdf: bytes) -> list[str]:
    """The words of each sheet, without spaces."""
    return [squeezed(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("paper", ["b5", "a4", "a3"])
@pytest.mark.parametrize("variant", get_args(Variant))
def test_every_case_stands_whole_on_one_sheet_under_the_header(press: Press, paper: str, variant: Variant) -> None:
    """Each sheet with cases repeats the header, no row is split, and together the sheets bear all cases in order."""
    sheet = bulletin(cases(130))
    pages = sheets_of(printed(sheet, press, paper, variant))
    rows = tables(sheet)["逐件公布"]
    assert len(rows) == 130
    assert len(pages) >= 3
    for text in pages:
        assert "收件编号事项申请人受理应办结办结结果" in text or "XG2026Q3" not in text
    remaining = ["".join(row) for row in rows]
    for text in pages:
        here = [row for row in remaining if squeezed(row) in text]
        assert here == remaining[: len(here)]
        del remaining[: len(here)]
    assert remaining == []


@pytest.mark.parametrize("paper", ["b5", "a4", "a3"])
def test_every_sheet_says_which_of_how_many_it_is(press: Press, paper: str) -> None:
    """Page x of y, the complaint phone, the version and the code's caption stand on each sheet, one sheet or many."""
    for count in (2, 130):
        pages = sheets_of(printed(bulletin(cases(count)), press, paper))
        for number, text in enumerate(pages, 1):
            assert f"第{number}页共{len(pages)}页" in text
            assert "监督电话0300-0000112" in text and "编制大厅值班岗" in text and "扫码看网页" in text


@pytest.mark.parametrize("count", [1, 4, 7, 12, 20, 33, 38, 60, 80])
def test_seal_never_stands_alone(press: Press, count: int) -> None:
    """The place for seal and date is on the last sheet only, and there is something on that sheet to be sealed."""
    for paper in ("b5", "a3"):
        pages = sheets_of(printed(bulletin(cases(count)), press, paper))
        assert [("盖章处" in text, "年月日" in text) for text in pages[:-1]] == [(False, False)] * (len(pages) - 1)
        assert "（盖章处）虚谷镇人民政府年月日" in pages[-1]
        assert "XG2026Q3" in pages[-1]


def test_charts_too_tall_for_the_first_sheet_follow_the_table(press: Press) -> None:
    """Both charts stand whole on one sheet: under the key figures, or after the table when they are too tall for that."""
    small, tall = replace(CHART, svg=CHART.svg), replace(CHART, svg=CHART.svg.replace("100", "700"))
    for chart, before in ((small, True), (tall, False)):
        text = "".join(sheets_of(printed(bulletin(cases(20), pictures=(chart, chart)), press, "a3")))
        assert (text.index("是否按时办结") < text.index("各事项办理情况")) is before
    pages = sheets_of(printed(bulletin(cases(20), pictures=(tall, tall)), press, "a3"))
    assert [text.count("是否按时办结") for text in pages if "是否" in text] == [2]
    assert "XG2026Q3" in pages[-1]


def test_seal_fits_its_place(press: Press) -> None:
    """The dashed circle has room for the largest state seal, 45 mm, on every paper (国发〔1999〕25号)."""
    source = (TEMPLATES / "panel.typ").read_text("utf-8")
    across = int(source.split("let across = ")[1].split("mm")[0])
    assert 45 <= across <= 50


def test_head_says_who_what_and_when(press: Press) -> None:
    """Hall, title, the time it covers, the notice period, where to object and complain come first, in this order."""
    text = poppler(printed(bulletin(cases(3)), press), "-raw")
    words = [
        "虚谷镇便民服务大厅　办理结果公示", "2026年第三季度办理结果", "统计时间：2026年7月1日至2026年9月30日", "公示期",
        "2026年10月14日至2026年10月20日", "有异议", "虚谷镇不远路1号，电话：0300-0000100", "监督投诉", "0300-0000112、12345",
        "本期件数", "3", "按时率", "100%", "是否按时办结", "各事项办理情况", "逐件公布",
    ]  # fmt: skip
    assert missing_in_order(words, text) == []


def test_missing_notice_period_is_left_to_the_pen(press: Press) -> None:
    """Without both days of the notice period there is a line for year, month and day, and no made-up date."""
    for period in ({"posted_from": None}, {"posted_until": None}):
        text = sheets_of(printed(bulletin(cases(3), **period), press))[0]
        assert "公示期年月日至年月日有异议" in text


def test_services_without_case_publication_are_only_counted(press: Press) -> None:
    """Cases of a service that is counted only, or has no policy, are in no row; small numbers are in the group."""
    rows = [*cases(3), *(case(number, "jiuzhu", 办理结果="不予批准") for number in range(10, 25))]
    rows += [case(number, "chushen") for number in (31, 32)]
    sheet = bulletin(rows)
    assert {row[1] for row in tables(sheet)["逐件公布"]} == {"农村建房审批"}
    counted = {row[0]: row[1:] for row in tables(sheet)["各事项办理情况"]}
    assert "再生育初审" not in counted
    assert counted["农村建房审批"][0] == "3"
    assert all(row[2:8] == ["—"] * 6 for name, row in counted.items() if name != "农村建房审批")
    assert "XG2026Q3-0012" not in sheet.text and "XG2026Q3-0031" not in sheet.text


def test_case_tells_when_it_was_due_and_why_it_took_longer() -> None:
    """A row has the day on which it was due, or could be expected, and an extension beside its outcome."""
    extended = {"延期天数": 5, "延期原因": "连续降雨"}
    rows = tables(bulletin([case(1, **extended), case(2, 应办结日期=None, 延期天数=3)]))["逐件公布"]
    assert [row[4:] for row in rows] == [
        ["7月16日", "7月7日", "办结，延期5天：连续降雨"],
        ["7月17日", "7月8日", "办结，延期3天"],
    ]


def test_due_day_without_a_calendar_is_marked(press: Press) -> None:
    """A day in a year that is not announced says so, in lines of its own that the sheet keeps whole."""
    open_case = case(1, 受理日期=date(2026, 12, 30), 应办结日期=None, 办结日期=None, 办理结果="在办")
    sheet = bulletin([open_case])
    assert tables(sheet)["逐件公布"][0][4] == "2027年1月14日\n（以官方通知为准）"
    assert "2027年1月14日（以官方通知为准）" in "".join(sheets_of(printed(sheet, press)))


def test_days_are_told_of_services_only() -> None:
    """A case done on its first day took 当天; services with different promises have no days in common."""
    sheet = bulletin([case(1), case(2, "butie", 办结日期=date(2026, 7, 3))])
    assert [row[-1] for row in tables(sheet)["各事项办理情况"]] == ["当天，承诺10天", "用3天，承诺10天"]


def test_full_names_leave_the_bulletin_after_their_days() -> None:
    """A full name that the law prescribes is printed on its last day, and masked on the day after."""
    rows = [case(1, "butie", 申请人="钱不凡")]
    assert tables(bulletin(rows, today=date(2026, 10, 20)))["逐件公布"][0][2] == "钱不凡"
    after = bulletin(rows, today=date(2026, 10, 21))
    assert "不" in json_of(after) and "钱不凡" not in json_of(after)
    assert tables(after)["逐件公布"][0][2].startswith("钱*")


def test_withdrawn_case_keeps_number_day_and_reason() -> None:
    """A case taken down is no row and no number of the figures any more; its number stays with day and reason."""
    gone = {"receipt": "XG2026Q3-0001", "on": "2026-10-15", "reason": "登记有误"}
    later = {"receipt": "XG2026Q3-0002", "on": "2026-10-30", "reason": "重复登记"}
    sheet = bulletin(cases(3), withdrawn_rows=[gone, later])
    assert [row[0] for row in tables(sheet)["逐件公布"]] == ["XG2026Q3-0000", "XG2026Q3-0002"]
    assert tables(sheet)["撤下的办件"] == [["XG2026Q3-0001", "2026年10月15日", "登记有误"]]
    assert tables(sheet)["各事项办理情况"][0][1] == "2"


def test_too_many_cases_are_not_cut_but_said_to_be_elsewhere(press: Press) -> None:
    """One case more than a board can bear, and the bulletin has figures, no case, and says where all of them are."""
    assert len(tables(bulletin(cases(MOST_LISTED)))["逐件公布"]) == MOST_LISTED
    text = "".join(sheets_of(printed(bulletin(cases(MOST_LISTED + 1)), press)))
    assert f"共{MOST_LISTED + 1}件，这里列不下，请到窗口查询，或者扫二维码在网页上查询。" in text
    assert "XG2026Q3" not in text and f"农村建房审批{MOST_LISTED + 1}" in text
    offline = "".join(sheets_of(printed(bulletin(cases(MOST_LISTED + 1), url=None), press)))
    assert "请到窗口查询。" in offline and "扫" not in offline


def test_share_in_time_is_never_rounded_up() -> None:
    """One late case of many keeps the share below 100%."""
    late = case(2000, 办结日期=date(2026, 9, 28), 应办结日期=date(2026, 9, 1))
    body = bulletin([*(case(number) for number in range(1999)), late]).data["body"]
    assert isinstance(body, dict) and isinstance(body["tiles"], list)
    tiles = {tile["label"]: tile["value"] for tile in body["tiles"] if isinstance(tile, dict)}
    assert (tiles["按时率"], tiles["超期"]) == ("99.9%", "1")


def test_empty_period_has_a_bulletin(press: Press) -> None:
    """A period without cases, and one with counted cases only, still make one sheet with a seal."""
    for rows in ([], [case(number, "jiuzhu") for number in range(12)]):
        pages = sheets_of(printed(bulletin(rows, pictures=()), press))
        assert len(pages) == 1 and "盖章处" in pages[0] and "收件编号" not in pages[0]


@pytest.mark.parametrize("paper", ["b5", "a4", "a3"])
def test_type_is_never_smaller_than_the_minimum(press: Press, paper: str) -> None:
    """No word, on the chart or elsewhere, is below the smallest size in the hand."""
    for count in (5, 130):
        sizes = type_sizes(printed(bulletin(cases(count), pictures=(CHART, CHART)), press, paper))
        assert min(sizes) >= IN_THE_HAND - 0.1


def test_longest_words_stay_inside_the_frame(press: Press) -> None:
    """Receipt numbers, names and reasons of any length leave the paper outside the frame blank."""
    wild = {"收件编号": "W" * 60, "申请人": "J*** " * 9, "延期天数": 5, "延期原因": "原因" * 40}
    pdf = printed(bulletin([case(1, **wild), *cases(50)]), press, "a4", variant="ink")
    for number in range(1, len(sheets_of(pdf)) + 1):
        picture = Grey(pdf, 30, number)
        blank = int(8 * picture.per_mm)
        for y in range(picture.height):
            assert min(picture.row(y, 0, blank) + picture.row(y, picture.width - blank)) == 255


def test_variant_variant_uses_far_less_ink_and_no_colour(press: Press) -> None:
    """The ink-saving variant takes less than 60% of the ink, is grey throughout, and says the same words."""
    full, lean = (printed(bulletin(cases(20)), press, "a3", saving) for saving in ("colour", "ink"))
    assert head_and_text(lean) < 0.6 * head_and_text(full)
    assert sorted("".join(sheets_of(lean))) == sorted("".join(sheets_of(full)))
    picture = subprocess.run(
        ["pdftoppm", "-r", "30", "-f", "1", "-l", "1", "-"], input=lean, capture_output=True
    ).stdout
    pixels = picture.split(b"255\n", 1)[1]
    assert pixels[0::3] == pixels[1::3] == pixels[2::3]


def test_pdf_tells_screen_readers_of_headers_and_pictures(press: Press) -> None:
    """The PDF is PDF/A-2a and PDF/UA-1; heads of columns are marked as such, charts and code have their words."""
    with pikepdf.open(BytesIO(printed(bulletin(cases(60)), press))) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfaid:part"] + metadata["pdfaid:conformance"] == "2A"
            assert metadata["pdfuaid:part"] == "1"
        parts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        heads = [item for item in parts if item.get("/S") == "/TH"]
        assert len(heads) == 10 + 7
        alts = {str(item.Alt) for item in parts if "/Alt" in item}
        assert {CHART.alt, f"二维码，内容是网址 {URL}"} <= alts


def test_two_prints_are_identical(press: Press) -> None:
    """Printing again, on another press, gives the same bytes."""
    again = Press(find_fonts(), TEMPLATES)
    assert printed(bulletin(cases(40)), press) == printed(bulletin(cases(40)), again)


def test_version_and_digest_follow_what_is_shown() -> None:
    """A changed row, chart or notice period changes version code and digest; nothing else does."""
    base = bulletin(cases(5))
    others = [
        bulletin(cases(6)),
        bulletin(cases(5), pictures=(replace(CHART, svg=CHART.svg.replace("300", "200")),)),
        bulletin(cases(5), posted_until="2026-10-21"),
    ]
    assert version_of(base) == version_of(bulletin(cases(5)))
    assert len({version_of(sheet) for sheet in (base, *others)}) == 4
    assert base.digest == bulletin(cases(5)).digest
    assert len({sheet.digest for sheet in (base, *others)}) == 4


def version_of(sheet: Sheet) -> str:
    """The version code in the footer."""
    footer = sheet.data["footer"]
    assert isinstance(footer, Mapping) and isinstance(footer["fields"], list)
    return str(dict(map(tuple, footer["fields"]))["版本"])


def json_of(sheet: Sheet) -> str:
    """All words of a sheet, readable."""
    return repr(sheet.data)
