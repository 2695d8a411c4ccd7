"""What a reader of files gives: pieces; and the readable strings in bytes of which nobody knows what they are."""

import re
from collections.abc import Iterator

Piece = tuple[str, int, str | bytes]
"""Part of a file, page (0: none), and what is there: text, or the bytes of a file within."""

_STRINGS = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xfd]{6,}")
_WIDE_STRINGS = re.compile(rb"(?:[\x20-\x7e]\0|[\0-\xff][\x4e-\x9f]){6,}")


def readable_strings(data: bytes) -> Iterator[str]:
    """Every run of six characters or more, in bytes (UTF-8) and in wide letters (UTF-16)."""
    for found in _STRINGS.finditer(data):
        yield found[0].decode("utf-8", "replace")
    for found in _WIDE_STRINGS.finditer(data):
        yield found[0].decode("utf-16-le", "replace")
