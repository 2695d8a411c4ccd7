"""The guide to take home: all that the guide says, a chart of the steps, no section torn without its head."""

from pathlib import Path

import pytest
from handouts import LONG, URL, body_of, code_in, expected_code, facts_of, is_blank_outside, papers, service
from test_press import HOSTILE, SITE, Grey, missing_in_order, pages, poppler, squeezed, type_sizes

from generator.documents.guide import guide
from generator.kit.take_home import take_home_sheet
from generator.kit.wording import words
from generator.model import Service
from generator.posters.fonts import find_fonts
from generator.posters.legibility import IN_THE_HAND
from generator.posters.press import Press, Printing, Variant
from generator.posters.sheet import Json, Sheet, texts, unknown_parts
from generator.posters.stock import stock_of

pytestmark = pytest.mark.slow

TEMPLATES = Path(__file__).parents[2] / "site_templates" / "posters"
HOSTILE_SERVICE = service(
    name="临时救助" + HOSTILE[:60],
    summary=HOSTILE,
    conditions=[HOSTILE, "遇到困难"],
    materials=[{"name": HOSTILE[:80], "notes": HOSTILE}, *papers(2)],
    situations=[],
    steps=[{"name": HOSTILE[:40], "who": HOSTILE[:80], "what": HOSTILE} for _ in range(3)],
    faq=[{"question": HOSTILE[:80], "answer": HOSTILE}],
)


@pytest.fixture(scope="module")
def press() -> Press:
    """One press for all tests."""
    return Press(find_fonts(), TEMPLATES)


def sheet(one: Service) -> Sheet:
    """The guide of a service to take home."""
    return take_home_sheet(one, guide(one, facts_of(one)), SITE, URL)


def printed(one: Service, press: Press, paper: str = "a4", variant: Variant = "colour") -> bytes:
    """Its PDF."""
    return press.print(sheet(one), Printing(stock_of(paper), variant))[0]


def said(made: Sheet) -> list[str]:
    """Every string that has to be printed, in reading order."""
    body = body_of(made)
    parts: list[Json] = [body["over"], made.title, body["aliases"], body["summary"]]

    def strings(value: Json) -> list[str]:
        if isinstance(value, dict):
            keys = ("label", "lines", "head", "tags", "beside", "notes", "entries", "remark")
            return [text for key in keys for text in strings(value.get(key))]
        return [text for part in value for text in strings(part)] if isinstance(value, list) else [*texts(value)]

    return [text for part in (*parts, body["facts"], body["sections"]) for text in strings(part)]


@pytest.mark.parametrize("one", [service(), HOSTILE_SERVICE], ids=["sound", "hostile"])
@pytest.mark.parametrize("variant", ["colour", "ink"])
def test_everything_is_printed_in_order(press: Press, one: Service, variant: Variant) -> None:
    """Text of a record is printed character by character, and never read as markup."""
    text = poppler(printed(one, press, "a3", variant), "-raw")

    assert missing_in_order(said(sheet(one)), text) == []


def test_nothing_of_the_guide_is_left_out() -> None:
    """Every value of every fact and entry of the document stands on the sheet."""
    document = guide(service(), facts_of(service()))
    facts = [*document.facts, *(fact for section in document.sections for fact in section.facts)]
    entries = [entry for section in document.sections for entry in section.entries]
    told = [value for fact in (*facts, *(fact for entry in entries for fact in entry.facts)) for value in fact.values]
    told += [value for fact in facts for note in fact.notes for value in note.values]
    whole = "".join(texts(sheet(service()).data["body"]))

    assert [value for value in map(words, told) if value and value not in whole] == []
    assert [entry.name for entry in entries if entry.name not in whole] == []


def test_a_step_says_who_how_long_and_what(press: Press) -> None:
    """Boxes are numbered, and what is not known of a step leaves no empty label."""
    text = squeezed(poppler(printed(service(), press), "-raw"))

    assert "1受理谁办民政救济岗本环节即办（当场办结）做什么当场查看材料。" in text
    assert "2审核谁办虚谷镇人民政府本环节5个工作日做什么入户查看。3办结谁办县级民政部门办理时限" in text


def test_a_torn_section_has_its_head_again(press: Press) -> None:
    """On the next page it says that it goes on, and at least two entries stand on each side of the tear."""
    one = service(materials=papers(30), situations=[])
    number = pages(pdf := printed(one, press))
    texts_of_pages = [squeezed(poppler(pdf, "-f", str(n), "-l", str(n), "-raw")) for n in range(1, number + 1)]
    here = [text for text in texts_of_pages if "原件和复印件" in text]

    assert len(here) > 1 and "需要带的材料" in here[0] and "需要带的材料（续）" not in here[0]
    assert all("需要带的材料（续）" in text for text in here[1:])
    assert all(text.count("原件和复印件") > 1 for text in here)
    assert all("（续）" in text and f"第{n}页共{number}页" in text for n, text in enumerate(texts_of_pages[1:], 2))


@pytest.mark.parametrize("paper", ["b5", "a4"])
def test_longest_texts_flow_on(press: Press, paper: str) -> None:
    """A note longer than a page is not cut, the rim stays blank, and no type is below 14 points."""
    note = "写明事情的经过和需要的帮助，" * 120
    one = service(name=LONG[:60], materials=[{"name": LONG[:150], "notes": note}, *papers(2)], situations=[])
    pdf = printed(one, press, paper)

    assert squeezed(poppler(pdf, "-raw")).count("写明") == 120
    assert min(type_sizes(pdf)) >= IN_THE_HAND - 0.01
    assert all(is_blank_outside(Grey(pdf, 30, page), 5) for page in range(1, pages(pdf) + 1))


def test_code_and_supervision(press: Press) -> None:
    """The code in the head leads to the guide; the end says where the hall is and whom to complain to."""
    pdf = printed(service(), press, variant="ink")

    assert code_in(Grey(pdf, 200), 163, 13, 195, 40) == expected_code()
    assert "地址虚谷镇不远路1号监督电话0300-0000112核对日期2026年9月15日" in squeezed(poppler(pdf, "-raw"))


def test_what_is_not_known_is_no_sheet() -> None:
    """Limits, fee and materials that nobody has stated keep the guide from being printed."""
    assert unknown_parts(sheet(service())) == ()
    one = service(time_limits=None, fee=None, materials=[], situations=[])
    assert {"要多久", "多少钱", "带什么", "需要带的材料"} <= {*unknown_parts(sheet(one))}
