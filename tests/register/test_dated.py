"""dated: a receipt number is that of its row when the day in it is a day of the row."""

from datetime import date

import pytest

from generator.register.dated import is_of_its_row
from generator.register.table import CellValue
from generator.register.values import read_day


@pytest.mark.parametrize(
    ("accepted", "applied", "expected"),
    [
        ("2026-07-03", None, True),
        (date(2026, 7, 3), "2026-06-30", True),
        ("7月3日", None, True),
        ("2026-07-06", "2026-07-03", True),
        ("2026-07-06", None, False),
        ("2026-07-06", "2026-07-02", False),
        ("2026-12-06", "2026-07-03", False),
        (None, "2026-07-03", False),
        ("七月初", "2026-07-03", False),
    ],
)
def test_day_of_the_number_is_a_day_of_the_row(accepted: CellValue, applied: CellValue, expected: bool) -> None:
    """That of acceptance, or that of an application shortly before; without the first there is nothing to go by."""
    days = read_day(accepted), read_day(applied)

    assert is_of_its_row("330000202607030012", *days) is expected
    assert not is_of_its_row("XG-20260703", *days)
