"""compare: what an import changes is told by receipt number, before it writes."""

from datetime import date

import pytest

from generator.model import ResultRow
from generator.register.compare import Changes, by_receipt, compare

ROWS = tuple(
    ResultRow(receipt=f"XG-{n}", service="linshi-jiuzhu", accepted=date(2026, 7, n), outcome="在办")
    for n in range(1, 5)
)
DONE = ROWS[1].model_copy(update={"outcome": "办结", "completed": date(2026, 7, 9)})


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (ROWS, Changes((), (), ())),
        (ROWS[::-1], Changes((), (), ())),
        (ROWS[1:], Changes((), (), ("XG-1",))),
        ((), Changes((), (), ("XG-1", "XG-2", "XG-3", "XG-4"))),
        ((*ROWS, ROWS[0].model_copy(update={"receipt": "XG-9"})), Changes(("XG-9",), (), ())),
        ((ROWS[0], DONE, *ROWS[2:]), Changes((), (("XG-2", ("办结日期", "办理结果")),), ())),
    ],
    ids=["same", "other order", "one less", "none", "one more", "one corrected"],
)
def test_changes_are_told_by_receipt_and_column(new: tuple[ResultRow, ...], expected: Changes) -> None:
    """Added, corrected with the columns that differ, withdrawn; the order of rows is no change."""
    changes = compare(by_receipt(ROWS), new)

    assert changes == expected
    assert bool(changes) == (expected != Changes((), (), ()))
