"""Looks closer at the places that a sign found: the text around each in plain form, and what stands across the sign."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.privacy.disguise import fold


def spans_around(
    text: str,
    signs: Iterable[int],
    patterns: Sequence[re.Pattern[str]],
    reach: tuple[int, int],
    *,
    words: bool = True,
) -> Iterator[tuple[int, int]]:
    """Where in ``text`` the group ``value`` of each match stands that goes over one of ``signs`` (offsets).

    ``reach`` is how many characters before and behind a sign are read; with ``words`` Chinese numerals stay words.
    """
    for here in signs:
        run = fold(text, max(0, here - reach[0]), here + reach[1], words=words)
        for pattern in patterns:
            for found in pattern.finditer(run.text):
                first, last = run.span(*found.span())
                if first <= here < last:
                    yield run.span(*found.span("value"))
