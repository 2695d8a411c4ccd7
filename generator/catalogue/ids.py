"""Ids for what comes in without one: made of the pinyin of the name, as people at the hall would make them."""

import re
import unicodedata
from collections.abc import Container, Iterator
from itertools import chain, count, islice

from generator.facts.pinyin import is_word, syllables
from generator.model.base import ID_PATTERN

_BRACKETED = re.compile(r"[（(\[【〔][^（()）\[\]【】〔〕]*[)）\]】〕]")
_NAMELESS = "shixiang"
"""Where nothing in a name can be read."""
_WORD = 2
"""Characters in a word: most words have two."""
_LONG_WORD = 3
"""Characters in words that are looked up (一次性); of four, nearly all are two words of two."""
_LAST = "人者证员师费金税权户"
_FIRST = (
    "证明", "证书", "证件", "证照", "人员", "人口", "人民", "人才", "人身", "人工", "人事", "人力", "员工", "师范",
    "师资", "费用", "金融", "金额", "税务", "税收", "权利", "权益", "权属", "户口", "户籍",
)  # fmt: skip
"""Characters that end a word of three, and words of two that begin with them."""
_BETWEEN = "和与及或的之"
_PLAIN = re.compile("[a-z0-9]+")
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
    """The pinyin of ``name``, as many words as there is room for."""
    text = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name).lower()))
    read = iter(syllables(text).split("'"))
    words = ("".join(one for one in islice(read, len(word)) if one.isascii()) for word in _words(text))
    made = ""
    for word in filter(None, words):
        longer = f"{made}-{word}" if made else word
        if len(longer) > length:
            break
        made = longer
    return made if re.fullmatch(ID_PATTERN, made) else ""


def _words(text: str) -> Iterator[str]:
    """``text`` in words: three characters that the dictionary has as one (一次性); else two, and a third that only
    ends words (残疾人, 优惠证); numbers whole.
    """
    place = 0
    while place < len(text):
        if text[place] in _BETWEEN:
            end = place + 1
        elif number := _PLAIN.match(text, place):
            end = number.end()
        elif is_word(text[place : place + _LONG_WORD]):
            end = place + _LONG_WORD
        else:
            end = place + (1 if _PLAIN.match(text, place + 1) else _WORD)
            if end < len(text) and text[end] in _LAST and text[end : end + _WORD] not in _FIRST:
                end += 1
        yield text[place:end]
        place = end
