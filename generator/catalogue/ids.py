"""Ids for what comes in without one: made of the pinyin of the name, as people at the hall would make them."""

import re
from collections.abc import Container
from itertools import chain, count, groupby

from generator.facts.pinyin import syllables
from generator.model.base import ID_PATTERN

_BRACKETED = re.compile(r"[（(\[【〔][^（()）\[\]【】〔〕]*[)）\]】〕]")
_NAMELESS = "shixiang"
"""Where nothing in a name can be read."""
_WORD = 2
"""Syllables in a word: most words have two."""
_LENGTH = 40
_LONGEST = 60
"""Of an id with what stands in brackets; four more characters are left for a number behind it."""


def proposed(name: str, taken: Container[str]) -> str:
    """An id for ``name`` that is not ``taken``.

    What stands in brackets, and the end of a long name, are only used where the id would not be unique without them.
    """
    short = _id(_BRACKETED.sub("", name), _LENGTH) or _id(name, _LENGTH) or _NAMELESS
    long = _id(name, _LONGEST) or short
    return next(one for one in chain((short, long), (f"{short}-{number}" for number in count(2))) if one not in taken)


def _id(name: str, length: int) -> str:
    """The pinyin of ``name``, two syllables to a word, as many words as there is room for."""
    read = [one for one in syllables(name).split("'") if one.isascii() and one]
    words = []
    for is_number, run in groupby(read, str.isdigit):
        parts = list(run)
        size = len(parts) if is_number else _WORD
        words += ["".join(parts[start : start + size]) for start in range(0, len(parts), size)]
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word
        if len(longer) > length:
            break
        made = longer
    return made if re.fullmatch(ID_PATTERN, made) else ""
