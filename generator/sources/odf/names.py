"""The names of OpenDocument, as lxml spells them."""

from lxml.etree import _Element

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{_ODF}office:1.0}}"
STYLE = f"{_ODF}style:1.0}}"
TEXT = f"{_ODF}text:1.0}}"
TABLE = f"{_ODF}table:1.0}}"
DRAW = f"{_ODF}drawing:1.0}}"
SVG = f"{_ODF}svg-compatible:1.0}}"
IDENTITY = "{http://www.w3.org/XML/1998/namespace}id"


def number(element: _Element, name: str, otherwise: int) -> int:
    """An attribute that is a whole number of at most six digits; ``otherwise`` where it is missing or none."""
    text = element.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 6 else otherwise
