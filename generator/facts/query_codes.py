"""What makes a query code (查询码) impossible to guess. Codes are compared in the form of ``receipt_forms.loose``."""

import secrets
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.facts.receipt_forms import loose

FEWEST_CHARACTERS = 12
_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without I, L, O, 0 and 1, which are mistaken for one another on paper. Twelve of them have 59 bits."""
_ALIKE = 3
"""Two codes that differ in no more than so many characters at the end were counted up, not drawn."""


def drawn() -> str:
    """A new code of twelve characters in groups of four, with a letter and a digit at least."""
    while True:
        groups = ["".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(FEWEST_CHARACTERS // 4)]
        code = "-".join(groups)
        if not is_weak(code, ""):
            return code


def is_weak(code: str, receipt: str) -> bool:
    """Whether ``code`` is short, lacks letters or digits, repeats a few, or holds the ``receipt`` of its case."""
    form, number = loose(code), loose(receipt)
    is_mixed = form.isascii() and form.isalnum() and not form.isalpha() and not form.isdigit()
    return len(form) < FEWEST_CHARACTERS or not is_mixed or len(set(form)) <= _ALIKE or bool(number and number in form)


def counted_up(codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of different codes that differ at the end only, as those do that were counted up."""
    for one, other in pairwise(sorted(codes, key=loose)):
        first, second = loose(one), loose(other)
        shared = max(len(first), len(second)) - _ALIKE
        if first != second and first[:shared] == second[:shared]:
            yield one, other
