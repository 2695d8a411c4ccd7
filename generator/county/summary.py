"""What one hall hands over to the page of its county: small, public all through, and without the name of any person.

Everything in it stands on the hall's own site as well. Numbers of cases are those that the hall shows by themselves;
one that it withholds (``results.suppression``) is not here at all, and looks like that of a service without any case,
as it does on the hall's pages. So whoever holds a summary, on whatever computer, holds nothing that is to be kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Final, NamedTuple

from pydantic import ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from generator.facts.changes import change_lines, changing_records
from generator.facts.hours_words import hall_hours
from generator.facts.news import news
from generator.model import Bundle, Dataset, RecordKey, Service
from generator.model.base import Id, Phone, ShortText
from generator.results.public_periods import PublicPeriod
from generator.site.edition import Edition
from generator.texts.pages import WORDS

RESULTS_STALE_DAYS: Final = 92
COLUMN_STALE_DAYS: Final = 183
"""Figures older than three months and columns without news for six are stale: 国办秘函〔2019〕19号."""

MOST_PERIODS: Final = 12
MOST_TERMS: Final = 12
"""So many periods, the newest, and words of one service are handed over."""

_ADDRESS: Final = r"https?://[^\s\\<>\"'`?#]+/"
SiteAddress = Annotated[str, StringConstraints(max_length=500, pattern=f"^{_ADDRESS}$")]
"""Address of the first page of a hall's site, with a slash at its end."""


class HallService(NamedTuple):
    """A service that the hall offers: its id and name, what residents call it, and words that only the search knows."""

    id: Id
    title: ShortText
    aliases: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


class PeriodCounts(NamedTuple):
    """The cases of a period as the hall shows them: all that it tells, and those of each service that stands alone.

    ``complete`` is False where the hall leaves withheld cases out of ``total``, as its page says.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-(H[12]|Q[1-4]|[01][0-9]))?$")]
    total: Annotated[int, Field(ge=0)]
    complete: bool
    services: dict[Id, Annotated[int, Field(ge=1)]]


@dataclass(frozen=True)
class HallSummary:
    """A hall. ``place`` is where the county lists it; ``address`` that of its site; ``where`` how to get there.

    ``complete`` is the number of its services whose guide has no gap. ``changed`` is the day of the newest change or
    news, ``results_until`` the last day of the newest period of results, each None where there is none. ``stale`` are
    the columns that nothing has been added to for too long.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    id: Id
    name: ShortText
    place: ShortText
    address: SiteAddress
    where: ShortText | None
    phone: Phone | None
    hours: str | None
    services: tuple[HallService, ...]
    complete: int
    changed: date | None
    results_until: date | None
    stale: tuple[str, ...]
    periods: tuple[PeriodCounts, ...]

    def __post_init__(self) -> None:
        if not re.fullmatch(_ADDRESS, self.address):
            raise ValueError("address of a hall's site: http(s)://…/ expected")

    def to_json(self) -> bytes:
        """As bytes that ``from_json`` reads; equal summaries give equal bytes."""
        return _ADAPTER.dump_json(self)

    @classmethod
    def from_json(cls, data: bytes) -> "HallSummary":
        """The summary that ``to_json`` wrote. Raises ValueError, which quotes no value, for anything else."""
        try:
            return _ADAPTER.validate_json(data)
        except ValidationError as error:
            faults = (".".join(map(str, fault["loc"])) or fault["type"] for fault in error.errors())
        raise ValueError(f"no HallSummary: {', '.join(faults)}")

    @property
    def by_title(self) -> dict[str, HallService]:
        """Mapping name -> service; where two have one name, the first."""
        return {service.title: service for service in reversed(self.services)}

    @property
    def share(self) -> float | None:
        """Share of its services whose guide is complete, 0 to 1; None for a hall without services."""
        return self.complete / len(self.services) if self.services else None


_ADAPTER: Final = TypeAdapter(HallSummary)


def summary_of(edition: Edition, address: str, *, hall_id: str = "", place: str = "") -> HallSummary:
    """What the hall of ``edition`` hands over; ``address`` is that of its site, with a slash at its end.

    ``hall_id`` is its id in the fleet, else the last part of ``address`` names it. ``place`` is where the county lists
    it, else the hall's town (``town`` in site.yml). Raises ValueError for an address that is none.
    """
    dataset, today = edition.dataset, edition.today
    site = dataset.site
    offered = [service for service in dataset.services.values() if not service.status.ended]
    periods = [one for one in edition.periods.values() if one.figures is not None]
    summary = HallSummary(
        id=hall_id or _id_of(address),
        name=site.hall.name,
        place=place or site.town,
        address=address,
        where=site.hall.address,
        phone=site.hall.phone,
        hours=hall_hours(site.hall),
        services=tuple(map(_service, offered)),
        complete=sum(RecordKey("services", service.id) not in edition.incomplete for service in offered),
        changed=max(_days(edition), default=None),
        results_until=max((one.posted.period.until for one in periods), default=None),
        stale=tuple(_stale(dataset, today)),
        periods=tuple(_counts(one) for one in periods[:MOST_PERIODS]),
    )
    return HallSummary.from_json(summary.to_json())


def _id_of(address: str) -> str:
    """``qingshan`` of https://gov.example/halls/qingshan/; of a host alone its name, with hyphens."""
    last = address.rstrip("/").rpartition("/")[2].lower()
    return re.sub(r"[^a-z0-9]+", "-", last).strip("-")[:64].strip("-") or "hall"


def _service(service: Service) -> HallService:
    return HallService(service.id, service.name, service.aliases[:MOST_TERMS], service.hidden_terms[:MOST_TERMS])


def _days(edition: Edition) -> Iterator[date]:
    """Every day until today on which something was changed, looked through, or published."""
    dataset, today = edition.dataset, edition.today
    for one, record in changing_records(dataset):
        yield from (line.day for line in change_lines(record, edition.edits.get(one.key, ()), today))
        if not isinstance(record, Bundle) and record.verified and record.verified <= today:
            yield record.verified
    yield from (one.day for one in news(dataset, today))


def _stale(dataset: Dataset, today: date) -> Iterator[str]:
    """The columns whose newest news is too old, in the order of their names; results that there are none of, too."""
    newest: dict[str, date] = {WORDS["results"]: date.min}
    for one in news(dataset, today):
        newest[one.column] = max(one.day, newest.get(one.column, date.min))
    for column, day in sorted(newest.items()):
        days = RESULTS_STALE_DAYS if column == WORDS["results"] else COLUMN_STALE_DAYS
        if day < today - timedelta(days=days):
            yield column


def _counts(public: PublicPeriod) -> PeriodCounts:
    """The numbers of the hall's own page of the period; those of withheld services are not among its figures."""
    figures = public.figures
    assert figures is not None  # callers pass periods that are shown
    services = {one: figure.now.cases for one, figure in figures.services.items() if figure.now.cases}
    return PeriodCounts(figures.period_id, figures.whole.now.cases, figures.complete, services)
