"""Take a cell apart that holds a list: numbered, a line each, behind ；, or behind 、 where that is certain.

Nothing is lost: put together, the parts are the cell without its numbers and marks between them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.register.values import HAN
from generator.texts.service_words import COPY_WORDS, PAPER_ENDINGS

_NUMBERED = (
    re.compile(r"[（(](?P<n>[0-9]{1,2})[)）][、.．]?\s*"),
    re.compile(r"(?:^|(?<=[\s；;。，,、：:）)]))(?P<n>[0-9]{1,2})(?:[)）]|[、.．:：](?![0-9]))\s*"),
    re.compile(r"[（(](?P<n>[一二三四五六七八九十]{1,3})[)）][、.．]?\s*"),
    re.compile(r"(?:^|(?<=[\s；;。，,：:]))(?P<n>[一二三四五六七八九十]{1,3})[、.．]\s*"),
    re.compile(r"(?P<n>[①-⑳])\s*"),
    re.compile(r"(?:^|(?<=\n))(?P<n>[•·●■◆\-—*])\s*"),
)
"""Kinds of numbers and bullets that begin the parts of a list."""

_NARROW_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_TEN = "一二三四五六七八九十"
_BULLETS = "•·●■◆-—*"
_LOOSE = " \t\r\n\u3000\xa0；;，,、"
_OPEN, _CLOSED = "（(《【〔[“", "）)》】〕]”"
_GOES_ON = re.compile("及(?!时)|以及|或者|[、，）]|的(?!士)")
_GOES_OVER = ("及", "和", "或", "与", "、", "（", "《")
_LONGEST_PAPER = 20
_NARROW = 12
"""Characters in the longest line of a cell that is so narrow that it breaks sentences."""
_HAN = re.compile(f"[{HAN}]")


def parts_of(text: str) -> list[str]:
    """The parts of a list of sentences: by their numbers, else by lines, else by ；."""
    text = _as_lines(text)
    for kind in _NUMBERED:
        if parts := _numbered_parts(text, kind):
            return parts
    lines = list(_unwrapped(line.strip() for line in text.splitlines() if line.strip()))
    if len(lines) > 1:
        return [line.strip(_LOOSE) for line in lines if line.strip(_LOOSE)]
    return [part for part in (one.strip(_LOOSE) for one in _split("".join(lines), "；;")) if part]


def _unwrapped(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a cell; one that plainly goes on in the next, as 身份证原件 及复印件, is put together with it."""
    before = ""
    for line in lines:
        if before and (_GOES_ON.match(line) or before.endswith(_GOES_OVER)):
            before += line
        else:
            yield from [before] if before else []
            before = line
    yield from [before] if before else []


def papers_of(text: str) -> list[str]:
    """The names of papers in ``text``; taken apart at 、 only where each part is surely a paper of its own."""
    return [paper for part in parts_of(text) for paper in _papers(part.rstrip("。"))]


def is_a_row_of_names(paper: str) -> bool:
    """Whether the name of a paper was not taken apart though it may be several: 身份证、户口簿复印件."""
    return len(list(_split(paper, "、"))) > 1


def _as_lines(text: str) -> str:
    return text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").translate(_NARROW_DIGITS).strip()


def _numbered_parts(text: str, kind: re.Pattern[str]) -> list[str]:
    """The parts that begin with 1, 2, 3 … in their order; none where the numbers are no such sequence.

    A cell may begin with a later number, where the parts of a list stand in cells of their own.
    """
    marks: list[re.Match[str]] = []
    for mark in kind.finditer(text):
        follows = (
            _value(mark["n"]) == _value(marks[-1]["n"]) + 1 if marks else mark.start() == 0 or _value(mark["n"]) == 1
        )
        if follows or mark["n"] in _BULLETS:
            marks.append(mark)
    head = text[: marks[0].start()].strip() if marks else ""
    if not marks or (head and (len(marks) < 2 or not head.endswith(("：", ":")))):
        return []
    if len(marks) == 1 and marks[0]["n"] not in _BULLETS and "\n" in text[marks[0].end() :].strip():
        return []  # The numbers of the further lines are of another kind.
    return [head, *_between(text, marks)] if head else _between(text, marks)


def _between(text: str, marks: list[re.Match[str]]) -> list[str]:
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    width = max(map(len, text.splitlines()))
    parts = [_unbroken(text[mark.start() : end], width) for mark, end in zip(marks, ends, strict=True)]
    parts = [part[len(mark[0]) :].strip(_LOOSE) for mark, part in zip(marks, parts, strict=True)]
    return [part for part in parts if part]


def _unbroken(part: str, width: int) -> str:
    """``part`` without the line breaks of a narrow cell: behind a full line, within a word or a sentence."""
    if width > _NARROW:
        return part
    first, *others = part.split("\n")
    for line in others:
        is_broken = len(first.rpartition("\n")[2]) >= width - 1 and _HAN.match(first[-1:]) and _HAN.match(line)
        first += line if is_broken else f"\n{line}"
    return first


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    if len(number) == 1 and "①" <= number <= "⑳":
        return int(unicodedata.numeric(number))
    if number in _BULLETS:
        return 0
    tens, ten, ones = number.rpartition("十")
    if not ten:
        return _TEN.index(ones) + 1 if len(ones) == 1 else 0
    return (_TEN.index(tens) + 1 if tens else 1) * 10 + (_TEN.index(ones) + 1 if ones else 0)


def _split(text: str, marks: str) -> Iterator[str]:
    """The pieces of ``text`` between ``marks`` that stand outside all brackets."""
    depth, start = 0, 0
    for place, sign in enumerate(text):
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSED:
            depth = max(depth - 1, 0)
        elif sign in marks and not depth:
            yield text[start:place]
            start = place + 1
    yield text[start:]


def _papers(text: str) -> list[str]:
    parts = [part.strip() for part in _split(text, "、，,")]
    if len(parts) < 2 or not all(_is_paper(part) for part in parts):
        return [text]
    copied = [part.endswith(COPY_WORDS) for part in parts]
    return [text] if copied[-1] and sum(copied) == 1 else parts  # One 复印件 at the end may be said of all.


def _is_paper(part: str) -> bool:
    bare = re.sub(r"[（(][^（）()]*[)）]$", "", part)
    bare = re.sub(r"[0-9一二两三四五六]+[份张本套]$", "", bare)
    return 2 <= len(bare) <= _LONGEST_PAPER and bare.endswith(PAPER_ENDINGS)
