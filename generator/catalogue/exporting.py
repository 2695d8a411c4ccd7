"""``gongshi export services``: the hall's files as a workbook."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.catalogue.current import readable, records_of
from generator.catalogue.export_rows import ExportedFile
from generator.catalogue.exported_state import remembered
from generator.catalogue.layout import tables
from generator.catalogue.plain_records import plain
from generator.catalogue.refusals import ImportRefused
from generator.catalogue.workbook import workbook
from generator.catalogue.workbook_plan import plan_workbook
from generator.catalogue.workbook_reading import is_workbook, read_workbook
from generator.content.load import load
from generator.register.sheets import read_register
from generator.register.table import RegisterError
from generator.system.environment import Refused, cores
from generator.texts.catalogue import CATALOGUE


@dataclass(frozen=True)
class Exported:
    """The bytes of a workbook, and how much is in it: services, windows, materials."""

    data: bytes
    counts: Mapping[str, int]


def exported(content: Path, path: Path) -> Exported:
    """The workbook of the hall, to be written to ``path``. Raises NothingImported, Unexportable, Refused."""
    if path.suffix.lower() != ".xlsx":
        raise Refused(CATALOGUE["not_xlsx"].format(path=path))
    if content.resolve() in path.resolve().parents:
        raise Refused(CATALOGUE["in_content"].format(path=path, content=content.name))
    dataset = readable(load(content, cores()))
    files = [
        ExportedFile(one, (content / one).read_bytes(), plain(record)) for one, record in records_of(dataset).items()
    ]
    offered = {
        "services/window": [window.name for window in dataset.windows],
        "services/life_events": dataset.site.life_events,
        "services/materials/material": list(dataset.materials),
        "services/status/successor": list(dataset.services),
        **{
            table.name_of(column): list(getattr(dataset.site, column.chosen_from))
            for table in tables()
            for column in table.columns
            if column.chosen_from
        },
    }
    counts = {"services": len(dataset.services), "windows": len(dataset.windows), "materials": len(dataset.materials)}
    return Exported(workbook(files, {name: words for name, words in offered.items() if words}), counts)


def holds_work(path: Path, content: Path, cache: Path, today: date) -> bool:
    """Whether the file at ``path`` holds what would be lost: another table, or edits that were not imported yet."""
    if not path.exists():
        return False
    try:
        reading = read_register(path)
        if not is_workbook(reading):
            return True
        plan = plan_workbook(load(content, cores()), read_workbook(reading), today, remembered(cache))
    except (RegisterError, ImportRefused):
        return True
    return bool(plan.files or plan.conflicts)
