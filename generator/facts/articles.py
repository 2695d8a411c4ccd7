"""Numbers the chapters, articles and items of a regulation (章, 条, 项), for page and poster alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model import Article, Regulation
from generator.texts.regulation import NUMBERS

_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class OutlineLine:
    """One numbered line. ``anchor`` is unique within the regulation; "" for lines without a link to them."""

    level: Literal["chapter", "article", "item", "subitem"]
    number: str
    heading: str | None
    text: str
    anchor: str = ""


def chinese_number(number: int) -> str:
    """Write 1 to 999 as articles are numbered: 10 -> 十, 21 -> 二十一, 105 -> 一百零五; larger numbers as digits."""
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


def outline(regulation: Regulation) -> tuple[OutlineLine, ...]:
    """Number every line of ``regulation``; the count of articles goes on from chapter to chapter."""
    return tuple(_lines(regulation))


def _lines(regulation: Regulation) -> Iterator[OutlineLine]:
    number = 0
    for position, chapter in enumerate(regulation.chapters, 1):
        yield OutlineLine("chapter", _number("chapter", position), None, chapter.title, f"chapter-{position}")
        for article in chapter.articles:
            number += 1
            yield from _article(article, number, regulation.numbering)
    for article in regulation.articles:
        number += 1
        yield from _article(article, number, regulation.numbering)


def _article(article: Article, number: int, numbering: str) -> Iterator[OutlineLine]:
    label = _number("article" if numbering == "第一条" else "point", number)
    yield OutlineLine("article", label, article.heading, article.text, f"article-{number}")
    for position, item in enumerate(article.items, 1):
        yield OutlineLine("item", _number("item", position), None, item.text)
        for place, text in enumerate(item.items, 1):
            yield OutlineLine("subitem", NUMBERS["subitem"].format(number=place), None, text)


def _number(kind: str, number: int) -> str:
    return NUMBERS[kind].format(number=chinese_number(number))
