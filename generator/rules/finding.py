"""The findings that rules yield, and the records and texts that several rules go through."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from generator.model import (
    Dataset,
    Place,
    Record,
    RecordKey,
    RecordKind,
    ResultEntry,
    ResultRow,
    Service,
)


@dataclass(frozen=True)
class Finding:
    """A breach of ``rule`` (a key of ``texts.checks.MESSAGES``) at ``place``.

    ``values`` fill the blanks of the message and are safe to show.
    """

    rule: str
    place: Place
    values: dict[str, str] = field(default_factory=dict)


Rule = Callable[[Dataset, date], Iterator[Finding]]


def place_of(kind: RecordKind, record_id: str) -> Place:
    """The root of a record's file."""
    return Place(RecordKey(kind, record_id).file)


def row_place(period_id: str, entry: ResultEntry, field_name: str) -> Place:
    """A cell of a row of results: its line, and its column counted from 1."""
    return Place(f"results/{period_id}.csv", (entry.line, list(ResultRow.model_fields).index(field_name) + 1))


@lru_cache(maxsize=2)
def services(dataset: Dataset) -> tuple[tuple[Service, Place], ...]:
    """Every service with the place of its file; cached for all rules."""
    return tuple((service, place_of("services", service.id)) for service in dataset.services.values())


def services_offered(dataset: Dataset) -> Iterator[tuple[Service, Place]]:
    """The services whose guide is shown whole: those that residents can apply for, and suspended ones."""
    return ((service, place) for service, place in services(dataset) if not service.status.ended)


@lru_cache(maxsize=2)
def open_services(dataset: Dataset) -> tuple[tuple[Service, Place], ...]:
    """The services that are still to be checked for what follows from their own file alone."""
    return tuple((service, place) for service, place in services(dataset) if place.record not in dataset.consistent)


def open_services_offered(dataset: Dataset) -> Iterator[tuple[Service, Place]]:
    """Those among them whose guide is shown whole."""
    return ((service, place) for service, place in open_services(dataset) if not service.status.ended)


def records(dataset: Dataset) -> Iterator[tuple[Record, Place]]:
    """Every record that carries text for residents, with its place."""
    yield dataset.site, Place("site.yml")
    for number, window in enumerate(dataset.windows):
        yield window, Place("windows.yml", ("windows", number))
    for number, functions in enumerate(dataset.functions):
        yield functions, Place("windows.yml", ("functions", number))
    for number, material in enumerate(dataset.materials.values()):
        yield material, Place("materials.yml", ("materials", number))
    for number, translation in enumerate(dataset.translations.texts if dataset.translations else ()):
        yield translation, Place("translations.yml", ("texts", number))
    yield from services(dataset)
    for regulation in dataset.regulations.values():
        yield regulation, place_of("regulations", regulation.id)
    for notice in dataset.notices.values():
        yield notice, place_of("notices", notice.id)
    for record_id, results in dataset.results.items():
        yield results.period, place_of("results", record_id)
    for record_id, disclosed in dataset.disclosures.items():
        yield disclosed.record, place_of("disclosures", record_id)
    for bundle in dataset.bundles.values():
        yield bundle, place_of("bundles", bundle.id)
    for catalogue in dataset.catalogues.values():
        yield catalogue, place_of("catalogues", catalogue.id)


@lru_cache(maxsize=2)
def open_texts(dataset: Dataset) -> tuple[tuple[Record, Place, str], ...]:
    """Every record that is not settled, its place, and all its texts joined by line breaks; cached for all rules.

    A rule searches the joined text first, and looks at the single texts only where it finds something.
    """
    found = ((record, place) for record, place in records(dataset) if place.record not in dataset.settled)
    return tuple((record, place, _with_line_breaks(record.model_dump_json())) for record, place in found)


def _with_line_breaks(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\t", "\t") if "\\" in text else text


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
