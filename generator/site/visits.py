"""visits.js: what scripts compute with for a visit: when hall, windows and services are open, and the working days.

Keys: ``hall``, ``windows`` and ``services`` (id -> table), see ``facts.opening_table``; what is open like the hall is
left out, and what has hours that cannot be counted with is null. ``calendar``: see ``facts.deadline_table``. The tables
begin with the month, so that the file stays the same for it.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from generator.facts.deadline_table import calendar_table
from generator.facts.opening import Hours, hours_of_hall, hours_of_service, hours_of_window
from generator.facts.opening_table import Table, opening_table
from generator.facts.workdays import calendar_of
from generator.model import Dataset, Service
from generator.model.holidays import HolidayYear
from generator.site.handed import compact, handed

_DAYS = 430
"""From the first of a month on: a year, and some weeks more for a site that is not built again."""


_PAGE_DAYS = 100
"""So many days stand on the page of a service, which so can tell without another file, and where nothing is fetched."""


def service_table(service: Service, dataset: Dataset, today: date) -> str | None:
    """When a service is open, for its page: the same text for a month; None where that cannot be counted with."""
    hours = hours_of_service(service, dataset)
    return _written(hours, today.replace(day=1), dataset.holidays) if hours else None


@lru_cache(maxsize=64)
def _written(hours: Hours, first: date, holidays: tuple[HolidayYear, ...]) -> str:
    """The table of ``hours`` without reasons, which the page tells anyway; most services have those of the hall."""
    table = opening_table(hours, first, _PAGE_DAYS, calendar_of(holidays))
    days = {day: (spans, "", certain) for day, (spans, _, certain) in table["days"].items()}
    return compact({**table, "days": days})


def visits_script(dataset: Dataset, today: date) -> bytes:
    """The file, the same bytes for the same records within a month."""
    calendar = calendar_of(dataset.holidays)
    hall = hours_of_hall(dataset)

    def table(hours: Hours | None) -> Table | None:
        return opening_table(hours, today.replace(day=1), _DAYS, calendar) if hours else None

    def others(found: Mapping[str, Hours | None]) -> dict[str, Table | None]:
        return {key: table(hours) for key, hours in found.items() if hours != hall}

    windows = {window.id: hours_of_window(window, dataset) for window in dataset.windows}
    offered = [service for service in dataset.services.values() if not service.status.ended]
    services = {service.id: hours_of_service(service, dataset) for service in offered}
    made = {
        "hall": table(hall),
        "windows": others(windows),
        "services": others(services),
        "calendar": calendar_table(calendar, today),
    }
    return handed("visits", made)
