"""Which service a register means by the name of an item (事项)."""

from collections.abc import Iterable
from itertools import pairwise

from generator.model import Service
from generator.register.columns import plain


class ServiceNames:
    """The services by id, name and alias, spelled in any width and spacing."""

    def __init__(self, services: Iterable[Service]) -> None:
        self._exact: dict[str, list[Service]] = {}
        self._aliases: dict[str, list[Service]] = {}
        self._pairs: set[str] = set()
        for service in services:
            for name in {plain(service.id), plain(service.name)}:
                self._exact.setdefault(name, []).append(service)
            for name in {plain(alias) for alias in service.aliases}:
                self._aliases.setdefault(name, []).append(service)
        for name in (*self._exact, *self._aliases):
            self._pairs.update(map("".join, pairwise(name)))

    def meant_by(self, text: str) -> tuple[Service, ...]:
        """The services that ``text`` may mean: one when it is clear, none when nobody is called so.

        A name counts before an alias, and a service that is still offered before one that has ended.
        """
        name = plain(text)
        found = self._exact.get(name) or self._aliases.get(name, [])
        offered = [service for service in found if not service.status.ended]
        return tuple(offered or found)

    def are_words_of(self, text: str) -> bool:
        """Whether each character of ``text`` stands beside another as in some name or alias: it is about an item.

        What else stands in a column of items (a person, a village) is not to be repeated in a message.
        """
        name = plain(text)
        pairs = [a + b in self._pairs for a, b in pairwise(name)]
        return bool(pairs) and all(map(max, zip([False, *pairs], [*pairs, False], strict=True)))
