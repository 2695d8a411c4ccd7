"""Remembers on this computer what was once taken down, so that it can be looked for on the web, which lists nothing.

In the cache of the project; without it, only what the target itself remembers is looked for.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from generator.publish.files import save

_FILE = "removed.json"


def read_removed(cache: Path) -> tuple[str, ...]:
    """Addresses that were taken down, sorted; none where nothing is remembered, or it cannot be read."""
    try:
        found = json.loads((cache / _FILE).read_bytes())
    except (OSError, ValueError):
        return ()
    return tuple(sorted(map(str, found))) if isinstance(found, list) else ()


def note_removed(cache: Path, removed: Iterable[str], files: Iterable[str]) -> None:
    """Add ``removed``, and forget what is in the site again (``files``)."""
    before = read_removed(cache)
    after = sorted({*before, *removed} - {*files})
    if after != [*before]:
        save(cache / _FILE, json.dumps(after, ensure_ascii=False, indent=0).encode())
