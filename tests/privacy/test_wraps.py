"""wraps: a number that a narrow column broke over lines is judged as one."""

import pytest

from generator.privacy import find
from generator.privacy.contacts import luhn

HEAD = "622848" + "000012345678"
CARD = next(f"{HEAD}{last}" for last in range(10) if luhn(f"{HEAD}{last}"))
OTHER = f"{HEAD}{(int(CARD[-1]) + 1) % 10}"
PHONE = "139" + "00001234"


def wrapped(number: str, width: int, end: str = "\n") -> str:
    """``number`` in lines of ``width`` digits, in a cell between words."""
    lines = [number[at : at + width] for at in range(0, len(number), width)]
    return f"张某{end}{end.join(lines)}{end}三百元"


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n"])
@pytest.mark.parametrize("width", [18, 17, 14, 10, 8])
def test_a_card_broken_over_lines_is_found(width: int, end: str) -> None:
    """Whatever the width of the column, and the offsets are those of the whole."""
    text = wrapped(CARD, width, end)
    (hit,) = find(text)
    assert hit.kind == "bank-card"
    assert "".join(filter(str.isdigit, text[hit.start : hit.end])) == CARD


@pytest.mark.parametrize("width", [10, 9, 8, 7, 6])
def test_a_phone_broken_over_lines_is_found(width: int) -> None:
    """Eleven digits in two lines."""
    assert [hit.kind for hit in find(wrapped(PHONE, width))] == ["mobile"]


@pytest.mark.parametrize(
    "text",
    [
        wrapped(OTHER, 18),
        f"{CARD[:10]}\n{CARD[10:]}\n12",
        "13900001\n23400001\n",
        f"{PHONE[:4]}\n{PHONE[4:]}",
        f"{PHONE[:8]};{PHONE[8:]}",
    ],
)
def test_a_column_of_numbers_is_none(text: str) -> None:
    """A wrong check digit, more lines, lines of one length, a longer last line, two cells."""
    assert find(text) == ()
