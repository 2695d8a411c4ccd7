"""What a copy of a site needs to be carried around: names that every computer can open, and one file that holds all."""

import re
from collections.abc import Iterable
from pathlib import Path

from generator.system.zips import write_zip
from generator.texts.portable import PORTABLE

MOST_CHARACTERS = 200
"""Of an address: Windows opens paths of 259, and the folder that holds the copy has a name, too."""

_ODD = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)', re.I)


def name_faults(names: Iterable[str]) -> tuple[str, ...]:
    """A sentence for each address that Windows may not open."""
    names = sorted(names)
    long = [
        PORTABLE["long_name"].format(address=name, most=MOST_CHARACTERS)
        for name in names
        if len(name) > MOST_CHARACTERS
    ]
    return (*long, *(PORTABLE["odd_name"].format(address=name) for name in names if _ODD.search(name)))


def pack(folder: Path, names: Iterable[str], archive: Path) -> None:
    """Write a ZIP that holds ``folder`` with the files ``names``; it is never half-written."""
    pack_files(((f"{folder.name}/{name}", (folder / name).read_bytes()) for name in sorted(names)), archive)


def pack_files(files: Iterable[tuple[str, bytes]], archive: Path) -> None:
    """Write a ZIP of ``files``, name and bytes of each, in their order; it is never half-written."""
    part = archive.with_name(f".{archive.name}.part")
    try:
        with part.open("wb") as file:
            write_zip(file, files)
        part.replace(archive)
    finally:
        part.unlink(missing_ok=True)
