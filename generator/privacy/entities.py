"""The words that a drawing or other XML file declares once and writes by name (``<!ENTITY a "…">`` and ``&a;``)."""

import re
from functools import partial
from html import unescape
from typing import Final

from generator.privacy.finding import Unreadable

MAX_EXPANDED: Final = 5_000_000
"""Characters of all the names of a file written out."""

_LONGEST: Final = 10_000
_DEPTH: Final = 8
_DECLARATION = re.compile(r"""<!ENTITY\s+([^\s%"'<>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>""")
NAME = re.compile(r"&([^\s&;#]{1,100});")
"""A declared name where it is used."""


def declared_entities(text: str) -> dict[str, str]:
    """What each declared name stands for.

    Raises Unreadable for a declaration that points to another file, and for names that expand too far.
    """
    declarations = [*_DECLARATION.finditer(text)]
    if len(declarations) < text.count("<!ENTITY"):
        raise Unreadable("entities from elsewhere")
    words = {match[1]: match[2] or match[3] or "" for match in reversed(declarations)}  # the first one counts
    for _ in range(_DEPTH):
        for value in words.values():  # before anything is written out: that could take all the memory
            if len(value) + sum(len(words.get(match[1], "")) for match in NAME.finditer(value)) > _LONGEST:
                raise Unreadable("unpacks to too much")
        words = {name: NAME.sub(partial(declared, words), value) for name, value in words.items()}
    words = {name: unescape(value) for name, value in words.items()}
    if sum(len(words.get(match[1], "")) for match in NAME.finditer(text)) > MAX_EXPANDED:
        raise Unreadable("unpacks to too much")
    return words


def declared(words: dict[str, str], name: re.Match[str]) -> str:
    """What a name stands for; one that nobody declared stays as it is."""
    return words.get(name[1], name[0])
