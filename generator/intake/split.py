"""Tells several rules in one paper apart, and the lists of a hall (窗口, 标语, 职能) that stand before them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from generator.intake.around import ANNEXED, is_title, tells_history
from generator.intake.lines import Line
from generator.intake.marks import ARTICLE, HEADINGS, Mark, mark_of

_AMENDING = re.compile("(?:.{0,60})关于.{0,8}(?:修改|修订|修正).{1,80}的(?:决定|通知|公告)")
_HEAD = 8
"""Among so many lines the title of a decision stands."""
_OF_A_HALL = re.compile("标语|口号|窗口名称|服务窗口|窗口职能|窗口设置|(?:需要|应当|必须)?上墙")


@dataclass(frozen=True)
class Segment:
    """The lines of one rule or, where ``is_hall``, of the lists of a hall."""

    lines: tuple[Line, ...]
    is_hall: bool = False


def segments(lines: Sequence[Line]) -> list[Segment]:
    """Cut at each title behind which the numbers begin anew; what stands before it may be a decision that amends it."""
    lines = list(_unprefixed(lines))
    following = _following(lines)
    starts = [0]
    for number, line in enumerate(lines):
        if not number or not is_title(line.text):
            continue
        amended = any(_AMENDING.fullmatch(one.text) for one in lines[starts[-1] : number][:_HEAD])
        if _begins_anew(following[starts[-1]], following[number], amended):
            starts.append(number)
    pieces = [tuple(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]
    return [Segment(piece, _is_hall(piece)) for piece in pieces]


def _following(lines: Sequence[Line]) -> list[Mark | None]:
    """For each line the first number in it or below it."""
    found, mark = list[Mark | None](), None
    for line in reversed(lines):
        mark = mark_of(line.text) or mark
        found.append(mark)
    return found[::-1]


def _unprefixed(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; 附件： before the title of a rule is a line of its own."""
    for line, below in zip_longest(lines, lines[1:]):
        prefix = ANNEXED.match(line.text)
        mark = mark_of(below.text) if below else None
        is_head = mark is not None and mark.style in (*HEADINGS, ARTICLE) and mark.number == 1
        history = below is not None and tells_history(below.text)
        if prefix and (is_head or history) and is_title(line.text[prefix.end() :]):
            yield line.saying(prefix[0].strip())
            yield line.saying(line.text[prefix.end() :])
        else:
            yield line


def _begins_anew(before: Mark | None, behind: Mark | None, amended: bool) -> bool:
    """Whether the text before a title has numbers, and those behind it begin again with the same kind.

    ``before`` and ``behind`` are the first numbers below the title of the text before, and below this one; they are the
    same where there is no number between the two. A decision that amends the rule (``amended``) may have none.
    """
    if before is None or behind is None or behind.number != 1:
        return False
    if before is behind:
        return amended
    return behind.style in (*HEADINGS, ARTICLE, "一、", before.style)


def _is_hall(lines: Sequence[Line]) -> bool:
    heads = [line.text for line in lines if len(line.text) < 20 and _OF_A_HALL.search(line.text)]
    return len(heads) >= 2
