"""``gongshi import ratings``: the counts of a month from what the official rating system (好差评) exports.

A table of counts by window, or a list with one rating in a row, of which only window and grade are read. Nobody is
named: columns about officers and residents, and comments, are left out and told; rows of one window are added up.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.catalogue.file_plan import FilePlan, shown_sheets
from generator.catalogue.rating_columns import RatingColumn, grade_of, kind_of
from generator.catalogue.refusals import ImportRefused
from generator.catalogue.sheet_cells import filled_rows, text_of
from generator.content.load import load
from generator.content.problems import excerpt
from generator.content.record_files import as_yaml
from generator.content.yaml_writing import Plain
from generator.model import Dataset, RatingMonth
from generator.model.rating import GRADES, MONTH_PATTERN
from generator.register.faults import NothingImported, place_words
from generator.register.table import CellValue, RegisterPlace, RegisterSheet, SheetRow
from generator.register.values import read_day
from generator.texts.catalogue import CATALOGUE
from generator.texts.ratings import IMPORT

_TOTALS = ("合计", "总计", "小计", "共计")
_FEWEST_GRADES = 3


@dataclass(frozen=True)
class _Column:
    place: int
    heading: str
    kind: RatingColumn
    grade: str


@dataclass
class _Table:
    """A sheet with ratings: its columns and rows; what was found in it is added while it is read."""

    file: Path
    sheet: RegisterSheet
    columns: tuple[_Column, ...]
    rows: tuple[SheetRow, ...]
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    read: int = 0
    outside: int = 0
    faults: list[str] = field(default_factory=list)

    def of(self, kind: RatingColumn) -> tuple[_Column, ...]:
        return tuple(column for column in self.columns if column.kind == kind)

    def refuse(self, rule: str, row: SheetRow, column: _Column | None, **values: object) -> None:
        place = RegisterPlace(self.sheet.name, row.number, column.place if column else None)
        self.faults.append(IMPORT[rule].format(place=place_words(self.file.name, place), **values))


def planned(file: Path, period: str, content: Path) -> FilePlan:
    """What importing ``file`` would change. Raises ImportRefused, NothingImported."""
    if not re.fullmatch(MONTH_PATTERN, period):
        raise ImportRefused([IMPORT["period"]])
    loaded = load(content)
    if loaded.dataset is None:
        raise NothingImported(tuple(one for one in loaded.problems if one.severity == "error"))
    table = _chosen(file)
    _read(table, loaded.dataset, period)
    if table.faults:
        raise ImportRefused(table.faults)
    rows: list[Mapping[str, Plain]] = [
        {**({"window": window} if window else {}), **{grade: counts[grade] for grade in GRADES}}
        for window, counts in table.counts.items()
    ]
    path = content / f"ratings/{period}.yml"
    data = as_yaml({"id": period, "rows": rows}, RatingMonth).encode()
    old = path.read_bytes() if path.is_file() else None
    return FilePlan(path, old, data, tuple(_report(table, loaded.dataset, period, data == old)))


def _chosen(file: Path) -> _Table:
    found = [table for sheet in shown_sheets(file) if (table := _table(file, sheet))]
    if not found:
        raise ImportRefused([IMPORT["no_table"]])
    if len(found) > 1:
        raise ImportRefused([IMPORT["many"].format(names="、".join(excerpt(one.sheet.name) for one in found))])
    return found[0]


def _table(file: Path, sheet: RegisterSheet) -> _Table | None:
    """The table of a sheet below the first row that names grades; None where none does."""
    for number, row in enumerate(sheet.rows):
        headings = [(place, text) for place, cell in enumerate(row.cells) if (text := text_of(cell))]
        columns = tuple(_Column(place, " ".join(text.split()), *kind_of(text)) for place, text in headings)
        kinds = Counter(column.kind for column in columns)
        if kinds["count"] >= _FEWEST_GRADES or (kinds["grade"] == 1 and len(columns) > 1):
            shown = [one for one in filled_rows(sheet, sheet.rows[number + 1 :]) if not one.hidden]
            return _Table(file, sheet, columns, tuple(shown))
    return None


def _read(table: _Table, dataset: Dataset, period: str) -> None:
    for row in table.rows:
        first = "".join(next((text for cell in row.cells if (text := text_of(cell))), "").split())
        if not first or all(cell is None for cell in _cells(table, row, ("window", "count", "grade"))):
            continue
        counts = _counts(table, row, period)
        if first.startswith(_TOTALS):
            _compare(table, row, counts)
        elif counts and (window := _window(table, row, dataset)) is not None:
            table.read += 1
            table.counts.setdefault(window, Counter()).update(counts)


def _counts(table: _Table, row: SheetRow, period: str) -> Counter[str]:
    """How many ratings of each grade a row holds; none for a rating of another month."""
    if not table.of("count"):
        return _single(table, row, period)
    counts: Counter[str] = Counter()
    for column in table.of("count"):
        number = _whole(_cell(row, column))
        if number is None:
            table.refuse("bad_count", row, column)
        else:
            counts[column.grade] += number
    for column in table.of("total"):
        stated = _whole(_cell(row, column))
        if _cell(row, column) is not None and stated != counts.total():
            table.refuse("bad_sum", row, column, sum=counts.total(), stated=stated if stated is not None else "?")
    return counts


def _single(table: _Table, row: SheetRow, period: str) -> Counter[str]:
    for column in table.of("day"):
        day = read_day(_cell(row, column))
        if not isinstance(day, date):
            table.refuse("bad_day", row, column)
        elif not day.isoformat().startswith(period):
            table.outside += 1
            return Counter()
    (column,) = table.of("grade")
    grade = grade_of(text_of(_cell(row, column)))
    if grade is None:
        table.refuse("bad_grade", row, column)
    return Counter([grade] if grade else [])


def _window(table: _Table, row: SheetRow, dataset: Dataset) -> str | None:
    """The id of the window that a row names; "" for the hall, None where there is no such window."""
    for column in table.of("window"):
        name = "".join(text_of(_cell(row, column)).split())
        if not name or name == dataset.site.hall.name:
            continue
        window = dataset.window(name) or dataset.window(name.removesuffix("窗口"))
        if window is None:
            table.refuse("bad_window", row, column)
        return window.id if window else None
    return ""


def _compare(table: _Table, row: SheetRow, stated: Counter[str]) -> None:
    """A row of totals has to be the sum of the rows above it."""
    found = sum(table.counts.values(), Counter[str]())
    for column in table.of("count"):
        if stated[column.grade] != found[column.grade]:
            table.refuse("bad_sum", row, column, sum=found[column.grade], stated=stated[column.grade])


def _cells(table: _Table, row: SheetRow, kinds: Sequence[RatingColumn]) -> Iterator[CellValue]:
    return (_cell(row, column) for kind in kinds for column in table.of(kind))


def _cell(row: SheetRow, column: _Column) -> CellValue:
    return row.cells[column.place] if column.place < len(row.cells) else None


def _whole(cell: CellValue) -> int | None:
    """A whole number; 0 for an empty cell, None for anything else."""
    text = text_of(cell).replace(",", "").strip("-—/")
    return int(text or 0) if re.fullmatch("[0-9]{0,6}", text) else None


def _report(table: _Table, dataset: Dataset, period: str, same: bool) -> Iterator[str]:
    """What was read, what was left out and why, and the counts of each window."""
    total = sum((counts.total() for counts in table.counts.values()), 0)
    told = {"file": excerpt(table.file.name), "sheet": excerpt(table.sheet.name)}
    yield IMPORT["read"].format(**told, rows=table.read, count=total)
    for words, kind in (("people", "people"), ("comments", "comment"), ("left", "left")):
        if columns := [excerpt(one.heading) for one in table.columns if one.kind == kind]:
            yield IMPORT[words].format(columns="、".join(columns))
    if table.outside:
        yield IMPORT["outside"].format(period=period, count=table.outside)
    for window, counts in table.counts.items():
        found = dataset.window(window)
        name = found.name if found else dataset.site.hall.name
        shown = IMPORT["window_counts"].format(**{grade: counts[grade] for grade in GRADES})
        yield f"  {IMPORT['window'].format(name=name, counts=shown)}"
    yield CATALOGUE["nothing"] if same else IMPORT["public"].format(least=dataset.site.results.small_count)
