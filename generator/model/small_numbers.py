"""Numbers below a hundred in Chinese numerals, as clerks write days: 三, 两, 十五, 二十, 〇."""

DIGITS = {sign: number for number, row in enumerate(("〇○零0", *"一二三四五六七八九")) for sign in row} | {"两": 2}
"""Numeral -> its value; 十 is none."""
SMALL_NUMBER = "(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
"""A number from 1 to 99 in Chinese numerals, for a pattern."""


def small_number(text: str) -> int | None:
    """The number that ``text`` is, in ASCII digits or, below a hundred, in Chinese ones; None when it is none."""
    if text.isascii():
        return int(text)
    tens, ten, ones = text.partition("十")
    known = [DIGITS.get(sign) if sign else empty for sign, empty in ((tens, 1), (ones, 0))]
    if not ten:
        return known[0]
    return None if None in known else 10 * (known[0] or 0) + (known[1] or 0)
