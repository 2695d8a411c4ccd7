"""Find the service that a register means by the name of an item (事项)."""

from collections.abc import Iterable
from itertools import pairwise

from generator.model import Service
from generator.register.columns import plain

_SUGGESTED = 3


class ServiceNames:
    """Finds services by id, name or alias; width, spaces and punctuation do not matter."""

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
        """The services that ``text`` may mean: one when it is clear, none when no service is called so.

        A name counts before an alias, and a service that is still offered before one that has ended.
        """
        name = plain(text)
        found = self._exact.get(name) or self._aliases.get(name, [])
        offered = [service for service in found if not service.status.ended]
        return tuple(offered or found)

    def like(self, text: str) -> tuple[Service, ...]:
        """Up to three offered services with the most pairs of characters of ``text`` in a name or alias, best first."""
        pairs = set(map("".join, pairwise(plain(text))))
        shared: dict[str, tuple[int, Service]] = {}
        for name, services in (*self._exact.items(), *self._aliases.items()):
            count = len(pairs.intersection(map("".join, pairwise(name))))
            for service in services:
                if count > shared.get(service.id, (0, service))[0] and not service.status.ended:
                    shared[service.id] = count, service
        best = sorted(shared.values(), key=lambda found: -found[0])[:_SUGGESTED]
        return tuple(service for _, service in best)

    def are_words_of(self, text: str) -> bool:
        """Whether ``text`` is made of parts of names and aliases, so that it may be quoted in a message.

        Each character has to stand beside a neighbour as in some name or alias. Other texts in a column of items may
        be a person or a village, and are not quoted.
        """
        name = plain(text)
        pairs = [a + b in self._pairs for a, b in pairwise(name)]
        return bool(pairs) and all(map(max, zip([False, *pairs], [*pairs, False], strict=True)))
