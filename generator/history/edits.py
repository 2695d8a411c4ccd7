"""Which fields of records were edited on which day, by the history of the content in Git.

Told are days and titles of fields, never values, messages or people. Fields that residents notice nothing of, and files
that were only written in another way, are no edits; neither is the first commit, which only says that Git came later.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from generator.content import strict_yaml
from generator.content.field_names import in_model_names
from generator.content.file_kinds import RECORD_FOLDERS
from generator.facts.changes import Edit, Edits
from generator.history.git_commits import Edited, Unread, head_of, read_commits
from generator.model import Record, RecordKey
from generator.texts.history import GIT

_KINDS = ("services", "regulations", "bundles")
_FOR_STAFF = frozenset({"id", "verified", "review", "hangs_at", "hidden_terms", "changes", "disclosure"})


class GitEdits(NamedTuple):
    """The edits of records, and what a clerk should know of how they were read."""

    edits: Edits
    told: tuple[str, ...]


def edits_from_git(content: Path) -> GitEdits:
    """The edits of the records in a content folder."""
    return _read(content.resolve(), head_of(content))


@lru_cache(maxsize=1)
def _read(content: Path, head: str | None) -> GitEdits:  # noqa: ARG001  # The cache goes by it.
    """Kept for the preview, which builds after every edit."""
    try:
        commits = read_commits(content, _KINDS)
    except Unread as error:
        return GitEdits({}, (GIT[error.reason],))
    found: dict[RecordKey, list[Edit]] = {}
    for edited in commits.edited:
        key = RecordKey.of_file(edited.path)
        if key and (edit := _edit(edited, RECORD_FOLDERS[key.kind])):
            found.setdefault(key, []).append(edit)
    return GitEdits(
        {key: tuple(_by_day(edits)) for key, edits in found.items()}, (GIT["shallow"],) if commits.shallow else ()
    )


def _by_day(edits: list[Edit]) -> Iterator[Edit]:
    """One edit a day, with the fields of all, or new if one of them was."""
    for day in dict.fromkeys(edit.day for edit in edits):
        of_day = [edit for edit in edits if edit.day == day]
        new = any(not edit.fields for edit in of_day)
        yield Edit(day, () if new else tuple(dict.fromkeys(field for edit in of_day for field in edit.fields)))


def _edit(edited: Edited, model: type[Record]) -> Edit | None:
    """What of a record was edited; None where nothing that residents notice, or one of the versions cannot be read."""
    if edited.versions is None:
        return Edit(edited.day, ())
    before, then = (_values(data, model) for data in _different(*edited.versions))
    if before is None or then is None or not all(edited.versions):
        return None
    changed = [key for key in _titles(model) if before.get(key) != then.get(key)]
    real = [key for key in changed if _understood(key, before, model) != _understood(key, then, model)]
    titles = tuple(_titles(model)[key] for key in real)
    return Edit(edited.day, titles) if titles else None


def _different(before: bytes, then: bytes) -> tuple[bytes, bytes]:
    """Both versions without the fields that stand in both alike, which need not be read."""
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
