"""Characters that nobody sees and that change what is read: they are refused in every file of a hall's content.

Control characters; signs that turn the direction of writing (an identity number turned round is not found, but read);
and signs without width between two letters, digits or Han, where they can only hide a word. Between emoji they stay.
"""

import html
import re

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_TURNING = "\u061c\u202a-\u202e\u2066-\u2069"
_LETTER = "0-9A-Za-z\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_WIDTHLESS = (
    "\u00ad\u034f\u115f\u1160\u180b-\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\uffa0\U000e0000-\U000e007f"
)
FORBIDDEN = re.compile(f"[{_CONTROL}{_TURNING}]|(?<=[{_LETTER}])[{_WIDTHLESS}]+(?=[{_LETTER}])")
_ENTITY = re.compile(r"&(?:#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});")


def in_markup(line: str) -> re.Match[str] | None:
    """The first such character in a line of Markdown or HTML, also where it is written as an entity.

    Its place is that in ``line`` where no entity stands before it.
    """
    return FORBIDDEN.search(line) or FORBIDDEN.search(_ENTITY.sub(lambda entity: html.unescape(entity[0]), line))
