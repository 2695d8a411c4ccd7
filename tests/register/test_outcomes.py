"""outcomes: what a cell says beside the outcome is left aside, and nothing is guessed where it says two."""

import pytest

from generator.register.outcomes import SEVERAL, outcome_in


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("办结", "办结"),
        ("办结。", "办结"),
        ("√", "办结"),
        ("✔", "办结"),
        ("√办结", "办结"),
        ("当场办结", "办结"),
        ("已办结，已通知本人", "办结"),
        ("已办结,未领证", "办结"),
        ("已办结（发放600元）", "办结"),
        ("同意，已发证", "办结"),
        ("办结 7.13", "办结"),
        ("【办结】证已寄出", "办结"),
        ("不予批准，材料不全", "不予批准"),
        ("不予办理：不符合条件", "不予批准"),
        ("撤回（本人申请）", "撤回"),
        ("在办/等待核实", "在办"),
        ("未办结（审核中）", "在办"),
    ],
)
def test_first_words_say_the_outcome(text: str, outcome: str) -> None:
    """Brackets, commas, stops, colons and blanks part them from a note; a tick alone means done."""
    assert outcome_in(text) == outcome


@pytest.mark.parametrize(
    "text",
    ["办结/不予批准", "☑办结 ☐不予批准", "已受理，已办结", "同意（后驳回）", "办结，材料已退回", "通过；暂缓发证"],
)
def test_several_outcomes_are_not_chosen_from(text: str) -> None:
    """Two outcomes, or a word of success whose note takes it back."""
    assert outcome_in(text) == SEVERAL


@pytest.mark.parametrize("text", ["×", "—", "材料不全，退回", "通知本人，已办结", "好", "，"])
def test_text_that_begins_with_no_outcome_says_none(text: str) -> None:
    """Crosses, other words, and an outcome behind other words."""
    assert outcome_in(text) is None
