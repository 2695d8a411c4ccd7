"""period_file: a clerk's own lines, comments and order survive; only what the import knows changes."""

from datetime import date

import pytest

from generator.model.posting import WithdrawnRow
from generator.register.period_file import NotEditable, edited, new_text, read, title

DAY = date(2026, 11, 20)
FIELDS = {"rows": 2, "rows_sha256": "0" * 64, "prepared_on": DAY}
ROW = WithdrawnRow(receipt="XG: 1", on=DAY, reason='说"错"了')
OWN = """\
# 我的说明
title: 第三季度   # 标题
id: 2026-Q3
from: 2026-07-01

until: 2026-09-30
prepared_on: 2026-10-01
notes: |
  第一行
  rows: 不是字段

"""


@pytest.mark.parametrize(
    ("period_id", "expected"),
    [
        ("2026", "2026年办理结果"),
        ("2026-H2", "2026年下半年办理结果"),
        ("2026-Q3", "2026年第三季度办理结果"),
        ("2026-09", "2026年9月办理结果"),
    ],
)
def test_new_period_describes_itself(period_id: str, expected: str) -> None:
    """Title and days come from the id; the strict reader takes the file."""
    assert title(period_id) == expected
    assert read(new_text(period_id)).title == expected


def test_only_known_lines_change() -> None:
    """A field keeps its place, a new one comes to the end, everything else stays letter by letter."""
    text = edited(OWN, FIELDS, [ROW])

    assert text == OWN.rstrip("\n").replace("2026-10-01", "2026-11-20") + "\n" + (
        f"rows: 2\nrows_sha256: {'0' * 64}\nwithdrawn_rows:\n"
        '  - receipt: "XG: 1"\n    on: 2026-11-20\n    reason: "说\\"错\\"了"\n'
    )
    assert read(text).withdrawn_rows == (ROW,)


@pytest.mark.parametrize("indent", ["", "    "])
def test_withdrawn_rows_follow_those_that_stand_there(indent: str) -> None:
    """Their indentation is taken over; a comment behind them stays behind."""
    first = f"withdrawn_rows:\n{indent}- receipt: A\n{indent}  on: 2026-10-05\n{indent}  reason: 重复\n"
    text = edited(OWN.replace("from:", first + "# 之后\nfrom:"), FIELDS, [ROW])

    assert [row.receipt for row in read(text).withdrawn_rows] == ["A", "XG: 1"]
    assert f'reason: 重复\n{indent}- receipt: "XG: 1"' in text
    assert "# 之后\nfrom:" in text


def test_windows_line_ends_stay() -> None:
    """A file from Notepad keeps its line ends."""
    text = edited(OWN.replace("\n", "\r\n"), FIELDS, [])

    assert text.count("\r\n") == text.count("\n")


@pytest.mark.parametrize(
    "own", [OWN.replace("title: ", '"title": ').replace("id: ", '"rows": 1\nid: '), "{id: 2026-Q3}\n"]
)
def test_file_that_is_too_unusual_is_left_to_the_clerk(own: str) -> None:
    """Where a line cannot be set without changing what else is said, nothing is changed."""
    with pytest.raises(NotEditable, match="rows: 2"):
        edited(own, FIELDS, [])
