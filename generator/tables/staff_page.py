"""What every page for the hall's own people has around what it is about (``site_templates/staff/base.html``)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class StaffPage:
    """Words, hall and day; ``style`` is the style sheet, ``figures`` are name and value of what is told at a glance."""

    words: Mapping[str, str]
    style: str
    hall: str
    day: date
    figures: tuple[tuple[str, str], ...]
