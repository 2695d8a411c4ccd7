"""Shortens the numbers of a drawing that Typst wrote as SVG.

Typst names each glyph with 32 hexadecimal digits and writes places with up to nine decimals. Among so many digits there
is soon a row that looks like a telephone or a bank card, and the gate would refuse the drawing. Three decimals of a
point are finer than any printer, and a number in order of appearance names a glyph as well.
"""

import re

_LONG_NAME = re.compile(r'(?<=["#])([a-z])[0-9A-F]{32}(?=[")])')
_PLACES = re.compile(r' (?:d|x|y|x1|y1|x2|y2|r|cx|cy|width|height|viewBox|transform|gradientTransform)="[^"]*"')
_DECIMALS = re.compile(r"-?[0-9]+\.[0-9]{4,}")


def shortened(drawing: bytes) -> bytes:
    """The same drawing with short names, and places to a thousandth of a point."""
    names: dict[str, str] = {}
    text = _LONG_NAME.sub(lambda found: names.setdefault(found[0], f"{found[1]}{len(names)}"), drawing.decode())
    return _PLACES.sub(lambda place: _DECIMALS.sub(_rounded, place[0]), text).encode()


def _rounded(number: re.Match[str]) -> str:
    return f"{float(number[0]):.3f}".rstrip("0").rstrip(".")
