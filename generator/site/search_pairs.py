"""Which entries hold two characters one after the other, counted anew or brought up to date from what was published.

An edit changes what one page says and so a few of a hundred thousand pairs; the others stay as they are in the parts
``pairs-N`` of the site. What comes of it is byte for byte what counting everything gives.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from operator import add
from typing import Any, NamedTuple

from generator.site.handed import handed, in_letters
from generator.site.search_parts import folded

MOST_CHANGED = 8
"""Blocks of passages that may differ from those that were published; where more do, everything is counted."""

_A = ord("a")
_letters = lru_cache(maxsize=65_536)(in_letters)


class Row(NamedTuple):
    """A passage of the entry of a number."""

    entry: int
    label: str
    text: str
    anchor: str = ""

    def short(self) -> list[object]:
        """Without an empty anchor."""
        return list(self if self.anchor else self[:-1])


class Published(NamedTuple):
    """The parts of the last build: ``part`` gives the bytes of one by its name, None where it is not as it was made.

    ``changed`` are the numbers of the blocks of passages that are not the same any more.
    """

    part: Callable[[str], bytes | None]
    changed: tuple[int, ...]


def shard(pair: str, shards: int) -> int:
    """Where a pair of characters stands; the matcher computes the same."""
    return (ord(pair[0]) * 31 + ord(pair[1])) % shards


def counted(rows: Iterable[Row], shards: int) -> list[dict[str, list[int]]]:
    """For each shard its pairs, in order, each with the entries that hold it."""
    entries: defaultdict[str, list[int]] = defaultdict(list)
    for entry, found in sorted(_pairs_of(rows).items()):
        for pair in found:
            entries[pair].append(entry)
    told: list[dict[str, list[int]]] = [{} for _ in range(shards)]
    for pair in sorted(entries):
        told[shard(pair, shards)][pair] = entries[pair]
    return told


def part_of(number: int, told: Mapping[str, list[int]]) -> bytes:
    """The part ``pairs-N``: each pair with the distances between its entries."""
    distances = {pair: " ".join(_distances(entries)) for pair, entries in told.items()}
    return handed(f"pairs-{number}", distances)


def brought_up_to_date(
    now: Mapping[int, list[Row]], shards: int, first: bytes, before: Published
) -> list[bytes] | None:
    """Every part ``pairs-N`` from those that were published; None where these do not suffice.

    ``now`` are the passages of each block, ``first`` is the part ``texts``.
    """
    if len(before.changed) > MOST_CHANGED or before.part("texts") != first:
        return None
    parts = [before.part(f"pairs-{number}") for number in range(shards)]
    blocks = [before.part(f"texts-{number}") for number in before.changed]
    if None in parts or None in blocks:
        return None
    old = _pairs_of(Row(*row) for block in blocks for row in _value(block or b""))
    new = _pairs_of(row for number in before.changed for row in now.get(number, ()))
    edits: defaultdict[int, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for entry in old.keys() | new.keys():
        for pair in old.get(entry, set()) ^ new.get(entry, set()):
            edits[shard(pair, shards)][pair].append(entry)
    return [
        _edited(number, part or b"", edits[number]) if number in edits else part or b""
        for number, part in enumerate(parts)
    ]


def _edited(number: int, part: bytes, edits: Mapping[str, list[int]]) -> bytes:
    """A part in which each of the entries of ``edits`` has come to a pair or gone from it."""
    told: dict[str, str] = _value(part)
    changed = {pair: sorted({*_entries(told.get(pair, ""))} ^ {*entries}) for pair, entries in edits.items()}
    distances = {pair: " ".join(_distances(entries)) for pair, entries in changed.items()}
    known = {pair: words for pair, words in (told | distances).items() if words}
    return handed(f"pairs-{number}", dict(sorted(known.items())))


def _distances(entries: Iterable[int]) -> Iterator[str]:
    last = 0
    for entry in entries:
        yield _letters(entry - last)
        last = entry


def _entries(words: str) -> Iterator[int]:
    """The entries that ``_distances`` has written."""
    entry = 0
    for letters in words.split():
        distance = 0
        for letter in letters:
            distance = distance * 26 + ord(letter) - _A
        entry += distance
        yield entry


def _pairs_of(rows: Iterable[Row]) -> dict[int, set[str]]:
    """Entry -> all pairs of characters of its passages."""
    gathered: dict[int, set[str]] = {}
    for row in rows:
        text = folded(f"{row.label} {row.text}")
        gathered.setdefault(row.entry, set()).update(map(add, text, text[1:]))
    return gathered


def _value(part: bytes) -> Any:
    """What a part hands over."""
    text = part.decode()
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])
