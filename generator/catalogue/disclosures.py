"""``gongshi import disclosure``: the table of a disclosure (公开事项) from a sheet of Excel, WPS or CSV.

What would change is shown before it is written. The rules that hold for a table in the content hold for the sheet:
private values, sums that are wrong, and placeholders stop it, each with its place in the sheet.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import unified_diff
from pathlib import Path

from generator.catalogue.disclosure_sheet import SheetTable, table_in
from generator.catalogue.file_plan import FilePlan, shown_sheets
from generator.catalogue.refusals import ImportRefused
from generator.content.disclosure_tables import read_table
from generator.content.load import load
from generator.content.problems import Problem, excerpt, make_problem
from generator.model import Dataset, Disclosed, DisclosedTable, DisclosureRecord, RecordKey
from generator.register.faults import Fault, NothingImported, line, place_words
from generator.register.table import RegisterPlace, RegisterSheet
from generator.rules.disclosures import RULES
from generator.rules.privacy import numbers_are_public
from generator.texts.catalogue import CATALOGUE
from generator.texts.checks import MESSAGES
from generator.texts.disclosures import IMPORT
from generator.texts.register import REGISTER_MESSAGES

_MOST_LINES = 20
"""So many changed lines are shown; the others are counted."""


@dataclass(frozen=True)
class _Source:
    """The sheet that a table comes from, and the table."""

    file: Path
    sheet: RegisterSheet
    table: SheetTable

    def told(self, rule: str, at: tuple[int, int], values: dict[str, str]) -> str:
        """What ``rule`` says of a cell of the table, whose lines and cells count from 1, at its place in the sheet."""
        numbers, places = (self.table.header, *(number for number, _ in self.table.rows)), self.table.places
        place = RegisterPlace(self.sheet.name, numbers[at[0] - 1], places[min(at[1], len(places)) - 1])
        return f"{place_words(self.file.name, place)} [{rule}] {make_problem(rule, '', 1, 1, values).message}"


def planned(file: Path, record_id: str | None, sheet: str | None, content: Path, today: date) -> FilePlan:
    """What importing a sheet of ``file`` would change. Raises ImportRefused, NothingImported."""
    record_id = record_id or file.stem
    record, dataset = _described(content, record_id)
    source = _Source(file, *_chosen(shown_sheets(file), sheet))
    if source.table.faults:
        raise ImportRefused(_told(file, one) for one in source.table.faults)
    data = _as_csv(source.table)
    problems: list[Problem] = []
    read = read_table("", data, problems)
    if problems:
        raise ImportRefused(_at_the_sheet(source, problems))
    remarks = _remarks(source, record, read, dataset, today)
    path = content / f"disclosures/{record_id}.csv"
    old = path.read_bytes() if path.is_file() else None
    return FilePlan(path, old, data, (*_report(source, path.name, old, data), *remarks))


def _described(content: Path, record_id: str) -> tuple[DisclosureRecord, Dataset]:
    """The record whose table it is, and the hall."""
    key, loaded = RecordKey("disclosures", record_id), load(content)
    if loaded.dataset and record_id in loaded.dataset.disclosures:
        return loaded.dataset.disclosures[record_id].record, loaded.dataset
    shown = f"{content.name}/{key.file}"
    if not (content / key.file).is_file():
        raise ImportRefused([IMPORT["no_record"].format(path=excerpt(shown, 80), id=excerpt(record_id))])
    errors = [one for one in loaded.problems if one.severity == "error"]
    raise NothingImported(tuple(one for one in errors if one.path == shown or loaded.dataset is None))


def _chosen(sheets: Sequence[RegisterSheet], wanted: str | None) -> tuple[RegisterSheet, SheetTable]:
    """The only sheet with a table, or the one that was asked for."""
    found = [(sheet, table) for sheet in sheets if wanted in (None, sheet.name) and (table := table_in(sheet))]
    if not found:
        raise ImportRefused([IMPORT["no_table"]])
    if len(found) > 1:
        raise ImportRefused([IMPORT["many"].format(names="、".join(excerpt(sheet.name) for sheet, _ in found))])
    return found[0]


def _as_csv(table: SheetTable) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows((table.columns, *(cells for _, cells in table.rows)))
    return stream.getvalue().encode()


def _told(file: Path, one: Fault) -> str:
    if one.rule in REGISTER_MESSAGES:
        return line(file.name, one)
    return f"{place_words(file.name, one.place)} [{one.rule}] {make_problem(one.rule, '', 1, 1, {}).message}"


def _at_the_sheet(source: _Source, problems: Sequence[Problem]) -> Iterator[str]:
    """What the reader of the content does not take, with its place in the sheet."""
    for one in problems:
        place = source.told("table/header", (one.line, one.column), {}).partition(" [")[0]
        yield f"{place} [{one.rule}] {one.message}"


def _remarks(
    source: _Source, record: DisclosureRecord, table: DisclosedTable, dataset: Dataset, today: date
) -> Sequence[str]:
    """What the rules find in the table, unless it stops the import: what is private always does, names as well."""
    settled = frozenset(RecordKey("services", one) for one in dataset.services)
    hall = replace(dataset, results={}, disclosures={record.id: Disclosed(record, table)}, settled=settled)
    found = [
        (source.told(one.rule, (int(one.place.keys[0]), int(one.place.keys[1])), one.values), one)
        for rule in (numbers_are_public, *RULES)
        for one in rule(hall, today)
        if one.place.path == f"disclosures/{record.id}.csv"
    ]
    stops = [words for words, one in found if one.rule.startswith("privacy/") or MESSAGES[one.rule].severity == "error"]
    if stops:
        raise ImportRefused(stops)
    return [words for words, _ in found]


def _report(source: _Source, name: str, old: bytes | None, data: bytes) -> Iterator[str]:
    """What was read, what was left out, and every line that comes or goes."""
    table = source.table
    told = {"file": excerpt(source.file.name), "sheet": excerpt(source.sheet.name), "rows": len(table.rows)}
    yield IMPORT["read"].format(**told, columns="、".join(table.columns))
    for words, numbers in (("beside", table.beside), ("hidden", table.hidden)):
        if numbers:
            yield IMPORT[words].format(numbers="、".join(map(str, numbers)))
    if data == old:
        yield CATALOGUE["nothing"]
        return
    before = (old or b"").decode("utf-8-sig", "replace").splitlines()
    changed = [*unified_diff(before, data.decode().splitlines(), n=0, lineterm="")][2:]
    lines = [one for one in changed if not one.startswith("@@")]
    new, gone = (sum(one.startswith(sign) for one in lines) for sign in "+-")
    yield IMPORT["changes"].format(name=name, new=new, gone=gone)
    yield from (f"  {one[0]} {one[1:] if one[0] == '+' else excerpt(one[1:])}" for one in lines[:_MOST_LINES])
    if len(lines) > _MOST_LINES:
        yield IMPORT["more"].format(count=len(lines) - _MOST_LINES)
