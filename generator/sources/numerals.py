"""Writes a number as a list of a word processor shows it: 一, 壹, ①, (1), 甲, iv, b."""

from collections.abc import Callable

from generator.facts.articles import chinese_number

_DIGITS = "〇一二三四五六七八九"
_BANKERS = str.maketrans("一二三四五六七八九十百", "壹贰叁肆伍陆柒捌玖拾佰")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10),
          ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))  # fmt: skip
_MOST_REPEATED = 50
"""Up to this many times a letter is repeated (27 is aa): a hostile file may begin to count at a billion."""


def numeral(number: int, style: str) -> str:
    """``number`` in a number format of Word (ECMA-376 part 1, 17.18.59); one that is not known here as digits."""
    write = _STYLES.get(style)
    return write(number) if write and number > 0 else "" if style in ("none", "bullet") else str(number)


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _bankers(number: int) -> str:
    written = chinese_number(number)
    return (f"一{written}" if written.startswith("十") else written).translate(_BANKERS)


def _roman(number: int) -> str:
    if number > 32_767:
        return str(number)
    written = ""
    for letters, value in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def _letter(number: int) -> str:
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1) if times < _MOST_REPEATED else str(number)


def _from(first: str, count: int, otherwise: str = "{}") -> Callable[[int], str]:
    """Characters that follow each other in Unicode, such as ① to ⑳; larger numbers as ``otherwise``."""
    return lambda number: chr(ord(first) + number - 1) if number <= count else otherwise.format(number)


def _circled(number: int) -> str:
    """① to ⑳ and on to ㊿, which stand in three places."""
    for first, start, end in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if start <= number <= end:
            return chr(ord(first) + number - start)
    return str(number)


def _one_of(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if number <= len(characters) else str(number)


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


_STYLES: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese_number,
    "chineseCountingThousand": chinese_number,
    "chineseLegalSimplified": _bankers,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "japaneseCounting": chinese_number,
    "taiwaneseCounting": chinese_number,
    "taiwaneseCountingThousand": chinese_number,
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographZodiacTraditional": lambda number: _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12],
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _from("⒈", 20, "{}."),
    "decimalEnclosedParen": _from("⑴", 20, "({})"),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": "{:02}".format,
    "numberInDash": "- {} -".format,
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
