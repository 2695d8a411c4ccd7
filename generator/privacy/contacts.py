"""Finds mobile phone numbers and e-mail addresses."""

import re
from collections.abc import Iterable, Iterator

from generator.privacy.disguise import GAP, Folded, canonical, fold
from generator.privacy.finding import Hit, PublicContacts
from generator.privacy.prefilter import Sign

_G = GAP + "*+"
_NO_DECIMAL = r"(?<![0-9]{2}[.])(?<!0[.])"
"""The decimals of a coordinate are no phone; ``1.`` in front of one is the number of a list."""
_PREFIX = rf"(?:(?:\+?86|0086|086|0){_G})?"
_MOBILE = re.compile(
    rf"(?<![0-9A-Za-z]){_NO_DECIMAL}{_PREFIX}(1[3-9][0-9]{{9}})(?![0-9A-Za-df-z]|e(?!xt)|[.][0-9])", re.ASCII
)
_BEGIN = re.compile(f"1{_G}[3-9]")
_AFTER_WORD = re.compile(
    r"(?:tel|phone|mobile|cell|wechat|mob|mp|ph|vx|wx|v|t|m)\s*[:.]?((?:\+?86)?1[3-9][0-9]{9})(?![0-9A-Za-z])", re.I
)
_GLUED = re.compile(
    rf"(?<![0-9A-Za-z]){_NO_DECIMAL}(?:[A-Za-z]{{1,8}}(?:\+?86)?(1[3-9][0-9]{{9}})[A-Za-z]{{0,8}}|(1[3-9][0-9]{{9}})[A-Za-z]{{1,8}})"
    r"(?![0-9A-Za-z]|[.][0-9])",
    re.ASCII,
)
"""A phone in one word with letters; a word with more digits is a hash or the number of a document."""
_SPACED_MOBILE = re.compile(rf"(?<![0-9A-Za-z])(?:\+?86|0086)?(?=(1{_G}[3-9](?:{_G}[0-9]){{9}})(?![0-9A-Za-z]))")
_GROUPS = {(3, 4, 4), (3, 3, 5), (4, 4, 3), (3, 8), (7, 4), (4, 3, 4), (3, 5, 3), (5, 6), (6, 5), (4, 7), (8, 3),
           (3, 2, 2, 2, 2), (3, 2, 3, 3), (3, 3, 3, 2), (3, 2, 2, 4), (3, 4, 2, 2), (3, 3, 2, 3), (5, 3, 3),
           (1, 3, 3, 4), (3, 6, 2), (3, 1, 3, 4)}  # fmt: skip
_MIXED_GROUPS = {(3, 4, 4), (3, 3, 5), (4, 3, 4), (4, 4, 3), (3, 8)}
_MEASURE = re.compile(" ?[公亩元平米%％吨万千度]")
_THOUSANDS = {(2, 3, 3, 3)}
_CELL_GROUPS = {(3, 4, 4), (3, 8), (7, 4), (4, 4, 3)}
_PAIRS = {(2, 2, 2, 2, 2, 1), (1, 2, 2, 2, 2, 2)}
PHONE_LABEL = re.compile(
    "(?:电话|電話|手机|手機|号码|短信|拨打|联系|致电|来电|电联|[Tt][Ee][Ll])[^0-9A-Za-z一-鿿]{0,4}[至到发]?\\Z"
)
"""Words before a phone. It has no check digit, so that unusual writing counts beside a label only."""
_GAPS = re.compile(GAP + "+")
_GAP_WIDTH, _NEIGHBOUR = 40, 160
"""Where a neighbour is looked for: another phone with every gap ten characters wide."""
_NUMBER_BEFORE = re.compile(r"[0-9]([ \-·.,]+)$")
_NUMBER_AFTER = re.compile(r"([ \-·.,]+)[0-9]")
_COUNTRY = re.compile(rf"(?:^|[^0-9])(?:\+?86|0086|0){_G}$")

