"""Bring the parts of guides (办事指南) together to services.

Where a guide begins is known by the name of a service (事项名称), else by its title (老年优待证办事指南).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.catalogue.cell_values import service_name
from generator.catalogue.entry import Entry
from generator.catalogue.form_parts import Left, Part, Title
from generator.catalogue.headings import NAME_KINDS
from generator.catalogue.listing import Listing, Remark, Trouble, remarks_on, shown_heading, some_of
from generator.catalogue.named_services import incoming_of
from generator.catalogue.service_rows import ServiceRows


@dataclass
class Guides:
    """The guides found so far; parts are taken in the order of the document."""

    services: list[ServiceRows] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    level: int = 0
    """The level of the heading that is the title of the guide; 0 where it has another title."""
    title: Title | None = None
    """A title for which no line has come yet."""

    def take(self, part: Part) -> None:
        """Add ``part`` to the guide it belongs to."""
        if isinstance(part, Left):
            self.left.append(part)
        elif isinstance(part, Title):
            self._begin(part)
        else:
            self._add(part.entries)

    def _begin(self, title: Title) -> None:
        is_section = title.level > self.level > 0 and self.services and self.title is None
        if is_section:
            self.left.append(Left(title.place))
            return
        if self.title is not None:
            self.left.append(Left(self.title.place))
        self.title, self.level = title, title.level

    def _add(self, entries: Sequence[Entry]) -> None:
        names = {entry.kind: service_name(entry.text) for entry in entries if entry.kind in NAME_KINDS}
        others = [entry for entry in entries if entry.kind not in NAME_KINDS]
        current = self.services[-1] if self.services else None
        repeats = current is not None and any(kind in current.names for kind in names)
        if self.title is not None or current is None or repeats:
            current = ServiceRows({}, self.title.place if self.title else entries[0].place)
            current.title = self.title.text if self.title else ""
            self.title = None
            self.services.append(current)
        current.names |= names
        if others:
            current.rows.append(others)

    def listing(self) -> Listing:
        """The services, and what is to be said of guides without a name and of texts that belong to no label."""
        left = [*self.left, *([Left(self.title.place)] if self.title else [])]
        named = [service for service in self.services if service.names or service.title]
        nameless = [service.place for service in self.services if service not in named]
        for service in named:
            service.names = service.names or {"name": service.title}
        troubles: list[Trouble] = []
        services = list(incoming_of([(service, "") for service in named], troubles))
        remarks = [Remark("guide/no-name", {"places": some_of(nameless)})] if nameless else []
        return Listing(tuple(services), (*remarks, *remarks_on(troubles), *_on_left(left)))


def _on_left(left: Sequence[Left]) -> Iterator[Remark]:
    found: dict[str, list[str]] = {}
    for one in left:
        found.setdefault(one.heading, []).append(one.place)
    for heading, places in found.items():
        values = {
            "heading": shown_heading(heading) if heading else "",
            "count": str(len(places)),
            "places": some_of(places),
        }
        yield Remark("guide/label" if heading else "guide/left", values)
