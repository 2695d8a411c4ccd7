"""``gongshi import catalogue``: a standard catalogue (公开标准目录) from Excel, WPS, CSV or Word.

What would change is shown before it is written. What the hall added to a row (what answers it, how its limit counts,
when the information came about) stays with the row when a newer sheet comes in. Nothing of the sheet is lost: titles
and notes, columns that no field holds, and words beside ticks become remarks; private values stop it, with their place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.catalogue.duty_columns import OTHER
from generator.catalogue.duty_merging import Merged, merged
from generator.catalogue.duty_sheet import DutySheet, catalogue_in
from generator.catalogue.file_plan import FilePlan, shown_sheets
from generator.catalogue.refusals import ImportRefused, of_fields, of_findings
from generator.catalogue.sources_of_fields import Sources
from generator.content.load import load as load_content
from generator.content.problems import excerpt
from generator.content.record_files import Unwritable, as_yaml, with_changes
from generator.model import Dataset, DisclosureCatalogue
from generator.model.base import ID_PATTERN
from generator.model.publishing_limit import limit_of
from generator.register.faults import NothingImported, letter, line, place_words
from generator.register.table import RegisterPlace, RegisterSheet
from generator.system.on_demand import load
from generator.texts.catalogue import CATALOGUE
from generator.texts.disclosures import IMPORT as TABLES
from generator.texts.duty_import import IMPORT

_TITLE = "目录"
_WORD = (".docx", ".docm", ".doc", ".wps")
_MOST_LINES = 20
"""So many changed rows are shown; the others are counted."""


@dataclass(frozen=True)
class _Source:
    file: Path
    sheet: RegisterSheet
    found: DutySheet
    left_out: int = 0

    def place(self, row: int | None, column: int | None = None) -> str:
        return place_words(self.file.name, RegisterPlace(self.sheet.name, row, column))

    def sources(self) -> Sources:
        """Where each field of the catalogue stands in the sheet, for messages."""
        fields = {
            f"rows/{n}/{name}": self.place(duty.number, column)
            for n, duty in enumerate(self.found.rows)
            for name, column in duty.places.items()
        }
        rows = {f"rows/{n}": self.place(duty.number) for n, duty in enumerate(self.found.rows)}
        return Sources(self.place(None), rows | fields)


def planned(file: Path, catalogue_id: str | None, sheet: str | None, content: Path, today: date) -> FilePlan:
    """What importing a sheet of ``file`` would change. Raises ImportRefused, NothingImported."""
    catalogue_id = catalogue_id or file.stem
    if not re.fullmatch(ID_PATTERN, catalogue_id):
        raise ImportRefused([IMPORT["bad_id"].format(id=excerpt(catalogue_id))])
    dataset, old = _known(content, catalogue_id)
    sheets, left_out = _sheets(file)
    source = _Source(file, *_chosen(sheets, sheet), left_out)
    if source.found.faults:
        raise ImportRefused(line(file.name, one) for one in source.found.faults)
    made = merged(source.found.rows, old.rows if old else ())
    fields = _fields(source, catalogue_id, old, made)
    record = _validated(source, fields)
    _refuse_private(source, record, dataset, today)
    path = content / f"catalogues/{catalogue_id}.yml"
    before = path.read_text("utf-8") if path.is_file() else None
    text = _text(source, before, fields)
    report = tuple(_report(source, record, made, text != before))
    return FilePlan(path, None if before is None else before.encode(), text.encode(), report)


def _sheets(file: Path) -> tuple[Sequence[RegisterSheet], int]:
    """The sheets of ``file``, and how many pieces beside the text of a Word document are left out."""
    if file.suffix.lower() not in _WORD:
        return shown_sheets(file), 0
    sheet, left_out = load("generator.catalogue.duty_word").word_sheet(file)
    return (sheet,), left_out


def _known(content: Path, catalogue_id: str) -> tuple[Dataset, DisclosureCatalogue | None]:
    """The hall, and the catalogue as it is; None for a new one."""
    loaded = load_content(content)
    shown = f"{content.name}/catalogues/{catalogue_id}.yml"
    errors = [one for one in loaded.problems if one.severity == "error"]
    if loaded.dataset is None or any(one.path == shown for one in errors):
        raise NothingImported(tuple(one for one in errors if loaded.dataset is None or one.path == shown))
    return loaded.dataset, loaded.dataset.catalogues.get(catalogue_id)


def _chosen(sheets: Sequence[RegisterSheet], wanted: str | None) -> tuple[RegisterSheet, DutySheet]:
    """The only sheet with a catalogue, or the one that was asked for."""
    found = [(one, table) for one in sheets if wanted in (None, one.name) and (table := catalogue_in(one))]
    if not found or not any(table.rows for _, table in found):
        raise ImportRefused([IMPORT["no_table"]])
    if len(found) > 1:
        raise ImportRefused([IMPORT["many"].format(names="、".join(excerpt(one.name) for one, _ in found))])
    return found[0]


def _fields(source: _Source, catalogue_id: str, old: DisclosureCatalogue | None, made: Merged) -> dict[str, Any]:
    """The file as plain values: what the hall wrote stays, titles and notes are those of the sheet."""
    above = list(source.found.above)
    title = next((words for words in above if _TITLE in words), None)
    kept = old.model_dump(mode="json", by_alias=True, exclude_unset=True) if old else {}
    if title:
        above.remove(title)
    named = old.title if old else title or source.sheet.name
    notes = "\n".join([*above, *source.found.below])
    kept = {key: value for key, value in kept.items() if key != "notes"}
    return {**kept, "id": catalogue_id, "title": named, **({"notes": notes} if notes else {}), "rows": made.rows}


def _validated(source: _Source, fields: dict[str, Any]) -> DisclosureCatalogue:
    nameless = [duty for duty in source.found.rows if "item" not in duty.fields]
    if nameless:
        raise ImportRefused(IMPORT["no_item"].format(place=source.place(duty.number)) for duty in nameless)
    try:
        return DisclosureCatalogue.model_validate(fields)
    except ValidationError as error:
        raise ImportRefused(of_fields(DisclosureCatalogue, error, source.sources(), fields["title"])) from None


def _refuse_private(source: _Source, record: DisclosureCatalogue, dataset: Dataset, today: date) -> None:
    """What may not stand in a file of the content stops the import."""
    alone = replace(
        dataset, services={}, regulations={}, notices={}, disclosures={}, bundles={}, catalogues={record.id: record}
    )
    changed = {f"catalogues/{record.id}.yml": (source.sources(), record.title)}
    if lines := list(of_findings(alone, changed, today)):
        raise ImportRefused(lines)


def _text(source: _Source, before: str | None, fields: dict[str, Any]) -> str:
    try:
        if before is None:
            return as_yaml(fields, DisclosureCatalogue)
        return with_changes(before, {(key,): value for key, value in fields.items()}, DisclosureCatalogue)
    except Unwritable:
        raise ImportRefused([IMPORT["unwritable"].format(place=source.place(None))]) from None


def _report(source: _Source, record: DisclosureCatalogue, made: Merged, changed: bool) -> Iterator[str]:
    """What was read, what became of what is no field, which limits are not understood, and which rows change."""
    found = source.found
    told = {"file": excerpt(source.file.name), "sheet": excerpt(source.sheet.name), "rows": len(found.rows)}
    columns = "、".join(dict.fromkeys(excerpt(one.heading) for one in found.columns if one.kind != OTHER))
    yield IMPORT["read"].format(**told, columns=columns)
    if others := [f"{letter(one.place)} {excerpt(one.heading)}" for one in found.columns if one.kind == OTHER]:
        yield IMPORT["others"].format(columns="、".join(others))
    if found.above or found.below:
        yield IMPORT["beside"].format(count=len(found.above) + len(found.below))
    if source.left_out:
        yield IMPORT["left_out"].format(count=source.left_out)
    if found.boxes:
        yield IMPORT["boxes"].format(count=found.boxes)
    for words, numbers in (("filled", found.filled), ("hidden", found.hidden)):
        if numbers:
            yield IMPORT[words].format(numbers="、".join(map(str, numbers)))
    yield from _unread(record)
    if not changed:
        yield CATALOGUE["nothing"]
        return
    yield IMPORT["changes"].format(name=f"catalogues/{record.id}.yml", new=made.new, other=made.other, gone=made.gone)
    yield from (f"  {one}" for one in made.lines[:_MOST_LINES])
    if len(made.lines) > _MOST_LINES:
        yield TABLES["more"].format(count=len(made.lines) - _MOST_LINES)


def _unread(record: DisclosureCatalogue) -> Iterator[str]:
    """Which limits nobody but people can count."""
    limits = [one.count_as or one.limit for one in record.rows]
    unread = [words for words in limits if words and limit_of(words) is None]
    if unread:
        words = "、".join(f"“{excerpt(one)}”" for one in dict.fromkeys(unread))
        yield IMPORT["unread"].format(count=len(unread), words=words)
