"""Reads the CSV file of a disclosure into a table named by its first line, with every problem and its place."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from pydantic import ValidationError

from generator.content import strict_yaml
from generator.content.explain import field_errors
from generator.content.formulas import is_formula
from generator.content.problems import Problem, make_problem
from generator.facts.disclosures import number_of
from generator.model.disclosure import DisclosedRow, DisclosedTable, DisclosureRow

MOST_COLUMNS = 12
"""So many columns can be read on a sheet, and hardly more on a page."""


def read_table(shown: str, data: bytes, problems: list[Problem]) -> DisclosedTable:
    """The table of a file, whose path in reports is ``shown``; what is wrong with it is added to ``problems``."""
    text = strict_yaml.decode(data)
    if isinstance(text, strict_yaml.YamlFault):
        problems.append(make_problem(text.rule, shown, text.line, text.column, text.values))
        return DisclosedTable()
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = _cells(next(reader, []), 1, shown, problems)
        wrong = [] if columns is None else list(_wrong_columns(columns, shown))
        problems += wrong
        if columns is None or wrong:
            return DisclosedTable()
        rows = tuple(_rows(((reader.line_num, cells) for cells in reader), columns, shown, problems))
    except csv.Error:
        problems.append(make_problem("results/csv", shown, reader.line_num, 1, {}))
        return DisclosedTable()
    return DisclosedTable(columns, rows)


def _wrong_columns(columns: tuple[str, ...], shown: str) -> Iterator[Problem]:
    if not columns or len(columns) > MOST_COLUMNS:
        values = {"found": str(len(columns)), "most": str(MOST_COLUMNS)}
        yield make_problem("table/columns", shown, 1, 1, values)
        return
    times = Counter(columns)
    for number, name in enumerate(columns, 1):
        if not name or times[name] > 1:
            yield make_problem("table/header", shown, 1, number, {})


def _rows(
    numbered: Iterator[tuple[int, list[str]]], columns: tuple[str, ...], shown: str, problems: list[Problem]
) -> Iterator[DisclosedRow]:
    """Every sound row. What a spreadsheet leaves behind the last one, lines of nothing but commas, is none."""
    for line, typed in numbered:
        if not any(cell.strip() for cell in typed):
            continue
        if len(typed) != len(columns):
            values = {"found": str(len(typed)), "expected": str(len(columns))}
            problems.append(make_problem("results/cells", shown, line, 1, values))
        elif (cells := _cells(typed, line, shown, problems)) is not None:
            formulas = [number for number, cell in enumerate(cells, 1) if is_formula(cell) and not _is_plain(cell)]
            for number in formulas:
                problems.append(make_problem("results/formula", shown, line, number, {"title": columns[number - 1]}))
            if not formulas:
                yield DisclosedRow(cells, line)


def _is_plain(cell: str) -> bool:
    """Whether a cell is a number below zero, or the dash of an empty one."""
    return number_of(cell) is not None or cell == "-"


def _cells(typed: list[str], line: int, shown: str, problems: list[Problem]) -> tuple[str, ...] | None:
    """The cells of a line without blanks around them; None where one is no short text in one line."""
    try:
        row = DisclosureRow.model_validate({"cells": [cell.strip() or None for cell in typed]})
    except ValidationError as error:
        for item in field_errors(DisclosureRow, error):
            problems.append(make_problem(item.rule, shown, line, int(item.keys[-1]) + 1, item.values))
        return None
    return tuple(cell or "" for cell in row.cells)
