"""Where the folders beside the site stand, and which of them an earlier build has left there."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.texts.commands import TEXTS


def folder_beside(site: Path, option: str) -> Path:
    """Where the folder of an option of ``gongshi build`` is made."""
    return site.with_name(f"{site.name}-{option}")


def left_behind(site: Path, options: Iterable[str]) -> Iterator[str]:
    """Tells of each folder that is there though its option was not given: it may name people after their last day."""
    for option in options:
        if (folder := folder_beside(site, option)).is_dir():
            yield TEXTS["left_behind"].format(folder=folder.name, option=option)
