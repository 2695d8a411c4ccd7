"""Progress bars on a terminal. The only importer of rich; imported only where there is a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console
from rich.progress import Progress, TaskID

from generator.system.progress import StageProgress
from generator.texts.commands import STAGES

_DRAW_EVERY = 0.1
"""Seconds; a bar that moves at every page takes longer than the page."""


@contextmanager
def bars() -> Iterator[StageProgress]:
    """Show a bar for each stage; all are removed when the work is done."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, auto_refresh=False, disable=not console.is_terminal) as drawn:
        yield _Bars(drawn)


class _Bars:
    """Draws when it is told of progress: with a thread that draws, no copy of this process could work beside it."""

    def __init__(self, drawn: Progress) -> None:
        self._drawn, self._due = drawn, 0.0
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        """See ``StageProgress``."""
        if stage not in self._tasks:
            self._tasks[stage] = self._drawn.add_task(STAGES[stage], total=total or None)
        self._drawn.update(self._tasks[stage], completed=done, total=total or None)
        if monotonic() >= self._due:
            self._drawn.refresh()
            self._due = monotonic() + _DRAW_EVERY
