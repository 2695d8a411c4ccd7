"""Brings a text to a plain form: digits, letters and gaps of any script as ASCII, invisible characters left out.

Every table is made of the Unicode data of Python itself, so that a new script or dot needs no line here. A plain form
knows where each of its characters stood in the text as given.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

CHINESE_DIGITS = {
    **dict(zip("〇零一二三四五六七八九", "00123456789", strict=True)),
    **dict(zip("○壹贰叁肆伍陆柒捌玖", "0123456789", strict=True)),
    **dict(zip("貳參陸幺弌弍弎", "2361123", strict=True)),
    **dict(zip("洞两拐勾", "0279", strict=True)),  # as soldiers and operators say them, beside 幺
}
"""Numerals that are also words; a run is read with and without them."""
_HOMOGLYPHS = dict(zip("ΑΒЕΕНΗКΚМΜΝОΟРΡСТΤХΧхχ×✕✖╳⨯⤫⤬", "ABEEHHKKMMNOOPPCTTXXxxXXXXXXX", strict=True))
_SPACES = "\u3000\u00a0\u1680\u2028\u2029\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B)))
_DASHES = "-_/~～￣＿／" + "\u2043\u2212\u207b\u208b\u02d7\u30fc\uff70\u2500\u2501\u30a0\u301c\u3030"
_MIDDLE_DOTS = (
    "·•・‧･∙⋅ㆍ᛫●●⸱ꞏ⦁◦⸳\u0387\u2024\u2219\u25cf\u25e6\u2027\u22c5\u16eb\u2e31\u02d9\u05c4\u0701\u0702\u204c\u204d"
)
_DOTS = ".．。｡﹒∘"
_CELLS = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85,，;；|｜'\"“”‘’＇＂﹐﹔、│┃┆¦"
_BRACKETS = "()（）[]［］【】{}"
_GAPS = ((_SPACES, " "), (_DASHES, "-"), (_MIDDLE_DOTS, "·"), (_DOTS, "."), (_CELLS, ","), (_BRACKETS, "("))
_ONE_DIGIT = frozenset(map(float, range(10)))
_FILLERS = "\u115f\u1160\u3164\uffa0\u2800\u180e\u034f\u17b4\u17b5"


_SCRIPTS = (*range(0x80, 0x3400), *range(0xA000, 0xAC00), *range(0xF900, 0x10000))
"""Code points of the basic plane with digits, letters, gaps or invisible ones; ideographs and Hangul have none."""
_BEYOND = (range(0x10000, 0x20000), range(0xE0000, 0xE01F0))
"""The same beyond it: read when one stands in a text, since they are many and rare."""


def _plain(code: int) -> str | None:
    """The digit, letter or dash that a sign stands for, NUL for one that shows nothing, None for all others."""
    char = chr(code)
    category = unicodedata.category(char)
    if category in {"Nd", "No", "Nl"}:
        value = unicodedata.numeric(char)
        if value in _ONE_DIGIT:
            return str(int(value))
    if category in {"Mn", "Me", "Cf"} or (category == "Cc" and char not in _CELLS):
        return "\0"
    if category == "Pd":
        return "-"
    if category in {"Lu", "Ll", "Lm", "Nl", "So"}:
        plain = unicodedata.normalize("NFKC", char)
        if len(plain) == 1 and plain.isascii() and plain.isalpha():
            return plain
    return None


def _classes() -> tuple[dict[int, str], dict[int, str], dict[int, str], set[int]]:
    """Digits, letters and gaps of the basic plane with their plain form, and what shows nothing; each by code point."""
    digits, letters, gaps = dict[int, str](), dict[int, str](), dict[int, str]()
    invisible = {code for code in range(0x20) if chr(code) not in _CELLS} | set(map(ord, "\x7f" + _FILLERS))
    for code in _SCRIPTS:
        plain = _plain(code)
        if plain is None:
            continue
        if plain == "\0":
            invisible.add(code)
        else:
            (digits if plain.isdigit() else letters if plain.isalpha() else gaps)[code] = plain
    letters.update({ord(char): plain for char, plain in _HOMOGLYPHS.items()})
    for chars, plain in _GAPS:
        gaps.update(dict.fromkeys(map(ord, chars), plain))
    digits.update({ord(char): plain for char, plain in CHINESE_DIGITS.items()})
    return digits, letters, gaps, invisible - gaps.keys() - digits.keys()


def _ranges(codes: Iterable[int]) -> str:
    """The inside of a character class of those ``codes`` that lie in the basic plane, neighbours as one range."""
    ends: list[list[int]] = []
    for code in sorted(code for code in codes if code < 0x10000):
        if ends and code == ends[-1][1] + 1:
            ends[-1][1] = code
        else:
            ends.append([code, code])
    return "".join(f"{_in_class(first)}-{_in_class(last)}" for first, last in ends)


def _in_class(code: int) -> str:
    """A sign in a character class; as itself where it has no meaning there, since escapes take long to read."""
    return chr(code) if code >= 0x80 else f"\\x{code:02x}"


class _Table(dict[int, str | int]):
    """For str.translate, to which a character that is not in the table costs an exception: learns what it is asked."""

    def __missing__(self, code: int) -> str | int:
        plain: str | int = code
        if any(code in signs for signs in _BEYOND):
            found = _plain(code)
            plain = code if found is None else found
        elif code >= 0x10000:
            return code
        self[code] = plain
        return plain


_DIGITS, _LETTERS, _GAP_SIGNS, _INVISIBLE = _classes()
_FOLD = _Table({**_LETTERS, **_DIGITS, **_GAP_SIGNS, **dict.fromkeys(_INVISIBLE, "\0")})
_FOLD_WORDS = _Table({**_FOLD, **{ord(char): char for char in CHINESE_DIGITS}})

BEYOND = "\U00010000-\U0001ffff"
"""The digits beyond the basic plane, and much else; only a fold tells. (One range keeps patterns fast.)"""
DIGIT = f"[0-9{_ranges(_DIGITS)}{BEYOND}]"
JOINER = f"[{_ranges(_INVISIBLE)}{_ranges(_GAP_SIGNS)} \U000e0000-\U000e01ef]"
"""What may stand between two digits of one number: gaps, the ends of lines and cells, and nothing visible."""
GAP = "[ \\-·.,(]"
"""A gap after folding: space, dash, middle dot, full stop, the end of a cell or line, a bracket."""

_INVISIBLE_RUN = re.compile(f"[{_ranges(_INVISIBLE)}\U000e0000-\U000e01ef]+")
_GAP_RUN = re.compile(GAP + "+")
_CHINESE_DIGIT = re.compile(f"[{''.join(CHINESE_DIGITS)}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """Plain form of a stretch; ``places`` has for each of its characters the offset in the text as given."""

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text as given for a half-open stretch of the plain form."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str, start: int, end: int, *, words: bool = False) -> Folded:
    """``text[start:end]`` in plain form; with ``words``, 一二三 stay words."""
    piece = text[start:end].translate(_FOLD_WORDS if words else _FOLD)
    if "\0" not in piece:
        return Folded(piece, range(start, end))
    places = [start + index for index, char in enumerate(piece) if char != "\0"]
    return Folded(piece.replace("\0", ""), places)


def has_chinese_digit(text: str) -> bool:
    """Whether a numeral stands there that may also be a word."""
    return _CHINESE_DIGIT.search(text) is not None


def canonical(text: str) -> str:
    """The value without disguise: ASCII digits and capitals, nothing invisible, no gaps."""
    return _GAP_RUN.sub("", fold(text, 0, len(text)).text).upper()


def visible(text: str) -> str:
    """``text`` without what shows nothing."""
    return _INVISIBLE_RUN.sub("", text)
