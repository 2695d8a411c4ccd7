"""Joins numbers that a narrow column or the end of a line broke: 18 digits of a card, and the last on the next line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.privacy.disguise import Folded, fold

_WRAPPED = re.compile(r"(?<![0-9A-Za-z.])[0-9]{1,18}(?: *\n+ *[0-9]{1,18}){1,4}(?! *\n+ *[0-9])(?![0-9A-Za-z.])")
_BREAKS = "\r\n\v\f\x85\u2028\u2029"
_BREAK = re.compile(f"[{_BREAKS}]")
_PIECE = re.compile("[0-9]+")
_WORDS = re.compile(r"[^\W0-9][^\n0-9]{0,12}\Z")


class Unwrapped(NamedTuple):
    """A number without its breaks, the lengths of its lines, and the words before it on the first one.

    ``in_column`` tells that its lines have one length, as a column makes them. Other lengths are chance: such a number
    counts if a check digit proves it, or (``in_sentence``) words before it show that the line goes on.
    """

    run: Folded
    lengths: tuple[int, ...]
    words: str
    in_column: bool
    in_sentence: bool


def unwrapped(text: str, start: int, end: int) -> Iterator[Unwrapped]:
    """Each number in ``text[start:end]`` that bare line breaks divide, without the breaks.

    A column has one width: all lines are of one length but the last, which is shorter. A line of digits more is a list.
    """
    if not _BREAK.search(text, start, end):
        return
    run = fold(text, start, end, words=True)
    # The places of a run at the end of a text go on behind it.
    plain = "".join("\n" if text[at] in _BREAKS else sign for sign, at in zip(run.text, run.places, strict=False))
    for found in _WRAPPED.finditer(plain):
        pieces = list(_PIECE.finditer(plain, *found.span()))
        lengths = tuple(len(piece[0]) for piece in pieces)
        if plain[: found.start()].rstrip(" \n")[-1:].isdigit():
            continue
        words = _WORDS.search(plain, 0, found.start())
        places = [run.places[at] for piece in pieces for at in range(*piece.span())]
        yield Unwrapped(
            Folded("".join(piece[0] for piece in pieces), places),
            lengths,
            words[0] if words else "",
            in_column=len(set(lengths[:-1])) == 1 and lengths[-1] < lengths[0] and lengths[0] > 3,
            in_sentence=words is not None,
        )
