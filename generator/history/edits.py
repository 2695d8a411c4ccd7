"""Which fields of records were edited on which day, by the history of the content in Git.

Told are days and titles of fields, never values, messages or people. Fields that residents notice nothing of, and files
that were only written in another way, are no edits; neither is the first commit, which only says that Git came later.
Records are compared as they were on the day of the commit: a scheduled change (``versions``) is an edit of the day on
which it begins or has ended, and none of the days on which it is written down or moved into the fields of the record.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from generator.content import strict_yaml
from generator.content.field_names import in_model_names, known_names
from generator.content.file_kinds import RECORD_FOLDERS
from generator.content.project import approved_folder
from generator.facts.changes import Edit, Edits
from generator.facts.versions import numbers_in_force, turned_fields, turning_days, versioned
from generator.history.git_commits import Edited, Unread, head_of, read_commits
from generator.model import Dataset, Record, RecordKey, Service
from generator.texts.history import GIT

_KINDS = ("services", "regulations", "bundles")
_FOR_STAFF = frozenset({"id", "verified", "review", "hangs_at", "hidden_terms", "changes", "disclosure", "versions"})
_VERSIONS = ("versions", *(name for name, key in known_names(Service).items() if key == "versions"))
_SCHEDULES = re.compile("|".join(map(re.escape, _VERSIONS)).encode())
"""Stands in every file with scheduled changes."""


class GitEdits(NamedTuple):
    """The edits of records, and what a clerk should know of how they were read."""

    edits: Edits
    told: tuple[str, ...]


def edits_from_git(content: Path, dataset: Dataset | None = None) -> GitEdits:
    """The edits of the records in a content folder; ``dataset`` are those of its files that are published.

    With sign-off, the history is that of the approved versions: what is not approved is nobody's business yet.
    """
    signed = dataset is not None and dataset.site.sign_off is not None
    read = _read(content.resolve(), approved_folder(content.resolve()) if signed else None, head_of(content))
    found = {key: list(edits) for key, edits in read.edits.items()}
    for key, record in versioned(dataset) if dataset and not _UNREAD.intersection(read.told) else ():
        edits = found.setdefault(key, [])
        edits += _turned(record, max((edit.day for edit in edits), default=date.min), date.max)
    return GitEdits({key: tuple(_by_day(edits)) for key, edits in found.items() if edits}, read.told)


_UNREAD = frozenset(GIT[reason] for reason in ("none", "empty", "broken", "unsigned"))


@lru_cache(maxsize=1)
def _read(content: Path, approved: Path | None, head: str | None) -> GitEdits:  # noqa: ARG001  # The cache goes by it.
    """Kept for the preview, which builds after every edit."""
    try:
        commits = read_commits(content, _KINDS, approved)
    except Unread as error:
        return GitEdits({}, (GIT[error.reason],))
    found: dict[RecordKey, list[Edit]] = {}
    for edited, since in _with_days_before(commits.edited):
        key = RecordKey.of_file(edited.path)
        if key:
            found.setdefault(key, []).extend(_edits(edited, since, RECORD_FOLDERS[key.kind]))
    edits = {key: tuple(of_record) for key, of_record in found.items() if of_record}
    return GitEdits(edits, (GIT["shallow"],) if commits.shallow else ())


def _with_days_before(newest_first: Sequence[Edited]) -> Iterator[tuple[Edited, date]]:
    """Each edit of a file with the day of the one before, date.min where there was none."""
    last: dict[str, date] = {}
    since: list[date] = []
    for edited in reversed(newest_first):
        since.append(last.get(edited.path, date.min))
        last[edited.path] = edited.day
    return zip(newest_first, reversed(since), strict=True)


def _edits(edited: Edited, since: date, model: type[Record]) -> Iterator[Edit]:
    """What the commit edited, and what turned after ``since`` because the version before it had been so scheduled."""
    if edit := _edit(edited, model):
        yield edit
    if edited.versions and _SCHEDULES.search(edited.versions[0]):
        try:
            before = model.model_validate(_values(edited.versions[0], model))
            yield from _turned(before, since, edited.day)
        except ValidationError:  # nobody can tell what an older program took it for
            return


def _turned(record: Record, since: date, until: date) -> Iterator[Edit]:
    """The days after ``since``, until ``until``, on which a scheduled change of ``record`` began or had ended."""
    for day in turning_days(record):
        if since < day <= until:
            changed = (key for key in turned_fields(record, day) if key not in _FOR_STAFF)
            if titles := tuple(_titles(type(record))[key] for key in changed):
                yield Edit(day, titles)


def _by_day(edits: list[Edit]) -> Iterator[Edit]:
    """One edit a day, the newest first, with the fields of all, or new if one of them was."""
    for day in sorted({edit.day for edit in edits}, reverse=True):
        of_day = [edit for edit in edits if edit.day == day]
        new = any(not edit.fields for edit in of_day)
        yield Edit(day, () if new else tuple(dict.fromkeys(field for edit in of_day for field in edit.fields)))


def _edit(edited: Edited, model: type[Record]) -> Edit | None:
    """What of a record was edited; None where nothing that residents notice, or one of the versions cannot be read."""
    if edited.versions is None:
        return Edit(edited.day, ())
    before, then = (_on(edited.day, _values(data, model), model) for data in _different(*edited.versions))
    if before is None or then is None or not all(edited.versions):
        return None
    changed = [key for key in _titles(model) if before.get(key) != then.get(key)]
    real = [key for key in changed if _understood(key, before, model) != _understood(key, then, model)]
    titles = tuple(_titles(model)[key] for key in real)
    return Edit(edited.day, titles) if titles else None


def _different(before: bytes, then: bytes) -> tuple[bytes, bytes]:
    """Both versions without the fields that stand in both alike, which need not be read.

    All of both where changes are scheduled, which may hold in the place of any field.
    """
    if _SCHEDULES.search(before) or _SCHEDULES.search(then):
        return before, then
    old, new = _FIELD.split(before), _FIELD.split(then)
    same = {*old} & {*new}
    return b"\n".join(one for one in old if one not in same), b"\n".join(one for one in new if one not in same)


_FIELD = re.compile(rb"\r?\n(?=[^\s#\-\[\]{}])")
"""Before each line that begins a field of a record."""


def _values(data: bytes, model: type[Record]) -> dict[str, Any] | None:
    """Field -> value as it was written; None where it cannot be read."""
    document = strict_yaml.read(data)
    value = in_model_names(document.value or {}, model)[0]
    return dict(value) if isinstance(value, dict) and not document.faults else None


def _on(day: date, values: dict[str, Any] | None, model: type[Record]) -> dict[str, Any] | None:
    """``values`` with those that a scheduled change puts in their place on ``day``."""
    versions = _understood("versions", values, model) if values and "versions" in values else ()
    if not values or not isinstance(versions, tuple):
        return values
    return {**values, **{k: v for at in numbers_in_force(versions, day) for k, v in versions[at].changes.items()}}


@cache
def _titles(model: type[Record]) -> dict[str, str]:
    """Mapping field that residents read -> its title."""
    fields = ((field.alias or name, field.title or name) for name, field in model.model_fields.items())
    return {key: title for key, title in fields if key not in _FOR_STAFF}


def _understood(key: str, values: dict[str, Any], model: type[Record]) -> object:
    """The value of a field as this version of the program understands it, so that 10日 and days: 10 are the same."""
    value = values.get(key)
    try:
        return None if value is None else _adapter(model, key).validate_python(value)
    except ValidationError:
        return value


@cache
def _adapter(model: type[Record], key: str) -> TypeAdapter[Any]:
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    return TypeAdapter(fields[key].rebuild_annotation())
