"""Finds numbers of papers other than the identity card, and number plates, by their shape.

Shapes: 护照 (E, G, P, S, D + 8 digits; E + letter + 7), 港澳台通行证 (C, W, L, T, H, M + 8; H, M + 10), the cards
of Hong Kong, Macao and Taiwan, the foreigners' card of before 2023 (3 letters, 12 digits), 军官证 (军字第…号),
结婚证 (J + region, year, serial), GA 36 plates. Papers of plain digits are found by their label (``labels``).
"""

import re
from collections.abc import Iterable, Iterator

from generator.privacy.disguise import GAP, Folded, fold
from generator.privacy.finding import Hit, PrivateKind
from generator.privacy.identity import is_day
from generator.privacy.prefilter import Sign, one_scan

_B = r"(?<![0-9A-Za-z])(?<![#%])(?<![0-9A-Za-z]-)"
_E = r"(?![0-9A-Za-z])"
_SEP = f"{GAP}{{0,2}}"
_EIGHT = (
    rf"(?:[0-9]{{8}}|[0-9]{{4}}{GAP}[0-9]{{4}}|[0-9]{{2}}{GAP}[0-9]{{3}}{GAP}[0-9]{{3}}"
    rf"|[0-9]{{3}}{GAP}[0-9]{{5}}|[0-9](?:{GAP}[0-9]){{7}})"
)
_SEVEN = f"{_SEP}[0-9]{{7}}"
_ARMS = "军士武文警海空沈北兰济南广成政后装参联火战东西中干"
_PASSPORT = (
    rf"{_B}(?:[EGPSD]{_SEP}{_EIGHT}|[eg][0-9]{{8}}|E[A-HJ-NP-Z]{_SEVEN}|[DSP]E{_SEVEN}|MA{_SEVEN}"
    rf"|K[A-Z]?{_SEP}[0-9]{{8}}|HA?{_SEP}[0-9]{{8}}|[HK]J{_SEVEN}){_E}"
)
_PERMIT = (
    rf"{_B}(?:[CWLTHM]{_SEP}{_EIGHT}|C[A-HJ-NP-Z]{_SEVEN}|[cwlthm][0-9]{{8}}|[HMhm]{_SEP}[0-9]{{10}}"
    rf"|[HM]{_SEP}[0-9]{{8}}{GAP}{{1,2}}[0-9]{{2}}){_E}"
)
_HONG_KONG_MACAO = rf"{_B}(?:[A-Z]{{1,2}}{_SEP}[0-9]{{6}}{_SEP}[0-9A][)）(]?|[1578][0-9]{{6}}{_SEP}\([0-9]){_E}"

_SHAPES: tuple[tuple[PrivateKind, re.Pattern[str]], ...] = (
    ("passport", re.compile(_PASSPORT)),
    ("travel-permit", re.compile(_PERMIT)),
    ("other-paper", re.compile(_HONG_KONG_MACAO)),
    ("other-paper", re.compile(rf"{_B}[A-Z][1289][0-9]{{8}}{_E}")),
    ("other-paper", re.compile(rf"{_B}[A-Z]{{3}}{_SEP}[0-9]{{12}}{_E}")),
    ("other-paper", re.compile(rf"{_B}(?:B?[JL]|B){_SEP}[1-8][0-9]{{5}}[- ]?(?:19|20)[0-9]{{2}}[- ]?[0-9]{{5,6}}{_E}")),
    ("other-paper", re.compile(rf"[{_ARMS}][\s]?字{_SEP}第?{_SEP}[0-9]{{6,8}}(?![0-9])\s?号?")),
)
_LETTER = re.compile(rf"[A-Z]{_SEP}[0-9]|[a-z](?:[0-9]{{8}}|{_SEP}[0-9]{{10}})|字|\([0-9]")
"""What every shape has in it."""
_TAIWAN = dict(zip("ABCDEFGHJKLMNPQRSTUVXYWZIO", range(10, 36), strict=True))

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(
    rf"(?:[{PROVINCES}][\s\0]*[A-HJ-NP-Z]{GAP}{{0,3}}(?:[A-HJ-NP-Z0-9]{{5,6}}(?![0-9A-Za-z])|"
    rf"[A-HJ-NP-Z0-9](?:{GAP}[A-HJ-NP-Z0-9]){{4,5}}(?![0-9A-Za-z])"
    rf"|[A-HJ-NP-Z0-9]{{4}}\s?[挂学警港澳试超领])|(?<![0-9A-Za-z])WJ\s?[{PROVINCES}]?{GAP}{{0,2}}[0-9]{{4,5}}[A-Z]?(?![0-9A-Za-z])"
    rf"|使{GAP}{{0,2}}[0-9]{{6}}(?![0-9A-Za-z])|(?<![0-9A-Za-z])[0-9]{{6}}{GAP}?使(?![用领者]))"
)
_SMALL_PLATE = re.compile(
    rf"(?:(?:车牌|号牌|车号|牌照|车辆)(?:号码?)?[^0-9A-Za-z一-鿿]{{0,4}}|(?<![一-鿿])(?P<alone>))"
    rf"(?P<plate>[{PROVINCES}] ?[a-hj-np-z]{GAP}{{0,2}}(?P<serial>[a-hj-np-z0-9]{{5,6}}))(?![0-9A-Za-z])"
)
"""A plate in small letters, behind its label or as a word alone."""
_NO_YEAR = re.compile("(?!.*(?:19|20)[0-9]{2})[a-z]{0,2}[0-9]{4,5}")
_THEN_LETTER = r"(?=[^\w]{0,12}+[A-ZＡ-Ｚa-zａ-ｚⒶ-Ⓩ\U00010000-\U0001ffff])"
PLATE_SIGNS = (
    Sign(PROVINCES, f"(?!=){_THEN_LETTER}"),
    Sign("使", f"(?!=)(?:{_THEN_LETTER}|(?=[0-9])|(?<=[0-9]使))", in_prose=True),
    Sign("J", rf"(?<=WJ)(?=[\W{PROVINCES}]{{0,4}}[0-9])"),
)
_SIGN = one_scan(*PLATE_SIGNS)
_BEFORE, _AFTER = 12, 25


