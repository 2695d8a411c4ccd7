"""cards: a bank card is found in any groups, between letters and beside other numbers; telephones and amounts are none."""

import pytest

from generator.privacy import find
from generator.privacy.cards import luhn


def card(head: str) -> str:
    """``head`` with the check digit of a card."""
    return next(f"{head}{last}" for last in range(10) if luhn(f"{head}{last}"))


LONG, SHORT = card("629812" + "000012345678"), card("629812" + "000012345")


def grouped(number: str, lengths: tuple[int, ...], gaps: str) -> str:
    """``number`` in groups of such lengths, with one of ``gaps`` after each but the last."""
    written, at = "", 0
    for length, gap in zip(lengths, [*gaps, *" " * len(lengths)], strict=False):
        written, at = written + number[at : at + length] + gap, at + length
    return written + number[at:]


@pytest.mark.parametrize(
    "text",
    [
        "补贴打入" + grouped(LONG, (4, 4, 4, 4), " .-·"),
        "退款至 " + grouped(LONG, (4, 8), "  "),
        "卡号" + grouped(LONG, (5, 5, 5), "··/"),
        "帐号：" + grouped(LONG, (6, 6), "--"),
        "账号 " + grouped(LONG, (4, 8), ".."),
        "打卡发放 " + grouped(SHORT, (4, 4, 4), "   ") + " 860元",
        "3 " + grouped(LONG, (6, 6), "－ "),
        "账" + grouped(SHORT, (8,), " "),
        "A" + LONG,
        "No" + SHORT + "x",
        LONG + "CNY",
    ],
)
def test_a_card_is_found_however_it_is_grouped(text: str) -> None:
    """Groups of any length with any gaps between them, with an amount behind it, or glued to letters."""
    assert "bank-card" in {hit.kind for hit in find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "电话 " + card("62384800" + "6238481")[:8] + " " + card("62384800" + "6238481")[8:],
        grouped(card("6298" + "120000123456"), (4, 2), ".  "),
        grouped(LONG, (4, 2, 2), "-- "),
        "E" + card("620102" + "000012345678"),
        grouped(LONG[:-1] + str((int(LONG[-1]) + 1) % 10), (4, 8), "  "),
    ],
)
def test_other_rows_of_digits_are_no_card(text: str) -> None:
    """Two telephones, an amount or a day among the pieces, a section of a tender, a wrong check digit."""
    assert "bank-card" not in {hit.kind for hit in find(text)}
