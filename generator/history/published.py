"""Reads what a site that was built says, from its open data: a folder of the site or of that data, or a ZIP of either.

The files may be of another version of the program, or damaged: nothing is taken for granted but that each is a list of
records with an id. A file that there is not is None, and what it would hold is not compared.
"""

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

from generator.content.problems import printable
from generator.model import ResultRow
from generator.system.failures import Failure
from generator.texts.history import FAILURES
from generator.texts.open_data import DATA, SERVICE_COLUMNS

MOST_BYTES = 100_000_000
"""So large a file of open data may be."""

FOLDER, FIRST = "open-data/", "services.json"
KINDS = ("hall", "windows", "services", "bundles", "regulations", "notices", "disclosures", "materials", "sheets")
"""Files of records, by their names, in the order in which they are compared."""

_SERVICES_TABLE, _RESULTS = "services.csv", "results-"
_PACKAGE = "datapackage.json"
_RECEIPT = str(ResultRow.model_fields["receipt"].alias)

Values = dict[str, Any]
"""A record as it stands in a file."""


@dataclass(frozen=True)
class Published:
    """What a build says. ``records``: kind -> id -> record; kinds that were not published are missing.

    ``service_rows`` maps a service to the cells of its line in the table, by their columns. ``results`` maps a period
    to its cases (receipt number -> line), ``result_titles`` to what it is called.
    """

    records: Mapping[str, Mapping[str, Values]]
    service_rows: Mapping[str, Mapping[str, str]]
    results: Mapping[str, Mapping[str, tuple[str, ...]]]
    result_titles: Mapping[str, str]


class NotPublished(Failure):
    """What was given is no site that was built, or its open data cannot be read."""


def read_published(path: Path) -> Published:
    """What is published in ``path``. Raises NotPublished."""
    name = printable(path.name or str(path))
    try:
        if path.is_dir():
            return _read(_Folder(path, name))
        with zipfile.ZipFile(path) as archive:
            return _read(_Archive(archive, name))
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError):
        raise NotPublished(FAILURES["no_build"].format(name=name)) from None


class _Source(Protocol):
    """What holds open data: what it is called, the names of its files, and each as a stream."""

    name: str
    files: tuple[str, ...]

    def open(self, file: str) -> IO[bytes]: ...


class _Folder:
    """A folder of a site, or of its open data."""

    def __init__(self, path: Path, name: str) -> None:
        self._folder = path if (path / FIRST).is_file() else path / FOLDER
        self.name = name
        self.files = tuple(sorted(file.name for file in self._folder.iterdir() if file.is_file()))

    def open(self, file: str) -> IO[bytes]:
        return (self._folder / file).open("rb")


class _Archive:
    """A ZIP with a site in it, at any depth, or with its open data."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        every = archive.namelist()
        found = [one for one in every if f"/{one}".endswith(f"/{FIRST}")]
        self._base = min(found, key=lambda one: (len(one), one)).removesuffix(FIRST) if found else ""
        self._archive, self.name = archive, name
        below = (one.removeprefix(self._base) for one in every if one.startswith(self._base))
        self.files = tuple(sorted({one for one in below if "/" not in one}))

    def open(self, file: str) -> IO[bytes]:
        return self._archive.open(self._base + file)


def _read(source: _Source) -> Published:
    if FIRST not in source.files:
        raise NotPublished(FAILURES["no_build"].format(name=source.name))
    records = {kind: _records(source, kind) for kind in KINDS if f"{kind}.json" in source.files}
    services = {row.get(SERVICE_COLUMNS[0], ""): row for row in _rows(source, _SERVICES_TABLE)}
    tables = [file for file in source.files if file.startswith(_RESULTS) and file.endswith(".csv")]
    cases = {
        _period(file): {row.get(_RECEIPT, ""): tuple(row.values()) for row in _rows(source, file)} for file in tables
    }
    return Published(records, services, cases, _titles(source))


def _period(file: str) -> str:
    return file.removeprefix(_RESULTS).removesuffix(".csv")


def _bytes(source: _Source, file: str) -> bytes:
    with source.open(file) as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise NotPublished(FAILURES["too_large"].format(name=source.name, file=printable(file)))
    return data


def _broken(source: _Source, file: str) -> NotPublished:
    return NotPublished(FAILURES["broken"].format(name=source.name, file=printable(file)))


def _records(source: _Source, kind: str) -> dict[str, Values]:
    """Mapping id -> record; the hall, which has none, by its kind."""
    file = f"{kind}.json"
    found = _json(_bytes(source, file))
    if not isinstance(found, list):
        raise _broken(source, file)
    records: dict[str, Values] = {}
    for record in found:
        record_id = record.get("id", kind if kind == "hall" else None) if isinstance(record, dict) else None
        if not isinstance(record_id, str):
            raise _broken(source, file)
        records[record_id] = record
    return records


def _json(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _rows(source: _Source, file: str) -> list[dict[str, str]]:
    if file not in source.files:
        return []
    try:
        found = list(csv.reader(io.StringIO(_bytes(source, file).decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        raise _broken(source, file) from None
    return [dict(zip(found[0], row, strict=False)) for row in found[1:]] if found else []


def _titles(source: _Source) -> dict[str, str]:
    """Mapping period -> title of its table, from the description of the open data; empty where there is none."""
    package = _json(_bytes(source, _PACKAGE)) if _PACKAGE in source.files else None
    resources = package.get("resources") if isinstance(package, dict) else None
    titles = {}
    for one in resources if isinstance(resources, list) else []:
        path, title = (one.get("path"), one.get("title")) if isinstance(one, dict) else (None, None)
        if isinstance(path, str) and isinstance(title, str) and path.startswith(_RESULTS):
            titles[_period(path)] = title.removesuffix(DATA["table"].format(title=""))
    return titles
