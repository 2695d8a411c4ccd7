"""What a source says of one service, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Incoming:
    """A service as a source tells it.

    ``fields`` has the names and shape of ``services/ID.yml``, in plain values (text, whole numbers, truths, dates,
    lists, mappings), and only what the source really states: no default, no 待补充. ``id`` is given where the source is
    our own workbook; else it is found by code or name, or proposed. ``place`` is where it stands (表一 第3行), for
    messages, and ``places`` maps a field to the place of its own (表一 第3行 D列) where that is known. ``unread``: the
    kinds of cells that say something which was not understood.
    """

    name: str
    place: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    id: str | None = None
    places: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
