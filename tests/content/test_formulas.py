"""formulas: what a spreadsheet would run is refused in content and disarmed in downloads."""

import pytest

from generator.content.formulas import inert, may_run


@pytest.mark.parametrize(
    ("text", "runs"), [("=1", True), (" +1", True), ("-", True), ("@x", True), ("a=1", False), ("", False)]
)
def test_formula_is_recognised_by_its_beginning(text: str, runs: bool) -> None:
    """Spaces before it do not hide it; a sign within a text starts nothing."""
    assert may_run(text) == runs


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
    assert inert(text) == shown


@pytest.mark.parametrize("sign", "=+-@")
def test_what_may_run_is_never_left_as_it_is(sign: str) -> None:
    """The two ways of looking agree where the narrow one finds something."""
    for text in (sign, f" {sign}x", f"\t{sign}x"):
        assert may_run(text)
        assert inert(text) != text
        assert not may_run(inert(text))
