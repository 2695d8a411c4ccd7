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


def test_number_with_the_day_of_its_case_is_told_from_an_identity_number() -> None:
    """Whether its row comes, changes or goes; a number with another day is not."""
    texts = [f"33000020260703000{n}" for n in range(3)]
    new, changed, gone = (ROWS[2].model_copy(update={"receipt": text}) for text in texts)
    other = ROWS[2].model_copy(update={"receipt": "330000202607040009"})
    old = by_receipt([changed.model_copy(update={"applicant": "某"}), gone])

    changes = compare(old, [new, changed, other])

    assert (changes.added, changes.withdrawn) == ((texts[0], other.receipt), (texts[2],))
    assert changes.dated == set(texts)
