"""What residents are told of changes: the notes of records, and what was read from Git where no note says more."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from generator.model import Bundle, Dataset, RecordKey, Regulation, Service
from generator.texts.history import CHANGES

DAYS_SHOWN = 365
"""So long a change of any record is listed among the latest ones."""

Changing = Service | Regulation | Bundle
"""The records that tell of their changes."""


class Edit(NamedTuple):
    """A day on which a record was edited, and the titles of the fields that are not as before; none: it was new."""

    day: date
    fields: tuple[str, ...]


class ChangeLine(NamedTuple):
    """One change of a record."""

    day: date
    what: str
    why: str | None


class ChangedRecord(NamedTuple):
    """A record with a change, for a link to it."""

    key: RecordKey
    name: str


class ChangeEntry(NamedTuple):
    """One change, and all records in which it was made on that day."""

    line: ChangeLine
    records: tuple[ChangedRecord, ...]


Edits = Mapping[RecordKey, tuple[Edit, ...]]
"""Mapping record -> its edits that were read from Git."""


def change_lines(record: Changing, edits: Iterable[Edit], today: date) -> tuple[ChangeLine, ...]:
    """The changes of ``record`` until ``today``, newest first; of a day with a note only the notes."""
    notes = [ChangeLine(note.day, note.what, note.why) for note in record.changes if note.day <= today]
    noted = {line.day for line in notes}
    read = [ChangeLine(edit.day, _words(edit), None) for edit in edits if edit.day <= today and edit.day not in noted]
    return tuple(sorted((*notes, *read), key=lambda line: line.day, reverse=True))


def recent_changes(dataset: Dataset, edits: Edits, today: date) -> tuple[ChangeEntry, ...]:
    """The changes of all records in the last ``DAYS_SHOWN`` days, newest first; the same in several records is one."""
    since = today - timedelta(days=DAYS_SHOWN)
    found = [
        (line, one)
        for one, record in changing_records(dataset)
        for line in change_lines(record, edits.get(one.key, ()), today)
        if line.day > since
    ]
    found.sort(key=lambda pair: (-pair[0].day.toordinal(), pair[0].what, pair[0].why or ""))
    return tuple(
        ChangeEntry(line, tuple(dict.fromkeys(one for _, one in same)))
        for line, same in groupby(found, key=lambda pair: pair[0])
    )


def changing_records(dataset: Dataset) -> Iterator[tuple[ChangedRecord, Changing]]:
    """Every record that tells of its changes, by kind and id."""
    for service in dataset.services.values():
        yield ChangedRecord(RecordKey("services", service.id), service.name), service
    for regulation in dataset.regulations.values():
        yield ChangedRecord(RecordKey("regulations", regulation.id), regulation.title), regulation
    for bundle in dataset.bundles.values():
        yield ChangedRecord(RecordKey("bundles", bundle.id), bundle.name), bundle


def _words(edit: Edit) -> str:
    return CHANGES["edited"].format(fields=CHANGES["and"].join(edit.fields)) if edit.fields else CHANGES["new"]
