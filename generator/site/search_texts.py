"""The parts of the search that hold what the pages say: whole, or in shards where that is much.

``texts`` is ``[[entry, label, text, anchor], ...]``, ``entry`` the number of its entry among the names. Where the pages
say more than ``whole_up_to`` characters, ``texts`` is ``{"shards", "size"}`` instead, and

- ``pairs-N`` tells which entries hold two characters one after the other, of those pairs whose ``shard`` is N:
  ``{pair: [entry, distance to the next, ...]}``;
- ``texts-N`` has the passages of ``size`` entries, from number N * size on.

A browser loads the pairs of a query and then the passages of the entries that hold most of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import add
from typing import Final, NamedTuple

from generator.site.handed import handed, in_letters
from generator.site.search import SearchEntry
from generator.site.search_parts import folded
from generator.site.search_passages import Passage


class Sizes(NamedTuple):
    """How much a browser loads at once: one part holds so many characters of what the pages say (250,000 are 90 KB,
    packed); above that, a part the passages of ``block`` entries, or the pairs of ``shard`` characters, about.
    """

    whole_up_to: int = 250_000
    block: int = 32
    shard: int = 40_000


HALL_SIZES: Final = Sizes()
"""Those of a hall's own site."""

_MOST_SHARDS: Final = 512


class _Row(NamedTuple):
    entry: int
    label: str
    text: str
    anchor: str

    def short(self) -> list[object]:
        """Without an empty anchor."""
        return list(self if self.anchor else self[:-1])


class Texts:
    """The passages of ``found``; those of pages that are no entries are left out."""

    def __init__(self, found: Sequence[SearchEntry], said: Iterable[Passage], sizes: Sizes = HALL_SIZES) -> None:
        places = {entry.url: number for number, entry in enumerate(found)}
        self._rows = [_Row(places[each.url], *each[1:]) for each in said if each.url in places]
        self._count = len(found)
        self._sizes = sizes

    @cached_property
    def sharded(self) -> bool:
        """Whether they are too long for one part."""
        return self._characters > self._sizes.whole_up_to

    @cached_property
    def _characters(self) -> int:
        return sum(len(row.text) for row in self._rows)

    @cached_property
    def shards(self) -> int:
        """A power of two."""
        wanted = self._characters // self._sizes.shard
        return min(_MOST_SHARDS, 1 << max(0, wanted).bit_length())

    @property
    def blocks(self) -> range:
        """Numbers of the blocks of passages."""
        return range(-(-self._count // self._sizes.block))

    def of_block(self, number: int) -> list[object]:
        """What the part ``texts-N`` follows from."""
        return [*self._by_block.get(number, [])]

    @property
    def everything(self) -> list[object]:
        """What the parts ``pairs-N`` follow from."""
        return [*self._rows]

    def first(self) -> bytes:
        """The part ``texts``."""
        whole = [row.short() for row in self._rows]
        return handed("texts", {"shards": self.shards, "size": self._sizes.block} if self.sharded else whole)

    def block(self, number: int) -> bytes:
        """The part ``texts-N``."""
        return handed(f"texts-{number}", [row.short() for row in self._by_block.get(number, [])])

    def pairs(self, number: int) -> bytes:
        """The part ``pairs-N``."""
        letters = self._letters
        told = {
            pair: " ".join([letters[entry - last] for entry, last in zip(entries, (0, *entries), strict=False)])
            for pair, entries in self._by_shard.get(number, {}).items()
        }
        return handed(f"pairs-{number}", told)

    @cached_property
    def _letters(self) -> list[str]:
        """Each distance between two entries as it is written."""
        return list(map(in_letters, range(self._count)))

    @cached_property
    def _by_block(self) -> Mapping[int, list["_Row"]]:
        blocks: dict[int, list[_Row]] = {}
        for row in self._rows:
            blocks.setdefault(row.entry // self._sizes.block, []).append(row)
        return blocks

    @cached_property
    def _by_shard(self) -> Mapping[int, dict[str, list[int]]]:
        """Shard -> its pairs, in order, each with the entries that hold it."""
        entries: defaultdict[str, list[int]] = defaultdict(list)
        for entry, found in self._pairs():
            for pair in found:
                entries[pair].append(entry)
        shards: dict[int, dict[str, list[int]]] = {}
        for pair in sorted(entries):
            shards.setdefault(shard(pair, self.shards), {})[pair] = entries[pair]
        return shards

    def _pairs(self) -> Iterator[tuple[int, set[str]]]:
        """Each entry, in order, with all pairs of its passages."""
        gathered: dict[int, set[str]] = {}
        for row in self._rows:
            found = gathered.setdefault(row.entry, set())
            text = folded(f"{row.label} {row.text}")
            found.update(map(add, text, text[1:]))
        yield from sorted(gathered.items())


def shard(pair: str, shards: int) -> int:
    """Where a pair of characters stands; the matcher computes the same."""
    return (ord(pair[0]) * 31 + ord(pair[1])) % shards
