"""The parts of the search that hold what the pages say: whole, or in shards where that is much.

``texts`` is ``[[entry, label, text, anchor], ...]``, ``entry`` the number of its entry among the names. Where the pages
say more than ``whole_up_to`` characters, ``texts`` is ``{"shards", "size"}`` instead, and

- ``pairs-N`` tells which entries hold two characters one after the other, of those pairs whose ``shard`` is N:
  ``{pair: [entry, distance to the next, ...]}``;
- ``texts-N`` has the passages of ``size`` entries, from number N * size on.

A browser loads the pairs of a query and then the passages of the entries that hold most of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from generator.site.handed import handed
from generator.site.search import SearchEntry
from generator.site.search_pairs import Published, Row, brought_up_to_date, counted, part_of
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


class Texts:
    """The passages of ``found``; those of pages that are no entries are left out."""

    def __init__(self, found: Sequence[SearchEntry], said: Iterable[Passage], sizes: Sizes = HALL_SIZES) -> None:
        places = {entry.url: number for number, entry in enumerate(found)}
        self._rows = [Row(places[each.url], *each[1:]) for each in said if each.url in places]
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

    def first(self) -> bytes:
        """The part ``texts``."""
        whole = [row.short() for row in self._rows]
        return handed("texts", {"shards": self.shards, "size": self._sizes.block} if self.sharded else whole)

    def block(self, number: int) -> bytes:
        """The part ``texts-N``."""
        return handed(f"texts-{number}", [row.short() for row in self._by_block.get(number, [])])

    def pairs(self, number: int) -> bytes:
        """The part ``pairs-N``, counted anew."""
        return part_of(number, self._by_shard[number])

    def pairs_after(self, before: Published) -> list[bytes] | None:
        """All of them, from those that were published; None where these do not suffice."""
        return brought_up_to_date(self._by_block, self.shards, self.first(), before)

    @cached_property
    def _by_block(self) -> Mapping[int, list[Row]]:
        blocks: dict[int, list[Row]] = {}
        for row in self._rows:
            blocks.setdefault(row.entry // self._sizes.block, []).append(row)
        return blocks

    @cached_property
    def _by_shard(self) -> list[dict[str, list[int]]]:
        return counted(self._rows, self.shards)
