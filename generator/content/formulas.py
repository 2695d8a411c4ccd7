"""Text that a spreadsheet would run as a formula: found in content, escaped in downloads.

A cell of content that begins like a formula is a mistake, or an attack, and is reported (``is_formula``). A download
has to keep its text readable, so ``escape_formula`` puts an apostrophe wherever a spreadsheet could begin a formula.
"""

import re

_STARTS = ("=", "+", "-", "@")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_FORMULA = re.compile(r"""((?:^|[;,|])[\s"'`“”‘’＂＇\u200b-\u200f\u2060\ufeff]*)(?=[=+\-@＝＋－−＠﹢﹣﹦﹫])""")
"""Where a spreadsheet could begin to read a formula: at the start of a cell, or after a character at which it may split
cells. Spaces, quotes and invisible characters may stand before the sign, which may be full-width."""


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take a cell with ``text`` for a formula."""
    return text.lstrip().startswith(_STARTS)


def escape_formula(text: str) -> str:
    """``text`` on one line, with an apostrophe before everything that a spreadsheet would run."""
    if text.isalnum():  # most cells are: names, words, whole numbers
        return text
    return _FORMULA.sub(r"\1'", _CONTROL.sub(" ", text))
