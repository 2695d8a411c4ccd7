"""A digest of the program (code, templates, libraries, interpreter); what is kept between builds depends on it."""

import os
import platform
import sys
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.system.environment import templates_folder

LIBRARIES = (
    "holidays", "jinja2", "markupsafe", "opencc", "openpyxl", "pillow", "pydantic", "pydantic-core", "pypdfium2",
    "pypinyin", "pyyaml", "segno", "typst", "tzdata",
)  # fmt: skip
"""Libraries whose version may change the output. The engine that renders frames adds its own."""


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Changes with every part of the program that may change what is made of the same content."""
    package = Path(__file__).parent.parent
    sources = [path for path in _files_below(package) if path.endswith((".py", ".csv"))]
    digest = sha256(repr((sys.version, platform.system(), unicodedata.unidata_version, versions(LIBRARIES))).encode())
    for path in (*sources, *_files_below(templates_folder())):
        digest.update(f"{path.rpartition('/')[2]}\0".encode() + sha256(Path(path).read_bytes()).digest())
    return digest.hexdigest()


def versions(libraries: Iterable[str]) -> tuple[str, ...]:
    """The installed version of each library, "" where it is not installed."""
    return tuple(map(_version, libraries))


@lru_cache(maxsize=64)
def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _files_below(folder: Path) -> list[str]:
    """Sorted; without links that lead nowhere, which editors leave beside a file that they have open."""
    found = (f"{place}/{name}" for place, _, names in os.walk(folder) for name in names)
    return sorted(path for path in found if os.access(path, os.F_OK))
