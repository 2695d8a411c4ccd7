"""Hides small counts of services with the policy "counts", so that no published number is about a few people.

A number below the threshold (``results.small_count`` in site.yml) is hidden, and so is every number from which it could
be computed by subtraction. The periods of one calendar year contain each other (year, half, quarter, month), so they
are judged together, as a family. The *remainder* of a period is its number minus those of the periods inside it.

- A service is shown by itself only if each of its numbers in the family, remainders included, is 0 or reaches the
  threshold. Every sum or difference of such numbers is then 0 or reaches it as well.
- The other services of the family form one group, the same in all its periods and in no window's total. The group has
  at least two services and has to meet the same condition; until it does, the smallest other service joins it.
- If even all services together do not meet it, the group has no number, and totals leave it out.

Only finished cases are counted. An open case stands in every period until it is finished, so numbers that included open
cases would not add up, and their difference would tell how many are open.

Only one edition of the site is considered: somebody who kept an earlier edition may know more. Cases of listed services
are published one by one, so their numbers are not hidden.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.facts.periods import parent_of
from generator.model import Dataset
from generator.results.disclosure import PostedPeriod, policy_of

Cases = Mapping[str, int]
"""Service id -> number of finished cases."""


@dataclass(frozen=True)
class ShownCounts:
    """The numbers of one period that may be shown, of services with the policy "counts".

    ``alone`` maps the services that may be shown by themselves to their number of cases; services without a case
    are left out. ``group`` are the services counted together, the same in every period of the year; a page does not
    name them. ``group_cases`` is their number; None where there is no group, or where even that is hidden.
    """

    alone: dict[str, int]
    group: tuple[str, ...]
    group_cases: int | None

    @property
    def total(self) -> int:
        """The number of all cases that may be shown."""
        return sum(self.alone.values()) + (self.group_cases or 0)

    @property
    def complete(self) -> bool:
        """Whether ``total`` covers the group too."""
        return not self.group or self.group_cases is not None


def shown_counts(periods: Iterable[PostedPeriod], dataset: Dataset) -> dict[str, ShownCounts]:
    """Mapping id of each shown period -> the numbers that may be shown.

    ``periods`` have to be all periods of the site: hiding looks at a whole year at once.
    """
    counted = {period.period.id: _counted(period, dataset) for period in periods if period.phase == "shown"}
    return suppress(counted, dataset.site.results.small_count)


def suppress(periods: Mapping[str, Cases], threshold: int) -> dict[str, ShownCounts]:
    """Mapping period id -> the numbers that may be shown; ``periods``: period id -> cases of each service."""
    families: dict[str, dict[str, Cases]] = {}
    for period_id, cases in periods.items():
        families.setdefault(period_id[:4], {})[period_id] = cases
    shown: dict[str, ShownCounts] = {}
    for family in families.values():
        shown |= _suppress_family(family, threshold)
    return {period_id: shown[period_id] for period_id in periods}


def _suppress_family(family: Mapping[str, Cases], threshold: int) -> dict[str, ShownCounts]:
    parents = {period_id: parent_of(period_id, family) for period_id in family}
    services = sorted({service for cases in family.values() for service in cases})
    totals = {service: sum(cases.get(service, 0) for cases in family.values()) for service in services}

    def safe(members: Iterable[str]) -> bool:
        numbers = {period_id: sum(cases.get(one, 0) for one in members) for period_id, cases in family.items()}
        return all(number == 0 or number >= threshold for number in _with_remainders(numbers, parents))

    small = [service for service in services if not safe([service])]
    group = list(small)
    large = sorted((one for one in services if one not in small), key=lambda one: (-totals[one], one))
    while large and not safe(group):  # A group of one is never safe: its service is in it because it is not safe alone.
        group.append(large.pop())
    told = bool(group) and safe(group)
    members = tuple(sorted(group if told else small))
    return {
        period_id: ShownCounts(
            alone={one: cases[one] for one in services if cases.get(one) and one not in members},
            group=members,
            group_cases=sum(cases.get(one, 0) for one in members) if told else None,
        )
        for period_id, cases in family.items()
    }


def _with_remainders(numbers: Mapping[str, int], parents: Mapping[str, str | None]) -> Iterator[int]:
    """Each number of a family, and each remainder."""
    yield from numbers.values()
    inside: Counter[str] = Counter()
    for period_id, parent in parents.items():
        if parent is not None:
            inside[parent] += numbers[period_id]
    for parent in {parent for parent in parents.values() if parent is not None}:
        yield numbers[parent] - inside[parent]


def _counted(period: PostedPeriod, dataset: Dataset) -> Counter[str]:
    cases = Counter(row.service for row in period.rows if row.outcome != "在办")
    return Counter({one: number for one, number in cases.items() if policy_of(dataset.services.get(one)) == "counts"})
