"""When two names are the same: full-width and half-width signs, blanks and quotation marks make no difference."""

import re
import unicodedata

_LEFT_OUT = re.compile(r"[\s《》〈〉“”\"'‘’「」]+")


def plain_name(text: str) -> str:
    """``text`` without what makes no difference."""
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text)).casefold()
