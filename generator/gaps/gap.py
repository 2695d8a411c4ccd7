"""One gap: where it is, who has to fill it, what waits for it, and how heavy it weighs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.content.problems import Problem
from generator.model import Keys, Place

Kind = Literal[
    "service", "regulation", "window", "material", "hall", "notice", "result", "disclosure", "bundle", "page"
]
"""What kind of record a gap is in."""

Block = Literal["sheets", "wall", "poster", "section", "list", "search"]
"""What waits for a gap to be filled: the posters of all records; a regulation that must hang on the wall; the poster of
the record; a whole section of its page; its place in a list of services; its being found by the search."""

WEIGHTS: dict[Block, int] = {"sheets": 32, "wall": 16, "poster": 4, "section": 2, "list": 1, "search": 1}
"""What each of them adds to the weight of a gap."""

ELEMENT_WEIGHT = 2
"""What one of the eight elements of a guide adds."""

FOLLOWER_WEIGHT = 4
"""What each gap adds that is filled at the same time."""


@dataclass(frozen=True)
class Duty:
    """Who has to fill a gap: a window, with the post that serves there, or a body such as the hall."""

    name: str
    post: str | None = None
    window: str | None = None


@dataclass(frozen=True)
class Gap:
    """Something that is not known yet.

    ``record`` is kind and id of the record (services/linshi-jiuzhu, windows/minzheng), or the path of a file that holds
    but one, and ``keys`` lead from it to the field. ``title`` names the record and ``field`` what is missing of it, in
    words that tell of nobody. ``element`` is the key of the element of a guide that it belongs to. ``words``
    are those of the hall that may be chosen. ``follows`` is the place of the field of the hall that would fill it, too,
    and ``followers`` how many gaps this one would fill.
    """

    problem: Problem
    place: Place
    kind: Kind
    record: str
    keys: Keys
    title: str
    field: str
    duty: Duty
    blocks: tuple[Block, ...] = ()
    element: str | None = None
    words: tuple[str, ...] = ()
    follows: Place | None = None
    followers: int = 0

    @property
    def key(self) -> str:
        """What the gap is known by in the tables that go round: services/linshi-jiuzhu#time_limits.statutory."""
        return f"{self.record}#{'.'.join(map(str, self.keys))}"

    @property
    def weight(self) -> int:
        """How much waits for it; the heaviest gaps are to be filled first."""
        own = sum(WEIGHTS[block] for block in self.blocks) + (ELEMENT_WEIGHT if self.element else 0)
        return own + FOLLOWER_WEIGHT * self.followers


@dataclass(frozen=True)
class RecordGaps:
    """The gaps of one record, the heaviest first."""

    gaps: tuple[Gap, ...]

    @property
    def first(self) -> Gap:
        """The heaviest."""
        return self.gaps[0]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What waits for any of them, each once, in the order of weight."""
        return tuple(block for block in WEIGHTS if any(block in gap.blocks for gap in self.gaps))


def heaviest_first(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """``gaps`` by weight; those of equal weight stay in their order."""
    return tuple(sorted(gaps, key=lambda gap: -gap.weight))
