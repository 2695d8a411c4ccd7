"""The corpus of the gate: lines made from a seed, each with what it is.

Three groups. ``shaped``: a number with a shape or check digit, to be found always. ``labelled``: a number that only
its label betrays. ``clean``: nothing private; ``named`` marks the kinds that must never raise an alarm. What was
decided where the issue leaves room stands in ``corpus_shaped``, ``corpus_labelled`` and ``corpus_clean``. A line may hold line breaks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Literal

from privacy.corpus_clean import CLEAN, HALL, NAMED, clean_line, own_receipts
from privacy.corpus_labelled import LABELLED, labelled_line
from privacy.corpus_shaped import HEAVY, SHAPED, shaped_line

Group = Literal["shaped", "labelled", "clean"]
SHARES: dict[Group, float] = {"shaped": 0.4, "labelled": 0.15, "clean": 0.45}
HALL_TEXTS = (*HALL, *own_receipts())
"""What the gate is told before it reads the corpus: the hall's contacts and its own receipt numbers."""


@dataclass(frozen=True, slots=True)
class Line:
    """One text and what it is; ``start`` and ``end`` hold the private value (0, 0 in a clean line)."""

    group: Group
    kind: str
    text: str
    start: int
    end: int
    seed: int
    index: int

    def judged_wrong(self, spans: Iterable[tuple[int, int]]) -> bool:
        """Whether these findings (start, end) alarm on a clean line, or touch no part of the private value."""
        if self.group == "clean":
            return any(True for _ in spans)
        return not any(start < self.end and end > self.start for start, end in spans)

    @property
    def named(self) -> bool:
        """Whether the issue names this kind as one that never raises an alarm."""
        return self.group == "clean" and self.kind in NAMED

    def __str__(self) -> str:
        return f"{self.group}: {self.kind} (seed {self.seed}, line {self.index}): {self.text!r}"


def corpus(seed: int, count: int = 60_000) -> list[Line]:
    """At least ``count`` lines; the same seed gives the same ones."""
    kinds: list[tuple[Group, str, int]] = (
        [("shaped", kind, 3 if kind.startswith(HEAVY) else 1) for kind in SHAPED]
        + [("labelled", kind, 1) for kind in LABELLED]
        + [("clean", kind, 1) for kind in CLEAN]
    )
    weights: dict[Group, int] = {group: sum(weight for of, _, weight in kinds if of == group) for group in SHARES}
    lines: list[Line] = []
    for group, kind, weight in kinds:
        rng = Random(f"{seed} {kind}")
        for _ in range(int(count * SHARES[group] * weight / weights[group]) + 1):
            lines.append(draw(rng, group, kind, seed, len(lines)))
    return lines


def draw(rng: Random, group: Group, kind: str, seed: int, index: int) -> Line:
    """One line of a kind."""
    if group == "clean":
        return Line(group, kind, clean_line(rng, kind), 0, 0, seed, index)
    template, value = shaped_line(rng, kind) if group == "shaped" else labelled_line(rng, kind)
    start = template.index("{value}")
    return Line(group, kind, template.replace("{value}", value), start, start + len(value), seed, index)
