"""Datasets for tests: the sound content of ``content_builder`` with single fields changed, and findings as sentences.

``content`` takes what a clerk would change, path -> fields, and gives the Dataset; nothing is written to disk.
A value of None deletes a field, None instead of the fields deletes the file, and a new path adds a file that holds
just the given fields. A CSV file is given as its data rows, one string each, that of a disclosure with its header; a
picture as its width and its height.
"""

import csv
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from content_builder import HEADER, TODAY, minimal_content

from generator.content import strict_yaml
from generator.content.disclosure_tables import read_table
from generator.content.problems import Problem, make_problem
from generator.model import (
    Bundle,
    Dataset,
    Disclosed,
    DisclosureCatalogue,
    DisclosureRecord,
    Holidays,
    KnownChanges,
    Materials,
    Notice,
    PictureFile,
    QueryCode,
    RatingMonth,
    RecordKey,
    Regulation,
    ResultEntry,
    ResultPeriod,
    ResultRow,
    Results,
    Service,
    Site,
    SynonymList,
    Translations,
    Waivers,
    Windows,
)
from generator.rules import Finding, Rule

Changes = Mapping[str, Mapping[str, object] | Sequence[str] | None]
Severity = Literal["error", "gap", "reminder"]

SERVICE = "services/linshi-jiuzhu.yml"
OTHER = "services/teshu-jiuzhu.yml"
REGULATION = "regulations/zeren-zhuijiu.yml"
NOTICE = "notices/dibao-2026-11.yml"
PERIOD = "results/2026-Q3.yml"
ROWS = "results/2026-Q3.csv"
DISCLOSURE = "disclosures/caiwu-2026-q3.yml"
DISCLOSED = "disclosures/caiwu-2026-q3.csv"


@dataclass(frozen=True)
class Case:
    """One change of the sound content and the sentences that one rule then says; none where the change is fine."""

    changes: Changes = field(default_factory=dict)
    expected: tuple[str, ...] = ()
    today: date = TODAY


Cases = Mapping[Rule, Mapping[str, Case]]
"""Rule -> name of the case -> case."""


def content(changes: Changes | None = None, broken: Iterable[str] = ()) -> Dataset:
    """The sound content after ``changes``; ``broken`` names records whose file could not be read: "services/x"."""
    files: dict[str, Any] = dict(_sound())
    for path, change in (changes or {}).items():
        if change is None:
            del files[path]
        elif isinstance(change, Mapping):
            merged = {**files.get(path, {}), **change}
            files[path] = {key: value for key, value in merged.items() if value is not None}
        else:
            files[path] = tuple(change)
    windows = Windows.model_validate(files["windows.yml"])
    own = KnownChanges.model_validate(files.get("known-changes.yml", {}))
    return Dataset(
        site=Site.model_validate(files["site.yml"]),
        windows=windows.windows,
        functions=windows.functions,
        materials={item.id: item for item in Materials.model_validate(files["materials.yml"]).materials},
        services={item.id: item for item in _records(files, "services", Service)},
        regulations={item.id: item for item in _records(files, "regulations", Regulation)},
        notices={item.id: item for item in _records(files, "notices", Notice)},
        query_codes=tuple(
            QueryCode(*row.split(","), line) for line, row in enumerate(files.get("query-codes.csv", ()), 2)
        ),
        results={item.id: _results(item, files) for item in _records(files, "results", ResultPeriod)},
        disclosures={item.id: _disclosed(item, files) for item in _records(files, "disclosures", DisclosureRecord)},
        bundles={item.id: item for item in _records(files, "bundles", Bundle)},
        catalogues={item.id: item for item in _records(files, "catalogues", DisclosureCatalogue)},
        ratings={item.id: item for item in _records(files, "ratings", RatingMonth)},
        synonyms=SynonymList.model_validate(files.get("synonyms.yml", {})).synonyms,
        changes=own.changes,
        left_out=own.left_out,
        holidays=Holidays.model_validate(files.get("holidays.yml", {})).years,
        translations=Translations.model_validate(files["translations.yml"]) if "translations.yml" in files else None,
        waivers=Waivers.model_validate(files.get("waivers.yml", {})).waivers,
        pictures={path: PictureFile(b"", *map(int, files[path])) for path in files if path.startswith("pages/")},
        broken=frozenset(filter(None, (RecordKey.of_file(f"{name}.yml") for name in broken))),
    )


def service_file(record_id: str, **fields: object) -> dict[str, dict[str, object]]:
    """A second sound service under another id and name, with ``fields`` changed."""
    file = {**_sound()[SERVICE], "id": record_id, "name": f"事项{record_id}", **fields}
    return {f"services/{record_id}.yml": {key: value for key, value in file.items() if value is not None}}


def limits(statutory: dict[str, object] | None, promised: dict[str, object] | None) -> Changes:
    """The sound content with these limits."""
    stated = {"statutory": statutory, "promised": promised}
    return {SERVICE: {"time_limits": {key: value for key, value in stated.items() if value is not None}}}


def told(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Each finding as ``path:key.key [rule] message``, worded as for clerks, with the remedy where there is one."""
    return tuple(_sentence(finding) for finding in findings)


def sentences(rule: Rule, case: Case) -> tuple[str, ...]:
    """What ``rule`` says about ``case``."""
    return told(rule(content(case.changes), case.today))


def table(cases: Cases) -> list[tuple[Rule, str, Case]]:
    """Every case with its rule and name, for ``pytest.mark.parametrize``."""
    return [(rule, name, case) for rule, named in cases.items() for name, case in named.items()]


def case_id(value: object) -> str | None:
    """A readable name of a parameter."""
    return value if isinstance(value, str) else value.__name__ if isinstance(value, Callable) else ""


def _sentence(finding: Finding) -> str:
    problem = make_problem(finding.rule, finding.place.path, 1, 1, finding.values)
    keys = ".".join(map(str, finding.place.keys))
    hint = f"请写：{problem.hint}" if problem.hint else ""
    return f"{problem.path}:{keys} [{problem.rule}] {problem.message}{hint}"


@functools.cache
def _sound() -> dict[str, Any]:
    files: dict[str, Any] = {}
    for path, text in minimal_content().items():
        if path.endswith(".yml"):
            document = strict_yaml.read(text.encode())
            assert not document.faults, path
            files[path] = document.value
        elif path.endswith(".csv"):
            files[path] = tuple(text.splitlines()[0 if path.startswith("disclosures/") else 1 :])
    return files


def _records(files: dict[str, Any], folder: str, model: Any) -> list[Any]:
    found = [value for path, value in files.items() if path.startswith(f"{folder}/") and path.endswith(".yml")]
    return sorted((model.model_validate(value) for value in found), key=lambda record: record.id)


def _disclosed(record: DisclosureRecord, files: dict[str, Any]) -> Disclosed:
    """The record with its table, whose file is given with its header."""
    problems: list[Problem] = []
    table = read_table(record.id, "\n".join(files.get(f"disclosures/{record.id}.csv", ())).encode(), problems)
    assert not problems, problems
    return Disclosed(record, table)


def _results(period: ResultPeriod, files: dict[str, Any]) -> Results:
    rows = csv.DictReader([HEADER, *files.get(f"results/{period.id}.csv", ())])
    entries = (
        ResultEntry(ResultRow.model_validate({key: cell for key, cell in row.items() if cell}), line)
        for line, row in enumerate(rows, 2)
    )
    return Results(period, tuple(entries))
