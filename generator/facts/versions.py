"""What a record says on a day: its own fields, and those that a scheduled change (``versions``) puts in their place.

Between the days on which a change begins or has ended (``turning_days``) a record stays as it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple, TypeVar

from generator.model import Bundle, Dataset, Keys, Place, Record, RecordKey, Regulation, Service, Version
from generator.texts.versions import TOLD

AHEAD = 30
"""So many days ahead residents are told of a change, and a clerk which sheets to hang."""

_R = TypeVar("_R", bound=Record)
_DAY = timedelta(days=1)


class Turn(NamedTuple):
    """A day on which a record begins to say something else.

    ``version`` is the change that begins; None: one has ended.
    """

    day: date
    record: RecordKey
    version: Version | None


def versions_of(record: Record | None) -> tuple[Version, ...]:
    """The scheduled changes of a record, in the order of its file; none for kinds that have none."""
    return record.versions if isinstance(record, Service | Regulation | Bundle) else ()


def in_force(record: Record | None, day: date) -> tuple[int, ...]:
    """The numbers of the changes that hold on ``day``: where two set the same field, the later number wins."""
    return numbers_in_force(versions_of(record), day)


def numbers_in_force(versions: Iterable[Version], day: date) -> tuple[int, ...]:
    """As ``in_force``, of changes that belong to no record."""
    held = [(one.since, at) for at, one in enumerate(versions) if _holds(one, day)]
    return tuple(at for _, at in sorted(held))


def _holds(version: Version, day: date) -> bool:
    return version.since <= day and (version.until is None or day <= version.until)


def record_on(record: _R, day: date) -> _R:
    """``record`` as it is on ``day``, with all its ``versions``.

    Raises ValidationError where that is no record; the loader refuses files in which it is none on any day.
    """
    held, versions = in_force(record, day), versions_of(record)
    if not held:
        return record
    changed = chain.from_iterable(versions[at].changes.items() for at in held)
    return type(record).model_validate({**dict(record), **dict(changed)})


def dataset_on(dataset: Dataset, day: date) -> Dataset:
    """``dataset`` with all records as they are on ``day``."""
    return replace(
        dataset,
        services=_all_on(dataset.services, day),
        regulations=_all_on(dataset.regulations, day),
        bundles=_all_on(dataset.bundles, day),
    )


def _all_on(records: Mapping[str, _R], day: date) -> dict[str, _R]:
    return {record_id: record_on(record, day) for record_id, record in records.items()}


def versioned(dataset: Dataset) -> Iterator[tuple[RecordKey, Record]]:
    """The records that have scheduled changes."""
    for record_id, service in dataset.services.items():
        if service.versions:
            yield RecordKey("services", record_id), service
    for record_id, regulation in dataset.regulations.items():
        if regulation.versions:
            yield RecordKey("regulations", record_id), regulation
    for record_id, bundle in dataset.bundles.items():
        if bundle.versions:
            yield RecordKey("bundles", record_id), bundle


def turning_days(record: Record) -> tuple[date, ...]:
    """The days on which ``record`` begins to say something else, in order."""
    ends = (one.until + _DAY for one in versions_of(record) if one.until and one.until < date.max)
    return tuple(sorted({*(one.since for one in versions_of(record)), *ends}))


def turned_fields(record: Record, day: date) -> tuple[str, ...]:
    """The fields that say something else on ``day`` than the day before, by their names in files, in their order."""
    before, then = record_on(record, day - _DAY), record_on(record, day)
    fields = type(record).model_fields.items()
    return tuple(field.alias or name for name, field in fields if getattr(before, name) != getattr(then, name))


def turns(dataset: Dataset, after: date) -> tuple[Turn, ...]:
    """What begins or has ended on the days after ``after``, in the order of days."""
    found = [
        Turn(day, key, next((one for one in versions_of(record) if one.since == day), None))
        for key, record in versioned(dataset)
        for day in turning_days(record)
        if day > after
    ]
    return tuple(sorted(found, key=lambda turn: (turn.day, turn.record)))


def announced(record: Record, today: date) -> tuple[str, ...]:
    """What residents are told of the changes of the next days, in the order of days."""
    soon = [one for one in versions_of(record) if one.note and today < one.since <= today + AHEAD * _DAY]
    return tuple(
        TOLD["between" if one.until else "from"].format(since=one.since, until=one.until, note=one.note)
        for one in sorted(soon, key=lambda one: one.since)
    )


def place_in_file(place: Place, record: Record | None, day: date) -> Place:
    """Where the value at ``place`` of ``record``, as it is on ``day``, stands in its file."""
    for at in reversed(in_force(record, day)):
        if place.keys and place.keys[0] in versions_of(record)[at].changes:
            return Place(place.path, ("versions", at, "set", *place.keys))
    return place


def version_at(keys: Keys) -> int | None:
    """The number of the scheduled change that ``keys`` lead into; None where they lead elsewhere."""
    return int(keys[1]) if keys[:1] == ("versions",) and keys[2:3] == ("set",) else None


def field_keys(keys: Keys) -> Keys:
    """``keys`` from the root of the record, for a value within a scheduled change, too."""
    return keys if version_at(keys) is None else keys[3:]
