"""Finds what is wrong with the scheduled changes of a record, each at its place in the file, whatever the day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pydantic import ValidationError

from generator.content.explain import FieldError, field_errors
from generator.facts.versions import in_force, place_in_file, record_on, turning_days, version_at, versions_of
from generator.model import Keys, Place, Record

FIXED = ("id", "versions")
"""Fields of a record that no change may set: what it is found by, and the changes themselves."""


def version_errors(record: Record) -> Iterator[FieldError]:
    """What is wrong with the changes themselves; else with the whole record that they make on any day."""
    found = list(_own_errors(record))
    yield from found or _errors_of_days(record)


def _own_errors(record: Record) -> Iterator[FieldError]:
    days: set[date] = set()
    for at, one in enumerate(versions_of(record)):
        values = {"since": one.since.isoformat(), "until": one.until.isoformat() if one.until else ""}
        for key in (key for key in FIXED if key in one.changes):
            yield FieldError("version/fixed", ("versions", at, "set", key), True, {"field": key})
        if one.until and one.until < one.since:
            yield FieldError("version/until", ("versions", at, "until"), False, values)
        if one.since in days:
            yield FieldError("version/same-day", ("versions", at, "from"), False, values)
        days.add(one.since)


def _errors_of_days(record: Record) -> Iterator[FieldError]:
    told: set[tuple[str, Keys]] = set()
    for day in turning_days(record):
        try:
            record_on(record, day)
        except ValidationError as error:
            for item in field_errors(type(record), error):
                keys = place_in_file(Place("", item.keys), record, day).keys
                if (item.rule, keys) not in told:
                    told.add((item.rule, keys))
                    yield replace(item, keys=_narrowed(keys, record, day))


def _narrowed(keys: Keys, record: Record, day: date) -> Keys:
    """``keys``; what is wrong with the record as a whole is told at what the latest change of the day sets."""
    return keys if version_at(keys) is not None else ("versions", in_force(record, day)[-1], "set")
