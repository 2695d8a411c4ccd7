"""phones: what is a telephone, and what a link dials for it."""

import pytest

from generator.facts.phones import first_dialled, is_of_an_office, phone_parts, shown_parts

DIALLED = {
    "0300-0000100": ["0300-0000100"],
    "010-00000000": ["010-00000000"],
    "(0300)0000100": ["0300-0000100"],
    "0300 0000100": ["0300-0000100"],
    "0300-0000100、0000101": ["0300-0000100", "0300-0000101"],
    "0300-0000100，010-00000000, 00000001": ["0300-0000100", "010-00000000", "010-00000001"],
    "0300-0000100/0000101 或 12345": ["0300-0000100", "0300-0000101", "12345"],
    "0300-0000100 0300-0000101": ["0300-0000100", "0300-0000101"],
    "0300-0000100转8001": ["0300-0000100,8001"],
    "0300-0000100-8001": ["0300-0000100,8001"],
    "0300-0000100 转 8001、0000101分机2": ["0300-0000100,8001", "0300-0000101,2"],
    "12345转2": ["12345,2"],
    "0300-12345": ["0300-12345"],
    "0300-96000": ["0300-96000"],
    "11185": ["11185"],
    "12333": ["12333"],
    "95598": ["95598"],
    "110": ["110"],
    "120、119": ["120", "119"],
    "400-000-0000": ["400-000-0000"],
    "400-0000-000": ["400-0000-000"],
    "10000000000": ["10000000000"],
    "100 0000 0000": ["10000000000"],
    "+86 300 0000100": ["+863000000100"],
    "+86-0300-0000100转1": ["+863000000100,1"],
    "+8610000000000": ["+8610000000000"],
    "0086 100-0000-0000": ["+8610000000000"],
    "+852 0000 0000": ["+85200000000"],
}
"""As written in a field -> what its links dial, in order."""


@pytest.mark.parametrize("text", DIALLED)
def test_each_number_is_dialled_by_itself(text: str) -> None:
    """Area code and extension included; nothing of the text is lost."""
    parts = phone_parts(text)

    assert parts is not None
    assert [part.dial for part in parts if part.dial] == DIALLED[text]
    assert "".join(part.text for part in parts) == text
    assert first_dialled(text) == DIALLED[text][0]


@pytest.mark.parametrize(
    "text",
    [
        "", "1", "11", "123", "0000100", "0300-000010", "0300-000000000", "03000000100", "0300－0000100", "0300-XXXXXXX",
        "03００-0000100", "0300-0000100、", "0300-0000100、1", "0300-0000100转", "0300-0000100转前台", "白天0300-0000100", "100000000000",
        "0300-0000100、0300-0000100.", "+86 1",
    ],
)  # fmt: skip
def test_anything_else_is_no_telephone(text: str) -> None:
    """An incomplete number, a slip of the keyboard, or words: a page shows them without a link."""
    assert phone_parts(text) is None
    assert [part.dial for part in shown_parts(text)] == [""]
    assert first_dialled(text) == ""


def test_without_a_phone_nothing_is_dialled() -> None:
    """A hall may have none yet."""
    assert first_dialled(None) == ""


@pytest.mark.parametrize(
    ("text", "is_office"),
    [
        ("0300-0000100、0000101转8001", True),
        ("12345", True),
        ("400-000-0000", True),
        ("10000000000", False),
        ("0300-0000100、100 0000 0000", False),
        ("+8610000000000", False),
        ("0000100", False),
        ("", False),
    ],
)
def test_only_numbers_that_nobody_carries_are_of_an_office(text: str, is_office: bool) -> None:
    """Mobile numbers, and what is dialled by the code of a country, may be somebody's own."""
    assert is_of_an_office(text) is is_office
