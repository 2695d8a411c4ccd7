"""Reads the folder of one layer: its files, its partial records, its rules, and what is wrong with them.

Layers are shared by hundreds of halls. The bytes of records are therefore kept from one hall to the next and read again
when a file has changed; as many folders are kept as a few halls stand on, and the others make room.
"""

import os
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from generator.content.file_kinds import model_of
from generator.content.folder_files import MAX_CSV_BYTES, is_expected, read_bytes, regular_files
from generator.content.one_record import read_one
from generator.content.problems import Problem, make_problem, shown_path
from generator.content.prose import PROSE_FOLDER, is_prose
from generator.content.stray_files import unexpected_files
from generator.layers.layer import OVERRIDES, RULES_FILE, Layer
from generator.model.layer import LayerRules
from generator.publish.files_in_use import reason_of
from generator.publish.staging import read_regular

MOST_FOLDERS = 16

Stamp = tuple[int, ...]
"""By which a file that has changed is known: size, times of change, number in the file system."""

_kept: OrderedDict[Path, dict[str, tuple[Stamp, bytes]]] = OrderedDict()
"""Folder -> the records in it, those that were used last at the end."""


@dataclass(frozen=True)
class SourceFile:
    """A file of a layer; ``path`` is below its folder. ``data`` are the bytes of a record, None for other files."""

    layer: Layer
    path: str
    data: bytes | None = None

    def read(self) -> bytes:
        """The bytes. Raises FileNotFoundError where a file that is no record has gone meanwhile."""
        data = self.data if self.data is not None else read_regular(f"{self.layer.folder}/{self.path}")
        if data is None:
            raise FileNotFoundError(2, "", str(self.layer.folder / self.path))
        return data


@dataclass(frozen=True)
class Contents:
    """What one layer has: files and partial records by the path of the content, rules, and problems of all of them."""

    layer: Layer
    files: Mapping[str, SourceFile]
    overrides: Mapping[str, SourceFile]
    rules: LayerRules
    rules_source: bytes
    problems: tuple[Problem, ...]
    exists: bool = True


def may_be_content(path: str) -> bool:
    """Whether a file at ``path`` below a layer goes into the content: a record, a table, prose."""
    return is_expected(path) or (path.startswith(f"{PROSE_FOLDER}/") and is_prose(path))


def read_layer(layer: Layer) -> Contents:
    """Read the folder of ``layer``. Symbolic links in it are refused; nothing is raised for what is in it."""
    problems: list[Problem] = []
    if not layer.folder.is_dir():
        missing = make_problem("layer/no-folder", layer.place(""), 1, 1, {"layer": layer.name})
        return Contents(layer, {}, {}, LayerRules(), b"", (missing,), exists=False)
    files = dict(_folder(layer, "", problems))
    overrides: dict[str, SourceFile] = {}
    if (layer.folder / OVERRIDES).is_dir() and not (layer.folder / OVERRIDES).is_symlink():
        for path, file in _folder(layer, f"{OVERRIDES}/", problems):
            if file.data is not None:
                overrides[path] = file
            else:
                problems.append(make_problem("layer/override-kind", layer.place(file.path), 1, 1, {"path": path}))
    found = files.pop(RULES_FILE, None)
    source = (found and found.data) or b""
    rules = _rules(source, layer.place(RULES_FILE)) if found else LayerRules()
    if not isinstance(rules, LayerRules):
        problems += (one for one in rules if one.rule != "file/empty")
        rules = LayerRules()
    return Contents(layer, files, overrides, rules, source, tuple(problems))


@lru_cache(maxsize=MOST_FOLDERS)
def _rules(source: bytes, shown: str) -> LayerRules | tuple[Problem, ...]:
    return read_one(source, LayerRules, shown)


def _folder(layer: Layer, below: str, problems: list[Problem]) -> Iterator[tuple[str, SourceFile]]:
    """The files below a folder of ``layer`` that is laid out like content, by their paths there."""
    home, found = layer.folder / below, list[Problem]()
    paths = list(regular_files(home, found, apart=() if below else (OVERRIDES,)))
    taken = [path for path in paths if may_be_content(path) or (path == RULES_FILE and not below)]
    found += unexpected_files(home, sorted({*paths} - {*taken}))
    shown, name = layer.place(below.rstrip("/")).rstrip("/"), len(shown_path(home.name))
    problems += (replace(one, path=f"{shown}{one.path[name:]}") for one in found)
    kept, now = _kept.pop(home, {}), dict[str, tuple[Stamp, bytes]]()
    for path in taken:
        file = _file(layer, f"{below}{path}", path, kept.get(path), now)
        if isinstance(file, SourceFile):
            yield path, file
        else:
            problems.append(file)
    _kept[home] = now
    while len(_kept) > MOST_FOLDERS:
        _kept.popitem(last=False)


def _file(
    layer: Layer, path: str, inner: str, kept: tuple[Stamp, bytes] | None, now: dict[str, tuple[Stamp, bytes]]
) -> SourceFile | Problem:
    """The file at ``path`` of ``layer``, from what was ``kept`` of it if that still holds; ``now`` is to be kept."""
    try:
        status = os.lstat(layer.folder / path)
    except OSError as error:
        return make_problem("file/unreadable", layer.place(path), 1, 1, {"reason": reason_of(error)})
    if model_of(inner) is None and inner != RULES_FILE:
        if status.st_size <= MAX_CSV_BYTES:
            return SourceFile(layer, path)
        limit = {"limit": f"{MAX_CSV_BYTES // 1_000_000} MB"}
        return make_problem("file/too-large", layer.place(path), 1, 1, limit)
    stamp = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    data = kept[1] if kept and kept[0] == stamp else read_bytes(layer.folder, path)
    if not isinstance(data, bytes):
        fault = data.faults[0]
        return make_problem(fault.rule, layer.place(path), 1, 1, fault.values)
    now[inner] = (stamp, data)
    return SourceFile(layer, path, data)
