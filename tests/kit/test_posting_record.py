"""The record of posting: a page for each place, room to write, and four boxes for photos on each."""

import pytest
from handouts import body_of
from rules.dataset_builder import DISCLOSURE, content
from sheets import SITE_URL, TODAY, assert_rim_is_blank, hall, pages_of, printed, site
from test_bulletin import cases, hall_with
from test_notice import notice
from test_press import missing_in_order, poppler, type_sizes

from generator.build.sheets import laid_out, lay_out
from generator.kit.kinds import printable_sheets
from generator.kit.notice import notice_sheet
from generator.kit.posting_record import posting_record
from generator.model import RecordKey, SheetKey
from generator.posters.legibility import IN_A_FORM
from generator.posters.sheet import Sheet
from generator.site.edition import Edition

KEY = SheetKey("posting-record", RecordKey("notices", "tingdian"))


def record(*places: str, title: str = "停电通知", term: str | None = "2026年11月20日至2026年11月21日") -> Sheet:
    """The record of a notice at these places."""
    return posting_record(notice_sheet(notice(title=title), site(), None), places, term, hall())


def test_notices_and_periods_have_a_record() -> None:
    """Each sheet that hangs for a time has one; none is offered by the site."""
    edition = Edition(hall(notices={"tingdian": notice(hangs_at=["大厅门口", "村口"])}), TODAY, SITE_URL)
    printable = [one for one in printable_sheets(edition) if one.key == KEY]
    assert [(one.title, one.hangs, one.online) for one in printable] == [("《停电通知》张贴、撤下记录", False, False)]
    assert KEY not in lay_out(edition, {}).marks
    of_period = SheetKey("posting-record", RecordKey("results", "2026-Q3"))
    body = laid_out(of_period, Edition(hall_with(cases(3)), TODAY, SITE_URL)).data["body"]
    assert isinstance(body, dict)
    assert (body["term"], body["places"]) == ("2026年10月14日至2026年10月20日", ["公告栏"])


def test_record_names_the_version_that_hangs() -> None:
    """It is the code on the notice, which another text changes."""
    edition = Edition(hall(notices={"tingdian": notice()}), TODAY, SITE_URL)
    body = laid_out(KEY, edition).data["body"]
    assert isinstance(body, dict)
    assert body["version"] == laid_out(SheetKey.main(RecordKey("notices", "tingdian")), edition).version


def test_term_that_is_not_known_is_left_to_the_pen() -> None:
    """A period without both days gets a blank for each."""
    edition = Edition(hall_with(cases(3), posted_until=None), TODAY, SITE_URL)
    body = laid_out(SheetKey("posting-record", RecordKey("results", "2026-Q3")), edition).data["body"]
    assert isinstance(body, dict) and body["term"] is None


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "b5"])
def test_each_place_has_a_page_of_its_own(paper: str) -> None:
    """What, where, until when, in order; then both acts with time, post, signature, witness and two photos.

    The one code on it is that of what hangs.
    """
    made = record("大厅门口", "P" * 200, title="题" * 200)
    pdf = printed(made, paper)
    assert len(pages_of(pdf)) == 2
    act = ["时间", "年", "月", "日", "时", "岗位", "签名", "见证人"]
    photos = ["近景", "远景"]
    for number, place in enumerate(("大厅门口", "P" * 200), 1):
        text = poppler(pdf, "-raw", "-f", str(number), "-l", str(number))
        words = ["题" * 200, "张贴处", place, "张贴期限", "2026年11月20日至2026年11月21日", "张贴", *act, *photos]
        assert missing_in_order([*words, "撤下", *act, "原因", "期满", *photos], text) == []
        assert made.version not in text
    assert min(type_sizes(pdf)) >= IN_A_FORM - 0.1
    assert_rim_is_blank(pdf)


@pytest.mark.slow
def test_blank_days_are_printed() -> None:
    """Without a term there is a line for each of its days."""
    text = pages_of(printed(record("公告栏", term=None), "a4", "ink"))[0]
    assert "张贴期限年月日时至年月日时" in text


def test_posting_of_a_disclosure_is_recorded_too() -> None:
    """A page for each of its places, with the days that its record states."""
    of = Edition(content({DISCLOSURE: {"hangs_at": ["村部门口", "三组路口"]}}), TODAY)
    sheet = laid_out(SheetKey("posting-record", RecordKey("disclosures", "caiwu-2026-q3")), of)

    assert body_of(sheet)["places"] == ["村部门口", "三组路口"]
    assert body_of(sheet)["term"] == "2026年10月15日至2026年12月15日"
