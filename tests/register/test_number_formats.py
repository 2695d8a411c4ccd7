"""number_formats: a number is written as its format shows it, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.register.number_formats import matters, shown


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1, '"SL2026-"0000', "SL2026-0001"),
        (12345, '"SL2026-"0000', "SL2026-12345"),
        (1, "00000", "00001"),
        (1.0, "\\S\\L0000", "SL0001"),
        (7, '"第"000"号"', "第007号"),
        (7, "办000号", "办007号"),
        (20260001, "0000-0000", "2026-0001"),
        (120260001, "0000-0000", "12026-0001"),
        (7, '"A"###', "A7"),
        (7, '"A"?0', "A 7"),
        (1, '"SL"General', "SL1"),
        (1, '"号"G/通用格式', "号1"),
        (1, '[Red]"A"00_ ;"B"0', "A01"),
        (0, '"A"0;;"无"', "无"),
        (1, '"SL"@', "SL1"),
        ("01", '"SL"@', "SL01"),
        ("文字", '"SL"0000', "文字"),
        (7.1, "0.00", "7.10"),
        (7.15, "0.00_ ", "7.15"),
        (7, "0.00", "7"),
        (7.5, '"七"', "七"),
    ],
)
def test_words_and_zeros_of_a_format_are_shown(value: str | float, code: str, text: str) -> None:
    """Literal characters in every spelling, leading zeros, and digits that have no place of their own."""
    assert matters(code)
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (1, '[<5]"A"0;"B"0'), (1, "[DBNum1]0"), (1234, '"A"#,##0'), (1, '"A"0.0'), (-1, '"A"0'), (1.5, '"A"0'),
        (1e17, "0000"), (7.123, "0.00"), (float("nan"), "0000"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_not_shown(value: float, code: str) -> None:
    """Conditions, other numerals, thousands, signs, and numbers that the format would round."""
    assert matters(code)
    assert shown(value, code) is None


@pytest.mark.parametrize(
    "code",
    [
        "General",
        "@",
        "0",
        "#",
        "0_ ",
        "0_);[Red]\\(0\\)",
        "#,##0.00",
        "0%",
        "yyyy-mm-dd",
        '[$-804]yyyy"年"m"月"d"日";@',
        "h:mm",
        "",
        ";;;",
    ],
)
def test_formats_that_show_the_stored_number_do_not_matter(code: str) -> None:
    """Nor do those of days, which the reading library knows, and of sums."""
    assert not matters(code)


@given(st.one_of(st.text(), st.floats(), st.integers()), st.text(st.sampled_from('0#?.,;"\\\\@_*[]<>%ymd年A号 -/E')))
def test_every_format_shows_a_text_or_nothing(value: str | float, code: str) -> None:
    """Nothing that a file can hold ends in a crash."""
    assert isinstance(matters(code), bool)
    assert isinstance(shown(value, code), str | None)
