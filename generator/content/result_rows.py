"""Reads the CSV file of a period of results into rows, with every problem and its place."""

import csv
import io

from pydantic import ValidationError

from generator.content import strict_yaml
from generator.content.explain import field_errors
from generator.content.formulas import is_formula
from generator.content.problems import Problem, make_problem
from generator.model import ResultEntry, ResultRow


def read_rows(shown: str, data: bytes, problems: list[Problem]) -> tuple[ResultEntry, ...]:
    """The rows of a file, whose path in reports is ``shown``; what is wrong with it is added to ``problems``."""
    text = strict_yaml.decode(data)
    if isinstance(text, strict_yaml.YamlFault):
        problems.append(make_problem(text.rule, shown, text.line, text.column, text.values))
        return ()
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    columns = [f.alias or name for name, f in ResultRow.model_fields.items()]
    entries: list[ResultEntry] = []
    try:
        header = next(reader, [])
        if header != columns:
            problems.append(make_problem("results/header", shown, 1, 1, {"columns": ",".join(columns)}))
            return ()
        for cells in reader:
            entry = _read_row(reader.line_num, cells, columns, shown, problems)
            if entry:
                entries.append(entry)
    except csv.Error:
        problems.append(make_problem("results/csv", shown, reader.line_num, 1, {}))
    return tuple(entries)


def _read_row(
    line: int, cells: list[str], columns: list[str], shown: str, problems: list[Problem]
) -> ResultEntry | None:
    if len(cells) != len(columns):
        values = {"found": str(len(cells)), "expected": str(len(columns))}
        problems.append(make_problem("results/cells", shown, line, 1, values))
        return None
    formulas = [number for number, cell in enumerate(cells, 1) if is_formula(cell)]
    for number in formulas:
        problems.append(make_problem("results/formula", shown, line, number, {"title": columns[number - 1]}))
    if formulas:
        return None
    try:
        row = ResultRow.model_validate({column: cell for column, cell in zip(columns, cells, strict=True) if cell})
    except ValidationError as error:
        for item in field_errors(ResultRow, error):
            column = columns.index(str(item.keys[0])) + 1
            problems.append(make_problem(item.rule, shown, line, column, item.values))
        return None
    return ResultEntry(row, line)
