"""Write a number of a sheet as its number format shows it: 1 in the format "SL2026-"0000 is SL2026-0001.

Only formats of digits and fixed words are understood, because receipt numbers are written with them. Formats of days
are no concern of this module: the reading library makes days of them. Rules: ECMA-376 part 1, 18.8.31 (numFmts).
"""

import re
from functools import lru_cache

BUILT_IN = {"2": "0.00"}
"""Formats that a file names by a number only (ECMA-376, 18.8.30) and that show another text than the stored number."""

EXACT = 10**15
"""Numbers from here on have lost digits."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|(?P<blank>[_*].)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>general|G/通用格式)|(?P<digit>[0#?])|(?P<text>@)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_FREE = re.compile(r"[ \-+(){}<>=:&'~^$￥¥№]|[^\x00-\x7f]")
"""Characters that stand for themselves without quotes."""
_DAY_PARTS = re.compile("[ymdhsaegb]", re.IGNORECASE)
_IGNORED_BRACKET = re.compile(
    r"black|blue|cyan|green|magenta|red|white|yellow|color ?[0-9]+|[黑蓝青绿洋红白黄]色|颜色 ?[0-9]+|\$-[0-9A-F,]+",
    re.IGNORECASE,
)
"""Colours and languages in brackets; anything else there changes what is shown."""
_PLAIN_NUMBER = re.compile(r"[#?,]*0?(?:\.[0#?]+)?%?")
_TWO_DECIMALS = re.compile(r"0\.00+")

_Token = tuple[str, str]


def matters(code: str) -> bool:
    """Whether a cell in the format ``code`` may show another text than is stored, apart from days and decimals."""
    first = _sections(code)[0]
    kinds = {kind for kind, _ in first}
    if not first or (kinds == {"text"} and len(_sections(code)) == 1):
        return False
    bare = "".join(text for kind, text in first if kind in ("digit", "other"))
    if kinds <= {"digit", "other"} and _PLAIN_NUMBER.fullmatch(bare):
        return bool(_TWO_DECIMALS.fullmatch(bare))
    return kinds != {"general"} and not any(kind == "other" and _DAY_PARTS.match(text) for kind, text in first)


def shown(value: str | float, code: str) -> str | None:
    """What a cell with ``value`` shows in the format ``code``; None when the format is not understood."""
    sections = _sections(code)
    if isinstance(value, str):
        tokens = next((tokens for tokens in sections if ("text", "@") in tokens), None)
        return value if tokens is None else _joined(tokens, value)
    if value < 0 or not value < EXACT:
        return None
    tokens = sections[2] if value == 0 and len(sections) > 2 else sections[0]
    kinds = {kind for kind, _ in tokens}
    if kinds == {"literal"}:
        return _joined(tokens, "")
    if value == int(value):
        plain = str(int(value))
        if kinds <= {"digit", "other"} and _TWO_DECIMALS.fullmatch("".join(text for _, text in tokens)):
            return plain
        if kinds & {"general", "text"} and not kinds & {"digit", "other"}:
            return _joined(tokens, plain)
        return None if kinds & {"general", "text", "other"} else _digits(tokens, plain)
    decimals = "".join(text for _, text in tokens)
    if kinds <= {"digit", "other"} and _TWO_DECIMALS.fullmatch(decimals):
        text = f"{value:.{len(decimals) - 2}f}"
        return text if float(text) == value else None
    return None


@lru_cache(256)
def _sections(code: str) -> tuple[tuple[_Token, ...], ...]:
    """The tokens of each section of ``code``: literal, digit, text, general, other (what is not understood)."""
    sections: list[list[_Token]] = [[]]
    for found in _TOKEN.finditer(code):
        kind, text = found.lastgroup or "other", found[found.lastgroup or 0]
        if kind == "other" and text == ";":
            sections.append([])
        elif kind == "bracket" and not _IGNORED_BRACKET.fullmatch(text):
            sections[-1].append(("other", "[]"))
        elif kind in ("quoted", "escaped") or (kind == "other" and _FREE.fullmatch(text)):
            sections[-1].append(("literal", text))
        elif kind not in ("blank", "bracket"):
            sections[-1].append((kind, text))
    return tuple(map(tuple, sections))


def _joined(tokens: tuple[_Token, ...], value: str) -> str:
    return "".join(text if kind == "literal" else value for kind, text in tokens)


def _digits(tokens: tuple[_Token, ...], digits: str) -> str:
    """``digits`` in the places of ``tokens``: from the right, zeros where a 0 stands, what is too long in the first."""
    left = sum(kind == "digit" for kind, _ in tokens)
    parts: list[str] = []
    begun = False
    digits = digits.rjust(left)
    for kind, text in tokens:
        if kind == "literal":
            parts.append(text)
            continue
        take = len(digits) - left + 1
        figure, digits, left = digits[:take], digits[take:], left - 1
        begun = begun or text == "0" or not figure.isspace()
        parts.append(figure.replace(" ", "0") if begun else " " if text == "?" else "")
    return "".join(parts)
