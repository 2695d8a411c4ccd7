"""From a workbook that comes back to the files that it changes.

The workbook states every field, so an emptied cell takes a value away. A file that was changed since the export is only
changed where the workbook was not: where both were, it is a conflict, which is shown and not written. What has no row
is not deleted.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from generator.catalogue.changes import Conflict, FileChange, Plan, file_change
from generator.catalogue.current import language_of, readable, records_of
from generator.catalogue.exported_state import BroughtIn, ExportedState
from generator.catalogue.ids import proposed
from generator.catalogue.layout import FILES
from generator.catalogue.plain_records import plain
from generator.catalogue.refusals import ImportRefused, of_fields, of_findings, of_text
from generator.catalogue.same_names import plain_name
from generator.catalogue.services import PROPOSED_STATUS, missing
from generator.catalogue.sources_of_fields import Sources
from generator.catalogue.workbook_reading import StatedHall, StatedRecord, completed
from generator.content.field_names import Language
from generator.content.load import Loaded
from generator.content.problems import excerpt
from generator.content.record_files import Unwritable
from generator.model import Dataset, Materials, Record, RecordKey, Service, Site, Windows
from generator.texts.workbook import WORKBOOK


def plan_workbook(
    loaded: Loaded, stated: StatedHall, today: date, brought_in: Mapping[str, BroughtIn] | None = None
) -> Plan:
    """What importing the workbook would change; ``brought_in`` is what earlier imports left.

    Raises NothingImported, ImportRefused.
    """
    dataset = readable(loaded)
    planner = _Planner(loaded, stated, dataset, dict(brought_in or {}))
    planner.take_all()
    planner.refused += stated.faults
    sources = {one.path: (one.source, one.title) for one in planner.files}
    planner.refused += of_findings(_after(dataset, planner.records), sources, today)
    if planner.refused:
        raise ImportRefused(planner.refused)
    return Plan(
        content=loaded.folder,
        files=tuple(planner.files),
        same=planner.same,
        conflicts=tuple(planner.conflicts),
        presumed=planner.presumed,
        notes=(*stated.remarks, *planner.notes()),
        is_of_workbook=True,
        brought_in=planner.state.brought_in,
    )


@dataclass
class _Planner:
    """Goes through the records that a workbook states, and keeps what becomes of each."""

    loaded: Loaded
    stated: StatedHall
    dataset: Dataset
    brought_in: dict[str, BroughtIn]
    files: list[FileChange] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    newer: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    same: int = 0
    presumed: int = 0

    def __post_init__(self) -> None:
        self.before = records_of(self.dataset)
        digests = {path: sha256((self.loaded.folder / path).read_bytes()).hexdigest() for path in self.before}
        self.state = ExportedState(self.stated.digests, digests, self.brought_in)
        self.is_of_this_hall = self.state.is_of_this_hall
        services = [path for path in self.before if path.startswith("services/")]
        self.language: Language = language_of(self.loaded.folder, services)
        self.ids: set[str] = set()
        self.stated_ids = {str(one.fields["id"]) for one in self.stated.services if "id" in one.fields}

    def take_all(self) -> None:
        """Compare every record of the workbook with that of the hall."""
        for one in self.stated.services:
            record_id = self._id_of(one)
            if record_id in self.ids:
                self.refused.append(WORKBOOK["same_id"].format(place=one.place, id=excerpt(record_id)))
                continue
            self.ids.add(record_id)
            path = RecordKey("services", record_id).file
            fields: dict[str, Any] = {"id": record_id, **completed(one, self._old(path))}
            is_new = path not in self.before
            if "status" not in fields and (is_new or "id" not in one.fields):  # new, now or when it was imported first
                fields["status"] = self._old(path).get("status", PROPOSED_STATUS)
                self.presumed += is_new
            self._take(path, Service, one, fields)
        for name, one in self.stated.others.items():
            path = f"{name}.yml"
            self._take(path, FILES[name], one, completed(one, self._old(path)))

    def notes(self) -> list[str]:
        """What is said of files as a whole."""
        listed = {RecordKey("services", one).file for one in self.ids}
        left = [path for path in self.before if path.startswith("services/") and path not in listed]
        said = {
            "other_hall": [""] if self.stated.digests and not self.is_of_this_hall else [],
            "kept_newer": self.newer,
            "gone": self.gone,
            "no_row": left,
        }
        return [
            WORKBOOK[key].format(paths="、".join(paths), names="、".join(paths)) for key, paths in said.items() if paths
        ]

    def _id_of(self, one: StatedRecord) -> str:
        if "id" in one.fields:
            return str(one.fields["id"])
        name = plain_name(str(one.fields["name"]))
        known = (key for key, service in self.dataset.services.items() if plain_name(service.name) == name)
        taken = {*self.dataset.services, *self.ids, *self.stated_ids}
        return next((key for key in known if key not in self.stated_ids), None) or proposed(
            str(one.fields["name"]), taken
        )

    def _old(self, path: str) -> Mapping[str, Any]:
        return plain(self.before[path]) if path in self.before else {}

    def _take(self, path: str, model: type[Record], one: StatedRecord, fields: Mapping[str, Any]) -> None:
        source, old = Sources(one.place, one.places), self.before.get(path)
        name = str(fields.get("name", one.place))
        try:
            new = model.model_validate(fields)
            if old and plain(old) == plain(new):
                self.same += 1
                self.state.bring_in(path, new)
                return
            change = file_change(self.loaded.folder, path, source, old, new, self.language)
        except ValidationError as error:
            self.refused += of_fields(model, error, source, name)
            return
        except Unwritable:
            self.refused.append(of_text(source, name))
            return
        if not self._is_older(path, new, change):
            self.records[path] = new
            gaps = missing(new) if isinstance(new, Service) and old is None else ()
            self.files.append(replace(change, missing=gaps))
            self.state.bring_in(path, new, change.after)

    def _is_older(self, path: str, new: Record, change: FileChange) -> bool:
        """Whether the file was changed, or deleted, since the export, so that the workbook does not change it."""
        if not self.is_of_this_hall or self.state.stands(path):
            return False
        if self.state.was_said(path, new):
            (self.newer if path in self.before else self.gone).append(path)
        else:
            self.conflicts.append(Conflict(path, change.fields))
        return True


def _after(dataset: Dataset, records: Mapping[str, Record]) -> Dataset:
    """The hall with the changed records."""
    services = {record.id: record for record in records.values() if isinstance(record, Service)}
    after = replace(dataset, services=dataset.services | services)
    for record in records.values():
        if isinstance(record, Site):
            after = replace(after, site=record)
        elif isinstance(record, Windows):
            after = replace(after, windows=record.windows, functions=record.functions)
        elif isinstance(record, Materials):
            after = replace(after, materials={one.id: one for one in record.materials})
    return after
