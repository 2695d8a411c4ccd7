"""Progress bars on a terminal. The only importer of rich; imported only where there is a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import Progress

from generator.system.progress import StageProgress
from generator.texts.commands import STAGES


@contextmanager
def bars() -> Iterator[StageProgress]:
    """Show a bar for each stage; all are removed when the work is done."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as drawn:
        tasks: dict[str, Any] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = drawn.add_task(STAGES[stage], total=total or None)
            drawn.update(tasks[stage], completed=done, total=total or None)

        yield tell
