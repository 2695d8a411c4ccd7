"""Joins a number that a narrow column of a page broke over lines, by where its parts stand.

In the text of a page the parts may be far from each other, or run into the number of the next cell.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.privacy.identity import is_resident

_FIRST = re.compile(r"(?<![0-9A-Za-z.])[0-9](?:[ -]?[0-9]){3,17}\Z")
_LATER = re.compile(r"[0-9](?:[ -]?[0-9])*[Xx]?\Z")
_CONTINUED = re.compile(r"[0-9](?:[ -]?[0-9])*[Xx]?(?![0-9A-Za-z.])")
_NEXT_LINE = (1.05, 3.4)
"""How far below a line the next one of a cell stands, in heights of a digit."""
_SAME_EDGE, _SAME_LINE, _ONE_NUMBER = 0.8, 0.4, 1.2
"""How far edges may be apart, lines may differ, and parts of one line be apart, in heights of a digit."""
_APART = 1.2
"""How much farther than its own lines the next line stands from a number that is alone in its cell."""
_MOST_PARTS = 5
_MOBILE = 11
_LENGTHS = frozenset((_MOBILE, *range(15, 20)))
"""Digits of mobiles, of identity numbers and of cards."""


class Word(NamedTuple):
    """What stands on a page without a blank in it, and its box, from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """The height of its signs."""
        return max(self.top - self.bottom, 0.1)


def broken_numbers(words: Sequence[Word]) -> Iterator[str]:
    """The text of each first line that ends in digits, with the digits of the lines below it that go on with it."""
    lines = list(_of_one_line(words))
    for first in lines:
        found = _FIRST.search(first.text)
        if not found:
            continue
        parts, below = [found[0]], first
        while len(parts) < _MOST_PARTS and (below_it := _below(lines, below, first)):
            below = below_it
            part = _CONTINUED.match(below.text)
            if not part:
                break
            parts.append(part[0])
            if _is_whole(parts) and _is_alone(lines, first, below, parts):
                yield first.text[: found.start()] + "".join(_digits(part) for part in parts)
            if len(_digits(part[0])) < len(_digits(parts[0])) or not _LATER.match(below.text):
                break


def _of_one_line(words: Sequence[Word]) -> Iterator[Word]:
    """The words, those joined that are groups of digits of one number."""
    last: Word | None = None
    for word in words:
        if (
            last
            and _LATER.match(word.text)
            and last.text[-1:].isdigit()
            and abs(last.bottom - word.bottom) < _SAME_LINE * last.height
            and 0 <= word.left - last.right < _ONE_NUMBER * last.height
        ):
            last = Word(f"{last.text} {word.text}", last.left, word.right, last.bottom, last.top)
            continue
        if last:
            yield last
        last = word
    if last:
        yield last


def _below(lines: Sequence[Word], above: Word, first: Word) -> Word | None:
    """What goes on in the next line of the same cell."""
    least, most = (bound * first.height for bound in _NEXT_LINE)
    near = [
        line
        for line in lines
        if least <= above.bottom - line.bottom <= most and _has_edge_of(line, first) and line.text[0].isdigit()
    ]
    return max(near, key=lambda line: line.bottom, default=None)


def _has_edge_of(line: Word, first: Word) -> bool:
    edges = (line.left - first.left, line.right - first.right, (line.left + line.right - first.left - first.right) / 2)
    return min(map(abs, edges)) <= _SAME_EDGE * first.height


def _digits(part: str) -> str:
    return re.sub("[ -]", "", part)


def _is_whole(parts: Sequence[str]) -> bool:
    """Whether all lines are full but the last, which is shorter, and the digits are enough for a number.

    Equal lines are a list, unless their digits are an identity number.
    """
    lengths = [len(_digits(part)) for part in parts]
    if len(set(lengths[:-1])) > 1 or sum(lengths) not in _LENGTHS:
        return False
    return lengths[-1] < lengths[0] or (lengths[-1] == lengths[0] and is_resident("".join(map(_digits, parts)).upper()))


def _is_alone(lines: Sequence[Word], first: Word, last: Word, parts: Sequence[str]) -> bool:
    """Whether the lines belong together more than to others: two sums, one below the other, could make a mobile.

    Other numbers prove themselves by a check digit.
    """
    if sum(len(_digits(part)) for part in parts) != _MOBILE:
        return True
    own = (first.bottom - last.bottom) / (len(parts) - 1)
    column = sorted(
        (line for line in lines if line.left < first.right and line.right > first.left), key=lambda line: line.bottom
    )
    above = next((line for line in column if line.bottom > first.bottom + _SAME_LINE * first.height), None)
    below = next((line for line in reversed(column) if line.bottom < last.bottom - _SAME_LINE * first.height), None)
    if (above is None or above.bottom - first.bottom >= _APART * own) and (
        below is None or last.bottom - below.bottom >= _APART * own
    ):
        return True
    return _repeats([len(_digits(line.text)) for line in reversed(column) if _LATER.match(line.text)], parts)


def _repeats(lengths: Sequence[int], parts: Sequence[str]) -> bool:
    """Whether the column has the same steps again, as one of phones has and one of sums has not."""
    step = (len(_digits(parts[0])), len(_digits(parts[-1])))
    return len(parts) == 2 and list(pairwise(lengths)).count(step) >= 2
