"""The numbers that lines of a regulation begin with: 第一章, 第一条, 一、 （一） 1. （1） ①, and bullets."""

import re
from dataclasses import dataclass

from generator.facts.articles import number_in

HEADINGS = ("编", "章", "节")
ARTICLE = "条"
BULLET = "•"

_HAN = "[一二三四五六七八九十百千零〇两]"
_DIGIT = "[0-9０-９]"
_UNITS = {"編": "编", "節": "节", "條": "条"}
_SPACE = r"[ \t　]"
_UNIT = re.compile(
    rf"第{_SPACE}*({_HAN}{{1,7}}|{_DIGIT}{{1,3}}){_SPACE}*([编章节条編節條])((?:之{_HAN}{{1,3}})?)({_SPACE}*)(.*)", re.S
)
_STYLES = (
    ("一、", re.compile(rf"({_HAN}{{1,5}})({_SPACE}*[、．.]){_SPACE}*(.*)", re.S)),
    ("（一）", re.compile(rf"[（(]{_SPACE}*({_HAN}{{1,5}}){_SPACE}*([)）][、．.]?){_SPACE}*(.*)", re.S)),
    ("1.", re.compile(rf"({_DIGIT}{{1,3}})({_SPACE}*[.．、])(?!{_DIGIT}){_SPACE}*(.*)", re.S)),
    ("（1）", re.compile(rf"[（(]{_SPACE}*({_DIGIT}{{1,3}}){_SPACE}*([)）][、．.]?){_SPACE}*(.*)", re.S)),
    ("1）", re.compile(rf"({_DIGIT}{{1,3}})([)）]){_SPACE}*(.*)", re.S)),
    ("a.", re.compile(rf"([A-Za-z])([.．、)）])(?![A-Za-z0-9]){_SPACE}*(.*)", re.S)),
    ("①", re.compile(rf"([①-⑳])(){_SPACE}*(.*)", re.S)),
    ("⑴", re.compile(rf"([⑴-⒇])(){_SPACE}*(.*)", re.S)),
    ("⒈", re.compile(rf"([⒈-⒛])(){_SPACE}*(.*)", re.S)),
    (BULLET, re.compile(rf"([•·●○◆◇■□▪★☆➢✓—-])({_SPACE}+){_SPACE}*(.*)", re.S)),
)
_IN_A_ROW = ("①", "⑴", "⒈")
"""Numbers that are one character, which follow each other in Unicode."""
_NARROW_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_REFERENCE = re.compile("[所的第款项至到和与或及、，,。；;）)]|规定|之规定|以及|中的")
"""What follows 第五条 in a sentence about it, and never in the line that begins it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a line. ``style`` names its kind, by how the first one is written; ``typed`` is the number alone.

    ``spaced``: whether a blank stands between 第几条 and the text, as the standards of official papers want.
    """

    style: str
    number: int
    inserted: int
    typed: str
    rest: str
    spaced: bool = True


def mark_of(text: str) -> Mark | None:
    """The number that a line begins with; None where there is none, or where 第五条 is only spoken of."""
    if unit := _UNIT.match(text):
        return _of_unit(unit)
    for style, pattern in _STYLES:
        if (found := pattern.match(text)) and (mark := _of_style(style, found)):
            return mark
    return None


def _narrow(count: str) -> str:
    return count.translate(_NARROW_DIGITS)


def _of_unit(found: re.Match[str]) -> Mark | None:
    count, unit, inserted, space, rest = found.groups()
    if not space and _REFERENCE.match(rest):
        return None
    typed = f"第{_narrow(count)}{unit}{inserted}"
    number, place = number_in(typed.replace(unit, ARTICLE)) or (0, 0)
    style = _UNITS.get(unit, unit)
    return Mark(style, number, place, typed, rest.lstrip("　 \t"), bool(space) or not rest) if number else None


def _of_style(style: str, found: re.Match[str]) -> Mark | None:
    count, sign, rest = found.groups()
    if style == BULLET:
        return Mark(BULLET, 0, 0, count, rest) if rest else None
    if style in _IN_A_ROW:
        return Mark(style, ord(count) - ord(style) + 1, 0, count, rest)
    count = _narrow(count)
    number = ord(count.lower()) - ord("a") + 1 if style == "a." else (number_in(count) or (0, 0))[0]
    if not number:
        return None
    sign = sign.strip().replace("．", ".").replace(")", "）")
    if style == "一、" and sign != "、" and not rest:
        return None
    return Mark(style, number, 0, f"（{count}{sign}" if style[0] == "（" else count + sign, rest)
