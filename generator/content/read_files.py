"""The files of a content folder that were read, and the records of all of them together."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from generator.content import query_codes
from generator.content.file_kinds import OPTIONAL_FILES, SINGLE_FILES
from generator.content.known_changes import merged
from generator.content.problems import Problem, make_problem, printable
from generator.model import (
    AssessmentProfile,
    Bundle,
    Dataset,
    Disclosed,
    DisclosedTable,
    DisclosureCatalogue,
    DisclosureRecord,
    Holidays,
    InspectionProfile,
    KnownChanges,
    Materials,
    Notice,
    QueryCode,
    RatingMonth,
    Record,
    RecordKey,
    Regulation,
    ResultEntry,
    ResultPeriod,
    Results,
    SeenFiles,
    Service,
    Site,
    SynonymList,
    Translations,
    Waivers,
    Windows,
)

TABLED = ("results/", "disclosures/")
"""Folders of records with a table in a file of its own beside each."""

_R = TypeVar("_R", bound=Record)


@dataclass
class ReadFile:
    """One file of the folder: its record, rows, table or codes, and its problems."""

    path: str
    record: Record | None = None
    rows: tuple[ResultEntry, ...] = ()
    table: DisclosedTable = field(default_factory=DisclosedTable)
    codes: tuple[QueryCode, ...] = ()
    problems: list[Problem] = field(default_factory=list)


def missing_parts(folder: Path, files: dict[str, ReadFile]) -> Iterator[Problem]:
    """The files that a hall has to have, and those whose table, or whose description, is missing."""
    for name in SINGLE_FILES:
        if name not in files:
            yield make_problem("file/required", f"{folder.name}/{name}", 1, 1, {})
    for path in files:
        partner = path[:-4] + (".yml" if path.endswith(".csv") else ".csv")
        if path.startswith(TABLED) and partner not in files:
            yield make_problem("results/partner", f"{folder.name}/{path}", 1, 1, {"partner": printable(partner)})


def dataset_of(files: dict[str, ReadFile], shipped: KnownChanges) -> Dataset | None:
    """The records of all files with the ``shipped`` changes; None where one that a hall has to have is unusable."""
    site, windows, materials = (files[name].record if name in files else None for name in SINGLE_FILES)
    if not (isinstance(site, Site) and isinstance(windows, Windows) and isinstance(materials, Materials)):
        return None
    results = {
        record_id: Results(period, files.get(f"results/{record_id}.csv", ReadFile("")).rows)
        for record_id, period in _records(files, "results", ResultPeriod).items()
    }
    disclosures = {
        record_id: Disclosed(record, files.get(f"disclosures/{record_id}.csv", ReadFile("")).table)
        for record_id, record in _records(files, "disclosures", DisclosureRecord).items()
    }
    optional = (files[name].record if name in files else None for name in OPTIONAL_FILES)
    waivers, seen, holidays, translations, synonyms, own, county, inspection, assessment, _ = optional
    return Dataset(
        site=site,
        windows=windows.windows,
        functions=windows.functions,
        materials={item.id: item for item in materials.materials},
        services=_records(files, "services", Service),
        regulations=_records(files, "regulations", Regulation),
        notices=_records(files, "notices", Notice),
        results=results,
        disclosures=disclosures,
        bundles=_records(files, "bundles", Bundle),
        catalogues=_records(files, "catalogues", DisclosureCatalogue),
        ratings=_records(files, "ratings", RatingMonth),
        waivers=waivers.waivers if isinstance(waivers, Waivers) else (),
        seen=seen.seen if isinstance(seen, SeenFiles) else (),
        holidays=holidays.years if isinstance(holidays, Holidays) else (),
        translations=translations if isinstance(translations, Translations) else None,
        synonyms=synonyms.synonyms if isinstance(synonyms, SynonymList) else (),
        changes=merged(shipped, county, own),
        left_out=own.left_out if isinstance(own, KnownChanges) else (),
        inspection=inspection if isinstance(inspection, InspectionProfile) else None,
        assessment=assessment if isinstance(assessment, AssessmentProfile) else None,
        query_codes=files[query_codes.FILE].codes if query_codes.FILE in files else (),
        broken=frozenset(
            key for path, file in files.items() if file.record is None and (key := RecordKey.of_file(path))
        ),
    )


def _records(files: dict[str, ReadFile], folder: str, model: type[_R]) -> dict[str, _R]:
    read = [file.record for path, file in files.items() if path.startswith(f"{folder}/")]
    by_id = {getattr(record, "id", ""): record for record in read if isinstance(record, model)}
    return dict(sorted(by_id.items()))