AT_SIGNS = (
    Sign("@＠﹫", r"(?<![\n}{;>]@)", in_prose=True),
    Sign(r"\[(（【{", r"(?=\s?at\s?[\])）】}])"),
)
"""No rule of a style sheet, which begins a line or follows another; and a word for @ in brackets."""
_AT = re.compile("|".join((AT_SIGNS[0].compiled().pattern, r"[\[(（【{]\s?at\s?[\])）】}]")))
_LOCAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}$")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9\-]{1,63}\.){1,4}([A-Za-z]{2,12})(?![A-Za-z0-9])")
_FILES = {"png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "html", "json", "avif", "map"}
_OFFICIAL = re.compile(r"(?:\.|^)gov\.cn$")


def find_mobiles(run: Folded) -> Iterator[Hit]:
    """Mobile phones of one folded run, with what stands around it."""
    text = run.text
    if not _BEGIN.search(text):
        return
    for match in _MOBILE.finditer(text):
        yield Hit(*run.span(*match.span(1)), "mobile")
    for match in _AFTER_WORD.finditer(text):
        yield Hit(*run.span(*match.span(1)), "mobile")
    for match in _GLUED.finditer(text):
        yield Hit(*run.span(*match.span(match.lastindex or 0)), "mobile")
    for match in _SPACED_MOBILE.finditer(text):
        start, end = match.span(1)
        if _is_grouped(match[1], text[max(0, start - _NEIGHBOUR) : start], text[end : end + _NEIGHBOUR]):
            yield Hit(*run.span(*match.span(1)), "mobile")


def _is_grouped(number: str, before: str, after: str) -> bool:
    """Whether the pieces are those in which people write phones, and not the neighbours of a table."""
    gaps = _GAPS.findall(number)
    pieces = tuple(map(len, _GAPS.split(number)))
    marks = set("".join(gaps)) - {" "} or {" "}
    if max(pieces) == 1 and len(set("".join(gaps))) > 1:
        return False
    if not gaps:
        return False
    mixed = pieces in _MIXED_GROUPS and _may_have_mixed_gaps(pieces, marks, before, after)
    if "." in marks and (len(marks) > 1 or " " in "".join(gaps)) and not mixed:
        return False
    if marks == {"."} and len(pieces) == 4 and all(int(piece) < 256 for piece in _GAPS.split(number)):
        return False  # The address of a computer.
    if max(pieces) > 1 and pieces not in (_CELL_GROUPS if "," in marks else _GROUPS | _THOUSANDS | _PAIRS):
        return False
    if _COUNTRY.search(before[-_GAP_WIDTH:]):
        return True
    years = sum(piece[:2] in {"19", "20"} and len(piece) == 4 for piece in _GAPS.split(number)[1:])
    left, right = _NUMBER_BEFORE.search(before[-_GAP_WIDTH:]), _NUMBER_AFTER.match(after)
    lonely = not any(near and set(near[1]) & marks for near in (left, right))
    lonely |= "," not in marks and PHONE_LABEL.search(before) is not None
    if max(pieces) == 1 or "," in marks or marks == {" "} or marks == {"."}:
        return (lonely or _whole_row(number, after, before)) and not (years and "," in marks)
    return lonely or marks == {"-"}


def _may_have_mixed_gaps(pieces: tuple[int, ...], marks: set[str], before: str, after: str) -> bool:
    """Whether a dot and other gaps can be those of a phone: nobody writes decimals in such groups."""
    if len(marks) > 1 and "," not in marks:
        return True
    return PHONE_LABEL.search(before) is not None or (pieces == (3, 4, 4) and not _MEASURE.match(after))


def _whole_row(number: str, after: str, before: str) -> bool:
    """Whether a neighbour is a number of the same build: a list of phones."""
    build = tuple(map(len, _GAPS.split(number)))
    if max(build) == 1:
        return False
    mine = tuple(map(len, _GAPS.split(_GAPS.sub(" ", after).strip())))[: len(build)]
    others = tuple(map(len, _GAPS.split(_GAPS.sub(" ", before).strip())))[-len(build) :]
    return build in {mine, others}


def find_emails(text: str, signs: Iterable[int], known: PublicContacts) -> Iterator[Hit]:
    """E-mail addresses around the signs at these offsets, but those of the hall and of public bodies (gov.cn)."""
    for at in filter(None, (_AT.match(text, sign) for sign in signs)):
        left = fold(text, max(0, at.start() - 80), at.start(), words=True)
        right = fold(text, at.end(), at.end() + 200, words=True)
        shift = len(left.text) - len(left.text.rstrip(" "))
        skip = len(right.text) - len(right.text.lstrip(" "))
        local = _LOCAL.search(left.text[: len(left.text) - shift])
        domain = _DOMAIN.match(right.text, skip)
        if local is None or domain is None or domain[1].lower() in _FILES or _OFFICIAL.search(domain[0].lower()):
            continue
        if (shift or skip) and len(at[0]) == 1 and at[0] == "@" and shift != skip:
            continue
        start, end = left.span(local.start(), local.end())[0], right.span(domain.start(), domain.end())[1]
        if canonical(text[start:end]) not in known.emails:
            yield Hit(start, end, "email")
