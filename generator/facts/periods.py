"""First and last day, months and neighbours of a period: 2026 (a year), 2026-H1 (half), 2026-Q3 (quarter), 2026-09.

Takes only ids that match ``model.posting.PERIOD_PATTERN``. What is published of a period is in ``results.disclosure``.
"""

from collections.abc import Iterable
from datetime import date, timedelta

_MONTHS_OF = {"": 12, "H": 6, "Q": 3}


def bounds(period_id: str) -> tuple[date, date]:
    """The first and last day of a period."""
    year, inside = int(period_id[:4]), months(period_id)
    behind = date(year, inside[-1] + 1, 1) if inside[-1] < 12 else date(year + 1, 1, 1)
    return date(year, inside[0], 1), behind - timedelta(days=1)


def months(period_id: str) -> range:
    """The months that a period covers, 1 to 12."""
    part = period_id[5:]
    length = _MONTHS_OF.get(part[:1], 1)
    last = int(part.lstrip("HQ") or 1) * length
    return range(last - length + 1, last + 1)


def previous_id(period_id: str) -> str:
    """The period of the same kind before: 2025-Q4 for 2026-Q1, 2025 for 2026."""
    year, _, part = period_id.partition("-")
    kind = part.rstrip("0123456789")
    number, in_a_year = part.removeprefix(kind), {"H": 2, "Q": 4}.get(kind, 12)
    if not number:
        return str(int(year) - 1)
    last = int(number) == 1
    return f"{int(year) - last}-{kind}{in_a_year if last else int(number) - 1:0{len(number)}}"


def parent_of(period_id: str, among: Iterable[str]) -> str | None:
    """The shortest other period of ``among`` that contains ``period_id``; None where there is none."""
    inside = set(months(period_id))
    around = [other for other in among if set(months(other)) > inside]
    return min(around, key=lambda other: len(months(other)), default=None)
