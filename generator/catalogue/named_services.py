"""Give services their names, from the item and its parts, and their fields from the rows that they were read from."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.catalogue.assemble import assemble
from generator.catalogue.assembled import Assembled
from generator.catalogue.entry import Entry
from generator.catalogue.headings import NAME_KINDS
from generator.catalogue.incoming import Incoming
from generator.catalogue.listing import Trouble
from generator.catalogue.service_rows import ServiceRows
from generator.texts.service_words import BODY_ENDINGS, WINDOW_ENDINGS

_SHORTEST_NAME = 6
"""A part of an item with a shorter name is called together with its item: 居民身份证办理（换领）."""


def incoming_of(collected: Sequence[tuple[ServiceRows, str]], troubles: list[Trouble]) -> Iterator[Incoming]:
    """The services from their rows, each with the window after which its sheet is named ("" for none)."""
    often = Counter(_own_name(service.names) for service, _ in collected)
    for service, window in collected:
        made = assemble([*service.rows, _above(service, window)])
        troubles += made.troubles
        own = _own_name(service.names)
        name = _full_name(service.names) if often[own] > 1 or len(own) < _SHORTEST_NAME else own
        _keep_general_names(made, service, name)
        unread = frozenset(one.kind for one in made.troubles if one.rule == "cell/unread")
        yield Incoming(name, service.place, made.fields, places=made.places, unread=unread)


def _own_name(names: Mapping[str, str]) -> str:
    return next(names[kind] for kind in reversed(NAME_KINDS) if kind in names)


def _full_name(names: Mapping[str, str]) -> str:
    """The item with its part in brackets, where both are named and differ."""
    parts = list(dict.fromkeys(names[kind] for kind in NAME_KINDS if kind in names))
    return parts[0] if len(parts) == 1 else f"{parts[0]}（{parts[-1]}）"


def _keep_general_names(made: Assembled, service: ServiceRows, name: str) -> None:
    """What an item is called above its parts stays findable."""
    general = [text for text in dict.fromkeys(service.names.values()) if text not in name]
    if general:
        made.fields["hidden_terms"] = [*made.fields.get("hidden_terms", []), *general]
        made.places.setdefault("hidden_terms", service.place)


def _above(service: ServiceRows, window: str) -> list[Entry]:
    """What the title above the rows, or the name of the sheet, says where no column does."""
    told = service.cells
    group = service.group
    if group and "window" not in told and (group.endswith(WINDOW_ENDINGS) or "窗" in group):
        return [Entry("window", group, group, service.place)]
    above = [Entry("window", window, window, service.place)] if window and "window" not in told else []
    if group and "body" not in told and group.endswith(BODY_ENDINGS):
        above.append(Entry("body", group, group, service.place))
    return above
