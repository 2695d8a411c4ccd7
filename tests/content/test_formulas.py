"""formulas: what a spreadsheet would run is refused in content and disarmed in downloads."""

import sys

import pytest

from generator.content.formulas import escape_formula, is_formula


@pytest.mark.parametrize(
    ("text", "runs"), [("=1", True), (" +1", True), ("-", True), ("@x", True), ("a=1", False), ("", False)]
)
def test_formula_is_recognised_by_its_beginning(text: str, runs: bool) -> None:
    """Spaces before it do not hide it; a sign within a text starts nothing."""
    assert is_formula(text) == runs


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        (" @x", " '@x"),
        ('"＝1', "\"'＝1"),
        ("甲;=1", "甲;'=1"),
        ("\u200b-1", "\u200b'-1"),
        ("甲\n=1", "甲 =1"),
        ("a=1", "a=1"),
        ("2026-07-01", "2026-07-01"),
    ],
)
def test_text_is_disarmed_where_a_formula_could_begin(text: str, shown: str) -> None:
    """At its start and behind what another program takes for a delimiter; one line, and otherwise the same text."""
    assert escape_formula(text) == shown


@pytest.mark.parametrize("sign", "=+-@")
def test_what_is_formula_is_never_left_as_it_is(sign: str) -> None:
    """The two ways of looking agree where the narrow one finds something."""
    for text in (sign, f" {sign}x", f"\t{sign}x"):
        assert is_formula(text)
        assert escape_formula(text) != text
        assert not is_formula(escape_formula(text))


def test_words_and_numbers_are_handed_out_as_they_are() -> None:
    """No letter, ideograph or digit of any script is a control character or begins a formula."""
    letters = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isalnum()]

    assert len(letters) > 130_000
    assert [letter for letter in letters if escape_formula(f"{letter} ") != f"{letter} "] == []
    assert escape_formula("".join(letters)) == "".join(letters)
