"""How wide text is where every character takes one or two columns: on a terminal."""

from functools import lru_cache
from unicodedata import east_asian_width


def columns(text: str) -> int:
    """How many columns ``text`` takes; a Chinese character takes two."""
    return sum(map(_width, text))


@lru_cache(maxsize=8_192)
def _width(character: str) -> int:
    return 2 if east_asian_width(character) in "WF" else 1
