"""Finds identity numbers told in another way than as one row of digits.

A part of one beside its label (身份证后四位：…), one with the day of birth in words (…1959年12月21日…), and
numbers that an invisible sign turns round on the screen.
"""

import re
from collections.abc import Iterator
from itertools import islice

from generator.privacy.cards import find_cards
from generator.privacy.contacts import find_mobiles
from generator.privacy.disguise import Folded, fold
from generator.privacy.finding import Hit
from generator.privacy.identity import find_identity, is_resident

_PART_SIGN = re.compile("身份")
_PART = re.compile(
    r"身份(?:证件?)?(?:号码|号)?的?(?:前|后|末|尾|最后)(?:尾|号|数)?(?:[0-9]{1,2}位|[一二三四五六七八十]{1,2}位)?(?:号码|数字?)?"
    r"(?:是|为|[^0-9A-Za-z一-鿿]){0,6}(?P<part>[0-9]{3,16}[0-9Xx])(?![0-9A-Za-z年])"
)
_REACH = 48
_DAY_IN_WORDS = re.compile("年(?=[01][0-9]月[0-3][0-9]日[0-9]{3}[0-9Xx](?![0-9A-Za-z]))")
_HEAD, _TAIL = 10, 11
_TURNED = re.compile("\u202e([^\u202c\n]{2,40})")
_BESIDE = 20


def find_fragments(text: str) -> Iterator[Hit]:
    """Parts of identity numbers, numbers with a day in words, and numbers turned round."""
    for sign in _PART_SIGN.finditer(text):
        run = fold(text, sign.start(), sign.start() + _REACH, words=True)
        if found := _PART.match(run.text):
            yield Hit(*run.span(*found.span("part")), "masked-id")
    for sign in _DAY_IN_WORDS.finditer(text):
        start, end = sign.start() - _HEAD, sign.start() + _TAIL
        if start >= 0 and is_resident(re.sub("[年月日]", "", text[start:end])):
            yield Hit(start, end, "resident-id")
    for turned in _TURNED.finditer(text):
        yield from _as_shown(text, turned)


def _as_shown(text: str, turned: re.Match[str]) -> Iterator[Hit]:
    """Numbers of which some digits are turned round, with what stands before and behind these."""
    first, last = turned.span(1)
    begin, end = max(0, first - _BESIDE), min(len(text), last + _BESIDE)
    order = [*range(begin, first), *reversed(range(first, last)), *range(last, end)]
    plain = fold("".join(text[at] for at in order), 0, len(order))
    shown = Folded(plain.text, [order[at] for at in islice(plain.places, len(plain.text))])
    for detector in (find_identity, find_mobiles, find_cards):
        for hit in detector(Folded(shown.text, range(len(shown.text)))):
            places = shown.places[hit.start : hit.end]
            if any(first <= place < last for place in places):
                yield Hit(min(places), max(places) + 1, hit.kind)
