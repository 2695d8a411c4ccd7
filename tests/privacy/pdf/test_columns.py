"""pdf.columns: numbers that a narrow column broke over lines are joined, and lists of numbers are not."""

import pytest
from pdf_builder import page, shown
from test_gate import RESIDENT, found

from generator.privacy.pdf.columns import Word, broken_numbers

CARD = "622202" + "0000" + "0000" + "07"
PHONE = "138" + "0013" + "8001"


def column(*lines: str, left: float = 100, top: float = 500, step: float = 14, size: float = 10) -> list[Word]:
    """Lines below each other, each with the left edge and signs of one width."""
    return [
        Word(line, left, left + len(line) * size * 0.55, top - number * step, top - number * step + size * 0.7)
        for number, line in enumerate(lines)
    ]


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        (column(CARD[:15], CARD[15:]), [CARD]),
        (column(CARD[:6], CARD[6:12], CARD[12:]), [CARD]),
        (column(RESIDENT[:10], RESIDENT[10:]), [RESIDENT]),
        (column(RESIDENT[:9], RESIDENT[9:]), [RESIDENT]),
        (column(PHONE[:7], PHONE[7:]), [PHONE]),
        (column("卡号：" + CARD[:12], CARD[12:]), ["卡号：" + CARD]),
        (column(CARD[:12], CARD[12:] + "（本人）"), [CARD]),
        ([*column(CARD[:15]), *column("600", left=300), *column(CARD[15:], top=486)], [CARD]),
        (column(CARD[:15], CARD[15:], "600"), [CARD]),
        (column(CARD[:15], CARD[15:], CARD[:15], CARD[15:]), [CARD, CARD]),
        (column(PHONE[:7], PHONE[7:], PHONE[:7], PHONE[7:]), [PHONE, PHONE]),
        ([*column(CARD[:4]), *column(CARD[4:9], left=126), *column(CARD[9:12], top=486),
          *column(CARD[12:], left=120, top=486)], [CARD]),
    ],
)  # fmt: skip
def test_parts_below_each_other_are_joined(words: list[Word], joined: list[str]) -> None:
    """Full lines and a last one that is shorter, whatever stands beside them or was written in between."""
    assert list(broken_numbers(words)) == joined


@pytest.mark.parametrize(
    "words",
    [
        column("20260001", "20260002", "20260003"),
        column("金额", "158000", "13652", "合计"),
        column("158000", "13652", "9000", "171"),
        column("158000", "13652", step=40),
        [*column("1380013"), *column("8001", left=200, top=486)],
        column("1380013", "a8001"),
        column("第", "158000", "13652"),
    ],
    ids=["list", "sums", "long list", "far apart", "other column", "letter", "sums below a word"],
)
def test_lists_of_numbers_are_not_joined(words: list[Word]) -> None:
    """Numbers that stand below each other because they are several."""
    assert list(broken_numbers(words)) == []


def test_broken_card_on_a_page_is_found() -> None:
    """The last digit of a card is found below it, although the number of the next cell was written behind it."""
    lines = [(CARD[:15], 20, 100), ("600", 150, 100), (CARD[15:], 20, 86), (PHONE[:7], 20, 60), (PHONE[7:], 20, 46)]
    content = b"".join(shown(b"(%s)" % text.encode(), (left, top)) for text, left, top in lines)

    assert {kind for *_, kind in found("a.pdf", page(content))} == {"bank-card", "mobile"}


def test_table_of_sums_on_a_page_is_no_alarm() -> None:
    """Columns of years and sums are what they are."""
    rows = [("2024", "158000", "66"), ("2025", "13652", "7"), ("2026", "9000", "12")]
    content = b"".join(
        shown(b"(%s)" % text.encode(), (20 + 80 * number, 100 - 16 * line))
        for line, row in enumerate(rows)
        for number, text in enumerate(row)
    )

    assert found("a.pdf", page(content)) == []
