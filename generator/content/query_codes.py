"""Reads and writes query-codes.csv, the query codes (查询码) of cases. Only the look-up uses them."""

import csv
import io
from collections.abc import Iterable, Iterator

from generator.content import strict_yaml
from generator.content.problems import Problem, make_problem
from generator.model.query_code import COLUMNS, QueryCode

FILE = "query-codes.csv"


def read_codes(shown: str, data: bytes, problems: list[Problem]) -> Iterator[QueryCode]:
    """The codes of the file, whose path in reports is ``shown``; what is wrong with it is added to ``problems``."""
    text = strict_yaml.decode(data)
    if isinstance(text, strict_yaml.YamlFault):
        problems.append(make_problem(text.rule, shown, text.line, text.column, text.values))
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        if tuple(next(reader, ())) != COLUMNS:
            problems.append(make_problem("results/header", shown, 1, 1, {"columns": ",".join(COLUMNS)}))
            return
        for cells in reader:
            if len(cells) != len(COLUMNS):
                values = {"found": str(len(cells)), "expected": str(len(COLUMNS))}
                problems.append(make_problem("results/cells", shown, reader.line_num, 1, values))
            else:
                yield QueryCode(cells[0].strip(), cells[1].strip(), reader.line_num)
    except csv.Error:
        problems.append(make_problem("results/csv", shown, reader.line_num, 1, {}))


def codes_bytes(codes: Iterable[tuple[str, str]]) -> bytes:
    """The whole file for pairs of receipt number and code."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(codes)
    return stream.getvalue().encode()
