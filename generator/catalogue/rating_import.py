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
from generator.catalogue.rating_cells import months_of, total_of, whole
from generator.catalogue.rating_columns import RatingColumn, below, grade_of, is_other_grade, kind_of
from generator.catalogue.refusals import ImportRefused
from generator.catalogue.sheet_cells import PART, fault_at, filled_rows, is_foot, text_of
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

_FEWEST_GRADES = 3


@dataclass(frozen=True)
class _Column:
    place: int
    heading: str
    kind: RatingColumn
    grade: str


@dataclass
class _Table:
    """A sheet with ratings: its columns and rows; what was found in it is added while it is read.

    ``above``: the text above the header. ``part``: the counts since the last 小计; ``first``: a row of totals that
    stands above all others, with its counts; ``hall`` the last row that is of the whole hall.
    """

    file: Path
    sheet: RegisterSheet
    columns: tuple[_Column, ...]
    rows: tuple[SheetRow, ...]
    above: str
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    part: Counter[str] = field(default_factory=Counter)
    first: tuple[SheetRow, Counter[str]] | None = None
    hall: SheetRow | None = None
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
        texts = [text_of(cell) for cell in row.cells]
        kinds = Counter(kind_of(text)[0] for text in texts if text)
        if kinds["count"] >= _FEWEST_GRADES or (kinds["grade"] == 1 and kinds.total() > 1):
            lower = [text_of(cell) for cell in sheet.rows[number + 1].cells] if number + 1 < len(sheet.rows) else []
            joined = below(texts, lower)
            columns = tuple(
                _Column(place, " ".join(text.split()), *kind_of(text))
                for place, text in enumerate(joined or texts)
                if text
            )
            shown = [one for one in filled_rows(sheet, sheet.rows[number + (2 if joined else 1) :]) if not one.hidden]
            above = "\n".join(text_of(cell) for one in sheet.rows[:number] for cell in one.cells)
            return _Table(file, sheet, columns, tuple(shown), above)
    return None


def _read(table: _Table, dataset: Dataset, period: str) -> None:
    _refuse_columns(table)
    for row in table.rows if not table.faults else ():
        texts = [text_of(cell) for cell in row.cells]
        if not any(texts) or is_foot(texts) or _is_empty(table, row, dataset):
            continue
        if total := total_of(row.cells):
            _compare(table, row, _counts(table, row), is_part=total == PART)
        elif _is_inside(table, row, period):
            counts, window = _counts(table, row), _window(table, row, dataset)
            if counts and window is not None:
                table.read += 1
                table.hall = table.hall if window else row
                table.part.update(counts)
                table.counts.setdefault(window, Counter()).update(counts)
    _settle(table)


def _refuse_columns(table: _Table) -> None:
    """Each grade has one column, and no column counts what is none of the five."""
    row = SheetRow(table.rows[0].number - 1 if table.rows else 1, ())
    seen: dict[str, _Column] = {}
    for column in table.columns:
        if column.kind == "count" and seen.setdefault(column.grade, column) is not column:
            table.refuse("twice", row, column, name=GRADES[column.grade])
        elif table.of("count") and column.kind == "left" and is_other_grade(column.heading):
            table.refuse("other_grade", row, column)


def _is_empty(table: _Table, row: SheetRow, dataset: Dataset) -> bool:
    """Whether a row counts nothing: no grade, and in a table of counts no window either, or no such window."""
    if any(cell is not None for cell in _cells(table, row, ("count", "grade"))):
        return False
    names = ["".join(text_of(cell).split()) for cell in _cells(table, row, ("window",))]
    return not any(name and (table.of("grade") or dataset.window(name)) for name in names)


def _is_inside(table: _Table, row: SheetRow, period: str) -> bool:
    """Whether a row tells of the month; one of another month is counted as outside."""
    for column in (*table.of("day"), *table.of("month")):
        cell = _cell(row, column)
        day = read_day(cell) if column.kind == "day" else None
        months = {day.isoformat()[:7]} if isinstance(day, date) else months_of(cell, period)
        if len(months) != 1:
            table.refuse("bad_day" if column.kind == "day" else "bad_month", row, column)
        elif months != {period}:
            table.outside += _counts(table, row).total()
            return False
    return True


