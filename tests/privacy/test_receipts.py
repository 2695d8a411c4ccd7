"""receipts: numbers of region, day and serial are recognised by their day, and by nothing else."""

from datetime import date

import pytest

from generator.privacy.identity import is_resident
from generator.privacy.receipts import MAX_DAYS_BEFORE, is_dated_receipt, known_receipts, receipt_day

DAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    "text",
    ["330000202607010012", "330000260701012", "330000-20260701-0012", "XG330000202607010012", "SL-330000260701012"],
)
def test_number_of_region_day_and_serial_has_a_day(text: str) -> None:
    """18 digits with a full year, or 15 with a short one; letters before and gaps between do not matter."""
    assert receipt_day(text) == DAY


@pytest.mark.parametrize(
    "text",
    ["", "XG-0001", "330000202613010012", "330000202602300012", "330000190007010012", "3300002026070100120",
     "330000261301012", "33000020260701001X", "030000202607010012", "杨330000202607010012"],
)  # fmt: skip
def test_other_number_has_none(text: str) -> None:
    """Another length, a day that does not exist or of another century, a check letter, a name."""
    assert receipt_day(text) is None


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (DAY, True),
        (date(2026, 7, 10), True),
        (date.fromordinal(DAY.toordinal() + MAX_DAYS_BEFORE), True),
        (date.fromordinal(DAY.toordinal() + MAX_DAYS_BEFORE + 1), False),
        (date(2026, 6, 30), False),
    ],
)
def test_day_is_that_of_acceptance_or_shortly_before(last: date, expected: bool) -> None:
    """A number is not from the future, nor older than a case may wait for its papers."""
    assert is_dated_receipt("330000202607010012", last) is expected
    assert is_dated_receipt("330000260701012", last) is expected
    assert not is_dated_receipt("330000-1", last)


def test_number_of_a_child_is_known_only_beside_numbers_that_are_no_identity_numbers() -> None:
    """Of ten serials of a region and a day one has a sound check digit; of the children of a region all have."""
    serials = [f"33000020260701001{last}" for last in range(10)]
    (child,) = [number for number in serials if is_resident(number)]
    before, same = date(2026, 7, 10), DAY

    assert list(known_receipts([(child, before)])) == []
    assert list(known_receipts([(child, same)])) == [child]
    assert set(known_receipts((number, before) for number in serials)) == set(serials)
    assert set(known_receipts([(child, before), ("110000202607010019", before)])) == {"110000202607010019"}
    assert list(known_receipts([("330000260701012", before), ("XG-1", before)])) == ["330000260701012"]
