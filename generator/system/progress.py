"""The types of functions that long work calls to report its progress, to a bar on a terminal for instance."""

from collections.abc import Callable

StageProgress = Callable[[str, int, int], None]
"""Called with a stage (a key of ``texts.commands.STAGES``), the items done, and all items (0: unknown)."""

Progress = Callable[[int, int], None]
"""Called with the items done of one stage, and all its items."""