def _counts(table: _Table, row: SheetRow) -> Counter[str]:
    """How many ratings of each grade a row holds."""
    if not table.of("count"):
        return _single(table, row)
    counts: Counter[str] = Counter()
    for column in table.of("count"):
        number = whole(_cell(row, column))
        if number is None or fault_at(table.sheet, row.number, column.place, _cell(row, column)):
            table.refuse("bad_count", row, column)
        else:
            counts[column.grade] += number
    for column in table.of("total"):
        stated = whole(_cell(row, column))
        if _cell(row, column) is not None and stated != counts.total():
            table.refuse("bad_sum", row, column, sum=counts.total(), stated=stated if stated is not None else "?")
    return counts


def _single(table: _Table, row: SheetRow) -> Counter[str]:
    (column,) = table.of("grade")
    grade = grade_of(text_of(_cell(row, column)))
    if grade is None:
        table.refuse("bad_grade", row, column)
    return Counter([grade] if grade else [])


def _window(table: _Table, row: SheetRow, dataset: Dataset) -> str | None:
    """The id of the window that a row names; "" for the hall, None where there is no such window.

    In a table of counts in which others name theirs, a row without one may go on with the window above it.
    """
    names = table.of("window")
    if table.of("count") and any(_cell(one, column) is not None for one in table.rows for column in names):
        for column in names if all(_cell(row, column) is None for column in names) else ():
            table.refuse("no_window", row, column)
            return None
    for column in table.of("window"):
        name = "".join(text_of(_cell(row, column)).split())
        if not name or name == dataset.site.hall.name:
            continue
        window = dataset.window(name) or dataset.window(name.removesuffix("窗口"))
        if window is None:
            table.refuse("bad_window", row, column)
        return window.id if window else None
    return ""


def _compare(table: _Table, row: SheetRow, stated: Counter[str], *, is_part: bool) -> None:
    """A row of totals has to be the sum of the rows above it, 小计 that of those since the last one.

    What stands above all others is kept until they have been read.
    """
    if not table.counts and table.first is None:
        table.first = row, stated
        return
    _refuse_sum(table, row, stated, table.part if is_part else sum(table.counts.values(), Counter[str]()))
    table.part = Counter()


def _settle(table: _Table) -> None:
    """A row of totals above all others is their sum; where there are no others it is what the hall has.

    A row of the hall with exactly the counts of all windows is a total by another name, and would count all twice.
    """
    if table.first and not table.counts:
        table.read, table.counts = 1, {"": table.first[1]}
    elif table.first:
        _refuse_sum(table, *table.first, sum(table.counts.values(), Counter[str]()))
    windows = sum((counts for window, counts in table.counts.items() if window), Counter[str]())
    if table.hall and table.of("count") and windows.total() and table.counts[""] == windows:
        table.refuse("hall_is_total", table.hall, None)


def _refuse_sum(table: _Table, row: SheetRow, stated: Counter[str], found: Counter[str]) -> None:
    for column in () if table.faults else table.of("count"):
        if stated[column.grade] != found[column.grade]:
            table.refuse("bad_sum", row, column, sum=found[column.grade], stated=stated[column.grade])


def _cells(table: _Table, row: SheetRow, kinds: Sequence[RatingColumn]) -> Iterator[CellValue]:
    return (_cell(row, column) for kind in kinds for column in table.of(kind))


def _cell(row: SheetRow, column: _Column) -> CellValue:
    return row.cells[column.place] if column.place < len(row.cells) else None


def _report(table: _Table, dataset: Dataset, period: str, same: bool) -> Iterator[str]:
    """What was read, what was left out and why, and the counts of each window."""
    total = sum((counts.total() for counts in table.counts.values()), 0)
    told = {"file": excerpt(table.file.name), "sheet": excerpt(table.sheet.name)}
    yield IMPORT["read"].format(**told, rows=table.read, count=total)
    for words, kind in (("people", "people"), ("comments", "comment"), ("left", "left")):
        if columns := [excerpt(one.heading) for one in table.columns if one.kind == kind]:
            yield IMPORT[words].format(columns="、".join(columns))
    months = {month for text in table.above.split("\n") for month in months_of(text, period)}
    if months and period not in months:
        yield IMPORT["other_month"].format(months="、".join(sorted(months)), period=period)
    if table.outside:
        yield IMPORT["outside"].format(period=period, count=table.outside)
    for window, counts in table.counts.items():
        found = dataset.window(window)
        name = found.name if found else dataset.site.hall.name
        shown = IMPORT["window_counts"].format(**{grade: counts[grade] for grade in GRADES})
        yield f"  {IMPORT['window'].format(name=name, counts=shown)}"
    yield CATALOGUE["nothing"] if same else IMPORT["public"].format(least=dataset.site.results.small_count)
