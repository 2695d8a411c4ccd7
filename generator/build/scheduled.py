"""Records with scheduled changes, before the rules look at them and after: what holds today, and what is to come.

Reading a file does not depend on the day; what a record says does. ``as_of`` is the one place where the records of a
day take the place of those that the files hold.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256

from generator.content.load import Loaded
from generator.content.problems import excerpt
from generator.facts.versions import (
    Turn,
    dataset_on,
    in_force,
    place_in_file,
    turned_fields,
    turns,
    version_at,
    versioned,
)
from generator.model import Dataset, Record, RecordKey, RecordKind
from generator.rules import Finding, check
from generator.texts.versions import COMING


def as_of(loaded: Loaded, today: date) -> Loaded:
    """``loaded`` with its records as they are ``today``, and a digest for each that tells which changes hold."""
    if loaded.dataset is None:
        return loaded
    digests = {
        key.file: _digest_on(loaded.digests[key.file], in_force(record, today))
        for key, record in versioned(loaded.dataset)
    }
    return replace(loaded, dataset=dataset_on(loaded.dataset, today), digests={**loaded.digests, **digests})


def _digest_on(digest: str, held: tuple[int, ...]) -> str:
    return sha256(repr((digest, held)).encode()).hexdigest() if held else digest


def in_files(findings: Iterable[Finding], dataset: Dataset, day: date) -> tuple[Finding, ...]:
    """``findings`` in the records of a day at the places where the values stand in the files, each once.

    ``dataset`` are the records as the files hold them. A text of a change that holds is found twice: where it
    stands, and in the field that it has become.
    """
    records = dict(versioned(dataset))
    found: dict[tuple[object, ...], Finding] = {}
    for one in findings:
        record = records.get(key) if (key := one.place.record) else None
        moved = replace(one, place=place_in_file(one.place, record, day)) if record else one
        found.setdefault((moved.rule, moved.place, tuple(moved.values.items())) if record else (id(one),), moved)
    return tuple(found.values())


def coming_findings(dataset: Dataset, today: date) -> Iterator[Finding]:
    """What the rules will find in values that have yet to come into force, on the day when they do.

    ``dataset`` are the records as the files hold them.
    """
    for day, keys in changed_on(dataset, today).items():
        others = _settled(dataset, keys)
        then = replace(dataset_on(dataset, day), settled=others, consistent=others, followed=others)
        for one in in_files(check(then, day), dataset, day):
            if one.place.record in keys and is_coming(one, dataset, today):
                yield one


def is_coming(finding: Finding, dataset: Dataset, today: date) -> bool:
    """Whether a finding is in a value that does not hold today."""
    at, key = version_at(finding.place.keys), finding.place.record
    return at is not None and key is not None and at not in in_force(dict(versioned(dataset)).get(key), today)


def changed_on(dataset: Dataset, today: date) -> Mapping[date, Collection[RecordKey]]:
    """Mapping each day after ``today`` on which records turn into something else -> those records."""
    found: dict[date, set[RecordKey]] = {}
    for turn in turns(dataset, today):
        found.setdefault(turn.day, set()).add(turn.record)
    return found


def _settled(dataset: Dataset, changed: Collection[RecordKey]) -> frozenset[RecordKey]:
    """The records that rules need not read again: nearly all, where few change."""
    known: dict[RecordKind, Collection[str]] = {
        "services": dataset.services,
        "regulations": dataset.regulations,
        "notices": dataset.notices,
    }
    keys = (RecordKey(kind, record_id) for kind, records in known.items() for record_id in records)
    return frozenset(key for key in keys if key not in changed)


def coming_changes(published: Dataset, drafts: Dataset, today: date) -> Iterator[str]:
    """What records will turn into, and when, in lines for the clerk; nothing where nothing is scheduled.

    Both are the records as files hold them: those that are published, and ``drafts`` of which some are not approved.
    """
    sure, typed = _lines(published, today), _lines(drafts, today)
    waiting = {(day, key, COMING["unapproved"].format(line=line)) for day, key, line in typed - sure}
    if told := sorted(sure | waiting):
        yield COMING["head"].format(count=len(told))
    yield from (line for _, _, line in told)


def _lines(dataset: Dataset, today: date) -> set[tuple[date, RecordKey, str]]:
    records = dict(versioned(dataset))
    lines = ((turn.day, turn.record, _line(turn, records[turn.record])) for turn in turns(dataset, today))
    return {(day, key, line) for day, key, line in lines if line}


def _line(turn: Turn, record: Record) -> str | None:
    """What begins, and all that is another from that day on; None where a change ends that another one had covered."""
    titles = {field.alias or name: field.title or name for name, field in type(record).model_fields.items()}
    own = turn.version.changes if turn.version else ()
    fields = COMING["between"].join(
        titles.get(key, key) for key in dict.fromkeys((*own, *turned_fields(record, turn.day)))
    )
    said = {"day": COMING["day"].format(day=turn.day), "record": turn.record, "fields": fields}
    if turn.version is None:
        return COMING["ends"].format(**said) if fields else None
    note = excerpt(turn.version.note) if turn.version.note else ""
    return COMING["begins" if note else "begins_plain"].format(**said, note=note)
