"""Which numbers of services that are only counted may be shown, so that none tells about a few people.

A number below the threshold (site.yml results.small_count) is withheld, and so is whatever would give it back by
subtraction. Periods of one calendar year nest (year, half, quarter, month), so they are judged together, as a family:
what a longer period holds beyond the shorter ones inside it is a number too, its *remainder*.

- A service stands alone only where each of its numbers in the family, remainders included, is 0 or reaches the
  threshold. Every sum that can be derived from such numbers is then 0 or reaches it as well.
- The other services of the family form one group, the same in all its periods and in no window's total. The group has
  at least two services and obeys the same condition; while it does not, the smallest service that stands alone joins.
- If all together do not reach it, the group has no number anywhere, and totals cover only what stands alone.

Counted are finished cases. One that is still open stands in every period until it is done, so that numbers with open
cases in them would not add up, and their difference would tell how many are open.

Only what is on one edition of the site is considered: who kept an earlier edition may know more. Cases of listed
services stand on the site one by one and need no withholding.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.facts.periods import parent_of
from generator.model import Dataset
from generator.results.disclosure import Posted, policy_of

Cases = Mapping[str, int]
"""Service id -> number of finished cases."""


@dataclass(frozen=True)
class Shown:
    """What may be told of the counted services in one period.

    ``alone`` maps the services that may be shown by themselves to their number of cases; services without a case
    are left out. ``group`` are the services counted together, the same in every period of the year; a page does not
    name them. ``group_cases`` is their number; None where there is no group, or where even that is withheld.
    """

    alone: dict[str, int]
    group: tuple[str, ...]
    group_cases: int | None

    @property
    def total(self) -> int:
        """All counted cases that may be told."""
        return sum(self.alone.values()) + (self.group_cases or 0)

    @property
    def complete(self) -> bool:
        """Whether ``total`` covers the group too."""
        return not self.group or self.group_cases is not None


def shown_counts(periods: Iterable[Posted], dataset: Dataset) -> dict[str, Shown]:
    """Mapping id of each shown period -> what may be told of its counted services.

    ``periods`` are all periods of the site: a family is judged whole or not at all.
    """
    counted = {period.period.id: _counted(period, dataset) for period in periods if period.phase == "shown"}
    return withhold(counted, dataset.site.results.small_count)


def withhold(periods: Mapping[str, Cases], threshold: int) -> dict[str, Shown]:
    """Mapping period id -> what may be told, from period id -> cases of each counted service."""
    families: dict[str, dict[str, Cases]] = {}
    for period_id, cases in periods.items():
        families.setdefault(period_id[:4], {})[period_id] = cases
    shown: dict[str, Shown] = {}
    for family in families.values():
        shown |= _withhold_family(family, threshold)
    return {period_id: shown[period_id] for period_id in periods}


def _withhold_family(family: Mapping[str, Cases], threshold: int) -> dict[str, Shown]:
    parents = {period_id: parent_of(period_id, family) for period_id in family}
    services = sorted({service for cases in family.values() for service in cases})
    totals = {service: sum(cases.get(service, 0) for cases in family.values()) for service in services}

    def safe(members: Iterable[str]) -> bool:
        numbers = {period_id: sum(cases.get(one, 0) for one in members) for period_id, cases in family.items()}
        return all(number == 0 or number >= threshold for number in _with_remainders(numbers, parents))

    small = [service for service in services if not safe([service])]
    group = list(small)
    large = sorted((one for one in services if one not in small), key=lambda one: (-totals[one], one))
    while large and not safe(group):  # A group of one is never safe: not being so put it there.
        group.append(large.pop())
    told = bool(group) and safe(group)
    members = tuple(sorted(group if told else small))
    return {
        period_id: Shown(
            alone={one: cases[one] for one in services if cases.get(one) and one not in members},
            group=members,
            group_cases=sum(cases.get(one, 0) for one in members) if told else None,
        )
        for period_id, cases in family.items()
    }


def _with_remainders(numbers: Mapping[str, int], parents: Mapping[str, str | None]) -> Iterator[int]:
    """Each number of a family, and what each longer period holds beyond the shorter ones inside it."""
    yield from numbers.values()
    inside: Counter[str] = Counter()
    for period_id, parent in parents.items():
        if parent is not None:
            inside[parent] += numbers[period_id]
    for parent in {parent for parent in parents.values() if parent is not None}:
        yield numbers[parent] - inside[parent]


def _counted(period: Posted, dataset: Dataset) -> Counter[str]:
    cases = Counter(row.service for row in period.rows if row.outcome != "在办")
    return Counter({one: number for one, number in cases.items() if policy_of(dataset.services.get(one)) == "counts"})
