"""Read a content folder into records, with every problem and its place.

Only regular files at the places that the content model names are read; symbolic links, pipes and devices are
refused without opening them. The folder is never written to.
"""

import csv
import io
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from generator.content import strict_yaml
from generator.content.explain import complaints
from generator.content.formulas import may_run
from generator.content.problems import Problem, in_order, make_problem, printable
from generator.content.strict_yaml import Keys
from generator.model import (
    Dataset,
    Materials,
    Notice,
    Place,
    Record,
    Regulation,
    ResultEntry,
    ResultPeriod,
    ResultRow,
    Results,
    Service,
    Site,
    Waivers,
    Windows,
)
from generator.system.parallel import map_parallel

SINGLE_FILES: dict[str, type[Record]] = {"site.yml": Site, "windows.yml": Windows, "materials.yml": Materials}
OPTIONAL_FILES: dict[str, type[Record]] = {"waivers.yml": Waivers}
FOLDERS: dict[str, type[Record]] = {
    "services": Service,
    "regulations": Regulation,
    "notices": Notice,
    "results": ResultPeriod,
}
PROSE_FOLDER = "pages"
PROSE_ENDINGS = (".md", ".png", ".jpg", ".jpeg", ".webp", ".svg", ".pdf")
MAX_CSV_BYTES = 50_000_000
PARALLEL_FROM = 400
"""Number of files from which a second process pays for its start."""

_R = TypeVar("_R", bound=Record)


@dataclass(frozen=True)
class Loaded:
    """What one content folder holds. ``dataset`` is None when site.yml, windows.yml or materials.yml is unusable."""

    folder: Path
    dataset: Dataset | None
    problems: tuple[Problem, ...]


@dataclass
class _File:
    """One file of the folder: what it became and what was wrong with it."""

    path: str
    record: Record | None = None
    rows: tuple[ResultEntry, ...] = ()
    problems: list[Problem] = field(default_factory=list)


def load(folder: Path, workers: int = 1) -> Loaded:
    """Read everything below ``folder`` with up to ``workers`` processes; never raises for what is in it."""
    problems: list[Problem] = []
    paths = list(_walk(folder, "", problems))
    known = [path for path in paths if _is_known(path)]
    problems += _unexpected(folder, [path for path in paths if not _is_known(path)])
    sources = map_parallel(partial(partial, _read_source, folder), known, workers, PARALLEL_FROM, chunk=50)
    files = {path: _file(folder, path, source) for path, source in zip(known, sources, strict=True)}
    for file in files.values():
        problems += file.problems
    problems += _missing_parts(folder, files)
    return Loaded(folder, _dataset(files), in_order(problems))


def place_problem(folder: Path, rule: str, place: Place, values: dict[str, str]) -> Problem:
    """A problem of ``rule`` at ``place``; reads the file again to find line and column."""
    path = f"{folder.name}/{place.path}"
    if place.path.endswith(".csv"):
        line, column = (int(key) for key in place.keys)
        return make_problem(rule, path, line, column, values)
    return make_problem(rule, path, *_locate(folder / place.path, place.keys), values)


def _locate(path: Path, keys: Keys, at_key: bool = False) -> tuple[int, int]:
    """Line and column of a value, or of its key; reads the file again, which only a problem costs."""
    try:
        return strict_yaml.locate(path.read_bytes(), keys, at_key)
    except OSError:
        return 1, 1


def _walk(folder: Path, below: str, problems: list[Problem]) -> Iterator[str]:
    """Paths of the regular files below ``folder``/``below``, sorted, POSIX; everything else becomes a problem."""
    shown = f"{folder.name}/{below}"
    try:
        with os.scandir(folder / below) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(make_problem("file/unreadable", shown, 1, 1, {"reason": error.strerror or ""}))
        return
    for entry in entries:
        path = f"{below}{entry.name}"
        mode = entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISLNK(mode):
            problems.append(make_problem("file/symlink", f"{shown}{entry.name}", 1, 1, {}))
        elif stat.S_ISDIR(mode):
            if (below == "" and entry.name in (*FOLDERS, PROSE_FOLDER)) or below.startswith(f"{PROSE_FOLDER}/"):
                yield from _walk(folder, f"{path}/", problems)
            elif not entry.name.startswith("."):
                problems.append(make_problem("file/folder", f"{shown}{entry.name}", 1, 1, {}))
        elif stat.S_ISREG(mode):
            yield path
        else:
            problems.append(make_problem("file/not-regular", f"{shown}{entry.name}", 1, 1, {}))


def _model(path: str) -> type[Record] | None:
    folder, _, name = path.rpartition("/")
    return FOLDERS.get(folder) if folder and name.endswith(".yml") else (SINGLE_FILES | OPTIONAL_FILES).get(path)


def _is_known(path: str) -> bool:
    hidden = path.rpartition("/")[2].startswith(".")
    return not hidden and (_model(path) is not None or _is_rows(path))


def is_prose(path: str) -> bool:
    """Whether a file of the prose folder may be published: Markdown, pictures, forms as PDF; no hidden file."""
    return path.endswith(PROSE_ENDINGS) and not path.rpartition("/")[2].startswith((".", "~"))


def _is_rows(path: str) -> bool:
    return path.startswith("results/") and path.endswith(".csv")


def _unexpected(folder: Path, paths: list[str]) -> Iterator[Problem]:
    for path in paths:
        prose = path.startswith(f"{PROSE_FOLDER}/")
        if (prose and is_prose(path)) or path.rpartition("/")[2].startswith("."):
            continue
        misnamed = path.lower().endswith((".yaml", ".yml")) and not path.endswith(".yml")
        rule = "file/yaml-ending" if misnamed else "file/unexpected"
        yield make_problem(rule, f"{folder.name}/{path}", 1, 1, {})


