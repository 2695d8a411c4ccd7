"""The walk-round sheet: every sheet that should hang, under its place, with the code that stands on it."""

import re
from typing import Any

import pytest
from rules.dataset_builder import REGULATION, TODAY, Changes, content
from test_press import on, poppler, press, squeezed

from generator.kit.kind import paper_words
from generator.kit.kinds import contents, sheets_in_force
from generator.model import SheetKey
from generator.posters.press import Press
from generator.site.edition import Edition

__all__ = ["press"]
KEY = SheetKey("walk-round")
SLOGAN: Changes = {"site.yml": {"slogans": {"outdoor": "少跑一趟路，少等一刻钟，办事看得见，结果晒得出"}}}


def places(changes: Changes | None = None) -> dict[str, list[list[str]]]:
    """Place -> the rows below it: title, kind, size, version."""
    body: Any = contents(KEY, Edition(content(changes), TODAY)).data["body"]
    return {part["place"]: part["rows"] for part in body["places"]}


def test_every_sheet_that_hangs_has_a_row() -> None:
    """With its code; in each of its places if there are several."""
    of = Edition(content({REGULATION: {"hangs_at": ["一楼东墙", "村公告栏"]}}), TODAY)
    found = places({REGULATION: {"hangs_at": ["一楼东墙", "村公告栏"]}})
    rows = [row for part in found.values() for row in part]
    hanging = [one for one in sheets_in_force(of) if one.hangs]

    assert found["一楼东墙"] == found["村公告栏"] and len(found["一楼东墙"]) == 1
    assert {row[0] for row in rows} == {one.title for one in hanging}
    assert len(rows) == len(hanging) + 1
    codes = {contents(one.key, of).version for one in hanging}
    assert {row[3] for row in rows} <= codes | {"先不挂"}


def test_banner_has_the_size_that_hangs() -> None:
    """Not that of the page on which it is drawn smaller."""
    rows = [row for part in places(SLOGAN).values() for row in part if row[1] == "横幅"]

    assert rows and all(re.fullmatch("[0-9]+×[0-9]+ 厘米", row[2]) for row in rows)


@pytest.mark.slow
def test_list_says_of_which_day_it_is(press: Press) -> None:
    """And bears a code of its own on every page, so that nobody walks with an old one."""
    sheet = contents(KEY, Edition(content(), TODAY))
    text = squeezed(poppler(press.print(sheet, on("a4"))[0]))
    assert "列于2026年11月20日" in text and text.count(f"版本{sheet.version}") == text.count("张／共")


@pytest.mark.slow
def test_no_size_leaves_its_column(press: Press) -> None:
    """The longest of them stands in one line beside the code of its sheet."""
    of = Edition(content(SLOGAN), TODAY)
    sizes = {(row[2], row[3]) for part in places(SLOGAN).values() for row in part if row[1] == "横幅"}
    lines = poppler(press.print(contents(KEY, of), on("a4"))[0], "-layout").splitlines()

    assert sizes
    for size, code in sizes:
        assert any(re.search(rf"{size} +{code}", line) for line in lines)


def test_sheet_that_must_not_hang_yet_says_so() -> None:
    """A rule with a gap has its row, so that nobody looks for it."""
    gap = {"gaps": [{"where": "第二条", "kind": "缺失"}]}
    title = content().regulations["shouwen-fuze"].title
    row = next(
        row for part in places({"regulations/shouwen-fuze.yml": gap}).values() for row in part if row[0] == title
    )

    assert row[3] == "先不挂"


@pytest.mark.slow
def test_list_is_set_on_as_many_pages_as_it_needs(press: Press) -> None:
    """Each title and each code stands on it."""
    of = Edition(content(), TODAY)
    text = squeezed(poppler(press.print(contents(KEY, of), on("a4"))[0], "-raw"))

    assert [one.title for one in sheets_in_force(of) if one.hangs and squeezed(one.title) not in text] == []


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        ("a3", "A3"),
        ("16开", "16开"),
        ("60x90", "60×90 厘米"),
        ("1920x1080px", "1920×1080 像素"),
        ("1080px", "1080 像素"),
    ],
)
def test_papers_are_named_as_people_write_them(paper: str, words: str) -> None:
    """On the list, in the print centre and in the documentation."""
    assert paper_words(paper) == words
    assert paper_words("1440x70-1to10") == "1440×70 厘米，按 1∶10 画"
