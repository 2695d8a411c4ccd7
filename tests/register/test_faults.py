"""faults: a report names file, sheet, row and column letter, in order, and never tires the clerk."""

import pytest

from generator.register.faults import MAX_LISTED, fault, letter, line, of_error, place_words, report, words
from generator.register.table import RegisterError, RegisterPlace


@pytest.mark.parametrize(
    ("column", "name"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")],
)
def test_columns_are_named_as_a_spreadsheet_names_them(column: int, name: str) -> None:
    """Letters, then two, then three."""
    assert letter(column) == name


@pytest.mark.parametrize(
    ("name", "place", "shown"),
    [
        ("台账.xlsx", RegisterPlace("7月", 12, 4), "台账.xlsx:7月:12:E"),
        ("台账.xlsx", RegisterPlace("7月", None, 4), "台账.xlsx:7月:E"),
        ("台账.xlsx", RegisterPlace(), "台账.xlsx"),
        ("台账.CSV", RegisterPlace("台账", 12, 0), "台账.CSV:12:A"),
        ("台账.xlsx", RegisterPlace("000000202613450011", 1), "台账.xlsx:〔数字〕:1"),
        ("台\u202e账.xlsx", RegisterPlace(), "台<U+202E>账.xlsx"),
    ],
)
def test_place_says_what_is_known_and_nothing_private(name: str, place: RegisterPlace, shown: str) -> None:
    """A CSV has no sheet; a sheet that is called like a number stays unnamed."""
    assert place_words(name, place) == shown


def test_line_has_place_rule_message_and_remedy() -> None:
    """As every other report of gongshi."""
    found = line("台账.xlsx", fault("case/order", "7月", 3, 8, title="办结日期"))
    assert found == "台账.xlsx:7月:3:I [case/order] “办结日期”早于受理日期。"
    assert words("cell/date-year", {}) == "[cell/date-year] 日期没有写全年份（四位数）。请写：2026-07-01"


def test_what_stopped_the_reading_is_a_fault_like_others() -> None:
    """With its place and the values of its message."""
    error = RegisterError("register/rows", RegisterPlace(row=9), limit="200,000")
    assert of_error(error) == fault("register/rows", row=9, limit="200,000")


def test_faults_are_sorted_by_place_and_told_once() -> None:
    """Sheet, row as a number, column; what concerns the whole register comes first."""
    faults = [
        fault("cell/date-year", "8月", 2, 6),
        fault("cell/date-year", "7月", 10, 6),
        fault("cell/date-year", "7月", 9, 6),
        fault("cell/date-year", "7月", 9, 2),
        fault("cell/date-year", "7月", 9, 2),
        fault("register/no-cases"),
    ]

    assert [text.partition(" ")[0] for text in report("t.xlsx", faults)] == [
        "t.xlsx", "t.xlsx:7月:9:C", "t.xlsx:7月:9:G", "t.xlsx:7月:10:G", "t.xlsx:8月:2:G",
    ]  # fmt: skip


def test_faults_of_one_kind_are_listed_up_to_a_limit_and_then_counted() -> None:
    """By rule, sheet and column: another column is listed for itself."""
    many = [fault("cell/date-year", "7月", row, 6) for row in range(2, MAX_LISTED + 5)]
    lines = list(report("t.xlsx", [*many, fault("cell/date-year", "7月", 2, 7)]))

    assert len(lines) == MAX_LISTED + 2
    assert lines[-1] == "t.xlsx:7月:G [cell/date-year] 同样的问题还有 3 行。"