def _read_source(folder: Path, path: str) -> strict_yaml.Document | bytes:
    """A file as a YAML document, or as bytes if it holds rows; what is wrong with it are faults of the document."""
    limit = MAX_CSV_BYTES if _is_rows(path) else strict_yaml.MAX_BYTES
    try:
        with (folder / path).open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        return _faulty("file/unreadable", reason=error.strerror or "")
    if len(data) > limit:
        return _faulty("file/too-large", limit=f"{limit // 1_000_000} MB")
    return data if _is_rows(path) else strict_yaml.read(data)


def _faulty(rule: str, **values: str) -> strict_yaml.Document:
    return strict_yaml.Document(faults=[strict_yaml.Fault(rule, 1, 1, values)])


def _file(folder: Path, path: str, source: strict_yaml.Document | bytes) -> _File:
    shown = f"{folder.name}/{path}"
    if isinstance(source, bytes):
        return _read_rows(path, shown, source)
    file = _File(path, problems=[make_problem(f.rule, shown, f.line, f.column, f.values) for f in source.faults])
    if source.faults:
        return file
    if not isinstance(source.value, dict):
        rule = "file/empty" if source.value is None else "file/no-fields"
        file.problems.append(make_problem(rule, shown, 1, 1, {}))
        return file
    return _validate(file, folder, shown, source.value)


def _validate(file: _File, folder: Path, shown: str, value: dict[str, strict_yaml.Value]) -> _File:
    path, model = file.path, _model(file.path)
    assert model is not None, path
    try:
        record = model.model_validate(value)
    except ValidationError as error:
        for item in complaints(model, error):
            line, column = _locate(folder / path, item.keys, item.at_key)
            file.problems.append(make_problem(item.rule, shown, line, column, item.values))
        return file
    stem = path.rpartition("/")[2].removesuffix(".yml")
    if "/" in path and getattr(record, "id", stem) != stem:
        line, column = _locate(folder / path, ("id",))
        file.problems.append(make_problem("file/name-is-id", shown, line, column, {"id": getattr(record, "id", "")}))
        return file
    file.record = record
    return file


def _read_rows(path: str, shown: str, data: bytes) -> _File:
    file = _File(path)
    text = strict_yaml.decode(data)
    if isinstance(text, strict_yaml.Fault):
        file.problems.append(make_problem(text.rule, shown, text.line, text.column, text.values))
        return file
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    columns = [f.alias or name for name, f in ResultRow.model_fields.items()]
    entries: list[ResultEntry] = []
    try:
        header = next(reader, [])
        if header != columns:
            file.problems.append(make_problem("results/header", shown, 1, 1, {"columns": ",".join(columns)}))
            return file
        for cells in reader:
            entry = _read_row(reader.line_num, cells, columns, shown, file.problems)
            if entry:
                entries.append(entry)
    except csv.Error:
        file.problems.append(make_problem("results/csv", shown, reader.line_num, 1, {}))
    file.rows = tuple(entries)
    return file


def _read_row(
    line: int, cells: list[str], columns: list[str], shown: str, problems: list[Problem]
) -> ResultEntry | None:
    if len(cells) != len(columns):
        values = {"found": str(len(cells)), "expected": str(len(columns))}
        problems.append(make_problem("results/cells", shown, line, 1, values))
        return None
    formulas = [number for number, cell in enumerate(cells, 1) if may_run(cell)]
    for number in formulas:
        problems.append(make_problem("results/formula", shown, line, number, {"title": columns[number - 1]}))
    if formulas:
        return None
    try:
        row = ResultRow.model_validate({column: cell for column, cell in zip(columns, cells, strict=True) if cell})
    except ValidationError as error:
        for item in complaints(ResultRow, error):
            column = columns.index(str(item.keys[0])) + 1
            problems.append(make_problem(item.rule, shown, line, column, item.values))
        return None
    return ResultEntry(row, line)


def _missing_parts(folder: Path, files: dict[str, _File]) -> Iterator[Problem]:
    for name in SINGLE_FILES:
        if name not in files:
            yield make_problem("file/required", f"{folder.name}/{name}", 1, 1, {})
    for path in files:
        partner = path[:-4] + (".yml" if path.endswith(".csv") else ".csv")
        if path.startswith("results/") and partner not in files:
            yield make_problem("results/partner", f"{folder.name}/{path}", 1, 1, {"partner": printable(partner)})


def _dataset(files: dict[str, _File]) -> Dataset | None:
    site, windows, materials = (files[name].record if name in files else None for name in SINGLE_FILES)
    if not (isinstance(site, Site) and isinstance(windows, Windows) and isinstance(materials, Materials)):
        return None
    results = {
        record_id: Results(period, files.get(f"results/{record_id}.csv", _File("")).rows)
        for record_id, period in _records(files, "results", ResultPeriod).items()
    }
    waivers = files["waivers.yml"].record if "waivers.yml" in files else None
    return Dataset(
        site=site,
        windows=windows.windows,
        functions=windows.functions,
        materials={item.id: item for item in materials.materials},
        services=_records(files, "services", Service),
        regulations=_records(files, "regulations", Regulation),
        notices=_records(files, "notices", Notice),
        results=results,
        waivers=waivers.waivers if isinstance(waivers, Waivers) else (),
        broken=frozenset(path.removesuffix(".yml") for path, file in files.items() if file.record is None),
    )


def _records(files: dict[str, _File], folder: str, model: type[_R]) -> dict[str, _R]:
    read = [file.record for path, file in files.items() if path.startswith(f"{folder}/")]
    by_id = {getattr(record, "id", ""): record for record in read if isinstance(record, model)}
    return dict(sorted(by_id.items()))
