"""A long text in stretches, each judged by itself, so that what was found clean once need not be searched again.

A file of open data has megabytes, of which one edit changes a few lines. The digest of a stretch stands for it and for
what surrounds it, as far as any rule looks. A text has no private value exactly if none of its stretches has one:

- A rule starts at a sign or at a run of digits, and a run never goes over the end of a stretch: the next one begins
  with a character that is no digit and joins none.
- A rule looks at most ``REACH_BEFORE`` characters in front of what it starts at and ``REACH_AFTER`` behind it.
- What a rule remembers from one place to the next matters only where something was found, but for half-hidden numbers
  in one row; so a stretch ends where there are none near.

Where any stretch holds a private value the whole text is searched, so the answer is always that of ``find``.
"""

import re
from collections.abc import Collection, Iterator
from hashlib import blake2b
from typing import NamedTuple

from generator.privacy.detect import find
from generator.privacy.disguise import DIGIT, JOINER
from generator.privacy.finding import NO_PUBLIC_CONTACTS, Hit, PublicContacts
from generator.privacy.masked import MASK_SIGN

LONG_TEXT = 65_536
"""Characters from which a text is taken in stretches; a shorter one is searched as fast."""
REACH_BEFORE, REACH_AFTER = 512, 1_024
"""More than any rule needs (80 and 250), so that one that follows a column over lines needs no change here."""
_SHORTEST, _LONGEST_WAIT = 8_192, 4_096
_DIGEST_BYTES = 16
_MASK_REACH = 96
"""A half-hidden number has an influence on the next one in its row, at most 60 characters away."""

_BREAKER = f"[^{DIGIT[1:-1]}{JOINER[1:-1]}]"
_LINE_START = re.compile(rf"[\n\x1f]{JOINER}{{0,64}}+(?={_BREAKER})")
_WORD_START = re.compile(f"{JOINER}(?={_BREAKER})")
_MASK = MASK_SIGN.compiled()


class Stretch(NamedTuple):
    """Half-open offsets of a stretch, and the digest of it with its surroundings."""

    start: int
    end: int
    digest: str


def stretches(text: str) -> Iterator[Stretch]:
    """``text`` in stretches of 8,192 characters or some more, which begin at a line where there are lines.

    Where they begin depends on the text behind the last beginning only: after an edit they soon are the same again.
    """
    start = 0
    while start < len(text):
        end = _next_start(text, start + _SHORTEST)
        before = max(0, start - REACH_BEFORE)
        digest = blake2b(digest_size=_DIGEST_BYTES)
        digest.update(f"{start - before} {end - start} {end == len(text)}\n".encode())
        digest.update(text[before : end + REACH_AFTER].encode("utf-8", "surrogatepass"))
        yield Stretch(start, end, digest.hexdigest())
        start = end


def find_in_long(
    text: str, known: PublicContacts = NO_PUBLIC_CONTACTS, clean: Collection[str] = frozenset()
) -> tuple[tuple[Hit, ...], frozenset[str]]:
    """What ``find`` says of ``text``, and the digests of its stretches if that is nothing.

    Stretches whose digests are among ``clean``, found so with the same rules and the same ``known``, are not searched.
    """
    parts = tuple(stretches(text))
    for start, end in _unknown(parts, clean):
        if hits := find(text[max(0, start - REACH_BEFORE) : end + REACH_AFTER], known):
            return hits if (start, end) == (0, len(text)) else find(text, known), frozenset()
    return (), frozenset(part.digest for part in parts)


def _next_start(text: str, earliest: int) -> int:
    """Where the next stretch begins: at a line, at a word if there is none for long, or nowhere (end of ``text``)."""
    while earliest < len(text):
        found = _LINE_START.search(text, earliest, earliest + _LONGEST_WAIT) or _WORD_START.search(text, earliest)
        if found is None:
            break
        start = found.end()
        if not _MASK.search(text, max(0, start - _MASK_REACH), start + _MASK_REACH):
            return start
        earliest = start + _MASK_REACH
    return len(text)


def _unknown(parts: tuple[Stretch, ...], clean: Collection[str]) -> Iterator[tuple[int, int]]:
    """Start and end of what is to be searched, neighbours together."""
    begin: int | None = None
    for part in parts:
        if part.digest in clean:
            if begin is not None:
                yield begin, part.start
            begin = None
        elif begin is None:
            begin = part.start
    if begin is not None:
        yield begin, parts[-1].end
