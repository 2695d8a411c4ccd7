"""The folders that can be made beside the site of a hall; what makes one is loaded when it is asked for."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator.system.on_demand import load
from generator.texts.commands import TEXTS

if TYPE_CHECKING:  # a build without a change needs no pipeline
    from generator.build.pipeline import Hall

FOLDERS: dict[str, "Callable[[Hall], Iterator[str]]"] = {
    "portable": lambda hall: load("generator.build.portable").portable_copy(hall),
    "embed": lambda hall: load("generator.build.embedded").embedded_section(hall),
    "articles": lambda hall: load("generator.build.article_package").article_package(hall),
    "wechat": lambda hall: load("generator.build.wechat").wechat_folder(hall),
}
"""Option of ``gongshi build`` -> what makes the folder and tells where it is."""


def folder_beside(site: Path, option: str) -> Path:
    """Where the folder of an option of ``gongshi build`` is made."""
    return site.with_name(f"{site.name}-{option}")


def left_behind(site: Path, made: Collection[str]) -> Iterator[str]:
    """Tells of each folder of an earlier build that was not made again: it may name people after their last day."""
    for option in FOLDERS:
        if option not in made and (folder := folder_beside(site, option)).is_dir():
            yield TEXTS["left_behind"].format(folder=folder.name, option=option)
