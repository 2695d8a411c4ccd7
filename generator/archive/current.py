"""Tells that the journal has the site as it is today, so that nothing has to be loaded where nothing has changed."""

import hashlib
from datetime import date
from pathlib import Path

from generator.publish.files import save
from generator.publish.manifest import MANIFEST

_FILE = "current"


def is_current(journal: Path, site: Path, today: date) -> bool:
    """Whether the journal was brought up to date today, with the site that is there now."""
    try:
        return (journal / _FILE).read_text("utf-8") == _mark(site, today)
    except (OSError, UnicodeDecodeError):
        return False


def note_current(journal: Path, site: Path, today: date) -> None:
    """Write down that the journal is up to date."""
    save(journal / _FILE, _mark(site, today).encode())


def _mark(site: Path, today: date) -> str:
    return f"{today} {hashlib.sha256((site / MANIFEST).read_bytes()).hexdigest()}\n"
