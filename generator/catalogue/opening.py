"""Read the files that a clerk names into a list of services: sheets, documents, exports in JSON, by what they are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.catalogue.field_mapping import FieldMapping, read_mapping
from generator.catalogue.incoming import Incoming
from generator.catalogue.json_values import JsonError, read_json
from generator.catalogue.listing import Listing, Remark
from generator.catalogue.open_referral import is_open_referral, services_in_hsds
from generator.catalogue.refusals import ImportRefused, of_file, with_remedy
from generator.catalogue.service_json import services_in_json
from generator.catalogue.sheet_rows import services_in
from generator.catalogue.workbook_reading import StatedHall, is_workbook, read_workbook
from generator.content.problems import excerpt
from generator.register.faults import line, of_error
from generator.register.sheets import Reading, read_register
from generator.register.table import RegisterError
from generator.system.on_demand import load
from generator.texts.catalogue import CATALOGUE
from generator.texts.service_sources import SOURCE_MESSAGES

_SHEETS = (".xlsx", ".xls", ".ods", ".csv", ".tsv", ".xlsm", ".xlsb", ".et")
_ONE_SHEET = (".csv", ".tsv")
"""Endings of files whose only sheet is called like the file."""


@dataclass(frozen=True)
class Opened:
    """What the files say: our own workbook, or services; and the lines on what was left out of them."""

    workbook: StatedHall | None
    services: tuple[Incoming, ...] = ()
    remarks: tuple[str, ...] = ()


def opened(paths: Sequence[Path], mapping: Path | None) -> Opened:
    """What the files at ``paths``, and in folders among them, say. ``mapping`` explains exports in JSON.

    Raises ImportRefused, MappingRefused.
    """
    files = [file for path in paths for file in _files(path)]
    explained = _mapping(mapping)
    found = [_opened(file, explained) for file in files]
    if len(found) == 1:
        return found[0]
    if any(one.workbook for one in found):
        raise ImportRefused([CATALOGUE["workbook_alone"]])
    return Opened(None, tuple(_placed(files, found)), tuple(_named(files, found)))


def _files(path: Path) -> Iterable[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(one for one in path.rglob("*") if one.is_file() and not one.name.startswith((".", "~$")))
    if not found:
        raise ImportRefused([CATALOGUE["empty_folder"].format(path=path)])
    return found


def _placed(files: Sequence[Path], found: Sequence[Opened]) -> Iterator[Incoming]:
    """The services of all files, each place with the name of its file."""
    for file, one in zip(files, found, strict=True):
        name = excerpt(file.name)
        for service in one.services:
            places = {key: f"{name} {place}" for key, place in service.places.items()}
            yield replace(service, place=f"{name} {service.place}", places=places)


def _named(files: Sequence[Path], found: Sequence[Opened]) -> Iterator[str]:
    for file, one in zip(files, found, strict=True):
        yield from (f"{excerpt(file.name)}：{remark}" for remark in one.remarks)


def _mapping(path: Path | None) -> FieldMapping | None:
    if path is None:
        return None
    try:
        return read_mapping(path.name, path.read_bytes())
    except OSError:
        raise ImportRefused([CATALOGUE["unreadable"].format(path=path)]) from None


def _opened(path: Path, mapping: FieldMapping | None) -> Opened:
    try:
        if path.suffix.lower() in _SHEETS:
            return _of_sheets(path, read_register(path), mapping)
        if path.suffix.lower() == ".json":
            return _of_listing(_of_json(path, mapping))
        return _of_document(path, mapping)
    except RegisterError as error:
        raise ImportRefused([line(path.name, of_error(error))]) from None
    except JsonError as error:
        raise ImportRefused([of_file(path, *SOURCE_MESSAGES[error.rule])]) from None


def _of_sheets(path: Path, reading: Reading, mapping: FieldMapping | None) -> Opened:
    if is_workbook(reading):
        return Opened(read_workbook(reading))
    names_windows = path.suffix.lower() not in _ONE_SHEET
    return _of_listing(services_in(reading.sheets, mapping, sheets_name_windows=names_windows))


def _of_document(path: Path, mapping: FieldMapping | None) -> Opened:
    listing: Listing | None = load("generator.catalogue.documents").read_guides(path)
    return _of_listing(listing) if listing else _of_sheets(path, read_register(path), mapping)


def _of_json(path: Path, mapping: FieldMapping | None) -> Listing:
    value = read_json(path)
    if mapping:
        return services_in_json(value, mapping)
    if not is_open_referral(value):
        raise JsonError("json/kind")
    return services_in_hsds(value)


def _of_listing(listing: Listing) -> Opened:
    return Opened(None, listing.services, tuple(map(_told, listing.remarks)))


def _told(remark: Remark) -> str:
    return with_remedy(remark.message, remark.remedy)
