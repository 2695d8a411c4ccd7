"""Where a record that comes in stands in what is imported, for messages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model import Keys


@dataclass(frozen=True)
class Sources:
    """The place of a record, and the places of its fields where they are known, by name: summary, or materials/1."""

    place: str
    fields: Mapping[str, str] = field(default_factory=dict)

    def of(self, keys: Keys) -> str:
        """The place of the field at ``keys``."""
        names = ("/".join(map(str, keys[:end])) for end in range(len(keys), 0, -1))
        return next((self.fields[name] for name in names if name in self.fields), self.place)
