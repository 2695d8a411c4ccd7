"""The sheets of notices: every character in order, the seal with the text, and no longer than people may be named."""

from datetime import date, timedelta
from html import unescape

import pytest
from sheets import SITE_URL, TODAY, assert_rim_is_blank, hall, pages_of, printed, site
from test_press import HOSTILE, missing_in_order, poppler, squeezed, type_sizes

from generator.kit.kinds import printable_sheets
from generator.kit.notice import notice_sheet, official_sheet
from generator.model import Notice
from generator.posters.legibility import IN_THE_HAND
from generator.posters.sheet import Sheet, unknown_parts
from generator.site.edition import Edition

slow = pytest.mark.slow

URL = f"{SITE_URL}notices/tingdian/"
LONG = "写明办事的规矩和时限，写明谁来办、在哪里办、什么时候办完，" * 6 + "完。"


def notice(**fields: object) -> Notice:
    """A notice of a power cut, with ``fields`` in place of its own."""
    short: dict[str, object] = {
        "id": "tingdian",
        "title": "停电通知",
        "kind": "通知",
        "addressed_to": "各位居民",
        "body": ["因线路检修，大厅11月21日8:00—12:00停电，停办业务。", "下午照常开放。"],
        "issuer": "虚谷镇便民服务大厅",
        "issued": "2026-11-18",
        "from": "2026-11-20",
        "until": "2026-11-21",
        "objection": {"name": "大厅值班岗", "phone": "0300-0000100"},
        "legal_basis": [
            {"title": "虚谷条例", "article": "第一条"},
            {"title": "虚谷条例", "article": "第二条"},
            {"title": "虚谷办法"},
        ],
    }
    return Notice.model_validate(short | fields)


def sheet(**fields: object) -> Sheet:
    """The sheet for the wall."""
    return notice_sheet(notice(**fields), site(), URL)


def official(**fields: object) -> Sheet:
    """The sheet as an official document."""
    return official_sheet(notice(**fields), site())


def sheets_on(day: date, **fields: object) -> list[str]:
    """The kinds of sheets that the notice has on a day."""
    edition = Edition(hall(notices={"tingdian": notice(**fields)}), day, SITE_URL)
    return [one.key.kind for one in printable_sheets(edition) if one.key.record]


# --- when there is one -----------------------------------------------------------------------------------------------


def test_notice_hangs_from_the_day_it_is_written_until_its_end() -> None:
    """It can be printed before it begins, on its last day, and no more on the day after."""
    assert "notice" in sheets_on(date(2026, 11, 1)) and "official-notice" in sheets_on(date(2026, 11, 21))
    assert sheets_on(date(2026, 11, 22)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"take_down": TODAY},
        {"take_down": TODAY + timedelta(days=9), "names": {"basis": "虚谷条例第三条", "until": TODAY}},
        {"withdrawn": {"on": TODAY + timedelta(days=1), "reason": "登记有误"}},
    ],
)
def test_no_sheet_outlives_what_may_be_shown(change: dict[str, object]) -> None:
    """After the day of take-down, that of the names, and from withdrawal on there is no sheet of any form."""
    assert {"notice", "official-notice"} <= {*sheets_on(TODAY, until="2026-11-30", **change)}
    assert sheets_on(TODAY + timedelta(days=1), until="2026-11-30", **change) == []


def test_issuer_and_day_are_those_of_the_hall_where_none_are_said() -> None:
    """The organisation of the site signs, on the day on which the notice begins."""
    body = sheet(issuer=None, issued=None).data["body"]
    assert isinstance(body, dict)
    assert (body["issuer"], body["day"]) == ("虚谷镇人民政府", "2026年11月20日")


def test_notice_without_text_is_not_printed() -> None:
    """An empty text, or a phone that is not known, reads 待补充, and such a sheet is refused."""
    assert unknown_parts(sheet(body=[])) and unknown_parts(sheet(objection={"name": "值班岗"}))
    assert unknown_parts(sheet()) == ()


def test_law_is_named_once_with_its_articles() -> None:
    """Articles of one law stand behind its name; a law without article stands alone."""
    body = sheet().data["body"]
    assert isinstance(body, dict) and ["依据", "《虚谷条例》第一条、第二条、《虚谷办法》"] in list(body["facts"] or ())


# --- how it is printed -----------------------------------------------------------------------------------------------


@slow
@pytest.mark.parametrize("paper", ["a4", "a3", "60x90"])
def test_every_character_stands_on_the_sheet_in_order(paper: str) -> None:
    """Kind, title, text, facts, issuer, day, take-down day, phone and version, each as it was written."""
    text = HOSTILE.replace("\n", "")
    made = sheet(title=f"标题{text[:90]}", body=[text, f"{text}二"])
    words = [
        "通知", made.title, "各位居民：", text, f"{text}二", "2026年11月20日至2026年11月21日", "大厅值班岗", "0300-0000100",
        "虚谷镇便民服务大厅", "2026年11月18日", "张贴到", "2026年11月21日", "监督电话", "0300-0000112", made.version,
    ]  # fmt: skip
    assert missing_in_order(words, poppler(printed(made, paper), "-raw")) == []


