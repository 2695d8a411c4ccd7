"""When two names are the same: full-width and half-width signs, blanks and quotation marks make no difference."""

import re
import unicodedata
from functools import lru_cache

_LEFT_OUT = re.compile(r"[\s《》〈〉“”\"'‘’「」]+")


@lru_cache(maxsize=20_000)
def plain_name(text: str) -> str:
    """``text`` without what makes no difference."""
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text)).casefold()
