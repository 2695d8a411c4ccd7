"""What an import would write: each file with the fields that change. Nothing is written before all is known.

``apply`` writes all files or none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.matching import Doubt
from generator.catalogue.plain_records import differences, plain
from generator.catalogue.sources_of_fields import Sources
from generator.content.field_names import Language
from generator.content.field_places import has_chinese_names
from generator.content.record_files import as_yaml, with_changes
from generator.content.yaml_writing import Plain
from generator.model import Keys, Record
from generator.publish.files import save_together
from generator.system.environment import Refused
from generator.texts.catalogue import CATALOGUE


@dataclass(frozen=True)
class FieldChange:
    """One value that changes: the titles of the fields that lead to it, and the two values (None: not stated)."""

    titles: tuple[str, ...]
    old: Plain | None
    new: Plain | None


@dataclass(frozen=True)
class FileChange:
    """A file below the content folder that is made or changed; ``before`` is None for a new one.

    ``unchanged``: how many stated fields are as they were; ``missing``: the titles of fields that stay 待补充.
    """

    path: str
    title: str
    source: Sources
    before: bytes | None
    after: bytes
    fields: tuple[FieldChange, ...]
    unchanged: int = 0
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What an import would change in ``content``; ``same`` services are as they were, ``doubts`` are left out.

    ``presumed``: how many new services are written as being on offer (在办), which the source does not say.
    """

    content: Path
    files: tuple[FileChange, ...]
    same: int = 0
    doubts: tuple[Doubt, ...] = ()
    presumed: int = 0
    notes: tuple[str, ...] = ()

    @property
    def new(self) -> tuple[FileChange, ...]:
        """Files that there are not yet."""
        return tuple(one for one in self.files if one.before is None)

    @property
    def changed(self) -> tuple[FileChange, ...]:
        """Files that there are already."""
        return tuple(one for one in self.files if one.before is not None)


def field_changes(old: Mapping[str, Plain], new: Mapping[str, Plain], model: type[Record]) -> tuple[FieldChange, ...]:
    """What differs between two records of ``model`` that are given as plain values."""
    return tuple(FieldChange(*one) for one in differences(old, new, model))


def new_text(fields: Mapping[str, Plain], model: type[Record], language: Language) -> bytes:
    """The file of a new record. Raises Unwritable."""
    return as_yaml(fields, model, language).encode()


def changed_text(before: bytes, record: Record, fields: Mapping[str, Plain]) -> bytes:
    """The file of ``record`` with other ``fields``; only those that differ are touched. Raises Unwritable."""
    old = plain(record)
    changed = [key for key in {**old, **fields} if old.get(key) != fields.get(key)]
    changes: dict[Keys, Plain | None] = {(key,): fields.get(key) for key in changed}
    return with_changes(before.decode(), changes, type(record)).encode()


def language_of(content: Path, paths: Iterable[str]) -> Language:
    """What most of the hall's files call their fields in."""
    chinese = [has_chinese_names((content / path).read_bytes()) for path in paths]
    return "zh" if sum(chinese) * 2 > len(chinese) else "en"


def apply(plan: Plan) -> None:
    """Write all files of ``plan``, or none. Raises Refused where one was changed since the plan was made."""
    for one in plan.files:
        path = plan.content / one.path
        if (path.read_bytes() if path.exists() else None) != one.before:
            raise Refused(CATALOGUE["changed_meanwhile"].format(path=f"{plan.content.name}/{one.path}"))
    save_together([(plan.content / one.path, one.after) for one in plan.files])
