"""Results added up over halls, with nothing that a hall withholds.

Only numbers that halls publish themselves are added: those of services that stand alone, and the totals. So every
number of the county follows from the halls' own pages, and whoever holds all of these and the county's learns nothing
from the county's. Whatever protects a number on the hall's own site (``results.suppression``) protects it here too,
over all services, periods, halls, and counties of a province, and no rule has to be found that would allow for it.

What is not added may not be guessed from how it is told either. A hall that withholds a number and one that had no such
case look the same on their pages; here both are just not among the halls that are counted with a sum.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.county.summary import HallSummary
from generator.facts.periods import bounds


class Sum(NamedTuple):
    """So many cases, told by so many halls."""

    cases: int = 0
    halls: int = 0

    def plus(self, other: "Sum") -> "Sum":
        """Both together; they are of different halls."""
        return Sum(self.cases + other.cases, self.halls + other.halls)


@dataclass(frozen=True)
class PeriodSums:
    """A period over halls: all cases that halls tell, and those of each service by its name, most cases first.

    ``partial`` is the number of halls whose total leaves withheld cases out, as they say themselves.
    """

    id: str
    total: Sum
    partial: int
    services: dict[str, Sum]


def add_up(halls: Iterable[HallSummary]) -> tuple[PeriodSums, ...]:
    """The sums of every period that one of ``halls`` shows, newest first; of those that end together, the shorter."""
    return together(_sums_of(hall) for hall in halls)


def together(parts: Iterable[tuple[PeriodSums, ...]]) -> tuple[PeriodSums, ...]:
    """The sums of several groups of halls, that of a province from those of its counties; no hall is in two of them."""
    found: dict[str, list[PeriodSums]] = {}
    for part in parts:
        for period in part:
            found.setdefault(period.id, []).append(period)
    newest = sorted(found, key=lambda one: (bounds(one)[1], bounds(one)[0]), reverse=True)
    return tuple(_joined(period_id, found[period_id]) for period_id in newest)


def _sums_of(hall: HallSummary) -> tuple[PeriodSums, ...]:
    titles = {service.id: service.title for service in hall.services}
    return tuple(
        PeriodSums(one.id, Sum(one.total, 1), int(not one.complete), _by_title(one.services, titles))
        for one in hall.periods
    )


def _by_title(cases: dict[str, int], titles: dict[str, str]) -> dict[str, Sum]:
    """Mapping name of a service -> its cases in one hall; of services that it offers no longer nothing is told."""
    counted: Counter[str] = Counter()
    for service_id, number in cases.items():
        if service_id in titles:
            counted[titles[service_id]] += number
    return {title: Sum(number, 1) for title, number in counted.items()}


def _joined(period_id: str, parts: list[PeriodSums]) -> PeriodSums:
    total, services = Sum(), dict[str, Sum]()
    for part in parts:
        total = total.plus(part.total)
        for title, one in part.services.items():
            services[title] = services.get(title, Sum()).plus(one)
    largest = sorted(services, key=lambda title: (-services[title].cases, title))
    return PeriodSums(period_id, total, sum(part.partial for part in parts), {one: services[one] for one in largest})
