"""Finds numbers in which a scanner read letters for digits: O for 0, l for 1, Z for 2, S for 5.

Numbers of identity cards and bank cards, whose check digit few other mixtures of letters fit, and mobiles.
"""

import re
from collections.abc import Iterator
from itertools import islice

from generator.privacy.cards import is_card
from generator.privacy.contacts import PHONE_LABEL
from generator.privacy.finding import Hit
from generator.privacy.identity import is_credit_code, is_resident

_LOOKALIKE = "OoDQIil|!ZzSsBbgqG"
_MEANT = str.maketrans(_LOOKALIKE, "000011111225586996")
_SIGN = f"[0-9{_LOOKALIKE}]"
_BESIDE = re.compile(rf"[0-9](?:(?<=[{_LOOKALIKE}][0-9])|(?<=[{_LOOKALIKE}][ .\-][0-9])|(?=[ .\-]?[{_LOOKALIKE}]))")
"""A digit beside a letter: every misread number has one, and few other words do."""
_WIDTH = 38
_WORD = re.compile(rf"(?<![0-9A-Za-z]){_SIGN}(?:[ .\-]?{_SIGN}){{14,17}}[ .\-]?(?:{_SIGN}|[Xx])(?![0-9A-Za-z])")
_MAY_BE_ONE = re.compile(rf"{_SIGN}(?:[ .\-]?{_SIGN}){{10}}")
"""What every misread number has in it: so many signs with no more than a gap between two."""
_MOST_LETTERS = 6
_PHONE = re.compile(r"(?<![0-9A-Za-z])[1Il][0-9OoIlZzSsBbgq]{10}(?![0-9A-Za-z])")
_SURE = re.compile("[0-9OoIl]{11}|(?=(?:[0-9]*[A-Za-z]){1,3}[0-9]*\\Z)1[3-9](?=[0-9A-Za-z]*[OoIl])[0-9OoIlZzSsB]{9}")
"""Such letters as hardly a number of goods has: O and l alone, or one of them beside one or two others."""
_GAP = re.compile(r"[ .\-]")


def find_misread(text: str) -> Iterator[Hit]:
    """Identity numbers and bank cards that are sound once the letters are read as the digits they look like."""
    end = 0
    for sign in _BESIDE.finditer(text):
        if sign.start() >= end:
            end = sign.end() + _WIDTH
            yield from _misread_near(text, max(0, sign.start() - _WIDTH), end + _WIDTH)


def _misread_near(text: str, start: int, end: int) -> Iterator[Hit]:
    if not _MAY_BE_ONE.search(text, start, end):
        return
    for word in _WORD.finditer(text, start, end):
        yield from islice(filter(None, (_proven(text, *span) for span in _readings(word))), 1)
    for word in _PHONE.finditer(text, start, end):
        number = word[0].translate(_MEANT)
        letters = sum(sign.isalpha() for sign in word[0])
        if not re.match("1[3-9]", number) or not 0 < letters < _MOST_LETTERS:
            continue
        if _SURE.fullmatch(word[0]) or PHONE_LABEL.search(text[max(0, word.start() - 12) : word.start()]):
            yield Hit(*word.span(), "mobile")


def _readings(word: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The whole word, and the word without another number that stands behind or before a gap in it."""
    yield word.span()
    if gaps := [gap.span() for gap in _GAP.finditer(word.string, *word.span())]:
        yield word.start(), gaps[-1][0]
        yield gaps[0][1], word.end()


def _proven(text: str, start: int, end: int) -> Hit | None:
    """An identity number or a card with letters in it, if its check digit is sound."""
    written = _GAP.sub("", text[start:end])
    number = written.translate(_MEANT)
    letters = sum(sign.isalpha() or sign in "|!" for sign in written[:-1])
    if number == written or letters > _MOST_LETTERS or is_credit_code(written):
        return None
    if len(number) == 18 and is_resident(number):
        return Hit(start, end, "resident-id")
    if number.isdigit() and number.startswith("62") and is_card(number):
        return Hit(start, end, "bank-card")
    return None
