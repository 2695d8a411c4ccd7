"""The board of fees: every fee with its basis, a plain word where there is none, nothing where one is not known."""

from pathlib import Path

import pytest
from sheets import SITE_URL, TODAY, assert_rim_is_blank, hall, pages_of, printed, site
from test_press import HOSTILE, missing_in_order, poppler, type_sizes

from generator.build.examine import examine
from generator.build.sheets import laid_out
from generator.kit.fees import fees_sheet
from generator.kit.kinds import printable_sheets
from generator.model import Service, SheetKey
from generator.posters.legibility import IN_THE_HAND
from generator.posters.sheet import PosterError, Sheet, unknown_parts
from generator.site.edition import Edition

slow = pytest.mark.slow
SITE = site(supervision={"phone": "0300-0000112", "hotline": "12345", "price_phone": "12315"})


def service(number: int, *items: dict[str, str], state: str = "在办", fee: object = None) -> Service:
    """A service with these fees; without any it is free, unless ``fee`` says otherwise."""
    charged: object = {"items": list(items)} if items else {"free": True}
    return Service.model_validate(
        {
            "id": f"shixiang-{number}",
            "name": f"事项{number}",
            "summary": "说明",
            "status": {"state": state},
            "window": "综合",
            "fee": None if fee == "unknown" else charged,
        }
    )


def item(number: int, **fields: str) -> dict[str, str]:
    """A fee."""
    return {"name": f"项目{number}", "standard": f"每件{number}元", "basis": f"虚价费〔2026〕{number}号", **fields}


def board(*services: Service) -> Sheet:
    """The board of a hall with these services."""
    return fees_sheet(services, SITE, SITE_URL)


def body_of(sheet: Sheet) -> dict[str, object]:
    """What its template gets."""
    assert isinstance(sheet.data["body"], dict)
    return dict(sheet.data["body"])


def test_hall_without_fees_says_so() -> None:
    """Where every service is free the board has no table, and counts them."""
    body = body_of(board(service(1), service(2)))
    assert (body["free"], body["rows"]) == ("办事一律不收费", [])
    assert body["note"] == "2项事项，一项也不收费。有人收费的，请打电话投诉。"
    assert body["complain"] == [["监督电话", "0300-0000112"], ["政务热线", "12345"], ["价格投诉", "12315"]]


def test_each_fee_has_a_row() -> None:
    """The service is named once for all its fees; who pays less has a column only where somebody does."""
    body = body_of(board(service(1, item(1), item(2)), service(2), service(3, item(3))))
    assert body["columns"] == ["事项", "收费项目", "收费标准", "收费依据"]
    assert [row[:2] for row in body["rows"]] == [["事项1", "项目1"], ["", "项目2"], ["事项3", "项目3"]]
    reduced = body_of(board(service(1, item(1, reduction="低保家庭不收"), item(2))))
    assert [row[4] for row in reduced["rows"]] == ["低保家庭不收", "—"]


def test_fee_that_is_not_known_stops_the_board() -> None:
    """It names the services whose fee is not known; one without standard or basis reads 待补充, which is refused."""
    with pytest.raises(PosterError) as refusal:
        board(service(1), service(2, fee="unknown"), service(3, fee="unknown"))
    assert str(refusal.value).startswith("《收费公示》不印：还不知道收不收费的事项有：事项2、事项3。")
    assert unknown_parts(board(service(1, {"name": "工本费"})))


def test_demo_has_its_board() -> None:
    """Of the one service whose fee is not known nobody can be charged now: it is suspended, and its page shows the gap."""
    examined = examine(Path(__file__).parents[2] / "content", TODAY)
    assert [one.id for one in examined.sound().services.values() if one.fee is None and not one.status.ended] == [
        "jiti-tudi-suoyouquan"
    ]
    made = laid_out(SheetKey("fees"), Edition(examined.sound(), TODAY, SITE_URL, examined.incomplete))
    assert body_of(made)["rows"] or body_of(made)["free"]


def test_only_services_on_offer_count() -> None:
    """A suspended service has no fee, known or not; a hall without services has no board."""
    services = {"a": service(1), "b": service(2, state="暂停", fee="unknown")}
    edition = Edition(hall(services=services), TODAY, SITE_URL)
    (one,) = (one for one in printable_sheets(edition) if one.key.kind == "fees")
    assert (str(one.key), one.paper, one.hangs) == ("fees/fees", "60x90", True)
    assert not [one for one in printable_sheets(Edition(hall(), TODAY)) if one.key.kind == "fees"]


@slow
@pytest.mark.parametrize("paper", ["a3", "60x90"])
def test_every_fee_stands_on_the_board_in_order(paper: str) -> None:
    """Labels, and the words of every row under a header that returns, then the note, phones and version."""
    hostile = HOSTILE[:60]
    made = board(*(service(n, item(n, reduction=hostile)) for n in range(1, 46)))
    pdf = printed(made, paper)
    for page in pages_of(pdf):
        assert "事项收费项目收费标准收费依据减免" in page
    rows = [word for n in range(1, 46) for word in (f"事项{n}", f"项目{n}", f"每件{n}元", f"虚价费〔2026〕{n}号")]
    text = "".join(pages_of(pdf))
    assert missing_in_order([*rows, "没有列在这里的事项，都不收费。", "12315", "0300-0000112"], text) == []
    assert text.count("".join(hostile.split())) == 45
    assert min(type_sizes(pdf)) >= IN_THE_HAND - 0.1


@slow
def test_board_without_fees_is_read_from_afar() -> None:
    """On A3 the plain word is read from three metres, and every word stands on one sheet."""
    pdf = printed(board(service(1)), "a3")
    assert max(type_sizes(pdf)) >= 67.5
    words = ["收费公示", "办事一律不收费", "1项事项，一项也不收费。有人收费的，请打电话投诉。", "价格投诉", "12315"]
    assert missing_in_order(words, poppler(pdf, "-raw")) == []


@slow
def test_longest_fees_stay_inside_the_frame() -> None:
    """Fields as long as they may be leave the rim blank."""
    wild = {"name": "项" * 200, "standard": "W" * 200, "basis": "据" * 200, "reduction": "免" * 200}
    assert_rim_is_blank(printed(board(service(1, wild)), "a4", "ink"))
