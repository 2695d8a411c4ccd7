"""Finds where a closer look is worth it, in one scan for the rare characters at which a private value may begin.

Most of a page is markup and prose without any of them, so a detector starts at these places and never reads the whole.
Detectors that start at digits have a part of their own in it (``detect``).
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

_NO_PROSE = "(?=[\0-\u4dff\ua000-\U0010ffff第是为系即甲乙丙丁军士武文账号〇零一二三四五六七八九十百])"
"""In prose an ideograph follows an ideograph; before a value only these do."""


class Sign(NamedTuple):
    """One of ``characters`` (the inside of a character class), and the pattern of what must surround it.

    ``in_prose`` is for a sign that any ideograph may follow; all others are soon passed over.
    """

    characters: str
    surroundings: str
    in_prose: bool = False

    def compiled(self) -> re.Pattern[str]:
        """The pattern of this sign alone."""
        return re.compile(f"[{self.characters}]{self.surroundings}")


def characters(*signs: Sign) -> str:
    """The inside of a class of all their characters."""
    return "".join(sign.characters for sign in signs)


def either(*signs: Sign) -> str:
    """An alternation of ``signs`` that goes on behind one of their characters."""
    prose, other = ([sign for sign in signs if sign.in_prose is prose] for prose in (True, False))
    return f"(?:{_NO_PROSE}(?:{_each(other)})|{_each(prose)})"


def _each(signs: Iterable[Sign]) -> str:
    """One that never matches if there are none."""
    return "|".join(f"(?<=[{sign.characters}]){sign.surroundings}" for sign in signs) or "(?!)"


def one_scan(*signs: Sign) -> re.Pattern[str]:
    """A pattern of one character that finds every one of ``signs``; it begins with a class, which ``re`` skips by."""
    return re.compile(f"[{characters(*signs)}]{either(*signs)}")