def find_papers(run: Folded) -> Iterator[Hit]:
    """Passports, permits and other papers of one folded run, which has some of the text around it."""
    if not _LETTER.search(run.text):
        return
    for kind, pattern in _SHAPES:
        for match in pattern.finditer(run.text):
            letters, digits = re.sub("[^A-Za-z]", "", match[0]), re.sub("[^0-9]", "", match[0])
            if "字" not in match[0] and not _is_paper(letters, digits, match[0]):
                continue
            yield Hit(*run.span(*match.span()), kind)


def _is_paper(letters: str, digits: str, whole: str) -> bool:
    """Whether a shape is more than that: no day in place of a serial, and a sound check digit where there is one."""
    if len(digits) == 12 and len(letters) == 3:
        return re.fullmatch(r"[0-9]{6}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{2}", digits) is not None
    if len(letters) == 3 or (len(digits) in {6, 7} and len(letters) in {1, 2} and "(" in whole):
        return _hong_kong(letters, digits)
    if len(digits) == 9 and len(letters) == 1:
        return _taiwan(letters, digits)
    if len(digits) == 8 and not letters:
        return True
    return (
        not (len(letters) == 1 and len(digits) == 8 and digits[:2] == "20" and is_day(digits))
        and len(set(digits)) > 1
        and len(digits) > 6
    )


def _hong_kong(letters: str, digits: str) -> bool:
    """The check digit of a Hong Kong identity card: weights 9 to 2, letters from 10, a blank as 36, modulo 11."""
    head = letters if len(digits) == 7 else letters[:-1]
    check = int(digits[6]) if len(digits) == 7 else 10
    values = [36, *(ord(letter) - 55 for letter in head)][-2:] + [int(digit) for digit in digits[:6]]
    return (sum(value * weight for value, weight in zip(values, range(9, 1, -1), strict=True)) + check) % 11 == 0


def _taiwan(letter: str, digits: str) -> bool:
    """The check digit of a Taiwan identity card: the letter as two digits, weights 1, 9 to 1, 1, modulo 10."""
    first, second = divmod(_TAIWAN[letter], 10)
    weights = (8, 7, 6, 5, 4, 3, 2, 1, 1)
    return (
        first + second * 9 + sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
    ) % 10 == 0


def find_plates(text: str, signs: Iterable[int]) -> Iterator[Hit]:
    """Number plates (GA 36) around the signs at these offsets.

    Province, letter, and five or six letters or digits, at least two of them digits.
    """
    for sign in signs:
        if not _SIGN.match(text, sign):
            continue
        run = fold(text, max(0, sign - _BEFORE), sign + _AFTER, words=True)
        for match in _PLATE.finditer(run.text):
            if sum(sign.isdigit() for sign in match[0]) >= 2 and re.search("[0-9]", match[0][2:]):
                yield Hit(*run.span(*match.span()), "plate")
        for match in _SMALL_PLATE.finditer(run.text):
            if (
                _NO_YEAR.fullmatch(match["serial"])
                if match["alone"] is not None
                else re.search("[0-9]", match["serial"])
            ):
                yield Hit(*run.span(*match.span("plate")), "plate")
