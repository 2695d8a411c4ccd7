"""Which time limit holds for a row, and the periods of one that comes back every month, quarter or year."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import CatalogueRow, DisclosureCatalogue
from generator.model.publishing_limit import MONTHS, Limit, Periodic, limit_of
from generator.texts.duties import VILLAGE_FINANCES, VILLAGE_LAW


@dataclass(frozen=True)
class Turn:
    """One of the periods in which something has to be published once: its days, and the last day that is in time."""

    first: date
    last: date
    due: date


def limit_meant(row: CatalogueRow, catalogue: DisclosureCatalogue) -> Limit | None:
    """The limit that the hall says, else that of the words; None where nobody can tell.

    A row without words that rests on 村民委员会组织法 is published at least once a quarter; finances of a village with
    many transactions once a month, which the hall decides. (Art. 30 of 2018; the article has another number since.)
    """
    if words := row.count_as or row.limit:
        return limit_of(words)
    if VILLAGE_LAW not in (row.basis or ""):
        return None
    text = f"{row.group or ''}{row.item}"
    return Periodic(MONTHS[catalogue.finances if any(one in text for one in VILLAGE_FINANCES) else "每季度"])


def turn_of(limit: Periodic, day: date) -> Turn:
    """The period that ``day`` is in."""
    begin = (day.month - 1) // limit.months * limit.months + 1
    end = begin + limit.months - 1
    due_month = begin + (limit.month or limit.months) - 1
    most = monthrange(day.year, due_month)[1]
    return Turn(
        date(day.year, begin, 1),
        date(day.year, end, monthrange(day.year, end)[1]),
        date(day.year, due_month, min(limit.day or most, most)),
    )


def turn_before(limit: Periodic, turn: Turn) -> Turn:
    """The period before."""
    return turn_of(limit, turn.first - timedelta(days=1))


def turn_after(limit: Periodic, turn: Turn) -> Turn:
    """The period behind."""
    return turn_of(limit, turn.last + timedelta(days=1))
