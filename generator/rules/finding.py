"""What a rule yields, and the small vocabulary that all rules share."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.model import Dataset, Place, Record, ResultEntry, ResultRow, Service


@dataclass(frozen=True)
class Finding:
    """A breach of ``rule`` at ``place``; ``values`` fill the blanks of its message and are safe to show."""

    rule: str
    place: Place
    values: dict[str, str] = field(default_factory=dict)


Rule = Callable[[Dataset, date], Iterator[Finding]]


def place_of(folder: str, record_id: str) -> Place:
    """The root of a record's file."""
    return Place(f"{folder}/{record_id}.yml")


def row_place(period_id: str, entry: ResultEntry, field_name: str) -> Place:
    """A cell of a row of results: its line, and its column counted from 1."""
    return Place(f"results/{period_id}.csv", (entry.line, list(ResultRow.model_fields).index(field_name) + 1))


def services(dataset: Dataset) -> Iterator[tuple[Service, Place]]:
    """Every service with the place of its file."""
    for service in dataset.services.values():
        yield service, place_of("services", service.id)


def services_in_force(dataset: Dataset) -> Iterator[tuple[Service, Place]]:
    """The services that residents can apply for today."""
    return ((service, place) for service, place in services(dataset) if service.status.state == "在办")


def records(dataset: Dataset) -> Iterator[tuple[Record, Place]]:
    """Every record that carries text for residents, with its place."""
    yield dataset.site, Place("site.yml")
    for number, window in enumerate(dataset.windows):
        yield window, Place("windows.yml", ("windows", number))
    for number, functions in enumerate(dataset.functions):
        yield functions, Place("windows.yml", ("functions", number))
    for number, material in enumerate(dataset.materials.values()):
        yield material, Place("materials.yml", ("materials", number))
    yield from services(dataset)
    for folder, group in (("regulations", dataset.regulations), ("notices", dataset.notices)):
        for record_id, record in group.items():
            yield record, place_of(folder, record_id)
    for record_id, results in dataset.results.items():
        yield results.period, place_of("results", record_id)


def texts(record: Record) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of ``record`` with the keys that lead to it."""
    yield from _texts(record.model_dump(by_alias=True), ())


def _texts(value: object, keys: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*keys, key))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*keys, number))
