"""The numbering of a regulation: 章, 条, 项 and their anchors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts.articles import OutlineLine, chinese_number, number_in, outline
from generator.model import Regulation

WRITTEN = {
    1: "一", 2: "二", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八", 9: "九", 10: "十", 11: "十一", 12: "十二",
    15: "十五", 19: "十九", 20: "二十", 21: "二十一", 29: "二十九", 30: "三十", 33: "三十三", 40: "四十",
    47: "四十七", 50: "五十", 55: "五十五", 60: "六十", 68: "六十八", 70: "七十", 76: "七十六", 80: "八十",
    84: "八十四", 90: "九十", 92: "九十二", 99: "九十九",
}  # fmt: skip
DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


def regulation(**fields: object) -> Regulation:
    return Regulation.model_validate({"id": "r", "title": "制度", "status": "现行", **fields})


@pytest.mark.parametrize(("number", "written"), WRITTEN.items())
def test_chinese_number(number: int, written: str) -> None:
    """Numbers are written as in the numbering of articles: 10 is 十 and not 一十."""
    assert chinese_number(number) == written


@given(st.integers(1, 99))
def test_chinese_number_reads_back(number: int) -> None:
    """Read as ten times what stands before 十 plus what stands after it, the numeral is the number again."""
    written = chinese_number(number)
    tens, ten, ones = written.rpartition("十")
    assert (DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones, 0) == number
    assert "零" not in written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (250, "二百五十"),
        (999, "九百九十九"),
        (1000, "一千"),
        (1010, "一千零一十"),
        (1260, "一千二百六十"),
        (1999, "一千九百九十九"),
        (2000, "2000"),
    ],
)
def test_long_regulations_have_numbers(number: int, written: str) -> None:
    """A hundred and more are written out up to 1999, and in digits above, never refused."""
    assert chinese_number(number) == written


def test_articles_count_on_through_the_chapters() -> None:
    """Chapters are numbered by themselves, articles through the whole regulation, items within their article."""
    text = regulation(
        chapters=[
            {
                "title": "总则",
                "articles": [{"text": "甲。"}, {"heading": "目的", "text": "乙：", "items": [{"text": "丙；"}]}],
            },
            {
                "title": "附则",
                "articles": [{"text": "丁：", "items": [{"text": "戊", "items": ["己", "庚"]}, {"text": "辛"}]}],
            },
        ]
    )
    assert outline(text) == (
        OutlineLine("chapter", "第一章", None, "总则", "chapter-1"),
        OutlineLine("article", "第一条", None, "甲。", "article-1"),
        OutlineLine("article", "第二条", "目的", "乙：", "article-2"),
        OutlineLine("item", "（一）", None, "丙；"),
        OutlineLine("chapter", "第二章", None, "附则", "chapter-2"),
        OutlineLine("article", "第三条", None, "丁：", "article-3"),
        OutlineLine("item", "（一）", None, "戊"),
        OutlineLine("subitem", "1.", None, "己"),
        OutlineLine("subitem", "2.", None, "庚"),
        OutlineLine("item", "（二）", None, "辛"),
    )


def test_articles_without_chapters() -> None:
    """Without chapters the articles stand alone, in order."""
    lines = outline(regulation(articles=[{"text": "甲。"}, {"text": "乙。"}]))
    assert [(line.number, line.anchor) for line in lines] == [("第一条", "article-1"), ("第二条", "article-2")]


def test_numbering_by_points() -> None:
    """A regulation numbered 一、 has points instead of articles, under the same anchors."""
    lines = outline(regulation(numbering="一、", articles=[{"text": "甲。"}] * 12))
    assert [line.number for line in lines][8:] == ["九、", "十、", "十一、", "十二、"]
    assert lines[11].anchor == "article-12"


def test_no_text_has_no_lines() -> None:
    """A regulation whose text is missing has no lines; its preamble is not numbered."""
    assert outline(regulation(preamble="为了办好事。")) == ()


@given(st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=4), max_size=6))
def test_anchors_are_unique(shape: list[list[int]]) -> None:
    """No anchor stands twice, and only chapters and articles have one."""
    chapters = [
        {"title": "章", "articles": [{"text": "条", "items": [{"text": "项"}] * items} for items in chapter]}
        for chapter in shape
    ]
    lines = outline(regulation(chapters=chapters))
    anchors = [line.anchor for line in lines if line.anchor]
    assert len(anchors) == len(set(anchors)) == len(shape) + sum(map(len, shape))
    assert {line.level for line in lines if not line.anchor} <= {"item", "subitem"}


def numbers(**fields: object) -> list[str]:
    """The number of each line."""
    return [line.number for line in outline(regulation(**fields))]


def articles(*typed: str | None) -> list[dict[str, str]]:
    """Articles with these numbers of their own, None for those that have none."""
    return [{"text": "甲。", **({"number": number} if number else {})} for number in typed]


def test_parts_chapters_and_sections() -> None:
    """Chapters count from the beginning of each part, sections of each chapter, articles through everything."""
    section = {"title": "节名", "articles": articles(None)}
    chapter = {"title": "章名", "sections": [section, section]}
    lines = outline(regulation(parts=[{"title": "编名", "chapters": [chapter]}] * 2))

    assert [(line.level, line.number, line.anchor) for line in lines[:6]] == [
        ("part", "第一编", "part-1"),
        ("chapter", "第一章", "part-1-chapter-1"),
        ("section", "第一节", "part-1-chapter-1-section-1"),
        ("article", "第一条", "article-1"),
        ("section", "第二节", "part-1-chapter-1-section-2"),
        ("article", "第二条", "article-2"),
    ]
    assert [line.number for line in lines[6:]] == ["第二编", "第一章", "第一节", "第三条", "第二节", "第四条"]


def test_clauses_behind_items_have_no_number_and_may_have_items() -> None:
    """What follows the items of an article is a paragraph of its own."""
    article = {"text": "甲：", "items": ["乙；", "丙。"], "then": ["丁。", {"text": "戊：", "items": ["己。"]}]}
    assert [(line.level, line.number, line.text) for line in outline(regulation(articles=[article]))] == [
        ("article", "第一条", "甲："),
        ("item", "（一）", "乙；"),
        ("item", "（二）", "丙。"),
        ("clause", "", "丁。"),
        ("clause", "", "戊："),
        ("item", "（一）", "己。"),
    ]


def test_article_that_was_inserted_moves_no_other() -> None:
    """第三条之一 stands behind the third article, and the next one is the fourth."""
    text = regulation(articles=articles(None, None, None, "第三条之一", "第三条之二", None))
    assert [(line.number, line.anchor) for line in outline(text)][2:] == [
        ("第三条", "article-3"),
        ("第三条之一", "article-3-1"),
        ("第三条之二", "article-3-2"),
        ("第四条", "article-4"),
    ]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ((None, "第五条", None), ["第一条", "第五条", "第六条"]),
        ((None, None, "第一条", None), ["第一条", "第二条", "第一条", "第二条"]),
        (("附则", None), ["附则", "第一条"]),
    ],
    ids=["jumps", "starts again", "no number"],
)
def test_number_of_the_source_stays(typed: tuple[str | None, ...], written: list[str]) -> None:
    """The count goes on behind it; the address of each line is its own."""
    lines = outline(regulation(articles=articles(*typed)))
    assert [line.number for line in lines] == written
    assert len({line.anchor for line in lines}) == len(lines)


@pytest.mark.parametrize(
    ("style", "below"),
    [
        ("（一）", ["（一）", "1.", "（1）"]),
        ("一、", ["一、", "（一）", "1."]),
        ("1.", ["1.", "（1）", "①"]),
        ("①", ["①", "①", "①"]),
        ("不编号", ["", "", ""]),
    ],
)
def test_levels_below_follow_the_items(style: str, below: list[str]) -> None:
    """Each level is numbered in the next way."""
    article = {"text": "甲：", "items": [{"text": "乙：", "items": [{"text": "丙：", "items": ["丁。"]}]}]}
    assert numbers(item_numbering=style, articles=[article])[1:] == below


@pytest.mark.parametrize(
    ("style", "written"),
    [("一、", ["一、", "二、"]), ("（一）", ["（一）", "（二）"]), ("1.", ["1.", "2."]), ("不编号", ["", ""])],
)
def test_articles_may_be_numbered_otherwise(style: str, written: list[str]) -> None:
    """As a hall's own rules are."""
    assert numbers(numbering=style, articles=articles(None, None)) == written


def test_each_chapter_may_count_its_own_articles() -> None:
    """一、… 1. … 2. … 二、… 1. …"""
    chapters = [{"title": "章名", "articles": articles(None, None)}] * 2
    assert numbers(chapters=chapters, chapter_numbering="一、", numbering="1.", numbered_by_chapter="是") == [
        "一、", "1.", "2.", "二、", "1.", "2.",
    ]  # fmt: skip


@given(st.integers(1, 999), st.integers(0, 12))
def test_number_is_read_as_it_is_written(number: int, inserted: int) -> None:
    """第三条之一 is the first behind the third."""
    behind = f"之{chinese_number(inserted)}" if inserted else ""
    assert number_in(f"第{chinese_number(number)}条{behind}") == (number, inserted)
    assert number_in(f"{number}.") == (number, 0) and number_in(f"（{chinese_number(number)}）") == (number, 0)


def test_more_items_than_there_are_circles() -> None:
    """After ⑳ comes （21）."""
    assert numbers(item_numbering="①", articles=[{"text": "甲：", "items": ["乙。"] * 21}])[-2:] == ["⑳", "（21）"]
