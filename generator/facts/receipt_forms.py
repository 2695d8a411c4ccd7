"""The forms of a receipt number (收件编号) or query code (查询码) under which it is compared, however it was typed.

``lookup.js`` has the same two functions; tests/data/receipts.json is read by the tests of both.
"""

import unicodedata

_ASCII_STRICT = str.maketrans({**{chr(n): None for n in range(33)}, "_": "-", "\x7f": None})
_ASCII_LOOSE = str.maketrans({chr(n): None for n in range(128) if not chr(n).isalnum()})


def strict(receipt: str) -> str:
    """A receipt number in one form: half-width, upper case, one kind of hyphen, no spaces."""
    if receipt.isascii():
        return receipt.upper().translate(_ASCII_STRICT)
    folded = unicodedata.normalize("NFKC", receipt).upper()
    return "".join(
        "-" if unicodedata.category(character) == "Pd" or character in "−_" else character
        for character in folded
        if unicodedata.category(character)[0] not in "ZC"
    )


def loose(receipt: str) -> str:
    """Only the letters and digits of a receipt number."""
    if receipt.isascii():
        return receipt.upper().translate(_ASCII_LOOSE)
    folded = unicodedata.normalize("NFKC", receipt).upper()
    return "".join(character for character in folded if unicodedata.category(character)[0] in "LN")
