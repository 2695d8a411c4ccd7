"""The numbered lines of a regulation: 章, 条, 项 and their anchors, the same on the page and on the poster."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model import Article, Regulation

_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Line:
    """One numbered line. ``anchor`` is unique within the regulation ("" for lines that nobody links to)."""

    level: Literal["chapter", "article", "item", "subitem"]
    number: str
    heading: str | None
    text: str
    anchor: str = ""


def chinese_number(number: int) -> str:
    """Write 1 to 999 as in the numbering of articles: 10 -> 十, 21 -> 二十一, 105 -> 一百零五; above, as digits."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if not 1 <= number <= 999:
        return str(number)
    head = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        head += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        head += "零"
    return head + (_DIGITS[ones] if ones else "")


def outline(regulation: Regulation) -> tuple[Line, ...]:
    """Number every line of ``regulation``; articles count on through the chapters."""
    return tuple(_lines(regulation))


def _lines(regulation: Regulation) -> Iterator[Line]:
    number = 0
    for position, chapter in enumerate(regulation.chapters, 1):
        yield Line("chapter", f"第{chinese_number(position)}章", None, chapter.title, f"chapter-{position}")
        for article in chapter.articles:
            number += 1
            yield from _article(article, number, regulation.numbering)
    for article in regulation.articles:
        number += 1
        yield from _article(article, number, regulation.numbering)


def _article(article: Article, number: int, numbering: str) -> Iterator[Line]:
    label = f"第{chinese_number(number)}条" if numbering == "第一条" else f"{chinese_number(number)}、"
    yield Line("article", label, article.heading, article.text, f"article-{number}")
    for position, item in enumerate(article.items, 1):
        yield Line("item", f"（{chinese_number(position)}）", None, item.text)
        for place, text in enumerate(item.items, 1):
            yield Line("subitem", f"{place}.", None, text)
