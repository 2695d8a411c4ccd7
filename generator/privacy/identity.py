"""Finds resident identity numbers (GB 11643): 18 digits with ISO 7064 MOD 11-2, and 15 as they were before 1999.

Known limit: a receipt number of region, day and serial has the very shape of the number of a child born that day, and
one in eleven has its check digit. The hall's own receipts are in ``PublicContacts``; no word in front of any other
frees it, because a child's number can stand after the same word. The words of a receipt (收件编号 and the like) count
only for a number with a wrong check digit or without any.
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.privacy.disguise import GAP, Folded
from generator.privacy.finding import Hit

REGION = r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-9])"
"""GB/T 2260: province; 71 81 82 83 for Taiwan, Hong Kong, Macao; 9 for foreigners' cards."""

_WEIGHTS = tuple(pow(2, 17 - place, 11) for place in range(17))
_CHECKS = "10X98765432"
_SLIPS = range(1925, 2000)
"""Birth years of which 18 digits with a wrong check digit are taken for a slip in typing."""

_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_WINDOW = re.compile(rf"(?=({REGION}[0-9]{{4}}(?:19|20)[0-9]{{2}}{_DAY}[0-9]{{3}}[0-9Xx]))")
_G = GAP + "*+"
_SPACED = re.compile(
    rf"(?<![0-9])(?=([1-9]{_G}[0-9](?:{_G}[0-9]){{4}}{_G}(?:1{_G}9|2{_G}0)(?:{_G}[0-9]){{2}}"
    rf"{_G}[01]{_G}[0-9]{_G}[0-3](?:{_G}[0-9]){{4}}{_G}[0-9Xx])(?![0-9]))"
)
_OLD = re.compile(rf"(?<![0-9A-Za-z])(?<![0-9][.])(?=({REGION}[0-9]{{6}}{_DAY}[0-9]{{3}})(?![0-9A-Za-z]))")
_OLD_SPACED = re.compile(
    rf"(?<![0-9A-Za-z])(?=([1-9]{_G}[0-9](?:{_G}[0-9]){{6}}{_G}[01]{_G}[0-9]{_G}[0-3](?:{_G}[0-9]){{4}})(?![0-9A-Za-z]))"
)
_GAPS = re.compile(GAP + "+")
_SLIP = re.compile(
    rf"(?<![0-9A-Za-z])(?<![A-Za-z][- ])({REGION}[0-9]{{4}}(?:19|20)[0-9]{{2}}{_DAY}[0-9]{{4}})(?![0-9A-Za-z])"
)
_CUT_SHORT = re.compile(
    rf"(?<![0-9A-Za-z])(?<![0-9.][.,])(?<![A-Za-z][- ])"
    rf"({REGION}[0-9]{{4}}19[0-9]{{2}}{_DAY}[0-9]{{3}})(?![0-9A-Za-z*])(?!\.[0-9])"
)
"""17 digits: the check digit was lost in copying."""
_NATURAL = {(6, 8, 4), (6, 4, 4, 4), (6, 4, 2, 2, 4), (3, 3, 4, 4, 4), (3, 3, 8, 4), (14, 4), (6, 12), (2, 2, 2, 8, 4),
            (6, 8, 3, 1), (4, 4, 4, 4, 2), (4, 4, 4, 6), (2, 4, 4, 4, 4), (5, 5, 5, 3), (6, 4, 4, 3, 1),
            (3, 3, 3, 3, 3, 3), (6, 4, 2, 2, 3, 1),
            (2, 2, 2, 4, 2, 2, 4), (2, 2, 2, 4, 2, 2, 3, 1), (17, 1)}  # fmt: skip
_LABEL = re.compile(
    r"(?:身\s*份|公民身份|证件|证号|残疾|社保|医保|监护人|[Ii][Dd](?:\s*(?:[Nn]o|[Cc]ard|[Nn]umber))?)[^0-9]{0,12}$"
)
_RECEIPT = re.compile(
    r"(?:(?:收件|受理|办件|业务|申请|登记|流水|订单|回执|单据|批文|案件|事项)(?:编?号码?|编码|码|单)|编号)[^0-9A-Za-z一-鿿]{0,6}$"
)


def check_digit(seventeen: str) -> str:
    """The 18th character for the first seventeen (GB 11643, ISO 7064 MOD 11-2)."""
    return _CHECKS[sum(int(digit) * weight for digit, weight in zip(seventeen, _WEIGHTS, strict=True)) % 11]


def is_day(digits: str) -> bool:
    """Whether eight digits are a day of the calendar from 1900 to 2099."""
    try:
        return 1900 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year <= 2099
    except ValueError:
        return False


