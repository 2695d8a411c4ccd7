"""Data that pages load while they are open, as scripts: a page opened from a folder (file:) can fetch nothing.

    gongshi.data("lookup 0a",{...})

``gongshi.part`` in ``site.js`` loads such a file and gives its value.
"""

import json

_BREAKS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029"})
_IN_TEMPLATE = str.maketrans({"\\": "\\\\", "`": "\\`", "$": "\\$"})


def compact(value: object) -> str:
    """JSON without spaces, and with Chinese characters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def in_letters(number: int) -> str:
    """``number`` in base 26 with the digits a to z, as ``numberOf`` in ``matcher.js`` reads it.

    Many small numbers in a row look like one long number of a person: 1 2 3 … for a card, 1 3 8 … for a mobile phone.
    """
    letters = chr(ord("a") + number % 26)
    return in_letters(number // 26) + letters if number >= 26 else letters


def handed(name: str, value: object) -> bytes:
    """A script that hands over ``value``; equal values give equal bytes."""
    return f"gongshi.data({json.dumps(name)},{compact(value).translate(_BREAKS)})\n".encode()


def handed_text(name: str, text: str) -> bytes:
    """A script that hands over a text, lines and quotation marks as they are: it packs as well as the text itself."""
    return f"gongshi.data({json.dumps(name)},`{text.translate(_IN_TEMPLATE)}`)\n".encode()
