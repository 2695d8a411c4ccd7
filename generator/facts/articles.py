"""Numbers the lines of a regulation (编, 章, 节, 条, 项, 目), for page and poster alike."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.model import Article, Chapter, Item, Regulation
from generator.model.regulation import UNNUMBERED
from generator.texts.regulation import NUMBERS

_DIGITS = "零一二三四五六七八九"
_LARGEST = 1999
"""The Civil Code, the longest law, has 1,260 articles."""
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
BELOW = {"一、": "（一）", "（一）": "1.", "1.": "（1）", "1、": "（1）", "（1）": "①", "①": "①", "不编号": "不编号"}
"""How the items below are numbered, by how those above are."""
_NUMERAL = "[一二三四五六七八九十百千零〇]"
_TYPED = re.compile(rf"[第（(]?([0-9]{{1,4}}|{_NUMERAL}{{1,7}})(?:[条、.．)）]|条之({_NUMERAL}{{1,3}}))?")

Level = Literal["part", "chapter", "section", "article", "item", "subitem", "detail", "clause"]


@dataclass(frozen=True)
class OutlineLine:
    """One line of a regulation; ``number`` is "" for a clause (款) behind items and where nothing is numbered.

    ``anchor`` is unique within the regulation; "" for lines without a link to them.
    """

    level: Level
    number: str
    heading: str | None
    text: str
    anchor: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it is the title of a part, a chapter or a section."""
        return self.level in ("part", "chapter", "section")


def chinese_number(number: int) -> str:
    """Write 1 to 1999 as articles are numbered: 10 -> 十, 21 -> 二十一, 105 -> 一百零五, 1010 -> 一千零一十.

    Larger numbers are written as digits.
    """
    if not 1 <= number <= _LARGEST:
        return str(number)
    digits = zip(str(number).zfill(4), "千百十 ", strict=True)
    written = "".join("零" if digit == "0" else _DIGITS[int(digit)] + unit for digit, unit in digits)
    written = re.sub("零+", "零", written).strip("零 ")
    return written.removeprefix("一") if 10 <= number < 20 else written


def number_in(typed: str) -> tuple[int, int] | None:
    """The number in 第三条, 3., （三） or 第三条之一, and which of those inserted behind it this is: (3, 0), (3, 1)."""
    found = _TYPED.fullmatch(typed)
    if found is None:
        return None
    number = int(found[1]) if found[1].isascii() else _numerals().get(found[1].replace("〇", "零"))
    return (number, _numerals().get(found[2] or "", 0)) if number else None


@cache
def _numerals() -> dict[str, int]:
    written = {chinese_number(number): number for number in range(1, _LARGEST + 1)}
    return written | {f"一{numeral}": number for numeral, number in written.items() if numeral.startswith("十")}


def outline(regulation: Regulation) -> tuple[OutlineLine, ...]:
    """Every line of ``regulation`` with its number.

    Articles count on from chapter to chapter unless ``numbered_by_chapter``, chapters from the beginning of each part.
    A number that the record has itself stays as it is, and the count goes on behind it.
    """
    return tuple(_Outline(regulation).lines())


class _Outline:
    def __init__(self, regulation: Regulation) -> None:
        self._regulation = regulation
        self._taken: Counter[str] = Counter()
        self._articles = 0

    def lines(self) -> Iterator[OutlineLine]:
        regulation = self._regulation
        yield from self._numbered(regulation.articles)
        for position, part in enumerate(regulation.parts, 1):
            yield self._heading("part", "第一编", position, part.number, part.title, f"part-{position}")
            yield from self._numbered(part.articles)
            yield from self._chapters(part.chapters, f"part-{position}-")
        yield from self._chapters(regulation.chapters, "")

    def _chapters(self, chapters: Sequence[Chapter], before: str) -> Iterator[OutlineLine]:
        for position, chapter in enumerate(chapters, 1):
            anchor = f"{before}chapter-{position}"
            style = self._regulation.chapter_numbering
            yield self._heading("chapter", style, position, chapter.number, chapter.title, anchor)
            if self._regulation.numbered_by_chapter:
                self._articles = 0
            yield from self._numbered(chapter.articles)
            for place, section in enumerate(chapter.sections, 1):
                yield self._heading(
                    "section", "第一节", place, section.number, section.title, f"{anchor}-section-{place}"
                )
                yield from self._numbered(section.articles)

    def _heading(
        self, level: Level, style: str, position: int, typed: str | None, title: str, anchor: str
    ) -> OutlineLine:
        return OutlineLine(level, _label(typed, style, position), None, title, self._unique(anchor))

    def _numbered(self, articles: Iterable[Article]) -> Iterator[OutlineLine]:
        for article in articles:
            number, inserted = (number_in(article.number) if article.number else None) or (None, 0)
            self._articles = number or self._articles + (not article.number)
            anchor = f"article-{self._articles}" + (f"-{inserted}" if inserted else "")
            label = _label(article.number, self._regulation.numbering, self._articles)
            yield OutlineLine("article", label, article.heading, article.text, self._unique(anchor))
            yield from self._items(article.items)
            for clause in article.then:
                yield OutlineLine("clause", "", None, clause.text)
                yield from self._items(clause.items)

    def _items(self, items: Iterable[Item]) -> Iterator[OutlineLine]:
        style = self._regulation.item_numbering
        below, lowest = BELOW[style], BELOW[BELOW[style]]
        for position, item in enumerate(items, 1):
            yield OutlineLine("item", _label(item.number, style, position), None, item.text)
            for place, subitem in enumerate(item.items, 1):
                yield OutlineLine("subitem", _label(subitem.number, below, place), None, subitem.text)
                for count, text in enumerate(subitem.items, 1):
                    yield OutlineLine("detail", written(lowest, count), None, text)

    def _unique(self, anchor: str) -> str:
        self._taken[anchor] += 1
        return anchor if self._taken[anchor] == 1 else f"{anchor}_{self._taken[anchor]}"


def _label(typed: str | None, style: str, number: int) -> str:
    return "" if typed == UNNUMBERED else typed or written(style, number)


def written(style: str, number: int) -> str:
    """The number of a line, in the style of its level (第一条, 一、, ①)."""
    if style == "①":
        return _CIRCLED[number - 1] if number <= len(_CIRCLED) else NUMBERS["（1）"].format(digits=number)
    return NUMBERS[style].format(han=chinese_number(number), digits=number)
