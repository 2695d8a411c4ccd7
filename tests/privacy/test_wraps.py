"""wraps: a number that a narrow column broke over lines is judged as one."""

import pytest

from generator.privacy import find
from generator.privacy.cards import luhn

HEAD = "622848" + "000012345678"
CARD = next(f"{HEAD}{last}" for last in range(10) if luhn(f"{HEAD}{last}"))
OTHER = f"{HEAD}{(int(CARD[-1]) + 1) % 10}"
TELEPHONES = next(f"62384800{last}" for last in range(62384800, 62384899) if luhn(f"62384800{last}"))
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


@pytest.mark.parametrize("head", [1, 2, 4, 6, 8, 12, 17])
@pytest.mark.parametrize("end", ["\n", "\r\n   ", "\u2028", "\n\n  "])
def test_a_card_that_begins_within_a_line_is_found(head: int, end: str) -> None:
    """Words before it take up a part of the first line; the next one may be indented."""
    assert [hit.kind for hit in find(f"补贴打入{CARD[:head]}{end}{CARD[head:]}，已核对")] == ["bank-card"]


@pytest.mark.parametrize("head", [1, 3, 4, 5, 9])
def test_a_phone_that_begins_within_a_line_is_found(head: int) -> None:
    """Words before it show that the line goes on."""
    assert [hit.kind for hit in find(f"有事打{PHONE[:head]}\n  {PHONE[head:]}，谢谢")] == ["mobile"]


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
        "共139件\n" + PHONE[3:],
        f"值班室{TELEPHONES[:8]}\n{TELEPHONES[8:]}",
    ],
)
def test_a_column_of_numbers_is_none(text: str) -> None:
    """A wrong check digit, more lines, equal lines, a longer last line, two cells, words between, two telephones."""
    assert find(text) == ()
