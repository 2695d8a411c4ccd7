"""Traditional characters to Simplified, by OpenCC, which knows phrases: 乾隆 stays, 乾燥 becomes 干燥.

The one module that imports opencc.
"""

from functools import cache

from opencc import OpenCC

_SHOWN = 6


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def text(traditional: str) -> str:
    """The text in Simplified characters."""
    return str(_converter().convert(traditional))


def traditional_in(content: str) -> str:
    """The first Traditional characters of a text, each once."""
    plain = text(content)
    if len(plain) != len(content):
        return content[:_SHOWN] if plain != content else ""
    found = dict.fromkeys(old for old, new in zip(content, plain, strict=True) if old != new)
    return "".join(list(found)[:_SHOWN])
