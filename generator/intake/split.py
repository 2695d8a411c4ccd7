"""Tells several rules in one paper apart, and the lists of a hall (窗口, 标语, 职能) that stand before them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.intake.around import is_title
from generator.intake.lines import Line
from generator.intake.marks import ARTICLE, HEADINGS, Mark, mark_of

_OF_A_HALL = re.compile("标语|口号|窗口名称|服务窗口|窗口职能|窗口设置|(?:需要|应当|必须)?上墙")


@dataclass(frozen=True)
class Segment:
    """The lines of one rule or, where ``is_hall``, of the lists of a hall."""

    lines: tuple[Line, ...]
    is_hall: bool = False


def segments(lines: Sequence[Line]) -> list[Segment]:
    """Cut at each title behind which the numbers begin anew."""
    following = _following(lines)
    starts = [0]
    for number, line in enumerate(lines):
        if number and is_title(line.text) and _begins_anew(following[starts[-1]], following[number]):
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


def _begins_anew(before: Mark | None, behind: Mark | None) -> bool:
    """Whether the text before a title has numbers, and those behind it begin again with the same kind.

    ``before`` and ``behind`` are the first numbers below the title of the text before, and below this one; they are the
    same where there is no number between the two.
    """
    if before is None or behind is None or before is behind or behind.number != 1:
        return False
    return behind.style in (*HEADINGS, ARTICLE, "一、", before.style)


def _is_hall(lines: Sequence[Line]) -> bool:
    heads = [line.text for line in lines if len(line.text) < 20 and _OF_A_HALL.search(line.text)]
    return len(heads) >= 2
