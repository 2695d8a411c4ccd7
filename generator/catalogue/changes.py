"""What an import would write: each file with the fields that change. Nothing is written before all is known.

``apply`` writes all files or none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.catalogue.exported_state import BroughtIn
from generator.catalogue.matching import Doubt
from generator.catalogue.plain_records import differences, plain
from generator.catalogue.sources_of_fields import Sources
from generator.content.field_names import Language
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
class Conflict:
    """A file that was changed since the workbook was exported, and what the workbook would change in it."""

    path: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class Plan:
    """What an import would change in ``content``; ``same`` files are as they were.

    Left out are ``doubts`` and ``conflicts``. ``presumed``: how many new services are written as being on offer (在办),
    which the source does not say. ``papers``: mapping a paper that the catalogue lacks -> how many services name it.
    ``brought_in``: what is to be remembered of a workbook.
    """

    content: Path
    files: tuple[FileChange, ...]
    same: int = 0
    doubts: tuple[Doubt, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    presumed: int = 0
    notes: tuple[str, ...] = ()
    papers: Mapping[str, int] = field(default_factory=dict)
    is_of_workbook: bool = False
    brought_in: Mapping[str, BroughtIn] = field(default_factory=dict)

    @property
    def new(self) -> tuple[FileChange, ...]:
        """Files that there are not yet."""
        return tuple(one for one in self.files if one.before is None)

    @property
    def changed(self) -> tuple[FileChange, ...]:
        """Files that there are already."""
        return tuple(one for one in self.files if one.before is not None)


def file_change(
    content: Path, path: str, source: Sources, old: Record | None, new: Record, language: Language = "en"
) -> FileChange:
    """The file at ``path`` with the record ``new``; of a file that there is, only what differs from ``old`` is touched.

    Raises Unwritable.
    """
    before, fields = plain(old) if old else {}, plain(new)
    changed = [key for key in {**before, **fields} if before.get(key) != fields.get(key)]
    data = (content / path).read_bytes() if old else None
    if data is None:
        after = as_yaml(fields, type(new), language)
    else:
        without: Plain | None = None if fields else []  # A file has to say something: that there is none.
        changes: dict[Keys, Plain | None] = {(key,): fields.get(key, without) for key in changed}
        after = with_changes(data.decode(), changes, type(new))
    shown = tuple(FieldChange(*one) for one in differences(before, fields, type(new)))
    return FileChange(path, getattr(new, "name", source.place), source, data, after.encode(), shown)


def apply(plan: Plan) -> None:
    """Write all files of ``plan``, or none. Raises Refused where one was changed, or is there and was not."""
    for one in plan.files:
        path = plan.content / one.path
        if (path.read_bytes() if path.exists() else None) != one.before:
            told = CATALOGUE["there_already" if one.before is None else "changed_meanwhile"]
            raise Refused(told.format(path=f"{plan.content.name}/{one.path}"))
    save_together([(plan.content / one.path, one.after) for one in plan.files])
