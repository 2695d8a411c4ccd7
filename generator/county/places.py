"""Who is where: the halls of a county by place, in the order of the alphabet, and the services that they share."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count
from typing import Final, NamedTuple

from generator.county.summary import HallService, HallSummary
from generator.facts.pinyin import initial, syllables

MOST_HALLS: Final = 60
"""More halls of one place stand on several pages."""

MOST_SERVICES: Final = 800
"""So many services have a page of their own and stand in the first part of the search. Where the halls have more, those
that most of them offer do, and none that a single hall has made up for itself."""

_MOST_WORDS: Final = 8
_SLUG_LENGTH: Final = 40


@dataclass(frozen=True)
class Place:
    """The halls of one place, or a page of them; ``slug`` names it in addresses."""

    slug: str
    name: str
    halls: tuple[HallSummary, ...]


class Offer(NamedTuple):
    """A hall that offers a service, as it knows it."""

    hall: HallSummary
    service: HallService

    @property
    def url(self) -> str:
        """The full address of the hall's own page of the service."""
        return f"{self.hall.address}services/{self.service.id}/"


@dataclass(frozen=True)
class SharedService:
    """A service that halls offer under one name, with what any of them call it. ``offers`` maps the slug of a place to
    the halls there that offer it.

    ``id`` is the one that most of them give it, ``slug`` names it in addresses: mostly the same. ``letter`` is that
    which its name begins with.
    """

    slug: str
    id: str
    title: str
    aliases: tuple[str, ...]
    terms: tuple[str, ...]
    letter: str
    offers: Mapping[str, tuple[Offer, ...]]

    @property
    def halls(self) -> int:
        """How many halls offer it."""
        return sum(map(len, self.offers.values()))


class County:
    """All halls, by place; ``services`` are those with a page, of most halls first."""

    def __init__(self, summaries: Iterable[HallSummary]) -> None:
        self.halls = tuple(sorted(summaries, key=lambda hall: (hall.place, hall.name, hall.id)))
        if len({hall.id for hall in self.halls}) < len(self.halls):
            raise ValueError("two halls have the same id")
        self.places = tuple(_places(self.halls))

    @cached_property
    def services(self) -> tuple[SharedService, ...]:
        """The services with a page: of most halls first, then by name."""
        slugs = _Slugs()
        most = sorted(self._offers, key=lambda title: (-self._halls_of(title), title))
        if len(most) > MOST_SERVICES:
            most = [title for title in most[:MOST_SERVICES] if self._halls_of(title) > 1]
        return tuple(self._shared(title, slugs) for title in most)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Mapping title -> the number of its service."""
        return {service.title: number for number, service in enumerate(self.services)}

    @cached_property
    def _offers(self) -> Mapping[str, dict[str, list[Offer]]]:
        """Title -> slug of a place -> the halls there that offer it; a hall that has the title twice is there once."""
        found: dict[str, dict[str, list[Offer]]] = {}
        for place in self.places:
            for hall in place.halls:
                for title, service in hall.by_title.items():
                    found.setdefault(title, {}).setdefault(place.slug, []).append(Offer(hall, service))
        return found

    def _halls_of(self, title: str) -> int:
        return sum(map(len, self._offers[title].values()))

    def _shared(self, title: str, slugs: "_Slugs") -> SharedService:
        offers = self._offers[title]
        everywhere = [offer.service for found in offers.values() for offer in found]
        usual = _most(service.id for service in everywhere)[0]
        return SharedService(
            slug=slugs.of(usual),
            id=usual,
            title=title,
            aliases=_most(alias for service in everywhere for alias in service.aliases),
            terms=_most(term for service in everywhere for term in service.terms),
            letter=initial(title) or "#",
            offers={slug: tuple(found) for slug, found in offers.items()},
        )


class _Slugs:
    """Names for addresses, each given once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, wanted: str) -> str:
        """``wanted``, with a number behind it where somebody else has it already."""
        wanted = wanted[:_SLUG_LENGTH].strip("-")
        numbered = (f"{wanted}-{number}" for number in count(2))
        slug = next(one for one in chain([wanted], numbered) if one not in self._taken)
        self._taken.add(slug)
        return slug


def _most(words: Iterable[str]) -> tuple[str, ...]:
    """The words, the most frequent first."""
    counts = Counter(words)
    return tuple(sorted(counts, key=lambda word: (-counts[word], word))[:_MOST_WORDS])


def _places(halls: Iterable[HallSummary]) -> Iterable[Place]:
    by_name: dict[str, list[HallSummary]] = {}
    for hall in halls:
        by_name.setdefault(hall.place, []).append(hall)
    slugs = _Slugs()
    spelled = sorted((syllables(name), name) for name in by_name)
    for spelling, name in spelled:
        pages = [by_name[name][at : at + MOST_HALLS] for at in range(0, len(by_name[name]), MOST_HALLS)]
        for number, page in enumerate(pages, 1):
            shown = f"{name}（{number}）" if len(pages) > 1 else name
            yield Place(slugs.of(_ascii(spelling)), shown, tuple(page))


def _ascii(spelling: str) -> str:
    return "".join(sign for sign in spelling.lower() if sign.isascii() and sign.isalnum()) or "place"
