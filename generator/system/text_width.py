"""How wide text is where every character takes one or two columns: on a terminal."""

from unicodedata import east_asian_width


def columns(text: str) -> int:
    """How many columns ``text`` takes; a Chinese character takes two."""
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)
