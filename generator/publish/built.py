"""Notes beside a site of which day it is, and what of it may be shown until when: whoever publishes it later asks.

Not in the site, where it would change every day. The note belongs to one manifest; beside another site it says nothing.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.publish.files import save
from generator.publish.manifest import MANIFEST
from generator.publish.staging import read_regular


class Built(NamedTuple):
    """The day of a site, and record (notices/x) and day, for each day after which something of it has to be gone."""

    day: date
    ends: tuple[tuple[str, date], ...]


def note_built(site: Path, day: date, ends: Iterable[tuple[str, date]]) -> None:
    """Write the note of the ``site`` that was just published. Raises OSError."""
    listed = [[record, end.isoformat()] for record, end in sorted({*ends}) if end >= day]
    values = {"manifest": _manifest(site), "day": day.isoformat(), "ends": listed}
    keep_note(site, json.dumps(values, ensure_ascii=False))


def read_built(site: Path) -> Built | None:
    """What the note says of the ``site`` that is there; None without one."""
    try:
        values = json.loads(note_of(site))
        if values["manifest"] != _manifest(site):
            return None
        ends = tuple((str(record), date.fromisoformat(end)) for record, end in values["ends"])
        return Built(date.fromisoformat(values["day"]), ends)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def note_of(site: Path) -> str:
    """The text of the note; "" where there is none. It can be kept beside the same site on another computer."""
    return (read_regular(str(_file(site))) or b"").decode("utf-8", "replace")


def keep_note(site: Path, text: str) -> None:
    """Write the ``text`` of a note, if it is another. Raises OSError."""
    if text != note_of(site):
        save(_file(site), text.encode())


def _file(site: Path) -> Path:
    return site.parent / f".{site.name}.built"


def _manifest(site: Path) -> str:
    return hashlib.sha256((site / MANIFEST).read_bytes()).hexdigest()
