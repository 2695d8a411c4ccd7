"""Finds bank card numbers by issuer, length and check digit: in one piece, in groups or glued to letters."""

import re
from collections.abc import Iterator

from generator.privacy.disguise import GAP, Folded
from generator.privacy.finding import Hit

_ISSUERS = re.compile(
    r"(?:62[0-9]{14,17}|60[0-9]{14,17}|955[89][0-9]{12,15}|4[0-9]{15}|4367[0-9]{15}|5[1-5][0-9]{14}|35(?:2[89]|[3-8][0-9])[0-9]{12}"
    r"|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}|103[0-9]{16}|69[0-9]{14,17}"
    r"|68[0-9]{14,17}|9[04][0-9]{14,17}|8[47][0-9]{14,17})\Z"
)
"""Issuers: UnionPay 62, the older domestic ones, Visa, Mastercard, JCB. American Express issues no bank card here."""
YEAR_OF_DOCUMENT = "20(?:1[6-9]|2[0-9])"
"""The year in the number of a contract or a case, behind the region."""
_REGION_AND_YEAR = re.compile(rf"(?:35|4[1-6]|5[1-4]|62(?=0))(?:[0-2][0-9]|3[0-4])[0-9]{{2}}{YEAR_OF_DOCUMENT}")
"""How the number of a contract or a case begins (GB/T 2260); of 62 only 6201 to 6209, because the rest are issuers."""
_CARD = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][.])([1-9][0-9]{14,18})(?![0-9A-Za-z])")
_GLUED = re.compile(
    r"(?<![0-9A-Za-z])(?:[A-Za-z]{1,8}(62(?!0)[0-9]{14,17})[A-Za-z]{0,8}|(62(?!0)[0-9]{14,17})[A-Za-z]{1,8})(?![0-9A-Za-z])"
)
"""In one word with letters. Numbers of tenders and projects begin with a letter and a region, in Gansu 620."""
_SPACED_CARD = re.compile(
    rf"(?<![0-9A-Za-z])([2-69][0-9]{{3}}({GAP}{{1,2}})(?:[0-9]{{4}}\2){{2}}[0-9]{{4}}(?:\2?[0-9]{{1,3}})?"
    rf"|[69][0-9]{{5}}{GAP}{{1,3}}[0-9]{{10,13}}"
    rf"|[2-69]({GAP}{{1,2}})(?:[0-9]\3){{13,17}}[0-9])(?![0-9A-Za-z])"
)
_GAPS = re.compile(GAP + "+")
_ROW = re.compile(r"(?<![0-9A-Za-z])[0-9]+(?:[ \-·.]{1,3}[0-9]+)+(?![A-Za-z])")
"""Digits in pieces of any length, all in one cell."""
_PIECE = re.compile("[0-9]+")
_LENGTHS, _MOST_PIECES, _SHORTEST_PIECE = range(16, 20), 6, 3
_TELEPHONES = {(8, 8), (7, 7, 2), (7, 7, 3), (7, 7, 4), (7, 7, 5)}
"""Two telephones beside each other, whose digits begin with 62 in several towns."""
_LABEL = re.compile(r"(?:[卡账帐帳户戶折]|退款|补贴|工资|[打转存汇]入|发放)[^0-9A-Za-z]{0,8}\Z")


def luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of a card (ISO/IEC 7812-1)."""
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_card(digits: str) -> bool:
    """Whether digits have the issuer, the length and the check digit of a bank card."""
    return _ISSUERS.match(digits) is not None and luhn(digits) and len(set(digits)) > 2


def find_cards(run: Folded) -> Iterator[Hit]:
    """Bank cards of one folded run."""
    for pattern in (_CARD, _SPACED_CARD, _GLUED):
        for match in pattern.finditer(run.text):
            number = match[1] or match[2]
            digits = _GAPS.sub("", number)
            if number[0] == "2" and digits == number:
                continue  # Receipts begin with the region.
            if digits == number and _REGION_AND_YEAR.match(digits):
                continue
            if is_card(digits):
                yield Hit(*run.span(*match.span(1 if match[1] else 2)), "bank-card")
    for row in _ROW.finditer(run.text):
        if span := _divided(run.text, *row.span()):
            yield Hit(*run.span(*span), "bank-card")


def is_broken_card(number: str, lengths: tuple[int, ...], words: str) -> bool:
    """Whether ``number`` is a card of this country that stands in lines of such ``lengths``, behind ``words``."""
    return number.startswith("62") and is_card(number) and (lengths not in _TELEPHONES or _is_labelled(words))


def _divided(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where neighbouring pieces of a row of digits are one card of this country (62), whatever their lengths.

    Amounts and dates have a piece of two digits or of one. Other numbers may stand beside it behind a space.
    """
    pieces = [piece.span() for piece in _PIECE.finditer(text, start, end)]
    for first, (begin, _) in enumerate(pieces):
        if not text.startswith("62", begin) or (first and text[begin - 1] != " "):
            continue
        digits, lengths = "", tuple[int, ...]()
        for number, (left, right) in enumerate(pieces[first : first + _MOST_PIECES], first + 1):
            if lengths and lengths[-1] < _SHORTEST_PIECE:
                break
            digits, lengths = digits + text[left:right], (*lengths, right - left)
            if len(digits) not in _LENGTHS or len(lengths) == 1 or not (number == len(pieces) or text[right] == " "):
                continue
            if is_card(digits) and (lengths not in _TELEPHONES or _is_labelled(text[:begin])):
                return begin, right
    return None


def _is_labelled(before: str) -> bool:
    return _LABEL.search(before) is not None
