"""Find the service of the hall that a source speaks of: by its id, its codes, its name, in this order.

Only what fits one service counts. Where several fit, or two places of the source speak of the same service and say
different things, nothing is taken over, and the clerk is told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.catalogue.ids import proposed
from generator.catalogue.incoming import Incoming
from generator.catalogue.same_names import plain_name
from generator.model import Dataset, Service

_CODES = ("business", "implementing", "catalogue")
"""Kinds of codes, the one that tells most first."""


@dataclass(frozen=True)
class Match:
    """A service of the source, and the id of the hall's service; ``is_new``: the hall has none yet."""

    incoming: Incoming
    id: str
    is_new: bool


@dataclass(frozen=True)
class Doubt:
    """A service of the source that was left out: why (a key of ``texts.catalogue``), and what it may be."""

    rule: str
    incoming: Incoming
    others: tuple[str, ...]


@dataclass
class Matcher:
    """Assigns services of a source to those of ``dataset`` one by one; ``taken`` are ids that may not be proposed."""

    dataset: Dataset
    taken: set[str]
    matches: dict[str, Match] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def take(self, incoming: Iterable[Incoming]) -> None:
        """Assign each of ``incoming``, in order."""
        for one in incoming:
            found = self._found(one)
            if "status.state" in one.unread and not found:
                self.doubts.append(Doubt("state", one, ()))
            elif len(found) > 1:
                self.doubts.append(Doubt("several", one, tuple(found)))
            elif found:
                self._put(Match(one, found[0], found[0] not in self.dataset.services))
            else:
                record_id = one.id if one.id and one.id not in self.taken else proposed(one.name, self.taken)
                self._put(Match(one, record_id, is_new=True))

    def _put(self, match: Match) -> None:
        before = self.matches.get(match.id)
        if before:
            differing = _differing(before.incoming.fields, match.incoming.fields)
            if differing:
                self.doubts.append(Doubt("twice", match.incoming, (before.incoming.place, *differing)))
                return
            fields = {**match.incoming.fields, **before.incoming.fields}
            match = replace(before, incoming=replace(before.incoming, fields=fields))
        self.matches[match.id] = match
        self.taken.add(match.id)
        if match.is_new and not before:
            self._by_name.setdefault(plain_name(match.incoming.name), []).append(match.id)
            for kind, code in _codes(match.incoming).items():
                self._by_code.setdefault((kind, code), []).append(match.id)

    def _found(self, incoming: Incoming) -> Sequence[str]:
        """The ids of all services that ``incoming`` may be."""
        if incoming.id:
            return [incoming.id] if incoming.id in self.dataset.services or incoming.id in self.matches else []
        codes = _codes(incoming)
        for kind in _CODES:
            if kind in codes and (found := self._fitting(codes, self._by_code.get((kind, codes[kind]), ()))):
                named = [one for one in found if plain_name(self._name(one)) == plain_name(incoming.name)]
                return named or (found if kind != "catalogue" or len(found) == 1 else [])
        name = plain_name(incoming.name)
        return self._fitting(codes, self._by_name.get(name, ())) or self._fitting(codes, self._by_alias.get(name, ()))

    def _fitting(self, codes: Mapping[str, str], ids: Iterable[str]) -> list[str]:
        """Of ``ids`` those of which no code is another one; a code that one of both lacks says nothing."""
        return [one for one in ids if all(codes.get(kind, code) == code for kind, code in self._codes_of(one).items())]

    def _codes_of(self, record_id: str) -> Mapping[str, str]:
        service = self.dataset.services.get(record_id)
        return _codes_of_service(service) if service else _codes(self.matches[record_id].incoming)

    def _name(self, record_id: str) -> str:
        service = self.dataset.services.get(record_id)
        return service.name if service else self.matches[record_id].incoming.name

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        return _listed((plain_name(service.name), service.id) for service in self.dataset.services.values())

    @cached_property
    def _by_alias(self) -> dict[str, list[str]]:
        return _listed(
            (plain_name(alias), service.id) for service in self.dataset.services.values() for alias in service.aliases
        )

    @cached_property
    def _by_code(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for service in self.dataset.services.values():
            for kind, code in _codes_of_service(service).items():
                found.setdefault((kind, code), []).append(service.id)
        return found


def _listed(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, record_id in dict.fromkeys(pairs):
        found.setdefault(name, []).append(record_id)
    return found


def _codes(incoming: Incoming) -> Mapping[str, str]:
    codes = incoming.fields.get("item_codes") or {}
    return {kind: str(codes[kind]).strip() for kind in _CODES if codes.get(kind)}


def _codes_of_service(service: Service) -> Mapping[str, str]:
    codes = service.item_codes
    return {kind: code for kind in _CODES if codes and (code := getattr(codes, kind))}


def _differing(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    """The fields that both state, and not alike."""
    return [key for key in one if key in other and one[key] != other[key]]
