"""The CSV file of a disclosure: read as it was typed, or refused with line and column."""

import pytest
from content_builder import DISCLOSURE, MakeContent

from generator.content.disclosure_tables import read_table
from generator.content.load import load
from generator.content.problems import Problem
from generator.model import DisclosedRow, DisclosedTable

PATH = "content/disclosures/x.csv"


def read(text: str | bytes) -> tuple[DisclosedTable, list[tuple[str, int, int]]]:
    """The table, and rule, line and column of each problem."""
    problems: list[Problem] = []
    table = read_table(PATH, text.encode() if isinstance(text, str) else text, problems)
    return table, [(problem.rule, problem.line, problem.column) for problem in problems]


def test_cells_are_kept_as_typed() -> None:
    """Blanks around them apart; empty lines, and what Excel leaves behind the last row, are no rows."""
    table, problems = read('\ufeff项目, 金额 ,备注\r\n电费,"1,200.50",\r\n\r\n,,\r\n退款,-20,-\r\n')

    assert problems == []
    assert table.columns == ("项目", "金额", "备注")
    assert table.rows == (DisclosedRow(("电费", "1,200.50", ""), 2), DisclosedRow(("退款", "-20", "-"), 5))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("table/columns", 1, 1)]),
        (",".join(map(str, range(13))), [("table/columns", 1, 1)]),
        ("项目,,金额\n", [("table/header", 1, 2)]),
        ("项目,金额,金额\n", [("table/header", 1, 2), ("table/header", 1, 3)]),
        ("项目,金额\n电费\n水费,1\n电费,1,2\n", [("results/cells", 2, 1), ("results/cells", 4, 1)]),
        ("项目,金额\n=1+1,2\n甲,-1+1\n@x,1\n", [("results/formula", 2, 1), ("results/formula", 3, 2), ("results/formula", 4, 1)]),
        ('项目,金额\n"电费,1\n', [("results/csv", 2, 1)]),
        ('项目,金额\n"电\n费",1\n', [("field/one-line", 3, 1)]),
        ("项目,金额\n" + "字" * 201 + ",1\n", [("field/too-long", 2, 1)]),
        ("项目,金额\n电费,1\n".encode("gbk"), [("file/encoding", 1, 1)]),
        ("项目,金额\n电费,1\n".encode("utf-16"), [("file/encoding", 1, 1)]),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_its_place(text: str | bytes, found: list[tuple[str, int, int]]) -> None:
    """Line and column of each mistake; sound rows beside it are kept."""
    assert read(text)[1] == found


def test_table_and_description_belong_together(make_content: MakeContent) -> None:
    """Each names the other one if it is missing."""
    loaded = load(
        make_content({"disclosures/a.csv": "项目\n甲\n", "disclosures/b.yml": DISCLOSURE.replace("caiwu-2026-q3", "b")})
    )

    found = {problem.path: problem.rule for problem in loaded.problems}
    assert found == {"content/disclosures/a.csv": "results/partner", "content/disclosures/b.yml": "results/partner"}


def test_disclosure_is_loaded_with_its_table(make_content: MakeContent) -> None:
    """The rows know their lines."""
    dataset = load(make_content()).dataset

    assert dataset is not None
    disclosed = dataset.disclosures["caiwu-2026-q3"]
    assert disclosed.record.issuer == "不远村村民委员会"
    assert [row.line for row in disclosed.table.rows] == [2, 3, 4, 5]
