"""Joins numbers that a narrow column broke over lines: 18 digits of a card on one line and the last on the next."""

import re
from collections.abc import Iterator

from generator.privacy.disguise import Folded

_WRAPPED = re.compile(r"(?<![0-9A-Za-z.])[0-9]{4,18}(?: *\n+ *[0-9]{1,18}){1,4}(?! *\n+ *[0-9])(?![0-9A-Za-z.])")
_PIECE = re.compile("[0-9]+")


def unwrapped(text: str, run: Folded) -> Iterator[Folded]:
    """Each number of ``run``, a plain form of ``text``, that bare line breaks divide, without the breaks.

    A column has one width: all lines are of one length but the last, which is shorter. Equal lines are a list.
    """
    if "\n" not in text and "\r" not in text:
        return
    # The places of a run at the end of a text go on behind it.
    plain = "".join("\n" if text[at] in "\r\n" else sign for sign, at in zip(run.text, run.places, strict=False))
    for found in _WRAPPED.finditer(plain):
        pieces = list(_PIECE.finditer(plain, *found.span()))
        lengths = [len(piece[0]) for piece in pieces]
        if plain[: found.start()].rstrip(" \n")[-1:].isdigit():
            continue
        if len(set(lengths[:-1])) == 1 and lengths[-1] < lengths[0]:
            places = [run.places[at] for piece in pieces for at in range(*piece.span())]
            yield Folded("".join(piece[0] for piece in pieces), places)
