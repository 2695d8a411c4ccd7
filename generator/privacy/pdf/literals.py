"""The strings that stand among the objects of a PDF: (in brackets) and <in hexadecimal>."""

import re
from collections.abc import Iterator

LITERAL = re.compile(rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\)", re.S)
"""A string in brackets, within which others may stand."""
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
_HEXADECIMAL = re.compile(rb"(?<!<)<([0-9A-Fa-f\s]{12,}+)>")
_SHORTEST = 8
"""Bytes of a string with its brackets; no private value is shorter."""


def literals(objects: bytes) -> Iterator[str]:
    """Every string of six characters or more."""
    for literal in LITERAL.finditer(objects):
        if len(literal[0]) >= _SHORTEST:
            yield literal_text(literal[0])
    for digits in _HEXADECIMAL.finditer(objects):
        plain = re.sub(rb"\s", b"", digits[1]).decode("ascii")
        yield decoded(bytes.fromhex(plain + "0" * (len(plain) % 2)))


def without_literals(objects: bytes) -> bytes:
    """``objects`` with empty brackets for each string, so that no word of a string is taken for a name."""
    return LITERAL.sub(b"()", objects)


def literal_text(literal: bytes) -> str:
    """The text of a string that stands in brackets."""
    return decoded(_ESCAPE.sub(_unescaped, literal[1:-1]))


def decoded(text: bytes) -> str:
    """A string in UTF-16 with its mark, or else in UTF-8."""
    return text.decode("utf-16" if text.startswith((b"\xfe\xff", b"\xff\xfe")) else "utf-8", "replace")


def _unescaped(escape: re.Match[bytes]) -> bytes:
    sign = escape[1]
    return bytes([int(sign, 8) % 256]) if sign.isdigit() else b"" if sign in (b"\r", b"\n", b"\r\n") else sign
