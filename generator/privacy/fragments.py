"""Finds identity numbers told in another way than as one row of digits.

A part of one beside its label (身份证后四位：…), one with the day of birth in words (…1959年12月21日…), and
numbers that an invisible sign turns round on the screen.
"""

import re
from collections.abc import Iterator

from generator.privacy.contacts import is_card
from generator.privacy.disguise import fold
from generator.privacy.finding import Hit
from generator.privacy.identity import is_resident

_PART_SIGN = re.compile("身份")
_PART = re.compile(
    r"身份(?:证件?)?(?:号码|号)?的?(?:前|后|末|尾|最后)(?:尾|号|数)?(?:[0-9]{1,2}位|[一二三四五六七八十]{1,2}位)?(?:号码|数字?)?"
    r"(?:是|为|[^0-9A-Za-z一-鿿]){0,6}(?P<part>[0-9]{3,16}[0-9Xx])(?![0-9A-Za-z年])"
)
_REACH = 48
_DAY_IN_WORDS = re.compile("年(?=[01][0-9]月[0-3][0-9]日[0-9]{3}[0-9Xx](?![0-9A-Za-z]))")
_HEAD, _TAIL = 10, 11
_TURNED = re.compile("\u202e([^\u202c\n]{11,40})")
_MOBILE = re.compile("1[3-9][0-9]{9}")


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
        for digits in re.finditer("[0-9Xx]{11,19}", turned[1]):
            number = digits[0][::-1]
            span = turned.start(1) + digits.start(), turned.start(1) + digits.end()
            if is_resident(number):
                yield Hit(*span, "resident-id")
            elif _MOBILE.fullmatch(number):
                yield Hit(*span, "mobile")
            elif number.isdigit() and is_card(number):
                yield Hit(*span, "bank-card")
