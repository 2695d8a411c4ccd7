"""columns: a value that only the header of its column gives away is found in CSV, Markdown and pages."""

import pytest

from generator.privacy import find
from generator.privacy.passages import passages

CSV = """序号,出生年月,金额
1,1951-04,860
2,1962.11,430
"""
MARKDOWN = """办理情况

| 序号 | 生日 | 金额 |
| --- | --- | --- |
| 1 | 1951-04-09 | 860 |
"""
PAGE = """<table>
<tr><th>序号</th><th>出生日期</th><th>金额</th></tr>
<tr><td>1</td><td>1951-04-09</td><td>860</td></tr>
</table>
"""


def found(name: str, text: str) -> set[str]:
    """What is found in any reading of a file."""
    return {
        seen[hit.start : hit.end]
        for seen in (part.text for part in passages(name, text.encode()))
        for hit in find(seen)
    }


@pytest.mark.parametrize(
    ("name", "text", "values"),
    [
        ("a.csv", CSV, {"1951-04", "1962.11"}),
        ("a.csv", CSV.replace(",", "\t"), {"1951-04", "1962.11"}),
        ("a.csv", '事项,"住院号"\r\n"救助,临时","0633940"\r\n', {"0633940"}),
        ("a.md", MARKDOWN, {"1951-04-09"}),
        ("a.md", MARKDOWN.replace("生日", "宅电").replace("1951-04-09", "0329-4862029"), {"0329-4862029"}),
        ("a.html", PAGE, {"1951-04-09"}),
    ],
)
def test_the_header_of_a_column_is_read_with_its_cells(name: str, text: str, values: set[str]) -> None:
    """Whatever stands in the columns before it; the place is that of the cell."""
    assert found(name, text) == values


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", CSV.replace("出生年月", "办结年月")),
        ("a.csv", "序号,采伐证号,立方米\n1,519723202607080017,3.5\n"),
        ("a.csv", "受理编号,办结日期\nSL2026-0012,2026-07-08\n"),
        ("a.md", MARKDOWN.replace("生日", "办结日期")),
        ("a.html", PAGE.replace("出生日期", "受理日期")),
    ],
)
def test_other_columns_pass(name: str, text: str) -> None:
    """A day of the hall's work and a licence."""
    assert found(name, text) == set()