def has_identity_shape(number: str) -> bool:
    """Whether digits have the region and the day of birth of an identity number, whatever their check digit."""
    old = len(number) == 15 and number.isdigit() and is_day("19" + number[6:12])
    new = len(number) == 18 and number[:17].isdigit() and is_day(number[6:14])
    return (old or new) and re.match(REGION, number) is not None


def is_credit_code(code: str) -> bool:
    """Whether 18 characters are a unified social credit code (GB 32100, MOD 31)."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    if len(code) != 18 or any(sign not in alphabet for sign in code):
        return False
    total = sum(alphabet.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:17]))
    return alphabet[-total % 31] == code[17] and code[0] in "1359ANY"


def _whole(number: str) -> bool:
    """Whether 18 characters have a sound check digit and a day of birth."""
    return check_digit(number[:17]) == number[17].upper() and is_day(number[6:14])


def is_resident(number: str) -> bool:
    """Whether 18 characters are an identity number with a province, a day of birth and a sound check digit."""
    return _WINDOW.match(number) is not None and _whole(number)


def _likely(pieces: list[int], cells: bool) -> bool:
    """Whether pieces of such lengths are one number that somebody has divided, and no row of a table."""
    if tuple(pieces) in _NATURAL or max(pieces) == 1 or len(pieces) <= 4:
        return True
    return not cells and (len(pieces) <= 6 or len(set(pieces[:-1])) == 1 or pieces.count(1) * 3 > len(pieces) * 2)


def find_identity(run: Folded) -> Iterator[Hit]:
    """Identity numbers of one folded run, which has some of the text around it."""
    text = run.text
    for match in _WINDOW.finditer(text):
        if _whole(match[1]):
            yield Hit(*run.span(*match.span(1)), "resident-id")
    for match in _SPACED.finditer(text):
        number = _GAPS.sub("", match[1])
        pieces = [len(piece) for piece in _GAPS.split(match[1])]
        if len(pieces) > 1 and _whole(number):
            gaps = set("".join(_GAPS.findall(match[1])))
            coordinates = "," in gaps and len(gaps - {" "}) > 1 and len(pieces) > 4 and max(pieces) > 1
            coordinates |= "." in gaps and len(gaps) > 1 and tuple(pieces) not in _NATURAL and max(pieces) > 1
            if not coordinates and _likely(pieces, "," in gaps):
                yield Hit(*run.span(*match.span(1)), "resident-id")
    for match in _SLIP.finditer(text):
        context = _context(text, match.start())
        if is_day(match[1][6:14]) and not (is_credit_code(match[1]) or _RECEIPT.search(context)):
            labelled = _LABEL.search(context) is not None
            if labelled or int(match[1][6:10]) in _SLIPS:
                yield Hit(*run.span(*match.span(1)), "resident-id")
    for match in _CUT_SHORT.finditer(text):
        born_then = is_day(match[1][6:14]) and int(match[1][6:10]) in _SLIPS
        if born_then and not _RECEIPT.search(_context(text, match.start())):
            yield Hit(*run.span(*match.span(1)), "resident-id")
    yield from _find_old(run)


def _find_old(run: Folded) -> Iterator[Hit]:
    for match in _OLD.finditer(run.text):
        if is_day("19" + match[1][6:12]) and not _RECEIPT.search(_context(run.text, match.start())):
            yield Hit(*run.span(*match.span(1)), "resident-id-15")
    for match in _OLD_SPACED.finditer(run.text):
        between = _GAPS.findall(match[1])
        gaps = "".join(between)
        alone = gaps != "" and _is_alone(run.text, *match.span(1), gaps[0])
        if not alone and len(between) in {0, 14}:
            continue  # Digits that stand together, or one by one in a row of more.
        number = _GAPS.sub("", match[1])
        if not re.match(REGION, number) or not is_day("19" + number[6:12]):
            continue
        pieces = tuple(map(len, _GAPS.split(match[1])))
        divided = pieces in {(6, 6, 3), (3, 3, 6, 3), (6, 2, 2, 2, 3), (12, 3), (6, 9)}
        one_by_one = max(pieces) == 1 and len(set(gaps)) == 1
        one_by_one |= "," not in gaps and pieces in {(3, 3, 3, 3, 3), (5, 5, 5)}
        if divided or (one_by_one and alone):
            yield Hit(*run.span(*match.span(1)), "resident-id-15")


def _is_alone(text: str, start: int, end: int, gap: str) -> bool:
    """Whether no further digits stand in the same row, after the same gap."""
    return not (
        (text[start - 1 : start] == gap and text[start - 2 : start - 1].isdigit())
        or (text[end : end + 1] == gap and text[end + 1 : end + 2].isdigit())
    )


def _context(text: str, start: int) -> str:
    return text[max(0, start - 24) : start]
