"""Puts what was filled in into the records that lack it, and tries it: each file, then the whole of the content.

A value goes only where there is still none. What cannot be read, what no record may hold and what ``check`` would call
an error stops all of it, told by the row of the table.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.catalogue.changes import FieldChange, FileChange, Plan
from generator.catalogue.refusals import ImportRefused, of_fields, of_text
from generator.catalogue.shared_records import KnownPapers
from generator.catalogue.sources_of_fields import Sources
from generator.content import strict_yaml
from generator.content.field_names import in_model_names
from generator.content.file_kinds import model_of
from generator.content.problems import excerpt, make_problem
from generator.content.record_files import Unwritable, with_changes
from generator.content.yaml_writing import Plain
from generator.gaps.answers import form_of, how_to_answer, value_of, words_of
from generator.gaps.fields import record_model
from generator.gaps.filled_cells import Answer
from generator.gaps.gap import Gap
from generator.gaps.register import Register
from generator.model import (
    Dataset,
    DisclosureRecord,
    Keys,
    Materials,
    Notice,
    Place,
    Record,
    RecordKey,
    Regulation,
    Service,
    Site,
    Windows,
)
from generator.rules import check
from generator.texts.checks import MESSAGES
from generator.texts.gaps import FILL
from generator.texts.service_words import NO_MATERIALS, NOTHING

_AROUND_TITLES = "《》"
"""Stand around the titles of regulations, and around all titles in messages."""


@dataclass
class _File:
    """The values for one file, and where each comes from."""

    title: str
    changes: dict[Keys, Plain | None] = field(default_factory=dict)
    fields: list[FieldChange] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)


def plan_filling(content: Path, dataset: Dataset, register: Register, filled: Sequence[Answer], today: date) -> Plan:
    """What ``filled`` changes in ``content``, with notes on what is left as it is. Raises ImportRefused."""
    gaps, papers = {gap.key: gap for gap in register.gaps}, KnownPapers(dataset)
    files: dict[str, _File] = {}
    notes: list[str] = []
    refused: list[str] = []
    for answer in filled:
        gap = gaps.get(answer.key)
        if gap is None or gap.follows:
            notes.append(FILL["filled"].format(place=answer.place))
        else:
            _take(gap, answer, papers, files, notes, refused)
    if refused:
        raise ImportRefused(refused)
    made = [_made(content, path, one, refused) for path, one in files.items()]
    if not refused:
        records = {change.path: record for change, record in filter(None, made)}
        refused += _new_errors(dataset, records, files, today)
    if refused:
        raise ImportRefused(refused)
    return Plan(content, tuple(change for change, _ in filter(None, made)), notes=tuple(notes))


def _take(
    gap: Gap, answer: Answer, papers: KnownPapers, files: dict[str, _File], notes: list[str], refused: list[str]
) -> None:
    """Put an answer to its file, or note why not."""
    title = gap.title.strip(_AROUND_TITLES)
    said = {"place": answer.place, "title": title, "field": gap.field}
    model, keys = record_model(gap.place), gap.place.keys
    form, words = form_of(gap, model), words_of(gap, model)
    if form is None:
        notes.append(FILL["elsewhere"].format(**said))
        return
    value: Any
    if form == "materials" and answer.text.rstrip("。") in NO_MATERIALS:
        keys, value = ("no_materials",), True
    elif answer.text in NOTHING:
        return
    elif (value := value_of(form, answer.text, words)) is None:
        refused.append(FILL["unread"].format(**said, how=how_to_answer(form, words)))
        return
    elif form == "materials":
        value = papers.named_in({"materials": value}, {})["materials"]
    file = files.setdefault(gap.place.path, _File(title))
    if file.changes.setdefault(keys, value) != value:
        refused.append(FILL["twice"].format(**said))
    file.fields.append(FieldChange((gap.title, gap.field), None, value))
    file.places.setdefault(str(keys[0]), answer.place)


def _made(content: Path, path: str, file: _File, refused: list[str]) -> tuple[FileChange, Record] | None:
    """The file with its new values, and its record; None where that cannot be, which is noted."""
    model, before = model_of(path), (content / path).read_bytes()
    sources = Sources(next(iter(file.places.values())), file.places)
    assert model is not None, path
    try:
        after = with_changes(before.decode(), file.changes, model)
        fields, _ = in_model_names(strict_yaml.read(after.encode()).value or {}, model)
        record = model.model_validate(fields)
    except ValidationError as error:
        refused += of_fields(model, error, sources, file.title)
        return None
    except (Unwritable, UnicodeDecodeError):
        refused += of_text(sources, file.title).splitlines()
        return None
    return FileChange(path, file.title, sources, before, after.encode(), tuple(file.fields)), record


def _new_errors(
    dataset: Dataset, records: Mapping[str, Record], files: Mapping[str, _File], today: date
) -> Iterable[str]:
    """What ``check`` would call an error with the new values and does not without them, private values among them."""
    before = {(found.rule, found.place) for found in check(_fresh(dataset), today)}
    for found in check(_fresh(_with(dataset, records)), today):
        place: Place = found.place
        if MESSAGES[found.rule].severity != "error" or (found.rule, place) in before:
            continue
        file = files.get(place.path)
        rows = Sources(next(iter(file.places.values())), file.places) if file else Sources(place.path)
        problem = make_problem(found.rule, place.path, 1, 1, found.values)
        title = excerpt(file.title) if file else ""
        yield FILL["wrong"].format(place=rows.of(place.keys), title=title, message=problem.message)


def _fresh(dataset: Dataset) -> Dataset:
    """``dataset`` with every record to be looked at."""
    return replace(dataset, settled=frozenset(), consistent=frozenset())


def _with(dataset: Dataset, records: Mapping[str, Record]) -> Dataset:
    """``dataset`` with the records of ``records`` (path of a file -> record) in place of those that it has."""
    changed = dataset
    for path, record in records.items():
        key = RecordKey.of_file(path)
        if isinstance(record, Site):
            changed = replace(changed, site=record)
        elif isinstance(record, Windows):
            changed = replace(changed, windows=record.windows, functions=record.functions)
        elif isinstance(record, Materials):
            changed = replace(changed, materials={one.id: one for one in record.materials})
        elif key and isinstance(record, Service):
            changed = replace(changed, services={**changed.services, key.id: record})
        elif key and isinstance(record, Regulation):
            changed = replace(changed, regulations={**changed.regulations, key.id: record})
        elif key and isinstance(record, Notice):
            changed = replace(changed, notices={**changed.notices, key.id: record})
        elif key and isinstance(record, DisclosureRecord):
            disclosed = replace(changed.disclosures[key.id], record=record)
            changed = replace(changed, disclosures={**changed.disclosures, key.id: disclosed})
    return changed
