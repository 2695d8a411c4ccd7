"""Reads one paper of a hall: its rules as drafts, its lists, and what of it is not in them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.facts import simplified
from generator.intake.breaks import parted
from generator.intake.hall_lists import HallLists, hall_lists
from generator.intake.lines import Removed, lines_of
from generator.intake.noise import ChangeKind, cleaned
from generator.intake.regulation import Draft, drafted
from generator.intake.split import segments
from generator.sources import Aside, Source, Table

LONGEST, MOST_LINES = 1_000_000, 50_000
"""Characters and lines of a paper: the Civil Code has some hundred thousand in four thousand lines."""


@dataclass
class Paper:
    """What was read of one file. ``halls`` are the lists of a hall that stand before its rules."""

    name: str
    drafts: list[Draft] = field(default_factory=list)
    halls: list[HallLists] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    changed: Counter[ChangeKind] = field(default_factory=Counter)
    asides: tuple[Aside, ...] = ()
    tables: tuple[int, ...] = ()
    """Where tables stood, which became lines."""


def read_paper(source: Source, topics: Sequence[str], to_simplified: bool = False) -> Paper:
    """Understand a source; ``topics`` are the rules that must hang.

    Raises CharactersLost where a record would not say what the source says, ValidationError for what no record holds.
    """
    found = cleaned(lines_of(source), simplified.text if to_simplified else None)
    paper = Paper(source.name, removed=found.removed, changed=found.changed, asides=source.asides)
    paper.tables = tuple(block.place for block in source.blocks if isinstance(block, Table))
    for segment in segments(list(parted(found.lines))):
        if segment.is_hall:
            lists = hall_lists(segment.lines)
            paper.halls.append(lists)
            paper.removed += [Removed("list", line.text, line.place) for line in lists.used]
            paper.removed += [Removed("unused", line.text, line.place) for line in lists.other]
        else:
            paper.drafts.append(drafted(segment.lines, source.title or source.name.rpartition(".")[0], topics))
    return paper


def is_too_long(source: Source) -> bool:
    """Whether a source is longer than any collection of rules; to understand it would take minutes."""
    lines = lines_of(source)
    return len(lines) > MOST_LINES or sum(len(line.text) for line in lines) > LONGEST


def traditional_in(source: Source) -> str:
    """Some of the Traditional characters in a source; "" where there are none."""
    return simplified.traditional_in("".join(line.text for line in lines_of(source)))
