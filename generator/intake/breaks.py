"""Parts lines that were run together: …。第二条 …, 第一章 总则第一条 …, …：（一）…；（二）…"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.intake.around import ANNEXED, is_title, tells_history
from generator.intake.lines import Line
from generator.intake.marks import ARTICLE, HEADINGS, Mark, mark_of

_HAN = "[一二三四五六七八九十百千零〇]"
_UNITS = re.compile(rf"第(?:{_HAN}{{1,7}}|[0-9０-９]{{1,3}})[编章节条編節條](?:之{_HAN}{{1,3}})?")
_POINT = rf"{_HAN}{{1,3}}、|[（(](?:{_HAN}{{1,3}}|[0-9]{{1,2}})[)）]|[①-⑳]|[0-9]{{1,2}}[.．、](?![0-9])"
_POINTS = re.compile(rf"(?<=[。；;：:！!？?])[ 　]*(?={_POINT})")
_SENTENCE_END = "。；;：:！!？?”》)）"
_HEADING = re.compile(rf"[^。；，、：:,;\s]{{1,24}}?第{_HAN}{{1,7}}[节条節條]")
"""What follows 第二章 that is run together with its heading and its first article."""
_TITLE_LENGTH = 24
_BEFORE_HISTORY = re.compile(r"(?<=[^（(])(?=[（(][^（）()]*(?:[（(][^（）()]*[)）][^（）()]*)*[)）]$)")
_LONGEST_HEAD = 600
_NEAR = 64
"""A number with its blanks, or the heading of a chapter, is shorter; what is further away is not looked at."""


def parted(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each beginning with a number that counts on where several were run together."""
    counted = dict[str, int]()
    for line in lines:
        for part in _by_history(line.text):
            for piece in _by_units(part, counted):
                yield from map(line.saying, _by_points(piece))


def _by_history(text: str) -> Iterator[str]:
    """A title, and the brackets behind it that tell when it was adopted and amended."""
    found = _BEFORE_HISTORY.search(text) if len(text) <= _LONGEST_HEAD else None
    title, history = (text[: found.start()], text[found.start() :]) if found else (text, "")
    is_head = tells_history(history) and is_title(ANNEXED.sub("", title.strip()))
    yield from (title.strip(), history) if is_head else (text,)


def _by_units(text: str, counted: dict[str, int]) -> Iterator[str]:
    """Part at 第几条 and 第几章 that count on from the one before and stand where a sentence or a heading ends."""
    start = 0
    for found in _UNITS.finditer(text):
        place = found.start()
        mark = mark_of(text[place : place + _NEAR])
        if mark is None:
            continue
        if place - start < _NEAR and not text[start:place].strip():
            counted[mark.style] = mark.number
            if mark.style == HEADINGS[1]:
                counted.pop(HEADINGS[2], None)
        elif _counts_on(mark, counted) and _may_end(text, start, place, mark):
            counted[mark.style] = mark.number
            yield text[start:place].strip()
            start = place
    yield text[start:].strip()


def _counts_on(mark: Mark, counted: dict[str, int]) -> bool:
    return mark.number == counted.get(mark.style, 0) + 1 and not mark.inserted


def _may_end(text: str, start: int, place: int, mark: Mark) -> bool:
    """Whether the line from ``start`` may end before ``place``: with its sentence, a heading, or the title."""
    heading = mark_of(text[start : min(place, start + _NEAR)].strip())
    if heading and heading.style in HEADINGS:
        return 0 < len(heading.rest) <= _TITLE_LENGTH and place - start < _NEAR
    before = text[max(start, place - _NEAR) : place].rstrip()
    if mark.number == 1 and place - start < _NEAR and is_title(before.strip()):
        return True
    return before[-1:] in tuple(_SENTENCE_END) and (
        mark.spaced or mark.style == ARTICLE or _HEADING.match(mark.rest) is not None
    )


def _by_points(text: str) -> Iterator[str]:
    """Part at points （一） （二） that count from one on within the line, each behind the end of a clause."""
    first = mark_of(text)
    wanted = {first.style: first.number + 1} if first and first.style not in (*HEADINGS, ARTICLE) else dict[str, int]()
    cuts = list[tuple[int, str]]()
    for found in _POINTS.finditer(text):
        mark = mark_of(text[found.end() : found.end() + _NEAR])
        if mark and mark.number == wanted.get(mark.style, 1):
            wanted[mark.style] = mark.number + 1
            cuts.append((found.end(), mark.style))
    counts = Counter([style for _, style in cuts] + ([first.style] if first else []))
    start = 0
    for cut, style in cuts:
        if counts[style] > 1:
            yield text[start:cut].strip()
            start = cut
    yield text[start:].strip()
