"""Filling a form before it is printed: the right blanks and rows, never a private value, and no message quotes one."""

import pytest
from handouts import URL, body_of, facts_of, papers, service
from test_press import SITE

from generator.documents.guide import guide
from generator.kit.filling import Filling, filled
from generator.kit.guide import guide_sheet
from generator.kit.tick_list import tick_list_sheet
from generator.posters.sheet import PosterError, Sheet


def form() -> Sheet:
    """The tick list of a service with four materials."""
    one = service(materials=papers(4), situations=[])
    return tick_list_sheet(one, facts_of(one), SITE, URL)


def test_blanks_and_rows_are_filled() -> None:
    """Days are printed as days, words as they are, and only the rows that were named are ticked."""
    sheet = filled(form(), Filling((("补正截止", "2026-12-05"), ("补正说明", " 缺本人页 ")), (2, 4)))

    body = body_of(sheet)
    fields, rows, remark = body["fields"], body["rows"], body["remark"]
    assert isinstance(fields, list) and isinstance(rows, list) and isinstance(remark, dict)
    values = {field["label"]: field["value"] for field in fields if isinstance(field, dict)}
    assert values == {"申请人": None, "收件日期": None, "经办岗位": "民政救济岗", "补正截止": "2026年12月5日"}
    assert [row["missing"] for row in rows if isinstance(row, dict)] == [False, True, False, True]
    assert remark["value"] == "缺本人页"


@pytest.mark.parametrize("typed", ["2026-12-05", "2026年12月5日", "2026年12月05日 "])
def test_days_are_read_as_people_write_them(typed: str) -> None:
    """With hyphens or with words."""
    sheet = filled(form(), Filling((("补正截止", typed),)))

    assert "2026年12月5日" in str(body_of(sheet)["fields"])


def test_a_filled_form_has_the_code_of_the_blank_one() -> None:
    """The version tells two forms apart, not two cases; what is printed is another digest."""
    blank = form()
    sheet = filled(blank, Filling((), (1,)))

    assert (sheet.version, sheet.title) == (blank.version, blank.title)
    assert sheet.digest != blank.digest


@pytest.mark.parametrize(
    ("filling", "message"),
    [
        (Filling((("申请人", "子虚"),)), "“申请人”请在印出来以后手写：姓名、证件号码、联系方式不从命令行填写。"),
        (
            Filling((("子虚", "乌有"),)),
            "《临时救助　一次性告知单》没有这一栏。可以填的有：收件日期、经办岗位、补正截止、补正说明。",
        ),
        (Filling((("补正截止", "子虚"),)), "“补正截止”要写日期，如 2026-12-05。"),
        (Filling((("补正截止", "2026-02-30"),)), "“补正截止”要写日期，如 2026-12-05。"),
        (Filling((("补正说明", "子虚"), ("补正说明", "乌有"))), "“补正说明”写了两次，请只写一次。"),
        (Filling((("补正说明", "子虚" * 51),)), "“补正说明”要写内容，最多 100 个字。"),
        (Filling((), (2, 5)), "《临时救助　一次性告知单》没有第 5 项材料，最后一项是第 4 项。"),
    ],
)
def test_what_does_not_belong_is_refused_and_not_repeated(filling: Filling, message: str) -> None:
    """A blank that is not there, a name, a day that is none, too many words, a row that is not there."""
    with pytest.raises(PosterError) as error:
        filled(form(), filling)
    assert str(error.value) == message


def test_a_sheet_that_is_no_form_has_nothing_to_fill() -> None:
    """A guide has no blanks and no rows to tick, and says so."""
    sheet = guide_sheet(service(), guide(service(), facts_of(service())), SITE, URL)

    for filling, message in (
        (Filling((("子虚", "乌有"),)), "《临时救助》没有可以从命令行填写的栏目。"),
        (Filling((), (1,)), "《临时救助》没有材料表，不能写缺第 1 项。"),
    ):
        with pytest.raises(PosterError) as error:
            filled(sheet, filling)
        assert str(error.value) == message
