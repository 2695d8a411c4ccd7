"""Finds half-hidden numbers of which more than five digits can still be read (110***********1234)."""

import re
from collections.abc import Iterable, Iterator

from generator.privacy.disguise import Folded, fold
from generator.privacy.finding import Hit
from generator.privacy.identity import REGION
from generator.privacy.prefilter import Sign

MOST_READABLE = 5
"""Digits of a masked number that may be read."""

_STARS = "*＊•●█×✕✖某■◆○□▇▉▓░☆★※∗⁎✱﹡ⅹ╳⬛◼▪⚫"
_WEAK = "xX_#-—－＃ｘＸ?？~·.…"
_SIGNS = re.escape(_STARS + _WEAK)
_SURE_SIGNS, _WEAK_SIGNS = re.escape(_STARS), re.escape(_WEAK)
_SINGLE = re.escape("*＊●■□○◆")
"""Signs of which one alone, in a row of digits as long as a number, hides a digit."""
_PAIRED = "xX#＃ｘＸ?？_"
"""Weak signs of which two hide digits at the end of such a row."""
_HIDDEN_BEHIND = (
    rf"(?:(?<=[0-9]{{2}})[{_SINGLE}](?=[0-9]{{8}})|(?<=[0-9]{{3}})[{_SINGLE}](?=[0-9]{{4}})|(?<=[0-9]{{6}})[{_SINGLE}](?![{_SURE_SIGNS}0-9])"
    rf"|(?<=[0-9]{{8}})[{_PAIRED}]{{2}}(?![0-9{_SIGNS}]))"
    rf"|[ \0\u200b-\u200f]?(?:[{_SURE_SIGNS}](?:[ \u200b]?[{_SURE_SIGNS}])+|[{_WEAK_SIGNS}](?: ?[{_WEAK_SIGNS}]){{2,}})"
)
MASK_SIGN = Sign(
    "0-9０-９",
    rf"(?=[ \0\u200b-\u200f{_SIGNS}0-9０-９])(?:{_HIDDEN_BEHIND}"
    rf"|(?<=[{_SURE_SIGNS}xX_#\-].)(?=[0-9０-９]{{5}})(?:(?<=[{_SURE_SIGNS}]{{2}}.)|(?<=[xX_#\-]{{4}}.)))",
)
"""A digit with hidden ones right before or behind it."""
_SIGN = MASK_SIGN.compiled()
_WHOLE = re.compile(r"[0-9Xx*]+")
_GAP = re.compile(r"(?<=[0-9*])[ \-](?=[0-9*])(?!(?<=[0-9Xx*]{9}.)[0-9*]{9})")
"""A gap within a number; one between two long pieces parts two numbers."""
_SURE = frozenset(map(ord, _STARS))
_TO_STAR = dict.fromkeys(_SURE, "*")
_HIDDEN_WEAKLY = re.compile(rf"([{_PAIRED}])\1+|([{_WEAK_SIGNS}])\2{{2,}}")
_REGION = re.compile(REGION)
_REACH, _LONGEST_MASK = 24, 40
_WHOLE_LENGTHS = {11, 15, 18}
"""Lengths of mobiles and of identity numbers, old and new."""
_TOO_LONG = 30
"""Signs of a row that is no number, with stars of bold type and cut signs at both ends."""


def find_masked(text: str, places: Iterable[int]) -> Iterator[Hit]:
    """Half-hidden numbers around the digits at ``places`` (ascending) of which more than five digits can be read."""
    end = endless = -1
    weakly = False
    for place in places:
        hidden = _SIGN.match(text, place) if place >= end else None
        if hidden is None:
            continue
        sure = any(ord(sign) in _SURE for sign in text[max(0, place - 1) : hidden.end()])
        if place < endless and (sure or weakly):
            continue
        start, stop = max(0, place - _REACH), min(hidden.end(), place + _LONGEST_MASK) + _REACH
        for joined in (True, False):  # A number behind a gap may be a part of this one, or a sum of money.
            stretch = _starred(text, start, stop, sure, joined)
            match = next((one for one in _WHOLE.finditer(stretch.text) if _holds(stretch, one, place)), None)
            if match is None:
                continue
            if joined:
                # What stands in the same row, with as much hidden, is as long, less what is out of its reach.
                endless, weakly = place + len(match[0]) - _TOO_LONG, not sure
            around = stretch.text[match.start() - 1 : match.start()] + stretch.text[match.end() : match.end() + 1]
            if not re.search("[A-Za-z]", around) and _leaks(match[0], sure):
                first, end = stretch.span(*match.span())
                yield Hit(first, end, "masked-id")
                break


def _holds(stretch: Folded, match: re.Match[str], place: int) -> bool:
    first, last = stretch.span(*match.span())
    return first <= place <= last


def _starred(text: str, start: int, end: int, sure: bool, joined: bool) -> Folded:
    """The stretch with every hidden sign as a star, without gaps if ``joined``; a single weak sign stays."""
    piece = text[start:end].translate(_TO_STAR)
    if not sure:
        piece = _HIDDEN_WEAKLY.sub(lambda match: "*" * len(match[0]), piece)
    plain = fold(piece, 0, len(piece), words=True)
    gaps = {match.start() for match in _GAP.finditer(plain.text)} if joined else ()
    kept = [index for index in range(len(plain.text)) if index not in gaps]
    return Folded("".join(plain.text[index] for index in kept), [start + plain.places[index] for index in kept])


def _leaks(masked: str, sure: bool) -> bool:
    """Whether a half-hidden number of this shape is a person's and shows too much."""
    if masked.startswith("**") and masked.endswith("**") and masked[2:3].isdigit():
        masked = masked[2:-2]  # Bold, in Markdown.
    if len(masked) not in _WHOLE_LENGTHS:
        masked = re.sub(r"^\*\*(?=[0-9])|(?<=[0-9Xx])\*\*$", "", masked)
    bare = masked.lstrip("*")
    if masked[0] == "*" and len(bare) in _WHOLE_LENGTHS and _leaks(bare, sure):
        return True  # The stars in front are a name's.
    body = masked.strip("Xx") if masked[0] in "Xx" else masked
    digits = sum(sign.isdigit() or sign in "Xx" for sign in body)
    length = len(body)
    if "*" not in body or digits <= MOST_READABLE or not 9 <= length <= 21:
        return False
    if body.count("*") == 1 and length < min(_WHOLE_LENGTHS):
        return False  # A product: 1300*2600 millimetres.
    identity = _REGION.match(body.replace("*", "1")) is not None
    mobile = body[0] == "1" and (body[1] == "*" or body[1] in "3456789")
    card = body[0] in "63459"
    if length in {15, 18}:
        return identity
    if length == 11:
        return mobile
    if 16 <= length <= 19:
        return card or (sure and identity)
    return sure and length <= 20 and (identity or mobile)
