"""The table of windows: how many of their guides are complete, and how many gaps they have to fill."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.facts.services import percent_words
from generator.gaps.elements import GuideState, share_of
from generator.gaps.gap import Gap
from generator.gaps.register import Register
from generator.texts.gaps import WORDS

_UNPLACED = ""


class StateRow(NamedTuple):
    """One window, or a body that has gaps to fill but no guides.

    ``share`` is the part of all elements that is there, 0 to 1; None where there are no guides. ``is_total`` is True
    for the last row.
    """

    name: str
    guides: int
    complete: int
    share: float | None
    gaps: int
    is_total: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands under ``texts.gaps.COLUMNS``."""
        if self.share is None:
            return (self.name, *[WORDS["none"]] * 3, str(self.gaps))
        return (self.name, str(self.guides), str(self.complete), percent_words(self.share), str(self.gaps))


def state_rows(register: Register) -> Iterator[StateRow]:
    """A row for each window, then for each other body that has gaps to fill, at last for all of them."""
    to_fill = Counter(_line_of(gap) for gap in register.gaps)
    for state in register.windows:
        window = state.window
        count = to_fill.pop(window.id if window else _UNPLACED, 0)
        yield _row(window.name if window else WORDS["unplaced"], state.guides, count)
    for name, count in to_fill.items():
        yield _row(name, (), count)
    guides = [guide for state in register.windows for guide in state.guides]
    yield _row(WORDS["total"], guides, len(register.gaps))._replace(is_total=True)


def _line_of(gap: Gap) -> str:
    """The line in which a gap counts: that of its window, of the services without one, of the body that fills it."""
    unplaced = gap.kind == "service" and not gap.follows
    return gap.duty.window or (_UNPLACED if unplaced else gap.duty.name)


def _row(name: str, guides: Sequence[GuideState], gaps: int) -> StateRow:
    return StateRow(name, len(guides), sum(not guide.missing for guide in guides), share_of(guides), gaps)
