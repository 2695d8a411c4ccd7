"""How work tells what it has done so far; who listens (a bar on a terminal, nobody) is not known where it is told."""

from collections.abc import Callable

StageProgress = Callable[[str, int, int], None]
"""Hears of a run: its stage (``texts.commands.STAGES``), how much is done, of how much (0: unknown)."""

Progress = Callable[[int, int], None]
"""Hears of one stage: how much is done, of how much."""
