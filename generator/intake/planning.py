"""What importing papers would write: new rules, new versions of rules, and what a hall's lists say of the hall."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.catalogue.changes import FileChange, file_change
from generator.catalogue.ids import proposed
from generator.catalogue.plain_records import plain
from generator.catalogue.services import plan as plan_services
from generator.catalogue.sources_of_fields import Sources
from generator.content.field_names import Language
from generator.content.load import Loaded
from generator.content.starter_values import in_record
from generator.intake import halls
from generator.intake.doubts import TextDoubt
from generator.intake.papers import Paper
from generator.intake.regulation import Draft
from generator.intake.versions import changed_articles, in_force, says_the_same, versions
from generator.model import Dataset, Keys, RecordKey, Regulation, Windows
from generator.rules.privacy import numbers_are_public
from generator.texts.intake import INTAKE

_WHOSE = re.compile("^(?:中华人民共和国|.{2,12}?服务(?:大厅|中心|站))(?=.{2})")
"""No part of the id of a rule: it would be that of all the laws, or of all the rules of a hall."""


@dataclass
class Making:
    """The files that would be written, and the lines that tell of them, as they are collected."""

    loaded: Loaded
    today: date
    language: Language = "en"
    files: list[FileChange] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    records: dict[str, tuple[Regulation, Draft, str]] = field(default_factory=dict)
    """Id of each rule that is written -> its record, its draft, and the name of its paper."""

    samples: set[str] = field(default_factory=set)
    """Paths of the samples whose place is taken."""

    @property
    def dataset(self) -> Dataset:
        """What the content folder holds."""
        assert self.loaded.dataset is not None
        return self.loaded.dataset

    def add(self, path: str, record: Regulation, draft: Draft, paper: str, old: Regulation | None) -> None:
        """Plan the file of a rule. Raises Unwritable."""
        source = Sources(INTAKE["source"].format(name=paper, place=draft.place))
        change = file_change(self.loaded.folder, path, source, old, record, self.language)
        self.put(replace(change, title=record.title))

    def put(self, change: FileChange) -> None:
        """Plan a file, unless it is that already; a new one takes the place of a sample."""
        if change.after == change.before:
            return
        path = self.loaded.folder / change.path
        sample = change.before is None and is_sample(self.loaded.folder, change.path)
        if sample:
            self.samples.add(change.path)
        self.files.append(replace(change, before=path.read_bytes()) if sample else change)

    @property
    def has_address(self) -> bool:
        """Whether site.yml tells of a real hall and is no longer the sample."""
        return not is_sample(self.loaded.folder, "site.yml")

    def replaces(self, old: Regulation) -> bool:
        """Whether a rule is only a sample."""
        return is_sample(self.loaded.folder, RecordKey("regulations", old.id).file)


def is_sample(content: Path, path: str) -> bool:
    """Whether a file of the content is what ``gongshi init`` wrote, with its invented values."""
    file = content / path
    return file.is_file() and any(in_record(path, file.read_bytes(), demo=False))


def add_regulation(
    making: Making, draft: Draft, paper: str, gaps: Sequence[TextDoubt], correct: bool, elsewhere: bool
) -> None:
    """Plan the file of a rule, or those of its new version; ``elsewhere``: to a folder that is not the content's.

    Raises ValidationError, Unwritable.
    """
    fields = {**draft.fields}
    if gaps:
        fields["gaps"] = [{"kind": one.kind, "where": one.where, "note": one.note} for one in gaps]
    dataset, content = making.dataset, making.loaded.folder
    taken = {*dataset.regulations, *making.records, *(key.id for key in dataset.broken if key.kind == "regulations")}
    old = None if elsewhere else in_force(dataset, draft.title, fields.get("wall"))
    path = RecordKey("regulations", old.id).file if old else ""
    if old and not is_sample(content, path):
        if says_the_same(old, draft.record(old.id)):
            making.told.append(INTAKE["same"].format(title=draft.title, path=path))
            return
        made = versions(old, fields, taken, making.today, correct)
        record = Regulation.model_validate(made.current)
        making.add(path, record, draft, paper, old)
        if made.archived:
            kept = Regulation.model_validate(made.archived)
            kept_path = RecordKey("regulations", kept.id).file
            making.add(kept_path, kept, draft, paper, None)
            making.told.append(INTAKE["version_head"].format(title=draft.title, path=path, old=kept_path))
        making.told += changed_articles(old, record)
    else:
        record = Regulation.model_validate(
            {**fields, "id": old.id if old else proposed(_WHOSE.sub("", draft.title), taken)}
        )
        making.add(
            f"{record.id}.yml" if elsewhere else RecordKey("regulations", record.id).file, record, draft, paper, None
        )
    making.records[record.id] = (record, draft, paper)


def add_hall(making: Making, papers: Sequence[Paper], told: halls.Told) -> None:
    """Plan windows.yml, site.yml and the services of the lists; ``told`` is what the clerk adds.

    Raises ImportRefused for what no file may hold.
    """
    lists = [one for paper in papers for one in paper.halls]
    source = Sources(next(paper.name for paper in papers if paper.halls))
    dataset, content = making.dataset, making.loaded.folder
    names = [window for one in lists for window in one.windows]
    if names:
        sample = is_sample(content, "windows.yml")
        made = Windows.model_validate(halls.windows_file(lists, None if sample else dataset))
        old = None if sample else Windows(windows=dataset.windows, functions=dataset.functions)
        making.put(file_change(content, "windows.yml", source, old, made, making.language))
        dataset = replace(dataset, windows=made.windows)
    of_functions = halls.windows_of_functions(lists, names or [window.name for window in dataset.windows])
    services = list(halls.services(lists, of_functions, source.place))
    samples = {key for key in dataset.services if is_sample(content, RecordKey("services", key).file)}
    others = {key: one for key, one in dataset.services.items() if key not in samples}
    loaded = replace(making.loaded, dataset=replace(dataset, services=others), problems=())
    planned = plan_services(loaded, services, making.today).files
    for one in planned:
        making.put(one)
    kept = {*others, *(Path(one.path).stem for one in planned)}
    site = halls.site(lists, making.dataset.site, kept, None if making.has_address else told)
    if site != making.dataset.site:
        making.put(file_change(content, "site.yml", source, making.dataset.site, site))


def private_places(making: Making) -> Iterator[tuple[str, str, int, dict[str, str], str]]:
    """Paper, title, line, values and rule of each private value in the rules that would be written."""
    dataset = replace(
        making.dataset,
        regulations={key: record for key, (record, _, _) in making.records.items()},
        services={},
        notices={},
        results={},
        settled=frozenset(),
    )
    for finding in numbers_are_public(dataset, making.today):
        key = finding.place.record
        if key and key.kind == "regulations" and finding.rule != "privacy/name":
            record, draft, paper = making.records[key.id]
            yield (
                paper,
                record.title,
                _line_of(draft, plain(record), finding.place.keys),
                dict(finding.values),
                finding.rule,
            )


def _line_of(draft: Draft, fields: Any, keys: Keys) -> int:
    """The line of the source that a field came from."""
    for key in keys:
        if isinstance(fields, str):
            break
        fields = fields[key]
    first = str(fields).split("\n")[0]
    return next((line.place for line in draft.lines if first in line.text), draft.place)
