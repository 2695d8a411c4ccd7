"""The folders that can be made beside the site of a hall; what makes one is loaded when it is asked for."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from generator.system.on_demand import load

if TYPE_CHECKING:  # a build without a change needs no pipeline
    from generator.build.pipeline import Hall

FOLDERS: dict[str, "Callable[[Hall], Iterator[str]]"] = {
    "portable": lambda hall: load("generator.build.portable").portable_copy(hall),
    "embed": lambda hall: load("generator.build.embedded").embedded_section(hall),
    "articles": lambda hall: load("generator.build.article_package").article_package(hall),
    "wechat": lambda hall: load("generator.build.wechat").wechat_folder(hall),
}
"""Option of ``gongshi build`` -> what makes the folder and tells where it is."""
