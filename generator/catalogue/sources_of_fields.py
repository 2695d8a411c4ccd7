"""Where a record that comes in stands in what is imported, for messages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model import Keys


@dataclass(frozen=True)
class Sources:
    """The place of a record, and the places of its fields where they are known."""

    place: str
    fields: Mapping[str, str] = field(default_factory=dict)

    def of(self, keys: Keys) -> str:
        """The place of the field at ``keys``."""
        return self.fields.get(str(keys[0]), self.place) if keys else self.place
