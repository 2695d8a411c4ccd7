"""The fields of one service while they are put together from cells, and the cells that were not taken over."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from generator.catalogue.entry import Entry
from generator.catalogue.listing import Trouble


@dataclass
class Assembled:
    """The fields of a service, where each top-level one stands, and the cells that were not taken over."""

    fields: dict[str, Any] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)

    def refuse(self, rule: str, entry: Entry) -> None:
        """Note that ``entry`` was not taken over, or not wholly."""
        self.troubles.append(Trouble(rule, entry.heading, entry.kind, entry.place))

    def put(self, path: str, value: object, entry: Entry) -> None:
        """Set the field at ``path``, which may lie in a group."""
        outer, _, inner = path.partition(".")
        if inner:
            self.fields.setdefault(outer, {})[inner] = value
        else:
            self.fields[outer] = value
        self.places.setdefault(outer, entry.place)

    def put_where_free(self, path: str, read: Callable[[str], object], entries: Iterable[Entry]) -> None:
        """Set the field at ``path`` by a column that only tells it where no other does."""
        for entry in entries:
            if path in self.fields:
                self.refuse("cell/spare", entry)
            elif (value := read(entry.text)) is None:
                self.refuse("cell/unread", entry)
            else:
                self.put(path, value, entry)
