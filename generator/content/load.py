"""Reads a content folder into a ``Dataset``, with every problem and its place.

Which files are read, and which are refused without opening them, is said in ``folder_files``. Writes nothing.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from generator.content import query_codes, sign_off, strict_yaml
from generator.content.disclosure_tables import read_table
from generator.content.explain import field_errors
from generator.content.field_names import in_model_names
from generator.content.field_places import fault_of_twice, has_chinese_names, place_of
from generator.content.file_kinds import model_of
from generator.content.folder_files import is_expected, is_table, read_bytes, regular_files
from generator.content.known_changes import shipped_changes
from generator.content.parsed_records import ParsedRecords, source_digest
from generator.content.pictures import read_pictures
from generator.content.problems import Problem, in_order, make_problem, printable
from generator.content.project import approved_folder
from generator.content.read_files import ReadFile, dataset_of, missing_parts
from generator.content.result_rows import read_rows
from generator.content.sign_off import SITE_FILE, Held, held_back, with_withdrawals
from generator.content.stray_files import unexpected_files
from generator.content.versions import version_errors
from generator.model import (
    Dataset,
    Keys,
    Place,
    Record,
    RecordKey,
)
from generator.system.parallel import map_parallel

PARALLEL_FROM = 400
"""With fewer files, a second process takes longer to start than it saves."""

_R = TypeVar("_R", bound=Record)


@dataclass(frozen=True)
class Loaded:
    """What one content folder holds. ``dataset`` is None when site.yml, windows.yml or materials.yml is unusable.

    ``digests`` maps the path of each file below the folder to the SHA-256 of its bytes, those of an approved version
    where one of the ``stand_ins`` is read in its place; ``typed`` is the same of what is in the folder. ``held`` are
    the records of which sign-off does not publish what is in the folder.
    """

    folder: Path
    dataset: Dataset | None
    problems: tuple[Problem, ...]
    digests: dict[str, str]
    typed: dict[str, str] = field(default_factory=dict)
    stand_ins: frozenset[str] = frozenset()
    held: frozenset[RecordKey] = frozenset()

    def home(self, path: str) -> Path:
        """The folder below which the file at ``path`` was read."""
        return approved_folder(self.folder) if path in self.stand_ins else self.folder


def load(folder: Path, workers: int = 1, known: ParsedRecords | None = None, signed: bool = False) -> Loaded:
    """Read everything below ``folder`` with up to ``workers`` processes; never raises for what is in it.

    A file that ``known`` has a record of is not parsed again. ``signed``: where sign-off is switched on, approved
    versions are read in place of what is not approved (``sign_off``).
    """
    known = known or ParsedRecords()
    problems: list[Problem] = []
    paths = list(regular_files(folder, problems))
    problems += unexpected_files(folder, [path for path in paths if not is_expected(path)])
    typed = {path: read_bytes(folder, path) for path in paths if is_expected(path)}
    as_typed = _digests(typed)
    held = _held(folder, typed, as_typed, known) if signed else Held()
    sources = {path: source for path, source in typed.items() if path not in held.withheld} | held.stand_ins
    digests = as_typed | _digests(held.stand_ins)
    files = _files(folder, sources, digests, known, workers, held.stand_ins)
    drafts = _files(folder, {path: typed[path] for path in held.may_withdraw(typed)}, as_typed, known)
    for path, draft in drafts.items():
        if withdrawn := with_withdrawals(files[path].record, draft.record):
            files[path].record = withdrawn
            held.withdraw(path)
            digests[path] = source_digest(f"{digests[path]} {as_typed[path]}".encode())
    for file in files.values():
        problems += file.problems
    problems += missing_parts(folder, files)
    shipped = shipped_changes(known)
    known.forget_unused()
    dataset = dataset_of({path: files[path] for path in sources}, shipped)
    if dataset:
        dataset = held.published(dataset, folder)
        dataset = replace(dataset, pictures=read_pictures(folder, frozenset(paths), dataset))
    used = {path: digests[path] for path in sources if path in digests and RecordKey.of_file(path) not in held.offline}
    found = in_order((*problems, *held.problems))
    return Loaded(folder, dataset, found, used, as_typed, frozenset(held.stand_ins), held.records())


def _held(
    folder: Path,
    typed: Mapping[str, bytes | strict_yaml.Document],
    digests: Mapping[str, str],
    known: ParsedRecords,
) -> Held:
    """What sign-off holds back, by the two files that decide it."""
    heads = {path: typed[path] for path in (SITE_FILE, sign_off.FILE) if path in typed}
    read = _files(folder, heads, digests, known)
    return held_back(folder, typed, {path: file.record for path, file in read.items()})


def _digests(sources: Mapping[str, bytes | strict_yaml.Document]) -> dict[str, str]:
    return {path: source_digest(source) for path, source in sources.items() if isinstance(source, bytes)}


def _files(
    folder: Path,
    sources: Mapping[str, bytes | strict_yaml.Document],
    digests: Mapping[str, str],
    known: ParsedRecords,
    workers: int = 1,
    stand_ins: Collection[str] = (),
) -> dict[str, ReadFile]:
    """Each of ``sources`` as it was read, and what is wrong with it; ``digests`` are those of its bytes."""
    files = _known_files(sources, digests, known)
    new = [path for path in sources if path not in files]
    documents = map_parallel(partial(partial, _parse, sources), new, workers, PARALLEL_FROM, chunk=50)
    for path, document in zip(new, documents, strict=True):
        home = approved_folder(folder) if path in stand_ins else folder
        file = files[path] = _file(home, path, document)
        if file.record and isinstance(document, str):
            known.remember(digests[path], document, file.record)
    return files


def _known_files(
    sources: Mapping[str, bytes | strict_yaml.Document], digests: Mapping[str, str], known: ParsedRecords
) -> dict[str, ReadFile]:
    """The files whose record is kept, unless a file was renamed: its name has to equal the id of its record."""
    files: dict[str, ReadFile] = {}
    for path in sources:
        model = model_of(path)
        record = known.record(model, digests[path]) if model and path in digests else None
        if record is not None and _is_named_by_id(path, record):
            files[path] = ReadFile(path, record)
    return files


def place_problem(
    folder: Path, rule: str, place: Place, values: dict[str, str], known: tuple[int, int] | None = None
) -> Problem:
    """A problem of ``rule`` at ``place``; reads the file again to find line and column, unless they are ``known``."""
    path = f"{folder.name}/{place.path}"
    if place.path.endswith(".csv"):
        line, column = (int(key) for key in place.keys)
        return make_problem(rule, path, line, column, values)
    return make_problem(rule, path, *(known or _locate(folder, place.path, place.keys)), values)


def _locate(folder: Path, path: str, keys: Keys, at_key: bool = False) -> tuple[int, int]:
    """Line and column of a value, or of its key. Reads the file again, so that files without problems cost nothing."""
    try:
        return place_of((folder / path).read_bytes(), keys, at_key, model_of(path))
    except OSError:
        return 1, 1


def _parse(sources: Mapping[str, bytes | strict_yaml.Document], path: str) -> str | strict_yaml.Document | bytes:
    """The fields of a file as JSON; its bytes if it is a table; a document where something is wrong with it as YAML.

    Text is quick to send from one process to another, and to validate.
    """
    source = sources[path]
    if not isinstance(source, bytes) or is_table(path):
        return source
    document = strict_yaml.read(source)
    if not isinstance(document.value, dict) or document.faults:
        return document
    value, twice = (
        in_model_names(document.value, model_of(path)) if has_chinese_names(source) else (document.value, None)
    )
    if twice:
        return strict_yaml.Document(faults=[fault_of_twice(source, twice)])
    return json.dumps(value, ensure_ascii=False)


def _file(folder: Path, path: str, source: str | strict_yaml.Document | bytes) -> ReadFile:
    shown = f"{folder.name}/{path}"
    if isinstance(source, str):
        return _validate(ReadFile(path), folder, shown, source)
    if isinstance(source, bytes):
        problems: list[Problem] = []
        if path == query_codes.FILE:
            return ReadFile(path, codes=tuple(query_codes.read_codes(shown, source, problems)), problems=problems)
        if path.startswith("disclosures/"):
            return ReadFile(path, table=read_table(shown, source, problems), problems=problems)
        return ReadFile(path, rows=read_rows(shown, source, problems), problems=problems)
    faults = source.faults or [strict_yaml.YamlFault("file/empty" if source.value is None else "file/no-fields", 1, 1)]
    if path == sign_off.FILE:  # a fault that tells what was typed
        faults = [replace(one, rule="sign-off/row", values={}) if _quotes(one) else one for one in faults]
    return ReadFile(path, problems=[make_problem(f.rule, shown, f.line, f.column, f.values) for f in faults])


def _quotes(fault: strict_yaml.YamlFault) -> bool:
    return fault.rule.startswith("yaml/") and bool(fault.values)


def _validate(file: ReadFile, folder: Path, shown: str, fields: str) -> ReadFile:
    path, model = file.path, model_of(file.path)
    assert model is not None, path
    try:
        record = _record(model, fields)
        errors = list(version_errors(record))
    except ValidationError as error:
        errors = list(field_errors(model, error))
    if path == sign_off.FILE:
        errors = [replace(one, rule="sign-off/row", values={}) for one in errors]  # what was typed may be a name
    if errors:
        for item in errors:
            line, column = _locate(folder, path, item.keys, item.at_key)
            file.problems.append(make_problem(item.rule, shown, line, column, item.values))
        return file
    if not _is_named_by_id(path, record):
        line, column = _locate(folder, path, ("id",))
        record_id = getattr(record, "id", "")
        original = path.rpartition("/")[0] + f"/{record_id}.yml"
        rule = "file/copy" if (folder / original).is_file() else "file/name-is-id"
        values = {"id": record_id, "original": printable(original)}
        file.problems.append(make_problem(rule, shown, line, column, values))
        return file
    file.record = record
    return file


def _record(model: type[_R], fields: str) -> _R:
    """The record of fields in JSON. Raises ValidationError, always that of values and never that of JSON."""
    try:
        return model.model_validate_json(fields)
    except ValidationError:
        return model.model_validate(json.loads(fields))


def _is_named_by_id(path: str, record: Record) -> bool:
    stem = path.rpartition("/")[2].removesuffix(".yml")
    return "/" not in path or getattr(record, "id", stem) == stem