@slow
def test_short_notice_is_read_from_three_metres() -> None:
    """On A3 the title of a short notice has at least 67.5 points, and its text more than a metre and a half."""
    sizes = type_sizes(printed(sheet(objection=None, legal_basis=[]), "a3"))
    assert max(sizes) >= 67.5
    assert sorted(sizes)[-2] >= 1.5 * 22.5


@slow
@pytest.mark.parametrize("paragraphs", [1, 9, 16, 40])
def test_seal_stands_with_text_on_the_last_sheet(paragraphs: int) -> None:
    """However long it is, the seal is once there, on a sheet with words of the text, in type for the hand or larger."""
    for paper in ("a4", "a3"):
        pdf = printed(sheet(body=[LONG] * paragraphs), paper)
        pages = pages_of(pdf)
        assert [page.count("（盖章处）") for page in pages] == [0] * (len(pages) - 1) + [1]
        assert "写明谁来办" in pages[-1]
        assert min(type_sizes(pdf)) >= IN_THE_HAND - 0.1
        assert_rim_is_blank(pdf)


@slow
def test_longest_words_stay_inside_the_frame() -> None:
    """A title, an issuer and contacts as long as they may be leave the rim of the paper blank, in every variant."""
    contact = {
        "name": "岗" * 200,
        "phone": "0300-0000100、" * 5 + "12345",
        "place": "P" * 200,
        "email": "e" * 190 + "@x",
    }
    made = sheet(title="题" * 200, issuer="厅" * 60, addressed_to="W" * 200, objection=contact)
    assert_rim_is_blank(printed(made, "a4", "ink"))
    assert_rim_is_blank(printed(made, "a3", "outline"))


# --- as an official document -----------------------------------------------------------------------------------------


def lines_of(pdf: bytes, page: int) -> list[tuple[float, float, str]]:
    """Distance from the left and the top edge in points, and the words, of each line of a page."""
    box = poppler(pdf, "-bbox-layout", "-f", str(page), "-l", str(page))
    found = []
    for line in box.split("<line ")[1:]:
        left, top = (float(line.split(f'{side}="')[1].split('"')[0]) for side in ("xMin", "yMin"))
        words = "".join(part.split("</word>")[0].rpartition(">")[2] for part in line.split("<word ")[1:])
        found.append((left, top, words))
    return found


@slow
def test_official_page_has_22_lines_of_28_characters() -> None:
    """A full page of text begins 37 and 28 mm from the edges and has the lines that the standard counts."""
    pdf = printed(official(body=["字" * 28 * 60]), "a4")
    full = [line for line in lines_of(pdf, 2) if line[2].startswith("字")]
    assert [len(words) for _, _, words in full] == [28] * 22
    assert abs(full[0][0] - 28 * 72 / 25.4) < 2 and abs(full[0][1] - 37 * 72 / 25.4) < 6
    assert abs((full[-1][1] - full[0][1]) / 21 - 29.6) < 0.3


@slow
def test_official_page_says_what_the_notice_says() -> None:
    """Title, greeting, text, issuer and day in order; then the version, and the number of each page at its outer side."""
    made = official(title="关于停电的通知", body=[HOSTILE, *[LONG] * 12])
    pdf = printed(made, "a4")
    assert sorted(type_sizes(pdf)) == [10.5, 14, 16, 22]
    words = ["关于停电的通知", "各位居民：", HOSTILE, *[LONG] * 12, "虚谷镇便民服务大厅", "2026年11月18日"]
    pages = pages_of(pdf)
    lines = [line for page in range(1, len(pages) + 1) for line in lines_of(pdf, page)]
    assert missing_in_order(words, unescape("".join(words for _, top, words in lines if top < 262 * 72 / 25.4))) == []
    assert all(f"—{number}—" in page and made.version in page for number, page in enumerate(pages, 1))
    sides = [left > 297 for page in (1, 2) for left, _, line in lines_of(pdf, page) if line == f"—{page}—"]
    assert sides == [True, False]


@slow
@pytest.mark.parametrize("paragraphs", range(1, 12))
def test_official_signature_is_never_alone(paragraphs: int) -> None:
    """Issuer and day stand on a page with text, four characters from the right edge of the text."""
    pages = pages_of(printed(official(body=[LONG] * paragraphs), "a4"))
    assert "写明谁来办" in pages[-1] and squeezed("虚谷镇便民服务大厅2026年11月18日") in pages[-1]
